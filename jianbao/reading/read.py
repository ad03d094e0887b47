"""A page is read: the story of the reading, from a raw page to its articles and furniture.

    raw → blocks → fragments → cues → the cheapest path → drafts → parts (clean text, edits) → fields → doubts

It is a pure function of the raw page, its facts and what `_authority/` knows; the ledger is checked by the caller.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from jianbao.knowledge.authority import Stamp, stamp_of
from jianbao.knowledge.learned import Learned
from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.reading.columns import put_in_order
from jianbao.reading.cues import Cues, gather_cues
from jianbao.reading.decisions import explain_choices, explain_order
from jianbao.reading.doubts import explain_doubts, list_doubts
from jianbao.reading.fields import Known, fill_articles
from jianbao.reading.fragments import Fragment, cut_into_fragments
from jianbao.reading.headlines import return_headlines
from jianbao.reading.hyphens import HyphenSense
from jianbao.reading.joints import Run, draft_articles, raw_span
from jianbao.reading.lines import cut_into_blocks
from jianbao.reading.openings import return_openings
from jianbao.reading.page import Facts, Furniture, RawPage, ReadPage
from jianbao.reading.parts import set_article
from jianbao.reading.path import Choice, cheapest_path
from jianbao.reading.places import Place
from jianbao.reading.seams import SeamSense
from jianbao.reading.sections import sections_of
from jianbao.reading.shuffled import put_columns_in_order
from jianbao.reading.signs import Sights, signs_of
from jianbao.reading.unread_glyphs import list_unread_glyphs


def read_page(raw: RawPage, facts: Facts, authority: Path | None = None) -> ReadPage:
    """The page as read. `authority` is the folder of what people know (content/_authority), where there is one."""
    lexicon = chinese_lexicon()
    learned = _learned_in(authority, stamp_of(authority))
    hyphens = HyphenSense(raw.text, learned.spellings)
    ordered = put_in_order(cut_into_blocks(raw.text), lexicon)
    cut = cut_into_fragments(ordered.blocks, ordered.moved)
    looked_at = gather_cues(cut, learned)
    sense = SeamSense(looked_at, lexicon)
    fragments, cues = _in_place(cut, looked_at, learned, sense)
    choices = cheapest_path(cues, sense)
    drafts = draft_articles(choices, cues, sense)
    settings = [set_article(draft, fragments, raw.text, lexicon, hyphens) for draft in drafts]
    furniture = _furniture(choices, cues, fragments, raw.text)
    labels = sections_of(drafts, choices, cues)
    known = Known(raw, facts, furniture, authority)
    articles, guesses = fill_articles(known, drafts, settings, labels)
    signs = tuple(signs_of(Sights(ordered, fragments, cues, choices), drafts, articles))
    told = *explain_order(ordered.mixtures), *explain_choices(choices, fragments), *explain_doubts(articles, signs)
    doubts = (*list_doubts(raw.text, signs), *list_unread_glyphs(raw.text))
    return ReadPage(raw, articles, furniture, told, doubts, guesses, signs)


@lru_cache(maxsize=2)
def _learned_in(authority: Path | None, _stamp: Stamp) -> Learned:
    """What was learned over the archive, read again only when a file of `authority` has changed."""
    return Learned.load(authority)


def _in_place(
    fragments: tuple[Fragment, ...], cues: tuple[Cues, ...], learned: Learned, sense: SeamSense
) -> tuple[tuple[Fragment, ...], tuple[Cues, ...]]:
    """The fragments with headlines and openings at the head of their texts and columns in order, and what they show."""
    for put in (return_openings, put_columns_in_order, return_headlines):
        placed = put(fragments, cues, sense)
        if placed is not fragments:
            fragments, cues = placed, gather_cues(placed, learned)
    return fragments, cues


def _furniture(
    choices: Sequence[Choice], cues: tuple[Cues, ...], fragments: Sequence[Fragment], raw: str
) -> tuple[Furniture, ...]:
    """What belongs to no article, in raw order, as printed."""
    out = []
    for choice, cue in zip(choices, cues, strict=True):
        kind = _kind(choice.move.place, cue)
        if kind:
            spans, _ = raw_span(Run(choice.move.place, (cue.number,)), fragments, raw)
            out.append(Furniture(kind, "".join(raw[start:end] for start, end in spans), spans))
    return tuple(out)


def _kind(place: Place, cue: Cues) -> str:
    if place is Place.LABEL:
        return "section"
    if place is Place.BANNER:
        return "banner"
    if place is not Place.FURNITURE:
        return ""
    if cue.repeated:
        return "duplicate"
    return "colophon" if cue.colophon else "running-head" if cue.running_head else "noise"
