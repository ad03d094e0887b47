"""图片: pictures that people put into content/ and named, in pages.csv or with a caption, and where they stand in the site.

A picture is named by its path below content/, or below the folder of its page. One of another host is never shown: it
would be a request of a reader to a stranger.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from jianbao.archive.model import Article, Page
from jianbao.content.article import Caption
from jianbao.frozen import frozen
from jianbao.press.addresses import is_web
from jianbao.press.edition import Edition
from jianbao.press.picture_size import picture_size
from jianbao.press.sheet import Late, Sheet, late, mark_of
from jianbao.problems import Problem, Weight, Words

AREA = "pictures/"
ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp"})


class Picture(NamedTuple):
    """A picture that the archive holds: its address in the site, its file (absolute), its length and age."""

    path: str
    file: str
    length: int
    mtime: int


class Shown(NamedTuple):
    """A picture as a page shows it: its address, its words for who cannot see it, and its size in pixels (0: not known)."""

    path: str
    alt: str
    width: int
    height: int


@frozen
class Plate:
    """A caption with its picture, or with none where the archive does not hold it; `anchor` is its id, or nothing."""

    text: str
    credit: str
    anchor: str
    picture: Shown | None


def picture_of(edition: Edition, named: str, folder: str) -> Picture | None:
    """The picture of that name, looked for in `folder` (below content/) and then in content/; None where none is held."""
    if not named or not edition.site.has(AREA):
        return None
    name = PurePosixPath(named.replace("\\", "/"))
    if ".." in name.parts or name.is_absolute() or name.suffix.lower() not in ENDINGS:
        return None
    content = edition.settings.folders.content
    return _held(content, PurePosixPath(folder) / name) or _held(content, name)


def _held(content: Path, path: PurePosixPath) -> Picture | None:
    file = content / path
    try:
        found = file.stat()
        inside = file.resolve().is_relative_to(content.resolve()) and file.is_file()
    except (OSError, ValueError):  # a name that this system cannot have
        return None
    name = blake2b(str(path).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    address = f"{AREA}{name}{path.suffix.lower()}"
    return Picture(address, str(file), found.st_size, found.st_mtime_ns) if inside else None


def of_page(edition: Edition, page: Page) -> Picture | None:
    """The picture of a whole page that pages.csv names, if it is held; none of a page with an article that is withheld."""
    if any(id not in edition.entries for id in page.articles):
        return None
    return picture_of(edition, page.image, _folder_of(page))


def of_captions(edition: Edition, article: Article) -> list[tuple[Caption, Picture | None]]:
    """The captions of an article that say or show anything, each with its picture if that is held."""
    folder = str(PurePosixPath(article.file).parent)
    return [
        (caption, picture_of(edition, caption.image, folder))
        for caption in article.front.captions
        if caption.text or caption.credit or caption.image
    ]


def hang(captions: list[tuple[Caption, Picture | None]], anchors: bool = True) -> Late:
    """The captions as plates; the pictures are measured when the page is printed. With `anchors` they have ids c1, c2 …"""
    return late(_plates, captions, anchors)


def _plates(captions: list[tuple[Caption, Picture | None]], anchors: bool) -> list[Plate]:
    texts, plates = 0, []
    for caption, picture in captions:
        texts += bool(caption.text)
        anchor = f"c{texts}" if anchors and caption.text else ""
        plates.append(
            Plate(caption.text, caption.credit, anchor, picture and measured(picture, caption.alt or caption.text))
        )
    return plates


def measured(picture: Picture, alt: str) -> Shown:
    """The picture with its size."""
    return Shown(picture.path, alt, *(picture_size(Path(picture.file)) or (0, 0)))


def picture_sheets(edition: Edition) -> Iterator[Sheet]:
    """The files of all pictures that are shown, each once."""
    done: set[str] = set()
    for picture in _all(edition):
        if picture and picture.path not in done:
            done.add(picture.path)
            yield Sheet(picture.path, mark_of(*picture), Path(picture.file).read_bytes)


def lost_pictures(edition: Edition) -> Iterator[Problem]:
    """A warning for every picture that is named and not held: a name typed wrong, or a file left behind."""
    for page in edition.archive.pages.values():
        if page.image and not is_web(page.image) and not picture_of(edition, page.image, _folder_of(page)):
            yield _lost("content/pages.csv", page.image)
    for article in edition.archive.articles.values():
        for caption in article.front.captions:
            if caption.image and not picture_of(edition, caption.image, str(PurePosixPath(article.file).parent)):
                yield _lost(f"content/{article.file}", caption.image)


def _lost(file: str, named: str) -> Problem:
    endings = " ".join(sorted(ENDINGS))
    return Problem(
        file,
        Words(f"没有图片“{named}”，网站写作“本馆未存”", f"there is no picture “{named}”; the site says it is not held"),
        Words(
            f"把图片放进 content/，照它的路径写（{endings}）；没有就删去 image",
            f"put it into content/ and write its path from there ({endings}), or delete image",
        ),
        weight=Weight.WARNING,
    )


def _folder_of(page: Page) -> str:
    """The folder below content/ that belongs to a page's raw file."""
    return str(PurePosixPath(page.file).with_suffix("")) if page.file else ""


def _all(edition: Edition) -> Iterator[Picture | None]:
    for page in edition.archive.pages.values():
        yield of_page(edition, page) if page.image else None
    for article in edition.archive.articles.values():
        if article.id in edition.entries and any(caption.image for caption in article.front.captions):
            yield from (picture for _, picture in of_captions(edition, article))
