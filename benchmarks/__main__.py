"""All figures of a build in one report: `python -m benchmarks [N …] [--runs 5] [--work DIR] [--hugo FILE]`.

First the plain site beside Hugo's (benchmarks/against_hugo.py), then the whole site from raw pages (benchmarks/whole_build.py),
both with a profile by step. 100,000 articles take hours and some ten gigabytes below DIR.
"""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Sequence

from benchmarks import against_hugo, whole_build


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", metavar="N", default=["1000", "10000"])
    parser.add_argument("--runs", default="5")
    parser.add_argument("--work")
    parser.add_argument("--hugo")
    call = parser.parse_args(arguments)
    both = [*call.sizes, "--runs", call.runs, *(["--work", call.work] if call.work else [])]
    print(f"{machine()}\n\n## A plain site, beside Hugo's\n", flush=True)
    against_hugo.main([*both, *(["--hugo", call.hugo] if call.hugo else [])])
    print("\n## A whole site, from raw pages\n", flush=True)
    whole_build.main(both)


def machine() -> str:
    """What it ran on, and how busy that was with other work when it began."""
    busy = f", load {os.getloadavg()[0]:.1f} at the beginning" if hasattr(os, "getloadavg") else ""
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}{busy}"


if __name__ == "__main__":
    main()
