"""The vocabulary of topics: what an archive's articles are about, and the words that tell it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jianbao.knowledge.authority import Misread, file_name, read_yaml, text, texts

SHIPPED = Path(__file__).parent / "data" / "topics.yaml"
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: its name in Chinese and English, its slug, and the words that speak for it strongly or weakly."""

    name: str
    en: str
    slug: str
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Topics:
    """The vocabulary, in the order of its file; `by_name` also knows the English names."""

    topics: tuple[Topic, ...]
    by_name: Mapping[str, Topic]
    misread: tuple[Misread, ...] = ()

    @classmethod
    def load(cls, authority: Path | None = None) -> Topics:
        """The shipped vocabulary with `topics.yaml` of the authority folder laid over it."""
        shipped, _ = read_yaml(SHIPPED)
        topics = {topic.name: topic for topic in (told_topic(entry, BLANK) for entry in shipped)}
        misread: tuple[Misread, ...] = ()
        if authority is not None:
            path = authority / "topics.yaml"
            wishes, misread = read_yaml(path)
            topics, more = overlay(topics, wishes, file_name(path))
            misread += more
        names = {topic.en: topic for topic in topics.values() if topic.en}
        return cls(tuple(topics.values()), names | topics, misread)


BLANK = Topic("", "", "")


def told_topic(entry: Mapping[str, object], known: Topic) -> Topic:
    """The topic as an entry of the file tells it; keys that are not given stay as they are known."""
    name = text(entry, "name")
    en, slug = text(entry, "en") or known.en or name, text(entry, "slug") or known.slug
    words = {key: texts(entry[key]) if key in entry else getattr(known, key) for key in ("strong", "weak")}
    return Topic(name, en, slug, words["strong"], words["weak"])


def overlay(topics: dict[str, Topic], wishes: object, file: str) -> tuple[dict[str, Topic], tuple[Misread, ...]]:
    """The topics with a person's list over them: changed, added or hidden."""
    result, misread = dict(topics), []
    for entry in wishes if isinstance(wishes, list) else ():
        fields = entry if isinstance(entry, dict) else {}
        name = text(fields, "name")
        told = told_topic(fields, result.get(name, BLANK))
        taken = {topic.slug for topic in result.values() if topic.name != name}
        if name and text(fields, "hide").lower() in ("true", "yes", "是"):
            result.pop(name, None)
        elif name and SLUG.fullmatch(told.slug) and told.slug not in taken:
            result[name] = told
        else:
            misread.append(not_a_topic(file, name))
    if wishes is not None and not isinstance(wishes, list):
        misread.append(not_a_topic(file, ""))
    return result, tuple(misread)


def not_a_topic(file: str, name: str) -> Misread:
    """An entry without a name, or without a slug of its own."""
    return Misread(
        file, None, f"主题“{name}”没有名称，或 slug 缺失、重复、含有小写英文字母数字以外的字符，没有采用。",
        f"The topic “{name}” has no name, or its slug is missing, taken, or not of a–z, 0–9 and -; it is left out.",
        "请这样写——- {name: 城市更新, en: Urban renewal, slug: urban-renewal, strong: [旧城改造], weak: [拆迁]}",
        "Write it like this — - {name: 城市更新, en: Urban renewal, slug: urban-renewal, strong: [旧城改造], weak: [拆迁]}",
    )  # fmt: skip
