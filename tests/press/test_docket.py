"""Dockets: whatever is changed in an archive, a job whose sheets show it has another docket than before.

Every field of everything in the sample archive is changed, one after the other. What a sheet shows is told by its mark.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from jianbao.archive.model import Archive, Article, Entity, Group, Mention, Named, Page, Post, Related
from jianbao.content.article import Caption, FrontMatter, Withdrawal
from jianbao.content.page_record import PageDoubt
from jianbao.press.data_page import data_sheets
from jianbao.press.docket import SIZE, Job, docket_of, teller
from jianbao.press.edition import prepare
from jianbao.press.families import families
from jianbao.press.stubs import Stubs
from jianbao.press.theme import open_theme
from jianbao.settings import Settings

from .sample_archive import sample_archive, sample_settings
from .sample_names import COMMENT, FEATURE, REST, SCHOOLS, with_names

PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (640).to_bytes(4, "big") + (480).to_bytes(4, "big")
GROUPS = ("districts", "cities", "topics", "newspapers", "days", "reporters", "series")
ENTITIES = ("people", "places", "organizations")
FILLED: Mapping[str, Any] = {
    "inferred": ("issued", "newspaper"),
    "corrections": (("水渠", "渠水"),),
    "withheld": Withdrawal("当事人请求", "2026-11-21"),
    "captions": (Caption("渠边", image="渠.png"),),
    "doubts": (PageDoubt(3, "字迹不清", "hard to read"),),
    "furniture": (("noise", "月"),),
    "namesakes": ("houhecun-1a03",),
    "above": (("city", "anyang-4105"),),
    "other_names": ("老名",),
    "elsewhere": ("某县",),
    "posts": (Post("村民", "2022-09-22", FEATURE),),
    "reporter": "chenxiaohe-1a2b",
    "parent": "anyang-4105",
    "previous": COMMENT,
    "next": SCHOOLS,
    "newspaper": "xinxiangribao",
    "date": "2021-09-22",
    "issued": "2021-09",
}
"""What a field becomes that is empty or that a longer text would not do for."""
BY_DIGEST = ("body", "plain", "lines")
"""Fields that are told by the digest of the file they come from, as is the whole front matter: with them that changes."""

KEYS = {Article: ("id", "page"), Page: ("id",), Group: ("kind", "slug"), Entity: ("kind", "slug"), Mention: ("kind",)}
"""Fields by which the archive finds things: they do not change."""


@dataclass(frozen=True)
class Said:
    """A job: its docket, and the marks of its sheets."""

    docket: bytes
    marks: tuple[str, ...]


Jobs = Mapping[str, Said]
Look = Callable[[Archive], Jobs]


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An archive's folders, with a picture in its content."""
    told = sample_settings(tmp_path_factory.mktemp("工单 archive"))
    picture = told.folders.content / "渠.png"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(PICTURE)
    return told


@pytest.fixture(scope="module")
def archive() -> Archive:
    """The sample archive with everything linked, a picture of a page, and a day three times; the feature goes on elsewhere."""
    linked = with_names(sample_archive())
    first, second, third = linked.pages.values()
    pages = (
        replace(first, articles=tuple(id for id in first.articles if id != REST)),
        replace(second, articles=(*second.articles, REST)),
        replace(third, image="渠.png"),
    )
    rest = replace(linked.articles[REST], page=second.id)
    elsewhere = Mention(0, 2, "district", "gaoxinqu-4105h")
    schools = replace(linked.articles[SCHOOLS], mentions=(elsewhere,))
    day = replace(linked.days["2021-09-22"], slug="2020-09-22", path="dates/2020/09/22/")
    return replace(
        linked,
        pages={page.id: page for page in pages},
        articles={**linked.articles, REST: rest, SCHOOLS: schools},
        days={**linked.days, day.slug: day},
    )


