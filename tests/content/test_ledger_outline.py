"""What a view of the archive takes from a ledger: which article was changed how, and every word read otherwise."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from jianbao.content.ledger_outline import LedgerOutline, outline

PAGE = "通信人员昼夜值守，保障不不掉线。\n学习 spirit and 精神,落实到位\n"


def ledger(*records: dict[str, object]) -> LedgerOutline:
    """The outline of a ledger of this page with these records."""
    lines = [{"line": n, "raw": raw} for n, raw in enumerate(PAGE.splitlines(keepends=True), start=1)]
    text = "".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) + "\n" for one in (*lines, *records))
    read = outline("a/ledger.jsonl", text)
    assert isinstance(read, LedgerOutline)
    return read


def part(article: str) -> dict[str, object]:
    """A part of an article."""
    return {"article": article, "part": "paragraph", "spans": [[0, 3]]}


def reading(before: str, after: str, rule: str = "doubled-character") -> dict[str, object]:
    """An edit that changes a word."""
    at = PAGE.index(before)
    return {"edit": rule, "class": "reading", "span": [at, at + len(before)], "before": before, "after": after}


def test_a_correction_stands_with_what_is_around_it() -> None:
    """Two characters on both sides, not over a punctuation mark or the end of the line."""
    read = ledger(part("AAAAAAA/01"), reading("不不", "不"))
    assert read.corrections == {"AAAAAAA/01": (("保障不不掉线", "保障不掉线"),)}


def test_a_correction_stands_beside_whole_latin_words() -> None:
    """No English word is cut."""
    read = ledger(part("AAAAAAA/02"), reading(" and ", "和", "foreign-word"))
    assert read.corrections == {"AAAAAAA/02": (("spirit and 精神", "spirit和精神"),)}


def test_a_loss_is_no_correction() -> None:
    """It marks what is not there."""
    lost = {"edit": "loss", "class": "reading", "span": [3, 3], "before": "", "after": "[…]"}
    assert ledger(part("AAAAAAA/01"), lost).corrections == {}


def test_edits_are_counted_for_their_own_article() -> None:
    """An edit belongs to the part before it."""
    comma = {"edit": "full-width", "span": [1, 2], "before": ",", "after": "，"}
    read = ledger(part("AAAAAAA/01"), comma, comma, part("AAAAAAA/02"), comma, part("AAAAAAA/01"), comma)
    assert {id: dict(count) for id, count in read.edits.items()} == {
        "AAAAAAA/01": {"full-width": 3},
        "AAAAAAA/02": {"full-width": 1},
    }


@given(st.text(max_size=30).filter(lambda text: text.strip()))
def test_any_word_can_be_corrected(word: str) -> None:
    """Whatever was printed, both forms of it come out of the ledger as they went in."""
    edit = {"edit": "foreign-word", "class": "reading", "span": [0, 0], "before": word, "after": "字"}
    ((raw, now),) = ledger(part("AAAAAAA/01"), edit).corrections["AAAAAAA/01"]
    assert word in raw
    assert raw.replace(word, "字", 1) == now
