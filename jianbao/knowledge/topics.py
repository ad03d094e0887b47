"""The vocabulary of topics: what an archive's articles are about, and the words that tell it.

content/_authority/topics.yaml:

- {name: 城市更新, en: Urban renewal, slug: urban-renewal, strong: [旧城改造, slum clearance], weak: [拆迁]}
- {name: 评论理论, hide: 'true'}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from jianbao.frozen import frozen
from jianbao.knowledge.authority import Misread, read_with_lines, read_yaml, text, texts

if TYPE_CHECKING:
    from jianbao.knowledge.topic_wishes import Wish

FILE = "topics.yaml"
SHIPPED = Path(__file__).parent / "data" / FILE


@frozen
class Topic:
    """One topic: its name in Chinese and English, its slug, and the words that speak for it strongly or weakly.

    The words may be of any language; a word without a Chinese character is looked for as a whole word.
    """

    name: str
    en: str
    slug: str
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


@frozen(eq=False)
class Topics:
    """The vocabulary, in the order of its file; `by_name` also knows the English names."""

    topics: tuple[Topic, ...]
    by_name: Mapping[str, Topic]
    misread: tuple[Misread, ...] = ()

    @classmethod
    def load(cls, authority: Path | None = None, *, with_words: bool = True) -> Topics:
        """The shipped vocabulary with `topics.yaml` of the authority folder laid over it.

        Shipped topics can do without the words that speak for them, where nobody looks for topics.
        """
        shipped = read_yaml(SHIPPED)[0] if with_words else _heads(SHIPPED.read_text(encoding="utf-8"))
        topics = {topic.name: topic for topic in (told_topic(entry, BLANK) for entry in shipped)}
        misread: tuple[Misread, ...] = ()
        told = read_with_lines(authority / FILE) if authority is not None else None
        if told is not None and (told.value is not None or told.misread):
            from jianbao.knowledge.topic_wishes import read_wishes  # most archives wish for nothing

            wishes, misread = read_wishes(told)
            topics, more = overlay(topics, wishes, with_words=with_words)
            misread += more
        names = {topic.en: topic for topic in topics.values() if topic.en}
        return cls(tuple(topics.values()), names | topics, misread)


_HEAD = re.compile(r"^- name: (?P<name>.+)\n  en: (?P<en>.+)\n  slug: (?P<slug>.+)$", re.MULTILINE)
"""How every entry of the shipped file begins."""


def _heads(shipped: str) -> Iterator[dict[str, str]]:
    """The entries without their words: a hundredth of the time that it takes to read all as YAML."""
    return (head.groupdict() for head in _HEAD.finditer(shipped))


BLANK = Topic("", "", "")


def told_topic(entry: Mapping[str, object], known: Topic) -> Topic:
    """The topic as an entry of the file tells it; keys that are not given stay as they are known."""
    name = known.name or text(entry, "name")
    en, slug = text(entry, "en") or known.en or name, text(entry, "slug") or known.slug
    words = {key: texts(entry[key]) if key in entry else getattr(known, key) for key in ("strong", "weak")}
    return Topic(name, en, slug, words["strong"], words["weak"])


def overlay(
    topics: Mapping[str, Topic], wishes: tuple[Wish, ...], *, with_words: bool = True
) -> tuple[dict[str, Topic], tuple[Misread, ...]]:
    """The topics with what people wish over them: changed, added or hidden. A known topic may be called in English.

    Without the words of the topics nobody can tell that one has none.
    """
    result = dict(topics)
    misread: list[Misread] = []
    in_english = {topic.en: topic for topic in topics.values()}
    for wish in wishes:
        known = result.get(wish.name) or in_english.get(wish.name, BLANK)
        told = told_topic(wish.fields, known)
        taken = {topic.slug: topic.name for topic in result.values() if topic.name != told.name}
        if wish.hides:
            misread += [] if known.name else [wish.nothing_to_hide(tuple(result))]
            result.pop(known.name, None)
        elif not told.slug or told.slug in taken:
            misread += [] if "slug" in wish.wrong else [wish.without_slug(taken.get(told.slug, ""))]
        else:
            may_have_words = told.strong or told.weak or (known.name and not with_words)
            misread += [] if may_have_words else [wish.without_words()]
            result[told.name] = told
    return result, tuple(misread)
