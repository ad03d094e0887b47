"""YAML read with one type, text: a page 012 stays `012`, a time 12:30 stays `12:30`, a date stays as typed.

`read` gives the tree of nodes with their lines, `plain` turns a node into text, lists and mappings.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import yaml

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml: slower, reads the same
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

Node: TypeAlias = yaml.Node
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class NotYaml(ValueError):
    """The text is not YAML, or not of the plain kind that is used here; `line` counts from 1 in the text read."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


def read(text: str) -> Node | None:
    """The node of a YAML document, None if it is empty. Raises NotYaml."""
    try:
        return yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise NotYaml(error.problem or str(error), mark.line + 1 if mark else 1) from error
    except yaml.YAMLError as error:
        raise NotYaml(str(error).splitlines()[0], 1) from error


def line_of(node: Node) -> int:
    """The line of the text, from 1, where the node begins."""
    return int(node.start_mark.line) + 1


def is_nothing(node: Node) -> bool:
    """Whether the node is an empty value, which counts as absent: nothing, `~`, `null`, `''`, `[]`, `{}`."""
    if isinstance(node, yaml.ScalarNode):
        return node.value in _NULLS if node.style is None else not node.value
    return not node.value


def text_of(node: Node) -> str | None:
    """The text of a scalar exactly as typed, empty for an empty value; None if the node is a list or a mapping."""
    if not isinstance(node, yaml.ScalarNode):
        return "" if is_nothing(node) else None
    return "" if is_nothing(node) else str(node.value)


def items(node: Node) -> list[Node] | None:
    """The members of a list, empty for an empty value; None if the node is a text or a mapping."""
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    return [] if is_nothing(node) else None


def pairs(node: Node) -> list[tuple[Node, Node]] | None:
    """Keys and values of a mapping in their order, repeated keys included; None if the node is none."""
    if isinstance(node, yaml.MappingNode):
        return list(node.value)
    return [] if is_nothing(node) else None


def plain(node: Node | None) -> Any:
    """The node as text, lists and mappings of text. Raises NotYaml on a repeated key and on YAML's references."""
    return None if node is None else _plain(node, set())


def _plain(node: Node, seen: set[int]) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return text_of(node)
    if id(node) in seen:
        raise NotYaml("a reference (*name) is not used here; write the value again", line_of(node))
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, seen) for item in node.value]
    values: dict[str, Any] = {}
    for key, value in node.value:
        name = text_of(key)
        if name is None or name in values:
            raise NotYaml(f"the key {name or '?'} stands twice", line_of(key))
        values[name] = _plain(value, seen)
    return values
