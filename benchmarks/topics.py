"""How good the topics are: `python -m benchmarks.topics LABELS ARTICLES [--each]`, without arguments on our own seeds.

LABELS is a file in the form of tests/names/labels/topics.yaml or a folder of such files, ARTICLES the folder with the
articles that they speak of: a content folder, or one of gold pages. The topics are given anew to the articles' titles and
texts, whatever their front matter says. A label lists the topics that a librarian accepts: `right` of the vocabulary as it
was when the label was written, `also` of those that it has had since. Prints the articles with a right topic, with a right
one first, with none, and the topics given and how many of them are wrong; with --each a line an article.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from jianbao.knowledge.topics import Topics
from jianbao.reading.topics import topics_of

ROOT = Path(__file__).parent.parent
OWN = ROOT / "tests" / "names" / "labels" / "topics.yaml", ROOT / "content"


@dataclass(frozen=True)
class Article:
    """What the topics are read from."""

    page: str
    titles: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Judged:
    """An article of a label: its first words, what it was given and what a librarian accepts."""

    title: str
    given: tuple[str, ...]
    right: frozenset[str]


def read_articles(folder: Path) -> Iterator[Article]:
    """All articles below the folder, in the order of their paths; `page` is the stem of the raw page, or of the folder."""
    for file in sorted(folder.rglob("[0-9]*.md")):
        _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
        front = yaml.safe_load(head)
        source = front.get("source") or [{"file": file.parent.name}]
        captions = [str(caption["text"]) for caption in front.get("captions", ())]
        titles = [
            *front.get("kicker", ()),
            front.get("title", ""),
            *front.get("subtitle", ()),
            front.get("section", ""),
        ]
        prose = "\n".join([body.replace("## ", "").strip(), *captions])
        yield Article(Path(source[0]["file"]).stem, tuple(str(title) for title in titles if title), prose)


def judge(labels: Sequence[Mapping[str, Any]], articles: Sequence[Article], topics: Topics) -> Iterator[Judged]:
    """Every label with the article that begins with its title; of several the next one that was not taken yet."""
    left = list(articles)
    for label in labels:
        start = "".join(str(label["title"]).split())
        found = next(a for a in left if any(begins(words, start) for words in (*a.titles, a.text)))
        left.remove(found)
        accepted = frozenset((*label["right"], *label.get("also", ())))
        yield Judged(str(label["title"]), topics_of(found.titles, found.text, topics), accepted)


def begins(words: str, start: str) -> bool:
    """Does a headline or text begin with these characters, spaces left out?"""
    return "".join(words.split()).startswith(start)


def tell(judged: Sequence[Judged]) -> str:
    """The figures in one line."""
    right = sum(bool(set(one.given) & one.right) for one in judged)
    first = sum(bool(one.given and one.given[0] in one.right) for one in judged)
    given = sum(len(one.given) for one in judged)
    wrong = sum(len(set(one.given) - one.right) for one in judged)
    none = sum(not one.given for one in judged)
    return (
        f"{len(judged)} articles: a right topic {right} ({right / len(judged):.1%}), right first {first} "
        f"({first / len(judged):.1%}), none {none}; topics given {given}, wrong {wrong}"
    )


def measure(labels: Path, folder: Path, topics: Topics) -> list[Judged]:
    """All labels of the file or folder, judged."""
    judged: list[Judged] = []
    for file in sorted(labels.glob("*.yaml")) if labels.is_dir() else [labels]:
        told = yaml.safe_load(file.read_text(encoding="utf-8"))
        pages = sorted(folder.glob(f"{file.stem}*")) if labels.is_dir() else [folder]
        judged += judge(told, [article for page in pages for article in read_articles(page)], topics)
    return judged


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.topics", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("labels", nargs="?", type=Path, default=OWN[0])
    parser.add_argument("articles", nargs="?", type=Path, default=OWN[1])
    parser.add_argument("--each", action="store_true")
    given = parser.parse_args(arguments)
    judged = measure(given.labels, given.articles, Topics.load())
    for one in judged if given.each else ():
        wrong = set(one.given) - one.right
        sign = "right" if set(one.given) & one.right else "NONE " if not one.given else "WRONG"
        print(sign, one.title[:30], "|", *one.given, *([f"| wrong: {', '.join(sorted(wrong))}"] if wrong else []))
    print(tell(judged))
    return 0


if __name__ == "__main__":
    sys.exit(main())
