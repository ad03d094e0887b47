"""/review/: what needs a person's eye, by kind, the most urgent first; each kind goes on on pages of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from jianbao.archive.model import Review
from jianbao.frozen import frozen
from jianbao.press.edition import Edition, Entry
from jianbao.press.paging import Leaf, leaves
from jianbao.press.sheet import Sheet

HOME = "review/"
FIRST = 10
"""So many of each kind stand on the first page."""


class Task(NamedTuple):
    """Something to look at: what it is, the article, the place on the page as read, and where it is mended.

    `line` is the raw line that `page` points at (empty: the whole page), `edit` an address (empty: none is told) and `file`
    the path below content/, a folder's with a slash at its end.
    """

    words: str
    article: Entry | None
    page: str
    line: str
    file: str
    edit: str


@frozen
class Kind:
    """The tasks of one kind that a page shows, their number in the whole archive, and the address of all of them."""

    kind: str
    size: int
    more: str
    tasks: tuple[Task, ...]


def review_sheets(edition: Edition, ids: Mapping[str, str]) -> Iterator[Sheet]:
    """/review/ and, for every kind of which there is more than it shows, /review/KIND/; `ids` are those of articles by file."""
    by_kind = _by_kind(edition.archive.review)
    by_file = {file: edition.entries[id] for file, id in ids.items() if id in edition.entries}
    kinds = [
        Kind(kind, len(found), _more(kind, found), tuple(_task(edition, one, by_file) for one in found[:FIRST]))
        for kind, found in by_kind.items()
    ]
    yield edition.page("review.html", HOME, {"kinds": kinds, "size": len(edition.archive.review)})
    for kind, found in by_kind.items():
        if len(found) > FIRST:
            for leaf in leaves(_more(kind, found), found):
                yield _of_kind(edition, kind, leaf, len(found), by_file)


def _by_kind(review: Sequence[Review]) -> Mapping[str, list[Review]]:
    """The list comes most urgent first: so do the kinds, by their most urgent task."""
    found: dict[str, list[Review]] = {}
    for one in review:
        found.setdefault(one.kind, []).append(one)
    return found


def _more(kind: str, found: Sequence[Review]) -> str:
    return f"{HOME}{kind}/" if len(found) > FIRST else ""


def _of_kind(edition: Edition, kind: str, leaf: Leaf[Review], size: int, by_file: Mapping[str, Entry]) -> Sheet:
    tasks = tuple(_task(edition, one, by_file) for one in leaf.lines)
    view = {"leaf": leaf.bare(), "one": Kind(kind, size, "", tasks)}
    return edition.page("review_kind.html", leaf.path, view, listed=False)


def _task(edition: Edition, one: Review, by_file: Mapping[str, Entry]) -> Task:
    words = one.en if edition.wording.table["language"] == "en" else one.zh
    place = one.path if edition.settings.raw_lines else one.path.partition("#")[0]
    page, mark, line = place.partition("#L")
    on_page = page.startswith("p/")
    template = edition.settings.edit_url if one.file and not one.file.endswith("/") else ""
    return Task(
        words,
        by_file.get(one.file),
        f"{page}{mark}{line}" if on_page else "",
        line if on_page else "",
        one.file,
        template.replace("{file}", quote(one.file)),
    )
