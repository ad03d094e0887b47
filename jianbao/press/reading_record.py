"""What the machine did to a page, in numbers: the balance of its characters and the edits by rule."""

from __future__ import annotations

from dataclasses import dataclass

from jianbao.archive.model import Page
from jianbao.press.wording import Wording


@dataclass(frozen=True, slots=True)
class Balance:
    """Where the characters of a raw page went: all of them stand in articles or in furniture."""

    all: int
    articles: int
    furniture: int


def balance_of(page: Page) -> Balance:
    """The balance of a page in non-space characters."""
    furniture = sum(len("".join(text.split())) for _, text in page.furniture)
    return Balance(page.characters, page.characters - furniture, furniture)


def numbers_of(wording: Wording, page: Page) -> list[tuple[str, int]]:
    """(what was done, how often) by rule, the most frequent first; at the end the losses."""
    edits = sorted(page.edits.items(), key=lambda edit: (-edit[1], edit[0]))
    counted: dict[str, int] = {}
    for rule, number in edits:
        name = wording.name("rules", rule)
        counted[name] = counted.get(name, 0) + number
    return [*counted.items(), (str(wording.table["losses"]), page.losses)]
