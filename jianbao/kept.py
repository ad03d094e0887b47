"""What a run keeps in the cache folder for the next one. The folder can be deleted at any time.

A file that is damaged, or was kept in another format, is as if absent; a file that cannot be written is done without.
"""

from __future__ import annotations

import json
import os
from hashlib import blake2b
from pathlib import Path
from typing import Any


def read_kept(file: Path, form: str) -> Any | None:
    """The value of JSON that was kept in `file` in the format `form`, exactly as it was; None where there is none."""
    try:
        head, _, kept = file.read_bytes().partition(b"\n")
        return json.loads(kept) if head == _head(form, kept) else None
    except (OSError, ValueError):
        return None


def keep(file: Path, form: str, value: Any) -> None:
    """Keep a value of JSON. `form` names all that its meaning depends on: the shape, the rules by which it was made."""
    kept = json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_head(form, kept) + b"\n" + kept)
        beside.replace(file)
    except OSError:
        _forget(beside)


def _head(form: str, kept: bytes) -> bytes:
    return f"jianbao {form} {blake2b(kept, digest_size=12).hexdigest()}".encode()


def _forget(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return
