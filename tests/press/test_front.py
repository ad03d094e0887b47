"""The front page: who leads, who is quoted, what stands on the shelf, and what it says is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from jianbao.archive.model import Archive
from jianbao.press.front_lead import opening_of
from jianbao.press.headline import set_front_headline
from jianbao.press.lead import RESIDENT, choose_lead, voices

from .conftest import printed
from .sample_archive import sample_archive, sample_settings

Read = Callable[[str], html.HtmlElement]


def front_of(archive: Archive, folder: Path, **changes: object) -> html.HtmlElement:
    """The front page of an archive."""
    settings = sample_settings(folder, **changes)
    assert printed(archive, settings).problems == ()
    return html.fromstring((settings.folders.site / "index.html").read_text(encoding="utf-8"))


def words(element: html.HtmlElement) -> str:
    """The text of an element without its line breaks."""
    return " ".join(element.text_content().split())


def test_the_front_page_quotes_a_resident_and_says_so(page: Read) -> None:
    """The pull quote of the lead is labelled, and leads to the paragraph where it was said."""
    (lead,) = page("").xpath("//article[@class='lead']")
    assert lead.xpath("h3/text()") == ["原话"]
    (quote,) = lead.xpath("blockquote//a")
    assert "赵德顺" in quote.text_content()
    assert quote.get("href") == "./a/7KQ2M9X/01/#p2"


@pytest.mark.parametrize(
    ("said", "resident"),
    [
        ("“水一来，苗就活了，我心里踏实。”柳林村村民赵德顺说。", True),
        ("“唱两天了，我天天来听，村里办了好事。”该村84岁的宁老汉高兴地说。", True),
        ("“我们将深入推进各项重点工作。”该区负责人对居民说。", False),
        ("“下一步，我们还要再修八百米。”后河村党支部书记周大海说。", False),
        ("“We shall never forget the night of the flood,” said Mrs. Brown, a resident of Mill Lane.", True),
        ("“We shall build the bridge before winter,” said Mayor Hunt to the residents.", False),
    ],
)
def test_only_residents_are_quoted(said: str, resident: bool) -> None:
    """A villager's or a neighbour's words stand out; those of an official never do, whoever listens."""
    (voice,) = voices(said)
    assert (voice.weight == RESIDENT) is resident
    assert voice.text == said


def test_a_quotation_is_never_cut_off_at_its_beginning() -> None:
    """Words that stand deep in a long sentence are quoted from the quotation mark on."""
    (voice,) = voices(
        "在村头老槐树底下乘凉聊天看孙子打扑克下象棋择菜剥花生的老人里头，有人说：“今年的收成比哪一年都好。”村民们说。"
    )
    assert voice.text.startswith("“今年的收成")


def test_without_by_lines_a_story_leads_all_the_same() -> None:
    """An archive that knows no by-lines still has a front page with a lead."""
    bare = [replace(one, front=replace(one.front, authors=())) for one in sample_archive().articles.values()]
    lead = choose_lead(bare)
    assert lead is not None
    assert lead.id == "7KQ2M9X/01"


def test_the_opening_ends_with_a_sentence_and_before_a_list() -> None:
    """A very long paragraph is cut after a sentence; a list ends the opening; a sub-head never stands last in it."""
    sentence = "今年的庄稼长得好，村里人人高兴，个个夸赞。"
    opening = opening_of(sentence * 100, "")
    assert opening.endswith("夸赞。")
    assert len(opening) < 1000
    assert opening_of(f"{sentence}\n\n## 收成\n\n- 一项\n- 二项", "") == sentence
    assert opening_of(f"{sentence}\n\n## 收成\n\n{sentence}", "") == f"{sentence}\n\n## 收成\n\n{sentence}"


def test_the_pull_quote_is_not_printed_right_above_itself() -> None:
    """Where the story is long enough before it, the opening ends before the paragraph that is quoted below."""
    before, quoted = "渠水又流进了柳林村的玉米地里，两岸的庄稼喝饱了水。" * 14, "“今年半天就够了。”村民赵德顺说。"
    assert opening_of(f"{before}\n\n{quoted}\n\n{before}", quoted) == before


def test_a_headline_never_breaks_inside_quotation_marks() -> None:
    """Short words in quotation marks stay on one line, and markup in a headline stays text."""
    assert set_front_headline("高新区推动“两重”“两新”工作", "缺") == (
        "<span>高新区推动<span>“两重”“两新”</span>工作</span>"
    )
    assert "<b>" not in set_front_headline("“两新”<b>", "缺")


def test_the_shelf_stands_by_year(page: Read) -> None:
    """Three pages of three years, the earliest first, each captioned with its day as far as it is known."""
    boards = page("").xpath("//section[@class='shelf']//div[contains(@class,'boards')]/div")
    assert [words(board) for board in boards] == ["3月（约） 2020", "9月22日 2022", "10月1日 2023"]
    for spine in page("").xpath("//section[@class='shelf']//li/a"):
        assert spine.text_content().strip() in spine.get("aria-label")


def test_a_large_archive_has_bound_volumes(tmp_path: Path) -> None:
    """Of a hundred pages only the newest stand singly; every year has a volume with its number of pages that leads to it."""
    archive = sample_archive()
    model, article = archive.pages["7KQ2M9X"], archive.articles["7KQ2M9X/04"]
    pages, articles = dict(archive.pages), dict(archive.articles)
    for number in range(97):
        id, day = f"M{number:06}", f"{2001 + number % 4}-05-{1 + number % 28:02}"
        pages[id] = replace(
            model, id=id, path=f"p/{id}/", issued=day, date=day, articles=(f"{id}/01",), lines=(), losses=0
        )
        front = replace(article.front, id=f"{id}/01", issued=day, date=day, added="2020-01-01")
        articles[f"{id}/01"] = replace(article, id=f"{id}/01", path=f"a/{id}/01/", front=front, page=id, position=1)
    front = front_of(replace(archive, pages=pages, articles=articles), tmp_path)
    assert len(front.xpath("//section[@class='shelf']//div[contains(@class,'boards')]//li")) == 18
    volumes = front.xpath("//ul[@class='volumes']/li")
    assert [words(one) for one in volumes] == [
        "2001 25", "2002 24", "2003 24", "2004 24", "2020 1", "2022 1", "2023 1",
    ]  # fmt: skip
    assert volumes[0].xpath("a/@href") == ["./dates/2001/"]


def test_the_front_page_says_what_is_missing(page: Read) -> None:
    """A loss, a page without a day, a page without a paper, one thing to check, and how much nobody has proofread."""
    lines = page("").xpath("//section[@class='wants']//li")
    assert [words(line) for line in lines] == [
        "原文缺失 1 处", "日期待考 1 版", "报名待考 1 版", "有待核对 1 处", "还没有人校过 66 篇",
    ]  # fmt: skip


def test_an_english_front_page(tmp_path: Path) -> None:
    """With the interface in English everything around the articles is English."""
    front = front_of(sample_archive(), tmp_path, languages=("en",))
    assert [words(head) for head in front.xpath("//section/h2")][:2] == ["Districts", "Topics"]
    assert words(front.xpath("//section[@class='wants']//li")[0]) == "lost in the original 1 item"


def test_an_empty_archive_has_a_front_page(tmp_path: Path) -> None:
    """Nothing to show yet: the page says what to do."""
    bare = Archive({}, {}, {}, {}, {}, {}, {}, {}, (), (), (), (), ())
    front = front_of(bare, tmp_path)
    assert "seeds/" in words(front.xpath("//p[@class='empty']")[0])
