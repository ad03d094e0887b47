"""`python -m tests.golden.renew` writes expected/ anew.

Read the difference before you commit it (`git diff tests/golden`): every line of it is a promise to a reader.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tests.golden.story import EXPECTED, FOLDERS, play


def renew() -> None:
    """Play the story and keep what came of it."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "archive"
        play(folder)
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for name in FOLDERS:
            shutil.copytree(folder / name, EXPECTED / name)


if __name__ == "__main__":
    renew()
