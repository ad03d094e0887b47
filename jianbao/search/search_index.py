"""The index of an archive, brought up to date and proved: the story of this room."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from jianbao.archive.model import Archive, Article
from jianbao.frozen import frozen
from jianbao.leftovers import clear_leftovers
from jianbao.problems import Problem, Words
from jianbao.program_mark import program_mark
from jianbao.search.catalogue import document_of, documents_of, mark_of
from jianbao.search.crew import Crew
from jianbao.search.document import Document, fold_document
from jianbao.search.facets import facet_token, facet_tokens
from jianbao.search.index_files import FORM, IndexFile, as_script, index_files
from jianbao.search.kept_index import Damaged, KeptIndex, new_index, open_index, whole_again
from jianbao.search.look_up import IndexReader
from jianbao.search.plain_scan import scan
from jianbao.search.proof import choose_trial, first_mismatch
from jianbao.search.update import Source, changed_documents, update

FILE = "search.sqlite"
FAULTS = (sqlite3.Error, zlib.error, ValueError)
"""What reading a damaged database raises."""


@frozen
class SearchIndex:
    """The files of the index, in order; with a problem there is none that may be published.

    `about` is what `index.json` says; empty where there is no index.
    """

    files: tuple[IndexFile, ...]
    problems: tuple[Problem, ...] = ()
    about: bytes = b""


@contextmanager
def search_index(archive: Archive, cache: Path, jobs: int = 1, offline: bool = False) -> Iterator[SearchIndex]:
    """The index of the archive. Its files can be made as long as the block lasts.

    What was indexed is kept in `cache`, which may be deleted at any time; `jobs` processes index much that is new (0: one
    a core). With `offline` the files are scripts: pages from a disk cannot fetch.
    """
    with scratch_in(cache) as scratch:
        indexing = Indexing(archive, documents_of(archive), cache / FILE, scratch, jobs)
        try:
            problems = indexing.bring_up_to_date()
            files = () if problems else indexing.files()
            about = files[0].make() if files else b""
            yield SearchIndex(tuple(map(as_script, files)) if offline else files, problems, about)
        finally:
            indexing.close()


class Indexing:
    """One build of the index of an archive: `kept` is the database that has its shards."""

    def __init__(
        self, archive: Archive, documents: Mapping[int, Article], file: Path, scratch: Path, jobs: int
    ) -> None:
        self._archive, self._documents = archive, documents
        self._file, self._scratch, self._jobs = file, scratch, jobs
        self._form = form()
        self._facets = {number: facet_tokens(article) for number, article in documents.items()}
        marks = {number: mark_of(article, self._facets[number]) for number, article in documents.items()}
        self._source = Source(marks, self._document)
        self._kept: KeptIndex | None = None
        self._files: tuple[IndexFile, ...] = ()

    def close(self) -> None:
        """Let go of the database."""
        if self._kept:
            self._kept.close()

    def bring_up_to_date(self) -> tuple[Problem, ...]:
        """Index what is new, and prove it; a problem where the proof fails. What was kept and is damaged counts as absent."""
        self._kept = open_index(self._file, self._form)
        if self._kept:
            try:
                return self._index(self._kept)
            except (Damaged, *FAULTS):
                self._kept.close()
        return self._begin_anew()

    def _begin_anew(self) -> tuple[Problem, ...]:
        self._kept = new_index(self._scratch / FILE, self._form)
        problems = self._index(self._kept)
        if not problems:
            self._kept = whole_again(self._kept, self._file, self._form)
        return problems

    def _index(self, kept: KeptIndex) -> tuple[Problem, ...]:
        self._files = ()
        changed = changed_documents(kept, self._source.marks)
        if not changed and kept.segments():
            return ()
        seed = "".join(self._source.marks.values())
        there = [number for number in changed if number in self._documents]
        trial = choose_trial(seed, list(self._documents), there, names_of(self._archive), self._folded)
        with Crew(self._jobs) as crew:
            updated = update(kept, self._source, changed, trial.phrases, crew, self._scratch)
        further = [number for number in trial.sample if number not in updated.read]
        found = scan(trial.phrases, map(self._folded, further))
        both = [sorted([*one, *other]) for one, other in zip(updated.found, found, strict=True)]
        made = {file.path: file.make for file in self.files()}
        facets = self._documents_by_facet(updated.read | frozenset(further))
        wrong = first_mismatch(
            IndexReader(lambda path: made[path]()), trial, updated.read | frozenset(further), both, facets
        )
        if wrong is None:
            kept.save()  # not sooner: what is kept is proved
            return ()
        kept.forget()
        return (at_fault(wrong),)

    def _document(self, number: int) -> Document:
        return document_of(self._documents[number])

    def _folded(self, number: int) -> Document:
        return fold_document(self._document(number))

    def _documents_by_facet(self, numbers: frozenset[int]) -> dict[str, list[int]]:
        """For every facet value of these documents all that have it; of persons some fifty are enough."""
        of_person = facet_token("person", "")
        values = sorted({token for number in numbers for token in self._facets.get(number, ())})
        persons = [token for token in values if token.startswith(of_person)]
        listed: dict[str, list[int]] = {token: [] for token in values if not token.startswith(of_person)}
        listed |= {token: [] for token in persons[:: len(persons) // 50 + 1]}
        for number, tokens in self._facets.items():
            for token in tokens:
                if token in listed:
                    listed[token].append(number)
        return listed

    # ---------------------------------------------------------------- files
    def files(self) -> tuple[IndexFile, ...]:
        """All files of the index, `index.json` first."""
        assert self._kept is not None
        self._files = self._files or index_files(self._archive, self._documents, self._kept, self._shard)
        return self._files

    def _shard(self, first: int, shard: int) -> bytes:
        """The file of a shard; where the database turns out to be damaged, all is indexed anew, which gives the same file."""
        assert self._kept is not None
        try:
            return self._kept.shard(first, shard)
        except (Damaged, *FAULTS):
            self._kept.close()
            self._begin_anew()
            return self._kept.shard(first, shard)


def names_of(archive: Archive) -> list[str]:
    """The names of the archive's people, places and organizations, in order."""
    kinds = (archive.people, archive.places, archive.organizations)
    return sorted({entity.name for kind in kinds for entity in kind.values()})


def at_fault(what: str) -> Problem:
    """The proof failed. Nothing that a person wrote is wrong."""
    shown = what.lstrip("\x01\x02")
    return Problem(
        "site/search",
        Words(
            f"检索索引有误：按“{shown}”查到的与逐篇查看的不同。网站没有更换。",
            f"The search index is at fault: what it finds for “{shown}” is not what the texts have. The site was left as it was.",
        ),
        Words(
            "再运行一次，索引会重新编制；若仍然如此，请报告给本程序的作者。",
            "Run again: the index is made anew. If it happens again, please tell the makers of this program.",
        ),
    )


def form() -> str:
    """The format of the database."""
    return f"search {FORM} {program_mark()}"


@contextmanager
def scratch_in(cache: Path) -> Iterator[Path]:
    """A folder for runs, in the cache folder if it can be written to; gone afterwards."""
    try:
        cache.mkdir(parents=True, exist_ok=True)
        clear_leftovers(cache, "search-")
        folder = Path(tempfile.mkdtemp(prefix="search-", dir=cache))
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix="jianbao-search-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
