"""The site as a whole: it works from any sub-path, asks nobody else, and speaks two languages."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html

from jianbao.archive.model import Redirect, Waiting
from jianbao.content.page_record import PageDoubt

from .conftest import printed
from .sample_archive import sample_archive, sample_settings
from .test_article_page import words

HOME = "https://example.org/repo/"


def links(file: Path) -> list[tuple[str, str]]:
    """(tag, address) of everything that a page links to or loads."""
    root = html.fromstring(file.read_text(encoding="utf-8"))
    found = [(element.tag, element.get("href") or element.get("src")) for element in root.xpath("//*[@href or @src]")]
    return [(tag, address) for tag, address in found if address]


def dead(site: Path) -> list[str]:
    """The links inside the site that lead to no file or no anchor, with the page that has them."""
    lost = []
    for file in sorted(site.rglob("*.html")):
        here = HOME + file.relative_to(site).as_posix().removesuffix("index.html")
        for _, address in links(file):
            target = urlsplit(urljoin(here, address))
            if target.netloc != "example.org":
                continue
            inside = target.path.removeprefix("/repo/")
            at = site / inside / "index.html" if inside == "" or inside.endswith("/") else site / inside
            anchored = not target.fragment or f'id="{target.fragment}"' in at.read_text(encoding="utf-8")
            if not (target.path.startswith("/repo/") and at.is_file() and anchored):
                lost.append(f"{file}: {address}")
    return lost


def test_no_link_is_dead_and_none_leaves_the_sub_path(site: Path) -> None:
    """Every link of every page leads to a file of the site, below its base path, and to an anchor that exists."""
    assert dead(site) == []


def test_pages_link_relatively(site: Path) -> None:
    """A page can be moved with the site: its links are relative; only 404.html, served at any depth, has the base path."""
    inside = [
        address for _, address in links(site / "a/7KQ2M9X/01/index.html") if not address.startswith(("#", "https:"))
    ]
    assert inside
    assert all(address.startswith("../../../") for address in inside)
    assert all(address.startswith(("/repo/", "#", HOME)) for _, address in links(site / "404.html"))


def test_nothing_is_asked_of_another_host(site: Path) -> None:
    """Styles and icons are the site's own, and the policy in every page says so; no style stands in an attribute."""
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        loaded = [
            address for tag, address in links(file) if tag in ("img", "script", "link") and address.startswith("http")
        ]
        assert all(address.startswith(HOME) or "0LDPAGE" in str(file) for address in loaded), file
        assert " style=" not in text, file
        assert "Content-Security-Policy" in text or 'http-equiv="refresh"' in text, file


