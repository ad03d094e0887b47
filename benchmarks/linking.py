"""How long linking takes: names, identities, keywords and stories of an archive, cold, again, and after one edit.

    python -m benchmarks.linking CONTENT [--jobs 2]

CONTENT is copied first. Reading the files and rendering are not counted: they have benchmarks of their own.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

from jianbao.archive.arrange import Arranged, arrange
from jianbao.archive.catalogue import make_catalogue
from jianbao.archive.check import check
from jianbao.archive.link import say_nothing
from jianbao.archive.link_names import link_names
from jianbao.archive.load import Shelf, load
from jianbao.archive.stories.gather import gather_traits
from jianbao.archive.stories.tell import tell_stories
from jianbao.at_rest import collector_at_rest

EDIT = "村民陈卫国说，路修好了。\n"


def main() -> None:
    """Print seconds for each state of the archive, and the peak of memory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("content", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    call = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        content, cache = Path(folder) / "content", Path(folder) / "cache"
        shutil.copytree(call.content, content)
        articles = sorted(content.rglob("*.md"))
        print(f"articles {len(articles)}, processes {call.jobs}")
        for state in ("cold", "nothing changed", "one edit", "one edit again"):
            if state.startswith("one edit"):
                with articles[len(articles) // 2].open("a", encoding="utf-8", newline="\n") as file:
                    file.write("\n" + EDIT)
            print(f"{state:16} {timed(content, cache, call.jobs)}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"peak memory: this process {peak[0] / 1024:.0f} MiB, the largest worker {peak[1] / 1024:.0f} MiB")


@collector_at_rest()
def timed(content: Path, cache: Path, jobs: int) -> str:
    """The seconds of one linking, part by part."""
    shelf, arranged = read(content)
    began = time.perf_counter()
    catalogue = make_catalogue(arranged, shelf)
    linked = link_names(arranged, catalogue, shelf, cache, jobs, say_nothing)
    named = time.perf_counter()
    tell_stories(gather_traits(arranged, linked), arranged, shelf, cache)
    told = time.perf_counter()
    return f"names {named - began:6.2f} s   stories {told - named:6.2f} s   together {told - began:6.2f} s"


def read(content: Path) -> tuple[Shelf, Arranged]:
    """The archive before it is linked."""
    shelf = load(content, None, 0, say_nothing)
    return shelf, arrange(check(shelf.articles, shelf.pages, shelf.districts, shelf.topics).articles, shelf.pages)


if __name__ == "__main__":
    sys.exit(main())
