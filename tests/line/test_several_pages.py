"""A file of several pages dropped into seeds/: each page has its address, and a page put in between moves none of them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from lxml import html

from jianbao.content.page_record import PageRecord, parse_record
from jianbao.content.register import parse_register
from tests.line.keeper import Keeper

FRONT = (
    "柳河日报 2022年9月23日 星期五 第1版 要闻\n\n"
    "青石桥上说变化\n\n□本报记者 周远\n\n青石桥修好那天,老街上的人都来了。老街拆了围挡,铺子又开了门,河里又有了船。\n\n"
    "镇里说,今年还要再修两座桥,把河两岸的村子连起来,让孩子上学不再绕路。\n"
)
COUNTY = (
    "柳河日报 2022年9月23日 星期五 第2版 县区\n\n"
    "青石镇新添两座农家书屋\n\n本报讯(记者 李青)9月21日,青石镇两座农家书屋同时开门迎客,藏书一万多册。\n\n"
    "书屋由村里的老仓库改成,每天早八点开门,晚九点关门,放学的孩子是这里的常客。\n"
)
FARMING = (
    "柳河日报 2022年9月23日 星期五 第4版 三农\n\n"
    "河西村种出新品甜瓜\n\n本报讯(记者 方圆)9月20日,河西村的新品甜瓜上市,每亩收入过万元。\n\n"
    "今年村里的合作社又添了十座大棚,请来农技站的老师手把手教,瓜农心里有了底。\n"
)
CULTURE = (
    "柳河日报 2022年9月23日 星期五 第3版 文化\n\n"
    "磨坊街老灯会重新点亮\n\n本报讯(通讯员 王晨)9月19日晚,停办多年的磨坊街灯会重新点亮,街上挂出花灯三百盏。\n\n"
    "做灯的老手艺人说,为了这一晚,街坊们从夏天就开始糊纸、扎骨、上色。\n"
)
FILE = "柳河日报/2022-09-23.txt"


def drop(keeper: Keeper, *pages: str) -> Path:
    """Put an issue into seeds/, a form feed between each two pages."""
    path = keeper.folder / "seeds" / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_text("\f".join(pages), encoding="utf-8", newline="\n")
    return path


def records(keeper: Keeper) -> dict[str, PageRecord]:
    """The pages of the archive by the names that they have in pages.csv."""
    found = {}
    for file in sorted(keeper.content.rglob("page.yaml")):
        record = parse_record(file.name, file.read_text(encoding="utf-8"))
        assert isinstance(record, PageRecord), record
        found[record.file] = record
    return found


def ids(keeper: Keeper) -> dict[str, str]:
    """The id of every article by its headline."""
    return {article.front.title: id for id, article in keeper.articles().items()}


def live(keeper: Keeper) -> set[str]:
    """The live addresses of articles and pages."""
    known, problems = parse_register((keeper.content / "_register.csv").read_text(encoding="utf-8"))
    assert not problems
    return {one.address for one in known.values() if one.state == "live" and one.kind in {"article", "page"}}


def line_of(file: Path, words: str) -> int:
    """The line of the raw file in which the words stand."""
    lines = file.read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def numbered_lines(page: html.HtmlElement) -> dict[str, str]:
    """What the raw lines that a page of the site shows are called, by their text."""
    return {line.find("span").text_content(): f"L{line.find('a').text}" for line in page.xpath("//ol[@class='raw']/li")}


@pytest.fixture
def issue(beginner: Keeper) -> Keeper:
    """An archive with one issue of three pages in one file, built once."""
    drop(beginner, FRONT, COUNTY, FARMING)
    assert beginner.build() == 0
    return beginner


def test_every_page_has_an_address_with_its_facts_and_articles(issue: Keeper) -> None:
    """Three rows in pages.csv with the numbers that the running heads print, three pages on the site."""
    table = csv.DictReader(io.StringIO((issue.content / "pages.csv").read_text(encoding="utf-8-sig"), newline=""))
    told = [(row["file"], row["page_guess"], row["page_id"]) for row in table]
    pages = records(issue)
    assert told == [
        (f"{FILE}#{number}", printed, pages[f"{FILE}#{number}"].id)
        for number, printed in ((1, "1"), (2, "2"), (3, "4"))
    ]
    for record, words in zip(pages.values(), ("青石桥上说变化", "农家书屋", "新品甜瓜"), strict=True):
        page = issue.page(f"p/{record.id}")
        assert words in page.text_content()
        assert len(record.articles) == 1
    assert issue.articles()[ids(issue)["河西村种出新品甜瓜"]].front.page == "4"


def test_page_in_the_midst_moves_no_id_no_edit_and_no_address(issue: Keeper) -> None:
    """The new page is there as well, the lines are those of the file as it is now, and a further run writes nothing."""
    article = issue.file_with("新品甜瓜上市")
    issue.edit(article, "每亩收入过万元", "每亩收入上万元")
    assert issue.build() == 0
    before, names = ids(issue), {name: record.id for name, record in records(issue).items()}
    addresses = live(issue)
    assert len(addresses) == 6
    file = drop(issue, FRONT, COUNTY, CULTURE, FARMING)
    assert issue.build() == 0
    assert {title: id for title, id in ids(issue).items() if title in before} == before
    assert {name: record.id for name, record in records(issue).items() if name in names} == names
    assert records(issue)[f"{FILE}#4"].articles == (ids(issue)["磨坊街老灯会重新点亮"],)
    assert addresses < live(issue)
    assert "每亩收入上万元" in article.read_text(encoding="utf-8")
    moved = issue.articles()[before["河西村种出新品甜瓜"]].front
    assert moved.source[0].file == FILE
    assert moved.source[0].lines[0][0] == line_of(file, "河西村种出新品甜瓜")
    snapshot = issue.snapshot()
    assert issue.build() == 0
    assert issue.snapshot() == snapshot


def test_page_on_the_site_numbers_its_lines_as_the_raw_file_does(issue: Keeper) -> None:
    """So that a line found on the site is found in the file."""
    record = records(issue)[f"{FILE}#3"]
    shown = numbered_lines(issue.page(f"p/{record.id}"))
    (number,) = {number for text, number in shown.items() if "新品甜瓜上市" in text}
    assert number == f"L{line_of(issue.folder / 'seeds' / FILE, '新品甜瓜上市')}"


def test_explain_takes_the_name_of_a_page_and_tells_the_names_of_a_file(
    issue: Keeper, capsys: pytest.CaptureFixture[str]
) -> None:
    """One page by its name or id; for the whole file a wrong call that lists what to type."""
    assert issue.build("explain", f"seeds/{FILE}#3") == 0
    told = capsys.readouterr().out
    assert "河西村种出新品甜瓜" in told
    assert f"line {line_of(issue.folder / 'seeds' / FILE, '河西村种出新品甜瓜')} " in told
    assert issue.build("explain", FILE) == 2
    assert f"{FILE}#2" in capsys.readouterr().err


def test_running_heads_end_pages_where_no_form_feed_does(beginner: Keeper) -> None:
    """Three heads with paper, day and number, each over a good amount of text, are three pages."""
    long = [
        page + "\n" + "村里的人都说，这样的日子有奔头，明年还要再好一些。\n" * 8 for page in (FRONT, COUNTY, FARMING)
    ]
    path = drop(beginner, "\n".join(long))
    assert beginner.build() == 0
    assert [record.lines[0] for record in records(beginner).values()] == [
        line_of(path, f"第{number}版") for number in (1, 2, 4)
    ]
