"""Pages that would do harm: markup in every place where a page or a person may put text, and files that are no text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html

from tests.golden.story import HERE as GOLDEN
from tests.line.keeper import Keeper

INERT = ("application/ld+json", "application/json")
"""Data for scripts to read; a browser runs nothing of them."""
EVIL = "<script>alert(1)</script>"
PICTURE = "<img src=x onerror=alert(2)>"

RAW = f"""\
高新区{EVIL}开展网络安全宣传

□本报记者 王小芳

本报讯 9月22日,安阳市高新区开展网络安全宣传活动,{PICTURE}现场发放宣传单300份,讲解{EVIL}的危害,吸引了200多名居民。

“以后不乱点链接了。”居民刘福林说,[点这里](javascript:alert(3))的短信不能信。]]>
"""

GOOD = GOLDEN / "archive" / "seeds" / "林河新报" / "2023-10-12" / "02.txt"


def elements(site: Path) -> Iterator[tuple[Path, etree._Element]]:
    """Every element of every page."""
    for file in sorted(site.rglob("*.html")):
        page = html.fromstring(file.read_text(encoding="utf-8"))
        yield from ((file, element) for element in page.iter() if isinstance(element.tag, str))


def test_markup_of_a_page_is_text_everywhere(beginner: Keeper) -> None:
    """A headline, by-line, body, name of a paper or of a reporter, caption or rights with markup in it makes no element and no link."""
    (beginner.folder / "seeds" / "01.txt").write_text(RAW, encoding="utf-8")
    beginner.content.mkdir()
    (beginner.content / "pages.csv").write_text(
        f"file,newspaper,issued,page_name,rights\n01.txt,晚报{EVIL},2022-09-23,要闻{EVIL},版权{EVIL}\n",
        encoding="utf-8",
    )
    (beginner.folder / "archive.yaml").write_text(
        f"title: 旧报{EVIL}\nsubtitle: 副题{EVIL}\nrights: 版权{EVIL}\ncontact: 联系{EVIL}\n", encoding="utf-8"
    )
    assert beginner.build() == 0
    (article,) = beginner.articles().values()
    its_file = beginner.content / article.path
    beginner.edit(its_file, "name: 王小芳", f"name: 王{EVIL}芳")
    beginner.edit(its_file, "added:", f'captions:\n- text: "图{PICTURE}"\n  credit: "摄{EVIL}"\nadded:')
    assert beginner.build() == 0
    for file, element in elements(beginner.site):
        where = f"{file.relative_to(beginner.site)}: {etree.tostring(element, encoding='unicode')[:200]}"
        assert element.tag != "img", where
        assert element.tag != "script" or element.get("src") or element.get("type") in INERT, where
        assert not [name for name in element.attrib if name.startswith("on")], where
        assert not element.get("href", "").strip().lower().startswith("javascript:"), where
    for file in beginner.site.rglob("*"):
        if file.is_file():
            assert b"<script>alert" not in file.read_bytes(), file
    for feed in beginner.site.rglob("*.xml"):
        etree.parse(feed)


def test_markup_of_a_page_is_not_lost_either(beginner: Keeper) -> None:
    """A reader sees it as it was printed: in the headline, in the title of the window and in the feed."""
    (beginner.folder / "seeds" / "01.txt").write_text(RAW, encoding="utf-8")
    assert beginner.build() == 0
    ((id, _),) = beginner.articles().items()
    page = beginner.page(f"a/{id}")
    headline = f"高新区{EVIL}开展网络安全宣传"
    assert headline in "".join(page.xpath("//main//h1")[0].itertext())
    assert headline in page.findtext(".//title")
    assert PICTURE in page.xpath("string(//main)")
    feed = etree.parse(beginner.site / "feed.xml")
    in_a_feed = headline.replace("<", "＜").replace(">", "＞")  # many readers take the title of an item for HTML
    assert in_a_feed in feed.findtext(".//item/title")


def test_address_that_is_a_script_is_refused(beginner: Keeper, capsys: pytest.CaptureFixture[str]) -> None:
    """`javascript:` in the table is told with its row and column, and is nowhere on the site."""
    (beginner.folder / "seeds" / "01.txt").write_bytes(GOOD.read_bytes())
    beginner.content.mkdir()
    (beginner.content / "pages.csv").write_text("file,source_url\n01.txt,javascript:alert(4)\n", encoding="utf-8")
    assert beginner.build() == 1
    assert "content/pages.csv:2" in capsys.readouterr().err
    assert beginner.shows("每斤能卖25元")
    assert not beginner.shows("javascript:alert(4)")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
        "高新区召开会\n\n议".encode() + b"\xff\xfe" + "全文。".encode(),
    ],
    ids=["empty", "binary", "broken UTF-8"],
)
def test_bad_page_blocks_no_other(beginner: Keeper, capsys: pytest.CaptureFixture[str], data: bytes) -> None:
    """The bad page is named, the good one is on the site whole, the exit code is 1, and no file was changed."""
    (beginner.folder / "seeds" / "坏.txt").write_bytes(data)
    (beginner.folder / "seeds" / "好.txt").write_bytes(GOOD.read_bytes())
    for _ in range(2):
        assert beginner.build() == 1
        said = capsys.readouterr().err
        assert "seeds/坏.txt" in said
        assert "seeds/好.txt" not in said
    assert [article.front.title for article in beginner.articles().values()] == [
        "持续推动医疗服务下乡 家门口看上好医生",
        "养蜂人的甜日子",
        "一则欠款纠纷的调解",
    ]
    assert any(file.startswith("a/") for file in beginner.shows("每斤能卖25元"))
    assert (beginner.folder / "seeds" / "坏.txt").read_bytes() == data
