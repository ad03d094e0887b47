"""The front matter: text in, text out, and a corrected line for what people mistype."""

from __future__ import annotations

from dataclasses import fields

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jianbao.content.article import (
    KEYS,
    KINDS,
    ROLES,
    Author,
    Caption,
    FrontMatter,
    Proofreading,
    Source,
    Withdrawal,
)
from jianbao.content.front_text import article_text, front_text
from jianbao.content.frontmatter import parse
from jianbao.problems import Weight

GOLD = """---
title: 击鼓催征稳驭舟 奋力冲刺全年红
kicker:
- 奋进新征程 建功新时代
subtitle:
- ——文峰区（高新区）推进项目建设纪实
kind: feature
authors:
- name: 周俊英
  role: reporter
districts:
- 安阳市/文峰区
event_date: '2022-09-22'
source:
- file: 安阳/第1版.txt
  lines: [[3, 9], [12, 12]]
---

9月，秋风遍拂。

## 加快项目建设

1月至8月。
"""


def test_an_article_is_written_as_it_was_read():
    """Keys in the agreed order, block style, nothing folded, nothing added."""
    article, problems = parse("a/01.md", GOLD)
    assert problems == ()
    assert article_text(article.front, article.body) == GOLD
    assert article.front.source == (Source("安阳/第1版.txt", ((3, 9), (12, 12))),)


@pytest.mark.parametrize("change", [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")])
def test_bom_and_line_ends_of_windows_are_accepted(change):
    """Notepad's habits make no other article."""
    assert parse("a/01.md", change(GOLD)) == parse("a/01.md", GOLD)


def parsed(front: str):
    """The article with this front matter, and its problems."""
    return parse("a/01.md", f"---\n{front}\n---\n\n正文。\n")


@pytest.mark.parametrize(
    ("typed", "paste"),
    [
        ("title： 开发区", "title: 开发区"),
        ("title：开发区: 凝心", "title: '开发区: 凝心'"),
        ("title: 开发区: 凝心", "title: '开发区: 凝心'"),
        ("title: “开发区: 凝心”", "title: '开发区: 凝心'"),
        ('title: "开门红"怎么来', "title: '\"开门红\"怎么来'"),
        ("title: [图] 高新区", "title: '[图] 高新区'"),
        ("title:开发区", "title: 开发区"),
        ("title: #井号", "title: '#井号'"),
        ("title: 开发区 # 头条", "title: '开发区 # 头条'"),
        ("title: &开发区 上半年", "title: '&开发区 上半年'"),
        ("title: !开发区", "title: '!开发区'"),
        ("kicker:\n- 甲\n- #乙", "- '#乙'"),
        ("authors:\n- name: 王晨 # 实习\n  role: reporter", "- name: '王晨 # 实习'"),
        ("kind: news\n\ttitle: 甲", "  title: 甲"),
        ("kicker:\n- 宝莲寺镇: 秋收\n- 乙", "- '宝莲寺镇: 秋收'"),
        ("kicker:\n- 宝莲寺镇:", "- '宝莲寺镇:'"),
        ('kicker:\n- "开门红"怎么来', "- '\"开门红\"怎么来'"),
        ("titel: 开发区", "title: 开发区"),
        ("作者: 王晨", "authors: 王晨"),
        ("event_date: 2022/9/3", "event_date: '2022-09-03'"),
        ("issued: “2022-09”", "issued: '2022-09'"),
        ("kind: “news”", "kind: news"),
        ("authors:\n- name: 王晨\n  role: reportr", "  role: reporter"),
        ("id: “7kq2m9x/01”", "id: 7KQ2M9X/01"),
    ],
)
def test_a_slip_of_the_keyboard_is_shown_with_the_corrected_line(typed, paste):
    """The line is the one in the file, the correction is ready to paste, and pasting it mends the file."""
    _, problems = parsed(typed)
    problem = problems[0]
    assert problem.paste == paste
    assert problem.file == "content/a/01.md"
    lines = f"---\n{typed}\n---\n\n正文。\n".split("\n")
    number = problem.line if not paste.startswith("  role") else problem.line + 1
    lines[number - 1] = paste.removeprefix("  ") if "\t" in typed else paste
    mended, left = parse("a/01.md", "\n".join(lines))
    assert mended is not None
    assert left == ()


@pytest.mark.parametrize("front", ["# 已核对\ntitle: 甲", "title: |\n  # 甲\n  乙 # 丙", "title: '甲 # 乙' # 丙"])
def test_what_yaml_reads_whole_is_no_slip(front):
    """A comment on its own line, a block of text, a value in quotes."""
    assert parsed(front)[1] == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: 甲\nkind: news\n\n正文。\n", 4),
        ("---\ntitle: 甲\n——\n\n正文。\n", 3),
        ("title: 甲\nkind: news\n---\n\n正文。\n", 1),
    ],
)
def test_a_missing_fence_is_shown_where_it_should_stand(text, line):
    """Three hyphens, at that line."""
    article, (problem,) = parse("a/01.md", text)
    assert article is None
    assert (problem.line, problem.paste, problem.weight) == (line, "---", Weight.ERROR)


