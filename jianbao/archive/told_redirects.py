"""Where people want old addresses to lead: `content/_authority/redirects.yaml`.

p/OLD0000/: p/NEW0000/
a/OLD0000/03/: gone
"""

from __future__ import annotations

import re
from pathlib import Path

from jianbao.knowledge.authority import Misread, Told, read_with_lines

_OLD = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?/)+")
_NEW = re.compile(rf"gone|https?://[^/\s]\S*|/|{_OLD.pattern}")


def read_redirects(path: Path) -> tuple[dict[str, str], tuple[Misread, ...]]:
    """From old addresses to new ones, as people wrote them in redirects.yaml: `p/OLD/: p/NEW/`, or `gone`."""
    told = read_with_lines(path)
    misread = list(told.misread)
    redirects: dict[str, str] = {}
    if told.value is not None and not isinstance(told.value, dict):
        misread.append(cannot_be_used(told, ""))
    for written, target in told.value.items() if isinstance(told.value, dict) else ():
        old, new = clean_address(written), target if target == "gone" else clean_address(str(target))
        if not _OLD.fullmatch(old) or not _NEW.fullmatch(new) or old == new:
            misread.append(cannot_be_used(told, written))
        else:
            misread += [written_again(told, written)] if old in redirects else []
            redirects[old] = new
    return redirects, tuple(misread)


def cannot_be_used(told: Told, written: str) -> Misread:
    """A line that leads from or to no address, or to itself."""
    return told.wrong(
        (written,) if written else (), f"“{written}”这一行不能用：没有写明新网址，或不是本站的网址。",
        f"The line of {written} cannot be used: it does not say where the address leads, or is no address of this site.",
        "每行这样写——p/OLD0000/: p/NEW0000/，或 p/OLD0000/: gone", "Write each line like p/OLD0000/: p/NEW0000/, or p/OLD0000/: gone",
    )  # fmt: skip


def written_again(told: Told, written: str) -> Misread:
    """The same address in another spelling, with or without slashes around it."""
    return told.wrong(
        (written,), f"“{written}”前面已经写过，只算这一处。", f"{written} was written before; only this line counts.",
        "请留下对的一行。", "Keep the line that is right.",
    )  # fmt: skip


def clean_address(address: str) -> str:
    """An address as the register writes it: no slash before it, one after it; absolute ones stay."""
    address = address.strip()
    return address if "://" in address else address.strip("/") + "/"
