"""Names in a running text become links where each is first read; words that are read otherwise than printed lead to a note.

They are told by their places in the plain text and set at the same places in the HTML.

The plain text of an article is its body without markup, a blank line between two blocks; the text of the HTML is the
same but for white space. Nearly every block stands in the HTML as one piece between two tags and is found as such. A
block that markup cuts is found by its characters without the white space, and in it only what no tag cuts is linked.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from html import unescape
from operator import attrgetter
from typing import NamedTuple

from jianbao.frozen import frozen

_BETWEEN_BLOCKS = "\n\n"
_OPEN_BLOCKS = ("<p>", "<h2>", "<h3>", "<h4>", "<h5>", "<h6>", "<li>")
_TAG_OR_TEXT = re.compile(r"<(/?)([A-Za-z0-9]+)[^>]*>|[^<]+")
_CHARACTER = re.compile(r"&(?:amp|lt|gt|quot);|\S")
_NO_LINKS_IN = frozenset({"a", "code", "pre"})


class NameLink(NamedTuple):
    """A name at plain[start:end] (code points) and the address that it links to, relative to the page it stands on.

    Of a word that is read otherwise than printed, `raw` tells what is printed, and the address is that of a note.
    """

    start: int
    end: int
    address: str
    raw: str = ""


@frozen
class _Block:
    """A block of the plain text, and its names by their places in it."""

    text: str
    names: tuple[NameLink, ...]


def link_names(html: str, plain: str, names: Sequence[NameLink]) -> str:
    """The HTML of a body with links around its names: of each address the first in the text that can be linked.

    `names` stand in the order of the text and apart from one another. Nothing is linked inside a link or code, or where
    a tag cuts the name; without the links the HTML is what it was.
    """
    done, pieces = 0, []
    linked: set[str] = set()
    cut = _Characters(html)
    for block in _blocks(plain, names):
        whole = _escape(block.text)
        at = html.find(f">{whole}<", done) + 1
        if at and html.endswith(_OPEN_BLOCKS, done, at):
            pieces += [html[done:at], _link_block(block, linked)]
            done = at + len(whole)
            continue
        places, passed = cut.places_of(block, done, linked)
        for start, end, name in places:
            pieces += [html[done:start], _link(html[start:end], name)]
            linked.add(name.address)
            done = end
        pieces.append(html[done:passed])
        done = max(done, passed)
    return "".join([*pieces, html[done:]])


def _blocks(plain: str, names: Sequence[NameLink]) -> Iterator[_Block]:
    """The blocks of the text as far as there are names, each with its own, told by their places in the block."""
    start, at = 0, 0
    while at < len(names):
        end = plain.find(_BETWEEN_BLOCKS, start)
        end = len(plain) if end < 0 else end
        first = at
        while at < len(names) and names[at].start < end:
            at += 1
        own = (name._replace(start=name.start - start, end=name.end - start) for name in names[first:at])
        yield _Block(plain[start:end], tuple(name for name in own if 0 <= name.start < name.end <= end - start))
        if end == len(plain):
            return
        start = end + len(_BETWEEN_BLOCKS)


def _link_block(block: _Block, linked: set[str]) -> str:
    """The HTML of a block without markup, with links to what is not in `linked` yet, and is then."""
    done, pieces = 0, []
    for name in block.names:
        if name.address not in linked:
            linked.add(name.address)
            pieces += [
                _escape(block.text[done : name.start]),
                _link(_escape(block.text[name.start : name.end]), name),
            ]
            done = name.end
    return "".join([*pieces, _escape(block.text[done:])])


def _link(text: str, name: NameLink) -> str:
    raw = f' class="read" title="{_escape(name.raw)}"' if name.raw else ""
    return f'<a{raw} href="{_escape(name.address)}">{text}</a>'


def _escape(text: str) -> str:
    """As the library escapes it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


class _Run(NamedTuple):
    """A piece of text between two tags: where it stands in the HTML, and whether names in it may be links."""

    start: int
    end: int
    is_free: bool


class _Characters:
    """The characters of an HTML text without tags and white space, and where each of them stands; read when needed."""

    def __init__(self, html: str) -> None:
        self._html = html

    @cached_property
    def _read(self) -> tuple[str, list[int], list[_Run]]:
        """The characters; the runs they are from; and for each run the number of the characters before it."""
        texts, before, runs, length, closed = [], [], [], 0, 0
        for piece in _TAG_OR_TEXT.finditer(self._html):
            if piece[2]:
                closed += (piece[2] in _NO_LINKS_IN) * (-1 if piece[1] else 1)
            elif text := "".join(unescape(piece[0]).split()):
                texts.append(text)
                before.append(length)
                runs.append(_Run(*piece.span(), closed == 0))
                length += len(text)
        return "".join(texts), before, runs

    def places_of(
        self, block: _Block, after: int, linked: AbstractSet[str]
    ) -> tuple[list[tuple[int, int, NameLink]], int]:
        """(start, end, name) in the HTML of the names of a block that are not linked yet, and where the block ends.

        It stands somewhere behind `after`; what cannot be found ends there.
        """
        text, before, runs = self._read
        passed = bisect_left(runs, after, key=attrgetter("start"))
        whole = "".join(block.text.split())
        at = text.find(whole, before[passed] if passed < len(runs) else len(text))
        if at < 0 or not whole:
            return [], after
        places: dict[str, tuple[int, int, NameLink]] = {}
        for name in block.names:
            first, last = (at + len("".join(block.text[:place].split())) for place in (name.start, name.end))
            run = bisect_right(before, first) - 1
            ends = before[run + 1] if run + 1 < len(runs) else len(text)
            known = name.address in places or name.address in linked
            if first < last <= ends and runs[run].is_free and not known:
                start, end = self._span(runs[run], first - before[run], last - before[run])
                places[name.address] = (start, end, name)
        return list(places.values()), runs[bisect_right(before, at + len(whole) - 1) - 1].end

    def _span(self, run: _Run, first: int, last: int) -> tuple[int, int]:
        """Where in the HTML the characters of a run from `first` to `last` stand."""
        characters = [found.span() for found in _CHARACTER.finditer(self._html, run.start, run.end)]
        return characters[first][0], characters[last - 1][1]
