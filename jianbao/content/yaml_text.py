"""Values written as YAML that every reader reads alike: one line a value, quoted where another reader sees no text.

A reader of YAML 1.1 takes `012` for ten, `12:30` for 750, `2022-09` for a date and `no` for false; those are quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_INDICATORS = tuple("-?:,[]{}#&*!|>'\"%@`=<")
_LIKE_A_NUMBER = re.compile(r"[-+.]?[0-9][0-9a-fox_.:,+\-tz ]*|[-+]?\.(?:inf|nan)", re.IGNORECASE)
_LIKE_A_WORD_OF_YAML = re.compile(r"y|n|yes|no|on|off|true|false|null|none|~", re.IGNORECASE)
_NOT_PRINTABLE = re.compile(r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def scalar(text: str) -> str:
    """`text` as a YAML scalar on one line: bare where that is safe, else in single quotes, else in double ones."""
    if _NOT_PRINTABLE.search(text):
        return quoted(text)
    return text if _is_safe(text) else "'" + text.replace("'", "''") + "'"


def _is_safe(text: str) -> bool:
    return not (
        not text
        or text.startswith(_INDICATORS)
        or text != text.strip()
        or ": " in text
        or " #" in text
        or text.endswith(":")
        or text.startswith(("---", "..."))
        or _LIKE_A_WORD_OF_YAML.fullmatch(text)
        or _LIKE_A_NUMBER.fullmatch(text)
    )


def entry(key: str, value: Any) -> Iterator[str]:
    """The lines of one key with a text, a list, a mapping, or a whole number as its value."""
    name = scalar(key)
    if isinstance(value, Mapping):
        yield f"{name}:" if value else f"{name}: {{}}"
        for inner, inner_value in value.items():
            yield from ("  " + line for line in entry(str(inner), inner_value))
    elif _is_list(value) and (not value or any(_is_list(item) for item in value)):
        yield f"{name}: {_flow(value)}"
    elif _is_list(value):
        yield f"{name}:"
        for item in value:
            yield from _item(item)
    else:
        yield f"{name}: {_leaf(value)}"


def quoted(text: str) -> str:
    """`text` in double quotes, what cannot be printed as an escape."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _NOT_PRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped) + '"'


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _flow(value: Any) -> str:
    if _is_list(value):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    return str(value) if isinstance(value, int | float) else quoted(str(value))


def _leaf(value: Any) -> str:
    return str(value) if isinstance(value, int | float) else scalar(str(value))


def _item(item: Any) -> Iterator[str]:
    if isinstance(item, Mapping) and item:
        lines = (line for inner, value in item.items() for line in entry(str(inner), value))
        yield from (("- " if number == 0 else "  ") + line for number, line in enumerate(lines))
    elif isinstance(item, Mapping):
        yield "- {}"
    else:
        yield f"- {_leaf(item)}"
