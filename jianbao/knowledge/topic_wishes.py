"""What people wrote in `content/_authority/topics.yaml`, entry by entry, and what is told of an entry that cannot be used."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

from jianbao.frozen import frozen
from jianbao.knowledge.authority import Misread, Told, text, texts, unknown_keys
from jianbao.text.characters import has_han

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
KEYS = ("name", "en", "slug", "strong", "weak", "hide")
YES, NO = ("true", "yes", "是"), ("", "false", "no", "否")
EXAMPLE = "- {name: 城市更新, en: Urban renewal, slug: urban-renewal, strong: [旧城改造], weak: [拆迁]}"
LIKE_THIS = (f"请这样写——{EXAMPLE}", f"Write it like this — {EXAMPLE}")


@frozen
class Wish:
    """An entry of the file with a name, and where it stands: `fields` can be used, the keys in `wrong` cannot and were told."""

    told: Told
    place: int
    name: str
    fields: Mapping[str, object]
    wrong: Collection[str] = ()

    @property
    def hides(self) -> bool:
        """Is the topic to be given no longer?"""
        return text(self.fields, "hide").lower() in YES

    def without_slug(self, taken_by: str) -> Misread:
        """A new topic without an address, or with one that is another topic's; it is left out."""
        slug = text(self.fields, "slug")
        why = (f"slug“{slug}”已是主题“{taken_by}”的", f"has the slug {slug} of the topic {taken_by}") if taken_by else (
            "没有 slug（网址里用的英文名）", "has no slug (its name in addresses)")  # fmt: skip
        return self.told.wrong(
            (self.place, "slug"), f"主题“{self.name}”{why[0]}，没有采用。", f"The topic {self.name} {why[1]}; it is left out.",
            *LIKE_THIS,
        )  # fmt: skip

    def without_words(self) -> Misread:
        """A topic that no article will ever get by its words; it counts all the same."""
        return self.told.wrong(
            (self.place,), f"主题“{self.name}”没有触发词，程序不会给任何文章这个主题。",
            f"The topic {self.name} has no words that speak for it; no article will be given it.", *LIKE_THIS,
        )  # fmt: skip

    def nothing_to_hide(self, names: tuple[str, ...]) -> Misread:
        """A topic is hidden that is not there."""
        near = get_close_matches(self.name, names, 1, 0.5)
        return self.told.wrong(
            (self.place, "name"), f"要隐藏的主题“{self.name}”本来就没有。", f"The topic {self.name}, to be hidden, is not there.",
            f"是不是“{near[0]}”？" if near else "请照文章里的写法写主题名，或删去这一条。",
            f"Did you mean {near[0]}?" if near else "Write the topic as the articles have it, or delete the entry.",
        )  # fmt: skip


def read_wishes(told: Told) -> tuple[tuple[Wish, ...], tuple[Misread, ...]]:
    """The entries that can be used, in their order, and what is wrong with the others."""
    if told.value is not None and not isinstance(told.value, list):
        no_list = told.wrong((), "这个文件不是一份主题名单。", "This file is no list of topics.", *LIKE_THIS)
        return (), (*told.misread, no_list)
    wishes: list[Wish] = []
    misread = list(told.misread)
    for place, entry in enumerate(told.value or ()):
        name = text(entry, "name") if isinstance(entry, dict) else ""
        if not name:
            misread.append(nameless(told, place))
            continue
        misread += unknown_keys(told, (place,), KEYS)
        wrong = dict(wrong_values(told, place, entry))
        misread += [*wrong.values(), *single_characters(told, place, entry)]
        misread += [twice(told, place, name)] if name in {wish.name for wish in wishes} else []
        fields = {key: value for key, value in entry.items() if key not in wrong}
        wishes.append(Wish(told, place, name, fields, wrong.keys()))
    return tuple(wishes), tuple(misread)


def wrong_values(told: Told, place: int, entry: Mapping[str, object]) -> Iterator[tuple[str, Misread]]:
    """The keys of an entry whose value cannot be used, and what is told of each."""
    for key in ("en", "slug", "hide"):
        if not isinstance(entry.get(key, ""), str):
            yield key, told.wrong(
                (place, key), f"{key} 应该是一个词，没有采用。", f"{key} should be one text; it is left out.", *LIKE_THIS
            )  # fmt: skip
    slug = entry.get("slug", "")
    if isinstance(slug, str) and slug and not SLUG.fullmatch(slug):
        yield "slug", told.wrong(
            (place, "slug"), f"slug“{slug}”不能用在网址里，没有采用。", f"The slug {slug} cannot stand in an address; it is left out.",
            "只用小写英文字母、数字和减号，如 urban-renewal。", "Use a–z, 0–9 and - only, like urban-renewal.",
        )  # fmt: skip
    hide = entry.get("hide", "")
    if isinstance(hide, str) and hide.lower() not in (*YES, *NO):
        yield "hide", told.wrong(
            (place, "hide"), f"hide 只能写 'true' 或 'false'，“{hide}”没有采用。", f"hide is 'true' or 'false'; {hide} is left out.",
            "要隐藏就写 hide: 'true'。", "Write hide: 'true' to hide the topic.",
        )  # fmt: skip
    for key in ("strong", "weak"):
        if not is_words(entry.get(key, "")):
            yield key, told.wrong(
                (place, key), f"{key} 应该是一列词，没有采用。", f"{key} should be a list of words; it is left out.",
                f"请这样写——{key}: [旧城改造, 拆迁]", f"Write it like {key}: [旧城改造, 拆迁]",
            )  # fmt: skip


def single_characters(told: Told, place: int, entry: Mapping[str, object]) -> Iterator[Misread]:
    """Words of one character: they would stand in every article, and are not looked for."""
    for key in ("strong", "weak"):
        for word in texts(entry.get(key)):
            if len(word) == 1 and has_han(word):
                yield told.wrong(
                    (place, key), f"触发词“{word}”只有一个字，不会去找。",
                    f"The word {word} has one character only and is not looked for.",
                    "请写两个字以上的词。", "Write words of two characters or more.",
                )  # fmt: skip


def is_words(value: object) -> bool:
    """One text, or a list of texts."""
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(word, str) for word in value))


def nameless(told: Told, place: int) -> Misread:
    """An entry that does not say which topic it is about."""
    return told.wrong(
        (place,), f"第 {place + 1} 条没有写主题名称（name），没有采用。",
        f"Entry {place + 1} does not say which topic (name); it is left out.",
        *LIKE_THIS,
    )  # fmt: skip


def twice(told: Told, place: int, name: str) -> Misread:
    """A topic that was written before in the same file."""
    return told.wrong(
        (place, "name"), f"主题“{name}”前面已经写过；两处都算，以这一处为准。",
        f"The topic {name} was written before; both count, and this one stands over the other.",
        "请合并成一条。", "Make one entry of the two.",
    )  # fmt: skip
