"""Where jieba's own tables stand. They are read without jieba, which takes as long to import as they take to read."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def jieba_home() -> Path:
    """The folder of the installed jieba. Raises ModuleNotFoundError where there is none."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("No module named 'jieba'", name="jieba")
    return Path(spec.origin).parent
