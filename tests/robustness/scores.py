"""Scores of generated pages: the gate's own measure, and how much furniture got into articles (`leak`)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jianbao.reading.page import Facts, RawPage, ReadPage
from jianbao.reading.read import read_page
from jianbao.text.encoding import Decoded, decode
from tests.gate import measure
from tests.robustness.gold_files import markdown_of
from tests.robustness.sheet import Sheet

COLUMNS = (
    "split", "title", "kicker", "subtitle", "section", "kind", "authors", "captions", "subheads", "paragraphs",
    "losses", "order", "cer", "lost", "extra", "leak",
)  # fmt: skip
AT_ZERO = (*measure.BEST_AT_ZERO, "leak")
_GRAM = 8


def read(sheet: Sheet) -> ReadPage:
    """The sheet's file as the program reads it, with nothing told about it."""
    decoded = decode(sheet.data)
    assert isinstance(decoded, Decoded), f"{sheet.name}: {decoded}"
    return read_page(RawPage(f"{sheet.name}.txt", decoded.text, decoded.encoding), Facts())


def _grams(text: str) -> set[str]:
    folded = measure.fold(text)
    return {folded[at : at + _GRAM] for at in range(max(1, len(folded) - _GRAM + 1))} if len(folded) > 3 else set()


def leak_of(gold: Iterable[measure.Article], run: Iterable[measure.Article], furniture: Iterable[str]) -> Counter[str]:
    """Runs of eight characters of furniture, how many there are and how many stand in an article of the run."""
    mine = "\0".join(article.everything for article in gold)
    said = "\0".join(article.everything for article in run)
    grams = {gram for text in furniture for gram in _grams(text) if gram not in mine}
    return Counter({"leak errors": sum(gram in said for gram in grams), "leak size": len(grams)})


def counts_of(sheet: Sheet, page: ReadPage) -> Counter[str]:
    """The counts of a page; an advertisement may be furniture or an article of its own, as one likes."""
    run = measure.as_read(page)
    advertisements = measure.fold("".join(f.text for f in sheet.furniture if f.kind == "advertisement"))
    run = [article for article in run if not advertisements or article.everything not in advertisements]
    gold = [measure.parse(markdown_of(article)) for article in sheet.articles]
    furniture = [piece.text for piece in sheet.furniture if piece.kind != "duplicate"]
    counts = measure.count(gold, run, "".join(piece.text for piece in sheet.furniture))
    return counts + leak_of(gold, run, furniture)


def figures(counts: Mapping[str, int]) -> dict[str, float]:
    """The gate's figures and `leak`."""
    size = counts.get("leak size", 0)
    return {**measure.figures(Counter(counts)), "leak": round(counts.get("leak errors", 0) / size, 4) if size else 0.0}


@dataclass(frozen=True, slots=True)
class Scored:
    """A page and its counts."""

    sheet: Sheet
    counts: Counter[str]

    @property
    def loss(self) -> float:
        """How bad it is: what the figures lack, with the separation of articles counted thrice."""
        row = figures(self.counts)
        return 3 * (1 - row["split"]) + sum(row[n] if n in AT_ZERO else 1 - row[n] for n in COLUMNS)


def by_damage(scored: Iterable[Scored]) -> dict[str, dict[str, float]]:
    """Figures of the pages that have a damage, by its name; `all` are those of all pages."""
    pools: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for page in scored:
        for name in ("all", *page.sheet.damages):
            pools[name].update(page.counts)
            pools[name]["pages"] += 1
    return {name: {**figures(pools[name]), "pages": pools[name]["pages"]} for name in sorted(pools)}
