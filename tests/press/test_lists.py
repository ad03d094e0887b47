"""What the lists hold: exactly the articles of their group, fifty on a page, nothing that is withheld."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lxml import etree, html

from .sample_archive import sample_archive

Read = Callable[[str], html.HtmlElement]


def titles(page: html.HtmlElement) -> list[str]:
    """The titles in the lists of a page, in order."""
    return [link.text_content() for link in page.xpath("//ul[@class='list']/li/a")]


def test_a_district_lists_exactly_its_own_articles(page: Read) -> None:
    """高新区 of 安阳市 is not 高新区 of 新乡市: each lists what its articles name, newest first."""
    assert titles(page("districts/gaoxinqu-4105h")) == ["清渠重通三村笑 农家又话旧时春", "高新区开展夏季用电检查"]
    assert titles(page("districts/gaoxinqu-4107h")) == [
        "今日评论：把小事办好",
        "Visitors from Kent tour the new library",
    ]


def test_years_head_the_lists(page: Read) -> None:
    """With the number of articles of the whole list; a month without a day has its year all the same."""
    assert [" ".join(head.text_content().split()) for head in page("cities/anyang-4105").xpath("//main//h2[@id]")] == [
        "2022年 4 篇"
    ]
    assert page("districts/weidongqu-410403/page/2").xpath("//main//h2[@id='y2020']/small/text()") == ["61 篇"]


def test_long_lists_are_cut_at_fifty(page: Read) -> None:
    """61 articles stand on two pages that know each other, and none is lost or doubled."""
    first, second = page("districts/weidongqu-410403"), page("districts/weidongqu-410403/page/2")
    both = titles(first) + titles(second)
    assert (len(titles(first)), len(titles(second)), len(set(both))) == (50, 11, 61)
    assert first.xpath("//a[@rel='next']/@href") == ["../../districts/weidongqu-410403/page/2/"]
    assert second.xpath("//a[@rel='prev']/@href") == ["../../../../districts/weidongqu-410403/"]


def test_the_index_of_districts_goes_by_city(page: Read) -> None:
    """Every district stands under its city, with the number of its articles."""
    main = page("districts").find(".//main")
    assert main.xpath(".//h2/a/text()") == ["安阳市", "平顶山市", "新乡市"]
    assert " ".join(main.xpath(".//ul")[0].text_content().split()) == "文峰区 3 篇 高新区 2 篇"


def test_a_withheld_article_shows_why_and_nothing_else(site: Path, page: Read) -> None:
    """Its address says reason and day; its title and text stand nowhere in the site, not even as raw lines."""
    stone = page("a/B3D8F1Z/03")
    assert "当事人请求" in stone.text_content()
    assert "2026年11月21日" in stone.text_content()
    assert stone.xpath("//meta[@name='robots']/@content") == ["noindex"]
    for file in sorted(site.rglob("*.*ml")):
        text = file.read_text(encoding="utf-8")
        assert "这段文字不应出现" not in text, file
        assert "涉及隐私的旧闻" not in text, file
    assert "B3D8F1Z/03" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "此行属于一篇已撤下的文章" in page("p/B3D8F1Z").text_content()


def test_a_withheld_article_is_passed_over_between_its_neighbours(page: Read) -> None:
    """Turning the pages leads around it."""
    assert page("a/ZZ9YX1W/01").xpath("//a[@rel='prev']/@href") == ["../../../a/B3D8F1Z/02/"]


def test_undated_pages_have_their_own_place(page: Read) -> None:
    """A page of which only the month is known is under 日期待考, and in no calendar."""
    assert "平顶山市" in page("dates/undated").find(".//main").text_content()
    assert page("dates").xpath("//main/h2/a/text()") == ["日期待考"]


def test_the_sitemap_lists_what_should_be_found(site: Path) -> None:
    """All articles but the withheld one, no redirects, no 404 page; every address leads to a file."""
    tree = etree.parse(site / "sitemap.xml")
    found = [loc.removeprefix("https://example.org/repo/") for loc in tree.xpath("//*[local-name()='loc']/text()")]
    articles = sample_archive(extra=60).articles.values()
    assert {path for path in found if path.startswith("a/")} == {
        one.path for one in articles if one.front.withheld is None
    }
    assert len(found) == len(set(found))
    assert all((site / path / "index.html").is_file() for path in found)
    assert "404.html" not in found


def test_a_district_says_its_city(page: Read) -> None:
    """Two cities have a 高新区: the headline of the page and the words of its feed say whose it is."""
    shown = page("districts/gaoxinqu-4105h")
    assert shown.xpath("//h1/text()") == ["安阳市 高新区"]
    assert "订阅“安阳市高新区”（RSS）" in shown.xpath("//p[@class='sum']/a/text()")
