"""Pictures that people put into content/: shown with their words and their size, and nothing that is not there."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from jianbao.content.article import Caption
from jianbao.content.frontmatter import parse
from jianbao.press.picture_size import picture_size
from jianbao.problems import Weight
from jianbao.settings import Settings

from .conftest import printed
from .sample_archive import sample_archive, sample_settings

ARTICLE = "7KQ2M9X/01"
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 900, 600)
TURNED = b"Exif\0\0MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0) + bytes(4)


def jpeg(*segments: bytes) -> bytes:
    """The head of a JPEG of 640 by 480 pixels, with further segments before its frame."""
    frame = struct.pack(">BBHBHH", 0xFF, 0xC2, 17, 8, 480, 640) + bytes(10)
    noted = b"".join(struct.pack(">BBH", 0xFF, 0xE1, len(one) + 2) + one for one in segments)
    return b"\xff\xd8" + noted + frame


def webp(kind: bytes, *values: bytes) -> bytes:
    """The head of a WebP with this kind of chunk."""
    return b"RIFF\0\0\0\0WEBP" + kind + bytes(4) + b"".join(values)


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (PNG, (900, 600)),
        (b"GIF89a" + struct.pack("<HH", 31, 17), (31, 17)),
        (jpeg(), (640, 480)),
        (jpeg(b"JFIF\0 a thumbnail \xff\xc0 is no frame"), (640, 480)),
        (jpeg(TURNED), (480, 640)),
        (webp(b"VP8 ", bytes(3), b"\x9d\x01\x2a", struct.pack("<HH", 320, 200)), (320, 200)),
        (webp(b"VP8L", b"\x2f", struct.pack("<I", 319 | 199 << 14)), (320, 200)),
        (webp(b"VP8X", bytes(4), (319).to_bytes(3, "little"), (199).to_bytes(3, "little")), (320, 200)),
        (b"", None),
        (b"\xff\xd8\xff", None),
        (PNG[:18], None),
        ("图片".encode(), None),
    ],
)
def test_the_size_of_a_picture_is_read_from_its_head(tmp_path: Path, data: bytes, size: tuple[int, int] | None) -> None:
    """Of the four kinds that browsers show, also where the camera was held upright; of what is damaged, nothing."""
    (tmp_path / "图.bin").write_bytes(data)
    assert picture_size(tmp_path / "图.bin") == size


def with_caption(folder: Path, caption: Caption, held: dict[str, bytes]) -> tuple[Settings, html.HtmlElement]:
    """An archive whose feature has this caption and whose content/ holds these files; and the page of the feature."""
    settings = sample_settings(folder)
    for name, data in held.items():
        (settings.folders.content / name).parent.mkdir(parents=True, exist_ok=True)
        (settings.folders.content / name).write_bytes(data)
    archive = sample_archive()
    article = archive.articles[ARTICLE]
    article = replace(article, front=replace(article.front, captions=(caption,)))
    printed(replace(archive, articles={**archive.articles, ARTICLE: article}), settings)
    text = (settings.folders.site / "a" / ARTICLE / "index.html").read_text(encoding="utf-8")
    return settings, html.fromstring(text)


@pytest.mark.parametrize(("named", "file"), [("渠.png", "安阳/页一/渠.png"), ("图片/渠.PNG", "图片/渠.PNG")])
def test_a_picture_is_shown_in_its_size(tmp_path: Path, named: str, file: str) -> None:
    """Beside the article or at its path below content/: with words and size, when it comes into view; and for sharing."""
    settings, page = with_caption(tmp_path, Caption("村民看水。", "李长河", named), {file: PNG})
    (figure,) = page.xpath("//figure")
    (shown,) = figure.xpath("img")
    assert [shown.get(name) for name in ("alt", "width", "height", "loading")] == ["村民看水。", "900", "600", "lazy"]
    assert (settings.folders.site / "a" / ARTICLE / shown.get("src")).read_bytes() == PNG
    assert " ".join(figure.text_content().split()) == "村民看水。 李长河 摄"
    path = shown.get("src").removeprefix("../../../")
    assert page.xpath("//meta[@property='og:image']/@content") == [f"https://example.org/repo/{path}"]


def test_what_is_to_be_seen_may_be_told_apart_from_the_caption(tmp_path: Path) -> None:
    """`alt` goes before the caption."""
    _, page = with_caption(tmp_path, Caption("村民看水。", image="a.png", alt="一条水渠"), {"a.png": PNG})
    assert page.xpath("//figure/img/@alt") == ["一条水渠"]


@pytest.mark.parametrize(
    "named", ["没有.png", "../outside.png", "https://example.org/x.png", "notes.txt", "/etc/x.png"]
)
def test_a_picture_that_is_not_held_is_said_to_be_missing(tmp_path: Path, named: str) -> None:
    """Nothing outside content/ is ever shown, nothing of another host, and nothing that is no picture."""
    (tmp_path / "outside.png").write_bytes(PNG)
    settings, page = with_caption(tmp_path, Caption("村民看水。", image=named), {"notes.txt": b"notes"})
    assert page.xpath("//img") == []
    assert "原件有图，本馆未存" in page.xpath("//figure")[0].text_content()
    assert not (settings.folders.site / "pictures").exists()


def page_with_picture(folder: Path, id: str, named: str) -> html.HtmlElement:
    """The page of a newspaper page for which pages.csv names this picture; content/ holds one at `版面/1.png`."""
    settings = sample_settings(folder)
    (settings.folders.content / "版面").mkdir(parents=True)
    (settings.folders.content / "版面/1.png").write_bytes(PNG)
    archive = sample_archive()
    printed(replace(archive, pages={**archive.pages, id: replace(archive.pages[id], image=named)}), settings)
    return html.fromstring((settings.folders.site / "p" / id / "index.html").read_text(encoding="utf-8"))


def test_a_picture_that_is_named_and_not_held_is_told_to_the_keeper(tmp_path: Path) -> None:
    """A warning names the file and the name; one that is held, and one of another host on a page, is none."""
    settings, archive = sample_settings(tmp_path), sample_archive()
    settings.folders.content.mkdir(parents=True)
    (settings.folders.content / "1.png").write_bytes(PNG)
    article, (first, second, *_) = archive.articles[ARTICLE], archive.pages
    images = {first: "https://example.org/1.png", second: "1.pgn"}
    pages = {id: replace(page, image=images.get(id, "")) for id, page in archive.pages.items()}
    captions = (Caption("在。", image="1.png"), Caption("不在。", image="2.png"))
    article = replace(article, front=replace(article.front, captions=captions))
    told = printed(replace(archive, pages=pages, articles={**archive.articles, ARTICLE: article}), settings).problems
    assert [(one.file, one.what.zh.partition("，")[0]) for one in told] == [
        ("content/pages.csv", "没有图片“1.pgn”"),
        (f"content/{article.file}", "没有图片“2.png”"),
    ]
    assert {one.weight for one in told} == {Weight.WARNING}


def test_the_picture_of_a_page_stands_on_its_page(tmp_path: Path) -> None:
    """In its size, with a link to the whole of it."""
    (shown,) = page_with_picture(tmp_path, "7KQ2M9X", "版面/1.png").xpath("//figure/a/img")
    assert (shown.get("width"), shown.get("height"), shown.get("alt")) == ("900", "600", "安阳日报 2022年9月22日")
    assert shown.getparent().get("href") == shown.get("src")


def test_a_picture_elsewhere_is_a_link(tmp_path: Path) -> None:
    """A reader asks another host only on his own will."""
    page = page_with_picture(tmp_path, "7KQ2M9X", "https://example.org/1.png")
    assert page.xpath("//img") == []
    assert page.xpath("//a[@href='https://example.org/1.png']/text()") == ["看版面图"]


def test_no_picture_shows_what_is_withheld(tmp_path: Path) -> None:
    """The picture of a page would show all of its articles."""
    assert page_with_picture(tmp_path, "B3D8F1Z", "版面/1.png").xpath("//img") == []
    assert list(tmp_path.glob("site/pictures/*")) == []


def test_a_picture_is_named_in_the_front_matter() -> None:
    """With its caption, or alone; a caption without a picture is what it was."""
    captions = "captions:\n- {text: 看水, image: 渠.png, alt: 水渠}\n- image: 二.jpg\n- 只有说明\n"
    article, problems = parse("安阳/页一/01.md", f"---\nid: 7KQ2M9X/01\ntitle: 看水\n{captions}---\n\n正文。\n")
    assert article is not None
    assert problems == ()
    held = (Caption("看水", "", "渠.png", "水渠"), Caption("", "", "二.jpg"), Caption("只有说明"))
    assert article.front.captions == held
