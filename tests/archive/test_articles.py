"""What the archive says of a single article."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jianbao.archive.display_name import display_name, first_clause, summary
from jianbao.content.article import FrontMatter
from jianbao.content.ledger_file import Ledger, LedgerEdit, LedgerFurniture, LedgerPart, Written, ledger_text
from jianbao.knowledge.rarity import rarity
from tests.archive.handwritten import Linked, Write, article, record


@pytest.mark.parametrize(
    ("front", "text", "expected"),
    [
        (FrontMatter(title="抓紧施工", kind="photo"), "工人正在硬化道路。", "抓紧施工"),
        (FrontMatter(kind="photo"), "11月4日，交警扶起一名女子。", "〔图片〕11月4日，交警扶起一名女子"),
        (
            FrontMatter(kind="photo"),
            "为提高老年群众防骗、识骗能力，守好养老钱。",
            "〔图片〕为提高老年群众防骗、识骗能力…",
        ),
        (FrontMatter(), "锣弦悦耳、唱腔圆润，近日，市戏剧研究中心…", "〔题佚〕锣弦悦耳、唱腔圆润…"),
        (FrontMatter(language="en", kind="photo"), "The new bridge, seen from the east.", "[Photo] The new bridge…"),
        (FrontMatter(language="en"), "Nothing", "[Headline lost] Nothing"),
        (FrontMatter(kind="photo"), "", "〔图片〕"),
    ],
)
def test_an_untitled_article_is_called_by_how_it_begins(front: FrontMatter, text: str, expected: str) -> None:
    """In its own language, marked as no headline."""
    assert display_name(front, text) == expected


def test_a_long_clause_is_not_cut_within_a_number_or_a_word() -> None:
    """2023 stays 2023."""
    assert (
        first_clause("总投资三百六十九点七亿元的项目建设在2023年全面铺开", latin=False)
        == "总投资三百六十九点七亿元的项目建设在…"
    )
    long = "An extraordinarily long-winded introduction without any punctuation mark whatsoever"
    assert first_clause(long, latin=True) == "An extraordinarily long-winded introduction without any…"


def test_a_summary_is_whole_sentences() -> None:
    """As many as fit; a text of one endless sentence is cut and says so."""
    assert summary("一句。" * 60, latin=False) == "一句。" * 40
    assert summary("短文。", latin=False) == "短文。"
    assert summary("没有句号的长文" * 40, latin=False).endswith("…")


def test_a_withheld_article_keeps_its_address_and_nothing_else(linked: Linked, write: Write) -> None:
    """No headline, no text, no keywords; in no list, feed or chain of neighbours."""
    write("甲/1.md", article("AAAAAAA/01", "甲"))
    write("甲/2.md", article(
        "AAAAAAA/02", "某人被拘", "某人的私事。", withheld="{reason: 当事人要求, on: '2026-01-05'}", topics="[法治平安]",
        districts="[安阳市/文峰区]", authors="[{name: 王晨, role: reporter}]",
    ))  # fmt: skip
    write("甲/3.md", article("AAAAAAA/03", "丙"))
    archive = linked()
    one = archive.articles["AAAAAAA/02"]
    assert (one.path, one.front.withheld and one.front.withheld.reason) == ("a/AAAAAAA/02/", "当事人要求")
    assert (one.body, one.plain, one.summary, one.keywords, one.front.title) == ("", "", "", (), "")
    assert not archive.topics
    assert not archive.districts
    assert not archive.reporters
    assert archive.news == ("AAAAAAA/01", "AAAAAAA/03")
    assert archive.articles["AAAAAAA/01"].next == "AAAAAAA/03"
    assert archive.pages["AAAAAAA"].articles == ("AAAAAAA/01", "AAAAAAA/02", "AAAAAAA/03")
    assert "某人" not in repr(archive)


def test_no_doubt_quotes_a_withheld_article(linked: Linked, write: Write) -> None:
    """What the machine was not sure of in its text is neither on the page's view nor on the review list."""
    doubts = (
        "\n- {line: '1', zh: 重读为：某人被拘, en: it reads otherwise}\n- {line: '2', zh: 'AAAAAAA/02：某人', en: another}"
        "\n- {line: '2', zh: 像是两篇, en: two}"
    )
    ids = ("AAAAAAA/01", "AAAAAAA/02")
    write("甲/page.yaml", record("AAAAAAA", "甲.txt", *ids, doubts=doubts))
    write("甲/1.md", article("AAAAAAA/01", "公园开放"))
    write("甲/2.md", article("AAAAAAA/02", "某人被拘", withheld="{reason: 当事人要求, on: '2026-01-05'}"))
    parts = (
        LedgerPart("AAAAAAA/02", "title", ((0, 4),), (), "某人被拘"),
        LedgerPart("AAAAAAA/01", "title", ((5, 9),), (), "公园开放"),
    )
    write("甲/ledger.jsonl", ledger_text(Ledger("某人被拘\n公园开放\n", parts)))
    archive = linked()
    assert [(doubt.line, doubt.zh) for doubt in archive.pages["AAAAAAA"].doubts] == [(2, "像是两篇")]
    assert [one.zh for one in archive.review if one.kind == "doubt"] == ["第 2 行：像是两篇"]