def test_a_file_without_front_matter_is_all_body():
    """Somebody typed an article and nothing else."""
    article, problems = parse("a/01.md", "只有正文。\n\n第二段。\n")
    assert (article.front, article.body, problems) == (FrontMatter(), "只有正文。\n\n第二段。", ())


def test_a_key_that_stands_twice_is_told():
    """The first one counts."""
    article, (problem,) = parsed("title: 甲\ntitle: 乙")
    assert article.front.title == "甲"
    assert problem.line == 3


def test_one_wrong_value_does_not_cost_the_article():
    """It is told and left empty; everything else is there."""
    article, (problem,) = parsed("title: 甲\ndistricts:\n  安阳市: 文峰区")
    assert (article.front.title, article.front.districts) == ("甲", ())
    assert (problem.line, problem.weight) == (4, Weight.ERROR)


def test_unknown_keys_are_kept_and_warned_of():
    """With what is in them, and written back."""
    article, (problem,) = parsed("title: 甲\n校样:\n- 一校: 012\n  二校: [a, b]")
    assert problem.weight is Weight.WARNING
    assert article.front.unknown == {"校样": [{"一校": "012", "二校": ["a", "b"]}]}
    assert parse("a/01.md", article_text(article.front, ""))[0].front == article.front


@pytest.mark.parametrize("value", ["012", "12:30", "2022-09-22", "no", "0x1F", "1e3", "~x", "null", "=", "1_000"])
def test_nothing_is_taken_for_a_number_a_time_or_a_truth(value):
    """Page 012 stays 012, also for another reader of YAML when we have written it."""
    written = front_text(FrontMatter(title=value, page=value)).strip("-\n")
    assert yaml.safe_load(written)["page"] == value
    assert parsed(f"title: '{value}'\npage: '{value}'")[0].front.page == value


def test_what_was_typed_bare_is_read_as_typed():
    """An octal page, a time and a date typed by a person without quotes."""
    article, problems = parsed("page: 012\ntitle: 12:30\nsection: 2022-09-22\npage_name: no")
    assert problems == ()
    front = article.front
    assert (front.page, front.title, front.section, front.page_name) == ("012", "12:30", "2022-09-22", "no")


def test_yaml_bombs_do_nothing():
    """References are not used here: they are told as text that wants quotes, and not followed."""
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitle: 甲"
    article, problems = parsed(bomb)
    assert article.front.title == "甲"
    assert "b: '&b [*a, *a]'" in [problem.paste for problem in problems]


def test_a_withheld_article_is_withheld_however_it_is_written():
    """A reason alone is enough."""
    assert parsed("withheld: 当事人要求")[0].front.withheld == Withdrawal("当事人要求", "")
    assert parsed("withheld: {reason: 当事人要求, on: 2026-11-21}")[0].front.withheld == Withdrawal(
        "当事人要求", "2026-11-21"
    )


words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(lambda text: text.strip())
lists = st.lists(words, max_size=3).map(tuple)
days = st.dates().map(str)
articles = st.builds(
    FrontMatter,
    id=st.sampled_from(["", "7KQ2M9X/01", "1234567/12", "12E4567/03"]),
    title=words, kicker=lists, subtitle=lists, section=words, kind=st.sampled_from(KINDS),
    authors=st.lists(st.builds(Author, words, st.sampled_from(ROLES)), max_size=2).map(tuple),
    districts=lists, event_date=st.sampled_from(["", "2022", "2022-09", "2022-09-22", "2022-09?", "202X"]),
    captions=st.lists(st.builds(Caption, words, st.one_of(st.just(""), words)), max_size=2).map(tuple),
    order=st.sampled_from(["", "repaired"]), issued=st.sampled_from(["", "1998-05"]), date=days, newspaper=words,
    page=words, page_name=words, topics=lists, language=words,
    source=st.lists(st.builds(Source, words, st.just(((3, 9), (12, 12)))), max_size=2).map(tuple), added=days,
    proofread=st.lists(st.builds(Proofreading, words, days), max_size=1).map(tuple),
    withheld=st.one_of(st.none(), st.builds(Withdrawal, words, days)), continues=words, continued_by=words,
)  # fmt: skip


@given(front=articles)
def test_whatever_an_article_says_comes_back_from_its_file(front):
    """Every text, to the letter; for another reader of YAML too."""
    text = article_text(front, "正文。")
    article, problems = parse("a/01.md", text)
    assert problems == ()
    assert article.front == front
    assert article.body == "正文。"
    theirs = yaml.safe_load(text.split("\n---\n")[0].removeprefix("---\n"))
    assert theirs["title"] == front.title
    assert list(theirs) == [key for key in KEYS if key in theirs]


@given(text=st.text(max_size=200))
def test_no_file_makes_the_reader_fail(text):
    """Any text at all gives an article or problems that name the file."""
    for content in (text, f"---\n{text}\n---\n", f"---\ntitle: {text}\n---\n"):
        article, problems = parse("a/01.md", content)
        assert article is not None or problems
        assert all(problem.file == "content/a/01.md" for problem in problems)


def test_every_key_has_its_field_and_its_place():
    """KEYS and FrontMatter name the same."""
    assert set(KEYS) == {field.name for field in fields(FrontMatter)} - {"unknown"}
