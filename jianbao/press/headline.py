"""Headlines of the front page, which stand in narrow columns: where they may break, and what stays together."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from jianbao.press.plain_blocks import LOSS
from jianbao.press.typeset import set_headline, set_line

LONGEST_TOGETHER = 8
"""A name of up to so many characters in quotation marks or brackets stays on one line."""

_TOGETHER = re.compile(
    rf"[“《〈‘][^“”《》〈〉‘’]{{1,{LONGEST_TOGETHER}}}[”》〉’](?:[“《〈‘][^“”《》〈〉‘’]{{1,{LONGEST_TOGETHER}}}[”》〉’])*[，。！？、：；]?"
    r"|[0-9０-９.%％+-]+[^\W\d_a-zA-Z]{1,2}"
)


def set_front_headline(text: str, loss: str) -> Markup:
    """A headline that breaks at the spaces where the paper broke it, and never inside “两新” or 119个."""
    if LOSS in text or not _TOGETHER.search(text):
        return set_headline(text, loss)
    return Markup(" ").join(_part(part) for part in text.split(" "))


def _part(part: str) -> Markup:
    if part.isascii():
        return set_line(part, "")
    return Markup("<span>{}</span>").format(Markup(_TOGETHER.sub(r"<span>\g<0></span>", str(escape(part)))))