@pytest.fixture(scope="module")
def look(settings: Settings) -> Iterator[Look]:
    """Makes the jobs of an archive by the addresses of their first sheets; the theme is opened once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("jianbao.press.edition.open_theme", cache(open_theme))
        yield lambda archive: jobs_of(archive, settings)


@pytest.fixture(scope="module")
def before(archive: Archive, look: Look) -> Jobs:
    """The jobs of the archive as it is."""
    return look(archive)


def jobs_of(archive: Archive, settings: Settings) -> Jobs:
    """All jobs of an edition, by the addresses of their first sheets."""
    edition = prepare(archive, settings)
    work = (one for family in families(edition, Stubs(edition), b"") for piece in family.pieces for one in piece())
    return {
        one.path: Said(one.tell(), tuple(sheet.mark for sheet in one.sheets())) for one in work if isinstance(one, Job)
    }


def other(name: str, value: Any) -> Any:
    """Another value for the field of this name."""
    filled = FILLED.get(name)
    if filled is not None and value != filled:
        return filled
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    if isinstance(value, Mapping):
        return {**value, "space": 7}
    return value[:-1] if isinstance(value, tuple) else f"{value}9" if isinstance(value, str) else value


def changed(one: Any) -> Iterator[tuple[str, Any]]:
    """(name of the field, the dataclass or named tuple with another value there) for each of its fields."""
    for name in one.__annotations__:
        value = other(name, getattr(one, name))
        if value != getattr(one, name) and name not in KEYS.get(type(one), ()):
            changes = {name: value, **({"digest": "another"} if name in BY_DIGEST else {})}
            yield name, one._replace(**changes) if isinstance(one, tuple) else replace(one, **changes)


def with_other(archive: Archive, kind: str, family: Mapping[str, Any]) -> Archive:
    """The archive with another family of this kind."""
    changes: dict[str, Any] = {kind: family}
    return replace(archive, **changes)


def with_first(whole: Any, name: str, one: Any) -> Any:
    """The whole with another first one among those of a field."""
    return replace(whole, **{name: (one, *getattr(whole, name)[1:])})


def articles(archive: Archive) -> Iterator[tuple[str, Archive]]:
    """Every field of four articles that others lead to, of their front matters and of what is in them."""
    for id in (FEATURE, REST, COMMENT, SCHOOLS):
        article = archive.articles[id]
        mended = list(changed(article))
        for name, front in changed(article.front):
            mended.append((f"front.{name}", replace(article, front=front, digest="another")))
        for field in ("mentions", "people", "places", "organizations", "related"):
            for part in getattr(article, field)[:1]:
                mended += [(f"{field}.{name}", with_first(article, field, one)) for name, one in changed(part)]
        for name, one in mended:
            yield f"{id} {name}", replace(archive, articles={**archive.articles, id: one})


def pages(archive: Archive) -> Iterator[tuple[str, Archive]]:
    """Every field of every newspaper page."""
    for id, page in archive.pages.items():
        for name, one in changed(page):
            yield f"{id} {name}", replace(archive, pages={**archive.pages, id: one})


def lists(archive: Archive) -> Iterator[tuple[str, Archive]]:
    """Every field of all places and topics and of the first other lists, and the archive without some of them."""
    for kind in GROUPS:
        groups: dict[str, Group] = dict(getattr(archive, kind))
        for slug, group in list(groups.items())[: None if kind in ("districts", "cities", "topics") else 1]:
            for name, one in changed(group):
                yield f"{kind} {slug} {name}", with_other(archive, kind, {**groups, slug: one})
        if kind in ("days", "newspapers", "series", "cities"):
            yield f"{kind} gone", with_other(archive, kind, {key: groups[key] for key in list(groups)[1:]})


def entities(archive: Archive) -> Iterator[tuple[str, Archive]]:
    """Every field of all people, places and organizations, of their posts, and the archive without them."""
    for kind in ENTITIES:
        family: dict[str, Entity] = dict(getattr(archive, kind))
        for slug, entity in family.items():
            mended = list(changed(entity))
            for post in entity.posts[:1]:
                mended += [(f"posts.{name}", with_first(entity, "posts", one)) for name, one in changed(post)]
            for name, one in mended:
                yield f"{entity.name} {name}", with_other(archive, kind, {**family, slug: one})
            yield (
                f"{entity.name} gone",
                with_other(archive, kind, {key: one for key, one in family.items() if key != slug}),
            )


@pytest.mark.parametrize("changes", [articles, pages, lists, entities])
def test_no_docket_forgets_what_its_sheets_show(
    archive: Archive, before: Jobs, look: Look, changes: Callable[[Archive], Iterator[tuple[str, Archive]]]
) -> None:
    """Where a mark has changed the docket has, too: nothing stale is left to stand."""
    forgotten, seen = [], 0
    for what, mended in changes(archive):
        for path, said in look(mended).items():
            told = before.get(path, said)
            seen += told.marks != said.marks
            if told.marks != said.marks and told.docket == said.docket:
                forgotten.append(f"{path} does not know of {what}")
    assert forgotten == []
    assert seen > 100


@pytest.mark.parametrize("changes", [articles, lists])
def test_no_mark_of_a_data_file_forgets_what_stands_in_it(
    archive: Archive, settings: Settings, look: Look, changes: Callable[[Archive], Iterator[tuple[str, Archive]]]
) -> None:
    """It is made of what the records tell, not of the records: where one of them is another the mark is, too."""
    before, forgotten, seen = volumes_of(archive, settings), [], 0
    for what, mended in changes(archive):
        for file, (mark, data) in volumes_of(mended, settings).items():
            told = before.get(file, (mark, data))
            seen += told[1] != data
            if told[1] != data and told[0] == mark:
                forgotten.append(f"{file} does not know of {what}")
    assert forgotten == []
    assert seen > 3


def volumes_of(archive: Archive, settings: Settings) -> dict[str, tuple[str, bytes]]:
    """The marks and bytes of the files of data."""
    edition = prepare(archive, settings)
    sheets = (sheet for sheet in data_sheets(edition, Stubs(edition)) if sheet.file.endswith(".gz"))
    return {sheet.file: (sheet.mark, sheet.make()) for sheet in sheets}


def test_equal_values_have_equal_dockets_however_they_are_held() -> None:
    """A text that is one with another in memory tells no more than its copy."""
    one, parts = "柳林村", ["柳林", "村"]
    assert docket_of([one, one], (1, None, b"x")) == docket_of([one, "".join(parts)], (1, None, b"x"))
    assert len(docket_of(one)) == SIZE
    assert docket_of(["柳", "林村"]) != docket_of(["柳林", "村"])


@pytest.mark.parametrize("kind", [Article, Page, Group, Entity, FrontMatter, Mention, Named, Related])
def test_all_that_an_archive_holds_can_be_told(kind: type, archive: Archive) -> None:
    """No field of the archive makes a docket impossible."""
    held = [
        *archive.articles.values(), *archive.pages.values(), *archive.topics.values(), *archive.people.values(),
        *(one.front for one in archive.articles.values()),
        *(part for one in archive.articles.values() for part in (*one.mentions, *one.people, *one.related)),
    ]  # fmt: skip
    found = [one for one in held if type(one) is kind]
    assert len({docket_of(teller(kind)(one)) for one in found}) == len(set(map(repr, found))) > 1 or kind is Related


def test_a_value_that_cannot_be_told_is_refused() -> None:
    """It could not be told from another one."""
    with pytest.raises(ValueError, match="unmarshallable"):
        docket_of(Path("渠.png"))
