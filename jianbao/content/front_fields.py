"""The keys of the front matter one by one: what each may hold, how it is read from YAML and how it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from typing import Any, TypeAlias

from jianbao.content.article import KINDS, ROLES, Author, Caption, Proofreading, Source, Withdrawal
from jianbao.content.edtf import edtf_of, is_day, is_edtf
from jianbao.content.ids import ID
from jianbao.content.strict_yaml import Node, is_nothing, items, line_of, pairs, text_of
from jianbao.content.yaml_text import scalar
from jianbao.problems import Problem, Weight, Words

Read: TypeAlias = tuple[Any, list[Problem]]
"""A value and what is to be said about it; lines count from the first line of the YAML, files are filled in later."""

_A_LIST = Words("一个列表，每项以“- ”开头", "a list, each item begins with '- '")
_IN_QUOTES = re.compile(r"[“”‘’\"'](.*)[“”‘’\"']")


def read_value(key: str, node: Node) -> Read:
    """The value of `key` as its field of FrontMatter wants it; empty where it cannot be used."""
    return _READERS[key](key, node)


def written(value: Any) -> Any:
    """A field of FrontMatter as plain text, lists and mappings, what is empty left out."""
    if isinstance(value, Source):
        return {"file": value.file} | ({"lines": [list(pair) for pair in value.lines]} if value.lines else {})
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: text for field in fields(value) if (text := getattr(value, field.name))}
    if isinstance(value, tuple):
        return [written(item) for item in value]
    return "" if value is None else value


def _text(key: str, node: Node) -> Read:
    text = text_of(node)
    if text is not None:
        return text, []
    return "", [_wrong_type(key, node, Words("一段文字", "a text"))]


def _texts(key: str, node: Node) -> Read:
    single = text_of(node)
    if single is not None:
        return (single,) if single else (), []
    members = items(node)
    if members is None:
        return (), [_wrong_type(key, node, _A_LIST)]
    texts = [(text_of(member), member) for member in members]
    return tuple(text for text, _ in texts if text), [_not_text(key, m) for text, m in texts if text is None]


def _id(key: str, node: Node) -> Read:
    text = text_of(node) or ""
    if not text or ID.fullmatch(text):
        return text, []
    bare = _unquoted(text).upper()
    good = bool(ID.fullmatch(bare))
    what = Words(f"“{text}”不是文章编号", f"{text} is no id of an article")
    remedy = Words("编号由程序给出；删掉这一行就会重新编号", "ids are given by the program; delete the line to get one")
    return "", [_problem(node, what, remedy, f"{key}: {scalar(bare)}" if good else "", Weight.ERROR)]


def _edtf(key: str, node: Node) -> Read:
    return _dated(key, node, is_edtf, Words("日期（EDTF）", "a date (EDTF)"), "'2022-09-22'、'2022-09'、'2022'")


def _day(key: str, node: Node) -> Read:
    return _dated(key, node, is_day, Words("完整的日期", "a full day"), "'2022-09-22'")


def _dated(key: str, node: Node, accepts: Callable[[str], bool], wanted: Words, example: str) -> Read:
    text = text_of(node)
    if text is not None and (not text or accepts(text)):
        return text, []
    meant = edtf_of(_unquoted(text or ""))
    meant = meant if accepts(meant) else ""
    what = Words(f"“{key}”要写{wanted.zh}，这里是“{text}”", f"{key} wants {wanted.en}, here is: {text}")
    remedy = Words(f"写成 {example} 这样", f"write it like {example.replace('、', ', ')}")
    return meant, [_problem(node, what, remedy, f"{key}: {scalar(meant)}" if meant else "", Weight.WARNING)]


def _kind(_key: str, node: Node) -> Read:
    text = text_of(node) or ""
    if text in KINDS:
        return text, []
    meant = _nearest(text, KINDS)
    what = Words(f"不认识的体裁“{text}”，当作 other", f"the kind {text} is not known; it is taken as other")
    return "other", [_problem(node, what, _one_of(KINDS), f"kind: {meant}" if meant else "", Weight.WARNING)]


def _authors(key: str, node: Node) -> Read:
    authors, problems = _records(key, node, ("name", "role"), lambda record: Author(**record))
    for author, member in zip(authors, items(node) or (), strict=False):
        if author.role not in ROLES:
            what = Words(
                f"作者“{author.name}”的身份“{author.role}”不认识，原样保留",
                f"the role {author.role or '(none)'} of {author.name} is not known; it is kept as it is",
            )
            meant = _nearest(author.role, ROLES)
            paste = f"  role: {meant}" if meant else ""
            problems.append(_problem(member, what, _one_of(ROLES), paste, Weight.WARNING))
    return authors, problems


def _captions(key: str, node: Node) -> Read:
    names = ("text", "credit", "image", "alt")
    return _records(key, node, names, lambda record: Caption(**record), ("text", "image"))


def _proofread(key: str, node: Node) -> Read:
    return _records(key, node, ("by", "on"), lambda record: Proofreading(**record))


def _withheld(key: str, node: Node) -> Read:
    record, problems = _record(key, node, ("reason", "on"))
    if record is None and (reason := text_of(node)):  # withheld is withheld, however it was written
        return Withdrawal(reason, ""), []
    return Withdrawal(**record) if record is not None else None, problems


def _source(key: str, node: Node) -> Read:
    members = items(node)
    if members is None:
        return (), [_wrong_type(key, node, _A_LIST)]
    sources, problems = [], []
    for member in members:
        named = {text_of(name): value for name, value in pairs(member) or ()}
        file = text_of(named["file"]) if "file" in named else ""
        ranges = _ranges(named["lines"]) if "lines" in named else ()
        if not file or ranges is None:
            wanted = Words("file 和 lines: [[3, 9]]", "file and lines: [[3, 9]]")
            problems.append(_wrong_type(key, member, wanted))
        sources += [Source(file, ranges or ())] if file else []
    return tuple(sources), problems


def _ranges(node: Node) -> tuple[tuple[int, int], ...] | None:
    ranges = [[text_of(end) or "" for end in items(pair) or ()] for pair in items(node) or ()]
    if not all(len(pair) == 2 and all(end.isdecimal() for end in pair) for pair in ranges):
        return None
    return tuple((int(first), int(last)) for first, last in ranges)


def _records(
    key: str, node: Node, names: tuple[str, ...], make: Callable[[dict[str, str]], Any], needed: tuple[str, ...] = ()
) -> Read:
    """A list of mappings with the keys `names`; a bare text counts as the first of them.

    Of the keys `needed` (the first, if none is told) one at least must hold something.
    """
    members = items(node)
    if members is None and pairs(node) is None:
        members = [node]
    if members is None:
        return (), [_wrong_type(key, node, _A_LIST)]
    made, problems = [], []
    for member in members:
        record, told = _record(key, member, names)
        problems += told
        if record is not None and any(record[name] for name in needed or names[:1]):
            made.append(make(record))
    return tuple(made), problems


def _record(key: str, node: Node, names: tuple[str, ...]) -> tuple[dict[str, str] | None, list[Problem]]:
    empty = dict.fromkeys(names, "")
    bare = text_of(node)
    if bare and key != "withheld":
        return empty | {names[0]: bare}, []
    named = pairs(node)
    wanted = Words(" 和 ".join(names), " and ".join(names))
    if named is None:
        return None, [_wrong_type(key, node, wanted)]
    record, problems = empty, []
    for name, value in named:
        text = text_of(value)
        if text_of(name) in names and text is not None:
            record[text_of(name) or ""] = text
        elif not is_nothing(value):
            problems.append(_wrong_type(key, name, wanted))
    return record, problems


def _wrong_type(key: str, node: Node, wanted: Words) -> Problem:
    what = Words(f"“{key}”的值没有读：这里要写{wanted.zh}", f"the value of {key} was not read: it wants {wanted.en}")
    remedy = Words("改写这一行；原文件没有动", "rewrite the line; the file was not touched")
    return _problem(node, what, remedy, "", Weight.ERROR)


def _not_text(key: str, node: Node) -> Problem:
    """A member of a list with a bare colon, which YAML takes for a key and a value."""
    named = [(text_of(name), text_of(value)) for name, value in pairs(node) or ()]
    paste = "".join(f"- {scalar(f'{name}: {value}'.strip())}" for name, value in named) if len(named) == 1 else ""
    what = Words(f"“{key}”里有一项没有读：冒号要放在引号里", f"one item of {key} was not read: it has a bare colon")
    return _problem(node, what, Words("给这一项加上引号", "put the item in quotes"), paste, Weight.ERROR)


def _problem(node: Node, what: Words, remedy: Words, paste: str, weight: Weight) -> Problem:
    return Problem("", what, remedy, line_of(node), paste, weight)


def _one_of(words: tuple[str, ...]) -> Words:
    return Words("可用的词：" + " ".join(words), "one of: " + " ".join(words))


def _nearest(text: str, words: tuple[str, ...]) -> str:
    return next(iter(get_close_matches(_unquoted(text).lower(), words, 1, 0.6)), "")


def _unquoted(text: str) -> str:
    """A word of the program without the Chinese quotation marks that somebody put in place of YAML's."""
    found = _IN_QUOTES.fullmatch(text)
    return found[1] if found else text


_READERS: Mapping[str, Callable[[str, Node], Read]] = {
    "id": _id, "title": _text, "kicker": _texts, "subtitle": _texts, "section": _text, "kind": _kind,
    "authors": _authors, "districts": _texts, "event_date": _edtf, "captions": _captions, "order": _text,
    "issued": _edtf, "date": _day, "newspaper": _text, "page": _text, "page_name": _text, "topics": _texts,
    "language": _text, "source": _source, "added": _day, "proofread": _proofread, "withheld": _withheld,
    "continues": _text, "continued_by": _text,
}  # fmt: skip
