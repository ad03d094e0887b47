"""How the user calls the program, for messages that say what to type."""

from __future__ import annotations

import sys
from pathlib import Path


def program() -> str:
    """`python build.py`, or `jianbao` where it is installed."""
    return "python build.py" if Path(sys.argv[0]).name == "build.py" else "jianbao"
