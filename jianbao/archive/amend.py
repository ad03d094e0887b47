"""挖改, amending: an article is changed in the archive as it stands, where the change stays within the article. The story.

A word put right moves nothing else: the same names stand in the text, its keywords and what it has in common with others are
what they were, or nobody else's concern. Then the article is made anew with the places of its names, and so are the quotations
of those whom it names. Where anything else would move, everything is linked again; the outcome is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from jianbao.archive import all_names, keywords
from jianbao.archive.content_files import RECORD
from jianbao.archive.display_name import display_name, is_latin, summary
from jianbao.archive.kept_rows import KeptRows
from jianbao.archive.load import AUTHORITY
from jianbao.archive.model import AREAS, Archive, Article, Entity, Page, Quote, Review
from jianbao.archive.names.found import Names, Span
from jianbao.archive.names.packed import Packed, pack, unpack
from jianbao.archive.names.passage import TEXT, Passage
from jianbao.archive.names.same_names import Moved, moved_places
from jianbao.archive.passages import passage_from
from jianbao.archive.read_many import Held, read_file
from jianbao.archive.read_pages import HeldPage, read_record
from jianbao.archive.review import by_urgency, review_with_articles
from jianbao.archive.standing import Cards, Named, Standing
from jianbao.archive.stories import related
from jianbao.archive.stories.same_leads import Holders, same_leads
from jianbao.archive.stories.traits import Traits, traits_of
from jianbao.archive.texts import Text, text_of
from jianbao.cabinet import Damaged
from jianbao.content.article import FrontMatter
from jianbao.content.edited import is_edited
from jianbao.content.ledger_outline import LedgerOutline
from jianbao.hands import begin, hands_for
from jianbao.kept import keep, read_kept

MOST = 64
"""Of more articles with other keywords all are linked again."""
REMEMBERED = (keywords.KEPT, related.KEPT)
"""The files of the cache that must be as the archive's linking left them."""


class Amended(NamedTuple):
    """The articles that were changed, by id: as they were, and as they are.

    `keep` lets the cache know of them, and tells whether it does.
    """

    articles: Mapping[str, tuple[Article, Article]]
    keep: Callable[[], bool]


def begin_to_amend(
    standing: Standing, content: Path, cache: Path, files: Sequence[str], jobs: int
) -> Callable[[], Amended | None]:
    """What changes the articles of these files in the archive that stands; it gives None where the change reaches further.

    `files` are paths below content/ of files that changed since. Another process, if `jobs` allows one, looks for names from
    now on. Raises `Damaged`, what comes back too.
    """
    ids, form = standing.ids_by_file, all_names.form_of(content / AUTHORITY)
    due = [_read(standing, content, ids[file]) if file in ids else None for file in files]
    if None in due:
        return lambda: None
    texts = [one for one in due if one is not None]
    names = begin(partial(_find, [one.passage for one in texts], content / AUTHORITY), hands_for(jobs))

    def amend() -> Amended | None:
        ranked, leads = read_kept(cache / keywords.KEPT, form), read_kept(cache / related.KEPT, related.form())
        found = list(map(unpack, names()))
        if ranked is None or leads is None:
            return None
        bench = _Bench(standing, content, KeptRows(cache, all_names.FOLDER, form), keywords.Ranked(*ranked), leads)
        if not all(bench.change(one, now) for one, now in zip(texts, found, strict=True)):
            return None
        return Amended(bench.changed, lambda: bench.keep(cache, form))

    return amend


class _Due(NamedTuple):
    """An article as it stands, what its file says now, and both texts as passages in which names are looked for."""

    before: Article
    held: Held
    text: Text
    was: Passage
    passage: Passage


def _read(standing: Standing, content: Path, id: str) -> _Due | None:
    """An article whose text is another now, or was proofread; None where more of it may be another than that."""
    before = standing.archive.articles[id]
    held = read_file(content, before.file)
    if held is None or _unchecked(held.article.front) != _unchecked(before.front):
        return None
    if before.front.withheld or id in standing.joined:
        return None
    text, named = text_of(held), standing.named(id)
    if display_name(text.front, text.plain) != before.display:
        return None
    was, now = (passage_from(one, named.city, named.districts) for one in (_text_of(before), text))
    return _Due(before, held, text, was, now)


