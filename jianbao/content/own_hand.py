"""Front matter in our own hand: what our writer and most people write, read line by line at a tenth of YAML's price.

Only lines that can mean one thing are read; at the first other one the whole front matter is left to the reader of YAML.
A property test holds both to the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jianbao import short_cuts
from jianbao.content.article import KINDS, ROLES, Author, Caption, Source
from jianbao.content.edtf import is_day, is_edtf
from jianbao.content.ids import ID

_FIRST = r"(?!_)[\w“《（〔—…]"
_REST = r"[\w，。、；：？！“”‘’（）《》〈〉〔〕…—·／/.()-]"
_BARE = rf"{_FIRST}(?: ?{_REST})*"
"""A value without quotes in which no reader of YAML finds a mark of its own."""
_ONE_TEXT = re.compile(rf"([a-z_]+): (['\"]?)({_BARE})\2")
_SOME_TEXTS = re.compile(rf"[a-z_]+:(?:\n- {_BARE})+")
"""What nearly every entry is."""
_VALUE = rf"(?P<quote>['\"]?){_BARE}(?P=quote)"
_QUOTES = " '\""
_RANGE_LIST = r"\[\[[0-9, \[\]]*\]\]"
_LINE = re.compile(rf"(?:(?:- |  )?[a-z_]+:|-) {_VALUE}|[a-z_]+:|(?:- |  )lines: {_RANGE_LIST}")
_ENTRY_END = re.compile(r"\n(?![- ])")
"""Lines of a list belong to the key above them."""
_RANGE = r"\[(\d{1,6}), (\d{1,6})\]"
_RANGES = re.compile(rf"\[{_RANGE}(?:, {_RANGE})*\]")
_NULLS = frozenset(("null", "Null", "NULL"))
_NOTHING = frozenset(f"{mark}{word}" for mark in (" ", "- ") for word in _NULLS)

_TEXTS = frozenset({"kicker", "subtitle", "districts", "topics"})
_TEXT: Mapping[str, Callable[[str], object]] = {
    "id": ID.fullmatch, "kind": KINDS.__contains__, "event_date": is_edtf, "issued": is_edtf, "date": is_day,
    "added": is_day, "title": bool, "section": bool, "order": bool, "newspaper": bool, "page": bool, "page_name": bool,
    "language": bool, "continues": bool, "continued_by": bool,
}  # fmt: skip
"""The keys with one text, and whether it can be that of the key; a doubtful one is for the reader that can tell why."""

Member = str | dict[str, str]


def read_plainly(front: str) -> dict[str, Any] | None:
    """The values by their keys, as the reader of YAML gives them; None where only that can tell, or short cuts are off."""
    if short_cuts.ARE_OFF:
        return None
    values: dict[str, Any] = {}
    for entry in _ENTRY_END.split(front[:-1]) if front.endswith("\n") else ("",):
        key, value = _read_entry(entry)
        if value is None or key in values:
            return None
        values[key] = value
    return values


@lru_cache(maxsize=1 << 14)
def _read_entry(entry: str) -> tuple[str, Any]:
    """The key of an entry and its value; None for one where a line may mean something else. Most stand in many articles."""
    one = _ONE_TEXT.fullmatch(entry)
    if one:
        key, quote, text = one.groups()
        return key, _value(key, text) if quote or text not in _NULLS else None
    if _SOME_TEXTS.fullmatch(entry):
        key, *texts = entry.split("\n- ")
        return key[:-1], _value(key[:-1], [*texts]) if _NULLS.isdisjoint(texts) else None
    first, *below = entry.split("\n")
    mark, key, text = _cut_line(first) or ("?", "", "")
    if mark or text:
        return "", None
    members: list[Member] = []
    for line in below:
        cut = _cut_line(line)
        if cut is None or not _take(members, *cut):
            return "", None
    return key, _value(key, members)


def _cut_line(line: str) -> tuple[str, str, str] | None:
    """A line as the mark of a list's line (or nothing), its key and its text; None where it may mean something else."""
    key, _, value = line.rpartition(":")
    if not _LINE.fullmatch(line) or value in _NOTHING or line in _NOTHING:
        return None
    text = value.strip(_QUOTES) if key else line[2:].strip(_QUOTES)
    return (line[0], key[2:], text) if line[0] in "- " else ("", key, text)


def _take(members: list[Member], mark: str, key: str, text: str) -> bool:
    """Put a line of a list, which begins a member (`-`) or goes on with it, to the others; False where it cannot be."""
    if mark == "-":
        members.append({key: text} if key else text)
        return True
    last = members[-1] if members else None
    if not key or not isinstance(last, dict) or key in last:
        return False
    last[key] = text
    return True


def _value(key: str, given: str | list[Member]) -> Any:
    if isinstance(given, str):
        if key in _TEXTS:
            return (given,)
        return given if _TEXT.get(key, _never)(given) else None
    if key in _TEXTS:
        texts = tuple(member for member in given if isinstance(member, str))
        return texts if texts and len(texts) == len(given) else None
    records = [member for member in given if isinstance(member, dict)]
    made = [_RECORDS[key](record) for record in records] if key in _RECORDS and len(records) == len(given) else []
    return tuple(made) if made and None not in made else None


def _never(_: str) -> bool:
    return False


def _author(record: dict[str, str]) -> Author | None:
    return Author(**record) if record.keys() == {"name", "role"} and record["role"] in ROLES else None


def _caption(record: dict[str, str]) -> Caption | None:
    known = {"text", "credit", "image", "alt"}
    return Caption(**{"text": "", **record}) if record.keys() & {"text", "image"} and record.keys() <= known else None


def _source(record: dict[str, str]) -> Source | None:
    if "file" not in record or not record.keys() <= {"file", "lines"}:
        return None
    ranges = record.get("lines", "")
    if ranges and not _RANGES.fullmatch(ranges):
        return None
    return Source(record["file"], tuple((int(first), int(last)) for first, last in re.findall(_RANGE, ranges)))


_RECORDS: Mapping[str, Callable[[dict[str, str]], Any]] = {"authors": _author, "captions": _caption, "source": _source}
