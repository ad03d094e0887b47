"""A page is known by its text: files may change names, be overwritten and come back, and no address moves."""

from __future__ import annotations

import pytest

from jianbao.problems import Weight

ONE = (
    "# 高新区开门红\n\n近日,高新区召开动员大会,部署全年工作。\n\n会议强调实干为先。\n\n"
    "# 卫东区植树\n\n三月,树苗到了,机关干部上山植树。\n"
)
OTHER = "# 秋粮丰收\n\n玉米亩产创下新高,农户喜笑颜开。\n\n# 图书馆开放\n\n新馆周末试开放,市民排起长队。\n"


@pytest.fixture
def two(bench):
    """An archive of two pages, read once, with a correction and a fact in each."""
    bench.seed("甲.txt", ONE)
    bench.seed("乙.txt", OTHER)
    bench.run()
    bench.edit("甲/01.md", "实干", "苦干")
    bench.edit("pages.csv", "甲.txt,", "甲.txt,周口日报")
    bench.edit("pages.csv", "乙.txt,", "乙.txt,安阳晚报")
    bench.run()
    return bench


def by_title(bench) -> dict[str, tuple[str, str]]:
    """Id and newspaper of every article by its headline."""
    return {bench.title(file): (bench.id(file), bench.newspaper(file)) for file in bench.articles()}


def errors(cleaned) -> list[str]:
    """The files of the errors."""
    return [problem.file for problem in cleaned.problems if problem.weight is Weight.ERROR]


def swap(bench) -> None:
    """Let the two raw files change names, as a keeper does who sees that they are the wrong way round."""
    first, second = (bench.folder / "seeds" / name for name in ("甲.txt", "乙.txt"))
    one, other = first.read_bytes(), second.read_bytes()
    first.write_bytes(other)
    second.write_bytes(one)


def test_two_files_that_change_names_take_folders_facts_and_addresses_along(two):
    """Every article has the id, the newspaper and the correction it had; back again gives the same bytes."""
    before, files = by_title(two), two.snapshot()
    swap(two)
    assert two.run().problems == ()
    assert by_title(two) == before
    assert two.title("乙/01.md") == "高新区开门红"
    assert "苦干为先" in two.body("乙/01.md")
    assert two.run().written == 0
    swap(two)
    assert two.run().problems == ()
    assert {name: data for name, (data, _) in two.snapshot().items()} == {
        name: data for name, (data, _) in files.items()
    }


@pytest.mark.parametrize("moved", [False, True], ids=["copied over", "moved over"])
def test_a_file_overwritten_with_another_page_changes_nothing_and_can_be_restored(two, moved):
    """Both files are named with the remedy; put back, all is as before."""
    before = two.snapshot()
    two.seed("甲.txt", OTHER)
    if moved:
        (two.folder / "seeds/乙.txt").unlink()
    cleaned = two.run()
    assert errors(cleaned) == ["seeds/甲.txt"]
    assert "乙.txt" in cleaned.problems[0].what.zh
    assert "content/甲" in cleaned.problems[0].remedy.zh
    assert two.snapshot() == before
    two.seed("甲.txt", ONE)
    two.seed("乙.txt", OTHER)
    assert two.run().problems == ()
    assert two.snapshot() == before


def test_another_text_under_a_known_name_is_no_new_scan(two):
    """A third page saved over the first: an error, nothing is changed; under its own name it is a page."""
    before = two.snapshot()
    third = "# 水库除险\n\n工程队昼夜抢修,汛前完成加固。\n"
    two.seed("甲.txt", third)
    assert errors(two.run()) == errors(two.run(again=True)) == ["seeds/甲.txt"]
    assert two.snapshot() == before
    two.seed("甲.txt", ONE)
    two.seed("丙.txt", third)
    assert two.run().problems == ()
    assert two.title("丙/01.md") == "水库除险"


def test_a_page_that_is_really_to_be_replaced_is_replaced_in_two_steps(two):
    """Each message says the next step: delete the folder, then empty the cell with the page's id."""
    two.seed("甲.txt", "# 水库除险\n\n工程队昼夜抢修,汛前完成加固。\n")
    two.run()
    old = two.id("甲/01.md")[:7]
    two.delete_folder("甲")
    cleaned = two.run()
    assert errors(cleaned) == ["seeds/甲.txt"]
    assert "page_id" in cleaned.problems[0].remedy.zh
    two.edit("pages.csv", old, "")
    assert two.run().problems == ()
    assert two.title("甲/01.md") == "水库除险"
    assert two.id("甲/01.md")[:7] != old


def test_a_text_that_comes_back_finds_its_old_ids(two):
    """A bad scan loses an article, the good one is put back: the article has its id again, and its own words."""
    old = two.id("甲/02.md")
    two.seed("甲.txt", ONE.partition("# 卫东区植树")[0])
    two.run()
    assert "甲/02.md" not in two.articles()
    two.seed("甲.txt", ONE)
    two.run()
    assert two.id("甲/02.md") == old
    assert "deleted" not in two.text("甲/page.yaml")


def test_what_a_person_deleted_stays_deleted_when_the_text_comes_back(two):
    """Only ids that the machine took back are given again."""
    two.path("甲/02.md").unlink()
    two.run()
    two.seed("甲.txt", ONE.partition("# 卫东区植树")[0])
    two.run()
    two.seed("甲.txt", ONE)
    two.run()
    assert "甲/02.md" not in two.articles()


def test_a_deleted_folder_does_not_come_back_under_other_addresses(two):
    """Its raw page had changed since the first reading, so that its id cannot be found from the text."""
    two.seed("甲.txt", ONE.replace("树苗", "花木"))
    two.run()
    before = by_title(two)
    kept = {file: two.path(file).read_bytes() for file in ("甲/01.md", "甲/02.md", "甲/page.yaml", "甲/ledger.jsonl")}
    two.delete_folder("甲")
    for _ in range(2):
        assert errors(two.run()) == ["seeds/甲.txt"]
        assert not two.path("甲").exists()
    two.path("甲").mkdir()
    for file, data in kept.items():
        two.path(file).write_bytes(data)
    assert two.run().problems == ()
    assert by_title(two) == before


def test_a_deleted_folder_of_an_unchanged_page_is_read_again_under_its_addresses(two):
    """And the run says that corrections are not in it."""
    before = by_title(two)
    two.delete_folder("乙")
    cleaned = two.run()
    assert [(problem.file, problem.weight) for problem in cleaned.problems] == [("seeds/乙.txt", Weight.WARNING)]
    assert by_title(two) == before


def test_a_page_that_differs_in_white_space_only_is_told(two):
    """It is read all the same."""
    two.seed("丙.txt", OTHER.replace("\n\n", "\n"))
    cleaned = two.run()
    assert [(problem.file, problem.weight) for problem in cleaned.problems] == [("seeds/乙.txt", Weight.WARNING)]
    assert two.path("丙/01.md").exists()
