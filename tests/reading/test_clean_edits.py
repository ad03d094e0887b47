"""What people do to articles is theirs: no run ever takes it away, splits and merges by hand included."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.content.edited import is_edited, reading_digest
from jianbao.problems import Weight
from jianbao.reading.keeping.merge import merge, merge_lists

PAGE = "# 高新区开门红\n\n近日,高新区召开大会。\n\n会议强调实干。\n\n# 卫东区植树\n\n三月,树苗到了。\n"


def test_a_corrected_word_stays_when_the_page_is_read_again(bench):
    """Also on demand, also when the facts of the page change."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.edit("a/01.md", "实干", "苦干")
    corrected = bench.text("a/01.md")
    bench.run(again=True)
    assert bench.text("a/01.md") == corrected
    bench.edit("pages.csv", "a.txt,", "a.txt,周口日报")
    bench.run()
    assert "会议强调苦干。" in bench.body("a/01.md")
    assert "newspaper: 周口日报" in bench.text("a/01.md")


def test_a_new_scan_and_a_correction_are_merged(bench):
    """The machine's change in one paragraph, the person's in another, a comment, a key and the order of keys: all stay."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.edit("a/01.md", "实干", "苦干")
    bench.edit("a/01.md", "title: 高新区开门红\n", "# 已核对\nsection: 要闻\ntitle: 高新区开门红\n备注: 王老师\n")
    bench.seed("a.txt", PAGE.replace("召开大会", "召开动员大会"))
    cleaned = bench.run()
    text = bench.text("a/01.md")
    assert "召开动员大会" in text
    assert "会议强调苦干。" in text
    assert "# 已核对\nsection: 要闻\ntitle: 高新区开门红\n备注: 王老师\n" in text
    assert cleaned.doubts == 0


def test_where_both_changed_the_same_the_person_wins_and_the_rest_is_for_review(bench):
    """The difference stands on the review list, and does not come up as another change on the next run."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.edit("a/01.md", "实干", "苦干")
    bench.seed("a.txt", PAGE.replace("会议强调实干", "会议强调真抓实干"))
    cleaned = bench.run()
    assert "会议强调苦干。" in bench.body("a/01.md")
    assert cleaned.doubts == 1
    assert "会议强调真抓实干" in bench.text("a/page.yaml")
    assert bench.run().written == 0


def test_a_difference_stays_for_review_until_a_person_settles_it(bench):
    """Reading again does not sweep it from the list; changing the paragraph does, without another reading."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.edit("a/01.md", "实干", "苦干")
    bench.seed("a.txt", PAGE.replace("会议强调实干", "会议强调真抓实干"))
    bench.run()
    assert bench.run(again=True).doubts == 1
    assert bench.run(again=True).doubts == 1
    assert bench.run().written == 0
    bench.edit("a/01.md", "苦干", "真抓苦干")
    assert bench.run().doubts == 0
    assert bench.run(again=True).doubts == 0


def test_a_change_below_an_article_that_people_deleted_or_merged_is_for_review(bench):
    """The text is nowhere else to be compared with; changing an article of the page settles it."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.edit("a/01.md", "会议强调实干。", "会议强调实干。\n\n三月，树苗到了。")
    bench.path("a/02.md").unlink()
    bench.run()
    bench.seed("a.txt", PAGE.replace("树苗到了", "树苗全到了"))
    assert bench.run().doubts == 1
    assert "reading: 三月，树苗全到了。" in bench.text("a/page.yaml")
    assert bench.run(again=True).doubts == 1
    bench.edit("a/01.md", "树苗到了", "树苗全到了")
    assert bench.run().doubts == 0


def test_an_emptied_article_is_told_and_nothing_is_written(bench):
    """A disk was full, a key was held down: the file stays empty, its id stays taken, the remedy is named."""
    bench.seed("a.txt", PAGE)
    bench.run()
    kept = bench.path("a/01.md").read_bytes()
    for nothing in (b"", b" \r\n\r\n", b"\x00" * 99):
        bench.path("a/01.md").write_bytes(nothing)
        before = bench.snapshot()
        for _ in range(2):
            problems = bench.run().problems
            assert [(problem.file, problem.weight) for problem in problems] == [("content/a/01.md", Weight.ERROR)]
            assert "git" in problems[0].remedy.zh
        assert bench.snapshot() == before
        bench.run(again=True)
        assert bench.path("a/01.md").read_bytes() == nothing
    bench.path("a/01.md").write_bytes(kept)
    assert bench.run().problems == ()
    assert "deleted" not in bench.text("a/page.yaml")


