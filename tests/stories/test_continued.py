"""Continued articles: a reader gets the whole article, and never a whole that nobody wrote."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.archive.arrange import Arranged, arrange
from jianbao.archive.read_many import Held
from jianbao.archive.read_pages import HeldPage
from jianbao.archive.stories.cheapest_matching import best_matching, total
from jianbao.archive.stories.continued import Continued, join_continued
from jianbao.archive.stories.page_numbers import page_number
from jianbao.content.article import Article, FrontMatter, Withdrawal
from jianbao.content.page_record import Jump, PageRecord

HEAD = (
    "击鼓催征稳驭舟",
    (
        "九月，秋风遍拂。青石冷链物流园的工地上机器轰鸣，三百多名工人正在安装冷库的门，园区负责人胡启明说，"
        "冷库装好以后，附近八个村的苹果都可以存到明年春天，而且"
    ),
)
TAIL = (
    "击鼓催征稳驭舟",
    "价钱也会比秋天好得多。胡启明说，冷链物流园的二期工程明年开工，工人们正在为冷库的二期做准备。",
)
OTHER = ("垃圾分类进小区", "东关街道的志愿者昨天到展峰小区讲解垃圾分类，居民们学会了分开厨余和纸张。")


class Issue:
    """Pages of an issue as content/ holds them: told facts, jump lines, articles."""

    def __init__(self) -> None:
        self.articles: dict[str, Held] = {}
        self.pages: list[HeldPage] = []

    def page(
        self, id: str, number: str, *articles: tuple[str, str], jumps: tuple[Jump, ...] = (), folder: str = "柳城/0923",
        front: Mapping[str, Any] | None = None, **facts: str,
    ) -> Issue:  # fmt: skip
        """Put a page into the issue; `front` is what a person wrote in its first article."""
        known = {"newspaper": "柳城日报", "issued": "2022-09-23"} | facts | {"page": number}
        for n, (title, body) in enumerate(articles, start=1):
            written = dict(front or {}) if n == 1 else {}
            one = Article(f"{folder}/{id}/0{n}.md", FrontMatter(id=f"{id}/0{n}", title=title, **written), body)
            self.articles[one.front.id] = Held(one, "", "")
        record = PageRecord(id, f"{folder}/{id}.txt", "0", articles=tuple(self.articles), jumps=jumps)
        self.pages.append(HeldPage(f"{folder}/{id}/page.yaml", record, None, known, ""))
        return self

    @property
    def joined(self) -> Continued:
        """What comes of it."""
        arranged: Arranged = arrange(self.articles, tuple(self.pages))
        return join_continued(arranged, {id: held.article.path for id, held in self.articles.items()})

    def why(self) -> list[str]:
        """The lines of the review list."""
        return [line.zh for line in self.joined.refused]


ON_4 = (Jump("PAGEAAA/01", to="4"),)
FROM_1 = (Jump("PAGEBBB/01", come="1"),)


def test_the_parts_of_an_article_are_joined_and_each_knows_all() -> None:
    """下转第4版 on page one, 上接第1版 on page four."""
    issue = Issue().page("PAGEAAA", "1", HEAD, OTHER, jumps=ON_4).page("PAGEBBB", "04", TAIL, OTHER, jumps=FROM_1)
    chain = ("PAGEAAA/01", "PAGEBBB/01")
    meant = frozenset(("PAGEAAA/01", "PAGEAAA/02", "PAGEBBB/01", "PAGEBBB/02"))
    assert issue.joined == Continued({"PAGEAAA/01": chain, "PAGEBBB/01": chain}, (), meant)


def test_three_parts() -> None:
    """The article goes on twice."""
    middle = ("", "价钱也会比秋天好得多。胡启明说，冷链物流园的二期工程明年开工，冷库要再建")
    last = ("击鼓催征稳驭舟", "三座，工人们正在为冷库的二期做准备，胡启明和工人都在冷链物流园。")
    issue = Issue().page("PAGEAAA", "1", HEAD, jumps=ON_4)
    issue.page("PAGEBBB", "4", middle, jumps=(Jump("PAGEBBB/01", to="5", come="1"),))
    issue.page("PAGECCC", "5", last, jumps=(Jump("PAGECCC/01", come="4"),))
    assert issue.joined.chains["PAGECCC/01"] == ("PAGEAAA/01", "PAGEBBB/01", "PAGECCC/01")


def test_two_articles_that_go_on_on_one_page_find_each_its_own() -> None:
    """Their continuations stand there in the other order."""
    story = ("古城新貌", "卫辉的古城墙修了三年，工匠们用的是从前的青砖和糯米灰浆，文物局的赵林说，城墙的砖")
    rest = ("古城新貌", "都编了号，工匠们一块一块砌回古城墙上，文物局的赵林每天都来看城墙的青砖。")
    issue = Issue()
    issue.page("PAGEAAA", "1", HEAD, story, jumps=(*ON_4, Jump("PAGEAAA/02", to="4")))
    issue.page("PAGEBBB", "4", rest, TAIL, jumps=(*FROM_1, Jump("PAGEBBB/02", come="1")))
    chains = issue.joined.chains
    assert chains["PAGEAAA/01"] == ("PAGEAAA/01", "PAGEBBB/02")
    assert chains["PAGEAAA/02"] == ("PAGEAAA/02", "PAGEBBB/01")


@pytest.mark.parametrize(
    "facts", [{"newspaper": "松原日报"}, {"issued": "2022-09-24"}, {"number": "5"}, {"folder": "松原", "issued": ""}]
)
def test_other_papers_days_pages_and_folders_are_other_issues(facts: dict[str, str]) -> None:
    """The page that is meant is not here; the review list says which."""
    issue = Issue().page("PAGEAAA", "1", HEAD, jumps=ON_4)
    issue.page("PAGEBBB", facts.pop("number", "4"), TAIL, jumps=FROM_1, **facts)
    assert issue.joined.chains == {}
    assert issue.why()[0] == "《击鼓催征稳驭舟》下转第4版，没有接上：同一天的第4版不在档案里，或者版次、日期没有填"


def test_where_the_day_is_unknown_the_folder_decides() -> None:
    """Two pages that a volunteer put into one folder."""
    issue = Issue().page("PAGEAAA", "1", HEAD, jumps=ON_4, issued="", newspaper="")
    issue.page("PAGEBBB", "4", TAIL, jumps=FROM_1, issued="2022-09-23", newspaper="")
    assert issue.joined.chains["PAGEAAA/01"] == ("PAGEAAA/01", "PAGEBBB/01")


def test_texts_that_do_not_fit_are_not_joined() -> None:
    """Page four says 上接第1版, but its article is another one."""
    finished = ("喜迎开学", "全区的学校昨天开学了，孩子们都领到了新书。")
    issue = Issue().page("PAGEAAA", "1", finished, jumps=ON_4).page("PAGEBBB", "4", OTHER, jumps=FROM_1)
    assert issue.joined.chains == {}
    [line, other] = issue.joined.refused
    assert line.kind == other.kind == "continued"
    assert line.file == "柳城/0923/PAGEAAA/01.md"
    assert line.path == "a/PAGEAAA/01/"
    assert line.zh.endswith("第4版上没有合适的文章；若有，请写 continued_by，若没有，请写 continued_by: none")
    assert line.en.startswith("“喜迎开学” goes on on page 4 and was not joined: no article on page 4 fits")


def test_what_cannot_be_told_apart_is_left_to_a_person() -> None:
    """Two pieces on page four might both be the rest."""
    issue = Issue().page("PAGEAAA", "1", HEAD, jumps=ON_4)
    issue.page("PAGEBBB", "4", TAIL, TAIL, jumps=(*FROM_1, Jump("PAGEBBB/02", come="1")))
    assert issue.joined.chains == {}
    [why] = issue.why()
    assert "拿不准是不是 《击鼓催征稳驭舟》（PAGEBBB/01）、《击鼓催征稳驭舟》（PAGEBBB/02），请写 continued_by" in why


def test_a_continuation_whose_own_jump_line_is_lost_is_found_by_its_text() -> None:
    """An untitled piece that begins in the middle of a sentence; a report of its own is never taken for one."""
    rest = ("", "，价钱也会比秋天好得多。" + TAIL[1])
    issue = Issue().page("PAGEAAA", "1", HEAD, jumps=ON_4).page("PAGEBBB", "4", OTHER, rest)
    assert issue.joined.chains["PAGEAAA/01"] == ("PAGEAAA/01", "PAGEBBB/02")
    assert Issue().page("PAGEAAA", "1", HEAD, jumps=ON_4).page("PAGEBBB", "4", OTHER, TAIL).joined.chains == {}


def test_what_a_person_wrote_goes_before_what_the_page_prints() -> None:
    """Told on either side, across issues; `none` keeps a piece alone for ever."""
    told = Issue().page("PAGEAAA", "1", OTHER, front={"continued_by": "PAGEBBB/01"})
    told.page("PAGEBBB", "9", TAIL, issued="2022-10-01")
    assert told.joined.chains["PAGEBBB/01"] == ("PAGEAAA/01", "PAGEBBB/01")
    for key in ("continued_by", "continues"):
        for written in ("none", "无", "PAGEXXX/01"):
            issue = Issue()
            issue.page(
                "PAGEAAA", "1", HEAD, jumps=ON_4, front={"continued_by": written} if key == "continued_by" else {}
            )
            issue.page("PAGEBBB", "4", TAIL, jumps=FROM_1, front={"continues": written} if key == "continues" else {})
            assert issue.joined.chains == {}


def test_a_person_who_contradicts_another_is_told() -> None:
    """The head names one rest, the rest names another head."""
    issue = Issue().page("PAGEAAA", "1", HEAD, front={"continued_by": "PAGEBBB/01"})
    issue.page("PAGEBBB", "4", TAIL, front={"continues": "PAGECCC/01"}).page("PAGECCC", "2", OTHER)
    assert issue.joined.chains == {}
    assert [line.path for line in issue.joined.refused] == ["a/PAGEAAA/01/", "a/PAGECCC/01/"]
    assert all("互相矛盾" in line.zh for line in issue.joined.refused)


def test_a_circle_is_no_article() -> None:
    """Each of two says that the other comes first."""
    issue = Issue().page("PAGEAAA", "1", HEAD, front={"continues": "PAGEBBB/01"})
    issue.page("PAGEBBB", "4", TAIL, front={"continues": "PAGEAAA/01"})
    assert len(set(issue.joined.chains.values())) <= 1
    assert len(issue.joined.refused) == 1


def test_a_withheld_article_is_no_part_of_anything() -> None:
    """Nothing of it may be shown."""
    issue = Issue().page("PAGEAAA", "1", HEAD, jumps=ON_4)
    issue.page("PAGEBBB", "4", TAIL, jumps=FROM_1, front={"withheld": Withdrawal("家属要求", "2023-01-01")})
    assert issue.joined.chains == {}
    assert "击鼓" in issue.why()[0]


def test_a_folder_of_many_undated_pages_is_not_guessed_at() -> None:
    """Sixty page fours in one folder: nobody can tell which one is meant."""
    issue = Issue().page("PAGEAAA", "1", HEAD, jumps=ON_4, issued="", newspaper="")
    for n in range(60):
        id = f"PAGEB{n:02}"
        issue.page(id, "4", TAIL, jumps=(Jump(f"{id}/01", come="1"),), issued="", newspaper="")
    assert issue.joined.chains == {}
    assert "日期不明" in issue.why()[0]


@pytest.mark.parametrize(
    ("printed", "number"),
    [("4", "4"), ("04", "4"), ("第四版", "4"), ("十二", "12"), ("A2", "A2"), ("a02版", "A02"), ("", "")],
)
def test_numbers_of_pages(printed: str, number: str) -> None:
    """However they are printed."""
    assert page_number(printed) == number


def test_many_issues_are_joined_each_for_itself() -> None:
    """Two hundred days, each with its own pages one and four."""
    issues = Issue()
    for n in range(200):
        front, back, day = f"FRON{n:03}", f"BACK{n:03}", f"2{n:03}-09-23"
        issues.page(front, "1", HEAD, jumps=(Jump(f"{front}/01", to="4"),), issued=day)
        issues.page(back, "4", TAIL, jumps=(Jump(f"{back}/01", come="1"),), issued=day)
    chains = issues.joined.chains
    assert len(chains) == 400
    assert all(chains[f"FRON{n:03}/01"] == (f"FRON{n:03}/01", f"BACK{n:03}/01") for n in range(200))


def brute(scores: Mapping[tuple[str, str], int], heads: list[str]) -> int:
    """The greatest sum of a matching, by trying all."""
    if not heads:
        return 0
    first, *rest = heads
    choices = [brute(scores, rest)]
    for one, other in scores:
        if one == first:
            left = {pair: score for pair, score in scores.items() if pair[1] != other}
            choices.append(scores[one, other] + brute(left, rest))
    return max(choices)


@given(st.dictionaries(st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")), st.integers(1, 9)))
def test_no_matching_is_better(scores: dict[tuple[str, str], int]) -> None:
    """The sum is that of the best of all matchings, and nobody stands in two pairs."""
    matching = best_matching(scores)
    assert len(set(matching.values())) == len(matching)
    assert total(scores, matching) == brute(scores, sorted({one for one, _ in scores}))
