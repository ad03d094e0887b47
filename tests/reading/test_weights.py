"""The table of weights is whole: every row is weighed somewhere, and none is missing."""

from __future__ import annotations

from pathlib import Path

from jianbao.knowledge.weights import weights

READING = Path(__file__).parents[2] / "jianbao" / "reading"


def test_no_row_is_dead() -> None:
    """Every cue of the table is named by the code of the reading; a missing row would stop the reading at once."""
    code = "".join(path.read_text(encoding="utf-8") for path in READING.glob("*.py"))
    dead = [
        f"{section}.{cue}"
        for section, rows in weights().items()
        for cue in rows
        if f'"{cue}"' not in code and f'.{cue}"' not in code
    ]
    assert dead == []