@pytest.mark.parametrize(("encoding", "name"), [("gb18030", "GBK"), ("utf-16", "UTF-16")])
def test_an_article_saved_in_another_encoding_is_told_with_its_name(bench, encoding, name):
    """Notepad's “ANSI” and “Unicode”."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.path("a/01.md").write_bytes(bench.text("a/01.md").encode(encoding))
    (problem,) = bench.run().problems
    assert problem.file == "content/a/01.md"
    assert name in problem.what.zh
    assert "UTF-8" in problem.remedy.zh


def test_an_id_changed_by_hand_is_told_and_the_old_one_kept(bench):
    """Whether it names another page or a number that nobody gave; the line to write back is shown."""
    bench.seed("a.txt", PAGE)
    bench.run()
    old = bench.id("a/01.md")
    for new in ("7777777/01", f"{old[:7]}/55"):
        bench.edit("a/01.md", old, new)
        before = bench.snapshot()
        (problem,) = bench.run().problems
        assert (problem.file, problem.weight) == ("content/a/01.md", Weight.ERROR)
        assert problem.paste == f"id: {old}"
        assert bench.snapshot() == before
        bench.path("a/02.md").rename(bench.path("a/02.txt"))
        assert bench.run().problems[0].paste == f"id: {old}"
        bench.path("a/02.txt").rename(bench.path("a/02.md"))
        bench.edit("a/01.md", new, old)
        assert bench.run().problems == ()


def test_a_proofread_article_is_not_taken_back(bench):
    """Somebody checked it against the page: that is no edit, but it is a person's word."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.edit("a/02.md", "---\nid", "---\nproofread:\n- by: 王老师\n  on: '2026-11-20'\nid")
    assert not is_edited(reading_digest(bench.text("a/02.md") + "\n\n"), bench.written("a/ledger.jsonl", 1))
    assert is_edited(reading_digest(bench.text("a/02.md").replace("树苗", "苗木")), bench.written("a/ledger.jsonl", 1))
    bench.seed("a.txt", PAGE.replace("# 卫东区植树", "卫东区植树"))
    cleaned = bench.run()
    assert bench.articles() == ["a/01.md", "a/02.md"]
    assert cleaned.doubts == 1


def test_line_ends_and_bom_of_an_editor_are_no_edit(bench):
    """Notepad rewrites the file with CRLF and BOM; the next reading is still taken over."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.path("a/02.md").write_bytes(b"\xef\xbb\xbf" + bench.text("a/02.md").replace("\n", "\r\n").encode("utf-8"))
    bench.seed("a.txt", PAGE.replace("树苗", "苗木"))
    bench.run()
    assert bench.body("a/02.md") == "三月，苗木到了。"


def test_a_deleted_article_does_not_come_back(bench):
    """Not on the next run, not when the page is read again, not with a new scan."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.path("a/01.md").unlink()
    bench.run()
    bench.run(again=True)
    bench.seed("a.txt", PAGE.replace("树苗", "苗木"))
    bench.run()
    assert bench.articles() == ["a/02.md"]
    assert "苗木" in bench.body("a/02.md")


def test_an_article_put_back_is_there_again(bench):
    """A file restored from git counts as before."""
    bench.seed("a.txt", PAGE)
    bench.run()
    kept = bench.path("a/01.md").read_bytes()
    bench.path("a/01.md").unlink()
    bench.run()
    bench.path("a/01.md").write_bytes(kept)
    cleaned = bench.run()
    assert cleaned.articles == 2
    assert "deleted" not in bench.text("a/page.yaml")


