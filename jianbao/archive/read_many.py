"""Reading many articles: by several hands, and what stands as it stood is not read again.

What was read is kept in the cache in many small files, so that an edit writes one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from jianbao.archive.kept_rows import KeptRows
from jianbao.archive.read_once import read_once
from jianbao.at_rest import collector_at_rest
from jianbao.content import article as content_article
from jianbao.content.article_file import ArticleText, read_article, read_neat
from jianbao.content.markdown import plain_text
from jianbao.content.packed_front import pack_front, unpack_front
from jianbao.content.raw_body import cut_raw
from jianbao.files_below import Standing, read_whole
from jianbao.frozen import frozen
from jianbao.hands import do_nothing, hands_for
from jianbao.program_mark import program_mark

Report = Callable[[str, int, int], None]
"""Called with the name of a step, how many are done and how many there are."""

FOLDER = "articles"
"""In the cache."""
_PIECE = 128
"""Articles that a hand reads in one go."""

_Row: TypeAlias = tuple[Any, str, str, str, str, str | None]
"""What was read of a file that is in order: its front matter, its body, the digests and the text as in `Held`."""


@frozen
class Held:
    """An article as its file holds it. `digest` is of the file's text, `sha256` of the text as the ledger counts it.

    `head` is of the bytes of the front matter, where the file can be cut behind it without reading it; else empty.
    `plain` is the body's text without markup, where it is known already.
    """

    article: content_article.Article
    digest: str
    sha256: str
    head: str = ""
    plain: str | None = None


class Looked(NamedTuple):
    """What came of looking into a file: what it holds, or what is told of it, or why it cannot be opened."""

    held: Held | None
    seen: ArticleText | None = None
    error: OSError | None = None


Stats = Mapping[str, Standing]
"""The size and the age (nanoseconds) of every file by its path."""


def read_many(
    content: Path,
    files: Stats,
    cache: Path | None,
    jobs: int,
    report: Report,
    *,
    evidence: bool = True,
    meanwhile: Callable[[], object] = do_nothing,
) -> Iterator[Looked]:
    """What came of every file, in the order of `files`. The `cache` may be deleted at any time; `jobs` as everywhere.

    Without `evidence` articles have no `sha256`. `meanwhile` is done while other processes read.
    """
    with collector_at_rest():
        kept = KeptRows(cache, FOLDER, f"articles {program_mark()}")
        read = partial(_read_piece, str(content), evidence)
        stand = {path: (stat,) for path, stat in files.items()}
        rows = read_once(stand, kept, read, _PIECE, hands_for(jobs), partial(report, "load"), meanwhile)
        for path, row in rows.items():
            yield Looked(_held(path, row)) if row else _look(content, path)


def _read_piece(content: str, evidence: bool, paths: Sequence[str]) -> list[_Row | None]:
    """The rows of files; None for those of which something is to be told."""
    if evidence:
        from jianbao.content.edited import reading_digest

    rows: list[_Row | None] = []
    for path in paths:
        try:
            data = read_whole(f"{content}/{path}")
        except OSError:
            rows.append(None)
            continue
        cut = cut_raw(data)
        article = read_neat(path, cut) if cut else None
        if article is None:
            _, article, told = read_article(path, data)
            if article is None or told:
                rows.append(None)
                continue
        body, sha256, plain = article.body, "", None
        if evidence:
            sha256 = reading_digest(data.decode("utf-8"))
            plain = plain_text(body)
            plain = body if plain == body else plain  # one text is kept once
        head = cut.mark if cut and cut.body == body else ""
        rows.append((pack_front(article.front), body, _digest(data), sha256, head, plain))
    return rows


def read_file(content: Path, path: str) -> Held | None:
    """One article as its file holds it now; None where something is to be told of it."""
    (row,) = _read_piece(str(content), True, [path])
    return _held(path, row) if row else None


def _look(content: Path, path: str) -> Looked:
    """A file of which something is to be told."""
    from jianbao.content.edited import reading_digest

    try:
        text, article, _ = seen = read_article(path, (content / path).read_bytes())
    except OSError as error:
        return Looked(None, None, error)
    held = Held(article, digest(text), reading_digest(text)) if article is not None and text is not None else None
    return Looked(held, seen)


def _held(path: str, row: _Row) -> Held:
    front, body, of_text, sha256, head, plain = row
    return Held(content_article.Article(path, unpack_front(front), body), of_text, sha256, head, plain)


def digest(text: str) -> str:
    """A short digest of a text: whatever shows it depends on it."""
    return _digest(text.encode("utf-8", "surrogatepass"))


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=12).hexdigest()
