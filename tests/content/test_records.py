"""The files beside the articles: page.yaml, ledger.jsonl, and the register of addresses."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from jianbao.content.ledger_file import (
    Ledger,
    LedgerDecision,
    LedgerEdit,
    LedgerFurniture,
    LedgerPart,
    Written,
    ledger_text,
    parse_ledger,
)
from jianbao.content.page_record import Correction, Jump, PageDoubt, PageRecord, parse_record, record_text
from jianbao.content.register import Address, parse_register, register_text
from jianbao.problems import Problem

RAW = '星\r\n\r\n卫东区"开门红"\n近日,卫 东区\n'
LEDGER = Ledger(
    RAW,
    (
        LedgerPart(
            "7KQ2M9X/01", "title", ((5, 13),),
            (LedgerEdit("quotes", "mechanical", (8, 9), '"', "“"), LedgerEdit("quotes", "mechanical", (12, 13), '"', "”")),
            "卫东区“开门红”",
        ),
        LedgerPart(
            "7KQ2M9X/01", "paragraph", ((14, 21),),
            (
                LedgerEdit("full-width", "mechanical", (16, 17), ",", "，"),
                LedgerEdit("join", "mechanical", (18, 19), " ", ""),
                LedgerEdit("loss", "reading", (21, 21), "", "[…]"),
            ),
            "近日，卫东区[…]",
        ),
    ),
    (LedgerFurniture("noise", ((0, 1),)),),
    (LedgerDecision("article", (5, 21), "news", "photo", 3.5, (("title", -2.0),)),),
    (Written("7KQ2M9X/01", "01.md", "---\nid: 7KQ2M9X/01\ntitle: 甲\n---\n\n近日，卫东区[…]\n"),),
)  # fmt: skip


def test_a_ledger_comes_back_from_its_file():
    """Raw page with its line ends, parts, edits, decisions, and the text that was written."""
    assert parse_ledger("a/ledger.jsonl", ledger_text(LEDGER)) == LEDGER


def test_text_that_follows_from_the_evidence_is_not_written_twice():
    """The body is what the spans and the edits give; a loss at the end of a span included."""
    text = ledger_text(LEDGER)
    assert "近日，卫东区" not in text
    assert text.splitlines()[0] == '{"line":1,"raw":"星\\r\\n"}'
    assert '{"edit":"full-width","span":[16,17],"before":",","after":"，"}\n' in text


def test_text_that_does_not_follow_is_kept_all_the_same():
    """A base of merges must come out to the letter, whatever the evidence gives."""
    part = LedgerPart("7KQ2M9X/01", "paragraph", ((14, 16),), (), "别的文字")
    written = Written("7KQ2M9X/01", "01.md", "---\nid: 7KQ2M9X/01\n---\n\n又是别的\n")
    ledger = Ledger(RAW, (part,), written=(written,))
    assert parse_ledger("a/ledger.jsonl", ledger_text(ledger)) == ledger


@given(raw=st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_raw_page_can_be_rebuilt(raw):
    """Line ends of every kind, form feeds, anything."""
    ledger = parse_ledger("a/ledger.jsonl", ledger_text(Ledger(raw)))
    assert isinstance(ledger, Ledger)
    assert ledger.raw_text == raw
    assert "".join(ledger.raw_lines) == raw


def test_a_damaged_ledger_is_told_with_its_line():
    """A conflict mark of git, or a text that was changed by hand."""
    lines = ledger_text(LEDGER).splitlines(keepends=True)
    damaged = parse_ledger("a/ledger.jsonl", "".join([*lines[:2], "<<<<<<< HEAD\n", *lines[2:]]))
    assert isinstance(damaged, Problem)
    assert (damaged.file, damaged.line) == ("content/a/ledger.jsonl", 3)
    changed = parse_ledger("a/ledger.jsonl", "".join(lines).replace("，", "。"))
    assert isinstance(changed, Problem)


def test_a_page_record_comes_back_from_its_file():
    """Every field, numbers as numbers, texts that look like numbers as texts."""
    record = PageRecord(
        id="7KQ2M9X",
        file="安阳/2022-09-23.txt",
        sha256="0" * 64,
        encoding="gb18030",
        facts={"newspaper": "安阳日报", "page": "012"},
        articles=("7KQ2M9X/01", "7KQ2M9X/03"),
        numbered=3,
        deleted=("7KQ2M9X/02",),
        replaced={"7KQ2M9X/02": "7KQ2M9X/01"},
        furniture=(("noise", "星"), ("colophon", "电话: 0372\n邮编")),
        losses=1,
        characters=1200,
        doubts=(
            PageDoubt(3, "存疑：甲", "doubtful: 甲", "7KQ2M9X/03", doubt=0.62),
            PageDoubt(4, "乙", "b", "7KQ2M9X/01", "读作\n\n丙", "0f"),
        ),
        guesses={"issued": ("2022-09", "text")},
        corrections=(Correction(7, "精神 and 习近", "精神和习近"),),
        jumps=(Jump("7KQ2M9X/01", to="4"), Jump("7KQ2M9X/03", to="A2", come="1")),
    )
    assert parse_record("a/page.yaml", record_text(record)) == record


def test_a_record_of_an_older_version_has_doubts_without_a_figure():
    """They are read all the same."""
    old = "id: x\nfile: y\nsha256: z\ndoubts:\n- line: 3\n  zh: 存疑\n  en: doubtful\n"
    record = parse_record("a/page.yaml", old)
    assert isinstance(record, PageRecord)
    assert record.doubts == (PageDoubt(3, "存疑", "doubtful"),)
    assert record.doubts[0].doubt == 0.0


def test_jumps_are_written_in_the_words_of_the_trade_and_only_where_there_are_some():
    """`from` and `to` with the page as printed; a record without any, as those of older versions, has no such key."""
    record = PageRecord("7KQ2M9X", "柳河.txt", "0" * 64, jumps=(Jump("7KQ2M9X/02", to="4", come="1"),))
    assert "jumps:\n- article: 7KQ2M9X/02\n  from: '1'\n  to: '4'\n" in record_text(record)
    assert "jumps" not in record_text(replace(record, jumps=()))
    old = parse_record("a/page.yaml", "id: x\nfile: y\nsha256: z\n")
    assert isinstance(old, PageRecord)
    assert old.jumps == ()


def test_a_record_says_which_lines_of_the_raw_file_are_the_pages():
    """Where the file holds several pages; of a file of one page nothing is said, as in older versions."""
    record = PageRecord("7KQ2M9X", "安阳/2022-09.txt#2", "0" * 64, lines=(40, 92))
    assert "file: 安阳/2022-09.txt#2\n" in record_text(record)
    assert "lines: [[40, 92]]\n" in record_text(record)
    assert parse_record("a/page.yaml", record_text(record)) == record
    assert (record.raw_file, record.lines_before) == ("安阳/2022-09.txt", 39)
    alone = replace(record, file="安阳/剪报#2", lines=())
    assert "lines" not in record_text(alone)
    assert (alone.raw_file, alone.lines_before) == ("安阳/剪报#2", 0)


def test_a_damaged_page_record_is_told():
    """With its place, and no crash."""
    for text in ("id: [", "- a\n", "id: x\n", "id: x\nfile: y\nsha256: z\nnumbered: drei\n", ""):
        problem = parse_record("a/page.yaml", text)
        assert isinstance(problem, Problem)
        assert problem.file == "content/a/page.yaml"


REGISTER = (
    Address("a/7KQ2M9X/01/", "article", name="开门红, “好”"),
    Address("a/7KQ2M9X/02/", "article", "redirect", "a/7KQ2M9X/01/"),
    Address("topics/x/", "topic", "gone"),
)


def test_the_register_comes_back_sorted():
    """The order in which addresses were found does not matter."""
    text = register_text(reversed(REGISTER))
    assert register_text(REGISTER) == text
    assert parse_register(text) == ({address.address: address for address in REGISTER}, ())


def test_a_union_merge_of_git_folds_into_one():
    """Both sides of a merge, one after the other, headers and all."""
    text = register_text(REGISTER)
    addresses, problems = parse_register(text + register_text(REGISTER[1:]))
    assert register_text(addresses.values()) == text
    assert problems == ()


def test_lines_that_contradict_each_other_are_told_and_the_live_one_counts():
    """An address that works is not given up on the word of a merge."""
    addresses, (problem,) = parse_register(
        "address,kind,state,target,name\na/1/,article,gone,,\na/1/,article,live,,甲\n"
    )
    assert addresses["a/1/"].state == "live"
    assert (problem.file, problem.line) == ("content/_register.csv", 3)
    _, (unreadable,) = parse_register("address,kind,state,target,name\n<<<<<<< HEAD\n")
    assert unreadable.line == 2


def test_a_register_without_numbers_is_read_as_before():
    """Those of archives that had no search yet."""
    addresses, problems = parse_register(
        "address,kind,state,target,name\na/1/,article,live,,甲\ntopics/x/,topic,live,,\n"
    )
    assert problems == ()
    assert addresses["a/1/"] == Address("a/1/", "article", name="甲", number=-1)


def test_the_register_written_by_hand_is_what_the_program_writes():
    """Numbers stand in the last column of articles, and nowhere else."""
    text = (
        "address,kind,state,target,name,number\n"
        "a/7KQ2M9X/01/,article,live,,,0\n"
        "a/7KQ2M9X/02/,article,redirect,p/7KQ2M9X/,,12\n"
        "p/7KQ2M9X/,page,live,,,\n"
    )
    addresses, problems = parse_register(text)
    assert problems == ()
    assert [one.number for one in addresses.values()] == [0, 12, -1]
    assert register_text(addresses.values()) == text


def test_an_address_numbered_on_both_sides_of_a_merge_has_the_lower_number():
    """A line without a number does not take it away."""
    rows = ("a/1/,article,live,,,7", "a/1/,article,live,,,5", "a/1/,article,live,,")
    addresses, problems = parse_register("\n".join(rows))
    assert problems == ()
    assert addresses["a/1/"].number == 5


def test_a_number_that_is_none_is_told():
    """With its line."""
    _, (problem,) = parse_register("address,kind,state,target,name,number\na/1/,article,live,,,第一\n")
    assert problem.line == 2
