"""Clues: what of one article may lead to another one: names, projects, rare words, clauses. Of one article alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from functools import cache
from hashlib import blake2b
from typing import NamedTuple

from jianbao.archive.stories.clauses import sample_of
from jianbao.archive.stories.projects import CAMPAIGN, PROJECT, projects_in
from jianbao.archive.stories.traits import Traits
from jianbao.knowledge.phrases import phrases
from jianbao.knowledge.rarity import UNKNOWN, rarity
from jianbao.knowledge.topics import Topics


class Sort(IntEnum):
    """What a clue may be; the last four bits of its number."""

    TEXT = 0
    PROJECT = 1
    PERSON = 2
    ORGANIZATION = 3
    VILLAGE = 4
    TOWN = 5
    CAMPAIGN = 6
    SLOGAN = 7
    RAREST_WORD = 8
    RARE_WORD = 9

    @classmethod
    def of(cls, clue: int) -> Sort:
        """The sort of a numbered clue."""
        return _SORTS[clue & 15]


_SORTS = tuple(Sort)
LEAD = 120
"""Characters of the beginning of a text, which says what it is about."""
OFTEN = 3
"""Named so often, something is what the article is about."""
_RARE_FROM, _RAREST_FROM = 9.0, 11.5
"""How rare in the news at large (IDF) a word is that says something of its own."""
_COINED = 3
"""A Chinese word of so many characters that no table has is a name or a new thing; a shorter one may be damage."""
_LONG_NAME = 5
"""A project of more characters is known without the word 项目 at its end."""
_DISTRICT = re.compile(r"(?:[省市县区旗盟州]|自治区|示范区|开发区)$")
_TOWN = re.compile(r"(?:镇|乡|街道|苏木|办事处)$")


class Clues(NamedTuple):
    """The clues of one article as numbers: those that it is about, and those that it only mentions.

    The last four bits are the sort, the others a digest of the key, so that nothing else need be kept of them.
    """

    central: Sequence[int]
    passing: Sequence[int]


class Found(NamedTuple):
    """The clues of an article, and the name of each as a reader is to see it."""

    clues: Clues
    names: Mapping[int, str]


def find_clues(traits: Traits) -> Found:
    """All clues of the article."""
    title = "\n".join((*traits.kicker, traits.title, *traits.subtitle))
    central: dict[int, None] = {}
    passing: dict[int, None] = {}
    names: dict[int, str] = {}
    for sort, key, name in _clues_in(traits, f"{title}\n{traits.text}"):
        clue = number(sort, key)
        names[clue] = name
        (central if sort == Sort.TEXT or _is_central(name, title, traits.text) else passing)[clue] = None
    return Found(Clues(tuple(sorted(central)), tuple(sorted(passing.keys() - central.keys()))), names)


def number(sort: Sort, key: str) -> int:
    """The number of a clue: 48 bits of its key's digest, four of its sort; JSON has no larger ones that are safe."""
    digest = blake2b(f"{sort:d} {key}".encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return int.from_bytes(digest) << 4 | sort


def _clues_in(traits: Traits, text: str) -> Iterator[tuple[Sort, str, str]]:
    """(sort, key, name) of every clue."""
    signed = set(traits.authors)
    yield from _named(Sort.PERSON, {key: name for key, name in traits.people.items() if name not in signed})
    yield from _named(Sort.ORGANIZATION, traits.organizations)
    yield from _places(traits.places)
    yield from _projects(traits, text)
    yield from _words(traits)
    yield from ((Sort.TEXT, clause, "") for clause in sample_of(traits.text))


def _named(sort: Sort, names: Mapping[str, str]) -> Iterator[tuple[Sort, str, str]]:
    yield from ((sort, key, name) for key, name in names.items() if not _is_common(name))


def _places(places: Mapping[str, str]) -> Iterator[tuple[Sort, str, str]]:
    """Towns and what is smaller; a county is no reason, for most of the archive is about it."""
    for key, name in places.items():
        if _TOWN.search(name):
            yield Sort.TOWN, key, name
        elif not _DISTRICT.search(name):
            yield Sort.VILLAGE, key, name


def _projects(traits: Traits, text: str) -> Iterator[tuple[Sort, str, str]]:
    """A project by its name; campaigns and slogans, which every city has its own of, by city and name."""
    home = _names_of_home(traits)
    for name, sort in projects_in(text):
        short = _without(home, name)
        if sort == PROJECT:
            yield Sort.PROJECT, short.removesuffix("项目") if len(short) > _LONG_NAME else short, name
        elif sort == CAMPAIGN:
            yield Sort.CAMPAIGN, f"{traits.city} {short}", name
        else:
            yield Sort.SLOGAN, f"{traits.city} {name}", f"“{name}”"


def _names_of_home(traits: Traits) -> tuple[str, ...]:
    """What may stand before a name to say that it is of here: 卫东区, 平顶山市, 平顶山."""
    labels = [part for label in traits.districts for part in label.split("/")] + [traits.city]
    return tuple(sorted({form for part in labels if part for form in (part, part.rstrip("市县区")) if len(form) > 1},
                        key=lambda form: (-len(form), form)))  # fmt: skip


def _without(prefixes: Iterable[str], name: str) -> str:
    return next((name.removeprefix(one) for one in prefixes if name.startswith(one) and len(name) > len(one) + 3), name)


def _words(traits: Traits) -> Iterator[tuple[Sort, str, str]]:
    """The keywords that are rare in any paper: those of a topic, and those of daily speech, say nothing of a matter."""
    named = " ".join((*traits.people.values(), *traits.organizations.values(), *traits.places.values()))
    for word in traits.keywords:
        weight = rarity(word)
        is_coined = weight == UNKNOWN and len(word) >= _COINED and not word.isascii()
        if (weight >= _RARE_FROM or is_coined) and word not in topic_words() and word not in named:
            yield Sort.RAREST_WORD if weight >= _RAREST_FROM else Sort.RARE_WORD, word, word


def _is_central(name: str, title: str, text: str) -> bool:
    bare = name.strip("“”")
    return bare in title or bare in text[:LEAD] or text.count(bare) >= OFTEN


def _is_common(name: str) -> bool:
    """Whether every other article names it: 区委, 卫东区委, 文峰区人民政府, 毛泽东."""
    return bool(_common().search(name))


@cache
def _common() -> re.Pattern[str]:
    bodies = "|".join(sorted(phrases("common_names"), key=lambda body: (-len(body), body)))
    return re.compile(rf"^(?:中共)?(?:[\u4e00-\u9fff]{{1,8}}[省市县区镇乡村])?[\u4e00-\u9fff]{{0,3}}?(?:{bodies})$")


@cache
def topic_words() -> frozenset[str]:
    """The words that tell the topics of the shipped vocabulary; a topic is no reason."""
    return frozenset(word for topic in Topics.load().topics for word in (*topic.strong, *topic.weak))
