"""People, places and organizations: what a reader finds on their pages, in the indexes, and beside an article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from jianbao.archive.model import Archive, Entity, Mention, Quote

from .conftest import printed
from .sample_archive import sample_archive, sample_settings
from .sample_ledgers import write_ledgers
from .sample_names import COMMENT, FEATURE, REST, with_names
from .test_article_page import words
from .test_site import dead

Read = Callable[[str], html.HtmlElement]


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample archive with all its links."""
    settings = sample_settings(tmp_path_factory.mktemp("linked 相连"))
    write_ledgers(sample_archive(), settings.folders.content)
    assert printed(with_names(sample_archive()), settings).problems == ()
    return settings.folders.site


@pytest.fixture(scope="module")
def page(linked: Path) -> Read:
    """Read the page at an address of that site."""
    return lambda path: html.fromstring((linked / path / "index.html").read_text(encoding="utf-8"))


def texts(elements: list[html.HtmlElement]) -> list[str]:
    """The words of each."""
    return [words(element) for element in elements]


def test_no_link_is_dead(linked: Path) -> None:
    """Every link and every anchor of the linked site leads somewhere."""
    assert dead(linked) == []


def test_the_first_mention_is_a_link(page: Read) -> None:
    """People, places and districts lead to their pages; a name said again is not linked again."""
    text = page(f"a/{FEATURE}").xpath("//div[@class='text']")[0]
    first = text.xpath("p[@id='p1']/a")
    assert [(link.text, link.get("href")) for link in first] == [("柳林村", "../../../places/liulincun-1a02/")]
    assert texts(text.xpath("p[@id='p4']/a")) == ["后河村", "东岗村"]
    assert texts(text.xpath("p[@id='p5']/a")) == ["周大海"]
    check = page("a/7KQ2M9X/02").xpath("//div[@class='text']/p[1]/a[not(@class)]")
    assert texts(check) == ["高新区供电所"]


def test_feeds_and_plain_sites_have_no_such_links(linked: Path, tmp_path: Path) -> None:
    """A feed shows the text as it is; a plain site has no pages that they could lead to."""
    assert "places/" not in (linked / "feed.xml").read_text(encoding="utf-8")
    settings = sample_settings(tmp_path, plain=True)
    printed(with_names(sample_archive()), settings)
    assert dead(settings.folders.site) == []
    assert not (settings.folders.site / "people").exists()
    assert "places/" not in (settings.folders.site / "a" / FEATURE / "index.html").read_text(encoding="utf-8")


def test_beside_an_article_stand_its_links(page: Read) -> None:
    """Related articles with the reason, then who and what is named, series and day; whoever has no page is plain text."""
    links = page(f"a/{FEATURE}").xpath("//section[@class='links']")[0]
    heads = texts(links.xpath(".//dt"))
    assert heads[:4] == ["区县", "人物", "地名", "相关报道"]
    assert heads[-3:] == ["同版", "主题", "关键词"]
    assert texts(links.xpath(".//dt[.='相关报道']/following-sibling::dd[1]")) == [
        "今日评论：把小事办好 同一系列：乡村见闻"
    ]
    people = links.xpath(".//dt[.='人物']/following-sibling::dd[1]")[0]
    assert texts(people.xpath("span")) == ["赵德顺", "周大海 后河村党支部书记", "李无名"]
    assert texts(people.xpath("span/a")) == ["赵德顺", "周大海"]
    assert "乡村见闻" in texts(links.xpath(".//a[contains(@href, 'series/')]"))
    assert "历史上的今天" in heads


def test_many_names_are_folded(tmp_path: Path) -> None:
    """A handful is shown; the others unfold without a script."""
    archive = with_names(sample_archive())
    article = archive.articles[COMMENT]
    people = tuple(archive.articles[FEATURE].people[2]._replace(name=f"某{number}") for number in range(20))
    settings = sample_settings(tmp_path)
    printed(replace(archive, articles={**archive.articles, COMMENT: replace(article, people=people)}), settings)
    text = (settings.folders.site / "a" / COMMENT / "index.html").read_text(encoding="utf-8")
    links = html.fromstring(text).xpath("//section[@class='links']")[0]
    people = links.xpath(".//dt[.='人物']/following-sibling::dd[1]")[0]
    assert len(people.xpath("span")) == 6
    assert words(people.xpath("details/summary")[0]) == "另 14 个"
    assert len(people.xpath("details/span")) == 14


