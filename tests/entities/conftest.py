"""Content folders written by hand, as for the archive's other tests."""

from __future__ import annotations

from tests.archive.conftest import content, linked, write

__all__ = ["content", "linked", "write"]
