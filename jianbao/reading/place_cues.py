"""What speaks for and against taking a fragment for each place: rows of the table of weights, and whether they hold.

What costs is told before what is asked at a price, so that the asking can end early.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from jianbao.knowledge.kinds import salutations
from jianbao.knowledge.phrases import phrases
from jianbao.reading.advertisements import is_sure
from jianbao.reading.cues import Cues
from jianbao.reading.fragments import Edge
from jianbao.reading.places import Place
from jianbao.text.characters import ems

_SHORT_KICKER = 10
_LONGEST_SIGNATURE = 24
_NUMBERS = re.compile(
    r"\d.*[个家元%项次人名期]|今年|以来|[一二两三四五六七八九十百千万亿]{2,}[多余]?[个家元项次人名户亩]"
)
Tests = Iterator[tuple[str, bool]]


def _other_role(cue: Cues, *, opening: bool = True) -> bool:
    return bool(
        (cue.byline and (cue.credit or cue.marked or not cue.name))
        or cue.label
        or cue.colophon
        or cue.running_head
        or cue.noise
        or cue.jump
        or cue.repeated
        or (opening and cue.opening)
    )


def _signs_a_notice(cues: tuple[Cues, ...], number: int) -> bool:
    """Whether a short line stands over a date alone: the office or the person who gives notice."""
    after = cues[number + 1] if number + 1 < len(cues) else None
    return after is not None and after.date_line and cues[number].size <= _LONGEST_SIGNATURE


def _title(cues: tuple[Cues, ...], number: int) -> Tests:
    cue = cues[number]
    yield "too_long", cue.size > 50
    yield "too_short", cue.size < 4 and not cue.notice_head
    yield "many_lines", cue.lines > 2 and not cue.spaced
    yield "goes_on", cue.chinese and cue.text.endswith(phrases("never_last"))
    yield "commas", cue.chinese and cue.commas > 0 and cue.size > 26
    yield "caption_words", cue.caption_words or cue.credited or cue.date_line
    yield "before_date", _signs_a_notice(cues, number)
    yield "closed", cue.closed and not cue.exclaims and not cue.capitals
    yield "prose", cue.prose and not cue.capitals
    yield "other_role", _other_role(cue) or cue.name
    yield "slogan", cue.slogan
    yield "issuer", cue.issuer
    yield "colon_end", cue.halts
    yield "salutation", cue.halts and cue.text.startswith(salutations())
    yield "dash", cue.dash
    yield "banner", cue.banner
    yield "runs_on", cue.pauses
    yield "label_like", cue.label_like
    yield "series", cue.label_like and cue.text[:1] in '“"'
    yield "notice_head", cue.notice_head
    after = cues[number + 1] if number + 1 < len(cues) else None
    yield "flush_tail", not cue.first_in_block and cue.chinese
    yield "block_goes_on", cue.chinese and after is not None and not after.first_in_block
    yield "opener", cue.paragraph_opens
    yield "unbalanced", cue.unbalanced and cue.chinese
    yield "bracketed", cue.bracketed
    yield "latin_plain", not cue.chinese and not cue.capitals and not cue.title_case
    yield "title_case", cue.title_case
    yield "inside_block", cue.capitals and cue.within_block
    yield "run_in", cue.capitals and after is not None and after.dashed and not after.capitals
    yield "deck_follows", cue.capitals and after is not None and after.capitals and cue.first_in_block


def _kicker(cues: tuple[Cues, ...], number: int) -> Tests:
    cue = cues[number]
    yield "slogan", cue.slogan
    yield "issuer", cue.issuer
    yield "colon_end", cue.halts and cue.size <= 20
    yield "banner", cue.banner
    yield "prose", cue.prose
    yield "closed", cue.closed
    yield "other_role", _other_role(cue) or cue.name or cue.bracketed or not cue.chinese
    yield "too_long", cue.size > 28
    after = cues[number + 1] if number + 1 < len(cues) else None
    speaks = cue.speaks and after is not None and after.bare
    yield "speaks", speaks
    yield "plain", not (cue.slogan or cue.issuer or cue.halts or speaks)
    yield "before_date", _signs_a_notice(cues, number)
    yield "over_halves", not (cue.slogan or cue.issuer or cue.halts) and _is_over_halves(cues, number)


def _is_over_halves(cues: tuple[Cues, ...], number: int) -> bool:
    """A short line over a far longer one of two halves."""
    cue, after = cues[number], cues[number + 1] if number + 1 < len(cues) else None
    if after is None or not (cue.bare and after.bare) or cue.size > _SHORT_KICKER or after.advertises:
        return False
    halves = after.text.split()
    return len(halves) == 2 and min(map(ems, halves)) >= 5 and after.size >= 1.3 * cue.size


def _subtitle(cues: tuple[Cues, ...], number: int) -> Tests:
    cue = cues[number]
    before = cues[number - 1] if number else cue
    yield "dash", cue.dash
    yield "slogan", cue.slogan
    yield "numbers", bool(_NUMBERS.search(cue.text)) and cue.size >= before.size
    yield "shorter", cue.chinese and cue.size < before.size and not cue.dash and not cue.slogan
    yield "prose", cue.prose
    yield "closed", cue.closed
    yield "title_case", cue.title_case
    yield "other_role", _other_role(cue) or cue.name or cue.listed or cue.date_line or not _is_deck(cue)


def _is_deck(cue: Cues) -> bool:
    """Whether a line has the form of a subtitle: Chinese, or English whose words begin with capitals."""
    return cue.chinese or cue.title_case


def _byline(cues: tuple[Cues, ...], number: int) -> Tests:
    cue = cues[number]
    if not cue.byline:
        return
    yield "marked", cue.marked
    yield "roles", any(author.role != "writer" for author in cue.byline)
    yield "name", cue.name
    yield "credit", cue.credit
    yield "is_byline", True


def _paragraph(cues: tuple[Cues, ...], number: int) -> Tests:
    cue = cues[number]
    after = cues[number + 1] if number + 1 < len(cues) else None
    goes_on = after is not None and (
        not after.first_in_block or (after.head is Edge.FULL and after.prose) or after.caption_words
    )
    unclosed = not (cue.closed or cue.opening or cue.halts or goes_on or cue.paragraph_opens)
    signed = cue.date_line or _signs_a_notice(cues, number)
    bare = not (cue.commas or cue.pauses or cue.prose or cue.bracketed or cue.listed or signed)
    yield "short", cue.chinese and unclosed and cue.size <= 20 and bare
    yield "bare", cue.bare and goes_on and cue.chinese and not cue.closed
    yield "unclosed_line", cue.chinese and unclosed and cue.size <= 42 and not (cue.prose or cue.pauses or signed)
    yield "other_role", _other_role(cue, opening=False) or cue.name
    yield "gap", cue.gap
    yield "credited", cue.photographed
    heads = after is not None and (after.marked or after.opening is not None) and after.first_in_block
    yield "before_byline", heads and cue.first_in_block and not (cue.closed or cue.pauses) and cue.size <= 42
    yield "capitals", cue.capitals
    yield "deck", cue.capitals and number > 0 and cues[number - 1].capitals
    yield "latin_short", not cue.chinese and not cue.closed and len(cue.text) < 50


def _subhead(cues: tuple[Cues, ...], number: int) -> Tests:
    cue = cues[number]
    after = cues[number + 1] if number + 1 < len(cues) else None
    yield "too_long", cue.size > 22
    yield "closed", cue.closed and not cue.exclaims
    yield "prose", cue.prose
    yield "other_role", _other_role(cue) or cue.name or cue.notice_head or not cue.chinese
    yield "issuer", cue.issuer or cue.halts
    yield "gap", cue.gap
    yield "pauses", cue.pauses
    yield "opener", cue.paragraph_opens
    yield "unbalanced", cue.unbalanced
    yield "block_goes_on", after is not None and after.spaced and not after.first_in_block
    yield "full_line", cue.tail is Edge.FULL
    yield "before_opening", after is not None and (after.opening is not None or after.comes)
    yield "before_byline", after is not None and bool(after.byline)
    yield "before_head", after is None or not (after.prose or after.closed or after.commas)


def _caption(cues: tuple[Cues, ...], number: int) -> Tests:
    cue = cues[number]
    yield "gap", cue.gap
    yield "caption_words", cue.caption_words
    yield "credited", cue.credited
    yield "short", cue.gap and cue.size <= 26 and not cue.closed and not cue.pauses
    after = cues[number + 1] if number + 1 < len(cues) else None
    yield "long", cue.size > 40
    yield "latin_credit", cue.photographed and not cue.chinese
    yield "story", cue.size > 40 and (cue.closed or cue.sign_off) and cue.credited
    yield "block_goes_on", after is not None and not after.first_in_block and cue.chinese
    yield "no_sign", not (cue.gap or cue.caption_words or cue.credited)
    yield "opener", cue.paragraph_opens and not cue.gap
    yield "heads_photo", cue.bare and _heads_photo(cues, number)
    yield "unbalanced", cue.unbalanced
    yield "prose", cue.size > 60 and not (cue.caption_words or cue.credited)
    yield "other_role", _other_role(cue)


def _heads_photo(cues: tuple[Cues, ...], number: int) -> bool:
    """Whether a dated text with a credit at its end, or at that of the next one, stands below."""
    below = cues[number + 1 : number + 3]
    return bool(below) and below[0].date_opens and any(cue.photographed or cue.credit for cue in below)


def _photo(cues: tuple[Cues, ...], number: int) -> Tests:
    cue = cues[number]
    ahead, before = cues[number + 1 : number + 3], cues[max(0, number - 2) : number]
    follows = any(later.credit or (later.credited and later.caption_words) for later in ahead)
    headed = bool(before) and before[-1].bare and cue.date_opens and not cue.credited
    follows = follows or (headed and bool(ahead) and ahead[0].credited and not ahead[0].date_opens)
    yield "gap", cue.gap
    yield "label", any(earlier.label and "图" in earlier.text for earlier in before)
    yield "caption_words", cue.caption_words
    yield "credited", cue.credited
    yield "credit_follows", follows and not cue.credited
    yield "no_sign", not (follows or cue.credited or cue.caption_words or cue.gap)
    yield "date_opens", cue.date_opens
    yield "short", cue.size <= 14
    yield "unclosed", not cue.closed and not cue.sign_off
    yield "too_long", cue.size > 260
    yield "opening", cue.opening is not None
    yield "other_role", _other_role(cue) or cue.name


def _credit(cues: tuple[Cues, ...], number: int) -> Tests:
    cue = cues[number]
    yield "credit", cue.credit


def _label(cues: tuple[Cues, ...], number: int) -> Tests:
    cue = cues[number]
    yield "label", cue.label
    yield "label_like", cue.label_like
    yield "prose", cue.prose or (cue.closed and not cue.label) or cue.size > 16
    yield "short", 2 <= cue.size <= 5 and not cue.name and cue.chinese
    later = cues[number + 1 :]
    alone = cue.size <= 12 and cue.chinese and not cue.byline and "".join(cue.text.split()).isalnum()
    yield "last", alone and all(other.noise or other.colophon or other.running_head for other in later)


def _banner(cues: tuple[Cues, ...], number: int) -> Tests:
    cue = cues[number]
    before = cues[:number]
    top = all(earlier.noise or earlier.running_head or earlier.banner or earlier.slogan for earlier in before)
    yield "banner", cue.banner
    yield "slogan", cue.slogan
    yield "top", top
    bare = all(earlier.noise or earlier.running_head for earlier in before)
    yield "below_head", bare and any(earlier.running_head for earlier in before)
    yield "not_top", not top
    yield "prose", cue.prose or cue.closed or cue.size > 45
    yield "latin", not cue.chinese


def _furniture(cues: tuple[Cues, ...], number: int) -> Tests:
    cue = cues[number]
    yield "noise", cue.noise
    yield "running_head", cue.running_head
    yield "colophon", cue.colophon
    yield "repeated", cue.repeated


def _advertisement(cues: tuple[Cues, ...], number: int) -> Tests:
    cue = cues[number]
    yield "sure", is_sure(cue.advertises)
    yield "some", cue.advertises > 0 and not is_sure(cue.advertises)
    yield "bare", cue.bare
    yield "sentences", cue.text.count("。") > 1
    yield "too_long", cue.size > 110
    yield "opening", cue.opening is not None or bool(cue.byline)
    yield "noise", cue.noise or cue.running_head


def _jump(cues: tuple[Cues, ...], number: int) -> Tests:
    yield "jump", cues[number].jump is not None


CUES_OF: Mapping[Place, Callable[[tuple[Cues, ...], int], Tests]] = {
    Place.TITLE: _title,
    Place.KICKER: _kicker,
    Place.SUBTITLE: _subtitle,
    Place.BYLINE: _byline,
    Place.PARAGRAPH: _paragraph,
    Place.CONTINUATION: lambda cues, number: iter(()),
    Place.SUBHEAD: _subhead,
    Place.CAPTION: _caption,
    Place.CREDIT: _credit,
    Place.PHOTO: _photo,
    Place.INSET: _photo,
    Place.LABEL: _label,
    Place.BANNER: _banner,
    Place.FURNITURE: _furniture,
    Place.ADVERTISEMENT: _advertisement,
    Place.JUMP: _jump,
}
"""By place: the names of the rows, each with whether it holds of fragment `number`, in the order of asking."""
