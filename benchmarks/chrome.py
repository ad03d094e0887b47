"""How much of an article's page is not the article: `python -m benchmarks.chrome SITE` (a built site).

Two figures a page, in bytes. *Chrome*: the page less its <article> element and less what its head tells about the
article (title, meta, canonical and alternate links, JSON-LD). *Frame*: the page less that head and less the article's own
head, text and pictures; it also counts the source slip, what stands beside the article and the foot with signature and
citation.
"""

from __future__ import annotations

import argparse
import re
import statistics
from pathlib import Path

LIMIT = 2560
"""The chrome of a page in bytes."""

_TOLD = re.compile(
    r"<title>.*?</title>\n?|<meta(?! charset| http-equiv| name=\"viewport\")[^>]*>\n?"
    r"|<link rel=\"(?:canonical|alternate)\"[^>]*>\n?|<script type=\"application/ld\+json\">.*?</script>\n?",
    re.DOTALL,
)
_ARTICLE = re.compile(r"<article.*</article>\n?", re.DOTALL)
_COLUMN = re.compile(r'<div class="column".*(?=<section class="links")', re.DOTALL)


def chrome_of(page: str) -> int:
    """The bytes of an article's page that are neither the article nor facts about it."""
    return len(_ARTICLE.sub("", _TOLD.sub("", page)).encode())


def frame_of(page: str) -> int:
    """The same, with what stands in the article element besides its head, text and pictures."""
    return len(_COLUMN.sub("", _TOLD.sub("", page)).encode())


def main() -> int:
    """Print median and maximum of both figures; 1 where the chrome of a page is over the limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    pages = [file.read_text(encoding="utf-8") for file in sorted(parser.parse_args().site.glob("a/*/*/index.html"))]
    pages = [page for page in pages if "<article" in page]
    if not pages:
        print("no article pages")
        return 1
    for name, measure in (("chrome", chrome_of), ("frame", frame_of)):
        sizes = [measure(page) for page in pages]
        print(f"{name}: median {statistics.median(sizes):,.0f}, most {max(sizes):,} bytes, {len(sizes):,} pages")
    return int(max(map(chrome_of, pages)) > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
