"""The page of an article: what a reader, a citation program and a stranger's markup find there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from .conftest import printed
from .sample_archive import sample_archive, sample_settings

Read = Callable[[str], html.HtmlElement]


def words(element: html.HtmlElement) -> str:
    """The text of an element with its spaces evened."""
    return " ".join(element.text_content().split())


def test_the_slip_says_where_it_stood(page: Read) -> None:
    """Paper, day and page, each linked; what is not known is 待考, what is known in part is 约."""
    slip = page("a/7KQ2M9X/01").xpath("//div[@class='slip']")[0]
    assert slip.xpath(".//dd/a/text()") == ["安阳日报", "2022年9月22日", "第1版 要闻"]
    assert "../../../dates/2022/09/22/" in slip.xpath(".//a/@href")
    unknown = page("a/ZZ9YX1W/01").xpath("//div[@class='slip']")[0]
    assert [words(box) for box in unknown.xpath(".//dd")] == ["平顶山市报名待考", "2020年3月约", "版次待考"]


def test_head_and_byline_stand_as_printed(page: Read) -> None:
    """Kicker, headline that breaks at its space, subtitle, and the names under their roles."""
    head = page("a/7KQ2M9X/01").xpath("//article/header")[0]
    assert head.xpath("h1/span/text()") == ["清渠重通三村笑", "农家又话旧时春"]
    assert head.xpath("p[@class='kicker' or @class='subtitle']/text()") == ["水利惠民", "——柳林镇修复旧渠纪实"]
    assert [words(run) for run in head.xpath("p[@class='byline']/span")] == ["记者 陈晓禾", "通讯员 李长河 吴敏"]


def test_the_whole_text_stands_in_the_page(page: Read) -> None:
    """Every paragraph and sub-head, in order, and the caption with a word on the picture that is not kept."""
    text = page("a/7KQ2M9X/01").xpath("//div[@class='text']")[0]
    assert len(text.findall("p")) == 6
    assert [head.text for head in text.findall("h2")] == ["一条渠，三个村", "水到了，人也回来了"]
    assert "原件有图，本馆未存" in page("a/7KQ2M9X/01").text_content()


def test_a_loss_is_marked_and_stays_what_it_is(page: Read) -> None:
    """`[…]` stands in the text as it is, marked and explained."""
    (loss,) = page("a/7KQ2M9X/02").xpath("//span[@class='loss']")
    assert (loss.text, loss.get("title")) == ("[…]", "原文缺")


def test_markup_in_a_title_is_text(site: Path, page: Read) -> None:
    """A title with <script> shows those characters, everywhere, and is no script anywhere."""
    assert page("a/7KQ2M9X/04").xpath("//h1")[0].text_content() == '网络课堂讲<script>alert("x")</script>与 & 的故事'
    for file in site.rglob("*.html"):
        scripts = html.fromstring(file.read_text(encoding="utf-8")).xpath("//script[not(@src)]")
        assert all(script.get("type") in {"application/ld+json", "application/json"} for script in scripts), file


def test_citation_programs_find_what_they_need(page: Read) -> None:
    """Highwire and Dublin Core tags for Zotero, JSON-LD for search engines, GB/T 7714 for people."""
    article = page("a/7KQ2M9X/01")
    tags = {(meta.get("name"), meta.get("content")) for meta in article.xpath("//meta[@name]")}
    assert ("DC.type", "newspaperArticle") in tags
    assert ("citation_publication_date", "2022/09/22") in tags
    assert {("citation_author", name) for name in ("陈晓禾", "李长河", "吴敏")} <= tags
    data = json.loads(article.xpath("//script[@type='application/ld+json']/text()")[0])
    assert (data["@type"], data["datePublished"], data["pageStart"]) == ("NewsArticle", "2022-09-22", "1")
    assert words(article.xpath("//*[@id='cite']/div[1]/dd")[0]) == (
        "陈晓禾，李长河，吴敏. 清渠重通三村笑 农家又话旧时春[N]. 安阳日报, 2022-09-22(1). https://example.org/repo/a/7KQ2M9X/01/"
    )


@pytest.mark.parametrize(
    ("language", "id", "expected"),
    [
        (
            "zh-Hans",
            "7KQ2M9X/01",
            "陈晓禾、李长河、吴敏. (2022年9月22日). 清渠重通三村笑 农家又话旧时春. 安阳日报, 1. ",
        ),
        (
            "en",
            "7KQ2M9X/01",
            "陈晓禾, 李长河, & 吴敏. (2022, September 22). 清渠重通三村笑 农家又话旧时春. 安阳日报, 1. ",
        ),
        ("en", "B3D8F1Z/02", "Visitors from Kent tour the new library. (2023, October 1). 新乡日报, 3. "),
        ("en", "ZZ9YX1W/01", "何苗. (2020, March). 卫东区新建三所小学. [newspaper unknown]. "),
    ],
)
def test_apa_citation_says_what_is_known(tmp_path: Path, language: str, id: str, expected: str) -> None:
    """Authors, date, title, newspaper, page; without an author the title first, and what is not known is not made up."""
    settings = sample_settings(tmp_path, languages=(language,))
    printed(sample_archive(), settings)
    text = (settings.folders.site / "a" / id / "index.html").read_text(encoding="utf-8")
    apa = html.fromstring(text).xpath("//*[@id='cite']/div[2]")[0]
    assert "APA" in words(apa.find("dt"))
    assert words(apa.find("dd")) == f"{expected}https://example.org/repo/a/{id}/"


def test_languages_are_marked(page: Read) -> None:
    """The page is in the language of the interface, an English article in English, also in lists."""
    english = page("a/B3D8F1Z/02")
    assert (english.get("lang"), english.xpath("//article/@lang")) == ("zh-Hans", ["en"])
    assert page("districts/gaoxinqu-4107h").xpath("//li/a[@lang='en']/text()") == [
        "Visitors from Kent tour the new library"
    ]


def test_readers_can_propose_a_correction(page: Read) -> None:
    """改错 leads to the article's file, its Chinese path percent-encoded."""
    links = page("a/7KQ2M9X/01").xpath("//a[text()='改错']/@href")
    assert links == ["https://github.com/name/repo/edit/main/content/%E5%AE%89%E9%98%B3/%E9%A1%B5%E4%B8%80/01.md"]


def test_the_foot_tells_how_the_article_was_read(page: Read) -> None:
    """The numbers of the machine, and whether a person has looked."""
    foot = "".join(page("a/7KQ2M9X/02").xpath("//p[@class='record']")[0].text_content())
    assert foot.strip() == "机读 · 标点 11 · 空格 1 · 缺 1 · 王老师 2026-11-20 校"


def test_a_raw_page_balances_and_tells_every_line(page: Read) -> None:
    """All characters are in articles or furniture; every line says what became of it."""
    read = page("p/7KQ2M9X")
    numbers = [
        int(part) for part in words(read.xpath("//p[@class='balance']")[0]).replace(",", "").split() if part.isdigit()
    ]
    assert numbers[0] == numbers[1] + numbers[2]
    fates = [words(cell) for cell in read.xpath("//table[@class='raw']//tr/td[2]")]
    assert (fates[0], fates[1], fates[-1]) == ("通栏标语", "1", "杂字")
    assert "清渠重通三村笑 农家又话旧时春" in read.xpath("//tr[@id='L3']")[0].text_content()
