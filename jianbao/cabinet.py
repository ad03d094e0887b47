"""卡片柜, a cabinet of cards: values kept by drawer and key, of which a later run reads only those that it asks for.

Like everything that is kept (`kept`) it may be deleted at any time; what is damaged, or was filled by another program, is as
if absent. A card is a value of our own dataclasses and named tuples, and of texts, numbers and collections of these: nothing
else is ever made of what stands in the file.
"""

from __future__ import annotations

import importlib
import os
import pickle
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import is_dataclass
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from markupsafe import Markup

from jianbao.kept import forget, keep, read_kept
from jianbao.leftovers import clear_leftovers

T = TypeVar("T")
_ROOMS = ("jianbao.archive.", "jianbao.content.", "jianbao.press.", "jianbao.problems")
"""Where the classes of values stand; loading these does nothing else."""
_Place = tuple[int, int, int]
"""Where a card stands in the file, how many bytes it has, and their sum."""
_Index = dict[str, dict[str, _Place]]
"""The places by drawer and key."""
_FEW = 4096
"""So many changed cards are told in a slip beside the index, which is as large as the archive and then stays as it is."""


class Damaged(Exception):
    """A card is not what was put into the cabinet."""


class Cabinet:
    """A cabinet that was filled: its cards are read one by one."""

    def __init__(self, file: Path, form: str, index: _Index, slip: _Index) -> None:
        """With the index that is kept under `form`, and the `slip` of what was put in since."""
        self._file, self._form, self._slip = file, form, slip
        self._index = {**index, **{drawer: {**index.get(drawer, {}), **keys} for drawer, keys in slip.items()}}
        self._cards = file.open("rb")

    @classmethod
    def open(cls, file: Path, form: str) -> Cabinet | None:
        """The cabinet that was filled in the format `form`; None where there is none."""
        base, slip = (read_kept(_slip_of(file), form) or ("", {})) if _slip_of(file).exists() else (form, {})
        index = read_kept(_index_of(file), base)
        try:
            return None if index is None else cls(file, base, index, slip)
        except OSError:
            return None

    def close(self) -> None:
        """Let go of the file."""
        self._cards.close()

    def card(self, drawer: str, key: str) -> Any:
        """The value of a card. Raises KeyError where there is none, Damaged where it cannot be read."""
        start, size, sum_ = self._index[drawer][key]
        try:
            data = self._read(start, size)
            if crc32(data) == sum_:
                return _Reader(BytesIO(data)).load()
        except (OSError, pickle.UnpicklingError, ImportError, AttributeError, TypeError, ValueError, EOFError) as error:
            raise Damaged(f"{drawer}/{key}") from error
        raise Damaged(f"{drawer}/{key}")

    def _read(self, start: int, size: int) -> bytes:
        """Some bytes of the file; other processes may read it at the same time, and there is one place in it for all of them."""
        if hasattr(os, "pread"):
            return os.pread(self._cards.fileno(), size, start)
        self._cards.seek(start)
        return self._cards.read(size)

    def keys(self, drawer: str) -> Mapping[str, object]:
        """The keys of a drawer in their order; those of one that is not there are none."""
        return self._index.get(drawer, {})

    def add(self, cards: Iterable[tuple[str, str, Any]], form: str) -> None:
        """Put (drawer, key, value) behind what stands there, each in place of the card of its key; the whole is kept as `form`.

        Where that cannot be written, there is no cabinet of that form.
        """
        slip = {drawer: dict(keys) for drawer, keys in self._slip.items()}
        try:
            with self._file.open("ab") as out:
                _write(cards, out, out.tell(), slip)
        except OSError:
            return
        if sum(map(len, slip.values())) <= _FEW:
            keep(_slip_of(self._file), form, (self._form, slip))
        else:
            index = {drawer: {**self._index.get(drawer, {}), **slip.get(drawer, {})} for drawer in self._index | slip}
            keep(_index_of(self._file), form, index)
            forget(_slip_of(self._file))


class Drawer(Mapping[str, T]):
    """A drawer of a cabinet as a mapping. Whatever was asked for stays `at_hand`."""

    def __init__(self, cabinet: Cabinet, name: str, at_hand: Mapping[str, T] | None = None) -> None:
        self._cabinet, self._name = cabinet, name
        self._keys = cabinet.keys(name)
        self._at_hand: dict[str, T] = dict(at_hand or {})

    def but(self, changed: Mapping[str, T]) -> Drawer[T]:
        """The same with changed cards in place of those that were kept."""
        return Drawer(self._cabinet, self._name, {**self._at_hand, **changed})

    def __getitem__(self, key: str) -> T:
        """The card of this key."""
        if key not in self._at_hand:
            self._at_hand[key] = self._cabinet.card(self._name, key)
        return self._at_hand[key]

    def __contains__(self, key: object) -> bool:
        """Whether there is such a card, which is not read for that."""
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        """The keys in their order."""
        return iter(self._keys)

    def __len__(self) -> int:
        """How many cards there are."""
        return len(self._keys)


def fill(file: Path, form: str, cards: Iterable[tuple[str, str, Any]]) -> None:
    """Fill a cabinet with (drawer, key, value). Where the cache cannot be written there is none."""
    index: _Index = {}
    beside = Path(f"{file}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        clear_leftovers(file.parent, f"{file.name}.")
        _index_of(file).unlink(missing_ok=True)
        _slip_of(file).unlink(missing_ok=True)
        with beside.open("wb") as out:
            _write(cards, out, 0, index)
        beside.replace(file)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        return
    keep(_index_of(file), form, index)


def _index_of(file: Path) -> Path:
    return file.with_suffix(".index")


def _slip_of(file: Path) -> Path:
    return file.with_suffix(".slip")


def _write(cards: Iterable[tuple[str, str, Any]], out: Any, start: int, index: _Index) -> None:
    for drawer, key, value in cards:
        data = pickle.dumps(value, protocol=5)
        out.write(data)
        index.setdefault(drawer, {})[key] = start, len(data), crc32(data)
        start += len(data)


class _Reader(pickle.Unpickler):
    """Makes values of our own plain classes, and calls nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """The class; UnpicklingError for anything that is no plain value of this program."""
        if (module, name) == (Markup.__module__, Markup.__name__):
            return Markup
        if module.startswith(_ROOMS) and name.isidentifier():
            found = getattr(importlib.import_module(module), name)
            if isinstance(found, type) and _is_plain(found):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def _is_plain(kind: type) -> bool:
    return is_dataclass(kind) or issubclass(kind, Enum) or (issubclass(kind, tuple) and hasattr(kind, "_fields"))
