"""What a command costs: seconds, processor seconds, and the peak of memory of all its processes, shared pages once."""

from __future__ import annotations

import resource
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_SOONEST, _EVERY = 0.004, 0.05
"""Seconds between two looks at the memory: of a run that is over soon, and of others."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall clock and processor in seconds, memory in MiB (0 where the system does not tell it)."""

    wall: float
    cpu: float
    memory: float


def cost_of(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a folder; ends this program with what it said if it fails."""
    before = _children()
    began = time.monotonic()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        peak, done = [0], threading.Event()

        def watch() -> None:
            while not done.wait(min(_EVERY, max(_SOONEST, (time.monotonic() - began) / 4))):
                peak[0] = max(peak[0], _memory(process.pid))

        watching = threading.Thread(target=watch, daemon=True)
        watching.start()
        assert process.stderr is not None
        said = process.stderr.read().decode("utf-8", "replace")
        process.wait()
        wall = time.monotonic() - began
        done.set()
        watching.join()
    if process.returncode:
        sys.exit(f"{' '.join(command)}\n{said[-2000:]}")
    return Cost(wall, _children() - before, peak[0] / 1024)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _memory(process: int) -> int:
    """KiB of a process and all below it; Linux divides what several share (PSS)."""
    total = 0
    try:
        with Path(f"/proc/{process}/smaps_rollup").open(encoding="ascii") as told:
            total += sum(int(line.split()[1]) for line in told if line.startswith("Pss:"))
        for task in Path(f"/proc/{process}/task").iterdir():
            children = (task / "children").read_text(encoding="ascii").split()
            total += sum(_memory(int(child)) for child in children)
    except (OSError, ValueError):  # gone by now, or no Linux
        pass
    return total
