"""Where people want old addresses to lead: `content/_authority/redirects.yaml`.

p/OLD0000/: p/NEW0000/
a/OLD0000/03/: gone
"""

from __future__ import annotations

from pathlib import Path

from jianbao.knowledge.authority import Misread, file_name, read_yaml


def read_redirects(path: Path) -> tuple[dict[str, str], tuple[Misread, ...]]:
    """From old addresses to new ones, as people wrote them in redirects.yaml: `p/OLD/: p/NEW/`, or `gone`."""
    wishes, misread = read_yaml(path)
    if wishes is None:
        return {}, misread
    entries = wishes.items() if isinstance(wishes, dict) else ()
    redirects = {clean_address(str(old)): new if new == "gone" else clean_address(new)
                 for old, new in entries if isinstance(new, str) and new}  # fmt: skip
    if len(redirects) == len(wishes):
        return redirects, misread
    return redirects, (*misread, Misread(
        file_name(path), None, "有的行没有写明新网址。", "Some lines do not say where an old address leads.",
        "每行这样写——p/OLD0000/: p/NEW0000/，或 p/OLD0000/: gone", "Write each line like p/OLD0000/: p/NEW0000/, or p/OLD0000/: gone",
    ))  # fmt: skip


def clean_address(address: str) -> str:
    """An address as the register writes it: no slash before it, one after it; absolute ones stay."""
    address = address.strip()
    return address if "://" in address else address.strip("/") + "/"
