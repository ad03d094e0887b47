"""One bad page never keeps the others: it is named with its remedy, the rest goes on, nothing is lost."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from jianbao.problems import Weight

GOOD = "# 好稿件\n\n正文在此。\n"


def errors(cleaned) -> dict[str, str]:
    """The errors of a run by their files."""
    return {problem.file: problem.what.en for problem in cleaned.problems if problem.weight is Weight.ERROR}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "the file is empty"),
        (b"\x00\x01\x02\x03" * 50, "this is no text file"),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n" + bytes(range(256)), "this is no text file"),
        ("# 坏\n\n文".encode() + b"\xff\xfe" + "字在此,还有许多文字。\n".encode(), "line 3"),
        ("# 坏\n\nCRASH\n".encode(), "the program failed on this page"),
        ("# 坏\n\nLOSE\n".encode(), "does not balance"),
    ],
    ids=["empty", "binary", "pdf", "broken UTF-8", "crash", "unbalanced"],
)
def test_a_bad_page_is_named_and_the_good_ones_are_done(bench, data, says):
    """In Chinese and in English, with a remedy; not one file of the bad page is written."""
    bench.seed("坏.txt", data)
    bench.seed("好.txt", GOOD)
    cleaned = bench.run()
    assert bench.articles() == ["好/01.md"]
    assert list(errors(cleaned)) == ["seeds/坏.txt"]
    assert says in errors(cleaned)["seeds/坏.txt"]
    assert all(problem.remedy.zh and problem.remedy.en for problem in cleaned.problems)


def test_a_page_that_can_no_longer_be_read_keeps_its_articles(bench):
    """The old reading stands until the raw file is mended."""
    bench.seed("a.txt", GOOD)
    bench.run()
    before = bench.snapshot()
    bench.seed("a.txt", "# 坏\n\nCRASH\n")
    assert list(errors(bench.run())) == ["seeds/a.txt"]
    assert bench.snapshot() == before


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("说明.docx", b"PK\x03\x04" + bytes(range(256)), "Word"),
        ("旧稿.doc", b"\xd0\xcf\x11\xe0" + bytes(range(256)), "Word"),
        ("目录.xlsx", b"PK\x03\x04" + bytes(range(256)), "Excel"),
        ("全份.PDF", b"%PDF-1.7\n" + bytes(range(256)), "PDF"),
        ("全部.zip", b"PK\x03\x04" + bytes(range(256)), "packed"),
    ],
)
def test_a_word_or_pdf_file_is_called_by_its_name(bench, name, data, says):
    """And the remedy says what to save it as."""
    bench.seed(name, data)
    (problem,) = bench.run().problems
    assert f"a {says} file" in problem.what.en
    assert "txt" in problem.remedy.zh or "解压" in problem.remedy.zh


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot even hold these names")
@pytest.mark.parametrize("name", [".txt", "..txt", "...txt"])
def test_a_page_without_a_name_is_told(bench, name):
    """It would be hidden from everybody."""
    bench.seed(name, GOOD)
    assert list(errors(bench.run())) == [f"seeds/{name}"]


def test_names_that_are_ours_get_a_folder_of_their_own(bench):
    """A folder of raw pages called _authority or pages.csv does not meet what people know, nor the table."""
    bench.seed("_authority/topics.txt", GOOD)
    bench.seed("_register.csv/1.txt", GOOD + "二\n")
    bench.seed("pages.csv/1.txt", GOOD + "三\n")
    bench.seed("安阳/_旧/1.txt", GOOD + "四\n")
    bench.run()
    assert bench.articles() == [
        "authority_/topics/01.md", "pages.csv_/1/01.md", "register.csv_/1/01.md", "安阳/旧_/1/01.md"
    ]  # fmt: skip
    assert bench.path("pages.csv").is_file()
    assert bench.run().written == 0


def test_a_page_without_an_article_is_told_on_every_run(bench):
    """A note, a list of names: no line with a headline."""
    bench.seed("便条.txt", "下午三点取报纸。\n")
    for _ in range(2):
        (problem,) = bench.run().problems
        assert (problem.file, problem.weight) == ("seeds/便条.txt", Weight.WARNING)


def test_a_missing_ledger_is_told_on_every_run(bench):
    """Without it nobody can tell a person's words from the machine's."""
    bench.seed("a.txt", GOOD)
    bench.run()
    bench.path("a/ledger.jsonl").unlink()
    for _ in range(2):
        (problem,) = bench.run().problems
        assert (problem.file, problem.weight) == ("content/a/ledger.jsonl", Weight.WARNING)


def test_what_keeps_an_empty_folder_in_git_is_not_counted(bench):
    """A fresh archive has nothing that was skipped."""
    bench.seed(".gitkeep", b"")
    assert bench.run().skipped == 0


def test_files_that_are_no_pages_are_counted_and_skipped(bench):
    """Pictures, what Windows, macOS and Word leave behind."""
    for name in ("Thumbs.db", "~$稿.docx", "图.jpg", ".DS_Store", "desktop.ini", "说明.tmp", ".git/config"):
        bench.seed(name, b"x")
    bench.seed("a.txt", GOOD)
    cleaned = bench.run()
    assert (cleaned.pages, cleaned.skipped, cleaned.problems) == (1, 6, ())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot even hold these names")
def test_names_that_windows_cannot_hold_are_told(bench):
    """Two names that differ in case only, a colon, a device: an archive must open on every machine."""
    for name in ("A.txt", "a.txt", "第1版:头条.txt", "con.txt"):
        bench.seed(name, GOOD + name)
    cleaned = bench.run()
    assert sorted(errors(cleaned)) == ["seeds/a.txt", "seeds/con.txt", "seeds/第1版:头条.txt"]
    assert bench.articles() == ["A/01.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_out_of_seeds_is_refused(bench, tmp_path):
    """What is not in the archive does not get in by a link."""
    (tmp_path / "secret.txt").write_text(GOOD, encoding="utf-8")
    (bench.folder / "seeds/link.txt").symlink_to(tmp_path / "secret.txt")
    (bench.folder / "seeds/folder").symlink_to(tmp_path)
    cleaned = bench.run()
    assert "seeds/link.txt" in errors(cleaned)
    assert bench.articles() == []


def test_nothing_is_written_outside_content_and_cache(bench):
    """seeds/ is as it was, whatever the pages are called."""
    bench.seed("_authority.txt", GOOD)
    bench.seed("pages.csv.txt", GOOD + "二")
    bench.seed("..甲.. .txt", GOOD + "三") if sys.platform != "win32" else None
    before = {path: path.read_bytes() for path in (bench.folder / "seeds").iterdir()}
    bench.run()
    assert {path: path.read_bytes() for path in (bench.folder / "seeds").iterdir()} == before
    assert {path.name for path in bench.folder.iterdir()} <= {"seeds", "content", ".jianbao"}
    assert "authority_/01.md" in bench.articles()
    assert "pages.csv_/01.md" in bench.articles()


def test_a_file_that_is_open_in_word_is_told_and_done_next_time(bench, monkeypatch):
    """The other pages are done; the next run, with the file closed, catches up."""
    bench.seed("a.txt", GOOD)
    bench.seed("b.txt", "# 乙\n\n乙文。\n")
    bench.run()
    bench.seed("a.txt", GOOD.replace("正文", "全文"))
    bench.seed("b.txt", "# 乙\n\n乙的文。\n")
    replace = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if Path(target).as_posix().endswith("a/01.md"):
            raise PermissionError(13, "Permission denied", os.fspath(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    cleaned = bench.run()
    assert list(errors(cleaned)) == ["content/a/01.md"]
    assert "Excel、Word" in cleaned.problems[0].remedy.zh
    assert bench.body("b/01.md") == "乙的文。"
    monkeypatch.undo()
    assert bench.run().problems == ()
    assert bench.body("a/01.md") == "全文在此。"
    assert not list(bench.folder.rglob("*.tmp"))


def test_pages_csv_open_in_excel_is_told(bench, monkeypatch):
    """The articles are written all the same."""
    bench.seed("a.txt", GOOD)
    replace = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if Path(target).name == "pages.csv":
            raise PermissionError(13, "Permission denied", os.fspath(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    assert list(errors(bench.run())) == ["content/pages.csv"]
    assert bench.articles() == ["a/01.md"]
    monkeypatch.undo()
    bench.run()
    assert bench.path("pages.csv").exists()


def test_a_bad_cell_names_row_and_column(bench):
    """And the other cells count."""
    bench.seed("a.txt", GOOD)
    bench.path("pages.csv").parent.mkdir()
    bench.path("pages.csv").write_text("file,newspaper,issued\na.txt,周口日报,Sep-22\n", encoding="utf-8")
    (problem,) = bench.run().problems
    assert (problem.file, problem.line) == ("content/pages.csv", 2)
    assert "column issued" in problem.what.en
    assert "newspaper: 周口日报" in bench.text("a/01.md")


@pytest.mark.parametrize("file", ["page.yaml", "ledger.jsonl"])
def test_a_damaged_record_is_told_and_its_page_left_alone(bench, file):
    """No article is touched, the other pages go on."""
    bench.seed("a.txt", GOOD)
    bench.seed("b.txt", "# 乙\n\n乙文。\n")
    bench.run()
    bench.path(f"a/{file}").write_text("id: [\n<<<<<<< HEAD\n", encoding="utf-8")
    before = bench.text("a/01.md")
    bench.seed("a.txt", GOOD.replace("正文", "全文"))
    bench.seed("b.txt", "# 乙\n\n乙的文。\n")
    cleaned = bench.run()
    assert f"content/a/{file}" in errors(cleaned)
    assert bench.text("a/01.md") == before
    assert bench.body("b/01.md") == "乙的文。"
    assert bench.articles() == ["a/01.md", "b/01.md"]


def test_a_table_without_its_file_column_is_left_alone(bench):
    """The facts that were told before stay in force."""
    bench.seed("a.txt", GOOD)
    bench.run()
    bench.edit("pages.csv", "a.txt,", "a.txt,周口日报")
    bench.run()
    bench.path("pages.csv").write_text("文件,报纸\na.txt,周口日报\n", encoding="utf-8")
    cleaned = bench.run()
    assert list(errors(cleaned)) == ["content/pages.csv"]
    assert "newspaper: 周口日报" in bench.text("a/01.md")
    assert bench.text("pages.csv") == "文件,报纸\na.txt,周口日报\n"


def test_a_headline_that_is_script_or_yaml_stays_text(bench):
    """`<script>`, a colon, quotes and a number sign come back from the file as they were printed."""
    title = "<script>alert('x')</script>: \"甲\" # 乙"
    bench.seed("a.txt", f"# {title}\n\n- 一\n")
    bench.run()
    assert bench.title("a/01.md").strip() == title
    assert bench.body("a/01.md") == "\\- 一"
