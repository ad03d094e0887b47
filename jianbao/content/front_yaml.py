"""Front matter read as YAML, and as text only.

What a person mistyped becomes a Problem with the file, the line and, where it is certain, the corrected line.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from jianbao.content import front_fields
from jianbao.content.article import KEYS, Article, FrontMatter
from jianbao.content.cut_values import find_cut_values
from jianbao.content.fences import Cut
from jianbao.content.front_repair import find_mistyped, slip_in
from jianbao.content.strict_yaml import Node, NotYaml, is_nothing, line_of, pairs, plain, read, text_of
from jianbao.problems import Problem, Weight, Words

_KNOWN = frozenset(KEYS)
_CHINESE_NAMES = {
    "标题": "title", "题目": "title", "主题": "title", "引题": "kicker", "肩题": "kicker", "副题": "subtitle",
    "副标题": "subtitle", "栏目": "section", "体裁": "kind", "类型": "kind", "作者": "authors", "记者": "authors",
    "地区": "districts", "区县": "districts", "图说": "captions", "日期": "date", "报纸": "newspaper", "版次": "page",
    "版": "page", "版名": "page_name", "话题": "topics", "主题词": "topics", "语言": "language", "来源": "source",
    "校对": "proofread", "下转": "continued_by", "上接": "continues",
}  # fmt: skip


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
