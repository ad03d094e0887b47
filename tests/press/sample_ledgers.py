"""Ledgers for the sample archive's pages, as the reader would have kept them: a line a paragraph, commas made full-width."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from jianbao.archive.model import Archive, Page
from jianbao.content.ledger_file import Ledger, LedgerDecision, LedgerEdit, LedgerFurniture, LedgerPart, ledger_text


def write_ledgers(archive: Archive, content: Path) -> None:
    """Put the ledger of every page into its folder below content/."""
    for page in archive.pages.values():
        folder = content / page.folder
        folder.mkdir(parents=True)
        titled = {id for id in page.articles if archive.articles[id].front.title}
        (folder / "ledger.jsonl").write_text(ledger_text(sample_ledger(page, titled)), encoding="utf-8", newline="\n")


def sample_ledger(page: Page, titled: Collection[str]) -> Ledger:
    """The ledger of a page of the sample archive, from its lines; the first line of a `titled` article is its headline."""
    raw = "".join(f"{line.text}\n" for line in page.lines)
    parts, furniture, decisions = [], [], []
    seen: set[str] = set()
    at = 0
    for line in page.lines:
        span = (at, at + len(line.text))
        at = span[1] + 1
        for fate in line.fates if line.text else ():
            if "/" not in fate:
                furniture.append(LedgerFurniture(fate, (span,)))
                continue
            role = "title" if fate in titled and fate not in seen else "paragraph"
            edits = tuple(_commas(line.text, span[0]))
            parts.append(LedgerPart(fate, role, (span,), edits, line.text.replace(",", "，")))
            if role == "paragraph":
                reasons = (("seam.loss", 1.5),)
                decisions.append(LedgerDecision("place", span, "paragraph", "continuation", 0.5, reasons))
            seen.add(fate)
    return Ledger(raw, tuple(parts), tuple(furniture), tuple(decisions))


def _commas(text: str, start: int) -> Iterator[LedgerEdit]:
    for place, character in enumerate(text):
        if character == ",":
            yield LedgerEdit("full-width", "mechanical", (start + place, start + place + 1), ",", "，")
