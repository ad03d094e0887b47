"""What came of publishing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jianbao.problems import Problem


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did: files written, left as they were and removed; how many the site has now, and their bytes."""

    written: int
    unchanged: int
    removed: int
    files: int
    bytes: int
    problems: tuple[Problem, ...] = ()
    windows: Mapping[str, Any] | None = None
    """Of a plain site: what filling the windows of texts anew needs to know (`plain_pages.windows`)."""
