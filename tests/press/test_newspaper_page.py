"""A newspaper page as it was read, as readers meet it on the site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lxml import html

from .conftest import printed
from .sample_archive import sample_archive, sample_settings
from .sample_ledgers import write_ledgers
from .test_site import dead

Read = Callable[[str], html.HtmlElement]


def words(element: html.HtmlElement) -> str:
    """The text of an element with single spaces."""
    return " ".join(element.text_content().split())


def test_the_head_has_the_balance(page: Read) -> None:
    """All characters = those in articles + those of furniture + those lost, counted from the ledger."""
    sum_of = words(page("p/7KQ2M9X").xpath("//p[@class='balance']")[0]).replace(",", "")
    whole, articles, furniture, lost = (int(part) for part in sum_of.split() if part.isdigit())
    assert whole == articles + furniture + lost
    assert (furniture, lost) == (len("新时代新征程星"), 0)


def test_every_raw_line_has_its_anchor_and_its_reading_beside_it(page: Read) -> None:
    """Line 3 is the headline of the first article: the raw line as it is, and beside it the headline as a link."""
    read = page("p/7KQ2M9X")
    lines = {one.get("id"): one for one in read.xpath("//ol[@class='raw']/li")}
    assert list(lines) == [f"L{line.number}" for line in sample_archive().pages["7KQ2M9X"].lines if line.text]
    headline = lines["L3"]
    assert headline.find("span").text_content() == "清渠重通三村笑 农家又话旧时春"
    assert headline.find("a").get("href") == "#L3"
    (beside,) = headline.getparent().getparent().xpath("div[@class='read']/h3/a")
    assert beside.get("href") == "../../a/7KQ2M9X/01/"


def test_furniture_keeps_its_text_and_says_what_it_is(page: Read) -> None:
    """The banner at the head and the stray character at the foot."""
    first, *_, last = page("p/7KQ2M9X").xpath("//div[@class='pairs']/div")
    assert [words(row.find("details/summary")).split(" · ")[0] for row in (first, last)] == ["通栏标语", "杂字"]
    assert [words(row.find("ol/li/span")) for row in (first, last)] == ["新时代 新征程", "星"]


def test_an_article_without_a_headline_has_its_name(page: Read) -> None:
    """The picture that never had one is called what lists call it."""
    (named,) = page("p/7KQ2M9X").xpath("//h3[@class='named']/a")
    assert named.text.startswith("〔图片〕")
    assert named.get("href") == "../../a/7KQ2M9X/03/"


def test_what_was_hardly_sure_can_be_looked_for(page: Read) -> None:
    """The filters are radio buttons in front of the rows; each says how many rows it leaves."""
    read = page("p/7KQ2M9X")
    labels = {one.get("for"): words(one) for one in read.xpath("//section[@class='collation']/label")}
    doubtful = read.xpath("//div[contains(concat(' ', @class, ' '), ' doubt ')]")
    assert labels == {"show-all": "全部", "show-doubt": f"存疑 {len(doubtful)}"}
    assert all(read.xpath(f"//input[@type='radio' and @id='{name}']") for name in labels)


def test_the_spine_is_a_list_of_links_to_the_articles(page: Read) -> None:
    """One link an article, with its name; what it leads to stands in the page."""
    read = page("p/B3D8F1Z")
    links = {one.get("href"): one.get("aria-label") for one in read.xpath("//nav[@class='strip']//a")}
    assert links == {
        "#a1": "今日评论：把小事办好",
        "#a2": "Visitors from Kent tour the new library",
        "#a3": "此文已撤下",
    }
    assert all(read.xpath(f"//*[@id='{link[1:]}']") for link in links)


def test_the_language_of_a_passage_is_marked_on_both_sides(page: Read) -> None:
    """An English item on a Chinese site."""
    (row,) = page("p/B3D8F1Z").xpath("//div[contains(@class,'opens')][.//a[contains(text(),'Kent')]]")
    assert [part.get("lang") for part in (row.find("div"), row.find("ol"))] == ["en", "en"]
    assert row.find("details").get("lang") is None


def test_all_anchors_lead_somewhere(page: Read) -> None:
    """The ones that other pages use (#raw, #LN) and the page's own."""
    for path in ("p/7KQ2M9X", "p/B3D8F1Z", "p/ZZ9YX1W"):
        read = page(path)
        known = read.xpath("//@id")
        assert len(known) == len(set(known))
        assert {link[1:] for link in read.xpath("//a/@href") if link.startswith("#")} <= set(known)
        assert {"raw", "record", "contents"} <= set(known)


def test_a_page_without_a_record_of_its_reading_says_so(tmp_path: Path) -> None:
    """Its articles and its furniture are there, its raw text is not."""
    settings = sample_settings(tmp_path)
    printed(sample_archive(), settings)
    read = html.fromstring((settings.folders.site / "p/7KQ2M9X/index.html").read_text(encoding="utf-8"))
    assert "没有整理记录" in read.text_content()
    assert [words(one) for one in read.xpath("//ul[@class='scraps']/li")] == ["通栏标语 新时代 新征程", "杂字 星"]


def test_raw_lines_can_be_left_out_of_a_very_large_site(tmp_path: Path) -> None:
    """`raw_lines: no`: the page keeps its address, contents and balance, says where the raw text is, and no link asks for a line."""
    archive, settings = sample_archive(), sample_settings(tmp_path, raw_lines=False)
    write_ledgers(archive, settings.folders.content)
    printed(archive, settings)
    read = html.fromstring((settings.folders.site / "p/7KQ2M9X/index.html").read_text(encoding="utf-8"))
    assert read.xpath("//ol[@class='contents']/li/a")
    assert "本馆的网站不列原始文字" in read.text_content()
    assert not read.xpath("//ol[@class='raw']")
    assert dead(settings.folders.site) == []


def test_a_page_of_the_usual_size_stays_small(tmp_path: Path) -> None:
    """Not five times the bytes of its raw text, for a page of six thousand characters within 150 KB."""
    archive, settings = sample_archive(), sample_settings(tmp_path)
    write_ledgers(archive, settings.folders.content)
    printed(archive, settings)
    site = settings.folders.site / "p"
    for page in archive.pages.values():
        text = "".join(line.text for line in page.lines)
        chrome = 12_000
        assert (site / page.id / "index.html").stat().st_size < chrome + 150_000 * len(text) / 6_000
