"""The front matter of an article: YAML between two lines of `---`, read as text only and written in one order.

What a person mistyped becomes a Problem with the file, the line and, where it is certain, the corrected line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from jianbao import short_cuts
from jianbao.content import front_fields
from jianbao.content.article import KEYS, Article, FrontMatter
from jianbao.content.cut_values import find_cut_values
from jianbao.content.front_repair import find_mistyped, missing_close, missing_open, slip_in
from jianbao.content.own_hand import read_plainly
from jianbao.content.strict_yaml import Node, NotYaml, is_nothing, line_of, pairs, plain, read, text_of
from jianbao.content.yaml_text import entry
from jianbao.problems import Problem, Weight, Words

_FENCE = "---"
_KNOWN = frozenset(KEYS)
_CHINESE_NAMES = {
    "标题": "title", "题目": "title", "主题": "title", "引题": "kicker", "肩题": "kicker", "副题": "subtitle",
    "副标题": "subtitle", "栏目": "section", "体裁": "kind", "类型": "kind", "作者": "authors", "记者": "authors",
    "地区": "districts", "区县": "districts", "图说": "captions", "日期": "date", "报纸": "newspaper", "版次": "page",
    "版": "page", "版名": "page_name", "话题": "topics", "主题词": "topics", "语言": "language", "来源": "source",
    "校对": "proofread", "下转": "continued_by", "上接": "continues",
}  # fmt: skip


class Cut(NamedTuple):
    """A file cut at its fences: the YAML between them, the body after them without the blank lines around it."""

    front: str
    body: str


def parse(path: str, text: str) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article in `text`, a file's content with or without BOM and with any line ends; `path` is below content/.

    No article comes back where the front matter cannot be read at all. A single wrong value is told and left empty, an
    unknown key is told and kept.
    """
    file = "content/" + path
    cut = cut_fences(file, text)
    if isinstance(cut, Problem):
        return None, (cut,)
    plainly = None if short_cuts.ARE_OFF else read_plainly(cut.front)
    if plainly is not None:
        return Article(path, FrontMatter(**plainly), cut.body), ()
    return read_yaml(path, cut)


def read_yaml(path: str, cut: Cut) -> tuple[Article | None, tuple[Problem, ...]]:
    """What `parse` gives of a file that was cut, its front matter read as YAML."""
    file = "content/" + path
    try:
        root = read(cut.front)
    except NotYaml as error:
        return None, (find_mistyped(file, cut.front, error),)
    keys = pairs(root) if root is not None else []
    if keys is None:
        return None, (find_mistyped(file, cut.front, NotYaml("no list of keys and values", 1)),)
    values, problems = _read_keys(file, cut.front.splitlines(), keys)
    problems += find_cut_values(file, cut.front, root) if root is not None else ()
    return Article(path, FrontMatter(**values), cut.body), tuple(problems)


def even_out(text: str) -> str:
    """`text` without BOM and with the line ends of this archive, so that an editor's habits are no changes."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def cut_fences(file: str, text: str) -> Cut | Problem:
    """The file cut at its fences; a Problem where one of them is missing. Without front matter all of it is body."""
    text = even_out(text)
    first, _, rest = text.lstrip("\n").partition("\n")
    if first.rstrip() != _FENCE:
        return missing_open(file, text, KEYS) or Cut("", text.strip("\n"))
    close = re.search(r"^---[ \t]*(?:\n|\Z)", rest, re.MULTILINE)
    if close is None:
        return missing_close(file, text)
    return Cut(rest[: close.start()], rest[close.end() :].strip("\n"))


def front_text(front: FrontMatter) -> str:
    """The front matter with its fences: keys in the agreed order, the unknown ones last, what is empty left out."""
    values = {key: front_fields.written(getattr(front, key)) for key in KEYS}
    known = [line for key, value in values.items() if value for line in entry(key, value)]
    unknown = [line for key, value in front.unknown.items() for line in entry(key, "" if value is None else value)]
    return "\n".join([_FENCE, *known, *unknown, _FENCE]) + "\n"


def article_text(front: FrontMatter, body: str) -> str:
    """The whole file of an article: front matter, blank line, body."""
    return f"{front_text(front)}\n{body}\n" if body else front_text(front)


def _read_keys(file: str, lines: list[str], keys: list[tuple[Node, Node]]) -> tuple[dict[str, Any], list[Problem]]:
    values: dict[str, Any] = {}
    unknown: dict[str, Any] = {}
    problems: list[Problem] = []
    for key_node, node in keys:
        key = text_of(key_node) or ""
        line = line_of(key_node) + 1  # the fence is line 1 of the file
        if key in values or key in unknown:
            problems.append(_twice(file, line, key))
        elif key in _KNOWN:
            value, told = front_fields.read_value(key, node)
            problems += (_placed(problem, file) for problem in told)
            if not is_nothing(node):
                values[key] = value
        else:
            problems.append(_unknown_key(file, line, key, lines[line - 2]))
            try:
                unknown[key] = plain(node)
            except NotYaml as error:
                problems.append(find_mistyped(file, "\n".join(lines), error))
    return values | {"unknown": unknown}, problems


def _placed(problem: Problem, file: str) -> Problem:
    return Problem(file, problem.what, problem.remedy, (problem.line or 1) + 1, problem.paste, problem.weight)


def _twice(file: str, line: int, key: str) -> Problem:
    return Problem(
        file,
        Words(f"“{key}”这个键写了两次，第二次没有读", f"the key {key} stands twice; the second one was not read"),
        Words("把两处合成一处", "make one of the two"),
        line,
    )


def _unknown_key(file: str, line: int, key: str, typed: str) -> Problem:
    slip = slip_in(typed)
    if slip:
        return Problem(
            file, slip[0], Words("把这一行换成下面这行", "replace the line with the one below"), line, slip[1]
        )
    near: Mapping[str, str] = _CHINESE_NAMES
    nearest = near.get(key) or next(iter(get_close_matches(key, KEYS, 1, 0.6)), "")
    return Problem(
        file,
        Words(f"不认识的键“{key}”，原样保留", f"the key {key} is not known; it is kept as it is"),
        Words(f"是不是想写“{nearest}”？", f"did you mean {nearest}?")
        if nearest
        else Words("可用的键：" + " ".join(KEYS), "the keys are: " + " ".join(KEYS)),
        line,
        typed.replace(key, nearest, 1) if nearest else "",
        Weight.WARNING,
    )
