"""The facts of each article, derived from its parts, its page and what is known: front matter and body."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path

from jianbao.content.article import FrontMatter, Source
from jianbao.content.edtf import is_day
from jianbao.content.markdown import body_of
from jianbao.frozen import frozen
from jianbao.knowledge.authority import Stamp, stamp_of
from jianbao.knowledge.gazetteer import Gazetteer
from jianbao.knowledge.topics import Topics
from jianbao.reading.dates import event_date, latest_day
from jianbao.reading.districts import districts_of, own_districts, share_of_page, vote_city
from jianbao.reading.joints import Draft
from jianbao.reading.kinds import kind_of
from jianbao.reading.local_evidence import city_by_towns, counties_by_places
from jianbao.reading.masthead import guess_facts
from jianbao.reading.page import Facts, Furniture, Guess, RawPage, ReadArticle, Role
from jianbao.reading.parts import Setting
from jianbao.reading.topics import topics_of
from jianbao.text.language import language_of


@frozen
class Known:
    """What is known of the page before its articles are looked at one by one."""

    raw: RawPage
    facts: Facts
    furniture: tuple[Furniture, ...]
    authority: Path | None


@lru_cache(maxsize=2)
def _gazetteer(authority: Path | None, _stamp: Stamp) -> tuple[Gazetteer, Topics]:
    return Gazetteer.load(authority), Topics.load(authority)


def fill_articles(
    known: Known, drafts: Sequence[Draft], settings: Sequence[Setting], labels: Sequence[str]
) -> tuple[tuple[ReadArticle, ...], dict[str, Guess]]:
    """The articles with their front matter and bodies, and the page's facts as the machine guesses them."""
    gazetteer, topics = _gazetteer(known.authority, stamp_of(known.authority))
    districts = gazetteer.districts
    texts = [_all_text(setting) for setting in settings]
    guesses = guess_facts(known.raw.file, known.furniture, texts)
    told_apart = [(_title_lines(setting), _prose(setting)) for setting in settings]
    others = [*map(_other_text, settings), *(piece.text for piece in known.furniture)]
    spoken = [*chain.from_iterable(told_apart), *others]
    city = vote_city(spoken, known.facts.city, districts).city or city_by_towns(spoken, gazetteer)
    if city and not known.facts.city:
        guesses["city"] = Guess(city, "text")
    own = [
        own_districts(title_lines, prose, city, districts) or counties_by_places(title_lines, prose, city, gazetteer)
        for title_lines, prose in told_apart
    ]
    share = share_of_page(own)
    issued = known.facts.issued or _guessed(guesses, "issued")
    latest = latest_day(texts, issued)
    articles: list[ReadArticle] = []
    for draft, setting, label, text, (title_lines, prose), spoken_of in zip(
        drafts, settings, labels, texts, told_apart, own, strict=True
    ):
        told = known.facts.districts
        front = FrontMatter(
            title=setting.title,
            kicker=setting.texts(Role.KICKER),
            subtitle=setting.texts(Role.SUBTITLE),
            section=label,
            kind=kind_of(draft, setting, label),
            authors=setting.authors,
            districts=told or districts_of(spoken_of, (title_lines, prose), city, share, districts),
            event_date=event_date(f"{title_lines}\n{prose}", issued, latest),
            captions=setting.captions,
            order="repaired" if draft.repaired or setting.moved else "",
            issued=issued,
            date=issued if is_day(issued) else "",
            newspaper=known.facts.newspaper or _guessed(guesses, "newspaper"),
            page=known.facts.page or _guessed(guesses, "page"),
            page_name=known.facts.page_name or _guessed(guesses, "page_name"),
            topics=topics_of([*title_lines.splitlines(), label], prose, topics),
            language=known.facts.language or language_of(text),
            source=(Source(known.raw.file, _source_lines(known.raw.text, setting)),),
        )
        articles.append(ReadArticle(setting.parts, front, body_of(_blocks(setting)), draft.margin, setting.jumps))
    return tuple(articles), guesses


def _guessed(guesses: dict[str, Guess], name: str) -> str:
    return guesses[name].value if name in guesses else ""


_OF_TITLE = frozenset({Role.KICKER, Role.TITLE, Role.SUBTITLE})
_OF_PROSE = frozenset({Role.PARAGRAPH, Role.SUBHEAD, Role.CAPTION})


def _title_lines(setting: Setting) -> str:
    return "\n".join(part.text for part in setting.parts if part.role in _OF_TITLE)


def _prose(setting: Setting) -> str:
    return "\n".join(part.text for part in setting.parts if part.role in _OF_PROSE)


def _other_text(setting: Setting) -> str:
    """By-lines, credits and jump lines."""
    return "\n".join(part.text for part in setting.parts if part.role not in _OF_TITLE | _OF_PROSE)


def _all_text(setting: Setting) -> str:
    return "\n".join(part.text for part in setting.parts)


def _blocks(setting: Setting) -> list[tuple[bool, str]]:
    return [
        (part.role is Role.SUBHEAD, part.text) for part in setting.parts if part.role in (Role.PARAGRAPH, Role.SUBHEAD)
    ]


def _source_lines(raw: str, setting: Setting) -> tuple[tuple[int, int], ...]:
    """The raw lines of the article as 1-based ranges; blank lines between two of its lines do not part them."""
    taken = sorted({number for part in setting.parts for span in part.spans for number in _lines(raw, span)})
    lines = raw.split("\n")
    ranges: list[tuple[int, int]] = []
    for number in taken:
        if ranges and not "".join(lines[ranges[-1][1] : number - 1]).strip():
            ranges[-1] = (ranges[-1][0], number)
        else:
            ranges.append((number, number))
    return tuple(ranges)


def _lines(raw: str, span: tuple[int, int]) -> range:
    first = raw.count("\n", 0, span[0]) + 1
    return range(first, first + raw.count("\n", span[0], max(span[0], span[1] - 1)) + 1)
