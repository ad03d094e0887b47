"""What is wrong between files: two articles with one id, references to nothing, names that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from jianbao.archive.read_many import Held
from jianbao.content.article import STANDS_ALONE
from jianbao.content.ids import ID, same_id, unlike_its_id
from jianbao.knowledge.districts import Districts
from jianbao.knowledge.topics import Topics
from jianbao.problems import Problem, Weight, Words

if TYPE_CHECKING:
    from jianbao.archive.read_pages import HeldPage


class Checked(NamedTuple):
    """The articles that can be published, each id once, by id; and what is wrong."""

    articles: dict[str, Held]
    problems: tuple[Problem, ...]


class Said(NamedTuple):
    """What is said of a name, the same in whatever article it stands: what is wrong, and the remedy."""

    what: Words
    remedy: Words


def check(given: Iterable[Held], pages: Iterable[HeldPage], districts: Districts, topics: Topics) -> Checked:
    """Leave out what has no id of its own; warn of broken references and unknown names."""
    articles: dict[str, Held] = {}
    claims: dict[str, list[Held]] = {}
    problems: list[Problem] = []
    for held in given:
        id = held.article.front.id
        if not ID.fullmatch(id):
            problems.append(without_id(held))
        elif articles.setdefault(id, held) is not held:
            claims.setdefault(id, [articles[id]]).append(held)
    for id, holders in claims.items():
        articles[id], *others = sorted(holders, key=lambda held: unlike_its_id(held.article.path, id))
        problems += (same_id(other.article.path, articles[id].article.path, id) for other in others)
    problems += pages_twice(pages)
    of_district = cache(partial(unknown_district, districts=districts))
    of_topic = cache(partial(unknown_topic, topics=topics))
    for held in articles.values():
        front = held.article.front
        for said in (*map(of_district, front.districts), *map(of_topic, front.topics)):
            if said is not None:
                problems.append(Problem(f"content/{held.article.path}", *said, weight=Weight.WARNING))
        if front.continues or front.continued_by:
            problems += broken_references(held, articles)
    return Checked(articles, tuple(problems))


def without_id(held: Held) -> Problem:
    """A file that nobody gave an id yet."""
    return Problem(
        f"content/{held.article.path}",
        Words("这篇文章没有编号（id），还不能发布", "this article has no id yet and cannot be published"),
        Words("运行 python build.py clean，程序会给它编号", "run python build.py clean; it will be given one"),
    )


def pages_twice(pages: Iterable[HeldPage]) -> Iterator[Problem]:
    """Two folders that claim to be one page."""
    seen: dict[str, str] = {}
    for page in pages:
        first = seen.setdefault(page.record.id, page.path)
        if first != page.path:
            yield Problem(
                f"content/{page.path}",
                Words(f"页面编号 {page.record.id} 已用于 {first}", f"the page id {page.record.id} is that of {first}"),
                Words("这个文件夹是副本，请删掉", "this folder is a copy; delete it"),
            )


def unknown_district(label: str, districts: Districts) -> Said | None:
    """What is said of a district that is in no list. It gets its page all the same; a typing error should be seen."""
    if districts.find(label) or label in districts.named:
        return None
    return unknown("地区", "district", label, nearest_label(label, districts), "districts.yaml")


def unknown_topic(name: str, topics: Topics) -> Said | None:
    """What is said of a topic that is not in the vocabulary, which gets its page all the same."""
    if name in topics.by_name:
        return None
    near = get_close_matches(name, topics.by_name, 1, 0.5)
    return unknown("主题", "topic", name, near[0] if near else "", "topics.yaml")


def nearest_label(label: str, districts: Districts) -> str:
    """The district of the same city with the most similar name."""
    above, _, name = label.rpartition("/")
    city = districts.cities.get(above)
    inside = {d.short: d.label for d in districts.in_city.get(city.name, ())} if city else {}
    return next((inside[near] for near in get_close_matches(name, inside, 1, 0.5)), "")


def unknown(kind_zh: str, kind: str, name: str, nearest: str, file: str) -> Said:
    """A name of a list that the list does not have."""
    hint = Words(f"是不是“{nearest}”？", f"did you mean {nearest}? ") if nearest else Words("", "")
    return Said(
        Words(f"不认识的{kind_zh}“{name}”", f"the {kind} {name} is not known"),
        Words(f"{hint.zh}若没有写错，请加进 content/_authority/{file}",
              f"{hint.en}if it is right, add it to content/_authority/{file}"),
    )  # fmt: skip


def broken_references(held: Held, articles: Iterable[str]) -> Iterator[Problem]:
    """References to articles that are not there."""
    front = held.article.front
    for key, target in (("continues", front.continues), ("continued_by", front.continued_by)):
        if target and target not in articles and target not in STANDS_ALONE:
            yield Problem(
                f"content/{held.article.path}",
                Words(f"{key} 指向的文章 {target} 不存在", f"{key} names the article {target}, which does not exist"),
                Words("改成对的编号，或删掉这一行", "write the right id, or delete the line"),
                weight=Weight.WARNING,
            )
