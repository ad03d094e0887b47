"""How near a reading comes to the gold: what a careful archivist made of the same page (gold/FORMAT.md).

Articles of the two are paired one to one by the likeness of their whole texts; at 0.90 an article counts as found.
Shares are F1 over all pages at once; `cer` is character errors of the bodies of the articles found, `lost` and `extra`
characters of the gold in no article, and of articles in no gold. Punctuation's width and quotes' style do not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz.distance import Indel, Levenshtein

from jianbao.content.front_text import article_text
from jianbao.reading.page import ReadPage

FOUND = 0.90
_QUOTES = str.maketrans(dict.fromkeys("“”「」", '"') | dict.fromkeys("‘’", "'") | dict.fromkeys("—–―", "-"))
_LOSS = re.compile(r"\[…\]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def fold(text: str) -> str:
    """What a reader would call the same words: no white space, no widths, no styles of quotes, no marks of loss."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", _LOSS.sub("", text).translate(_QUOTES)).translate(_QUOTES))


@dataclass(frozen=True)
class Article:
    """An article's facts and its body: folded text, its sub-heads, where its paragraphs end, where it has losses."""

    facts: Mapping[str, Any]
    text: str
    subheads: tuple[str, ...]
    breaks: frozenset[int]
    losses: tuple[int, ...]

    @property
    def whole(self) -> str:
        """Headline, sub-heads, body and captions."""
        captions = "".join(str(caption["text"]) for caption in self.facts.get("captions", []))
        return fold(str(self.facts.get("title", "")) + "".join(self.subheads)) + self.text + fold(captions)

    @property
    def everything(self) -> str:
        """The same with all that stands around it."""
        around = "".join(joined(self.facts.get(key)) for key in ("kicker", "subtitle", "section"))
        return self.whole + fold(around + "".join(str(author["name"]) for author in self.facts.get("authors", [])))


def joined(value: object) -> str:
    """A text, or the texts of a list in one."""
    return "".join(map(str, value)) if isinstance(value, list) else str(value or "")


def as_read(page: ReadPage) -> list[Article]:
    """The articles of a page as the program would write them."""
    return [parse(article_text(article.front, article.body)) for article in page.articles]


def parse(markdown: str) -> Article:
    """An article from its Markdown file."""
    _, front, body = markdown.replace("\r\n", "\n").split("---\n", 2)
    blocks = [_ESCAPED.sub(r"\1", block.strip()) for block in re.split(r"\n\s*\n", body.strip()) if block.strip()]
    text, breaks, losses = "", set(), []
    for block in (block for block in blocks if not block.startswith("#")):
        if text:
            breaks.add(len(text))
        for number, piece in enumerate(_LOSS.split(block)):
            if number:
                losses.append(len(text))
            text += fold(piece)
    subheads = tuple(block.lstrip("# ") for block in blocks if block.startswith("#"))
    return Article(yaml.safe_load(front), text, subheads, frozenset(breaks), tuple(losses))


def load(folder: Path) -> list[Article]:
    """The gold articles of a page."""
    return [parse(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.md"))]


Pair = tuple[Article, Article | None, float]


def pair(gold: Sequence[Article], run: Sequence[Article]) -> list[Pair]:
    """Each gold article with the likest of the run that is left for it."""
    likeness = sorted(
        (
            (Levenshtein.normalized_similarity(g.whole, r.whole), i, j)
            for i, g in enumerate(gold)
            for j, r in enumerate(run)
        ),
        reverse=True,
    )
    mates: dict[int, tuple[int, float]] = {}
    for alike, i, j in likeness:
        if alike > 0.3 and i not in mates and all(j != taken for taken, _ in mates.values()):
            mates[i] = (j, alike)
    return [(g, run[mates[i][0]], mates[i][1]) if i in mates else (g, None, 0.0) for i, g in enumerate(gold)]


def _values(key: str) -> Callable[[Article], list[object]]:
    def values(article: Article) -> list[object]:
        value = fold(joined(article.facts.get(key)))
        return [value] if value else []

    return values


FIELDS: Mapping[str, Callable[[Article], Iterable[object]]] = {
    **{key: _values(key) for key in ("title", "kicker", "subtitle", "section", "kind", "order", "event_date")},
    "authors": lambda a: [(fold(str(x["name"])), x["role"]) for x in a.facts.get("authors", [])],
    "districts": lambda a: a.facts.get("districts", []),
    "captions": lambda a: [fold(str(caption["text"])) for caption in a.facts.get("captions", [])],
    "subheads": lambda a: [fold(subhead) for subhead in a.subheads],
}


def carried_over(offsets: Iterable[int], source: str, target: str) -> list[int]:
    """Offsets of a text carried over to another by their alignment."""
    steps = list(Indel.opcodes(source, target))
    out = []
    for at in offsets:
        step = next((s for s in steps if s.tag == "equal" and s.src_start <= at <= s.src_end), None)
        if step is not None:
            out.append(step.dest_start + at - step.src_start)
    return out


def count(gold: Sequence[Article], run: Sequence[Article], furniture: str) -> Counter[str]:
    """The counts of a page: `name right`, `name got`, `name wanted`, and `name errors`, `name size` for rates."""
    pairs = pair(gold, run)
    counts: Counter[str] = Counter()

    def tally(name: str, right: int, got: int, wanted: int) -> None:
        counts.update({f"{name} right": right, f"{name} got": got, f"{name} wanted": wanted})

    tally("split", sum(alike >= FOUND for _, _, alike in pairs), len(run), len(gold))
    for name, values in FIELDS.items():
        hits = sum(sum((Counter(values(g)) & Counter(values(r))).values()) for g, r, _ in pairs if r)
        tally(name, hits, sum(len(list(values(r))) for r in run), sum(len(list(values(g))) for g in gold))
    breaks = sum(len(set(carried_over(g.breaks, g.text, r.text)) & r.breaks) for g, r, _ in pairs if r)
    tally("paragraphs", breaks, sum(len(r.breaks) for r in run), sum(len(g.breaks) for g in gold))
    near = sum(
        any(abs(there - at) <= 10 for there in r.losses)
        for g, r, _ in pairs
        if r
        for at in carried_over(g.losses, g.text, r.text)
    )
    tally("losses", near, sum(len(r.losses) for r in run), sum(len(g.losses) for g in gold))
    for g, r, alike in pairs:
        if r is not None and alike >= FOUND:
            counts.update({"cer errors": Levenshtein.distance(g.text, r.text), "cer size": len(g.text)})
    of_gold = Counter("".join(g.everything for g in gold))
    of_run = Counter("".join(r.everything for r in run))
    counts.update({"lost errors": (of_gold - of_run).total(), "lost size": of_gold.total()})
    extra = of_run - of_gold - Counter(fold(furniture))
    counts.update({"extra errors": extra.total(), "extra size": of_gold.total()})
    return counts


BEST_AT_ZERO = ("cer", "lost", "extra")


def figures(counts: Mapping[str, int]) -> dict[str, float]:
    """The F1s and rates of the counts, rounded to four places."""
    out = {}
    for name in ("split", *FIELDS, "paragraphs", "losses"):
        total = counts[f"{name} got"] + counts[f"{name} wanted"]
        out[name] = round(2 * counts[f"{name} right"] / total, 4) if total else 1.0
    for name in BEST_AT_ZERO:
        size = counts[f"{name} size"]
        out[name] = round(counts[f"{name} errors"] / size, 4) if size else 0.0
    return out
