"""出处签, the source slip: paper, day and page of an article, each known, inferred (约) or unknown (待考)."""

from __future__ import annotations

from enum import StrEnum

from jianbao.archive.model import Article, Page
from jianbao.frozen import frozen
from jianbao.press.edition import Edition
from jianbao.press.printed_date import read_edtf


class Sureness(StrEnum):
    """How well a box of the slip is known; also the class its style hangs on."""

    KNOWN = "known"
    ABOUT = "about"
    UNKNOWN = "unknown"


@frozen
class Box:
    """One box of the slip: its text, the address behind it (or nothing), and how sure it is."""

    text: str
    path: str
    sureness: Sureness


@frozen
class Slip:
    """The three boxes of a source slip; `further` are the pages on which a continued article goes on."""

    paper: Box
    day: Box
    page: Box
    further: tuple[Box, ...] = ()


def fill_slip(edition: Edition, page: Page | None, article: Article | None = None) -> Slip:
    """The slip of a page, or of an article on it; what the article itself says goes before what its page says."""
    front = article.front if article else None
    paper = (article.newspaper or article.front.newspaper if article else "") or (page.newspaper if page else "")
    issued = (front.date or front.issued if front else "") or (page.date or page.issued if page else "")
    number = (front.page if front else "") or (page.page if page else "")
    name = (front.page_name if front else "") or (page.page_name if page else "")
    inferred = article.inferred if article else page.inferred if page else ()
    return Slip(
        _paper(edition, paper, edition.city_of(page) if page else "", "newspaper" in inferred),
        _day(edition, issued, "issued" in inferred),
        _number(edition, number, name, page.path if page else ""),
    )


def _paper(edition: Edition, key: str, city: str, inferred: bool) -> Box:
    name, path = edition.newspaper(key)
    return Box(name, path, Sureness.ABOUT if inferred else Sureness.KNOWN) if name else Box(city, "", Sureness.UNKNOWN)


def _day(edition: Edition, issued: str, inferred: bool) -> Box:
    read = read_edtf(issued)
    if read is None:
        return Box(issued, "", Sureness.ABOUT if issued else Sureness.UNKNOWN)
    said = edition.wording.day(read)
    if inferred or not read.whole:
        return Box(said, "", Sureness.ABOUT)
    path = f"dates/{read.year:04}/{read.month:02}/{read.day:02}/"
    return Box(said, path if path in edition.day_paths else "", Sureness.KNOWN)


def _number(edition: Edition, number: str, name: str, path: str) -> Box:
    if not number:
        return Box(name, path, Sureness.UNKNOWN)
    said = str(edition.wording.table["page_number"]).format(n=number)
    return Box(f"{said} {name}".rstrip(), path, Sureness.KNOWN)
