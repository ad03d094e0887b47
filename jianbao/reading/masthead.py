"""What a page says of itself: paper, day, 版次 (page number) and 版名 (page name), and where it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jianbao.reading.dates import day_of_running_head, guess_issue
from jianbao.reading.numeral_dates import in_figures
from jianbao.reading.page import Furniture, Guess
from jianbao.text.characters import HAN, fold_width

_NAME_ENDS = "日报|晚报|早报|晨报|时报|商报|都市报|导报|周报|快报|青年报|工人报|农民报|法制报|法治报|新报"
_PAPER = re.compile(rf"([{HAN}]{{2,8}}?(?:{_NAME_ENDS}))")
_PUBLISHER = re.compile(rf"([{HAN}]{{2,6}}(?:{_NAME_ENDS}))社")
_PAPER_LATIN = re.compile(
    r"^(?:\d{1,3}\s+)?(THE [A-Z][A-Z .'&-]+?)[.,]?\s*(?:\[|$|VOL|No\.|(?<=[.,]\s)(?:[A-Z][a-z]{2,}|\d{1,2} [A-Z][a-z]))"
)
_PAGE_LATIN = re.compile(r"^(\d{1,3})\s+[A-Z]{3}|\b(?:Page|PAGE)\s(\d{1,3})\.?$")
_LUNAR_DAY = (
    r"(?:农历|農曆|夏历)[\u4e00-\u9fff]{0,3}年?[正冬腊闰一二三四五六七八九十]{1,3}月[初一二三四五六七八九十廿卅]{1,3}"
)
_DAY_AND_PAGE = re.compile(
    rf"\d{{4}}年\d{{1,2}}月\d{{1,2}}日|{_LUNAR_DAY}|星期[一二三四五六日天]|第?\s*[0-9A-Z]+\s*版|\d+"
)
_PAGE = re.compile(r"第?\s*0*([A-Z]?\d{1,3})\s*版")
_PAGE_NAME = re.compile(rf"第?\s*0*[A-Z]?\d{{1,3}}\s*版\s*[:·]\s*([{HAN}]{{2,8}})")
_COMPACT_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_.年]?(0[1-9]|1[0-2])[-_.月]?(0[1-9]|[12]\d|3[01])日?(?!\d)")


def paper_of(running_head: str) -> str:
    """The name of the paper in a running head, or nothing."""
    found = _PAPER.search(_DAY_AND_PAGE.sub(" ", in_figures(running_head))) or _PAPER_LATIN.search(running_head)
    return found[1].strip() if found else ""


def guess_facts(file: str, furniture: Sequence[Furniture], texts: list[str]) -> dict[str, Guess]:
    """The facts that the page, its file's name or its text tell, by name; the surest source of each wins."""
    guesses: dict[str, Guess] = {}
    for name, guess in [*_from_furniture(furniture), *_from_file_name(file), *_from_text(texts)]:
        if guess.value:
            guesses.setdefault(name, guess)
    return guesses


def _from_furniture(furniture: Sequence[Furniture]) -> Iterator[tuple[str, Guess]]:
    for piece in furniture:
        text = fold_width(piece.text)
        source = {"running-head": "running head", "colophon": "colophon"}.get(piece.kind)
        if source is None:
            continue
        if source == "running head":
            yield "issued", Guess(day_of_running_head(text), source)
            yield "newspaper", Guess(paper_of(text), source)
            yield "page", _found(_PAGE, text, source)
            yield "page", _found(_PAGE_LATIN, text, source)
            yield "page_name", _found(_PAGE_NAME, text, source)
        yield "newspaper", _found(_PUBLISHER, text, source)


def _from_file_name(file: str) -> Iterator[tuple[str, Guess]]:
    stem = fold_width(file.rsplit(".", 1)[0])
    found = _COMPACT_DAY.search(stem)
    yield "issued", Guess("-".join(found.groups()) if found else "", "file name")
    yield "page", _found(_PAGE, stem, "file name")
    yield "newspaper", _found(_PAPER, re.sub(r"[/\\._-]+", " ", _DAY_AND_PAGE.sub(" ", stem)), "file name")


def _from_text(texts: list[str]) -> Iterator[tuple[str, Guess]]:
    yield "issued", Guess(guess_issue(texts), "text")


def _found(pattern: re.Pattern[str], text: str, source: str) -> Guess:
    found = pattern.search(text)
    return Guess(next(filter(None, found.groups()), "").strip() if found else "", source)
