"""A nameplate of the archive's own: a picture in place of the set name, measured, with its words, in print too."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from jianbao.press.nameplate import size_of
from jianbao.settings import Newspaper, Settings

from .conftest import printed
from .sample_archive import sample_archive, sample_settings

SVG = (
    '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 80"><path d="M0 0h320v80z"/></svg>'
)
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
    + (600).to_bytes(4, "big")
    + (150).to_bytes(4, "big")
    + b"\x08\x03\x00\x00\x00"
)


def published(folder: Path, **changes: object) -> tuple[Path, list[str]]:
    """The site, and what was told: the message and the file."""
    (folder / "报头.svg").write_text(SVG, encoding="utf-8")
    (folder / "plate.png").write_bytes(PNG)
    settings: Settings = sample_settings(folder, **changes)
    outcome = printed(sample_archive(), settings)
    return settings.folders.site, [f"{one.file} {one.what.zh}" for one in outcome.problems]


def pictures(site: Path, path: str) -> list[tuple[str | None, ...]]:
    """Alt text, width and height of the pictures of a page whose files are there."""
    file = site / path / "index.html"
    found = html.fromstring(file.read_text(encoding="utf-8")).xpath("//img")
    assert all((file.parent / picture.get("src")).is_file() for picture in found)
    return [(picture.get("alt"), picture.get("width"), picture.get("height")) for picture in found]


@pytest.mark.parametrize(("file", "width", "height"), [("报头.svg", "320", "80"), ("plate.png", "600", "150")])
def test_every_page_shows_it_in_place_of_the_name(tmp_path: Path, file: str, width: str, height: str) -> None:
    """With the title as its words, and with its size, so that nothing moves when it comes."""
    site, told = published(tmp_path, nameplate=file)
    assert told == []
    for path in ("", "a/7KQ2M9X/01", "about"):
        assert pictures(site, path) == [("中原剪报", width, height)]
    heading = html.fromstring((site / "index.html").read_text(encoding="utf-8")).xpath("//h1/img")
    assert len(heading) == 1


def test_a_papers_own_stands_on_its_page(tmp_path: Path) -> None:
    """A picture in place of its name; small print stands below the name as it is."""
    papers = (Newspaper("安阳日报", nameplate="报头.svg"), Newspaper("新乡日报", nameplate="中共新乡市委机关报"))
    site, told = published(tmp_path, newspapers=papers)
    assert told == []
    assert pictures(site, "newspapers/anyangribao") == [("安阳日报", "320", "80")]
    assert pictures(site, "newspapers/xinxiangribao") == []
    assert "中共新乡市委机关报" in (site / "newspapers/xinxiangribao/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("nameplate", "reason"),
    [
        ("没有.svg", "没有这个文件"),
        ("../outside.svg", "不在档案的文件夹里"),
        ("words.svg", "不是 SVG"),
        ("large.png", "大于"),
    ],
)
def test_one_that_cannot_be_used_is_told_and_the_name_is_set(tmp_path: Path, nameplate: str, reason: str) -> None:
    """A problem with the remedy; the site is built all the same."""
    archive = tmp_path / "archive"
    archive.mkdir()
    (tmp_path / "outside.svg").write_text(SVG, encoding="utf-8")
    (archive / "words.svg").write_text("报头", encoding="utf-8")
    (archive / "large.png").write_bytes(PNG + bytes(300_000))
    site, told = published(archive, nameplate=nameplate)
    assert [reason in words for words in told] == [True]
    assert told[0].startswith("archive.yaml ")
    assert pictures(site, "") == []
    assert "中原剪报" in html.fromstring((site / "index.html").read_text(encoding="utf-8")).findtext(".//h1")


def test_an_svg_tells_its_size_in_either_way() -> None:
    """Width and height go before the box; without either it has no size."""
    assert size_of(b'<svg width="300" height="75px" viewBox="0 0 4 1"></svg>') == (300, 75)
    assert size_of(b"<svg viewBox='0 0 400.4 100'></svg>") == (400, 100)
    with pytest.raises(ValueError, match="viewBox"):
        size_of(b'<svg width="100%"></svg>')
