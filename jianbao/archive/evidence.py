"""What is known of the reading of one page, fetched when the page is printed: an archive of thousands holds it in no memory."""

from __future__ import annotations

from pathlib import Path

from jianbao.content import ledger_file
from jianbao.content.ledger_evidence import NOTHING, Evidence, parse_evidence
from jianbao.knowledge.doubt import table_of_doubt
from jianbao.knowledge.reasons import reason_words
from jianbao.problems import Words


def fetch_evidence(content: Path, folder: str) -> Evidence:
    """What the ledger in a page's `folder` (its path below content/) tells; nothing where there is none."""
    try:
        return parse_evidence((content / folder / ledger_file.NAME).read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError):
        return NOTHING


def words_for(key: str) -> Words:
    """What a place of the page (`title`), a cue (`title.closed`), an edit (`edit.space`) or a sign of doubt is called."""
    words = reason_words().get(key)
    if words is not None:
        return words
    sign = table_of_doubt().signs.get(key.removeprefix("doubt."))
    return Words(sign.words.zh.format(text="…"), sign.words.en.format(text="…")) if sign else Words(key, key)
