"""Jieba's model of names and compounds: what it makes of characters that are in no dictionary."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache


def cut_by_model(row: str) -> tuple[str, ...]:
    """The words of a row of characters."""
    return tuple(_cutter()(row))


@cache
def _cutter() -> Callable[[str], Iterable[str]]:
    """Jieba's own. Of pkg_resources it would ask no more than where its files stand, and that takes 0.1 s to import."""
    with warnings.catch_warnings(), _as_if_absent("pkg_resources"):
        warnings.simplefilter("ignore")  # jieba's old escapes warn on newer Pythons
        from jieba import finalseg
    cut: Callable[[str], Iterable[str]] = finalseg.cut
    return cut


@contextmanager
def _as_if_absent(module: str) -> Iterator[None]:
    """What is imported meanwhile does without the module, unless somebody has imported it."""
    masked = sys.modules.setdefault(module, None) is None  # type: ignore[arg-type]  # so it is told in Python's manual
    try:
        yield
    finally:
        if masked:
            del sys.modules[module]
