"""What a fragment may be on a page, in the trade's terms."""

from __future__ import annotations

from enum import StrEnum


class Place(StrEnum):
    """What a fragment may be on the page. OUT is no fragment: it is the state between two articles."""

    OUT = "outside"
    LABEL = "label"
    KICKER = "kicker"
    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    CONTINUATION = "continuation"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    CREDIT = "credit"
    PHOTO = "photo"
    INSET = "inset"
    ADVERTISEMENT = "advertisement"
    JUMP = "jump"
    BANNER = "banner"
    FURNITURE = "furniture"
