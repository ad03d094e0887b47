"""content/pages.csv as people fill it in with Excel: their cells count, and none of them is ever lost."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.content.pages_table import (
    FACTS,
    PageGuess,
    PagesTable,
    parse_table,
    table_bytes,
    with_guesses,
    with_new_names,
)

GUESS = {"newspaper": PageGuess("安阳日报", "masthead"), "issued": PageGuess("2022-09", "text")}


def table_of(text: str, encoding: str = "utf-8") -> PagesTable:
    """The table in this text; it must be without problems."""
    table, problems = parse_table(text.encode(encoding))
    assert problems == ()
    return table


def test_a_new_page_gets_a_row_that_excel_opens_by_double_click():
    """UTF-8 with a byte order mark and CRLF; the guess stands beside the empty cell, and says where it is from."""
    data = table_bytes(with_guesses(PagesTable(), {"安阳/1.txt": GUESS}))
    assert data.startswith(b"\xef\xbb\xbffile,newspaper,newspaper_guess,issued,issued_guess,")
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert (row["file"], row["newspaper"], row["newspaper_guess"]) == ("安阳/1.txt", "", "安阳日报")
    assert row["guessed_from"] == "newspaper: masthead; issued: text"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_what_excel_and_wps_save_is_read(encoding, mark):
    """Any of their encodings and separators."""
    text = f"file{mark}newspaper{mark}issued\r\n1.txt{mark}周口日报{mark}2022/9/23\r\n"
    assert table_of(text, encoding).facts_for("1.txt") == {"newspaper": "周口日报", "issued": "2022-09-23"}


@pytest.mark.parametrize(
    ("typed", "issued"),
    [
        ("2022/9/23", "2022-09-23"),
        ("2022-9-3", "2022-09-03"),
        ("2022年9月23日", "2022-09-23"),
        ("2022.9.23", "2022-09-23"),
        ("2022年9月", "2022-09"),
        ("2022/9/23 0:00:00", "2022-09-23"),
        ("1958", "1958"),
        ("2022-09?", "2022-09?"),
        ("195X", "195X"),
    ],
)
def test_a_day_may_be_typed_as_people_type_it(typed, issued):
    """The archive has it as EDTF."""
    assert table_of(f"file,issued\n1.txt,{typed}\n").facts_for("1.txt") == {"issued": issued}


@pytest.mark.parametrize("typed", ["Sep-22", "2022-13-01", "2022-02-30", "去年", "23/9/2022"])
def test_a_day_that_is_none_is_told_by_row_and_column(typed):
    """And left out: an undated page is better than a wrong day."""
    table, (problem,) = parse_table(f"file,issued\n\n1.txt,{typed}\n".encode())
    assert table.facts_for("1.txt") == {}
    assert (problem.file, problem.line) == ("content/pages.csv", 3)
    assert "column issued" in problem.what.en
    assert "“issued”一列" in problem.what.zh


def test_patterns_tell_of_many_pages_and_the_most_specific_row_wins():
    """The page itself over its month, its month over its year, cell by cell."""
    table = table_of(
        "file,newspaper,issued,city\n安阳/2022/09*,,2022-09,\n安阳/*,安阳日报,,安阳市\n安阳/2022/*,,2022,\n"
        "安阳/2022/09-23.txt,,2022-09-23,\n"
    )
    assert table.facts_for("安阳/1.txt") == {"newspaper": "安阳日报", "city": "安阳市"}
    assert table.facts_for("安阳/2022/01.txt")["issued"] == "2022"
    assert table.facts_for("安阳/2022/09-01.txt")["issued"] == "2022-09"
    assert table.facts_for("安阳/2022/09-23.txt") == {"newspaper": "安阳日报", "city": "安阳市", "issued": "2022-09-23"}
    assert table.facts_for("周口/1.txt") == {}


def test_a_file_may_be_named_as_windows_does():
    """With backslashes, or from seeds/ on."""
    table = table_of("file,city\nseeds\\安阳\\1.txt,安阳市\n")
    assert table.facts_for("安阳/1.txt") == {"city": "安阳市"}


def test_own_columns_order_rows_and_notes_of_people_stay():
    """Columns in their order, a column of their own, rows of pages that are gone, cells beyond the header."""
    text = "备注,issued,file,newspaper\r\n缺角,,1.txt,周口日报\r\n,2020,没有了.txt,,多出来的\r\n"
    table = with_guesses(table_of(text), {"1.txt": GUESS, "2.txt": GUESS})
    rows = list(csv.reader(io.StringIO(table_bytes(table).decode("utf-8-sig"), newline="")))
    assert rows[0][:4] == ["备注", "issued", "file", "newspaper"]
    assert rows[1][:4] == ["缺角", "", "1.txt", "周口日报"]
    assert rows[2][2] == "2.txt"
    assert rows[3] == ["", "2020", "没有了.txt", "", "多出来的"]
    assert table.facts_for("1.txt") == {"newspaper": "周口日报"}


def test_nothing_new_leaves_the_table_as_it_is():
    """The very same value comes back, so that nothing is written."""
    table = with_guesses(PagesTable(), {"1.txt": GUESS})
    assert with_guesses(table, {"1.txt": GUESS}) is table


def test_what_a_page_prints_is_no_formula_for_excel():
    """A guess or a name that begins like one is kept from being one, and still is the same file."""
    guess = {"newspaper": PageGuess("=HYPERLINK(1)", "masthead")}
    table = with_guesses(PagesTable(), {"@1.txt": guess})
    row = table.rows[0]
    assert row[0] == "'@1.txt"
    assert "'=HYPERLINK(1)" in row
    again, _ = parse_table(table_bytes(table))
    assert with_guesses(again, {"@1.txt": guess}) is again


def test_a_renamed_page_keeps_what_people_told_of_it():
    """Its row goes over to the new name."""
    table = with_new_names(table_of("file,city\n旧.txt,安阳市\n"), {"旧.txt": "新.txt"})
    assert table.facts_for("新.txt") == {"city": "安阳市"}
    assert table.facts_for("旧.txt") == {}


def test_two_rows_of_one_page_that_differ_are_told():
    """The first one counts."""
    table, (problem,) = parse_table("file,city\n1.txt,安阳市\n1.txt,周口市\n".encode())
    assert table.facts_for("1.txt") == {"city": "安阳市"}
    assert problem.line == 3


@pytest.mark.parametrize("data", ["文件,报纸\n1.txt,甲\n".encode(), b"\xff\xff\xff\x80file"])
def test_a_table_that_cannot_be_used_is_told_and_never_written(data):
    """The file column is missing, or it is no table."""
    table, (problem,) = parse_table(data)
    assert problem.file == "content/pages.csv"
    assert with_guesses(table, {"1.txt": GUESS}) is table


cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)


@given(rows=st.lists(st.lists(cells, min_size=1, max_size=len(FACTS)), max_size=4))
def test_no_cell_of_a_person_is_ever_lost(rows):
    """Whatever they wrote, wherever: after the machine's writing and reading it stands there, in its order."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["file", *FACTS], *(["x", *row] for row in rows)])
    table, _ = parse_table(out.getvalue().encode("utf-8"))
    written, _ = parse_table(table_bytes(with_guesses(table, {"新.txt": GUESS})))
    kept = [row for row in written.rows if row[0] != "新.txt"]
    assert len(kept) == len(table.rows)
    for before, after in zip(table.rows, kept, strict=True):
        assert after[: len(before)] == before


