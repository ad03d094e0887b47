"""`site`: content/ → site/, without a look at seeds/."""

from __future__ import annotations

from jianbao.cli.arguments import Call
from jianbao.cli.build import Steps, go
from jianbao.cli.console import Console


def run(call: Call, console: Console) -> int:
    """Build the site from the articles as they are."""
    return go(call, console, Steps(clean=False))
