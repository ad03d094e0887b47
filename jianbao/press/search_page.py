"""/search/: the page on which a reader asks, and what its scripts need besides the index.

The words of the interface go into the page as JSON, so that the scripts hold no word of any language.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from jianbao.press.edition import Edition
from jianbao.press.sheet import Sheet

ENTRIES = 24
"""So many districts and topics stand on the page before anything is asked for, those with most articles first."""
_TOLD = (
    "title", "titled", "busy", "count", "hits", "none", "nothing_asked", "all", "filter", "filters", "undated", "advice",
    "failed", "paper_unknown",
)  # fmt: skip


def search_page(edition: Edition, files: Mapping[str, str]) -> Sheet:
    """/search/. `files` gives the marks of the files that are not of the index itself: `folding`, and offline `texts`."""
    archive = edition.archive
    view = {
        "words": _words(edition, files),
        "entries": [
            (area, sorted(edition.sized(groups.values()), key=lambda one: (-one[1], one[0].path))[:ENTRIES])
            for area, groups in (("districts", archive.districts), ("topics", archive.topics))
        ],
    }
    return edition.page("search.html", "search/", view)


def _words(edition: Edition, files: Mapping[str, str]) -> Markup:
    """What the scripts say and know, as JSON that no text can end."""
    table = edition.wording.table
    told: dict[str, Any] = {key: table["search"][key] for key in _TOLD}
    told |= {key: table[key] for key in ("dates", "kinds", "page_number", "paging")}
    told["site"] = {
        "title": edition.settings.title,
        "root": edition.site.root("search/"),
        "offline": edition.settings.offline,
        **files,
    }
    return Markup(json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))
