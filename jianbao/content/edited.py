"""Whether a person has changed what an article says: blank lines at its end and "checked on a day" are no change."""

from __future__ import annotations

import re

from jianbao.content.fences import even_out
from jianbao.content.ledger_file import digest_of

_PERSONS_KEYS = re.compile(r"^(?:proofread|withheld)[ \t]*:.*\n(?:(?:[ \t]+|- |#).*\n)*", re.MULTILINE)
"""The keys that only people write, with the lines that belong to them."""


def reading_digest(text: str) -> str:
    """The digest of an article's file as `Written.sha256` has it, what people noted beside the text left out."""
    front, fence, body = even_out(text).partition("\n---\n")
    bare = _PERSONS_KEYS.sub("", front + "\n").removesuffix("\n") + fence + body
    return digest_of(bare.rstrip() + "\n")


def is_as_written(text: str, written: str) -> bool:
    """Whether the file says what the machine wrote and nothing else, not even that somebody proofread it."""
    return digest_of(even_out(text).rstrip() + "\n") == written


def is_edited(digest: str, written: str | None) -> bool:
    """Whether a text is a person's, all of it or some: `digest` is its `reading_digest`.

    `written` is the digest of what the machine wrote as the article, None if it wrote none: then all is a person's.
    """
    return digest != written
