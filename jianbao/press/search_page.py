"""/search/: the page on which a reader asks, and what its scripts need besides the index.

The words of the interface go into the page as JSON, so that the scripts hold no word of any language. Offline no page can
read another one, so the texts in which results are confirmed stand beside the index there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import Any

from markupsafe import Markup

from jianbao.archive.model import Article
from jianbao.press.edition import Edition, Sign
from jianbao.press.sheet import Sheet, mark_of
from jianbao.press.slip import Sureness, fill_slip
from jianbao.search.catalogue import passages_of
from jianbao.search.folding_file import folding_file
from jianbao.search.index_files import script
from jianbao.search.packing import digest, pack

HOME = "search/"
ENTRIES = 24
"""So many districts and topics stand on the page before anything is asked for, those with most articles first."""
TEXTS_A_FILE = 64
Entries = tuple[tuple[str, tuple[tuple[Sign, int], ...]], ...]
_TOLD = (
    "title", "titled", "busy", "count", "hits", "none", "nothing_asked", "all", "filter", "filters", "undated", "advice",
    "failed", "sure",
)  # fmt: skip


def search_sheets(edition: Edition, about: bytes = b"") -> Iterator[Sheet]:
    """The page of the search, the table of traditional characters, and offline the texts of all articles.

    `about` is the first file of the index, which the page then has in itself: that spares a reader a way to the host.
    """
    texts = list(_texts(edition)) if edition.settings.offline else []
    marks = marks_of(texts)
    yield search_page(edition, marks, json.loads(about or "null"), search_entries(edition))
    yield _file(edition, "folding", marks["folding"], folding_file)
    yield from texts


def search_page(edition: Edition, marks: dict[str, str], about: Any, entries: Entries) -> Sheet:
    """The page itself; `marks` are those of the files that its scripts fetch, `about` what the index says of itself."""
    view = {"words": _words(edition, {**marks, "index": about}), "entries": entries}
    return edition.page("search.html", HOME, view)


def search_entries(edition: Edition) -> Entries:
    """The districts and the topics with most articles, under the name of their kind."""
    archive = edition.archive
    return tuple(
        (area, tuple(sorted(edition.sized(groups.values()), key=lambda one: (-one[1], one[0].path))[:ENTRIES]))
        for area, groups in (("districts", archive.districts), ("topics", archive.topics))
    )


def marks_of(texts: list[Sheet]) -> dict[str, str]:
    """The marks of the files that the scripts fetch besides the index."""
    return {"folding": digest(folding_file()), "texts": mark_of([sheet.mark for sheet in texts]) if texts else ""}


def _words(edition: Edition, marks: dict[str, Any]) -> Markup:
    """What the scripts say and know, as JSON that no text can end."""
    table = edition.wording.table
    told: dict[str, Any] = {key: table["search"][key] for key in _TOLD}
    told |= {key: table[key] for key in ("kinds", "paging")}
    told["site"] = {
        "title": edition.settings.title,
        "root": edition.site.root(HOME),
        "offline": edition.settings.offline,
        "block": TEXTS_A_FILE,
        **marks,
    }
    return Markup(json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))


def _texts(edition: Edition) -> Iterator[Sheet]:
    """What the pages of the articles say, so many numbers to a file, by id."""
    listed = (edition.archive.articles[id] for id in edition.entries)
    shown = sorted((one for one in listed if one.number >= 0), key=lambda one: one.number)
    for place, run in groupby(shown, key=lambda one: one.number // TEXTS_A_FILE):
        articles = tuple(run)
        told = [(one.id, one.digest, _around(edition, one)) for one in articles]
        yield _file(edition, f"x/{place}", mark_of(told), partial(_pack_texts, edition, articles))


def _pack_texts(edition: Edition, articles: tuple[Article, ...]) -> bytes:
    texts = {one.id: {**_passages(one), **_around(edition, one)} for one in articles}
    return pack(json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))


def _passages(article: Article) -> dict[str, tuple[str, ...]]:
    title, text = passages_of(article)
    return {"title": title, "text": text}


def _around(edition: Edition, article: Article) -> dict[str, Any]:
    """What a list of results says of an article besides its passages."""
    slip = fill_slip(edition, edition.archive.pages.get(article.page), article)
    words = edition.wording.table["slip"]
    source = [
        (box.text, _sureness(words, box.sureness, words[name]))
        for name, box in (("paper", slip.paper), ("day", slip.day), ("page", slip.page))
    ]
    return {
        "headline": article.display,
        "source": source,
        "districts": [edition.called(edition.archive.districts[slug]) for slug in article.districts],
        "language": edition.language_of(article),
    }


def _sureness(words: Mapping[str, str], sureness: Sureness, name: str) -> str:
    """The word that the slip has for it; none for what is known."""
    if sureness is Sureness.KNOWN:
        return ""
    return words["about"] if sureness is Sureness.ABOUT else words["unknown"].format(name=name)


def _file(edition: Edition, name: str, mark: str, make: Callable[[], bytes]) -> Sheet:
    """A packed file below search/, as the scripts fetch it: its bytes, or offline a script that hands them over."""
    if edition.settings.offline:
        return Sheet(f"{HOME}{name}.js", mark_of("script", mark), lambda: script(name, make()))
    return Sheet(f"{HOME}{name}.bin", mark, make)
