"""How well names are found: `python -m benchmarks.names LABELS_FOLDER SITE_FOLDER`.

Compares the distinct names of each labelled page (the form is told in tests/names/labels/README.md) with those in the
data files of a built site, data/articles-*.jsonl.gz, and prints precision, recall and F1 of persons, places and
organisations, over all pages together; with --show also what was missed and what was wrong on each page.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

KINDS = {"persons": "people", "places": "places", "organizations": "organizations"}  # in the labels: in the data
DIVISIONS = ("特别行政区", "自治区", "街道", "省", "市", "区", "县", "州", "镇", "乡", "村", "国")
LONGEST_UNKNOWN = 5  # characters of a place that is not labelled on the page: 平顶山市, 示范园区; a clause is longer
Forms = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """What a page holds of one kind: each name as the forms that count for it, and what is neither right nor wrong."""

    names: tuple[Forms, ...]
    optional: tuple[Forms, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Names of one kind: how many labels were found, which were missed (first form), which names were wrong."""

    found: int
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        """The share of the right among the names found; 1 when nothing was found and nothing was to be found."""
        return _share(self.found, self.found + len(self.wrong))

    @property
    def recall(self) -> float:
        """The share of the labels that were found; 1 when there are none."""
        return _share(self.found, self.found + len(self.missed))

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def compare(predicted: Iterable[str], labels: Labels, place_names: AbstractSet[str] | None = None) -> Outcome:
    """The outcome of one kind on one page; a label that is found in several forms is found once.

    With `place_names`, the places labelled on the page, the names are taken as organisations: a form with a place in
    front (文峰区发改委 for 区发改委), or without the place in front of it, counts too.
    """
    places = None if place_names is None else place_names | {_stem(name) for name in place_names}
    found: set[Forms] = set()
    wrong: list[str] = []
    for name in sorted(set(predicted)):
        meant = _meant(name, labels, places)
        if meant is None:
            wrong.append(name)
        elif meant in labels.names:
            found.add(meant)
    return Outcome(len(found), tuple(one[0] for one in labels.names if one not in found), tuple(wrong))


def _meant(name: str, labels: Labels, places: Collection[str] | None) -> Forms | None:
    """The label that `name` stands for: one that has it as a form, else, for organisations, one that is like it."""
    every = labels.names + labels.optional
    for forms in every:
        if name in forms:
            return forms
    if places is None:
        return None
    return next((forms for forms in every if any(_same_body(name, form, places) for form in forms)), None)


def _same_body(name: str, form: str, places: Collection[str]) -> bool:
    """Whether one of the two is the other with nothing but places in front."""
    if form.endswith(name):
        return form.removesuffix(name) in places
    return name.endswith(form) and _is_of_places(name.removesuffix(form), places)


def _is_of_places(lead: str, places: Collection[str]) -> bool:
    """Whether `lead` is places of the page and nothing else, but for one in front that is told by its last word."""
    while place := max((one for one in places if lead.endswith(one)), key=len, default=""):
        lead = lead.removesuffix(place)
    return not lead or (len(lead) <= LONGEST_UNKNOWN and lead.endswith(DIVISIONS))


def _stem(place: str) -> str:
    """A place without its last word: 文峰 of 文峰区, and the name itself where that would leave one character."""
    ending = next((one for one in DIVISIONS if place.endswith(one)), "")
    return place.removesuffix(ending) if len(place) > len(ending) + 1 else place


def pool(outcomes: Iterable[Outcome]) -> Outcome:
    """The outcomes of several pages as one."""
    every = tuple(outcomes)
    return Outcome(
        sum(one.found for one in every),
        tuple(name for one in every for name in one.missed),
        tuple(name for one in every for name in one.wrong),
    )


def compare_page(predicted: Mapping[str, Iterable[str]], labels: Mapping[str, Labels]) -> dict[str, Outcome]:
    """The outcome of each kind of KINDS on one page."""
    places = labels["places"]
    known = frozenset(form for forms in places.names + places.optional for form in forms)
    return {
        kind: compare(predicted.get(kind, ()), labels[kind], known if kind == "organizations" else None)
        for kind in KINDS
    }


def read_labels(folder: Path) -> Iterator[tuple[str, dict[str, Labels]]]:
    """Each page of a folder of labels, by the name of its raw file. Files without a key `page` are none of ours."""
    for file in sorted(folder.glob("*.yaml")):
        told = yaml.safe_load(file.read_text(encoding="utf-8"))
        if isinstance(told, dict) and "page" in told:
            optional = told.get("optional") or {}
            yield told["page"], {kind: Labels(_forms(told.get(kind)), _forms(optional.get(kind))) for kind in KINDS}


def _forms(names: Sequence[str] | None) -> tuple[Forms, ...]:
    return tuple(tuple(name.split("|")) for name in names or ())


def read_names(site: Path) -> dict[str, dict[str, set[str]]]:
    """The distinct names of each raw file, by kind, in the data files of a built site."""
    pages: dict[str, dict[str, set[str]]] = {}
    for file in sorted((site / "data").glob("articles-*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                for source in article["source"]:
                    page = pages.setdefault(source["file"], {kind: set() for kind in KINDS})
                    for kind, key in KINDS.items():
                        page[kind].update(_bare(one) for one in article.get(key) or ())
    return pages


def _bare(named: Mapping[str, Any]) -> str:
    """A name without the places above it: 文峰区 of 安阳市/文峰区."""
    return str(named["name"]).rpartition("/")[2]


def tell(kind: str, outcome: Outcome) -> str:
    """One line of the report."""
    return (
        f"{kind:14} precision {outcome.precision:.3f}   recall {outcome.recall:.3f}   F1 {outcome.f1:.3f}   "
        f"{outcome.found:4} found {len(outcome.missed):4} missed {len(outcome.wrong):4} wrong"
    )


def _show(page: str, outcomes: Mapping[str, Outcome]) -> str:
    lines = [page]
    for kind, one in outcomes.items():
        lines += [f"  {kind} {word}: {' '.join(names)}" for word, names in _faults(one) if names]
    return "\n".join(lines) + "\n"


def _faults(outcome: Outcome) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("missed", outcome.missed), ("wrong", outcome.wrong)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns 0, or 2 by way of argparse when there is nothing to compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labels", type=Path, help="folder of labelled pages, one .yaml each")
    parser.add_argument("site", type=Path, help="folder of a built site")
    parser.add_argument("--show", action="store_true", help="list what was missed and what was wrong on each page")
    told = parser.parse_args(arguments)
    labels, names = dict(read_labels(told.labels)), read_names(told.site)
    if not labels or not names:
        parser.error(f"no {'labelled pages' if not labels else 'data/articles-*.jsonl.gz'} in the folder")
    outcomes = {page: compare_page(names.get(page, {}), kinds) for page, kinds in labels.items()}
    for page, outcome in outcomes.items():
        if page not in names:
            sys.stdout.write(f"{page} is not in the site: all its names count as missed\n")
        if told.show:
            sys.stdout.write(_show(page, outcome))
    for kind in KINDS:
        sys.stdout.write(tell(kind, pool(one[kind] for one in outcomes.values())) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