def _unchecked(front: FrontMatter) -> FrontMatter:
    """What an article says of itself, whoever has proofread it: nobody else's page tells that."""
    return replace(front, proofread=())


def _text_of(article: Article) -> Text:
    return Text(article.front, article.body, article.plain, article.digest)


def _find(passages: Sequence[Passage], authority: Path) -> list[Packed]:
    """The packed names of each passage."""
    from jianbao.archive.names.find import find_names  # heavy, and in a process of its own
    from jianbao.archive.names.known import Known

    known = Known.load(authority)
    return [pack(find_names(passage, known)) for passage in passages]


class _Bench:
    """What changing several articles shares; nothing is kept before all are changed."""

    def __init__(
        self, standing: Standing, content: Path, names: KeptRows, ranked: keywords.Ranked, leads: Mapping[str, Any]
    ) -> None:
        self._standing, self._content, self._names, self._ranked = standing, content, names, ranked
        self._holders = Holders.of_all(leads)
        self._found: dict[str, tuple[str, Names]] = {}
        self.changed: dict[str, tuple[Article, Article]] = {}

    def change(self, due: _Due, now: Names) -> bool:
        """Change one article, in which these are the names; False where more would change than that."""
        before = self._standing.archive.articles[due.before.id]
        mark = all_names.mark_of(due.passage, due.text.digest)
        then = self._names_of(before, due.was)
        moved, page = moved_places(then, now), self._page_of(before)
        if moved is None or page is None or not _leads_in(before, moved):
            return False
        ranked, differing = keywords.amend(self._ranked, before.id, then.words, now.words, mark, self._all_words)
        if len(differing) > MOST:
            return False
        after = _remade(before, due.held, due.text, ranked.articles[before.id][1], moved, page[1])
        cards = self._cards(before, after, moved, *page)
        if cards is None or not self._lay(cards, before, after):
            return False
        self._ranked = ranked
        self._found[before.id] = mark, now
        return all(self._tell(id, ranked.articles[id][1]) for id in differing - {before.id})

    def _tell(self, id: str, telling: tuple[str, ...]) -> bool:
        """Give an article other keywords: a word of it became rarer, or more common."""
        before = self._standing.archive.articles[id]
        after = replace(before, keywords=telling)
        return self._lay({("articles", id): after}, before, after)

    def _lay(self, cards: Cards, before: Article, after: Article) -> bool:
        """Lay cards over the archive, where the changed article leads to the same others, and they to it."""
        named, texts = self._standing.named(before.id), self._standing.archive.articles
        was, now = (_traits(one, named) for one in (before, after))
        clues = same_leads(was, now, self._holders.but(self._standing.clues), lambda other: texts[other].plain)
        if clues is None:
            return False
        self._standing.amend(cards, before.id, clues)
        self.changed[before.id] = self.changed.get(before.id, (before, after))[0], after
        return True

    def keep(self, cache: Path, form: str) -> bool:
        """Let the cache know of the words and names as they are now, as linking would leave it. Whether it does."""
        named = [self._names.put(id, (mark, pack(names))) for id, (mark, names) in self._found.items()]
        return all(named) and keep(cache / keywords.KEPT, form, tuple(self._ranked))

    def _names_of(self, article: Article, passage: Passage) -> Names:
        """The names of an article as it was; they were kept, if nobody deleted them."""
        row = self._names.row(article.id)
        if row and row[0] == all_names.mark_of(passage, article.digest):
            return unpack(row[1])
        return unpack(_find([passage], self._content / AUTHORITY)[0])

    def _all_words(self) -> keywords.AllWords:
        """The words of every article, by id. Raises Damaged where some are not kept any more."""
        kept = {**self._names.rows, **{id: (mark, pack(names)) for id, (mark, names) in self._found.items()}}
        marks = {id: mark for id, (mark, _) in self._ranked.articles.items()}
        if any(id not in kept or kept[id][0] != mark for id, mark in marks.items()):
            raise Damaged(all_names.FOLDER)
        return {id: kept[id][1][3] for id in marks}

    def _page_of(self, article: Article) -> tuple[Page, HeldPage | None] | None:
        """The page of an article, and what is recorded of it; None where that cannot be read."""
        page = self._standing.archive.pages.get(article.page)
        if page is None:
            return None
        if not page.folder:
            return page, None
        held = read_record(self._content, f"{page.folder}/{RECORD}")
        return (page, held) if held else None

    def _cards(
        self, before: Article, after: Article, moved: Moved, page: Page, held: HeldPage | None
    ) -> dict[tuple[str, str], Any] | None:
        """The cards that are others now; None where the review list would have to be put in another order."""
        archive = self._standing.archive
        cards: dict[tuple[str, str], Any] = {("articles", after.id): after}
        cards |= {(area, one.slug): one for area, one in _requoted(archive, before, moved)}
        on_page = {id: archive.articles[id] for id in page.articles}
        then = list(review_with_articles(page, held, on_page))
        now = list(review_with_articles(page, held, {**on_page, after.id: after}))
        if then != now:
            review = _reviewed(archive.review, then, now)
            if review is None:
                return None
            cards["whole", "review"] = review
        return cards


