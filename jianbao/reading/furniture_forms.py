"""The forms of what belongs to no article: running heads, imprints, stray glyphs, slogans and banners."""

from __future__ import annotations

import re

from jianbao.knowledge.phrases import phrases
from jianbao.reading.advertisements import PHONE, advertises, is_sure
from jianbao.text.characters import HAN, count_han, ems, has_han

_RUNS_ON = re.compile(r"[,，、—-]$")
_SLOGAN_SPACE = re.compile(r"[\s·]+")
_RUNNING_HEAD = re.compile(
    rf"^[{HAN}]{{2,6}}(?:日报|晚报|早报|晨报|时报|商报|周报|快报|导报|都市报|农民报|工人报|青年报|新报)$|"
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4}|民[国國].{1,4}?)[年./-].{1,3}[月./-].{1,3}日?.{0,12}星期|"
    r"第?\s?[0-9A-Z]{1,3}\s?版|星期[一二三四五六日].{0,12}版"
)
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_RUNNING_HEAD_LATIN = re.compile(
    rf"^(?:\d{{1,3}}\s+)?[A-Z][A-Z'& -]{{5,40}}[.,]\s+(?:[A-Z][a-z]+day,?\s+)?"
    rf"(?:(?:{_MONTHS})[a-z]*\.?\s\d{{1,2}}|\d{{1,2}}\s(?:{_MONTHS})[a-z]*),?\s(?:1[5-9]|20)\d\d\.?(?:\s+(?:Page\s)?\d{{1,3}}\.?)?$|"
    r"\[?N[Oo]\.\s?\d+|\bV[Oo][Ll]\.?\s?[IVXLC\d]+|^P(?:age|AGE) \d+$|^\d+\s+[A-Z ]+$"
    r"|\b(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b.*\b(?:1[789]|20)\d\d\b"
)


def segments_of(text: str) -> list[str]:
    """The runs of a line between white space and middle dots."""
    return [segment for segment in _SLOGAN_SPACE.split(text) if segment]


def is_running_head(text: str, chinese: bool, nameplates: tuple[str, ...]) -> bool:
    """The paper, its day, its page: what stands at the head of every page."""
    pattern = _RUNNING_HEAD if chinese else _RUNNING_HEAD_LATIN
    return bool(pattern.search(text)) or (bool(nameplates) and text.startswith(nameplates))


def is_noise(squeezed: str) -> bool:
    """Stray glyphs: no letters at all, or one or two characters that are no word a page would print alone."""
    if not any(character.isalnum() for character in squeezed):
        return True
    return len(squeezed) == 1 or (
        len(squeezed) <= 3 and not any(map(str.isdigit, squeezed)) and not count_han(squeezed)
    )


def is_colophon(text: str) -> bool:
    """The imprint: address, telephone, price, who edited and printed it."""
    if "。" in text:
        return False
    if text.startswith(phrases("openings_of_colophon")):
        return True
    words = len([word for word in phrases("bodies_of_colophon") if word in text])
    if not words:
        return False
    phones = len(PHONE.findall(text))
    if has_han(text) and is_sure(advertises(text)):
        return words >= 3
    return words >= 3 or (words >= 1 and phones >= 1 and (words >= 2 or ems(text) <= 30))


def is_slogan(segments: list[str]) -> bool:
    """Two to four short runs of equal length with nothing between them (`拼增速 拼增量 拼质量`)."""
    lengths = {len(segment) for segment in segments}
    short = max(lengths, default=0) <= 5 and all(re.fullmatch(f"[{HAN}]+", segment) for segment in segments)
    return 2 <= len(segments) <= 4 and len(lengths) == 1 and short


def is_banner(text: str, segments: list[str], *, first: bool) -> bool:
    """A theme over the whole page: slogans strung together by a middle dot, or the study of a congress' spirit.

    So are two halves of equal length that stand first on the page: 巩固脱贫成果 推进乡村振兴.
    """
    ends = bool(segments) and segments[-1].endswith("神")
    studied = ends and re.search(r"(?:学习|贯彻|落实|宣传).{2,24}精神$", "".join(segments))
    halves = len(segments) == 2 and len(segments[0]) == len(segments[1]) and 6 <= len(segments[0]) <= 8
    if first and halves and all(re.fullmatch(f"[{HAN}]+", segment) for segment in segments):
        return True
    strung = len(segments) >= 3 or (len(segments) == 2 and min(map(len, segments)) >= 6)
    return bool(studied) or ("·" in text and strung and _RUNS_ON.search(text) is None and "," not in text)
