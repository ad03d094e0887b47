"""The plain site: what any site generator makes of the articles, and nothing that only an archive has.

Article pages with links to their lists and neighbours, the lists by district and topic in leaves of fifty, two indexes,
a front page of the newest, a feed for the whole and for every district, a sitemap.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import islice
from typing import Any

from markupsafe import Markup

from jianbao.archive.model import Article, Group
from jianbao.press.addresses import file_of
from jianbao.press.edition import Edition, language_of
from jianbao.press.galley import Family, cut, whole
from jianbao.press.paging import leaves
from jianbao.press.plain_frame import PlainPage, plain_pages
from jianbao.press.printed_date import midnight
from jianbao.press.sheet import Late, Sheet, mark_of, whole_sheet
from jianbao.press.text_window import article_window, item_window
from jianbao.press.typeset import set_body

LENGTH = 50
"""Articles on the front page, and on a leaf of a list."""
ITEMS = 20
"""Articles in a feed."""
ARTICLES, LISTS = 256, 8
"""So many are printed in one go."""
_SHOWN = ("style.css", "site.js", "seal.svg", "share.png")
"""What its pages ask for; all but the first only the page of an article that is withheld, which is that of every site."""
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

Item = tuple[str, str, str, str, Late]
"""An item of a feed: its title, its address, its id, the day it came, its text."""
Link = tuple[str, str]
"""An address, relative to the page it stands on, and what it leads to."""
Line = tuple[str, str, str, str]
"""An article in a list: its address, what it is called, its day, who signs."""


def plain_families(edition: Edition) -> Iterator[Family]:
    """Every file of a plain site but the sitemap."""
    archive = edition.archive
    page = plain_pages(edition)
    groups = [*archive.districts.values(), *archive.topics.values()]
    yield whole(_looks, edition)
    yield whole(_front, edition, page)
    yield cut(partial(_articles, edition, page), list(archive.articles.values()), ARTICLES)
    yield whole(_index, edition, page, "districts", archive.districts)
    yield whole(_index, edition, page, "topics", archive.topics)
    yield cut(partial(_lists, edition, page), groups, LISTS)
    item = cache(partial(_item, edition))  # many stand in several feeds
    yield cut(partial(_feeds, edition, item), [None, *archive.districts.values()], LISTS)


def _looks(edition: Edition) -> Iterator[Sheet]:
    assets = edition.theme.assets
    return (whole_sheet(assets[name].file, assets[name].data) for name in _SHOWN if name in assets)


def _articles(edition: Edition, page: PlainPage, articles: Iterable[Article]) -> Iterator[Sheet]:
    districts, topics = cache(partial(_list_link, edition, "districts")), cache(partial(_list_link, edition, "topics"))
    for article in articles:
        if article.front.withheld:
            view = {"withheld": article.front.withheld}
            yield edition.page("withheld.html", article.path, view, listed=False)
        else:
            yield _article(edition, page, article, districts, topics)


def _list_link(edition: Edition, area: str, slug: str) -> Link:
    """The link from an article to one of its lists."""
    group = edition.archive.districts[slug] if area == "districts" else edition.archive.topics[slug]
    return edition.site.relative(edition.site.root("a/x/x/"), group.path), edition.called(group)


def _article(
    edition: Edition, page: PlainPage, article: Article, district: Callable[[str], Link], topic: Callable[[str], Link]
) -> Sheet:
    front = article.front
    view = {
        "display": article.display,
        "language": language_of(article, edition.language),
        "kicker": front.kicker,
        "subtitle": front.subtitle,
        "authors": _signed(article),
        "issued": front.issued or front.date,
        "source": " ".join(filter(None, (front.newspaper, front.page, front.page_name, front.section))),
        "captions": [caption.text for caption in front.captions if caption.text],
        "body": _late_text(edition, article),
        "districts": [district(slug) for slug in article.districts],
        "topics": [topic(slug) for slug in article.topics],
        "previous": _neighbour(edition, article, article.previous),
        "next": _neighbour(edition, article, article.next),
    }
    return page("article", article.path, article.display, view, front.added)


def _signed(article: Article) -> str:
    return "、".join([author.name for author in article.front.authors])


def _late_text(edition: Edition, article: Article) -> Late:
    """The text in its window, which is all of the page that depends on it."""
    lost = edition.wording.table["lost"]
    return Late(article.digest, lambda: Markup(article_window(set_body(article.body, lost))))


def _neighbour(edition: Edition, article: Article, id: str) -> Link | None:
    near = edition.archive.articles.get(id)
    return (edition.site.relative(edition.site.root(article.path), near.path), near.display) if near else None


def _lines(edition: Edition, root: str, ids: Iterable[str]) -> list[Line]:
    articles, relative = edition.archive.articles, edition.site.relative
    shown = (articles[id] for id in ids)
    return [
        (relative(root, one.path), one.display, one.front.date or one.front.issued, _signed(one))
        for one in shown
        if not one.front.withheld
    ]


def _front(edition: Edition, page: PlainPage) -> Iterator[Sheet]:
    lines = _lines(edition, edition.site.root(""), islice(edition.archive.news, LENGTH))
    title = edition.settings.title
    yield page("list", "", title, {"name": title, "lines": lines, "feed": "", "number": 1, "of": 1})


def _lists(edition: Edition, page: PlainPage, groups: Sequence[Group]) -> Iterator[Sheet]:
    for group in groups:
        name = edition.called(group)
        for leaf in leaves(group.path, group.articles, LENGTH):
            to = partial(edition.site.relative, edition.site.root(leaf.path))
            view = {
                "name": name,
                "feed": to(group.path + "feed.xml") if group.kind == "district" else "",
                "lines": _lines(edition, edition.site.root(leaf.path), leaf.lines),
                "number": leaf.number,
                "of": leaf.of,
                "before": to(leaf.before) if leaf.before else "",
                "after": to(leaf.after) if leaf.after else "",
            }
            yield page("list", leaf.path, name if leaf.number == 1 else f"{name} {leaf.number}/{leaf.of}", view)


def _index(edition: Edition, page: PlainPage, area: str, groups: Mapping[str, Group]) -> Iterator[Sheet]:
    to = partial(edition.site.relative, edition.site.root(f"{area}/"))
    lists = [(to(group.path), group.label, len(group.articles)) for group in groups.values()]
    name = edition.wording.name("nav", area)
    yield page("index", f"{area}/", name, {"name": name, "lists": lists})


def _feeds(edition: Edition, item: Callable[[str], Item], groups: Iterable[Group | None]) -> Iterator[Sheet]:
    """The feeds of these lists; None is the whole archive."""
    for group in groups:
        title, path = edition.settings.title, ""
        if group is not None:
            title, path = f"{edition.called(group)} · {title}", group.path
        items = [item(id) for id in newest(edition, group)]
        view = {"title": title, "home": edition.site.absolute(path), "items": items}
        mark = partial(mark_of, edition.mark, "feed.xml", view)
        yield Sheet(file_of(path + "feed.xml"), mark, partial(_print_feed, edition, view))


def newest(edition: Edition, group: Group | None) -> tuple[str, ...]:
    """The articles that a feed has: the first of its list, which begins with the newest print."""
    return tuple(islice(edition.archive.news if group is None else group.articles, ITEMS))


def windows(edition: Edition) -> dict[str, Any]:
    """Where the texts of articles show, as plain values: enough to set a text anew and put it there.

    `texts` leads from a file below content/ to the article's id, its page and the digest of its front matter; an article
    that is called by its text is left out. `feeds` tells for every feed of the site the ids of its articles.
    """
    archive = edition.archive
    named = (archive.articles[id] for id in archive.heads)
    told = [one for one in named if one.front.title and not one.front.withheld]
    return {
        "lost": edition.wording.table["lost"],
        "origin": edition.site.origin,
        "texts": {one.file: (one.id, file_of(one.path), archive.heads[one.id]) for one in told},
        "feeds": {
            file_of((group.path if group else "") + "feed.xml"): newest(edition, group)
            for group in (None, *archive.districts.values())
        },
    }


def _item(edition: Edition, id: str) -> Item:
    from email.utils import format_datetime  # heavy, and for feeds alone

    article = edition.archive.articles[id]
    address = edition.site.absolute(article.path)
    published = format_datetime(midnight(article.front.added or article.front.date, edition.settings.timezone))
    text = Late(article.digest, cache(lambda: Markup(item_window(set_body(article.body, "", False, address)))))
    return article.display, address, f"tag:jianbao,2026:{article.id}", published, text


def _print_feed(edition: Edition, view: Mapping[str, object]) -> bytes:
    items = [(*facts, text.make()) for *facts, text in view["items"]]  # type: ignore[attr-defined]
    page = edition.theme.templates.get_template("plain/feed.xml").render({**view, "items": items})
    return _ILLEGAL.sub("", page).encode("utf-8")
