"""The table of scores over time: `benchmarks/scores.py` measures folders of pages and adds rows to docs/scores.md."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.robustness.scores import COLUMNS

ROOT = Path(__file__).parent.parent.parent
TABLE = ROOT / "docs" / "scores.md"


def _run(*arguments: str) -> str:
    command = [sys.executable, str(ROOT / "benchmarks" / "scores.py"), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True, cwd=ROOT).stdout


def test_a_row_is_added_to_the_table(tmp_path: Path) -> None:
    """The gold of our seeds, by name of the page: the row stands last in the table, a cell for every column."""
    table = tmp_path / "scores.md"
    shutil.copy(TABLE, table)
    before = table.read_text(encoding="utf-8").splitlines()
    printed = _run("--set", "gold", "tests/gate/gold", "seeds", "003", "--append", str(table))
    after = table.read_text(encoding="utf-8").splitlines()
    assert after[len(before) :] == printed.splitlines()
    cells = [cell.strip() for cell in after[-1].strip("|").split("|")]
    assert cells[2:4] == ["gold", "1"]
    assert float(cells[4 + COLUMNS.index("split")]) == 1.0


def test_every_row_has_a_cell_for_every_column() -> None:
    """Nobody broke the table by hand."""
    rows = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith(("| date", "| 2"))]
    heads = [cell.strip() for cell in rows[0].strip("|").split("|")]
    assert heads == ["date", "commit", "set", "pages", *COLUMNS, "hyphens", "pages/s"]
    assert len(rows) > 1
    assert {row.count("|") for row in rows} == {len(heads) + 1}
