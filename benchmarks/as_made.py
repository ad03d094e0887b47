"""How many articles of a made archive come out of the reading as they were made.

A figure of a reading that goes wrong says little of what reading costs; so whoever measures says this beside it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from statistics import fmean

from benchmarks.made_archive import MadeArticle, Maker
from jianbao.content.article import Article, FrontMatter
from jianbao.content.article_file import read_article

LOOKED_AT = 2000
"""Articles that are compared, the first ones made: their pages lie all over the twenty years."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Articles `made` and `read`; `shares` of what was compared of `looked_at` articles came out as it was made."""

    made: int
    read: int
    looked_at: int
    shares: Mapping[str, float]

    def __str__(self) -> str:
        told = ", ".join(f"{what} {share:.1%}" for what, share in self.shares.items())
        return f"{self.made} articles made, {self.read} read; as made of the first {self.looked_at}: {told}"


def reading_of(content: Path, made: int, seed: int = 1) -> Reading:
    """What stands in `content`, beside the articles of an archive of which `made` are there."""
    read = sum(1 for _ in content.glob("*/[0-9]*.md"))
    shares: dict[str, list[float]] = {}
    for article, found in _pairs(content, islice(Maker(seed).articles(made), LOOKED_AT)):
        for what, share in _as_made(article, found):
            shares.setdefault(what, []).append(share)
    return Reading(made, read, min(made, LOOKED_AT), {what: fmean(some) for what, some in shares.items()})


def _as_made(made: MadeArticle, found: Article | None) -> Iterator[tuple[str, float]]:
    front = found.front if found else FrontMatter()
    yield "headline, by-line and text", found is not None and _print_of(found) == _print_of(made)
    paper = (front.newspaper, front.issued, front.page.lstrip("0"))
    yield "paper, day and page number", paper == (made.newspaper, made.day, str(made.page))
    yield "districts", fmean("/".join(pair) in front.districts for pair in made.districts)
    yield "topics", fmean(topic in front.topics for topic in made.topics)


def _pairs(content: Path, made: Iterable[MadeArticle]) -> Iterator[tuple[MadeArticle, Article | None]]:
    """Each article made with the one on its page that has its headline, if there is any."""
    for folder, articles in groupby(made, lambda one: one.folder):
        files = sorted((content / folder).glob("[0-9]*.md"))
        found = (read_article(f"{folder}/{file.name}", file.read_bytes()).article for file in files)
        by_title = {_letters(one.front.title): one for one in found if one}
        yield from ((article, by_title.get(_letters(article.title))) for article in articles)


def _print_of(article: Article | MadeArticle) -> tuple[object, ...]:
    """What a reader sees of it, whatever its marks and spaces."""
    if isinstance(article, Article):
        return _letters(article.front.title), tuple(one.name for one in article.front.authors), _letters(article.body)
    return _letters(article.title), article.reporters, _letters(article.body)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text))
