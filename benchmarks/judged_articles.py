"""Articles as read, each with what is wrong with it against the gold, and with its doubt.

An article is wrong when it is not found whole (0.90 alike), or anything that stands in the gold differs: headline,
kicker, subtitle, label, kind, authors, captions, sub-heads, where paragraphs end, where text is lost, a character.
Width and style of punctuation do not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from jianbao.reading.doubts import doubt_of
from jianbao.reading.page import Facts, RawPage, Sign
from jianbao.reading.read import read_page
from jianbao.text.encoding import Decoded, decode
from tests.gate.measure import FIELDS, FOUND, Article, as_read, carried_over, fold, load, pair

FACTS = tuple(name for name in FIELDS if name not in ("order", "event_date", "districts"))
_NEAR = 10
"""Characters: a mark of loss stands in the right place when it is no further off."""


@dataclass(frozen=True)
class Judged:
    """An article of a run: the page, its number on it, its headline, its faults (none: right), its signs and its doubt."""

    page: str
    number: int
    title: str
    faults: tuple[str, ...]
    signs: tuple[Sign, ...]
    doubt: float


def judge_folder(
    raw: Path, gold: Path, names: tuple[str, ...] = ("",), ignored: Sequence[str] = ()
) -> Iterator[Judged]:
    """The articles of all raw pages of a folder whose gold is there and whose names begin with one of `names`."""
    for file in sorted(raw.glob("*.txt")):
        if file.name.startswith(names) and (gold / file.stem).is_dir():
            yield from judge_page(file, gold / file.stem, ignored)


def judge_page(file: Path, gold: Path, ignored: Sequence[str] = ()) -> Iterator[Judged]:
    """The articles of one raw page. Advertisements may be furniture or articles, as one likes: they are left out."""
    decoded = decode(file.read_bytes())
    assert isinstance(decoded, Decoded), f"{file}: {decoded}"
    page = read_page(RawPage(file.name, decoded.text, decoded.encoding), Facts())
    record = yaml.safe_load((gold / "page.yaml").read_text(encoding="utf-8")) or {}
    kinds = (piece for piece in record.get("furniture", []) if piece["kind"] == "advertisement")
    advertisements = fold("".join(str(piece["text"]) for piece in kinds))
    run = as_read(page)
    mates = {id(read): (wanted, alike) for wanted, read, alike in pair(load(gold), run) if read is not None}
    for number, (read, signs) in enumerate(zip(run, page.signs, strict=True), 1):
        if id(read) not in mates and read.everything in advertisements:
            continue
        found = faults(read, *mates[id(read)]) if id(read) in mates else ["too many"]
        kept = tuple(fault for fault in found if fault not in ignored)
        yield Judged(file.stem, number, str(read.facts.get("title", "")), kept, signs, doubt_of(signs))


def faults(read: Article, wanted: Article, alike: float) -> list[str]:
    """What differs between an article as read and the gold."""
    found = ["not whole"] if alike < FOUND else []
    found += [name for name in FACTS if Counter(FIELDS[name](read)) != Counter(FIELDS[name](wanted))]
    if read.text != wanted.text:
        found.append("characters")
    if set(carried_over(wanted.breaks, wanted.text, read.text)) != read.breaks:
        found.append("paragraphs")
    places = carried_over(wanted.losses, wanted.text, read.text)
    near = all(abs(there - at) <= _NEAR for there, at in zip(read.losses, places, strict=False))
    if len(read.losses) != len(wanted.losses) or not near:
        found.append("losses")
    return found
