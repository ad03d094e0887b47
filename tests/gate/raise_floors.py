"""Writes the figures measured now into floors.json, where they are better; refuses where one is worse."""

from __future__ import annotations

import json
import sys

from tests.gate.measure import BEST_AT_ZERO
from tests.gate.test_gate import FLOORS, HERE, digest_of_gold, measured


def main() -> int:
    """Returns 1, and writes nothing, when a figure is worse than its floor."""
    floors, now = FLOORS["figures"], measured()
    worse = [
        name
        for name, figure in now.items()
        if name in floors and (figure > floors[name] if name in BEST_AT_ZERO else figure < floors[name])
    ]
    for name in worse:
        sys.stderr.write(f"{name}: {now[name]} is worse than the floor {floors[name]}\n")
    if worse:
        return 1
    text = json.dumps({"gold": digest_of_gold(), "figures": now}, indent=2, ensure_ascii=False)
    (HERE / "floors.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