def test_a_continued_article_is_whole_on_its_first_page(page: Read) -> None:
    """The further part stands under a line that names its page; slip and citations name all pages."""
    whole = page(f"a/{FEATURE}")
    assert "树是各家各户认领的" in words(whole.xpath("//div[@class='text'][2]")[0])
    (jump,) = whole.xpath("//p[@class='jump']")
    assert words(jump) == "下转 第4版 综合 · 单看这一部分"
    assert texts(whole.xpath("//div[@class='slip']//dd"))[-2:] == ["第1版 要闻", "第4版 综合"]
    assert "安阳日报, 2022-09-22(1, 4)" in words(whole.xpath("//dl[@id='cite']")[0])
    assert "安阳日报, 1, 4." in words(whole.xpath("//dl[@id='cite']")[0])
    tags = {meta.get("name"): meta.get("content") for meta in whole.xpath("//meta[@name]")}
    assert (tags["citation_firstpage"], tags["citation_lastpage"]) == ("1", "4")


def test_a_later_part_leads_to_the_first(page: Read) -> None:
    """It shows its own text, says what it is the rest of, and is cited as the whole."""
    rest = page(f"a/{REST}")
    (jump,) = rest.xpath("//p[@class='jump']")
    assert words(jump) == "上接 第1版 要闻 · 这是《清渠重通三村笑 农家又话旧时春》的续文"
    assert f"../../../a/{FEATURE}/" in jump.xpath("a/@href")
    assert len(rest.xpath("//div[@class='text']")) == 1
    cited = words(rest.xpath("//*[@id='cite']/div[1]/dd")[0])
    assert cited.startswith("陈晓禾, 李长河, 吴敏. 清渠重通三村笑 农家又话旧时春[N]")
    assert cited.endswith(f"2022-09-22(1, 4). https://example.org/repo/a/{FEATURE}/")


def test_a_person_has_posts_and_every_sentence(page: Read) -> None:
    """The post as printed with its day, the other names, and each sentence with the name marked, linked to its paragraph."""
    person = page("people/zhoudahai-3c02")
    assert words(person.xpath("//p[@class='crumb']")[0]) == "人物 › 安阳市 › 文峰区"
    assert words(person.xpath("//p[@class='sum']")[0]) == "2 篇 · 又作老周"
    assert texts(person.xpath("//ul[@class='posts']/li")) == [
        "后河村党支部书记 2022年9月22日 · 清渠重通三村笑 农家又话旧时春"
    ]
    said = person.xpath("//ul[@class='quotes']/li/a")
    assert [(link.get("href"), words(link)) for link in said] == [
        (f"../../a/{REST}/#p1", "柳林村的周大海说，树是各家各户认领的。"),
        (f"../../a/{FEATURE}/#p5", "“当初也有人不愿意，”后河村党支部书记周大海回忆，“是开了七次村民会才定下来的。”"),
    ]
    assert texts(person.xpath("//mark")) == ["周大海", "周大海"]


def test_who_also_signs_is_linked_both_ways(page: Read) -> None:
    """The person written about and the by-line of that name know each other."""
    assert page("people/chenxiaohe-3c03").xpath("//p[@class='note']/a/@href") == ["../../reporters/chenxiaohe-1a2b/"]
    assert page("reporters/chenxiaohe-1a2b").xpath("//p[@class='note']/a/@href") == ["../../people/chenxiaohe-3c03/"]


def test_a_place_says_which_one_it_is(page: Read) -> None:
    """Where it lies, why it is taken for this one, which others of its name there are; a town lists its villages."""
    village = page("places/liulincun-1a02")
    assert words(village.xpath("//p[@class='crumb']")[0]) == "地名 › 安阳市 › 文峰区 › 柳林镇"
    assert texts(village.xpath("//p[@class='note']")) == [
        "文章写到柳林镇。", "本馆另有同名： 后河村", "别处还有同名的：河北省某县柳林村"
    ]  # fmt: skip
    assert texts(page("places/liulinzhen-1a01").xpath("//main//div[@class='run']/ul[@class='row']/li")) == [
        "东岗村 1",
        "后河村 1",
        "柳林村 2",
    ]


def test_what_is_above_is_told_without_a_list_too(tmp_path: Path) -> None:
    """A county that the archive has no list of is named all the same."""
    archive = with_names(sample_archive())
    village = replace(archive.places["liulincun-1a02"], parent="安阳市/内黄县", above=(("city", "anyang-4105"),))
    settings = sample_settings(tmp_path)
    printed(replace(archive, places={**archive.places, village.slug: village}), settings)
    text = (settings.folders.site / village.path / "index.html").read_text(encoding="utf-8")
    (crumb,) = html.fromstring(text).xpath("//p[@class='crumb']")
    assert words(crumb) == "地名 › 安阳市 › 内黄县"
    assert texts(crumb.xpath("a")) == ["地名", "安阳市"]


