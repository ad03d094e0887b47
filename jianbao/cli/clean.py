"""`clean [--again] [--scheduler ADDRESS] [PAGE…]`: seeds/ → content/."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from jianbao.cli.arguments import Call
from jianbao.cli.build import Steps, go
from jianbao.cli.console import Console

if TYPE_CHECKING:
    from jianbao.reading.keeping.cleaned import Forecast

YES = frozenset({"y", "yes", "是", "好"})


def run(call: Call, console: Console) -> int:
    """Read what is new or changed, or the pages that were named."""

    def agree(forecast: Forecast) -> bool:
        console.answer(foretold(forecast))
        if not forecast.articles or not sys.stdin.isatty():
            return True
        return input("继续吗 / go on? [y/N] ").strip().lower() in YES

    steps = Steps(site=False, pages=call.pages, again=call.again, scheduler=call.scheduler, agree=agree)
    return go(call, console, steps)


def foretold(forecast: Forecast) -> str:
    """What reading again would change, said before it does."""
    return (
        f"重读 {forecast.pages} 个版面，{forecast.articles} 篇文章会变，共 {forecast.words} 字；人改过的不覆盖 / reading "
        f"{forecast.pages} pages again changes {forecast.articles} articles, {forecast.words} characters; edits are kept"
    )
