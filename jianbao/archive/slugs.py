"""Slugs: ASCII names for addresses, minted once. What the register already holds for a name stays for ever."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from hashlib import sha256

from jianbao.content.register import Address
from jianbao.knowledge.place_readings import with_place_readings

LONGEST = 48
"""Characters of the readable part; file systems and people both tire of longer ones."""


def held_slugs(register: Mapping[str, Address], kind: str) -> dict[str, str]:
    """From the name of a thing to its slug, as published at any time: `districts/SLUG/` held for `安阳市/文峰区`."""
    held = sorted(
        (one for one in register.values() if one.kind == kind and one.name), key=lambda one: one.state != "live"
    )
    slugs: dict[str, str] = {}
    for one in held:
        slugs.setdefault(one.name, one.address.partition("/")[2].strip("/"))
    return slugs


def mint(wishes: Mapping[str, tuple[str, str]], held: Mapping[str, str]) -> dict[str, str]:
    """A slug for every name. `wishes` gives for a name its readable text and its ending (a division's code, or nothing).

    A name without an ending gets four hexadecimal digits of its digest, more where two would meet.
    """
    slugs = {name: held[name] for name in wishes if name in held}
    taken = set(held.values())
    for name, (readable, ending) in sorted(wishes.items()):
        if name not in slugs:
            slugs[name] = free_slug(name, latin(readable), ending, taken)
            taken.add(slugs[name])
    return slugs


def free_slug(name: str, readable: str, ending: str, taken: Iterable[str]) -> str:
    """The first slug of the name that is not taken."""
    if ending and (wish := join(readable, ending)) not in taken:
        return wish
    whole = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    return next(wish for digits in range(4, 65, 4) if (wish := join(readable, whole[:digits])) not in taken)


def join(readable: str, ending: str) -> str:
    """Both parts with a hyphen; the ending alone where nothing readable is left."""
    return f"{readable}-{ending}" if readable else ending


def latin(text: str) -> str:
    """Pinyin of the Chinese, the rest as ASCII: 文峰区 → wenfengqu, Daily News → daily-news."""
    if not text.isascii():
        from pypinyin import Style, lazy_pinyin  # a large dictionary: only a new name needs it

        text = "".join(lazy_pinyin(with_place_readings(text), style=Style.NORMAL, v_to_u=False))
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].rstrip("-")
