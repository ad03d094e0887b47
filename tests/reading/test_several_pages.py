"""A raw file that holds several pages: each is a page of its own, and keeps its name, its ids and its edits."""

from __future__ import annotations

import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jianbao.content.ledger_file import Ledger, parse_ledger
from jianbao.content.page_record import PageRecord, parse_record
from jianbao.problems import CallError, Weight
from jianbao.reading.keeping import raw_look

ONE = "# 高新区开门红\n\n近日,高新区召开动员大会,部署全年工作。\n\n会议强调实干为先。\n"
TWO = "# 卫东区植树\n\n三月,树苗到了,机关干部上山植树。\n\n# 书屋开张\n\n青石镇添了两座农家书屋。\n"
THREE = "# 秋粮丰收\n\n玉米亩产创下新高,农户喜笑颜开。\n"
NEW = "# 图书馆开放\n\n新馆周末试开放,市民排起长队。\n"


def issue_of(*pages: str) -> str:
    """A raw file of these pages, as programs write it: a form feed between each two."""
    return "\f".join(pages)


def record(bench, folder: str) -> PageRecord:
    """The page.yaml in a folder."""
    found = parse_record(folder, bench.text(f"{folder}/page.yaml"))
    assert isinstance(found, PageRecord)
    return found


def by_title(bench) -> dict[str, str]:
    """The id of every article by its headline."""
    return {bench.title(file): bench.id(file) for file in bench.articles()}


def said_at(bench, file: str) -> str:
    """The first and the last raw line that an article says it stands in, as the raw file has them."""
    article, _ = bench._article(file)
    (source,) = article.source
    lines = (bench.folder / "seeds" / source.file).read_text(encoding="utf-8").replace("\f", "").split("\n")
    return "\n".join(lines[source.lines[0][0] - 1 : source.lines[-1][1]])


def rows(bench) -> list[str]:
    """The files that pages.csv has rows for, in its order."""
    return [row.partition(",")[0] for row in bench.text("pages.csv").splitlines()[1:]]


@pytest.fixture
def issue(bench):
    """An issue of three pages in one file, read once."""
    bench.seed("安阳/2022-09.txt", issue_of(ONE, TWO, THREE))
    bench.run()
    return bench


def test_each_page_has_folder_record_ledger_and_row(issue):
    """In folders 1, 2, 3; the record says which lines; the ledger holds the text of that page alone."""
    assert issue.articles() == [
        "安阳/2022-09/1/01.md", "安阳/2022-09/2/01.md", "安阳/2022-09/2/02.md", "安阳/2022-09/3/01.md",
    ]  # fmt: skip
    pages = [record(issue, f"安阳/2022-09/{number}") for number in (1, 2, 3)]
    assert [page.file for page in pages] == [f"安阳/2022-09.txt#{number}" for number in (1, 2, 3)]
    assert [page.lines for page in pages] == [(1, 5), (6, 12), (13, 15)]
    assert len({page.id for page in pages}) == 3
    for number, text in enumerate((ONE, TWO, THREE), start=1):
        path = f"安阳/2022-09/{number}/ledger.jsonl"
        ledger = parse_ledger(path, issue.text(path))
        assert isinstance(ledger, Ledger)
        assert ledger.raw_text == text
    assert rows(issue) == [page.file for page in pages]
    assert issue.run().written == 0


def test_lines_of_articles_count_in_the_raw_file(issue):
    """So that whoever opens the file finds the article there; corrections are counted so as well."""
    assert said_at(issue, "安阳/2022-09/2/02.md").startswith("# 书屋开张")
    assert said_at(issue, "安阳/2022-09/3/01.md").startswith("# 秋粮丰收")
    issue.seed("b.txt", f"{ONE}\f# 网络\n\n防汛期间不不掉线。\n")
    issue.run()
    assert record(issue, "b/2").corrections[0].line == 8


