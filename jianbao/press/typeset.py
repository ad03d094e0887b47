"""An article's body set in type: CommonMark → HTML, raw HTML shown as text, losses marked.

Almost every paragraph the cleaner writes holds no mark that CommonMark would read. Those are set directly, and give
the same HTML as the library at a tenth of its price (a property test holds the two together).
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from markupsafe import Markup, escape

from jianbao import short_cuts
from jianbao.press.plain_blocks import LOSS as LOSS  # noqa: PLC0414 - others know it from here
from jianbao.press.plain_blocks import set_blocks

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token

    from jianbao.press.names_in_text import NameLink

LOSS_NOTE = "lost"
"""The id of the note that says what a loss is."""

_LOSS_IN_TEXT = re.compile(r"\[…\](?=[^<>]*(?:<|$))")


def set_body(body: str, loss: str, anchors: bool = True, base: str = "") -> Markup:
    """The body as HTML. `loss` is the word for a loss (none: its sign stays); with `anchors` paragraphs have ids p1, p2 …

    `base` makes relative links absolute (for feeds). Headings begin at h2: h1 is the headline.
    """
    html = _set(body, base)
    return Markup(_mark(_number(html) if anchors else html, loss))


def set_linked_body(body: str, loss: str, plain: str, names: Sequence[NameLink], anchors: bool = True) -> Markup:
    """The body as HTML with links around its names, which are told by their places in its `plain` text.

    A loss leads to the page's note on losses (LOSS_NOTE).
    """
    from jianbao.press.names_in_text import link_names  # a plain site links no names

    html = link_names(_set(body, ""), plain, names)
    return Markup(_mark(_number(html) if anchors else html, loss, LOSS_NOTE))


def set_line(text: str, loss: str) -> Markup:
    """One line of plain text as HTML, its losses marked."""
    return Markup(_mark(str(escape(text)), loss))


def set_headline(text: str, loss: str) -> Markup:
    """A headline as HTML that breaks, if it must, at the spaces where the paper broke it; Latin headlines as they are."""
    parts = text.split(" ")
    if len(parts) < 2 or any(part.isascii() for part in parts):
        return set_line(text, loss)
    return Markup(" ").join(Markup("<span>{}</span>").format(set_line(part, loss)) for part in parts)


def first_paragraphs(body: str, characters: int) -> str:
    """The opening of a body: whole paragraphs before the first sub-head, until `characters` are reached."""
    taken: list[str] = []
    for block in body.strip().split("\n\n"):
        if taken and (block.startswith("#") or sum(map(len, taken)) >= characters):
            break
        taken.append(block)
    return "\n\n".join(taken)


def _set(body: str, base: str) -> str:
    """The HTML of a body: plain blocks directly, runs of other blocks by the library.

    A plain block after a blank line ends every list and quotation before it, so the runs can be read alone; only a
    fence or a definition of a link reaches further.
    """
    if short_cuts.ARE_OFF or "```" in body or "~~~" in body or "]:" in body:
        return _read(body, base)
    html: list[str] = []
    others: list[str] = []
    blocks = body.strip("\n").split("\n\n")
    for block, plain in zip(blocks, set_blocks(blocks), strict=True):
        if plain is None:
            others.append(block)
            continue
        if others:
            html.append(_read("\n\n".join(others), base))
            others = []
        html.append(plain)
    if others:
        html.append(_read("\n\n".join(others), base))
    return "".join(html)


def _read(text: str, base: str) -> str:
    return str(_library().render(text, {"base": base}))


def _number(html: str) -> str:
    first, *others = html.split("<p>")
    return first + "".join([f'<p id="p{number}">{text}' for number, text in enumerate(others, start=1)])


def _mark(html: str, loss: str, note: str = "") -> str:
    """The HTML with the word for a loss where text is lost, in the brackets of its script.

    The word is the interface's: in a text of another language it is marked as what it is.
    """
    if LOSS not in html or not loss:
        return html
    language, shown = ("en", f"[{escape(loss)}]") if loss.isascii() else ("zh", f"〔{escape(loss)}〕")
    tag, link = ("a", f' href="#{note}"') if note else ("span", "")
    return _LOSS_IN_TEXT.sub(f'<{tag} class="loss" lang="{language}"{link}>{shown}</{tag}>', html)


@cache
def _library() -> MarkdownIt:
    """CommonMark with tables, without raw HTML and without pictures: a foreign one would be a request.

    Definitions of links are text like any other: a line that somebody typed never vanishes.
    """
    from markdown_it import MarkdownIt  # heavy, and seldom needed

    library = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "reference"])
    library.add_render_rule("th_open", _cell)
    library.add_render_rule("td_open", _cell)
    library.add_render_rule("link_open", _open_link)
    library.add_render_rule("softbreak", _soft_break)
    library.add_render_rule("heading_open", _heading)
    library.add_render_rule("heading_close", _heading)
    return library


def _open_link(
    self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: MutableMapping[str, Any]
) -> str:
    link = tokens[at]
    if env["base"]:
        link.attrs["href"] = urljoin(env["base"], str(link.attrs["href"]))
    return self.renderToken(tokens, at, options, env)


def _soft_break(
    self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: MutableMapping[str, Any]
) -> str:
    """A line end that the archive kept between two Han characters was printed: a line of verse, a row of a list."""
    before, after = tokens[at - 1].content[-1:], tokens[at + 1].content[:1] if at + 1 < len(tokens) else ""
    return "<br>\n" if before >= "\u2e80" and after >= "\u2e80" else "\n"


def _cell(self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: MutableMapping[str, Any]) -> str:
    tokens[at].attrs.pop("style", None)  # the pages allow no styles but the theme's
    return self.renderToken(tokens, at, options, env)


def _heading(self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: MutableMapping[str, Any]) -> str:
    if tokens[at].tag == "h1":
        tokens[at].tag = "h2"
    return self.renderToken(tokens, at, options, env)
