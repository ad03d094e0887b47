"""Feeds: what is new in the archive, in a form that every reader of feeds understands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from .conftest import printed
from .sample_archive import sample_archive, sample_settings

NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "dc": "http://purl.org/dc/elements/1.1/",
    "content": "http://purl.org/rss/1.0/modules/content/",
}


def feed(site: Path, path: str) -> etree._Element:
    """The channel of a feed."""
    return etree.parse(site / path).getroot()[0]


def test_a_district_feed_holds_exactly_the_articles_of_the_district(site: Path) -> None:
    """The feed of 新乡市高新区 has its two public articles, and says whose feed it is."""
    channel = feed(site, "districts/gaoxinqu-4107h/feed.xml")
    assert channel.findtext("title") == "新乡市高新区 · 中原剪报"
    assert channel.xpath("item/link/text()") == [
        "https://example.org/repo/a/B3D8F1Z/01/",
        "https://example.org/repo/a/B3D8F1Z/02/",
    ]


def test_what_came_last_stands_first(site: Path) -> None:
    """Order and pubDate come from `added`, at midnight of the archive's time zone; the title tells the printed day."""
    channel = feed(site, "feed.xml")
    assert len(channel.findall("item")) == 50
    assert channel.findtext("lastBuildDate") == "Sat, 21 Nov 2026 00:00:00 +0800"
    assert channel.findtext("item/title") == "今日评论：把小事办好（2023年10月1日）"
    older = feed(site, "districts/wenfengqu-410502/feed.xml")
    assert set(older.xpath("item/pubDate/text()")) == {"Thu, 19 Nov 2026 00:00:00 +0800"}


def test_items_say_who_wrote_them_and_what_they_hold(site: Path) -> None:
    """The summary before the whole text, one creator a name, districts and topics as categories."""
    item = feed(site, "topics/agriculture/feed.xml").find("item")
    tags = [etree.QName(element).localname for element in item]
    assert tags.index("description") < tags.index("encoded")
    assert item.xpath("dc:creator/text()", namespaces=NAMES) == ["陈晓禾", "李长河", "吴敏"]
    assert item.xpath("category/text()") == ["安阳市文峰区", "安阳市高新区", "农业农村"]
    assert "<h2>一条渠，三个村</h2>" in item.findtext("content:encoded", namespaces=NAMES)


def test_the_feed_names_itself(site: Path) -> None:
    """Exactly one atom:link rel=self, equal to the feed's own address."""
    own = feed(site, "feed.xml").findall("atom:link", NAMES)
    assert [link.get("href") for link in own] == ["https://example.org/repo/feed.xml"]


def test_ids_do_not_depend_on_where_the_site_is(tmp_path: Path) -> None:
    """A site that moves announces nothing again; without an address links point to the local preview."""
    here, there = sample_settings(tmp_path / "here"), sample_settings(tmp_path / "there", address="")
    printed(sample_archive(), here)
    printed(sample_archive(), there)
    ours, theirs = feed(here.folders.site, "feed.xml"), feed(there.folders.site, "feed.xml")
    assert ours.xpath("item/guid/text()") == theirs.xpath("item/guid/text()")
    assert theirs.findtext("item/link").startswith("http://localhost:8000/a/")
    assert set(ours.xpath("item/guid/@isPermaLink")) == {"false"}


def test_all_feeds_are_in_one_file_for_readers(site: Path) -> None:
    """The OPML names every feed of the site once, each with its page; the about page links to it."""
    outlines = etree.parse(str(site / "feeds.opml")).xpath("//outline[@xmlUrl]")
    home = "https://example.org/repo/"
    assert sorted(one.get("xmlUrl").removeprefix(home) for one in outlines) == sorted(
        file.relative_to(site).as_posix() for file in site.rglob("feed.xml")
    )
    titles = {one.get("xmlUrl").removeprefix(home): one.get("text") for one in outlines}
    assert titles["districts/gaoxinqu-4107h/feed.xml"] == "新乡市高新区"
    assert all(one.get("htmlUrl") == one.get("xmlUrl").removesuffix("feed.xml") for one in outlines)
    assert 'href="../feeds.opml"' in (site / "about/index.html").read_text(encoding="utf-8")


def test_every_page_announces_its_own_feed_first(site: Path) -> None:
    """A district's page names the district's feed, then the whole archive's."""
    text = (site / "districts/gaoxinqu-4107h/index.html").read_text(encoding="utf-8")
    assert text.index("districts/gaoxinqu-4107h/feed.xml") < text.index('"../../feed.xml"')


@pytest.mark.parametrize("body", ["说 ]]> 完", "[近处](../02/) 和 <script>alert(1)</script>", "控制\x08字符"])
def test_any_text_gives_a_feed_that_parses(tmp_path: Path, body: str) -> None:
    """The end mark of CDATA, raw HTML, relative links and control characters break no reader."""
    archive = sample_archive()
    odd = replace(archive.articles["7KQ2M9X/01"], body=body)
    settings = sample_settings(tmp_path)
    printed(replace(archive, articles={**archive.articles, odd.id: odd}), settings)
    item = feed(settings.folders.site, "topics/agriculture/feed.xml").find("item")
    content = item.findtext("content:encoded", namespaces=NAMES)
    assert "<script" not in content
    assert 'href=".' not in content


def test_an_empty_archive_has_a_valid_feed(tmp_path: Path) -> None:
    """A fresh archive builds: its feed has no items, and a date all the same."""
    nothing = {"articles": {}, "pages": {}, "districts": {}, "cities": {}, "topics": {}, "newspapers": {}, "days": {}}
    empty = replace(sample_archive(), **nothing, reporters={}, news=(), undated=(), redirects=(), review=())
    settings = sample_settings(tmp_path)
    assert printed(empty, settings).problems == ()
    channel = feed(settings.folders.site, "feed.xml")
    assert channel.findall("item") == []
    assert channel.findtext("lastBuildDate") == "Thu, 01 Jan 1970 00:00:00 +0800"
