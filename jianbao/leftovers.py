"""What a run that was ended half-way, by a power cut say, left behind: it goes with a later one."""

from __future__ import annotations

import shutil
import time
from contextlib import suppress
from glob import escape
from pathlib import Path

OLD = 86_400
"""Seconds after which nobody is at work any more."""


def clear_leftovers(folder: Path, name: str) -> None:
    """Remove what stands right in the folder and has a name that begins so, if it is a day old. What is in use stays."""
    for left in folder.glob(f"{escape(name)}?*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime < OLD:
                continue
            if left.is_dir():
                shutil.rmtree(left)
            else:
                left.unlink()