def test_a_page_at_the_end_touches_no_other(issue):
    """Not one of their files is written."""
    before = issue.snapshot()
    issue.seed("安阳/2022-09.txt", issue_of(ONE, TWO, THREE, NEW))
    cleaned = issue.run()
    assert (cleaned.read, cleaned.problems) == (1, ())
    after = issue.snapshot()
    assert {file for file, seen in before.items() if after[file] != seen} == {issue.path("pages.csv").as_posix()}
    assert issue.title("安阳/2022-09/4/01.md") == "图书馆开放"


def test_a_page_in_the_midst_leaves_names_ids_and_edits(issue):
    """Only the numbers of lines below it change, also in what a person edited or split off; no other page is read."""
    before = by_title(issue)
    issue.edit("安阳/2022-09/2/01.md", "机关干部", "机关和学校")
    issue.path("安阳/2022-09/3/补.md").write_text("---\ntitle: 补录\n---\n\n补录。\n", encoding="utf-8")
    issue.run()
    edited = issue.text("安阳/2022-09/2/01.md")
    first = {file: seen for file, seen in issue.snapshot().items() if "2022-09/1/" in file}
    issue.seed("安阳/2022-09.txt", issue_of(ONE, NEW, TWO, THREE))
    cleaned = issue.run()
    assert (cleaned.read, cleaned.problems) == (1, ())
    assert {file: issue.snapshot()[file] for file in first} == first
    assert {title: id for title, id in by_title(issue).items() if title in before} == before
    assert issue.title("安阳/2022-09/4/01.md") == "图书馆开放"
    assert record(issue, "安阳/2022-09/2").lines == (9, 15)
    assert issue.text("安阳/2022-09/2/01.md") == edited.replace("[[6, 7]]", "[[9, 10]]") != edited
    assert said_at(issue, "安阳/2022-09/2/02.md").startswith("# 书屋开张")
    assert said_at(issue, "安阳/2022-09/3/01.md").startswith("# 秋粮丰收")
    assert issue.run().written == 0


def test_reading_again_after_a_move_takes_the_moved_text_for_the_machines(issue):
    """A page that was moved and not edited says the same after reading again, and nothing is for review."""
    issue.seed("安阳/2022-09.txt", issue_of(NEW, ONE, TWO, THREE))
    issue.run()
    before = issue.snapshot()
    assert issue.run(again=True).read == 4
    assert issue.snapshot() == before
    assert record(issue, "安阳/2022-09/2").doubts == ()


def test_a_dispute_stays_open_when_its_page_moves(issue):
    """A place that people and a new scan read otherwise is still for review, and settled by changing the text."""
    issue.edit("安阳/2022-09/2/01.md", "机关干部上山", "干部们上山")
    issue.seed("安阳/2022-09.txt", issue_of(ONE, TWO.replace("机关干部上山", "机关学生上山"), THREE))
    issue.run()
    (doubt,) = record(issue, "安阳/2022-09/2").doubts
    issue.seed("安阳/2022-09.txt", issue_of(NEW, ONE, TWO.replace("机关干部上山", "机关学生上山"), THREE))
    issue.run()
    issue.run()
    (moved,) = record(issue, "安阳/2022-09/2").doubts
    assert (moved.line, moved.reading) == (doubt.line + 3, doubt.reading)
    issue.edit("安阳/2022-09/2/01.md", "干部们上山", "机关学生上山")
    issue.run()
    assert record(issue, "安阳/2022-09/2").doubts == ()


def test_a_new_scan_of_one_page_is_known_by_its_likeness(issue):
    """Also when the pages change places at the same time: ids and a person's correction stay."""
    before = by_title(issue)
    issue.edit("安阳/2022-09/1/01.md", "实干", "苦干")
    issue.seed("安阳/2022-09.txt", issue_of(THREE, ONE.replace("部署", "安排部署"), TWO))
    cleaned = issue.run()
    assert (cleaned.read, cleaned.problems) == (1, ())
    assert by_title(issue) == before
    assert "安排部署" in issue.body("安阳/2022-09/1/01.md")
    assert "苦干" in issue.body("安阳/2022-09/1/01.md")
    assert rows(issue) == [f"安阳/2022-09.txt#{number}" for number in (1, 2, 3)]


