"""An archive is changed in many ways, one after the other: every edition is, byte for byte, what is printed from nothing.

The archive has enough articles for lists, people and places of several leaves. Of a changed word only what shows it is made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from jianbao.archive.link import link
from jianbao.archive.model import Archive
from jianbao.press.sheet import Sheet
from jianbao.settings import Settings
from tests.archive.handwritten import article, record

from .conftest import printed
from .sample_archive import sample_settings

PAGES, ON_A_PAGE = 18, 4
PEOPLE = ("县委书记周大海", "县长何立群", "村民赵德顺", "校长钱兰英")
TOPICS = ("农业农村", "教育", "社区治理")
PLACES = ("安阳市/文峰区", "安阳市/高新区")
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"

Change = Callable[[Path], None]


def put(file: Path, text: str | bytes) -> None:
    """Write a file below content/."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())


def id_of(page: int, number: int) -> str:
    """The id of an article of the made archive."""
    return f"{page + 2222222}/{number:02}"


def made_article(page: int, number: int) -> str:
    """An article in which two people and a town are named; the secretary and the first topic are in all of them."""
    count = page * ON_A_PAGE + number
    people = PEOPLE[0], PEOPLE[1 + count % 3]
    body = (
        f"9月{page + 1}日，{people[0]}到宝莲寺镇查看第{count}处水渠，区供电所派人同去。\n\n"
        f"{people[1]}说，“水渠通了，第{count}块地有救了。”\n\n宝莲寺镇还要修第{count}座小桥。"
    )
    return article(
        id_of(page, number), f"宝莲寺镇修通第{count}处水渠", body, newspaper="安阳日报", page=f"'{number % 2 + 1}'",
        date=f"'{2019 + page % 4}-09-{page + 1:02}'", issued=f"'{2019 + page % 4}-09-{page + 1:02}'",
        districts=f"[{PLACES[page % 4 == 3]}]", topics=f"[{TOPICS[0]}, {TOPICS[1 + count % 2]}]",
        authors="[{name: 周俊英, role: reporter}]",
    )  # fmt: skip


def add_page(content: Path, page: int) -> None:
    """A page with its articles, in a folder of its own."""
    ids = [id_of(page, number) for number in range(1, ON_A_PAGE + 1)]
    put(content / f"页{page:02}" / "page.yaml", record(ids[0].partition("/")[0], f"页{page:02}.txt", *ids))
    for number in range(1, ON_A_PAGE + 1):
        put(content / f"页{page:02}" / f"{number:02}.md", made_article(page, number))


def edit(file: str, old: str, new: str) -> Change:
    """Some words of a file replaced by others."""

    def change(content: Path) -> None:
        text = (content / file).read_text(encoding="utf-8")
        assert old in text
        put(content / file, text.replace(old, new, 1))

    return change


def write(file: str, text: str | bytes) -> Change:
    """A file with this text."""
    return lambda content: put(content / file, text)


def rename(file: str, name: str) -> Change:
    """A file that has another name."""

    def change(content: Path) -> None:
        (content / file).rename(content / name)

    return change


