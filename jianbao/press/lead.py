"""The lead of the front page: not the longest article, but the one in which people of the district speak."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import yaml

from jianbao.archive.model import Article
from jianbao.frozen import frozen
from jianbao.press.plain_blocks import LOSS

KINDS = ("feature", "news")
SHORTEST = 150
"""A lead has at least so many characters; below that there is nothing to set in two columns."""

RESIDENT = 4
"""The weight of a resident's words, against 1 of any others."""

_HAN = r"(?:(?:^|(?<=[。！？”]))[^。！？“”]{0,30})?(?:“[^“”]{8,90}”[^。！？“”]{0,40})+(?:[。！？]|$)"
_LATIN_REST = r"(?:[^.!?“”]|(?<=\bM[rs])\.|(?<=\bMrs)\.|(?<=\bDr)\.){0,80}"
_LATIN = rf"(?:(?:^|(?<=[.!?”]\s))[^.!?“”]{{0,60}})?(?:“[ -~‘’…–—]{{20,260}}”{_LATIN_REST})+(?:[.!?]|$)"
_QUOTED = re.compile(f"{_HAN}|{_LATIN}")
"""A sentence with words in quotation marks, from its beginning or from the marks on."""

_SAID = re.compile(r"“[^“”]*”")


@frozen
class Voice:
    """Somebody's own words as printed, with the words that say who speaks."""

    text: str
    weight: int


@frozen
class _Marks:
    speech: re.Pattern[str]
    residents: re.Pattern[str]
    officials: re.Pattern[str]
    places: re.Pattern[str]


def choose_lead(articles: Iterable[Article]) -> Article | None:
    """Of the newest articles, the by-lined story in which people speak and villages are named; the first one on a tie.

    A story whose headline or text is lost in part does not lead. Where no story has a by-line, one without leads.
    """
    stories = [article for article in articles if _may_lead(article)]
    signed = [article for article in stories if article.front.authors]
    return max(signed or stories, key=_warmth, default=None)


def best_voice(article: Article) -> Voice | None:
    """The quotation that stands out as a pull quote: a resident's own words; None where no resident speaks."""
    return next((voice for voice in voices(article.plain) if voice.weight == RESIDENT), None)


def voices(plain: str) -> list[Voice]:
    """All quotations in a text that somebody is said to have spoken."""
    marks = _marks()
    found = []
    for paragraph in plain.split("\n\n"):
        for match in _QUOTED.finditer(paragraph):
            around = _SAID.sub("", match[0])
            if marks.speech.search(around):
                own = marks.residents.search(around) and not marks.officials.search(around)
                found.append(Voice(_sentence(match), RESIDENT if own else 1))
    return found


def _sentence(match: re.Match[str]) -> str:
    return match[0].strip().lstrip("，、；,;")


def _may_lead(article: Article) -> bool:
    whole = article.front.title and LOSS not in article.front.title and LOSS not in article.plain
    return bool(whole) and article.front.kind in KINDS and len(article.plain) >= SHORTEST


def _warmth(article: Article) -> int:
    return sum(voice.weight for voice in voices(article.plain)) + min(
        len(set(_marks().places.findall(article.plain))), 3
    )


@cache
def _marks() -> _Marks:
    lists = yaml.safe_load((Path(__file__).parent / "voices.yaml").read_text(encoding="utf-8"))
    speech, residents, officials = (_any_of(lists[key]) for key in ("speech", "residents", "officials"))
    return _Marks(speech, residents, officials, re.compile(rf"[\u4e00-\u9fff]{{2,3}}(?:{'|'.join(lists['places'])})"))


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
