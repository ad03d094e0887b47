"""What the keeper of an archive sees when raw pages go in: articles, ids that stay, and nothing done twice."""

from __future__ import annotations

import pytest

from jianbao.content.ledger_file import Ledger, parse_ledger
from jianbao.problems import CallError, Weight

PAGE = "奋进新征程\n\n# 高新区开门红\n\n近日,高新区召开大会。\n\n会议强调实干。\n\n# 卫东区植树\n\n三月,树苗到了。\n"


def test_a_raw_page_becomes_articles_in_a_folder_of_its_name(bench):
    """seeds/安阳/第1版.txt gives content/安阳/第1版/01.md and 02.md, with a record and the evidence beside them."""
    bench.seed("安阳/第1版.txt", PAGE)
    cleaned = bench.run()
    assert bench.articles() == ["安阳/第1版/01.md", "安阳/第1版/02.md"]
    assert bench.title("安阳/第1版/01.md") == "高新区开门红"
    assert bench.body("安阳/第1版/01.md") == "近日，高新区召开大会。\n\n会议强调实干。"
    assert "added: '2026-11-21'" in bench.text("安阳/第1版/01.md")
    assert bench.id("安阳/第1版/02.md").endswith("/02")
    assert (cleaned.pages, cleaned.read, cleaned.articles, cleaned.problems) == (1, 1, 2, ())
    assert "text: 奋进新征程" in bench.text("安阳/第1版/page.yaml")


def test_a_second_run_with_nothing_changed_writes_nothing(bench):
    """Not one file of content/ is even touched."""
    bench.seed("a.txt", PAGE)
    assert bench.run().written > 0
    before = bench.snapshot()
    cleaned = bench.run()
    assert (cleaned.read, cleaned.written) == (0, 0)
    assert bench.snapshot() == before


def test_the_cache_can_be_deleted_at_any_time(bench):
    """Without it the run is slower, and does the same."""
    bench.seed("a.txt", PAGE)
    bench.age()
    bench.run()
    for file in (bench.folder / ".jianbao").iterdir():
        file.unlink()
    before = bench.snapshot()
    assert bench.run().read == 0
    assert bench.snapshot() == before


def test_a_change_is_seen_although_the_files_are_remembered(bench):
    """A raw page, an article without an id, a deleted one: all of them in a folder that nobody touched for an hour."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.age()
    bench.run()
    bench.seed("a.txt", PAGE.replace("树苗", "花木"))
    bench.path("a/新.md").write_text("---\ntitle: 补录\n---\n\n补录。\n", encoding="utf-8")
    bench.path("a/01.md").unlink()
    bench.run()
    assert "花木" in bench.body("a/02.md")
    assert bench.id("a/新.md").endswith("/03")
    assert bench.articles() == ["a/02.md", "a/新.md"]


def test_the_raw_page_can_be_rebuilt_from_content_alone(bench):
    """The ledger holds the raw page to the last line end, also of another encoding."""
    raw = PAGE.replace("\n", "\r\n")
    bench.seed("a.txt", raw.encode("gb18030"))
    bench.run()
    ledger = parse_ledger("a/ledger.jsonl", bench.text("a/ledger.jsonl"))
    assert isinstance(ledger, Ledger)
    assert ledger.raw_text == raw
    assert ledger.written[0].text == bench.text("a/01.md")
    assert "encoding: gb18030" in bench.text("a/page.yaml")


def test_a_corrected_word_is_listed_with_its_line_and_what_stands_around_it(bench):
    """page.yaml says where, what is printed and how it was read, so that it can be found on the page."""
    bench.seed("a.txt", "# 网络\n\n防汛期间不不掉线。\n\n不不停电。\n")
    bench.run()
    assert (
        "corrections:\n- line: 3\n  from: 期间不不掉线\n  to: 期间不掉线\n- line: 5\n  from: 不不停电\n"
        in bench.text("a/page.yaml")
    )


def test_pages_csv_gets_a_row_with_the_guess_and_where_it_is_from(bench):
    """People find a row for each page and the machine's guess beside the empty cell."""
    bench.seed("a.txt", PAGE)
    bench.run()
    header, row = bench.text("pages.csv").removeprefix("\ufeff").split("\r\n")[:2]
    told = dict(zip(header.split(","), row.split(","), strict=True))
    assert (told["file"], told["newspaper"], told["newspaper_guess"]) == ("a.txt", "", "安阳日报")
    assert told["guessed_from"] == "newspaper: masthead"


def test_a_fact_filled_in_with_excel_reaches_every_article(bench):
    """Excel saves GBK and 2022/9/23; the articles say 2022-09-23, and the table stays as the person saved it."""
    bench.seed("a.txt", PAGE)
    bench.run()
    typed = "file,newspaper,issued,备注\r\na.txt,周口日报,2022/9/23,缺角\r\n".encode("gbk")
    bench.path("pages.csv").write_bytes(typed)
    assert bench.run().read == 1
    for article in ("a/01.md", "a/02.md"):
        assert "newspaper: 周口日报\n" in bench.text(article)
        assert "issued: '2022-09-23'\n" in bench.text(article)
    assert "缺角" in bench.text("pages.csv")
    assert bench.run().written == 0


