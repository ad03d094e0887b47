"""The newspaper pages: their facts, their articles as printed, and where every raw line went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from jianbao.archive.model import Page
from jianbao.archive.order import UNKNOWN_LAST, known_day, natural
from jianbao.archive.read_many import digest
from jianbao.content.article import FrontMatter
from jianbao.content.page_name import cut_name

if TYPE_CHECKING:
    from jianbao.archive.read_pages import HeldPage
    from jianbao.content.ledger_outline import RawLine
    from jianbao.content.page_record import PageDoubt, PageRecord

AREA = "p"
FROM_ARTICLES = ("newspaper", "issued", "page", "page_name", "language")
"""Facts of a page that its articles carry too; what they agree on counts where nobody told otherwise."""

INFERRED_FROM = "text"
"""The source of a guess that the page does not print and no file name says."""


def page_of(id: str) -> str:
    """The page of an article: 7KQ2M9X/03 → 7KQ2M9X."""
    return id.partition("/")[0]


def page_path(id: str) -> str:
    """The address of a page."""
    return f"{AREA}/{id}/"


def facts_of(held: HeldPage | None, fronts: Iterable[FrontMatter]) -> dict[str, str]:
    """What is known of a page: what people told in pages.csv, else what all of its articles say.

    The city is that of all districts its articles are about, where these are of one city.
    """
    told = dict(held.told) if held else {}
    fronts = list(fronts)
    for fact in FROM_ARTICLES:
        values = {getattr(front, fact) for front in fronts}
        if not told.get(fact) and len(values) == 1:
            told[fact] = values.pop()
    cities = {label.rpartition("/")[0] for front in fronts for label in front.districts}
    if not told.get("city") and len(cities) == 1:
        told["city"] = cities.pop()
    return told


def inferred(held: HeldPage | None, facts: Mapping[str, str]) -> tuple[str, ...]:
    """Which of these facts the machine made up its mind about from the text alone: untold, and nowhere printed as such."""
    if held is None:
        return ()
    guesses = held.record.guesses
    return tuple(
        fact
        for fact in ("issued", "newspaper")
        if not held.told.get(fact) and guesses.get(fact) == (facts.get(fact), INFERRED_FROM)
    )


def printed_order(held: HeldPage | None, ids: Iterable[str]) -> tuple[str, ...]:
    """The ids of a page as printed: in the order of its record, then what the record does not know, by number."""
    place = {id: number for number, id in enumerate(held.record.articles)} if held else {}
    return tuple(sorted(ids, key=lambda id: (place.get(id, len(place)), natural(id.rpartition("/")[2]))))


def page_rank(raw_file: str, line: int, facts: Mapping[str, str]) -> tuple[object, ...]:
    """Pages stand as they came out: by day, paper and number; pages without a day behind, by raw file and line."""
    when = facts.get("issued") or UNKNOWN_LAST
    return (when, facts.get("newspaper", ""), natural(facts.get("page", "")), natural(raw_file), line)


def make_page(
    id: str, held: HeldPage | None, facts: Mapping[str, str], ids: tuple[str, ...], newspaper: str,
    around: tuple[str, str], withheld: AbstractSet[str] = frozenset(),
) -> Page:  # fmt: skip
    """The page with everything its address shows. `newspaper` is the slug of its paper's list, empty where none is.

    `withheld` are ids of articles of which nothing may be shown, and no doubt about their text either.
    """
    record, ledger = (held.record, held.ledger) if held else (None, None)
    issued = facts.get("issued", "")
    withheld = withheld & set(ids)
    lines = ledger.lines if ledger else ()
    return Page(
        id=id, path=page_path(id), file=record.file if record else "", newspaper=newspaper, issued=issued,
        date=known_day(issued), page=facts.get("page", ""), page_name=facts.get("page_name", ""),
        edition=facts.get("edition", ""), city=facts.get("city", ""), encoding=record.encoding if record else "",
        display=page_name(id, record.file if record else "", facts), articles=ids,
        furniture=record.furniture if record else (), losses=record.losses if record else 0,
        doubts=shown_doubts(record, lines, withheld) if record else (),
        edits=total(ledger.edits.values()) if ledger else {}, characters=record.characters if record else 0,
        lines=lines, source_url=facts.get("source_url", ""),
        rights=facts.get("rights", ""), image=facts.get("image", ""), previous=around[0], next=around[1],
        digest=digest((held.digest if held else "") + repr((sorted(facts.items()), ids, newspaper, around, sorted(withheld)))),
        inferred=inferred(held, facts), folder=str(PurePosixPath(held.path).parent) if held else "",
        lines_before=record.lines_before if record else 0,
    )  # fmt: skip


def total(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """What the articles of a page count together, by rule."""
    whole: Counter[str] = Counter()
    for count in counts:
        whole.update(count)
    return dict(sorted(whole.items()))


def page_name(id: str, file: str, facts: Mapping[str, str]) -> str:
    """What the page is called: paper, day and number as far as known, else its raw file's name."""
    latin = facts.get("language", "").startswith("en")
    number = facts.get("page", "")
    numbered = (f"p. {number}" if latin else f"第{number}版" if number.isdecimal() else f"{number}版") if number else ""
    known = [part for part in (facts.get("newspaper", ""), facts.get("issued", ""), numbered) if part]
    if facts.get("newspaper") or known_day(facts.get("issued", "")):
        return " ".join([*known, facts.get("page_name", "")]).strip()
    raw_file, several = cut_name(file)
    stem = PurePosixPath(raw_file).stem + (f"#{several}" if several else "")
    return stem or id


def shown_doubts(record: PageRecord, lines: tuple[RawLine, ...], withheld: AbstractSet[str]) -> tuple[PageDoubt, ...]:
    """The doubts of a page without those that would quote a withheld article; none where it cannot be told which."""
    if not withheld:
        return record.doubts
    fates = {line.number: line.fates for line in lines}
    named = tuple(f"{id}：" for id in withheld)
    return tuple(
        doubt
        for doubt in record.doubts
        if fates.get(doubt.line)
        and withheld.isdisjoint({*fates[doubt.line], doubt.article})
        and not doubt.zh.startswith(named)
    )