def files_in(table: PagesTable) -> list[str]:
    """The files of the rows, from the top."""
    return [row[table.header.index("file")] for row in table.rows]


def test_a_new_page_stands_beside_its_neighbours():
    """In the order of the raw files; the order that people gave their rows stays."""
    first = with_guesses(PagesTable(), {"乙/2.txt": GUESS, "乙/4.txt": GUESS, "甲/1.txt": GUESS})
    assert files_in(first) == ["乙/2.txt", "乙/4.txt", "甲/1.txt"]
    more = dict.fromkeys(("丁.txt", "乙/2.txt", "乙/3.txt", "乙/4.txt", "甲/1.txt", "甲/2.txt"), GUESS)
    assert files_in(with_guesses(first, more)) == sorted(more)
    turned = table_of("file,newspaper\r\n甲/1.txt,周口日报\r\n乙/*,\r\n乙/2.txt,\r\n")
    assert files_in(with_guesses(turned, more)) == [
        "甲/1.txt", "甲/2.txt", "乙/*", "丁.txt", "乙/2.txt", "乙/3.txt", "乙/4.txt"
    ]  # fmt: skip


def test_pages_of_one_file_stand_in_the_order_of_their_numbers():
    """The tenth page behind the ninth."""
    files = ["月.txt#1", "月.txt#2", "月.txt#9", "月.txt#10", "月报.txt"]
    table = with_guesses(with_guesses(PagesTable(), dict.fromkeys(files[1:2], GUESS)), dict.fromkeys(files, GUESS))
    assert files_in(table) == files


def test_a_row_of_a_file_counts_for_all_of_its_pages():
    """As patterns do that match it; the row of the page itself comes first, and another page has nothing of it."""
    table = table_of("file,newspaper,page\n月.txt,安阳日报,\n月.txt#2,,5\n月.txt#1?,,9\n")
    assert table.facts_for("月.txt#2", "月.txt") == {"newspaper": "安阳日报", "page": "5"}
    assert table.facts_for("月.txt#1", "月.txt") == {"newspaper": "安阳日报"}
    assert table.facts_for("月.txt#12", "月.txt") == {"newspaper": "安阳日报", "page": "9"}
    assert table.facts_for("月.txt#3") == {}


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig"])
def test_excel_on_chinese_windows_opens_and_saves_without_harm(encoding):
    """“CSV” (GBK) and “CSV UTF-8” both: every cell comes back, quotes, commas and line breaks in it too, as typed."""
    names = {"newspaper": PageGuess("安阳日报,“晨刊”", "masthead"), "issued": PageGuess("2022-09", "text")}
    ours = with_guesses(PagesTable(), {'安阳, 旧/第"1"版.txt': names, "新乡/2.txt": GUESS})
    rows = list(csv.reader(io.StringIO(table_bytes(ours).decode("utf-8-sig"), newline="")))
    rows[1][rows[0].index("issued")] = "2022/9/23"
    rows[1][rows[0].index("rights")] = "甲方，\n乙方"
    saved = io.StringIO(newline="")
    csv.writer(saved, lineterminator="\r\n").writerows(rows)
    theirs = table_of(saved.getvalue(), encoding)
    again = table_bytes(with_guesses(theirs, {'安阳, 旧/第"1"版.txt': names, "新乡/2.txt": GUESS}))
    assert again.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(again.decode("utf-8-sig"), newline=""))) == rows
    assert again.replace("甲方，\n".encode(), b"").count(b"\n") == again.count(b"\r\n") == len(rows)
    assert theirs.facts_for('安阳, 旧/第"1"版.txt') == {"issued": "2022-09-23", "rights": "甲方，\n乙方"}
