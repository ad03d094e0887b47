"""What stands beside an article: related ones with the reason, the people, places and organizations it names, its series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jianbao.archive.model import Article, Named, Page
from jianbao.frozen import frozen
from jianbao.press.edition import Edition, Entry
from jianbao.press.names_in_text import NameLink

HANDFUL = 6
"""So many names of one kind are shown; the others unfold."""
SAME_DAY = 5


class Hint(NamedTuple):
    """Another article, and why a reader of this one may want it."""

    entry: Entry
    why: str


class Name(NamedTuple):
    """A name beside the text, its address (or nothing), and the words that say who it is."""

    name: str
    path: str
    note: str


@frozen
class NameList:
    """The names of one kind (`people`, `places`, `organizations`): a handful, and the rest."""

    area: str
    first: tuple[Name, ...]
    rest: tuple[Name, ...]


class SamePage(NamedTuple):
    """The place of an article on its page, of how many, and the articles before and after it there."""

    path: str
    position: int
    size: int
    before: Entry | None
    after: Entry | None


def names_in_text(edition: Edition, article: Article, root: str) -> tuple[NameLink, ...]:
    """The names in the running text that have a page, with their addresses from a page whose way up is `root`."""
    if edition.site.plain:
        return ()
    meant = ((name, edition.meant(name.kind, name.slug)) for name in article.mentions)
    return tuple(NameLink(name.start, name.end, edition.site.relative(root, one.path)) for name, one in meant if one)


def first_mentions(edition: Edition, parts: Iterable[Article], root: str) -> list[tuple[NameLink, ...]]:
    """The names in the texts of parts that are read on one page: in later parts those that no earlier one names."""
    seen: set[str] = set()
    found = []
    for part in parts:
        names = names_in_text(edition, part, root)
        found.append(tuple(name for name in names if name.address not in seen))
        seen.update(name.address for name in names)
    return found


def same_page(edition: Edition, article: Article, page: Page | None) -> SamePage | None:
    """Where the article stands on its page; None where it stands alone."""
    ids = [id for id in (page.articles if page else ()) if id in edition.entries]
    if page is None or len(ids) < 2 or article.id not in ids:
        return None
    at = ids.index(article.id)
    before, after = ids[max(at - 1, 0) : at], ids[at + 1 : at + 2]
    entries = [next(iter(edition.listed(near)), None) for near in (before, after)]
    return SamePage(page.path, article.position, len(page.articles), *entries)


def related(edition: Edition, article: Article) -> list[Hint]:
    """The related articles, each with its reason in the language of the interface."""
    english = edition.wording.table["language"] == "en"
    return [
        Hint(edition.entries[one.article], one.en if english else one.zh)
        for one in article.related
        if one.article in edition.entries
    ]


def same_day(edition: Edition, article: Article) -> list[Entry]:
    """Articles of the same day of other years."""
    return edition.listed(article.on_this_day)[:SAME_DAY]


def name_lists(edition: Edition, article: Article) -> list[NameList]:
    """The people, places and organizations that the text names; kinds of which it names none are left out.

    Who signed stands in the by-line, and the article's own districts have a line of their own, which names their city.
    """
    districts = [edition.archive.districts[slug] for slug in article.districts]
    cities = [edition.archive.cities[one.parent] for one in districts if one.parent in edition.archive.cities]
    own = {one.path for one in (*districts, *cities)}
    people = (one for one in article.people if one.kind == "person")
    places = (one for one in article.places if one.path not in own)
    families = (("people", people), ("places", places), ("organizations", article.organizations))
    lists = ((area, tuple(dict.fromkeys(_names(edition, article, named)))) for area, named in families)
    return [NameList(area, *_handful(names)) for area, names in lists if names]


def _handful(names: tuple[Name, ...]) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """The first few and the rest: nothing is folded for the sake of a single name."""
    return (names, ()) if len(names) <= HANDFUL + 1 else (names[:HANDFUL], names[HANDFUL:])


def _names(edition: Edition, article: Article, named: Iterable[Named]) -> Iterator[Name]:
    for one in named:
        person = edition.entities["person"].get(one.path.split("/")[1]) if one.path.startswith("people/") else None
        posts = (post.words for post in person.posts if post.article == article.id) if person else iter(())
        yield Name(one.name, one.path, next(posts, ""))
