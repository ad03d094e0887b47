"""What came of publishing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from jianbao.frozen import frozen
from jianbao.problems import Problem

if TYPE_CHECKING:
    from jianbao.press.edition import Edition
    from jianbao.press.last_edition import Weight


def largest_folders(weights: Mapping[str, Weight]) -> tuple[tuple[str, int, int], ...]:
    """The five largest folders at the top of the site: name, bytes, files."""
    told = ((folder, *weight) for folder, weight in weights.items() if folder)
    return tuple(sorted(told, key=lambda one: (-one[1], one[0]))[:5])


@frozen
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
    largest: tuple[tuple[str, int, int], ...] = ()
    """The largest folders of the site, each with its bytes and files."""
    edition: Edition | None = field(default=None, compare=False, repr=False)
    """What was printed; None where the site stood as it was."""
