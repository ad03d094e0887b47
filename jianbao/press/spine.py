"""版脊, the spine of a page: what the raw page holds, in raw order and by length, as one thin strip.

Plain text knows no two-dimensional layout, so drawing one would be invention; order and length are what is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from jianbao.archive.model import Article, Page
from jianbao.frozen import frozen
from jianbao.press.typeset import LOSS

HEIGHT = 240
"""The length of a spine in its own units."""


@frozen
class Band:
    """A run of one article or of furniture: where it begins and how long it is, in units of the spine.

    `look` is `a` or `b` (articles by turns), `photo` or `furniture`; `article` is an id, or empty for furniture.
    """

    look: str
    article: str
    top: int
    height: int


@frozen
class Spine:
    """The bands of a page from top to bottom, and the tops of its losses."""

    bands: tuple[Band, ...]
    losses: tuple[int, ...]

    def outlines(self) -> dict[str, str]:
        """The spine as SVG path data, one path a look; a hair's breadth of paper stays between two bands."""
        looks: dict[str, str] = {}
        for band in self.bands:
            looks[band.look] = looks.get(band.look, "") + f"M0 {band.top}h10v{max(band.height - 1, 1)}H0z"
        return dict(sorted(looks.items()))

    def outline_of(self, article: str) -> str:
        """The bands of one article as SVG path data."""
        own = (band for band in self.bands if band.article == article)
        return "".join(f"M0 {band.top}h10v{max(band.height - 1, 1)}H0z" for band in own)


def draw_spine(page: Page, articles: Mapping[str, Article]) -> Spine:
    """The spine of a page, from the fate of its raw lines; without a record of reading, from its articles' lengths."""
    runs = _runs(_shares(page)) if page.lines else [(id, len(articles[id].plain)) for id in page.articles]
    looks = article_looks(page, articles)
    whole = sum(length for _, length in runs) or 1
    bands, passed = [], 0
    for fate, length in runs:
        top, end = HEIGHT * passed // whole, HEIGHT * (passed + length) // whole
        passed += length
        if end > top:
            bands.append(Band(looks.get(fate, "furniture"), fate if fate in looks else "", top, end - top))
    return Spine(tuple(bands), tuple(_losses(bands, articles)))


def article_looks(page: Page, articles: Mapping[str, Article]) -> dict[str, str]:
    """The look of every article of a page: pictures hatched, the others in two tints by turns."""
    return {
        id: "photo" if articles[id].front.kind == "photo" else "ab"[place % 2]
        for place, id in enumerate(page.articles)
        if id in articles
    }


def _shares(page: Page) -> Iterator[tuple[str, int]]:
    """(fate, characters) of every raw line; a line of several fates is shared evenly between them."""
    for line in page.lines:
        length = len("".join(line.text.split()))
        for fate in line.fates:
            yield fate, max(length // len(line.fates), 1)


def _runs(shares: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return [(fate, sum(length for _, length in run)) for fate, run in groupby(shares, key=lambda share: share[0])]


def _losses(bands: Iterable[Band], articles: Mapping[str, Article]) -> Iterator[int]:
    """Where the losses of every article fall, taken along its bands at the place they have in its text."""
    by_article: dict[str, list[Band]] = {}
    for band in bands:
        if band.article:
            by_article.setdefault(band.article, []).append(band)
    for id, own in by_article.items():
        plain = articles[id].plain
        units = sum(band.height for band in own)
        at = plain.find(LOSS)
        while at >= 0:
            yield _unit(own, units * at // max(len(plain), 1))
            at = plain.find(LOSS, at + 1)


def _unit(bands: list[Band], passed: int) -> int:
    for band in bands:
        if passed < band.height:
            return band.top + passed
        passed -= band.height
    return bands[-1].top + bands[-1].height
