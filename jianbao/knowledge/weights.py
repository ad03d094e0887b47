"""The table of weights (data/weights.toml): what every cue costs or rewards when a page is read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """The table by section and cue."""
    text = files("jianbao.knowledge").joinpath("data", "weights.toml").read_text(encoding="utf-8")
    return {
        section: {cue: float(weight) for cue, weight in rows.items()} for section, rows in tomllib.loads(text).items()
    }