def test_of_two_files_with_one_id_the_one_named_after_it_is_published(linked: Linked, write: Write) -> None:
    """The other is a copy made to split the article; the message says what to do."""
    write("甲/01 - 副本.md", article("AAAAAAA/01", "副本"))
    write("甲/01.md", article("AAAAAAA/01", "原件"))
    archive = linked()
    assert archive.articles["AAAAAAA/01"].display == "原件"
    told = next(problem for problem in archive.problems if problem.weight == "error")
    assert told.file == "content/甲/01 - 副本.md"
    assert "id" in told.remedy.en


def test_an_unreadable_file_costs_only_itself(linked: Linked, write: Write, content: Path) -> None:
    """Not UTF-8, or front matter that is none."""
    write("甲/1.md", article("AAAAAAA/01"))
    (content / "甲/2.md").write_bytes(b"\xff\xfe\x00")
    write("甲/3.md", "---\ntitle：无空格\n---\n正文\n")
    archive = linked()
    assert list(archive.articles) == ["AAAAAAA/01"]
    assert {"content/甲/2.md", "content/甲/3.md"} <= {problem.file for problem in archive.problems}


def test_references_to_nothing_are_told_and_listed(linked: Linked, write: Write) -> None:
    """下转第三版, where the third page is not in the archive."""
    write("甲/1.md", article("AAAAAAA/01", continued_by="ZZZZZZZ/09"))
    archive = linked()
    assert [problem.weight for problem in archive.problems] == ["warning"]
    assert "reference" in {one.kind for one in archive.review}


@pytest.mark.usefixtures("two_pages")
def test_the_review_list_names_what_a_person_should_fill_in(linked: Linked) -> None:
    """Paper and day of the page, district and topic of the article."""
    lines = {(one.kind, one.path) for one in linked().review}
    (facts,) = (
        one for one in linked().review if one.path == "p/BBBBBBB/" and one.kind in {"facts", "newspaper", "day"}
    )
    assert facts.file == "pages.csv"
    assert "pages.csv 里 新乡/未知.txt 一行" in facts.zh
    assert {("district", "a/AAAAAAA/03/"), ("topic", "a/AAAAAAA/03/")} <= lines
    assert ("day", "p/AAAAAAA/") not in lines
    assert ("district", "a/AAAAAAA/01/") not in lines


def test_a_doubt_leads_to_its_line(linked: Linked, write: Write) -> None:
    """Where the view of the page shows the line; else to the page."""
    write(
        "甲/page.yaml",
        record(
            "AAAAAAA", "甲.txt", "AAAAAAA/01", doubts="\n- {line: '2', zh: 一, en: a}\n- {line: '9', zh: 二, en: b}"
        ),
    )
    write("甲/01.md", article("AAAAAAA/01"))
    write("甲/ledger.jsonl", ledger_text(Ledger("标题\n正文。\n")))
    doubts = [one for one in linked().review if one.kind == "doubt"]
    assert [one.path for one in doubts] == ["p/AAAAAAA/#L2", "p/AAAAAAA/"]
    assert {one.file for one in doubts} == {"甲/"}


def test_doubts_and_losses_are_on_the_review_list(linked: Linked, write: Write) -> None:
    """With the line of the raw page."""
    doubts = "\n- {line: '12', zh: 这里像是两篇, en: looks like two articles}"
    write("甲/page.yaml", record("AAAAAAA", "甲.txt", "AAAAAAA/01", doubts=doubts))
    write("甲/01.md", article("AAAAAAA/01", body=r"工人在\[…\]道路。"))
    texts = {one.kind: (one.zh, one.en) for one in linked().review}
    assert "12" in texts["doubt"][0]
    assert "two articles" in texts["doubt"][1]
    assert "loss" in texts


def test_the_fate_of_every_raw_line_is_known(linked: Linked, write: Write) -> None:
    """Who took it, in the order of the line; blank lines went nowhere. A person's edit shows."""
    raw = "部门动态\n标题,一\n正文。\r\n\n(甲摄) 乙文\n"
    first = article("AAAAAAA/01", "标题，一", "正文。")
    ledger = Ledger(
        raw,
        (
            LedgerPart(
                "AAAAAAA/01", "title", ((5, 9),), (LedgerEdit("width", "mechanical", (7, 8), ",", "，"),), "标题，一"
            ),
            LedgerPart("AAAAAAA/01", "paragraph", ((10, 13),), (), "正文。"),
            LedgerPart("AAAAAAA/01", "credit", ((16, 20),), (), "(甲摄)"),
            LedgerPart("AAAAAAA/02", "paragraph", ((21, 23),), (), "乙文"),
        ),
        (LedgerFurniture("section", ((0, 4),)),),
        (),
        (Written("AAAAAAA/01", "01.md", first), Written("AAAAAAA/02", "02.md", article("AAAAAAA/02", body="乙文"))),
    )
    write("甲/page.yaml", record("AAAAAAA", "甲.txt", "AAAAAAA/01", "AAAAAAA/02"))
    write("甲/ledger.jsonl", ledger_text(ledger))
    write("甲/01.md", first)
    write("甲/02.md", article("AAAAAAA/02", body="乙文，有人改过"))
    archive = linked()
    page = archive.pages["AAAAAAA"]
    assert [(line.text, line.fates) for line in page.lines] == [
        ("部门动态", ("section",)),
        ("标题,一", ("AAAAAAA/01",)),
        ("正文。", ("AAAAAAA/01",)),
        ("", ()),
        ("(甲摄) 乙文", ("AAAAAAA/01", "AAAAAAA/02")),
    ]
    assert page.edits == {"width": 1}
    assert not archive.articles["AAAAAAA/01"].edited
    assert archive.articles["AAAAAAA/02"].edited


