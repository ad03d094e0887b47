"""工单, the docket: all that a job of the press is made of, told so briefly that it can be asked before anything is made.

A job is one sheet, or several that are made together, such as the leaves of a list. When its docket is that of the last
edition and its files stand as they stood, they are right as they are, and not even their views are made. So a docket may
tell too much, never too little: when it differs, the marks of the sheets decide whether they are printed.

A job needs no docket: sheets without one are looked at in every edition.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from jianbao.by_value import digest_by_value
from jianbao.press.addresses import bare_file
from jianbao.press.sheet import Sheet

SIZE = 9
"""Bytes of a docket: an archive has hundreds of thousands of them, and each is compared with one other."""

Tell = Callable[[Any], Any]
_WORD = re.compile(r"[A-Za-z]\w*")
_ATOMS = frozenset({str, int, float, bool, bytes, type(None)})
_BARE = frozenset({"str", "int", "float", "bool", "bytes", "tuple", "None", "ForwardRef"})


class Job(NamedTuple):
    """Sheets that are made together: the address of the first, what tells the docket, and what makes the sheets."""

    path: str
    tell: Callable[[], bytes]
    sheets: Callable[[], Iterable[Sheet]]

    @property
    def file(self) -> str:
        """The file of the first sheet."""
        return bare_file(self.path)


def docket_of(*values: Any) -> bytes:
    """The bytes that stand for these values: texts, bytes, numbers, None, and tuples, lists and dicts of these.

    Raises ValueError for anything else; `teller` makes such values of dataclasses.
    """
    return digest_by_value(SIZE, *values)


@cache
def teller(kind: type, *without: str) -> Tell:
    """What tells the fields of a dataclass or a named tuple, but the ones named in `without`, as `docket_of` takes them."""
    hints = {name: str(hint) for name, hint in kind.__annotations__.items() if name not in without}
    within = [place for place, hint in enumerate(hints.values()) if not _is_bare(hint)]
    if issubclass(kind, tuple) and not within and not without:
        return tuple
    values: Tell = attrgetter(*hints) if len(hints) > 1 else lambda one: (getattr(one, *hints),)

    def told(one: Any) -> list[Any]:
        row = list(values(one))
        for place in within:
            if row[place]:
                row[place] = _bare(row[place])
        return row

    return told


def _is_bare(hint: str) -> bool:
    """Whether all values of this type are told as they are."""
    return _BARE.issuperset(_WORD.findall(hint))


def _bare(value: Any) -> Any:
    """The value without dataclasses and named tuples in it."""
    kind: type = type(value)
    if kind is dict and set(map(type, value.values())) <= _ATOMS:
        return value
    if kind is tuple or kind is list:
        kinds: set[type] = set(map(type, value))
        if kinds <= _ATOMS:
            return value
        tell = _teller_of_row(kinds.pop()) if len(kinds) == 1 else None
        return list(map(tell or _bare, value))
    if isinstance(value, Mapping):
        return {key: _bare(one) for key, one in value.items()}
    tell = _teller_of_row(kind)
    return tell(value) if tell else value


@cache
def _teller_of_row(kind: type) -> Tell | None:
    """What tells a dataclass or a named tuple; None for all other types."""
    is_row = is_dataclass(kind) or (issubclass(kind, tuple) and kind is not tuple)
    return teller(kind) if is_row else None
