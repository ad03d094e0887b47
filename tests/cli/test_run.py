"""The main job as a user does it: a raw page, a fact, a correction, a mistake, and what the program says to each."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run, article_with, files_of, pages_with

ROOT = Path(__file__).parents[2]


def test_raw_page_becomes_articles_and_pages(archive: Path, run: Run) -> None:
    """A page put into seeds/ is in content/ as articles and on the site, and the summary says where to look."""
    said = run([])
    assert said.code == 0, said.err
    assert article_with(archive, "三处口袋公园，方便").parent == archive / "content" / "安阳日报" / "第01版"
    assert any(page.startswith("a/") for page in pages_with(archive, "出门就能遛弯"))
    assert "版面 pages 1" in said.out
    assert str(archive / "site" / "index.html") in said.out
    assert "absolute addresses use localhost because no address is set" in said.out
    assert "serve" in said.out


def test_second_run_writes_nothing(archive: Path, run: Run) -> None:
    """Nothing changed, nothing written: not in content/ and not on the site."""
    run([])
    before = files_of(archive / "content"), files_of(archive / "site")
    assert run([]).code == 0
    assert (files_of(archive / "content"), files_of(archive / "site")) == before


def test_facts_of_the_table_arrive_on_the_site(archive: Path, run: Run) -> None:
    """Paper and day that a person fills into pages.csv are on the article's page after the next run."""
    run([])
    table = archive / "content" / "pages.csv"
    rows = list(csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig"), newline="")))
    row = next(row for row in rows if row and row[0] == "安阳日报/第01版.txt")
    row[rows[0].index("newspaper")] = "安阳晚报"
    row[rows[0].index("issued")] = "2022/9/23"
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    table.write_bytes(out.getvalue().encode("gb18030"))  # as a Chinese Excel saves it
    assert run([]).code == 0
    assert any(page.startswith("a/") for page in pages_with(archive, "安阳晚报"))
    assert any(page.startswith("dates/2022/09/23/") for page in pages_with(archive, "口袋公园"))
    data = table.read_bytes()
    text = data.decode("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "gb18030")
    assert ",2022/9/23," in text, "the cell stays as it was typed"


def test_corrected_word_is_on_the_site_and_stays(archive: Path, run: Run) -> None:
    """A word that a person changes is on the site, and no later run takes it back, also when the page is read again."""
    run([])
    article = article_with(archive, "刘福林")
    article.write_text(article.read_text(encoding="utf-8").replace("刘福林", "刘福霖"), encoding="utf-8", newline="\n")
    assert run([]).code == 0
    assert run(["clean", "--again"]).code == 0
    assert "刘福霖" in article.read_text(encoding="utf-8")
    run([])
    assert pages_with(archive, "刘福霖")


def test_bad_page_is_told_and_the_others_go_on(archive: Path, run: Run) -> None:
    """A file that is no text is named with a remedy; the exit code is 1 and the good page is on the site."""
    (archive / "seeds" / "坏.txt").write_bytes(b"\x00\x01\x02\xff\xfe\x00" * 50)
    said = run([])
    assert said.code == 1
    assert "seeds/坏.txt" in said.err
    assert " / " in said.err
    assert "→" in said.err
    assert pages_with(archive, "出门就能遛弯")


def test_bad_page_is_annotated_on_github(archive: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a GitHub workflow the same message stands beside the file."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    (archive / "seeds" / "坏.txt").write_bytes(b"\x00\x01\x02\xff\xfe\x00" * 50)
    assert "::error file=seeds/坏.txt" in run([]).out


def test_front_matter_with_a_chinese_colon_is_told_with_its_line(archive: Path, run: Run) -> None:
    """`title：` is named with file and line and the corrected line to paste; nothing of the file is lost."""
    run([])
    article = article_with(archive, "刘福林")
    text = article.read_text(encoding="utf-8").replace("title: ", "title：")
    article.write_text(text, encoding="utf-8", newline="\n")
    line = text.splitlines().index("title：文峰区新建三处口袋公园") + 1
    said = run([])
    assert f"content/安阳日报/第01版/{article.name}:{line}: " in said.err
    assert "title: 文峰区新建三处口袋公园" in said.err
    assert article.read_text(encoding="utf-8") == text


def test_base_url_is_used_and_no_localhost_is_left(archive: Path, run: Run) -> None:
    """`--base-url` stands over archive.yaml; the feed has no other address, and the summary no warning."""
    (archive / "archive.yaml").write_text("address: https://old.example.org/\n", encoding="utf-8")
    said = run(["--base-url", "https://example.org/repo"])
    assert "https://example.org/repo/" in said.out
    assert "localhost" not in said.out
    feed = (archive / "site" / "feed.xml").read_text(encoding="utf-8")
    assert "https://example.org/repo/a/" in feed
    assert "old.example.org" not in feed


def test_site_needs_no_seeds(archive: Path, run: Run) -> None:
    """The site is built from content/ alone."""
    run(["clean"])
    assert not (archive / "site").exists()
    (archive / "seeds").rename(archive / "elsewhere")
    assert run(["site"]).code == 0
    assert pages_with(archive, "出门就能遛弯")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--theme", "nosuch"], "nosuch"),
        (["--base-url", "example.org"], "--base-url"),
        (["explain", "没有.txt"], "没有.txt"),
        (["clean", "没有.txt"], "没有.txt"),
    ],
)
def test_wrong_name_is_a_wrong_call(run: Run, arguments: list[str], words: str) -> None:
    """A theme, address or page that does not exist returns 2 and is named."""
    said = run(arguments)
    assert said.code == 2
    assert words in said.err
    assert "Traceback" not in said.err


def test_folder_that_is_no_archive_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a wrong folder nothing is made, and the message says how to begin."""
    from jianbao.cli import main

    assert main(["--archive", str(tmp_path)]) == 2
    assert "new" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", [".", "seeds", "content", "seeds/out", ".."])
def test_site_never_stands_where_people_keep_files(archive: Path, run: Run, place: str) -> None:
    """The site's folder is replaced whole, so it may not be the archive, hold it, or stand in its input."""
    before = files_of(archive)
    assert run(["--site", str(archive / place)]).code == 2
    assert files_of(archive) == before


@pytest.mark.parametrize(
    "folders",
    [
        ("--content", "seeds"),
        ("--content", "seeds/内"),
        ("--seeds", "content/原"),
        ("--cache", "site"),
        ("--site", ".jianbao/x"),
    ],
)
def test_folders_that_overlap_are_refused(archive: Path, run: Run, folders: tuple[str, str]) -> None:
    """Articles among the raw pages would be read as pages: a wrong call, before anything is written."""
    before = files_of(archive)
    assert run([folders[0], str(archive / folders[1])]).code == 2
    assert files_of(archive) == before


def test_file_in_use_is_told_and_is_no_traceback(archive: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that Excel holds open is named with the remedy."""

    def held(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(archive / "content" / "pages.csv"))

    monkeypatch.setattr("jianbao.archive.link.link_whole", held)
    said = run(["site"])
    assert said.code == 1
    assert "pages.csv" in said.err
    assert "Excel" in said.err


def test_quiet_run_says_nothing_when_all_is_well(run: Run) -> None:
    """`--quiet` is silent unless something is wrong."""
    said = run(["--quiet"])
    assert (said.code, said.out, said.err) == (0, "", "")


@pytest.mark.parametrize("encoding", ["cp936", "cp1252"])
def test_whole_run_survives_a_windows_console(archive: Path, encoding: str) -> None:
    """The front door, on a console that lacks most characters, ends well and says where to look."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "--archive", str(archive)],
        env=os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "index.html" in done.stdout.decode(encoding, "replace")


def test_check_lists_what_needs_a_person(run: Run) -> None:
    """Missing facts are listed by kind with their count; what may be added to the authority, and the room left at the host."""
    run([])
    said = run(["check"])
    assert said.code == 0
    assert "日期待考 / the day is unknown: 1" in said.out
    assert "content/pages.csv: " in said.out
    assert "只出现一次的名字 / names seen once" in said.out.partition("candidates for content/_authority/")[2]
    assert "GitHub Pages 1 GB" in said.out


def test_explain_tells_decisions_and_the_balance(archive: Path, run: Run) -> None:
    """A page is found by its path, with or without seeds/ before it, and by its id; all say the same."""
    run([])
    by_path = run(["explain", "安阳日报/第01版.txt"])
    assert by_path.code == 0
    assert "第 1 行 line 1 “文峰区新建三处口" in by_path.out
    assert "标题（把握大） / a headline (sure)" in by_path.out
    assert by_path.out.rstrip().endswith("未归 left 0")
    id = by_path.out.split(" · ")[1]
    assert run(["explain", "seeds/安阳日报/第01版.txt"]).out == by_path.out
    assert run(["explain", id]).out == by_path.out


def test_survey_runs_over_all_pages(archive: Path, run: Run) -> None:
    """What was learned stands where a person can see it, and changes no page by itself."""
    run([])
    before = files_of(archive / "content")
    assert run(["survey"]).code == 0
    after = files_of(archive / "content")
    assert {file for file in after if after[file] != before.get(file)} <= {"_authority/learned.yaml"}
