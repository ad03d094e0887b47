"""The plain site: what any site generator makes of the articles, and nothing that only an archive has.

Article pages with links to their lists and neighbours, the lists by district and topic in leaves of fifty, two indexes,
a front page of the newest, a feed for the whole and for every district, a sitemap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from email.utils import format_datetime
from functools import partial
from itertools import islice
from typing import Any

from markupsafe import Markup

from jianbao.archive.model import Article, Group
from jianbao.press.addresses import file_of
from jianbao.press.edition import Edition, FeedLink, language_of
from jianbao.press.galley import Family, cut, whole
from jianbao.press.paging import leaves
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
_SHOWN = ("style.css",)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

Line = tuple[str, str, str, str]
"""An article in a list: its address, what it is called, its day, who signs."""


def plain_families(edition: Edition) -> Iterator[Family]:
    """Every file of a plain site but the sitemap."""
    archive = edition.archive
    groups = [*archive.districts.values(), *archive.topics.values()]
    yield whole(_looks, edition)
    yield whole(_front, edition)
    yield cut(partial(_articles, edition), list(archive.articles.values()), ARTICLES)
    yield whole(_index, edition, "districts", archive.districts)
    yield whole(_index, edition, "topics", archive.topics)
    yield cut(partial(_lists, edition), groups, LISTS)
    yield cut(partial(_feeds, edition), [None, *archive.districts.values()], LISTS)


def _looks(edition: Edition) -> Iterator[Sheet]:
    assets = edition.theme.assets
    return (whole_sheet(assets[name].file, assets[name].data) for name in _SHOWN if name in assets)


def _articles(edition: Edition, articles: Iterable[Article]) -> Iterator[Sheet]:
    for article in articles:
        if article.front.withheld:
            view = {"withheld": article.front.withheld}
            yield edition.page("withheld.html", article.path, view, listed=False)
        else:
            yield _article(edition, article)


def _article(edition: Edition, article: Article) -> Sheet:
    archive, front = edition.archive, article.front
    districts = [archive.districts[slug] for slug in article.districts]
    feed = FeedLink(districts[0].path + "feed.xml", edition.called(districts[0])) if districts else None
    view = {
        "display": article.display,
        "language": language_of(article, edition.language),
        "kicker": front.kicker,
        "subtitle": front.subtitle,
        "authors": [author.name for author in front.authors],
        "issued": front.issued or front.date,
        "source": " ".join(filter(None, (front.newspaper, front.page, front.page_name, front.section))),
        "captions": [caption.text for caption in front.captions if caption.text],
        "body": _late_text(edition, article),
        "districts": [(group.path, edition.called(group)) for group in districts],
        "topics": [(archive.topics[slug].path, archive.topics[slug].name) for slug in article.topics],
        "previous": _neighbour(edition, article.previous),
        "next": _neighbour(edition, article.next),
    }
    return edition.page("plain/article.html", article.path, view, feed=feed, changed=front.added)


def _late_text(edition: Edition, article: Article) -> Late:
    """The text in its window, which is all of the page that depends on it."""
    lost = edition.wording.table["lost"]
    return Late(article.digest, lambda: Markup(article_window(set_body(article.body, lost))))


def _neighbour(edition: Edition, id: str) -> tuple[str, str] | None:
    near = edition.archive.articles.get(id)
    return (near.path, near.display) if near else None


def _line(article: Article) -> Line:
    front = article.front
    return article.path, article.display, front.date or front.issued, "、".join([one.name for one in front.authors])


def _lines(edition: Edition, ids: Iterable[str]) -> list[Line]:
    articles = (edition.archive.articles[id] for id in ids)
    return [_line(article) for article in articles if not article.front.withheld]


def _front(edition: Edition) -> Iterator[Sheet]:
    lines = _lines(edition, islice(edition.archive.news, LENGTH))
    yield edition.page("plain/list.html", "", _leaf_view(edition.settings.title, lines))


def _lists(edition: Edition, groups: Sequence[Group]) -> Iterator[Sheet]:
    for group in groups:
        feed = FeedLink(group.path + "feed.xml", edition.called(group)) if group.kind == "district" else None
        for leaf in leaves(group.path, group.articles, LENGTH):
            lines = _lines(edition, leaf.lines)
            view = _leaf_view(edition.called(group), lines, leaf.number, leaf.of, leaf.before, leaf.after)
            yield edition.page("plain/list.html", leaf.path, view, feed=feed)


def _leaf_view(
    name: str, lines: list[Line], number: int = 1, of: int = 1, before: str = "", after: str = ""
) -> dict[str, object]:
    return {"name": name, "lines": lines, "number": number, "of": of, "before": before, "after": after}


def _index(edition: Edition, area: str, groups: Mapping[str, Group]) -> Iterator[Sheet]:
    lists = [(group.path, group.label, len(group.articles)) for group in groups.values()]
    view = {"name": edition.wording.name("nav", area), "lists": lists}
    yield edition.page("plain/index.html", f"{area}/", view)


def _feeds(edition: Edition, groups: Iterable[Group | None]) -> Iterator[Sheet]:
    """The feeds of these lists; None is the whole archive."""
    for group in groups:
        title, path = edition.settings.title, ""
        if group is not None:
            title, path = f"{edition.called(group)} · {title}", group.path
        articles = [edition.archive.articles[id] for id in newest(edition, group)]
        items = [_item(edition, article) for article in articles]
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


def _item(edition: Edition, article: Article) -> tuple[str, str, str, str, Late]:
    address = edition.site.absolute(article.path)
    published = format_datetime(midnight(article.front.added or article.front.date, edition.settings.timezone))
    text = Late(article.digest, lambda: Markup(item_window(set_body(article.body, "", False, address))))
    return article.display, address, f"tag:jianbao,2026:{article.id}", published, text


def _print_feed(edition: Edition, view: Mapping[str, object]) -> bytes:
    items = [(*facts, text.make()) for *facts, text in view["items"]]  # type: ignore[attr-defined]
    page = edition.theme.templates.get_template("plain/feed.xml").render({**view, "items": items})
    return _ILLEGAL.sub("", page).encode("utf-8")
