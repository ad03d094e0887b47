"""Persons in an English article: full names after a title, with initials, after a first name, or in a by-line.

`Mr. Brown` alone names nobody; where a John Brown stands in the same article, and no other Brown, it is a further place of his.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from jianbao.archive.names.reading_of_name import Reading
from jianbao.knowledge.english_names import english_names
from jianbao.knowledge.told_people import ToldPeople

_WORD = r"(?:(?:Mc|Mac|O['’]|De|Van|Von|La|Le)?[A-Z][a-z]+(?:[-'’][A-Z][a-z]+)?)"
_GAP = r"(?:[^\S\n]+|\n(?!\n))"
_CAPITALS = re.compile(
    rf"(?<![\w.'’])(?<!\w[-–])(?:(?:[A-Z]\.{_GAP}?)+|{_WORD}{_GAP})"
    rf"(?:[A-Z]\.{_GAP}?|(?:{_WORD}|de|van|von|la){_GAP}(?=[A-Z])){{0,4}}{_WORD}(?:,?\s(?:Jr|Sr)\b\.?)?(?![\w-])"
)
"""Two or more capitalised words or initials in a row, an initial or a word first, a word last."""
_LONGEST = 4
"""Words and initials of a name; a longer row of capitals is a heading."""
_WIDOW = "Mrs"
"""Mrs. John Smith is not John Smith: the title belongs to her name."""
_BY = frozenset(("By", "BY"))


def find_english(texts: Mapping[str, str], told: ToldPeople) -> dict[str, list[Reading]]:
    """The names in the parts of a passage, in the order of the text."""
    found = {part: list(_full_names(text, told)) for part, text in texts.items()}
    by_surname: dict[str, set[str]] = defaultdict(set)
    for reading in (one for readings in found.values() for one in readings):
        by_surname[reading.name.removesuffix(" Jr.").split()[-1]].add(reading.name)
    known = {surname: names.pop() for surname, names in by_surname.items() if len(names) == 1}
    return {
        part: sorted([*readings, *_by_title(texts[part], known, readings)], key=lambda one: one.start)
        for part, readings in found.items()
    }


def _full_names(text: str, told: ToldPeople) -> Iterator[Reading]:
    for name in told.added:
        yield from (
            Reading(one.start(), one.end(), 1.0, name, rule="told")
            for one in re.finditer(rf"\b{re.escape(name)}\b", text)
        )
    for found in _CAPITALS.finditer(text):
        reading = _reading(text, found.start(), found.end())
        if reading and reading.name not in told.never and reading.name not in told.added:
            yield reading


def _reading(text: str, start: int, end: int) -> Reading | None:
    """The row of capitals text[start:end] as a name, where its title, its first name or its initials say so."""
    known = english_names()
    words = _words(text, start, end)
    title, title_start = _title_before(text, start), start
    by = words[0][0] in _BY and text[start - 1 : start] in ("", "\n", "(")
    words = words[1:] if by else words
    while len(words) > 1 and not (by or title) and not _opens(words[0][0]):
        title, title_start = (words[0][0], words[0][1]) if words[0][0].rstrip(".") in known.titles else ("", start)
        words = words[1:]
    if not 2 <= len(words) <= _LONGEST or words[-1][0].rstrip(".") in known.places or _is_place_after(text, end):
        return None
    if not (by or title or _opens(words[0][0])) or words[0][0] in known.places:
        return None
    begin = words[0][1]
    if title.rstrip(".") == _WIDOW:
        begin, title = (title_start if title_start < begin else text.rfind(_WIDOW, 0, begin)), ""
    name = re.sub(r"\s+", " ", text[begin:end])
    post = "" if title.rstrip(".") in known.address else title
    return Reading(
        begin, end, 1.0, name, post, text.rfind(title, 0, begin) if title else begin, "title" if title else "form"
    )


def _words(text: str, start: int, end: int) -> list[tuple[str, int]]:
    return [(one[0], start + one.start()) for one in re.finditer(r"[A-Z]\.|[^\s,]+", text[start:end])]


def _title_before(text: str, start: int) -> str:
    """A title in front of the row (`Rev. `), which the full stop keeps out of it."""
    found = re.search(r"([A-Z][A-Za-z-]+\.?)\s$", text[max(0, start - 20) : start])
    return found[1] if found and found[1].rstrip(".") in english_names().titles else ""


def _opens(word: str) -> bool:
    """Whether a name may begin with it and nothing else need tell: a first name, or an initial."""
    return word in english_names().first_names or (len(word) == 2 and word[1] == ".")


def _is_place_after(text: str, end: int) -> bool:
    found = re.match(r"[\s-]([A-Za-z]+)", text[end : end + 20])
    return bool(
        found and found[1].capitalize() in english_names().places and (found[1][0].isupper() or text[end] == "-")
    )


def _by_title(text: str, known: Mapping[str, str], taken: Iterable[Reading]) -> Iterator[Reading]:
    """`Mr. Brown`, the surname as the place, where the article knows one Brown only."""
    spans = [(one.start, one.end) for one in taken]
    for found in _titled().finditer(text):
        start, end = found.span("surname")
        if found["surname"] in known and all(end <= first or start >= last for first, last in spans):
            yield Reading(start, end, 0.0, known[found["surname"]], rule="short")


@cache
def _titled() -> re.Pattern[str]:
    titles = "|".join(
        sorted(map(re.escape, english_names().titles - {_WIDOW, "Miss"}), key=lambda word: (-len(word), word))
    )
    return re.compile(rf"\b(?:{titles})\.?\s(?P<surname>{_WORD})\b(?!\s[A-Z])")
