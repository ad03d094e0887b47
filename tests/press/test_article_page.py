"""The page of an article: what a reader, a citation program and a stranger's markup find there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from benchmarks.chrome import LIMIT, chrome_of

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
    head = page("a/7KQ2M9X/01").xpath("//article//header")[0]
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
    """〔原文缺〕 stands where text is lost, and leads to a note that says what that means, also on paper."""
    article = page("a/7KQ2M9X/02")
    (loss,) = article.xpath("//a[@class='loss']")
    assert loss.text == "〔原文缺〕"
    (note,) = article.xpath("//footer/p[@id='lost']")
    assert loss.get("href") == "#lost"
    assert words(note).startswith("〔原文缺〕：")
    assert page("a/7KQ2M9X/01").xpath("//*[@id='lost']") == []


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
    assert {("DC.title", "清渠重通三村笑 农家又话旧时春"), ("DC.date", "2022-09-22"), ("DC.source", "安阳日报")} <= tags
    assert ("citation_publication_date", "2022/09/22") in tags
    assert {("citation_author", name) for name in ("陈晓禾", "李长河", "吴敏")} <= tags
    data = json.loads(article.xpath("//script[@type='application/ld+json']/text()")[0])
    assert (data["@type"], data["datePublished"], data["pageStart"]) == ("NewsArticle", "2022-09-22", "1")
    assert words(article.xpath("//*[@id='cite']/div[1]/dd")[0]) == (
        "陈晓禾, 李长河, 吴敏. 清渠重通三村笑 农家又话旧时春[N]. 安阳日报, 2022-09-22(1). https://example.org/repo/a/7KQ2M9X/01/"
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
    assert (english.get("lang"), english.xpath("//article/div[@class='column']/@lang")) == ("zh-Hans", ["en"])
    assert page("a/7KQ2M9X/01").xpath("//article//@lang") == []
    assert page("districts/gaoxinqu-4107h").xpath("//li/a[@lang='en']/text()") == [
        "Visitors from Kent tour the new library"
    ]


def test_readers_can_propose_a_correction(page: Read) -> None:
    """改错 leads to the article's file, its Chinese path percent-encoded."""
    links = page("a/7KQ2M9X/01").xpath("//a[text()='改错']/@href")
    assert links == ["https://github.com/name/repo/edit/main/content/%E5%AE%89%E9%98%B3/%E9%A1%B5%E4%B8%80/01.md"]


def test_the_foot_tells_how_the_article_was_read(page: Read) -> None:
    """The numbers of the machine, nothing being told as 0; whether a person has looked; and where to go from there."""
    (line,) = page("a/7KQ2M9X/02").xpath("//p[@class='record']")
    assert words(line) == (
        "机读 · 接行 0 · 标点 11 · 改字 0 · 空格 1 · 缺 1 · 王老师 2026-11-20 校 → 看原文 | 引用 | 改错 | 本区订阅"
    )
    assert line.xpath(".//a/@href")[1:3] == [
        "#cite",
        "https://github.com/name/repo/edit/main/content/%E5%AE%89%E9%98%B3/%E9%A1%B5%E4%B8%80/02.md",
    ]
    assert line.xpath(".//a[text()='本区订阅']/@href") == ["../../../districts/gaoxinqu-4105h/feed.xml"]
    assert "缺 0 · 未校" in words(page("a/7KQ2M9X/01").xpath("//p[@class='record']")[0])


def test_the_raw_text_of_an_article_is_one_step_away(page: Read) -> None:
    """看原文 leads to the article's own first line on the page as it was read."""
    assert page("a/7KQ2M9X/01").xpath("//a[text()='看原文']/@href") == ["../../../p/7KQ2M9X/#L3"]
    assert page("p/7KQ2M9X").xpath("//*[@id='L3']") != []


def test_without_a_form_for_corrections_the_file_is_named(tmp_path: Path) -> None:
    """Where archive.yaml tells no edit_url, 改错 says which file to open."""
    settings = sample_settings(tmp_path, edit_url="")
    printed(sample_archive(), settings)
    article = html.fromstring((settings.folders.site / "a/7KQ2M9X/01/index.html").read_text(encoding="utf-8"))
    assert article.xpath("//a[text()='改错']/@href") == ["#correct"]
    assert "content/安阳/页一/01.md" in words(article.xpath("//*[@id='correct']")[0])


def test_beside_an_article_stand_its_neighbours_on_the_page(page: Read) -> None:
    """Its place among those of the page, and the ways to the one before and the one after."""
    (place,) = page("a/7KQ2M9X/02").xpath("//dd[@class='among']")
    assert words(place) == "2/4 ‹ ›"
    assert place.xpath("a/@href") == ["../../../p/7KQ2M9X/", "../../../a/7KQ2M9X/01/", "../../../a/7KQ2M9X/03/"]
    assert words(page("a/7KQ2M9X/01").xpath("//dd[@class='among']")[0]) == "1/4 ›"


def test_a_name_of_our_own_is_no_headline(page: Read) -> None:
    """What the archive calls an untitled picture does not look like something that was printed."""
    (name,) = page("a/7KQ2M9X/03").xpath("//h1")
    assert (name.get("class"), name.text_content()) == ("untitled", "〔图片〕光明路街道的志愿者在清扫落叶。入秋以来…")
    assert page("a/7KQ2M9X/01").xpath("//h1/@class") == []
    assert words(page("a/7KQ2M9X/03").xpath("//p[@class='none']")[0]) == "原件有图，本馆未存"


def test_what_is_unknown_is_cited_as_unknown(page: Read) -> None:
    """GB/T 7714: the paper [报名不详]; of the date as much as is known."""
    cited = words(page("a/ZZ9YX1W/01").xpath("//*[@id='cite']/div[1]/dd")[0])
    assert cited == "何苗. 卫东区新建三所小学[N]. [报名不详], 2020-03. https://example.org/repo/a/ZZ9YX1W/01/"


def test_the_chrome_of_an_article_page_is_small(site: Path) -> None:
    """What is neither the article nor told about it in the head takes 2.5 KB at most."""
    for file in (site / "a").rglob("index.html"):
        assert chrome_of(file.read_text(encoding="utf-8")) <= LIMIT, file
