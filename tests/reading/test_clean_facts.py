"""The facts of a page: filled in once they reach every article, and no accident with the table takes them back."""

from __future__ import annotations

import pytest

from jianbao.problems import Weight

PAGE = "# 高新区开门红\n\n近日,高新区召开大会。\n\n会议强调实干。\n\n# 卫东区植树\n\n三月,树苗到了。\n"


@pytest.fixture
def told(bench):
    """A page whose newspaper and day a person filled in."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.edit("pages.csv", "a.txt,,安阳日报,,", "a.txt,周口日报,安阳日报,2022/9/23,")
    assert bench.run().problems == ()
    return bench


def test_an_article_split_off_by_hand_gets_the_facts_told_later(told):
    """As long as it says what its page said; a value of the person's own stays, and its line ends and comments do."""
    copy = told.text("a/01.md").replace(f"id: {told.id('a/01.md')}\n", "# 拆出\n")
    told.path("a/01b.md").write_bytes(copy.replace("\n", "\r\n").encode("utf-8"))
    own = copy.replace("newspaper: 周口日报", "newspaper: 豫东报")
    told.path("a/01c.md").write_text(own, encoding="utf-8")
    told.run()
    told.edit("pages.csv", "周口日报", "周口晚报")
    told.run()
    assert told.newspaper("a/01.md") == told.newspaper("a/01b.md") == "周口晚报"
    assert "# 拆出\r\n" in told.text("a/01b.md")
    assert told.text("a/01b.md").count("\n") == told.text("a/01b.md").count("\r\n")
    assert told.newspaper("a/01c.md") == "豫东报"
    assert told.run().written == 0


def test_the_day_of_an_article_follows_its_own_issued(told):
    """The table says another day later: the article whose day a person set has one day, not two."""
    told.edit("a/01.md", "issued: '2022-09-23'", "issued: '2022-09-24'")
    told.edit("pages.csv", "周口日报", "周口晚报")
    told.run()
    assert "issued: '2022-09-24'\ndate: '2022-09-24'\n" in told.text("a/01.md")
    told.edit("a/01.md", "issued: '2022-09-24'", "issued: '2022-09'")
    told.edit("a/01.md", "date: '2022-09-24'\n", "date: '2022-09-23'\n")
    told.edit("pages.csv", "周口晚报", "周口日报")
    told.run()
    assert "date:" not in told.text("a/01.md")


@pytest.mark.parametrize(
    ("table", "weight", "says"),
    [
        (None, Weight.WARNING, "the table is gone"),
        ("file,issued\na.txt,2022-09-23\n", Weight.WARNING, "the column newspaper is gone"),
        ("file,newspaper,issued\n", Weight.WARNING, "the rows of 1 page(s) are gone"),
        ("file,报纸,issued\na.txt,周口日报,2022-09-23\n", Weight.WARNING, "the column 报纸 is not known"),
        ('file,newspaper,issued\na.txt,"周口日报,2022-09-23\n', Weight.ERROR, "row 2"),
        ("file,newspaper,issued\n<<<<<<< HEAD\na.txt,甲,\n=======\na.txt,乙,\n>>>>>>> b\n", Weight.ERROR, "a conflict"),
    ],
    ids=["deleted", "column deleted", "row deleted", "column renamed", "open quote", "merge"],
)
def test_no_accident_with_the_table_takes_facts_back(told, table, weight, says):
    """It is told with its remedy, the articles say what they said, and what is missing is written again."""
    before = told.text("a/01.md")
    file = told.path("pages.csv")
    file.unlink() if table is None else file.write_text(table, encoding="utf-8")
    cleaned = told.run()
    assert any(says in problem.what.en and problem.weight is weight for problem in cleaned.problems), cleaned.problems
    assert {problem.file for problem in cleaned.problems} == {"content/pages.csv"}
    assert told.text("a/01.md") == before
    if weight is Weight.ERROR:
        assert told.text("pages.csv") == table
    else:
        told.run()
        assert told.text("a/01.md") == before
        assert "周口日报" in told.text("pages.csv")


def test_an_emptied_cell_takes_a_fact_back(told):
    """That is how people do it."""
    told.edit("pages.csv", "周口日报", "")
    assert told.run().problems == ()
    assert told.newspaper("a/01.md") == ""


def test_a_row_that_names_no_page_is_told_with_the_name_that_was_meant(told):
    """A pattern too."""
    told.edit("pages.csv", "\r\na.txt", "\r\n安阳/*,甲\r\nA版.txt,乙\r\na.txt")
    rows = {problem.line: problem for problem in told.run().problems}
    assert sorted(rows) == [2, 3]
    assert all(problem.weight is Weight.WARNING for problem in rows.values())
    assert "安阳/*" in rows[2].what.zh


def test_a_language_that_is_none_is_told(told):
    """`中文` is no tag; zh-Hans is."""
    header = told.text("pages.csv").removeprefix("\ufeff").split("\r\n")[0].split(",")
    for typed, lines in (("中文", [2]), ("zh-Hans", [])):
        cells = dict.fromkeys(header, "") | {"file": "a.txt", "language": typed}
        told.path("pages.csv").write_text(",".join(header) + "\n" + ",".join(cells.values()) + "\n", encoding="utf-8")
        problems = told.run().problems
        assert [problem.line for problem in problems] == lines, problems
        assert all(problem.weight is Weight.WARNING for problem in problems)
