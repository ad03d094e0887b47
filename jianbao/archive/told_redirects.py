"""Where people want old addresses to lead: `content/_authority/redirects.yaml`.

p/OLD0000/: p/NEW0000/
a/OLD0000/03/: gone
"""

from __future__ import annotations

import re
from pathlib import Path

from jianbao.knowledge.authority import Misread, file_name, read_yaml

_OLD = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?/)+")
_NEW = re.compile(rf"gone|https?://[^/\s]\S*|/|{_OLD.pattern}")


def read_redirects(path: Path) -> tuple[dict[str, str], tuple[Misread, ...]]:
    """From old addresses to new ones, as people wrote them in redirects.yaml: `p/OLD/: p/NEW/`, or `gone`."""
    wishes, misread = read_yaml(path)
    if wishes is None:
        return {}, misread
    entries = wishes.items() if isinstance(wishes, dict) else ()
    told = {clean_address(str(old)): new if new == "gone" else clean_address(str(new)) for old, new in entries}
    redirects = {old: new for old, new in told.items() if _OLD.fullmatch(old) and _NEW.fullmatch(new)}
    if entries and len(redirects) == len(wishes):
        return redirects, misread
    bad = next((str(old) for old, _ in entries if clean_address(str(old)) not in redirects), "")
    return redirects, (*misread, Misread(
        file_name(path), _line(path, bad), f"“{bad}”这一行不能用：没有写明新网址，或不是本站的网址。",
        f"The line of {bad} cannot be used: it does not say where the address leads, or is no address of this site.",
        "每行这样写——p/OLD0000/: p/NEW0000/，或 p/OLD0000/: gone", "Write each line like p/OLD0000/: p/NEW0000/, or p/OLD0000/: gone",
    ))  # fmt: skip


def _line(path: Path, beginning: str) -> int | None:
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return next(
        (number for number, line in enumerate(lines, start=1) if line.strip(" '\"").startswith(beginning)), None
    )


def clean_address(address: str) -> str:
    """An address as the register writes it: no slash before it, one after it; absolute ones stay."""
    address = address.strip()
    return address if "://" in address else address.strip("/") + "/"