def test_keywords_set_an_article_apart(linked: Linked, write: Write) -> None:
    """Its matter, not the phrases of every report; links of its own are not repeated."""
    body = "本报讯 近日，宝莲寺镇组织农机手抢收玉米。农机手介绍，今年玉米长势喜人。文峰区相关部门开展禁烧宣传。"
    write("甲/1.md", article("AAAAAAA/01", "护航三秋", body, districts="[安阳市/文峰区]"))
    words = linked().articles["AAAAAAA/01"].keywords
    assert {"玉米", "农机手", "禁烧"} <= set(words)
    assert not {"文峰区", "近日", "相关", "今年", "介绍"} & set(words)


def test_english_keywords_need_no_dictionary(linked: Linked, write: Write) -> None:
    """An English archive works."""
    write(
        "a/1.md",
        article(
            "AAAAAAA/01", "Bridge opened", "The bridge over the creek opened. The bridge cost much.", language="en"
        ),
    )
    assert linked().articles["AAAAAAA/01"].keywords[0] == "bridge"


def test_a_second_build_does_not_open_the_dictionary(write: Write, content: Path, tmp_path: Path) -> None:
    """A text is cut once in its life. Nothing is ever said on the terminal, and jieba's files go into our cache."""
    write("甲/1.md", article("AAAAAAA/01", "护航三秋", "农机手抢收玉米。"))
    code = (
        "import sys; from pathlib import Path; from jianbao.archive.link import link\n"
        "from jianbao.knowledge.lexicon import chinese_lexicon\n"
        "archive = link(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "print(*archive.articles['AAAAAAA/01'].keywords, chinese_lexicon.cache_info().currsize)"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", code, str(content), str(tmp_path / "cache")],
            capture_output=True, check=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    first, second = (run.stdout.decode().split() for run in runs)
    assert first[:-1] == second[:-1] != []
    assert (first[-1], second[-1]) == ("1", "0")
    assert [run.stderr for run in runs] == [b"", b""]
    assert {"names", "related.json"} <= {path.name for path in (tmp_path / "cache").iterdir()}


def test_a_damaged_cache_is_made_again(linked: Linked, write: Write, tmp_path: Path) -> None:
    """It can be deleted, or broken, at any time."""
    write("甲/1.md", article("AAAAAAA/01", "护航三秋", "农机手抢收玉米。"))
    words = linked().articles["AAAAAAA/01"].keywords
    for file in (tmp_path / "cache" / "names").iterdir():
        file.write_bytes(file.read_bytes()[:-1])
    assert linked().articles["AAAAAAA/01"].keywords == words


def test_an_empty_archive_is_an_archive(linked: Linked, content: Path) -> None:
    """Before the first page is read."""
    archive = linked()
    assert not archive.articles
    assert not archive.problems
    assert not (content / "_register.csv").exists()


@pytest.mark.filterwarnings("ignore")  # jieba leaves its file open
def test_rarity_of_words_is_that_of_jieba() -> None:
    """The table that is read without `jieba.analyse` says what `jieba.analyse` says."""
    tfidf = pytest.importorskip("jieba.analyse.tfidf")
    weights = tfidf.IDFLoader(tfidf.DEFAULT_IDF).idf_freq
    assert {word: rarity(word) for word in weights if not word.isascii()} == {
        word: weight for word, weight in weights.items() if not word.isascii()
    }


def test_a_fact_that_only_the_text_suggests_is_inferred(write: Write, linked: Linked) -> None:
    """A day made out from the text is marked; one that a person put into the article or pages.csv is not."""
    guess = "\n  issued: {value: '2022-09', from: text}"
    for folder, page in (("a", "AAAAAAA"), ("b", "BBBBBBB")):
        write(f"{folder}/page.yaml", record(page, f"{folder}.txt", f"{page}/01", f"{page}/02", guesses=guess))
        write(f"{folder}/01.md", article(f"{page}/01", issued="'2022-09'"))
    write("a/02.md", article("AAAAAAA/02", issued="'2022-08'"))
    write("pages.csv", "file,issued\nb.txt,2022-09\n")
    archive = linked()
    assert archive.articles["AAAAAAA/01"].inferred == ("issued",)
    assert archive.articles["AAAAAAA/02"].inferred == ()
    assert archive.articles["BBBBBBB/01"].inferred == ()
