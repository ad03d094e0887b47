"""/people/SLUG/, /places/SLUG/, /organizations/SLUG/: who or what it is, and every sentence that names it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import chain, groupby

from jianbao.archive.model import AREAS, Entity, Quote
from jianbao.frozen import frozen
from jianbao.press.company import Appearances, Company, company
from jianbao.press.docket import Job
from jianbao.press.edition import Edition, Entry, Sign
from jianbao.press.paging import Leaf, leaves
from jianbao.press.quotations import Quotation, paragraph_starts, quotations_of
from jianbao.press.sheet import Late, Sheet, mark_of
from jianbao.press.strip import draw_strip
from jianbao.press.stubs import Stubs
from jianbao.press.years import Year, YearShelf, under_years, years_of

Starts = Callable[[str], "array[int]"]
"""Where the paragraphs of an article begin, by its id."""
_NO_QUOTES: Sequence[None] = (None,)


@frozen
class Held:
    """A post: its words as printed, the day in words, and the article that has it (None where it may not be listed)."""

    words: str
    date: str
    entry: Entry


@frozen
class Named:
    """An article that names the entity, and the sentences in which it does."""

    entry: Entry
    quotations: tuple[Quotation, ...]


def entity_jobs(
    edition: Edition, stubs: Stubs, only: Collection[str] | None = None, known: Appearances | None = None
) -> Callable[[Iterable[Entity]], Iterator[Job]]:
    """What makes the pages of people, places and organizations; what they share is found once.

    Of pages with many leaves those that show one of the articles `only`, if any are told. `known` is as in `company`.
    """
    starts = cache(lambda id: paragraph_starts(edition.archive.articles[id]))
    around = company(edition, known)
    return lambda entities: (
        Job(one.path, partial(_docket, edition, stubs, one), partial(_entity, edition, one, starts, around, only))
        for one in entities
    )


def _docket(edition: Edition, stubs: Stubs, entity: Entity) -> bytes:
    below = map(edition.entities["place"].get, entity.below)
    namesakes = ((entity.kind, slug) for slug in entity.namesakes)
    return stubs.docket(
        *stubs.told_entity(entity),
        stubs.signs(chain(entity.above, namesakes)),
        b"".join(map(stubs.sized, (*below, edition.archive.reporters.get(entity.reporter)))),
    )


def _entity(
    edition: Edition, entity: Entity, starts: Starts, company_of: Company, only: Collection[str] | None
) -> Iterator[Sheet]:
    reporter = edition.archive.reporters.get(entity.reporter)
    places = _places(edition, entity)
    years = _years(edition, entity, places)
    around = {
        "entity": edition.sign(entity),
        "sort": entity.sort,
        "up": AREAS[entity.kind] + "/",
        "size": edition.size(entity),
        "public": entity.public,
        "above": _above(edition, entity),
        "below": _below(edition, entity),
        "other_names": entity.other_names,
        "posts": list(_posts(edition, entity)),
        "why": entity.why[edition.wording.table["language"] == "en"],
        "namesakes": _signs(edition, ((entity.kind, slug) for slug in entity.namesakes)),
        "elsewhere": [label.replace("/", "") for label in entity.elsewhere],
        "reporter": edition.sized([reporter])[0] if reporter else None,
        "company": company_of(entity),
        "years": years,
        "strip": draw_strip(entry.printed for entry in edition.listed(entity.articles)),
    }
    for leaf in leaves(entity.path, places):
        if only is not None and not any(id in only for id, _ in leaf.lines):
            continue
        view = {**around, "leaf": leaf.bare(), "shelves": _shelves(edition, leaf, years, starts)}
        yield edition.page("entity.html", leaf.path, view, listed=entity.public)


def _signs(edition: Edition, names: Iterable[tuple[str, str]]) -> list[Sign]:
    """Links to what these kinds and slugs mean, as far as it has a page."""
    return [edition.sign(one) for kind, slug in names if (one := edition.meant(kind, slug))]


def _above(edition: Edition, entity: Entity) -> list[tuple[str, str]]:
    """(name, address or nothing) of all that an entity belongs to, from the widest."""
    signs = {sign.name: sign.path for sign in _signs(edition, entity.above)}
    named = dict.fromkeys(filter(None, entity.parent.split("/")), "")
    return list((named | signs if signs.keys() <= named.keys() else signs).items())


def _below(edition: Edition, entity: Entity) -> tuple[tuple[Sign, int], ...]:
    places = edition.entities["place"]
    return edition.sized(places[slug] for slug in entity.below if slug in places)


def _posts(edition: Edition, entity: Entity) -> Iterator[Held]:
    for post in entity.posts:
        if post.article in edition.entries:
            inferred = "issued" in edition.archive.articles[post.article].inferred
            yield Held(post.words, edition.wording.date(post.date, inferred), edition.entries[post.article])


def _places(edition: Edition, entity: Entity) -> list[tuple[str, Quote | None]]:
    """(article id, a place that names the entity), in order; an article that names it in its by-line only has none."""
    quotes: dict[str, list[Quote]] = {}
    for quote in entity.quotes:
        quotes.setdefault(quote.article, []).append(quote)
    shown = [id for id in entity.articles if id in edition.entries]
    return [(id, quote) for id in shown for quote in quotes.get(id, _NO_QUOTES)]


def _years(edition: Edition, entity: Entity, places: Sequence[tuple[str, Quote | None]]) -> tuple[Year, ...]:
    first: dict[str, int] = {}
    for line, (id, _) in enumerate(places):
        first.setdefault(id, line)
    return years_of(entity.path, ((edition.entries[id].year, line) for id, line in first.items()))


def _shelves(edition: Edition, leaf: Leaf[tuple[str, Quote | None]], years: tuple[Year, ...], starts: Starts) -> Late:
    """The articles of a leaf under their years with their sentences, which are cut when the page is printed."""
    named = [
        (edition.entries[id], tuple(quote for _, quote in places if quote))
        for id, places in groupby(leaf.lines, key=lambda line: line[0])
    ]
    digests = [edition.archive.articles[entry.id].digest for entry, _ in named]
    return Late(mark_of(named, digests), partial(_quote, edition, named, years, starts))


def _quote(
    edition: Edition,
    named: Sequence[tuple[Entry, tuple[Quote, ...]]],
    years: tuple[Year, ...],
    starts: Starts,
) -> list[YearShelf[Named]]:
    quoted = (
        Named(entry, tuple(quotations_of(edition.archive.articles[entry.id], quotes, starts(entry.id))))
        for entry, quotes in named
    )
    return under_years([(one.entry.year, one) for one in quoted], years)