def test_title_lines_and_captions_are_quoted_too(page: Read) -> None:
    """A name in the subtitle leads to the article."""
    said = page("places/liulinzhen-1a01").xpath("//ul[@class='quotes']/li/a")
    assert (said[0].get("href"), words(said[0])) == (f"../../a/{FEATURE}/", "——柳林镇修复旧渠纪实")


def test_a_private_person_is_kept_from_search_engines(linked: Path, page: Read) -> None:
    """The page is there for readers of the article, and in no index, sitemap or list of the most named."""
    assert page("people/zhaodeshun-3c01").xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page("people/zhoudahai-3c02").xpath("//meta[@name='robots']") == []
    assert "zhaodeshun" not in (linked / "sitemap.xml").read_text(encoding="utf-8")
    for path in ("people", "districts/wenfengqu-410502", "cities/anyang-4105"):
        assert "赵德顺" not in words(page(path))
        assert "周大海" in words(page(path))
    assert "另有 1 人不列在这里" in words(page("people"))


def test_what_only_a_withheld_article_names_is_nowhere(linked: Path, page: Read) -> None:
    """No page, no line, no reason, no post of it."""
    assert not (linked / "people/yinmingren-3c04").exists()
    assert not (linked / "places/yinmingcun-1a06").exists()
    for file in sorted(linked.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        assert not any(word in text for word in ("隐名", "不可见的", "这段文字不应出现")), file


def test_the_tree_of_places_goes_down_to_the_village(page: Read) -> None:
    """City, county, town, village, each a link with the number of its articles; and the way to A–Z."""
    tree = page("places")
    assert texts(tree.xpath("//main/h2")) == ["安阳市"]
    assert texts(tree.xpath("//section/h3")) == ["文峰区"]
    assert texts(tree.xpath("//section/ul/li/a")) == ["光明路街道", "柳林镇"]
    assert texts(tree.xpath("//section/ul/li[2]/ul/li")) == ["东岗村 1", "后河村 1", "柳林村 2"]
    assert tree.xpath("//ul[contains(@class, 'letters')]/li/a/@href") == [
        f"../places/letter/#{letter}" for letter in "dghl"
    ]


def test_a_county_without_a_list_stands_in_the_tree_by_its_name(tmp_path: Path) -> None:
    """Its towns are under it all the same."""
    archive = with_names(sample_archive())
    town = replace(archive.places["liulinzhen-1a01"], parent="安阳市/内黄县", above=(("city", "anyang-4105"),))
    settings = sample_settings(tmp_path)
    printed(replace(archive, places={**archive.places, town.slug: town}), settings)
    tree = html.fromstring((settings.folders.site / "places/index.html").read_text(encoding="utf-8"))
    assert texts(tree.xpath("//section/h3")) == ["文峰区", "其他区县"]
    (county,) = tree.xpath("//section[2]/ul/li")
    assert words(county).startswith("内黄县 柳林镇 1")
    assert texts(county.xpath("a")) == []


def test_the_alphabet_stands_under_its_letters(page: Read) -> None:
    """By the first letter of the pinyin."""
    letters = page("places/letter")
    assert texts(letters.xpath("//main//h2")) == ["D", "G", "H", "L"]
    assert texts(letters.xpath("//h2[@id='l']/following-sibling::ul[1]/li")) == ["柳林村 2", "柳林镇 1"]


def test_counties_and_cities_show_their_places_people_and_organizations(page: Read) -> None:
    """A district lists what lies right under it; the city its districts too."""
    rows = page("districts/wenfengqu-410502").xpath("//section[@class='beside']")[0]
    assert texts(rows.xpath("h2")) == ["地名", "人物"]
    assert texts(rows.xpath("ul[1]/li")) == ["光明路街道 1", "柳林镇 1"]
    assert rows.xpath("h2[1]/a/@href") == ["../../places/#wenfengqu-410502"]
    city = page("cities/anyang-4105").xpath("//section[@class='beside']")[0]
    assert texts(city.xpath("h2")) == ["区县", "人物", "机构"]


def test_a_day_knows_the_same_day_of_other_years(page: Read) -> None:
    """历史上的今天, on the page of the day."""
    (note,) = page("dates/2022/09/22").xpath("//p[@class='note']")
    assert words(note) == "历史上的今天 2021年"
    assert note.xpath("a/@href") == ["../../../../dates/2021/09/22/"]


def test_series_have_a_list_and_an_index(page: Read) -> None:
    """Like every other list."""
    assert texts(page("series").xpath("//ul[@class='index']/li")) == ["乡村见闻 2 篇"]
    assert len(page("series/xiangcun-9f01").xpath("//ul[@class='list']/li")) == 2


def crowd(number: int) -> Archive:
    """The sample archive with so many people, all named in one article; every other one is called as somebody else."""
    archive = with_names(sample_archive())
    people = {}
    for count in range(number):
        letter = "bcdfz"[count % 5]
        slug, name = f"{letter}an-{count:04x}", f"班{count // 2}"
        label = f"{name}（安阳市文峰区{count % 2}）"
        quotes = (Quote(FEATURE, "text", 0, 2),)
        people[slug] = Entity("person", slug, f"people/{slug}/", name, label, "person", (FEATURE,), quotes)
    return replace(archive, people=people)


def test_a_large_index_is_cut_by_letters(tmp_path: Path) -> None:
    """No page of the index is heavier than 60 KB, nobody is missing, same names are told apart, letters cut at pages."""
    settings = sample_settings(tmp_path)
    archive = crowd(3000)
    assert printed(archive, settings).problems == ()
    folder = settings.folders.site / "people"
    pages = [folder / "index.html", *sorted((folder / "letter").rglob("index.html"))]
    assert len(pages) == 1 + 5 * 2
    assert max(page.stat().st_size for page in pages) < 60_000
    listed = {
        link for file in pages for link in html.fromstring(file.read_text(encoding="utf-8")).xpath("//ul[@class='index']/li/a/text()")
    }  # fmt: skip
    assert len(listed) == 3000
    assert "班7（安阳市文峰区1）" in listed


def test_many_places_stand_county_by_county(tmp_path: Path) -> None:
    """A large tree has a page for each county; the first page leads to all of them."""
    archive = with_names(sample_archive())
    above = archive.places["liulinzhen-1a01"].above
    more = {
        f"cun-{count:04x}": Entity("place", f"cun-{count:04x}", f"places/cun-{count:04x}/", f"村{count}", f"村{count}", "village",
                                   (FEATURE,), (), above=above if count % 2 else ())
        for count in range(1000)
    }  # fmt: skip
    settings = sample_settings(tmp_path)
    write_ledgers(sample_archive(), settings.folders.content)
    assert printed(replace(archive, places={**archive.places, **more}), settings).problems == ()
    site = settings.folders.site
    first = html.fromstring((site / "places/index.html").read_text(encoding="utf-8"))
    assert first.xpath("//main//ul[@class='index']/li/a/@href") == [
        "../places/district/wenfengqu-410502/", "../places/elsewhere/"
    ]  # fmt: skip
    pages = sorted((site / "places/district").rglob("index.html")) + sorted(
        (site / "places/elsewhere").rglob("index.html")
    )
    assert sum(file.read_text(encoding="utf-8").count("places/cun-") for file in pages) == 1000
    assert max(file.stat().st_size for file in pages) < 60_000
    assert dead(site) == []


def test_long_lists_of_sentences_are_cut(tmp_path: Path) -> None:
    """Sixty sentences stand on two pages that know each other; sentences of bodies with lists find their paragraphs too."""
    archive = with_names(sample_archive())
    body = "前言。\n\n- 柳林村\n- 后河村\n\n" + "\n\n".join(f"第{count}天，周大海又来了。" for count in range(60))
    plain = "前言。\n\n柳林村\n\n后河村\n\n" + "\n\n".join(f"第{count}天，周大海又来了。" for count in range(60))
    article = replace(
        archive.articles[COMMENT], body=body, plain=plain, mentions=(Mention(5, 8, "place", "liulincun-1a02"),)
    )
    at = [place for place in range(len(plain)) if plain.startswith("周大海", place)]
    quotes = tuple(Quote(COMMENT, "text", place, place + 3) for place in at)
    person = replace(archive.people["zhoudahai-3c02"], articles=(COMMENT,), quotes=quotes)
    settings = sample_settings(tmp_path)
    write_ledgers(sample_archive(), settings.folders.content)
    changed = replace(
        archive, articles={**archive.articles, COMMENT: article}, people={**archive.people, person.slug: person}
    )
    assert printed(changed, settings).problems == ()
    site = settings.folders.site
    first, second = (
        html.fromstring((site / "people/zhoudahai-3c02" / more / "index.html").read_text(encoding="utf-8"))
        for more in ("", "page/2")
    )
    said = [*first.xpath("//ul[@class='quotes']/li/a"), *second.xpath("//ul[@class='quotes']/li/a")]
    assert [words(link) for link in said] == [f"第{count}天，周大海又来了。" for count in range(60)]
    assert [link.get("href").partition("#")[2] for link in said] == [f"p{count}" for count in range(2, 62)]
    assert dead(site) == []