def test_splitting_by_hand_is_copying_a_file_and_deleting_its_id(bench):
    """The copy gets the next number by one line more, keeps its line ends, and survives the next readings."""
    bench.seed("a.txt", PAGE)
    bench.run()
    first = bench.text("a/01.md")
    copy = first.replace(f"id: {bench.id('a/01.md')}\n", "").replace("近日，高新区召开大会。\n\n", "")
    bench.edit("a/01.md", "\n\n会议强调实干。", "")
    bench.path("a/01 - 副本.md").write_bytes(copy.replace("\n", "\r\n").encode("utf-8"))
    bench.run()
    page_id = bench.id("a/01.md").partition("/")[0]
    assert bench.text("a/01 - 副本.md") == copy.replace("---\n", f"---\nid: {page_id}/03\n", 1).replace("\n", "\r\n")
    assert f"articles:\n- {page_id}/01\n- {page_id}/03\n- {page_id}/02\n" in bench.text("a/page.yaml")
    bench.run(again=True)
    assert bench.body("a/01.md") == "近日，高新区召开大会。"
    assert bench.body("a/01 - 副本.md") == "会议强调实干。"


def test_merging_by_hand_is_moving_text_and_deleting_a_file(bench):
    """Both the longer article and the absence of the other survive."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.edit("a/01.md", "会议强调实干。", "会议强调实干。\n\n三月，树苗到了。")
    bench.path("a/02.md").unlink()
    bench.run(again=True)
    assert bench.articles() == ["a/01.md"]
    assert bench.body("a/01.md").endswith("三月，树苗到了。")


def test_a_number_is_never_used_twice(bench):
    """Also not that of an article which is gone."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.path("a/02.md").unlink()
    bench.run()
    bench.path("a/手打.md").write_text("---\ntitle: 补录\n---\n\n补录的文字。\n", encoding="utf-8")
    bench.run()
    assert bench.id("a/手打.md").endswith("/03")


def test_a_note_without_front_matter_is_no_article(bench):
    """A keeper's 笔记.md beside the articles is told and left alone; two lines of --- make it an article."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.path("a/笔记.md").write_text("问过王老师。\n", encoding="utf-8")
    bench.path("a/旧稿.markdown").write_text("---\ntitle: 旧稿\n---\n", encoding="utf-8")
    cleaned = bench.run()
    assert bench.text("a/笔记.md") == "问过王老师。\n"
    assert cleaned.articles == 2
    told = {problem.file: problem.weight for problem in cleaned.problems}
    assert told == {"content/a/笔记.md": Weight.WARNING, "content/a/旧稿.markdown": Weight.WARNING}
    bench.path("a/笔记.md").write_text("---\n---\n\n问过王老师。\n", encoding="utf-8")
    assert bench.run().articles == 3
    assert bench.text("a/笔记.md") == f"---\nid: {bench.id('a/01.md')[:7]}/03\n---\n\n问过王老师。\n"


def test_two_files_with_one_id_both_stay_and_the_message_says_how_to_split(bench):
    """Neither is changed; deleting the id line of one is the remedy."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.path("a/01b.md").write_bytes(bench.path("a/01.md").read_bytes())
    before = bench.snapshot()
    (problem,) = bench.run().problems
    assert problem.file == "content/a/01b.md"
    assert "delete the line id" in problem.remedy.en
    assert "删掉这个文件的 id 那一行" in problem.remedy.zh
    assert bench.snapshot() == before


def test_an_article_with_a_broken_front_matter_does_not_count_as_deleted(bench):
    """A slip of the keyboard in the id line: the file stays, its id stays taken, nothing is written over it."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.edit("a/01.md", "title: 高新区", "title：高新区")
    bench.edit("a/02.md", "---\nid: ", "---\nid：x")
    before = bench.text("a/01.md"), bench.text("a/02.md")
    bench.run()
    bench.seed("a.txt", PAGE.replace("树苗", "苗木"))
    bench.run()
    assert (bench.text("a/01.md"), bench.text("a/02.md")) == before
    assert bench.articles() == ["a/01.md", "a/02.md"]
    assert "deleted" not in bench.text("a/page.yaml")


def test_an_article_saved_in_another_encoding_is_not_touched(bench):
    """Notepad saved it as ANSI: nothing can be merged into it, and nothing is written over it."""
    bench.seed("a.txt", PAGE)
    bench.run()
    saved = bench.text("a/01.md").encode("gbk")
    bench.path("a/01.md").write_bytes(saved)
    bench.seed("a.txt", PAGE.replace("大会", "动员大会"))
    bench.run()
    assert bench.path("a/01.md").read_bytes() == saved
    assert "deleted" not in bench.text("a/page.yaml")


def test_a_moved_article_is_found_by_its_id(bench):
    """A person may keep it in a folder of their own."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.path("专题").mkdir()
    bench.path("a/02.md").rename(bench.path("专题/植树.md"))
    bench.seed("a.txt", PAGE.replace("树苗", "苗木"))
    bench.run()
    assert bench.articles() == ["a/01.md", "专题/植树.md"]
    assert "苗木" in bench.body("专题/植树.md")


