"""A page that was not changed and stands elsewhere in its raw file now: it is not read again, its lines are counted anew."""

from __future__ import annotations

from dataclasses import replace

from jianbao.content.ledger_file import Ledger
from jianbao.reading.keeping.lines_of_file import counted_in_file, shifted_text, shifted_writings, with_marks
from jianbao.reading.keeping.shelving import Before, Shelving


def shelve_moved(before: Before) -> Shelving:
    """The page `before.moved` lines further down: the numbers of lines are others, and nothing else is."""
    raw_file, by = before.record.raw_file, before.moved
    then = {article_id: present.text for article_id, present in before.present.items()}
    now = {article_id: shifted_text(text, raw_file, by) for article_id, text in then.items()}
    texts = {before.present[article_id].path: text for article_id, text in now.items() if text != then[article_id]}
    record = with_marks(counted_in_file(before.record, by), then, now)
    return Shelving(before.folder, texts, (), record, _shifted(before.ledger, raw_file, by), 0, 0)


def _shifted(ledger: Ledger | None, raw_file: str, by: int) -> Ledger | None:
    """The ledger with what the machine wrote as it would write it now; its spans are those of the page's own text."""
    if ledger is None:
        return None
    written, taken_back = (shifted_writings(ones, raw_file, by) for ones in (ledger.written, ledger.taken_back))
    return replace(ledger, written=written, taken_back=taken_back)