def test_a_page_taken_out_leaves_its_articles(issue):
    """The run says so; put back it is known again. The last page of a file keeps its name."""
    before = issue.snapshot()
    issue.seed("安阳/2022-09.txt", TWO)
    cleaned = issue.run()
    assert [problem.weight for problem in cleaned.problems] == [Weight.WARNING]
    assert "安阳/2022-09.txt#1" in cleaned.problems[0].what.zh
    assert cleaned.articles == 4
    assert record(issue, "安阳/2022-09/2").lines == (1, 7)
    issue.seed("安阳/2022-09.txt", issue_of(ONE, TWO, THREE))
    assert issue.run().problems == ()
    assert {name: data for name, (data, _) in issue.snapshot().items()} == {
        name: data for name, (data, _) in before.items()
    }


def test_a_file_of_one_page_that_gets_a_second_one(bench):
    """The first page keeps ids and correction; its folder and its row follow its new name."""
    bench.seed("a.txt", ONE)
    bench.run()
    bench.edit("pages.csv", "a.txt,", "a.txt,周口日报")
    bench.edit("a/01.md", "实干", "苦干")
    bench.run()
    before = by_title(bench)
    bench.seed("a.txt", f"{NEW}\f{ONE}")
    assert bench.run().problems == ()
    assert bench.articles() == ["a/1/01.md", "a/2/01.md"]
    assert bench.id("a/2/01.md") == before["高新区开门红"]
    assert "苦干" in bench.body("a/2/01.md")
    assert (bench.newspaper("a/1/01.md"), bench.newspaper("a/2/01.md")) == ("", "周口日报")
    assert rows(bench) == ["a.txt#1", "a.txt#2"]
    assert bench.run().written == 0


def test_several_files_brought_into_one_keep_their_addresses(bench):
    """Pages are known by their text: the pages of two files in one, and one of them in a file of its own again."""
    bench.seed("a.txt", ONE)
    bench.seed("b.txt", TWO)
    bench.run()
    before = by_title(bench)
    for file in ("a.txt", "b.txt"):
        (bench.folder / "seeds" / file).unlink()
    bench.seed("月.txt", f"{ONE}\f{TWO}")
    assert bench.run().problems == ()
    assert by_title(bench) == before
    assert bench.articles() == ["月/1/01.md", "月/2/01.md", "月/2/02.md"]
    bench.seed("月.txt", ONE)
    bench.seed("b.txt", TWO)
    assert bench.run().problems == ()
    assert by_title(bench) == before


def test_a_renamed_file_takes_its_pages_along(issue):
    """Folders, rows and numbers, also those of a page that was put in between."""
    issue.seed("安阳/2022-09.txt", issue_of(ONE, NEW, TWO, THREE))
    issue.run()
    before = by_title(issue)
    (issue.folder / "seeds/安阳/2022-09.txt").rename(issue.folder / "seeds/安阳/九月.txt")
    assert issue.run().problems == ()
    assert by_title(issue) == before
    assert issue.title("安阳/九月/4/01.md") == "图书馆开放"
    assert not issue.path("安阳/2022-09").exists()
    assert sorted(rows(issue)) == [f"安阳/九月.txt#{number}" for number in (1, 2, 3, 4)]
    assert issue.run().written == 0


def test_form_feeds_at_the_end_and_several_of_them_make_no_page(bench):
    """A file of one page stays as it is, whatever form feeds stand around it."""
    bench.seed("a.txt", f"\f{ONE}\f\n\f\f")
    bench.seed("b.txt", f"{TWO}\f\f\n\f{THREE}\f")
    bench.run()
    assert bench.articles() == ["a/01.md", "b/1/01.md", "b/1/02.md", "b/2/01.md"]
    assert record(bench, "a").lines == ()