def test_a_folder_written_by_hand_is_respected(bench):
    """Articles typed into the folder that a new page would have keep their names and their text."""
    bench.path("a").mkdir(parents=True)
    bench.path("a/01.md").write_text("---\ntitle: 手打的\n---\n\n正文。\n", encoding="utf-8")
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.run()
    assert bench.title("a/01.md") == "手打的"
    assert bench.title("a/02.md") == "高新区开门红"
    assert len({bench.id(file) for file in bench.articles()}) == 3


def test_without_a_ledger_all_text_is_a_persons(bench):
    """The run says so, keeps every article, and puts what reads otherwise on the review list."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.path("a/ledger.jsonl").unlink()
    before = bench.text("a/02.md")
    bench.seed("a.txt", PAGE.replace("树苗", "苗木"))
    cleaned = bench.run()
    assert bench.text("a/02.md") == before
    assert len(bench.articles()) == 2
    assert [problem.file for problem in cleaned.problems] == ["content/a/ledger.jsonl"]
    assert "苗木" in bench.text("a/page.yaml")


def test_a_run_that_broke_off_is_done_again_without_loss(bench):
    """Articles were written, the record was not: nothing comes twice, edits made meanwhile stay."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.path("a/page.yaml").unlink()
    bench.path("a/ledger.jsonl").unlink()
    bench.edit("a/02.md", "树苗", "苗木")
    ids = [bench.id(file) for file in bench.articles()]
    bench.run()
    assert [bench.id(file) for file in bench.articles()] == ids
    assert "苗木" in bench.body("a/02.md")


def test_an_article_the_new_reading_no_longer_has_is_taken_back_only_if_nobody_edited_it(bench):
    """The record says which article has its text now, so that the old address can lead there."""
    bench.seed("a.txt", PAGE)
    bench.run()
    page_id = bench.id("a/01.md")[:7]
    bench.seed("a.txt", PAGE.replace("# 卫东区植树", "卫东区植树"))
    bench.run()
    assert bench.articles() == ["a/01.md"]
    assert f"replaced:\n  {page_id}/02: {page_id}/01\n" in bench.text("a/page.yaml")


def test_an_edited_article_stays_when_the_new_reading_has_it_no_more(bench):
    """It is on the review list then."""
    bench.seed("a.txt", PAGE)
    bench.run()
    bench.edit("a/02.md", "到了", "运到了")
    bench.seed("a.txt", "# 高新区开门红\n\n近日,高新区召开大会。\n")
    assert bench.run().doubts == 1
    assert "运到了" in bench.body("a/02.md")


paragraphs = st.lists(st.sampled_from(list("甲乙丙丁戊")), max_size=6)


@given(base=paragraphs, ours=paragraphs, theirs=paragraphs)
def test_a_merge_never_loses_a_paragraph_that_a_person_wrote(base, ours, theirs):
    """What stands in the person's text more often than in the machine's old one stands in the merged one as often."""
    merged, _ = merge_lists(base, ours, theirs)
    for paragraph in set(ours):
        if paragraph not in base:
            assert merged.count(paragraph) >= ours.count(paragraph)


@given(base=paragraphs, other=paragraphs)
def test_a_merge_takes_the_only_change_there_is(base, other):
    """Whoever changed it, and nothing else."""
    assert merge_lists(base, other, base) == (other, [])
    assert merge_lists(base, base, other) == (other, [])
    assert merge_lists(base, other, other) == (other, [])


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


@given(base=texts, ours=texts, theirs=texts)
def test_a_file_whatever_is_in_it_merges_without_losing_the_persons(base, ours, theirs):
    """Also one that is no front matter at all: it stays as the person has it, unless the person changed nothing."""
    merged = merge(base, ours, theirs)
    assert merged.text in (ours, theirs) or all(word in merged.text for word in ours.split() if word not in base)
