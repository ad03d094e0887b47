"""The register on the disk: the one file that this room writes, and only if it changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jianbao.content.register import NAME, Address, register_text
from jianbao.problems import Problem, Words


def write_register(content: Path, old: Mapping[str, Address], new: Mapping[str, Address]) -> tuple[Problem, ...]:
    """Write content/_register.csv if the addresses differ from those read. A problem where the file cannot be written."""
    if old == new:
        return ()
    try:
        (content / NAME).write_text(register_text(new.values()), encoding="utf-8", newline="\n")
    except OSError as error:
        return (not_written(error),)
    return ()


def not_written(error: Exception) -> Problem:
    """The register is open in another program, or the disk is full."""
    return Problem(
        f"content/{NAME}",
        Words(f"网址登记册写不进去（{error}）", f"the register of addresses cannot be written ({error})"),
        Words(
            "关掉打开它的程序（如 Excel），再运行一次", "close the program that has it open (Excel, say) and run again"
        ),
    )