def test_a_new_scan_under_the_old_name_keeps_the_ids(bench):
    """An article is known by its text, wherever on the page it stands now; a new one gets a new number."""
    bench.seed("a.txt", PAGE)
    bench.run()
    old = {bench.title(file): bench.id(file) for file in bench.articles()}
    bench.seed(
        "a.txt",
        "# 新到的稿件\n\n今天刚到。\n\n# 卫东区植树\n\n三月,树苗都到了。\n\n# 高新区开门红\n\n近日,高新区召开大会。\n",
    )
    bench.run()
    new = {bench.title(file): bench.id(file) for file in bench.articles()}
    assert new["卫东区植树"] == old["卫东区植树"]
    assert new["高新区开门红"] == old["高新区开门红"]
    assert new["新到的稿件"].endswith("/03")


def test_a_renamed_raw_file_takes_its_folder_and_its_facts_along(bench):
    """Same bytes under another name: same ids, the folder follows, and what people told of the page goes with it."""
    bench.seed("旧名.txt", PAGE)
    bench.run()
    bench.edit("pages.csv", "旧名.txt,", "旧名.txt,周口日报")
    bench.run()
    ids = [bench.id(file) for file in bench.articles()]
    (bench.folder / "seeds/安阳").mkdir()
    (bench.folder / "seeds/旧名.txt").rename(bench.folder / "seeds/安阳/新名.txt")
    cleaned = bench.run()
    assert bench.articles() == ["安阳/新名/01.md", "安阳/新名/02.md"]
    assert [bench.id(file) for file in bench.articles()] == ids
    assert not bench.path("旧名").exists()
    assert "file: 安阳/新名.txt" in bench.text("安阳/新名/01.md")
    assert "newspaper: 周口日报" in bench.text("安阳/新名/01.md")
    assert cleaned.problems == ()
    assert bench.run().written == 0


def test_a_deleted_raw_file_leaves_its_articles(bench):
    """The run says so, and does not fail for it."""
    bench.seed("a.txt", PAGE).unlink()
    bench.seed("a.txt", PAGE)
    bench.run()
    (bench.folder / "seeds/a.txt").unlink()
    cleaned = bench.run()
    assert len(bench.articles()) == cleaned.articles == 2
    assert [problem.weight for problem in cleaned.problems] == [Weight.WARNING]


def test_the_same_bytes_twice_are_read_once(bench):
    """The copy is named, with the file that it is a copy of."""
    bench.seed("a.txt", PAGE)
    bench.seed("b.txt", PAGE)
    cleaned = bench.run()
    assert bench.articles() == ["a/01.md", "a/02.md"]
    (problem,) = cleaned.problems
    assert problem.file == "seeds/b.txt"
    assert "seeds/a.txt" in problem.what.en
    assert [problem.file for problem in bench.run().problems] == ["seeds/b.txt"]


def test_two_pages_of_one_name_get_two_folders(bench):
    """a.txt and a.text differ in their suffix only."""
    bench.seed("a.text", "# 甲\n\n甲文。\n")
    bench.seed("a.txt", "# 乙\n\n乙文。\n")
    bench.run()
    assert bench.articles() == ["a.txt/01.md", "a/01.md"]


def test_clean_can_be_asked_for_one_page_by_path_or_id(bench):
    """Only that page is read; a name that is none is a wrong call."""
    bench.seed("a.txt", PAGE)
    bench.seed("b.txt", "# 丙\n\n丙文。\n")
    assert bench.run(pages=["seeds/b.txt"]).read == 1
    assert bench.articles() == ["b/01.md"]
    bench.run()
    page_id = bench.id("a/01.md").partition("/")[0]
    assert bench.run(pages=[page_id], again=True).read == 1
    with pytest.raises(CallError, match=r"there is no c\.txt"):
        bench.run(pages=["c.txt"])


def test_reading_again_first_says_what_would_change(bench):
    """One article of a person's and one word of it; whoever does not agree finds nothing changed."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.seed("a.txt", PAGE.replace("树苗", "花木"))
    before = bench.snapshot()
    asked = []
    cleaned = bench.run(again=True, agree=lambda forecast: bool(asked.append(forecast)))
    assert [(one.pages, one.articles, one.words) for one in asked] == [(1, 1, 2)]
    assert bench.snapshot() == before
    assert cleaned.written == 0
    bench.run(again=True)
    assert "花木" in bench.body("a/02.md")


def test_many_pages_are_read_by_several_processes_in_the_same_way(bench):
    """Twenty pages, two processes: the same files as with one."""
    for number in range(20):
        bench.seed(f"{number:02}.txt", f"# 第{number}篇\n\n这是第{number}版的文字。\n")
    cleaned = bench.run(jobs=2)
    assert (cleaned.read, cleaned.articles) == (20, 20)
    assert bench.title("07/01.md") == "第7篇"
    together = {name: data for name, (data, _) in bench.snapshot().items()}
    for path in together:
        bench.path(path).unlink()
    bench.run(jobs=1)
    assert {name: data for name, (data, _) in bench.snapshot().items()} == together
