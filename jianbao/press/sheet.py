"""A sheet: one file of the site, told apart by a mark of all that it shows, and printed only where its mark is new.

The mark is made of the very values that the template is given, so it cannot forget one: two sheets with one mark are
the same bytes. What is costly to make of these values is made late, when the sheet is printed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, partial
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from jianbao.frozen import frozen


@frozen
class Sheet:
    """One file of the site: its path below site/, the mark of what it shows, and how its bytes are made.

    The mark may be given as what makes it, which is asked for when it is needed. `listed` is the address for the sitemap
    (None: in no sitemap), `changed` the ISO day of its last change, if known.
    """

    file: str
    told: str | Callable[[], str]
    make: Callable[[], bytes]
    listed: str | None = None
    changed: str = ""

    @property
    def mark(self) -> str:
        """The mark of what the sheet shows."""
        return self.told if isinstance(self.told, str) else self.told()


@frozen
class Late:
    """A value of a view that is made when the sheet is printed; `mark` tells all that it is made of."""

    mark: str
    make: Callable[[], Any]


def late(make: Callable[..., Any], *of: Any) -> Late:
    """What the pure function `make` gives of these values, later."""
    return Late(mark_of(f"{make.__module__}.{make.__qualname__}", *of), partial(make, *of))


def whole_sheet(file: str, data: bytes) -> Sheet:
    """A sheet whose bytes are there already."""
    return Sheet(file, blake2b(data, digest_size=12).hexdigest(), lambda: data)


def made(view: Mapping[str, Any]) -> dict[str, Any]:
    """The view with its late values, as a template shows it."""
    return {name: value.make() if isinstance(value, Late) else value for name, value in view.items()}


def mark_of(*values: Any) -> str:
    """24 hexadecimal digits that stand for these values.

    They are texts, numbers, lists, mappings, dataclasses of these, and late values. Raises TypeError for anything else:
    a value that cannot be told would make two different sheets look the same.
    """
    return blake2b(_encode(values).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _told(value: Any) -> Any:
    if isinstance(value, Late):
        return {"late": value.mark}
    if is_dataclass(value) and not isinstance(value, type):
        return _getter(type(value))(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"a sheet cannot be told by a {type(value).__name__}")


@cache
def _getter(kind: type) -> Callable[[Any], list[Any]]:
    """The values of a dataclass behind its name."""
    names = [field.name for field in fields(kind)]
    one = attrgetter(*names)
    return (lambda value: [kind.__name__, *one(value)]) if len(names) > 1 else lambda value: [kind.__name__, one(value)]


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False, default=_told).encode
