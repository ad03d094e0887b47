"""The frame of plain pages: what stands around the matter of every one, set once for every depth of the site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

from markupsafe import Markup, escape

from jianbao.by_value import digest_by_value
from jianbao.press.addresses import file_of
from jianbao.press.edition import Edition
from jianbao.press.sheet import Late, Sheet, made

_HOLES = ("title", "here", "main")
_HOLE = "\x02{}\x02"
"""No text of a page holds this character."""

PlainPage = Callable[..., Sheet]


def plain_pages(edition: Edition) -> PlainPage:
    """What makes a plain page: `page(template, path, title, view, changed)`, where the template sees the view alone."""
    frame = cache(partial(_set_frame, edition))
    templates = {
        name: edition.theme.templates.get_template(f"plain/{name}.html") for name in ("article", "list", "index")
    }

    def page(template: str, path: str, title: str, view: Mapping[str, Any], changed: str = "") -> Sheet:
        def make() -> bytes:
            values = made(view) if any(type(one) is Late for one in view.values()) else view
            told = {"title": escape(title), "here": path, "main": templates[template].render(values)}
            return "".join([told.get(piece, piece) for piece in frame(edition.site.root(path))]).encode("utf-8")

        return Sheet(file_of(path), partial(_mark_of, edition.mark, template, title, view), make, path, changed)

    return page


def _mark_of(edition: str, template: str, title: str, view: Mapping[str, Any]) -> str:
    """The mark of a page, whose view is plain values and at most a late text; `sheet.mark_of` tells any."""
    values = [value.mark if type(value) is Late else value for value in view.values()]
    return digest_by_value(12, edition, template, title, values).hex()


def _set_frame(edition: Edition, root: str) -> list[str]:
    """The frame cut at its holes, of which the names stand in their places."""
    text = edition.theme.templates.get_template("plain/frame.html").render(
        {name: Markup(_HOLE.format(name)) for name in _HOLES},
        root=root,
        w=edition.wording.table,
        settings=edition.settings,
        interface=edition.language,
        assets={name: asset.file for name, asset in edition.theme.assets.items()},
        url=partial(edition.site.relative, root),
    )
    return text.split("\x02")
