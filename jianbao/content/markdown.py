"""Body text as CommonMark and back: only what CommonMark would read as something else is escaped.

`escape` and `plain_text` are inverse: an article says what was printed, and a page that shows it says the same.

Line ends inside a paragraph are those of verse or a list. Between Chinese lines they stand as they are, for the site
breaks the line there; between Latin ones, where a line end is a space, two spaces before it make the break. Lines with
columns of spaces in them are a table and are set as printed: a code block, indented by four spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_PLAIN = re.compile(r"[^\\`*_\[\]<&!\n\r\0]*")
"""Text in which nothing can be inline markup."""

_BLOCK_START = re.compile(
    r"""(?P<indent>\s+)
      | (?P<mark>\#{1,6}(?=[ \t]|$) | >  | [-+*](?=[ \t]|$) | [-=~]+[ \t]*$ | ~{3,} | (?:-[ \t]*){3,}$)
      | (?P<number>\d{1,9})(?=[.)](?:[ \t]|$))
    """,
    re.VERBOSE,
)
_MARKUP = re.compile(r"\\(?=[!-/:-@\[-`{-~\s]|$)|\](?=[(:])|<(?=[A-Za-z/!?])|&(?=#?[A-Za-z0-9]+;)")
"""Marks that say something by themselves; of brackets only those of a link, for `[…]` is a printed sign of loss."""
_IN_PAIRS = "*_`"
"""Marks that say something only where there are two."""
_SUBHEAD = "## "
_FIRST_OF_CHINESE = "\u2e80"
_COLUMNS = re.compile(r"\S(?: {2,}|\t|\u3000)[ \t\u3000]*\S")
_TABLE_INDENT = "    "
_FAR_REACHING = ("```", "~~~", "]:", "<")

Block: TypeAlias = tuple[bool, str]
"""Whether it is a headline, and its plain text."""


def escape(text: str) -> str:
    """One paragraph of text, without blank lines in it, as CommonMark."""
    if _PLAIN.fullmatch(text) and text == text.strip() and not _BLOCK_START.match(text):
        return text
    marks = _marks_of(text)
    lines = text.split("\n")
    ends = [_line_end(line, after) for line, after in pairwise(lines)]
    return "".join(_escape_line(line, marks) + end for line, end in zip(lines, [*ends, ""], strict=True))


def _line_end(line: str, after: str) -> str:
    is_chinese = min(line[-1:], after[:1]) >= _FIRST_OF_CHINESE
    return "\n" if is_chinese or not line or not after else "  \n"


def _is_table(text: str) -> bool:
    return "\n" in text and bool(_COLUMNS.search(text)) and not text[0].isspace()


def body_of(blocks: Iterable[tuple[bool, str]]) -> str:
    """The body of an article: blocks of (is a sub-headline, text), a blank line between two, sub-headlines as `## `.

    A text with columns of spaces in several lines is a table.
    """
    return "\n\n".join(_written(is_subhead, text) for is_subhead, text in blocks)


def _written(is_subhead: bool, text: str) -> str:
    if is_subhead:
        return _SUBHEAD + _escape_subhead(text)
    if _is_table(text):
        return "\n".join(_TABLE_INDENT + line for line in text.split("\n"))
    return escape(text)


def paragraphs_of(body: str) -> tuple[Block, ...]:
    """The blocks of a body as (is a headline, plain text); lists and quotes that a person wrote give their paragraphs.

    A plain block after a blank line ends every list and quotation before it, so only the runs of other blocks need a
    parser of Markdown; fences, definitions of links and HTML reach further.
    """
    if any(mark in body for mark in _FAR_REACHING):
        return _parsed(body)
    blocks: list[Block] = []
    others: list[str] = []
    for text in body.split("\n\n"):
        simple = _simple_block(text)
        if simple is None:
            others.append(text)
            continue
        if others:
            blocks += _parsed("\n\n".join(others))
            others = []
        blocks.append(simple)
    return (*blocks, *_parsed("\n\n".join(others))) if others else tuple(blocks)


def _parsed(body: str) -> tuple[Block, ...]:
    tokens = _parser().parse(body)
    blocks: list[Block] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline":
            blocks.append((before is not None and before.type == "heading_open", _inline_text(token)))
        elif token.type in ("code_block", "fence", "html_block"):
            blocks.append((False, token.content.rstrip("\n")))
    return tuple(blocks)


def plain_text(body: str) -> str:
    """The text of a body without its markup, a blank line between two blocks."""
    return "\n\n".join(text for _, text in paragraphs_of(body))


def _marks_of(text: str) -> re.Pattern[str]:
    """What must be escaped in this text."""
    twice = "".join(mark for mark in _IN_PAIRS if text.count(mark) > 1)
    return re.compile(f"{_MARKUP.pattern}|[{re.escape(twice)}]") if twice else _MARKUP


def _escape_line(line: str, marks: re.Pattern[str]) -> str:
    start = _BLOCK_START.match(line)
    if start and start["indent"]:
        return _as_entities(start["indent"]) + _escape_inline(line[start.end() :], marks)
    if start and start["number"]:
        return start["number"] + "\\" + _escape_inline(line[start.end() :], marks)
    escaped = _escape_inline(line, marks)
    return "\\" + escaped if start and not escaped.startswith("\\") else escaped


def _escape_inline(text: str, marks: re.Pattern[str]) -> str:
    kept = text.rstrip()
    spaces = text[len(kept) :]
    escaped = marks.sub(lambda found: "\\" + found[0], text)
    return escaped[: len(escaped) - len(spaces)] + _as_entities(spaces)


def _as_entities(spaces: str) -> str:
    """Spaces at the ends of a line, which a reader of Markdown drops unless they are written as characters."""
    return "".join(f"&#{ord(space)};" for space in spaces)


def _escape_subhead(text: str) -> str:
    """A headline also ends at closing number signs, and takes one line."""
    line = _escape_inline(" ".join(text.split("\n")), _marks_of(text))
    bare = line.lstrip()
    line = _as_entities(line[: len(line) - len(bare)]) + bare
    return re.sub(r"(?:(?<=\s)|^)#(?=#*$)", r"\\#", line)


def _simple_block(block: str) -> Block | None:
    """A block of one line in which nothing needs a parser of Markdown, which is nearly every one; None for others."""
    is_subhead = block.startswith(_SUBHEAD)
    text = block.removeprefix(_SUBHEAD)
    if not _PLAIN.fullmatch(text) or not text or text != text.strip() or (text.endswith("#") and is_subhead):
        return None
    return None if _BLOCK_START.match(text) and not is_subhead else (is_subhead, text)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # heavy, and seldom needed

    return MarkdownIt("commonmark")


def _inline_text(token: Token) -> str:
    return "".join(
        "\n" if child.type in ("softbreak", "hardbreak") else child.content
        for child in token.children or ()
        if child.type != "html_inline"
    )
