"""Feeds, RSS 2.0: what is new in the archive, for the whole and for every district, city and topic."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from email.utils import format_datetime
from functools import cache, partial
from heapq import nsmallest
from typing import Any

from markupsafe import Markup

from jianbao.archive.model import Article, Group
from jianbao.frozen import frozen
from jianbao.press.addresses import file_of
from jianbao.press.docket import Job
from jianbao.press.edition import Edition
from jianbao.press.printed_date import midnight
from jianbao.press.sheet import Late, Sheet, late, mark_of
from jianbao.press.stubs import Stubs
from jianbao.press.typeset import set_body

FILE, LENGTH = "feed.xml", 50
LANGUAGES = {"zh-Hans": "zh-cn", "zh-Hant": "zh-tw", "zh": "zh-cn"}
"""The codes that RSS readers know, for ours."""


@frozen
class Item:
    """One item of a feed; `guid` never depends on where the site is."""

    title: str
    link: str
    guid: str
    published: str
    description: str
    content: Late
    authors: tuple[str, ...]
    categories: tuple[str, ...]


def feed_of_all(edition: Edition) -> Sheet:
    """/feed.xml: the newest of the whole archive."""
    summary = edition.wording.table["feed"]["about_all"].format(title=edition.settings.title)
    newest = _newest(edition, edition.archive.news)
    items = [_late_item(edition, id) for id in newest]
    return _feed(edition, edition.settings.title, "", summary, newest, items)


def feed_jobs(edition: Edition, stubs: Stubs) -> Callable[[Iterable[Group]], Iterator[Job]]:
    """What makes feed.xml beside the lists of groups; an item that stands in several feeds is made once by every process."""
    item = cache(partial(_late_item, edition))

    def jobs(groups: Iterable[Group]) -> Iterator[Job]:
        for group in groups:
            newest = cache(partial(_newest, edition, group.articles))
            told = partial(_docket, stubs, group, newest)
            yield Job(f"{group.path}{FILE}", told, partial(_group_feed, edition, group, newest, item))

    return jobs


def _docket(stubs: Stubs, group: Group, newest: Callable[[], list[str]]) -> bytes:
    return stubs.docket(stubs.sign(group), *map(stubs.text, newest()))


def _group_feed(
    edition: Edition, group: Group, newest: Callable[[], list[str]], item: Callable[[str], Late]
) -> list[Sheet]:
    name, ids = edition.called(group), newest()
    summary = edition.wording.table["feed"]["about_group"].format(title=edition.settings.title, name=name)
    title = f"{name} · {edition.settings.title}"
    return [_feed(edition, title, group.path, summary, ids, [item(id) for id in ids])]


def _feed(edition: Edition, title: str, path: str, summary: str, newest: list[str], items: list[Late]) -> Sheet:
    view = {
        "title": title,
        "home": edition.site.absolute(path),
        "own": edition.site.absolute(path + FILE),
        "summary": summary,
        "language": LANGUAGES.get(edition.language, edition.language.lower()),
        "built": _date(edition, edition.archive.articles[newest[0]].front.added if newest else ""),
        "items": items,
    }
    make = partial(_print_feed, edition, view)
    return Sheet(file_of(path + FILE), mark_of(edition.mark, "feed.xml", view), make)


def _print_feed(edition: Edition, view: Mapping[str, Any]) -> bytes:
    items = [item.make() for item in view["items"]]
    return _print(edition, "feed.xml", {**view, "items": items}).encode("utf-8")


def _late_item(edition: Edition, id: str) -> Late:
    """An item, printed once however many feeds have it, and not at all when none of them is printed."""
    item = _item(edition, edition.archive.articles[id])
    return Late(mark_of(edition.mark, "item.xml", item), cache(partial(_print_item, edition, item)))


def _print_item(edition: Edition, item: Item) -> Markup:
    return Markup(_print(edition, "item.xml", {"item": item, "content": item.content.make()}))


def _print(edition: Edition, template: str, view: Mapping[str, object]) -> str:
    """The template without the control characters that XML cannot hold."""
    return without_controls(edition.theme.templates.get_template(template).render(view))


def without_controls(text: str) -> str:
    """The text without the characters that no XML file may hold."""
    return _ILLEGAL.sub("", text)


def _newest(edition: Edition, ids: Iterable[str]) -> list[str]:
    """The newest fifty: by the day they came into the archive, then in the archive's order."""
    entries, rank = edition.entries, edition.rank
    came = {rank[id]: id for id in ids if id in entries and id in rank}
    return [came[place] for place in nsmallest(LENGTH, came)]


def _item(edition: Edition, article: Article) -> Item:
    archive, front = edition.archive, article.front
    printed = edition.wording.date(front.date or front.issued, "issued" in article.inferred, "about_in_brackets")
    return Item(
        edition.wording.table["feed"]["item"].format(title=article.display, date=printed).translate(_NO_TAGS),
        edition.site.absolute(article.path),
        f"tag:jianbao,2026:{article.id}",
        _date(edition, front.added),
        article.summary or article.display,
        late(set_body, article.body, edition.wording.table["lost"], False, edition.site.absolute(article.path)),
        tuple(dict.fromkeys(author.name for author in front.authors)),
        (
            *(edition.called(archive.districts[slug]) for slug in article.districts),
            *(archive.topics[slug].name for slug in article.topics),
        ),
    )


def _date(edition: Edition, day: str) -> str:
    return format_datetime(midnight(day, edition.settings.timezone))


_NO_TAGS = {ord("<"): "＜", ord(">"): "＞"}
"""Many readers take a title for HTML and would swallow what stands in angle brackets; full-width ones they show."""


_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