def _remade(
    before: Article, held: Held, text: Text, telling: tuple[str, ...], moved: Moved, page: HeldPage | None
) -> Article:
    """The article with its new text, and who proofread it: nothing else of it is another."""
    read = page.ledger if page and page.ledger else LedgerOutline()
    edited = is_edited(held.sha256, read.written.get(before.id))
    mentions = tuple(
        one._replace(start=place.start, end=place.end)
        for one in before.mentions
        for place in (moved[Span(TEXT, one.start, one.end)],)
    )
    return replace(
        before, front=text.front, body=text.body, plain=text.plain, summary=summary(text.plain, is_latin(text.front)),
        keywords=telling, edited=edited, digest=held.digest, mentions=mentions,
        corrections=text.still_corrected(read.corrections.get(before.id, ()), edited),
    )  # fmt: skip


def _traits(article: Article, named: Named) -> Traits:
    """The traits of an article as it stands."""
    text = _text_of(article)
    passage = passage_from(text, named.city, named.districts)
    return traits_of(text, passage, article.position, article.keywords, named.people, named.organizations, named.places)


def _leads_in(article: Article, moved: Moved) -> bool:
    """Whether every link of the article's text stands at the place of a name."""
    return all(Span(TEXT, one.start, one.end) in moved for one in article.mentions)


def _requoted(archive: Archive, article: Article, moved: Moved) -> Iterator[tuple[str, Entity]]:
    """(family, entity) of all whom the article names, with the places where it does so now."""
    named = (*article.people, *article.places, *article.organizations)
    for path in dict.fromkeys(one.path for one in named):
        area, _, slug = path.rstrip("/").partition("/")
        entity = (
            getattr(archive, area).get(slug) if area in AREAS.values() else None
        )  # the fields are called like the areas
        if entity is not None:
            quotes = tuple(_moved(one, moved) if one.article == article.id else one for one in entity.quotes)
            if quotes != entity.quotes:
                yield area, replace(entity, quotes=quotes)


def _moved(quote: Quote, moved: Moved) -> Quote:
    return Quote(quote.article, *moved[Span(quote.part, quote.start, quote.end)])


def _reviewed(review: Sequence[Review], then: Sequence[Review], now: Sequence[Review]) -> tuple[Review, ...] | None:
    """The review list with what it says `now` of a page in place of what it said `then`; None where that has no place there."""
    then, now = by_urgency(then), by_urgency(now)
    come = {_subject(one): one for one in now if one not in then}
    instead = {one: come.pop(_subject(one), None) for one in then if one not in now}
    return None if come else tuple(line for one in review if (line := instead.get(one, one)) is not None)


def _subject(line: Review) -> tuple[object, ...]:
    """What a line is about, and how urgent: of one subject there is one line."""
    return line.kind, line.path, line.urgency, line.raw
