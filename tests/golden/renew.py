"""`python -m tests.golden.renew` writes expected/ anew.

Read the difference before you commit it (`git diff tests/golden`): every line of it is a promise to a reader.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tests.golden.story import EXPECTED, FOLDERS, contents, play


def renew() -> None:
    """Play the story and keep what came of it."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "archive"
        play(folder)
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for name in FOLDERS:
            for file, data in contents(folder / name).items():
                place = EXPECTED / name / file
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(data)


if __name__ == "__main__":
    renew()
