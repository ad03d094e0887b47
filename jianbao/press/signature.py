"""机读 · 接行 3 · 标点 412 · 改字 0 · 缺 0 · 未校: the line by which the archive signs an article, and where it leads."""

from __future__ import annotations

from urllib.parse import quote

from jianbao.archive.model import Article, Page
from jianbao.content.article import Proofreading
from jianbao.frozen import frozen
from jianbao.press.edition import Edition
from jianbao.press.reading_record import losses_of
from jianbao.press.wording import Wording

ALWAYS = ("join-lines", "full-width", "doubled-character")
"""Rules (joins, punctuation, words changed) whose numbers are told also where they are 0."""
MARKS_A_LOSS = "loss"
"""The rule that only says what the number of the losses says."""


@frozen
class Signature:
    """What was done to an article in numbers, who compared it with the page, and the way to its own lines there.

    Of `numbers` only the losses are told where no record of the reading is kept. `raw` is the address of its first raw
    line, or of the page, or nothing. `edit` is the absolute address where a reader can correct it, or nothing; `file` is
    its file in content/.
    """

    edited: bool
    numbers: tuple[tuple[str, int], ...]
    checks: tuple[Proofreading, ...]
    raw: str
    edit: str
    file: str


def sign(edition: Edition, article: Article, page: Page | None, first_line: int) -> Signature:
    """The signature of an article; `first_line` is the number of its first raw line, 0 where that is not known."""
    line = f"#L{first_line}" if first_line else ""
    return Signature(
        article.edited,
        _numbers(edition.wording, article, is_recorded=bool(page and page.lines)),
        article.front.proofread,
        f"{page.path}{line}" if page else "",
        edition.settings.edit_url.replace("{file}", quote(article.file)),
        article.file,
    )


def _numbers(wording: Wording, article: Article, is_recorded: bool) -> tuple[tuple[str, int], ...]:
    """(what was done, how often): first what is always told, then other rules by name, at the end the losses."""
    told = {wording.name("rules", rule): 0 for rule in ALWAYS if is_recorded}
    for rule, number in sorted(article.edits.items()):
        if rule != MARKS_A_LOSS:
            name = wording.name("rules", rule)
            told[name] = told.get(name, 0) + number
    return (*told.items(), (str(wording.table["losses"]), losses_of(article)))
