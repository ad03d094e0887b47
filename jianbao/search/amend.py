"""A few documents changed in an index that stands, as nothing else of the archive has: its proof, and the files that are others."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from jianbao.archive.model import Article
from jianbao.search.catalogue import document_of, encode, mark_of
from jianbao.search.crew import Crew
from jianbao.search.document import Document, fold_document
from jianbao.search.facets import facet_tokens
from jianbao.search.index_files import IndexFile, about_segments, shard_files
from jianbao.search.kept_index import Damaged, KeptIndex, open_index
from jianbao.search.look_up import IndexReader
from jianbao.search.packing import digest
from jianbao.search.plain_scan import scan
from jianbao.search.proof import choose_trial, first_mismatch
from jianbao.search.search_index import FAULTS, FILE, form, scratch_in
from jianbao.search.update import Source, update


class AmendedIndex(NamedTuple):
    """The files that may be others, what `index.json` says now, and what keeps the index: not before it is published."""

    files: tuple[IndexFile, ...]
    about: bytes
    keep: Callable[[], None]


@contextmanager
def amended_index(articles: Iterable[Article], about: bytes, cache: Path) -> Iterator[AmendedIndex | None]:
    """The index with these articles as they are now, for as long as the block lasts.

    `about` is what `index.json` said. Districts, topics, persons and days of the articles are what they were. None where
    the index that was kept is not the one that was published, or does not stand its proof.
    """
    kept = open_index(cache / FILE, form())
    if kept is None:
        yield None
        return
    try:
        with scratch_in(cache) as scratch:
            yield _amend(kept, {one.number: one for one in articles if one.number >= 0}, about, scratch)
    finally:
        kept.close()


def _amend(kept: KeptIndex, articles: Mapping[int, Article], said: bytes, scratch: Path) -> AmendedIndex | None:
    try:
        marks, about = kept.documents(), json.loads(said)
        if not articles.keys() <= marks.keys() or about["segments"] != about_segments(kept):
            return None
        now = {number: mark_of(article, facet_tokens(article)) for number, article in articles.items()}
        source = Source({**marks, **now}, lambda number: _document(kept, articles, number))
        changed = sorted(number for number, mark in now.items() if marks[number] != mark)
        trial = choose_trial("".join(now.values()), list(marks), changed, (), partial(_folded, kept, articles))
        with Crew(1) as crew:
            updated = update(kept, source, changed, trial.phrases, crew, scratch)
        further = [number for number in trial.sample if number not in updated.read]
        found = scan(trial.phrases, (_folded(kept, articles, number) for number in further))
        both = [sorted([*one, *other]) for one, other in zip(updated.found, found, strict=True)]
        told = encode({**about, "segments": about_segments(kept)})
        files = (IndexFile("index.json", digest(told), lambda: told), *shard_files(kept, kept.shard))
        made = {file.path: file.make for file in files}
        if first_mismatch(IndexReader(lambda path: made[path]()), trial, updated.read | frozenset(further), both, {}):
            return None
    except (Damaged, KeyError, *FAULTS):
        return None
    return AmendedIndex(files, told, partial(_save, kept))


def _save(kept: KeptIndex) -> None:
    """Where somebody has the database open it stays what it was, and is no more the index that was published."""
    with suppress(*FAULTS):
        kept.save()


def _document(kept: KeptIndex, articles: Mapping[int, Article], number: int) -> Document:
    """A document: of an article that was not changed as it was kept."""
    return document_of(articles[number]) if number in articles else kept.document(number)


def _folded(kept: KeptIndex, articles: Mapping[int, Article], number: int) -> Document:
    return fold_document(_document(kept, articles, number))