def test_an_old_address_leads_to_the_new_one(site: Path) -> None:
    """A redirect works without a script, shows a link, and is kept out of search engines."""
    text = (site / "a/0LDPAGE/01/index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../../../a/7KQ2M9X/01/"' in text
    assert '<link rel="canonical" href="https://example.org/repo/a/7KQ2M9X/01/">' in text
    assert "noindex" in text


def test_an_article_that_waits_to_be_mended_is_no_redirect(tmp_path: Path) -> None:
    """Its address says so and leads to the newspaper page; browsers and search engines are not sent away for good."""
    archive = replace(sample_archive(), waiting=(Waiting("a/7KQ2M9X/09/", "p/7KQ2M9X/"),))
    settings = sample_settings(tmp_path)
    assert printed(archive, settings).problems == ()
    text = (settings.folders.site / "a/7KQ2M9X/09/index.html").read_text(encoding="utf-8")
    assert "正在修复" in text
    assert 'href="../../../p/7KQ2M9X/"' in text
    assert "noindex" in text
    assert "refresh" not in text
    assert "a/7KQ2M9X/09/" not in (settings.folders.site / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("language", "said"), [("zh-Hans", "像是两篇"), ("en", "looks like two")])
def test_doubts_are_told_in_the_language_of_the_interface(tmp_path: Path, language: str, said: str) -> None:
    """With a link to the raw line where there is one."""
    archive = sample_archive()
    doubts = (PageDoubt(3, "像是两篇", "looks like two"), PageDoubt(999, "缺行", "a line is missing"))
    pages = {**archive.pages, "7KQ2M9X": replace(archive.pages["7KQ2M9X"], doubts=doubts)}
    settings = sample_settings(tmp_path, languages=(language,))
    printed(replace(archive, pages=pages), settings)
    page = html.fromstring((settings.folders.site / "p/7KQ2M9X/index.html").read_text(encoding="utf-8"))
    items = [item.text_content() for item in page.xpath("//section[@aria-labelledby='record']/ul/li")]
    assert said in items[0]
    assert len(items) == 2
    assert page.xpath("//section[@aria-labelledby='record']/ul/li/a/@href") == ["#L3"]


@pytest.mark.parametrize("target", ["javascript:alert(1)", "../../etc/", "//evil.example/"])
def test_a_redirect_cannot_lead_astray(tmp_path: Path, target: str) -> None:
    """Only a path of the site or a web address; anything else is a problem, and the rest is published."""
    archive = replace(sample_archive(), redirects=(Redirect("a/0LDPAGE/01/", target),))
    settings = sample_settings(tmp_path)
    outcome = printed(archive, settings)
    assert [problem.file for problem in outcome.problems] == ["content/_register.csv"]
    assert not (settings.folders.site / "a/0LDPAGE").exists()
    assert (settings.folders.site / "index.html").is_file()


def test_english_is_whole(tmp_path: Path) -> None:
    """With `languages: [en]` no Chinese word of the interface is left over."""
    settings = sample_settings(tmp_path, languages=("en",), title="County Clippings", subtitle="")
    assert printed(sample_archive(), settings).problems == ()
    about = html.fromstring((settings.folders.site / "about/index.html").read_text(encoding="utf-8"))
    guide = about.xpath("//section[@lang='zh-Hans']")[0]
    assert "County Clippings" in words(guide)
    for foreign in (guide, *about.xpath("//header//a[@lang]"), *about.xpath("//*[@id='feeds']/following-sibling::ul")):
        foreign.drop_tree()
    left = re.sub("剪報|安阳日报|版权归安阳日报社所有|〔题佚〕|〔图片〕", "", words(about.find("body")))
    assert not re.search(r"[\u4e00-\u9fff]", left)
    chinese = html.fromstring((settings.folders.site / "a/ZZ9YX1W/01/index.html").read_text(encoding="utf-8"))
    assert (chinese.get("lang"), chinese.xpath("//article/div[@lang]/@lang")) == ("en", ["zh"])
    assert "1 article" in (settings.folders.site / "districts/index.html").read_text(encoding="utf-8")


def test_plain_mode_makes_only_what_any_generator_makes(tmp_path: Path) -> None:
    """Articles, districts, topics, their feeds, the sitemap and the front page; and still no dead link."""
    settings = sample_settings(tmp_path, plain=True)
    printed(sample_archive(), settings)
    site = settings.folders.site
    assert {entry.name for entry in site.iterdir() if entry.is_dir()} == {"a", "districts", "topics"}
    assert dead(site) == []


def test_offline_links_name_their_files(tmp_path: Path) -> None:
    """From a disk a folder does not open its index.html by itself."""
    settings = sample_settings(tmp_path, offline=True)
    printed(sample_archive(), settings)
    near = [address for tag, address in links(settings.folders.site / "index.html") if tag == "a" and address[0] != "#"]
    assert all(address.partition("#")[0].endswith((".html", ".xml")) for address in near)


def test_the_front_page_leads_with_people(site: Path) -> None:
    """The lead is the story in which villagers speak, with their words linked to where they were said."""
    front = html.fromstring((site / "index.html").read_text(encoding="utf-8"))
    assert front.xpath("//article[@class='lead']/h2/a/@href") == ["./a/7KQ2M9X/01/"]
    (quote,) = front.xpath("//article//blockquote//a")
    assert quote.text.startswith("“往年浇一亩地要等三天，今年半天就够了。”")
    assert quote.get("href") == "./a/7KQ2M9X/01/#p2"


def test_the_newest_pages_come_first_and_the_shelf_stands_by_year(site: Path) -> None:
    """Of pages that came on one day the last printed is the newest; on the shelf pages stand like books, by date."""
    front = html.fromstring((site / "index.html").read_text(encoding="utf-8"))
    latest = [link.get("href") for link in front.xpath("//section[@class='latest']//h3/a")]
    assert latest == ["./p/B3D8F1Z/", "./p/ZZ9YX1W/", "./p/7KQ2M9X/"]
    shelf = [link.get("href") for link in front.xpath("//section[@class='shelf']//li/a")]
    assert shelf == ["./p/ZZ9YX1W/", "./p/7KQ2M9X/", "./p/B3D8F1Z/"]


def test_a_pinned_lead_leads(tmp_path: Path) -> None:
    """archive.yaml may name the article that leads."""
    settings = sample_settings(tmp_path, lead="ZZ9YX1W/01")
    printed(sample_archive(), settings)
    front = html.fromstring((settings.folders.site / "index.html").read_text(encoding="utf-8"))
    assert front.xpath("//article[@class='lead']/h2/a/@href") == ["./a/ZZ9YX1W/01/"]


def test_the_shelf_has_a_spine_for_every_page(site: Path) -> None:
    """Three pages, three spines, each a link; the one with a loss shows a notch."""
    front = html.fromstring((site / "index.html").read_text(encoding="utf-8"))
    assert len(front.xpath("//section[@class='shelf']//a/svg")) == 3
    assert len(front.xpath("//section[@class='shelf']//path[@class='lost']")) == 1
