"""`clean [--again] [PAGE…]`: seeds/ → content/."""

from __future__ import annotations

from jianbao.cli.arguments import Call
from jianbao.cli.build import Steps, go
from jianbao.cli.console import Console


def run(call: Call, console: Console) -> int:
    """Read what is new or changed, or the pages that were named."""
    return go(call, console, Steps(site=False, pages=call.pages, again=call.again))
