"""How long the search for related articles takes, and what it finds: `python -m benchmarks.related [CONTENT] [--reasons]`.

CONTENT is the content/ folder of an archive, our own without. It prints processor seconds of a first run, of a run after
one edit (what was kept is read and written) and of one where nothing has changed, and how many articles each reason gave.
With `--reasons` every article with its related ones and the reasons, to be read and judged by a person; `--only WORDS` of
these the reasons that hold these words.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from time import process_time
from typing import TypeVar

from jianbao.archive.link import link
from jianbao.archive.model import Archive, Article, Named, Related
from jianbao.archive.order import printed_day
from jianbao.archive.stories.related import relate
from jianbao.archive.stories.traits import Traits
from jianbao.kept import keep, read_kept
from jianbao.knowledge.rarity import rarity

CONTENT = Path(__file__).parent.parent / "content"
FORM = "benchmark"
Made = TypeVar("Made")


def traits_of(article: Article, archive: Archive) -> Traits:
    """An article of a linked archive as the search receives it; what has no page of its own counts by its label."""
    front = article.front
    city = next(
        (label.rpartition("/")[0] for label in front.districts if "/" in label), archive.pages[article.page].city
    )
    return Traits(
        id=article.id, page=article.page, position=article.position, kind=front.kind, title=front.title,
        kicker=front.kicker, subtitle=front.subtitle, section=front.section, text=article.plain,
        digest=article.digest,
        newspaper=front.newspaper, printed=printed_day(front), city=city, districts=front.districts,
        topics=front.topics, keywords=article.keywords,
        people=_by_key(one for one in article.people if one.kind == "person"),
        organizations=_by_key(article.organizations), places=_by_key(article.places),
        authors=tuple(author.name for author in front.authors), language=front.language,
    )  # fmt: skip


def _by_key(named: Iterable[Named]) -> dict[str, str]:
    return {one.path or f"{one.parent}/{one.name}": one.name for one in named}


def timed(what: str, run: Callable[[], Made]) -> Made:
    """Runs it and prints the processor seconds it took."""
    start = process_time()
    result = run()
    print(f"{what:36}{process_time() - start:8.2f} s")
    return result


def measure(traits: Mapping[str, Traits], folder: Path) -> dict[str, tuple[Related, ...]]:
    """Prints the times of the three runs; gives the related articles of the first."""
    file = folder / "related.json"
    rarity("的")  # the table of words is read once a process, by whoever asks first

    def run(articles: Mapping[str, Traits]) -> dict[str, tuple[Related, ...]]:
        kept = read_kept(file, FORM)
        related, keeping = relate(articles, kept)
        if keeping is not kept:
            keep(file, FORM, keeping)
        return related

    related = timed(f"{len(traits)} articles, nothing kept", lambda: run(traits))
    print(f"{'kept':36}{file.stat().st_size / 1e6:8.2f} MB")
    timed("nothing changed", lambda: run(traits))
    middle = sorted(traits)[len(traits) // 2]
    edited = {**traits, middle: replace(traits[middle], text=traits[middle].text + "他说，路修好了。")}
    after = timed("one article edited", lambda: run(edited))
    if after != relate(edited, None)[0]:
        print("AFTER THE EDIT IT IS NOT WHAT A FIRST RUN FINDS")
    return related


def count_reasons(related: Mapping[str, Sequence[Related]]) -> None:
    """Prints how many articles have related ones, and how many each reason gave."""
    reasons = Counter(one.zh.partition("：")[0] for found in related.values() for one in found)
    print(f"{sum(1 for found in related.values() if found)} of {len(related)} articles have related ones")
    for reason, count in reasons.most_common():
        print(f"{count:8} {reason}")


def print_reasons(related: Mapping[str, Sequence[Related]], archive: Archive, words: str) -> None:
    """Prints every article that has any, its related ones, and why."""
    for id, article in archive.articles.items():
        found = [one for one in related.get(id, ()) if words in one.zh]
        if found:
            print(f"\n{id} {article.front.issued or '????'} {article.display}")
        for one in found:
            print(f"    {one.article} {archive.articles[one.article].display}  [{one.zh}]")


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the times, or the reasons."""
    parser = argparse.ArgumentParser(description="How long the search for related articles takes, and what it finds.")
    parser.add_argument("content", nargs="?", type=Path, default=CONTENT, help="the content/ folder of an archive")
    parser.add_argument("--cache", type=Path, help="where the names found in the articles are kept; nowhere without")
    parser.add_argument("--reasons", action="store_true", help="print every reason")
    parser.add_argument("--only", default="", metavar="WORDS", help="of the reasons those that hold these words")
    told = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:  # linking brings the register up to date; a benchmark leaves no trace
        archive = link(copytree(told.content, Path(folder, "content")), told.cache, jobs=0)
    traits = {id: traits_of(one, archive) for id, one in archive.articles.items() if not one.front.withheld}
    with TemporaryDirectory() as folder:
        related = measure(traits, Path(folder))
    count_reasons(related)
    if told.reasons or told.only:
        print_reasons(related, archive, told.only)


if __name__ == "__main__":
    main()
