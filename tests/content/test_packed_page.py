"""What the cache keeps of a newspaper page is the whole of what its files say."""

from __future__ import annotations

import marshal
from pathlib import Path

from jianbao.content.ledger_outline import LedgerOutline, outline
from jianbao.content.packed_page import pack_outline, pack_record, unpack_outline, unpack_record
from jianbao.content.page_record import Correction, Jump, PageDoubt, PageRecord, parse_record, record_text

CONTENT = Path(__file__).parents[2] / "content"
FULL = PageRecord(
    id="7KQ2M9X", file="安阳/2022-09.txt#2", sha256="ab", lines=(3, 90), facts={"newspaper": "安阳日报"}, articles=("7KQ2M9X/01",),
    numbered=2, deleted=("7KQ2M9X/02",), replaced={"7KQ2M9X/02": "7KQ2M9X/01"}, furniture=(("banner", "要闻"),), losses=1,
    characters=800, doubts=(PageDoubt(4, "可疑", "doubtful", "7KQ2M9X/01", "读作", "m", 0.25),),
    guesses={"issued": ("2022-09-23", "masthead")}, corrections=(Correction(5, "不不", "不"),), jumps=(Jump("7KQ2M9X/01", "4"),),
)  # fmt: skip


def kept(value: object) -> tuple[object, ...]:
    """The value as the cache gives it back."""
    back: tuple[object, ...] = marshal.loads(marshal.dumps(value))  # noqa: S302 - written by this very test
    return back


def test_records_come_back_whole() -> None:
    """Of every page of the archive, and of one that has something under every key."""
    read = [parse_record(str(file), file.read_text(encoding="utf-8")) for file in sorted(CONTENT.rglob("page.yaml"))]
    records = [FULL, *(one for one in read if isinstance(one, PageRecord))]
    assert len(records) > 1
    assert parse_record("a/page.yaml", record_text(FULL)) == FULL
    assert [unpack_record(kept(pack_record(one))) for one in records] == records


def test_outlines_come_back_whole() -> None:
    """Of every ledger of the archive; a line of one that begins later in its raw file keeps its number."""
    files = sorted(CONTENT.rglob("ledger.jsonl"))
    outlines = [outline(str(file), file.read_text(encoding="utf-8"), 7) for file in files]
    assert outlines
    for one in outlines:
        assert isinstance(one, LedgerOutline)
        back = unpack_outline(kept(pack_outline(one)))
        assert back == one
        assert back.lines[0].number == 8