CHANGES: dict[str, Change] = {
    "a word in a body": edit("页03/02.md", "小桥", "石桥"),
    "somebody new is named": edit("页03/03.md", "区供电所", "县教育局局长马文才和区供电所"),
    "a post": edit("页04/01.md", "县委书记周大海", "市委书记周大海"),
    "a title": edit("页05/01.md", "title: 宝莲寺镇", "title: 今年宝莲寺镇"),
    "a page that is added": lambda content: add_page(content, PAGES),
    "withheld": edit("页06/02.md", "kind: news", "kind: news\nwithheld: {reason: 当事人请求, on: '2026-11-21'}"),
    "shown again": edit("页06/02.md", "\nwithheld: {reason: 当事人请求, on: '2026-11-21'}", ""),
    "a file deleted": lambda content: (content / "页07/03.md").unlink(),
    "a file renamed": rename("页08/02.md", "页08/又02.md"),
    "another day": edit("页09/01.md", "issued: '2020-09-10'", "issued: '2018-09-10'"),
    "another district": edit("页10/01.md", "文峰区", "北关区"),
    "other topics": edit("页11/01.md", "topics: [", "topics: [交通出行, "),
    "a topic's other address": write("_authority/topics.yaml", "- {name: 教育, slug: schools, en: Schools}\n"),
    "a person hidden": write("_authority/people.yaml", "hide: [周大海]\n"),
    "two who are one": write("_authority/people.yaml", "same:\n- [何立群@安阳市/文峰区, 何立群@安阳市/高新区]\n"),
    "a picture": write("页12/渠.png", PNG + (640).to_bytes(4, "big") + (480).to_bytes(4, "big")),
    "a picture that is shown": edit("页12/01.md", "kind: news", "kind: news\ncaptions: [{text: 水渠, image: 渠.png}]"),
    "another picture": write("页12/渠.png", PNG + (320).to_bytes(4, "big") + (200).to_bytes(4, "big")),
    "what people tell of a page": write("pages.csv", "file,newspaper,page\n页13.txt,新乡日报,7\n"),
    "goes on elsewhere": edit("页02/01.md", "kind: news", f"kind: news\ncontinued_by: {id_of(2, 2)}"),
}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A made archive that has been published once."""
    told = sample_settings(tmp_path / "一 份")
    for page in range(PAGES):
        add_page(told.folders.content, page)
    printed(linked(told), told)
    return told


def linked(settings: Settings) -> Archive:
    """The archive as its content says now."""
    return link(settings.folders.content, settings.folders.cache, jobs=1)


def bytes_of(site: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def from_nothing(archive: Archive, settings: Settings, folder: Path) -> dict[str, bytes]:
    """The site of the archive, printed where nothing stood."""
    folders = replace(settings.folders, site=folder / "site", cache=folder / "cache")
    printed(archive, replace(settings, folders=folders))
    return bytes_of(folders.site)


def test_every_edition_is_as_if_printed_from_nothing(settings: Settings, tmp_path: Path) -> None:
    """Whatever was changed since the one before, and back again."""
    for area in ("districts", "topics", "people", "places", "newspapers"):
        assert any(settings.folders.site.glob(f"{area}/*/page/2")), area
    before = bytes_of(settings.folders.site)
    for what, change in CHANGES.items():
        change(settings.folders.content)
        archive = linked(settings)
        printed(archive, settings)
        after = bytes_of(settings.folders.site)
        fresh = from_nothing(archive, settings, tmp_path / what)
        assert after.keys() == fresh.keys(), what
        assert [file for file in after if after[file] != fresh[file]] == [], what
        assert after != before or what == "a picture", what
        before = after


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files of the sheets of which views are made, one process doing all."""
    files: list[str] = []
    mark = Sheet.mark

    def seen(sheet: Sheet) -> str:
        files.append(sheet.file)
        return mark.fget(sheet)  # type: ignore[misc]

    monkeypatch.setattr(Sheet, "mark", property(seen))
    monkeypatch.setattr("jianbao.press.publish.hands_for", lambda jobs: 1)
    return files


def test_of_a_changed_word_only_what_shows_it_is_looked_at(settings: Settings, looked_at: list[str]) -> None:
    """The article, what stands on its page or names it as a neighbour; not the others, and no list but of whom it names."""
    edit("页03/02.md", "小桥", "石桥")(settings.folders.content)
    printed(linked(settings), settings)
    of_articles = {file for file in looked_at if file.startswith("a/")}
    assert f"a/{id_of(3, 2)}/index.html" in of_articles
    assert len(of_articles) <= 2 * ON_A_PAGE
    assert not [file for file in looked_at if file.startswith(("topics/", "districts/")) and "/page/" in file]
    assert len([file for file in looked_at if file.startswith("p/")]) <= 3


def test_with_nothing_changed_no_view_of_a_job_is_made(settings: Settings, looked_at: list[str]) -> None:
    """Only the pages that belong to no job are looked at."""
    printed(linked(settings), settings)
    jobs = ("a/", "p/", "people/z", "topics/", "dates/2")
    assert [file for file in looked_at if file.startswith(jobs) and file.count("/") > 2] == []


def test_a_file_that_somebody_damaged_is_printed_again(settings: Settings) -> None:
    """Its docket is as it was, but it does not stand as it stood."""
    archive, site = linked(settings), settings.folders.site
    before = bytes_of(site)
    for file in (
        f"a/{id_of(3, 2)}/index.html",
        *(str(leaf.relative_to(site)) for leaf in site.glob("people/*/page/2/*")),
    ):
        (site / file).write_text("被改过", encoding="utf-8")
    printed(archive, settings)
    assert bytes_of(site) == before


def test_dockets_of_another_edition_are_none(settings: Settings) -> None:
    """Where a run broke off between keeping the one file and the other, all is looked at."""
    kept = settings.folders.cache / "dockets.kept"
    old = kept.read_bytes()
    edit("页03/02.md", "小桥", "石桥")(settings.folders.content)
    printed(linked(settings), settings)
    kept.write_bytes(old)
    edit("页03/02.md", "石桥", "小桥")(settings.folders.content)
    printed(linked(settings), settings)
    assert "石桥" not in (settings.folders.site / f"a/{id_of(3, 2)}/index.html").read_text(encoding="utf-8")