def test_a_page_that_stands_twice_in_a_file_is_told(bench):
    """It is read once."""
    bench.seed("a.txt", f"{ONE}\f{ONE}\f{TWO}")
    cleaned = bench.run()
    assert [problem.file for problem in cleaned.problems] == ["seeds/a.txt#2"]
    assert bench.articles() == ["a/1/01.md", "a/3/01.md", "a/3/02.md"]
    assert bench.run().written == 0


def test_a_page_can_be_read_again_by_its_name(issue):
    """By number and by id one page, by the raw file all of its pages."""
    page_id = issue.id("安阳/2022-09/2/01.md").partition("/")[0]
    assert issue.run(pages=["seeds/安阳/2022-09.txt#2"], again=True).read == 1
    assert issue.run(pages=[page_id], again=True).read == 1
    assert issue.run(pages=["安阳/2022-09.txt"], again=True).read == 3
    with pytest.raises(CallError):
        issue.run(pages=["安阳/2022-09.txt#7"])


def test_facts_are_told_of_one_page_or_of_the_whole_file(issue):
    """The row of the file and patterns count for all of its pages, the row of a page for this one and before them."""
    issue.path("pages.csv").write_text(
        "file,newspaper,issued,page\n安阳/*.txt,安阳日报,,\n安阳/2022-09.txt,,2022-09-23,\n安阳/2022-09.txt#2,安阳晚报,,5\n",
        encoding="utf-8",
    )
    cleaned = issue.run()
    assert cleaned.problems == ()
    assert [issue.newspaper(f"安阳/2022-09/{number}/01.md") for number in (1, 2, 3)] == [
        "安阳日报",
        "安阳晚报",
        "安阳日报",
    ]
    assert all("issued: '2022-09-23'" in issue.text(file) for file in issue.articles())
    assert [record(issue, f"安阳/2022-09/{number}").facts.get("page") for number in (1, 2, 3)] == [None, "5", None]
    assert issue.run().written == 0


def test_a_deleted_folder_is_read_again_under_its_number_and_addresses(issue):
    """As with a file of one page; a page whose text had changed is not, for its addresses would change."""
    before = by_title(issue)
    issue.delete_folder("安阳/2022-09/2")
    cleaned = issue.run()
    assert [(one.file, one.weight) for one in cleaned.problems] == [("seeds/安阳/2022-09.txt#2", Weight.WARNING)]
    assert by_title(issue) == before
    issue.seed("安阳/2022-09.txt", issue_of(ONE, TWO.replace("树苗", "花木"), THREE))
    issue.run()
    issue.delete_folder("安阳/2022-09/2")
    cleaned = issue.run()
    assert [(one.file, one.weight) for one in cleaned.problems] == [("seeds/安阳/2022-09.txt#2", Weight.ERROR)]
    assert not issue.path("安阳/2022-09/2").exists()


def test_a_deleted_article_stays_away_and_its_page_is_left_alone(issue):
    """When another page is put before it."""
    issue.path("安阳/2022-09/2/01.md").unlink()
    issue.run()
    issue.seed("安阳/2022-09.txt", issue_of(NEW, ONE, TWO, THREE))
    issue.run()
    assert "安阳/2022-09/2/01.md" not in issue.articles()
    assert len(issue.articles()) == 4


def test_a_page_with_a_damaged_record_is_left_alone(issue):
    """A page put in meanwhile waits, for it may be that one; with the record restored both are what they are."""
    before, good = by_title(issue), issue.text("安阳/2022-09/2/page.yaml")
    issue.path("安阳/2022-09/2/page.yaml").write_text("id: [", encoding="utf-8")
    issue.seed("安阳/2022-09.txt", issue_of(NEW, ONE, TWO.replace("树苗", "花木"), THREE))
    assert [problem.file for problem in issue.run().problems] == ["content/安阳/2022-09/2/page.yaml"]
    assert "树苗" in issue.body("安阳/2022-09/2/01.md")
    assert len(issue.articles()) == 4
    issue.path("安阳/2022-09/2/page.yaml").write_text(good, encoding="utf-8", newline="\n")
    assert issue.run().problems == ()
    assert before.items() <= by_title(issue).items()
    assert "花木" in issue.body("安阳/2022-09/2/01.md")


