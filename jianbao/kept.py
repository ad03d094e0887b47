"""What a run keeps in the cache folder for the next one. The folder can be deleted at any time.

A file that is damaged, or was kept in another format or by another Python, is as if absent; a file that cannot be written
is done without.
"""

from __future__ import annotations

import marshal
import os
import sys
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:  # this file is read by runs that end before anything else is: it waits for nothing
    from pathlib import Path
    from typing import Any

YOUNG = 3_000_000_000
"""Nanoseconds: a file as young as this may change again without looking older (some file systems count in steps of two
seconds), so of what it says nothing is kept, or its bytes are compared."""
_PYTHON = sys.implementation.cache_tag


def read_kept(file: Path | str, form: str) -> Any | None:
    """The value that was kept in `file` in the format `form`, exactly as it was; None where there is none."""
    try:
        with open(file, "rb") as kept:
            head, data = kept.readline(), kept.read()
        return marshal.loads(data) if head == _head(form, data) else None  # noqa: S302 - proved by its sum
    except (OSError, ValueError, EOFError, TypeError):
        return None


def keep(file: Path | str, form: str, value: Any) -> bool:
    """Keep a value of texts, numbers, None, tuples, lists and dicts; a named tuple is kept as a tuple. Whether it is kept.

    `form` names all that its meaning depends on: the shape, the rules by which it was made.
    """
    try:
        data = marshal.dumps(value)
    except ValueError:  # there are named ones among the tuples
        data = marshal.dumps(_bare(value))
    beside = f"{file}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(beside, "wb") as kept:
            kept.write(_head(form, data))
            kept.write(data)
        os.replace(beside, file)
    except OSError:
        forget(beside)
        return False
    return True


def head_of(file: Path | str) -> str:
    """What stands above the value that is kept in `file`, another head for every value; nothing where none is kept."""
    try:
        with open(file, "rb") as kept:
            return kept.readline().decode("utf-8", "replace").strip()
    except OSError:
        return ""


def forget(file: Path | str) -> None:
    """Keep a file no longer, if it was kept."""
    try:
        os.unlink(file)
    except OSError:
        return


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {_bare(key): _bare(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_bare(one) for one in value]
    if isinstance(value, tuple):
        return tuple(map(_bare, value))
    return str(value) if isinstance(value, str) else value


def _head(form: str, data: bytes) -> bytes:
    return f"jianbao {_PYTHON} {form} {len(data)} {crc32(data)}\n".encode()
