"""The table of doubt (data/doubt.toml): what speaks for a look at an article, how much it counts, and the words for it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from jianbao.frozen import frozen
from jianbao.problems import Words


@frozen
class SignOfDoubt:
    """A row of the table; `{text}` in the words stands for how the place begins on the page."""

    weight: float
    words: Words


@frozen
class TableOfDoubt:
    """`base` and weights add up to the log-odds that an article is wrong; from the chance `flagged` on it is listed."""

    base: float
    flagged: float
    signs: Mapping[str, SignOfDoubt]


@cache
def table_of_doubt() -> TableOfDoubt:
    """The table, read once."""
    values = tomllib.loads(files("jianbao.knowledge").joinpath("data", "doubt.toml").read_text(encoding="utf-8"))
    rows = {name: row for name, row in values.items() if isinstance(row, dict)}
    signs = {name: SignOfDoubt(float(row["weight"]), Words(row["zh"], row["en"])) for name, row in rows.items()}
    return TableOfDoubt(float(values["base"]), float(values["flagged"]), signs)