def test_a_page_on_which_the_program_fails_does_not_stop_the_others(bench):
    """It is named with its number."""
    bench.seed("a.txt", f"{ONE}\f# CRASH\n\n甲。\n\f{TWO}")
    cleaned = bench.run()
    assert [problem.file for problem in cleaned.problems] == ["seeds/a.txt#2"]
    assert bench.articles() == ["a/1/01.md", "a/3/01.md", "a/3/02.md"]


def test_what_was_read_as_one_page_stays_one_page(bench):
    """An older program read a file with form feeds as one page: its articles have addresses, so it is not cut up."""
    bench.seed("a.txt", f"{ONE}\n{TWO}")
    bench.run()
    before = by_title(bench)
    bench.seed("a.txt", f"{ONE}\f{TWO}\f{THREE}")
    assert bench.run().problems == ()
    assert {title: id for title, id in by_title(bench).items() if title in before} == before
    assert bench.articles() == ["a/01.md", "a/02.md", "a/03.md", "a/04.md"]
    page_id = bench.id("a/01.md").partition("/")[0]
    bench.delete_folder("a")
    assert [problem.weight for problem in bench.run().problems] == [Weight.ERROR]
    bench.edit("pages.csv", page_id, "")
    assert bench.run().problems == ()
    assert bench.articles() == ["a/1/01.md", "a/2/01.md", "a/2/02.md", "a/3/01.md"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_pages_of_a_file_in_another_encoding(bench, encoding):
    """The encoding is recorded for each; the text is that of the file."""
    bench.seed("a.txt", issue_of(ONE, TWO).replace("\n", "\r\n").encode(encoding))
    bench.run()
    assert bench.articles() == ["a/1/01.md", "a/2/01.md", "a/2/02.md"]
    assert record(bench, "a/2").encoding == encoding.removesuffix("-sig")
    assert bench.run().written == 0


def test_pages_are_remembered_and_the_cache_can_be_deleted(issue, monkeypatch):
    """A file that nobody touched is not opened again; without the cache the run writes nothing all the same."""
    issue.age()
    issue.run()
    before = issue.snapshot()
    with monkeypatch.context() as patched:
        patched.setattr(raw_look, "_look", lambda raw: pytest.fail(f"{raw.file} was opened"))
        assert issue.run().written == 0
    shutil.rmtree(issue.folder / ".jianbao")
    assert issue.run().written == 0
    assert issue.snapshot() == before


PAGES = (
    ONE, TWO, THREE, NEW,
    "# 水库除险\n\n工程队昼夜抢修,汛前完成加固。\n", "# 灯会\n\n磨坊街挂出花灯三百盏。\n\n# 渡口\n\n老渡口换了新船。\n",
)  # fmt: skip


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.lists(st.sampled_from(PAGES), min_size=2, max_size=5, unique=True),
    states=st.lists(st.lists(st.sampled_from(PAGES), min_size=1, max_size=6, unique=True), max_size=4),
)
def test_whatever_is_done_to_a_file_addresses_stay(bench, first, states):
    """Pages put in, taken out, brought back and shuffled: an article has one id for ever, and lines tell the truth."""
    for folder in ("seeds", "content", ".jianbao"):
        shutil.rmtree(bench.folder / folder, ignore_errors=True)
    ids: dict[str, str] = {}
    for state in (first, *states):
        bench.seed("a.txt", issue_of(*state))
        cleaned = bench.run()
        assert [problem for problem in cleaned.problems if problem.weight is Weight.ERROR] == []
        now = by_title(bench)
        assert ids.items() <= now.items()
        assert len(set(now.values())) == len(now)
        ids = now
        for file in bench.articles():
            if any(f"# {bench.title(file)}\n" in page for page in state):
                assert said_at(bench, file).startswith(f"# {bench.title(file)}")
        assert bench.run().written == 0
