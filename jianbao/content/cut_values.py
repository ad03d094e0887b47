"""Values that YAML takes a part of for its own marks: `#` begins a comment, `&` and `!` a name. None is cut silently."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jianbao.content.strict_yaml import Node, items, pairs
from jianbao.content.yaml_text import scalar
from jianbao.problems import Problem, Weight, Words

_LINE = re.compile(r"(?P<head>\s*(?:- )?[^\s:#'\"-][^\s:#]*:[ ]+|\s*- )(?P<value>\S.*?)\s*")
_LOST = ("#", "&", "!")
_NOT_PLAIN = ("'", '"', "[", "{", "|", ">")


def find_cut_values(file: str, front: str, root: Node) -> Iterator[Problem]:
    """The Problems of the lines of a front matter whose values YAML cut; `root` is what it read of them."""
    inside = {line for span in _many_lines(root) for line in span}
    for number, line in enumerate(front.splitlines()):
        found = _LINE.fullmatch(line) if number not in inside else None
        if not found or found["value"].startswith(_NOT_PLAIN):
            continue
        paste = found["head"] + scalar(found["value"])
        if found["value"].startswith(_LOST):
            yield _lost(file, number + 2, found["value"][0], paste)  # the fence is line 1 of the file
        elif " #" in found["value"]:
            yield _comment(file, number + 2, paste)


def _many_lines(node: Node) -> Iterator[range]:
    """The lines, from 0, that belong to texts of several lines, their first one left out."""
    members = [part for pair in pairs(node) or () for part in pair] or items(node) or []
    if not members:
        end = node.end_mark.line + (node.end_mark.column > 0)
        yield range(node.start_mark.line + 1, end)
    for member in members:
        yield from _many_lines(member)


def _lost(file: str, line: int, mark: str, paste: str) -> Problem:
    what = Words(
        f"值以“{mark}”开头，YAML 把它当作记号，没有读全",
        f"the value begins with {mark}, which YAML takes for a mark; it was not read whole",
    )
    return Problem(file, what, Words("把这一行换成下面这行", "replace the line with the one below"), line, paste)


def _comment(file: str, line: int, paste: str) -> Problem:
    what = Words(
        "“ #”后面的字被 YAML 当作注释，没有读", "YAML takes what stands behind ' #' for a comment; it was not read"
    )
    remedy = Words(
        "如果是值的一部分，换成下面这行；如果是注释，另起一行，以 # 开头",
        "if it belongs to the value, replace the line with the one below; if it is a comment, give it a line of its own",
    )
    return Problem(file, what, remedy, line, paste, Weight.WARNING)
