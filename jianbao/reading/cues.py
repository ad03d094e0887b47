"""The evidence that a fragment carries by itself and by its neighbours; no decision is taken here."""

from __future__ import annotations

import re

from jianbao.content.article import Author
from jianbao.frozen import frozen
from jianbao.knowledge.kinds import heads_of_notices
from jianbao.knowledge.learned import Learned
from jianbao.knowledge.phrases import paragraph_openers, phrases, standing_labels
from jianbao.reading.advertisements import advertises
from jianbao.reading.byline import Opening, find_opening, find_sign_off, is_personal_name, parse_byline
from jianbao.reading.fragments import Edge, Fragment
from jianbao.reading.furniture_forms import (
    is_banner,
    is_colophon,
    is_noise,
    is_running_head,
    is_slogan,
    segments_of,
)
from jianbao.reading.jump_lines import Jump, jump_at_start, jump_of
from jianbao.reading.kept_lines import Kept
from jianbao.reading.sentence_ends import ends_sentence
from jianbao.text.characters import ems, fold_width, has_han
from jianbao.text.invisible import visible

_HALTS = re.compile(r"[：:；;][\"'”’]*$")
_PAUSES = re.compile(r"[,，、—-]$")
_CAPTION_WORDS = re.compile(r"图为|上图|下图|左图|右图|资料图片|资料照片")
_DATE_OPENS = re.compile(r"^(?:\d{1,4}年)?\d{1,2}月(?:\d{1,2}日)?|^(?:近日|日前|连日来|当天|今年)")
_HAN_NUMBER = "[一二三四五六七八九十]"
_DATE_LINE = re.compile(
    rf"^(?:[12]\d{{3}}年)?\d{{1,2}}月\d{{1,2}}日$|^[一二三四五六七八九〇○零]{{4}}年{_HAN_NUMBER}{{1,2}}月{_HAN_NUMBER}{{1,3}}日$"
)
_QUOTED_TERM = re.compile(r"[\"“'‘][^\"”'’,，。！？!?]{1,10}[\"”'’](?![。！？!?])")
"""A quoted word or two in mid-sentence, and no speech: "德艺双馨"的艺术家."""
_COMMA = re.compile("[,，、;；]")
_BRACKET = re.compile("[“‘(（《”’)）》]")
_LONG_ENOUGH_TO_REPEAT = 16
"""Ems: a shorter line may stand twice on a page for a reason."""
_LONGEST_JUMP = 24
_MOST_BY_LINED = 6
"""More bare names in a row are a list."""
_LONGEST_BARE = 24
_MARKS_OF_PROSE = frozenset(",，、;；。:：")
_MARKS_OF_BYLINE = frozenset("□■●○◎▲△◆◇")


@frozen
class Cues:
    """What a fragment shows. `size` is in ems without spaces.

    closed: ends as a sentence does. halts: ends with a colon or semicolon. pauses: ends in mid-sentence for certain.
    prose: reads as running text. gap: a picture's place before it. number: its place on the page.
    """

    number: int
    text: str
    size: float
    chinese: bool
    closed: bool
    halts: bool
    pauses: bool
    prose: bool
    gap: bool
    head: Edge
    tail: Edge
    first_in_block: bool
    bare: bool
    """One line alone in its block, without any stop or comma: the form of a headline."""
    within_block: bool
    """Stands inside a block of a page that sets its headlines in capitals apart by blank lines."""
    spaced: bool
    opening: Opening | None
    byline: tuple[Author, ...]
    marked: bool
    name: bool
    sign_off: bool
    credit: bool
    credited: bool
    photographed: bool
    """Ends with the name of a photographer: …(本报记者 刘斐 摄)."""
    lines: int
    caption_words: bool
    date_opens: bool
    paragraph_opens: bool
    speech_opens: bool
    listed: bool
    """A list of names, verse, or a table: its spaces and line ends are text."""
    noise: bool
    running_head: bool
    colophon: bool
    label: bool
    label_like: bool
    slogan: bool
    banner: bool
    notice_head: bool
    """A headline that ends as those of notices and lists do: 寻人启事, 第三季度好人名单."""
    date_line: bool
    """A date and nothing else: the last line of a notice."""
    advertises: float
    """How much it speaks as an advertisement does (`advertisements.advertises`)."""
    jump: Jump | None
    """It is a jump line."""
    comes: bool
    """It is, or opens with, one that says where the text comes from: 上接第1版."""
    repeated: bool
    """The page has the same text before: a text layer that holds a block twice."""
    dash: bool
    dashed: bool
    """Opens with a single dash: the text after an English run-in head."""
    issuer: bool
    speaks: bool
    """Names who spoke, and stops before what was said: …在会上要求."""
    capitals: bool
    title_case: bool
    """An English line whose words begin with capitals, without a stop: `Work to Begin in Spring`."""
    bracketed: bool
    """Stands in brackets as a whole."""
    brackets: int
    """How many quotations and brackets it opens and does not close (negative: closes and does not open)."""
    unbalanced: bool
    """It has any such quotation or bracket."""
    exclaims: bool
    commas: int
    """Of Chinese clauses: commas and pauses inside."""


def gather_cues(fragments: tuple[Fragment, ...], learned: Learned | None = None) -> tuple[Cues, ...]:
    """The cues of every fragment, in raw order; `learned` knows the archive's own labels and nameplates."""
    learned = learned or Learned()
    told = (standing_labels() | set(learned.labels)) - set(learned.never)
    labels = frozenset("".join(label.split()) for label in told)
    apart = any(fragment.gap > 1 and _is_capitals(fragment.text) for fragment in fragments[1:])
    twice = _repeated(fragments)
    return tuple(
        _cues(number, fragment, labels, learned.nameplates, apart, number in twice, _is_alone(fragments, number))
        for number, fragment in enumerate(fragments)
    )


def _is_alone(fragments: tuple[Fragment, ...], number: int) -> bool:
    """Whether the fragment is a block of one line."""
    last = number + 1 == len(fragments) or fragments[number + 1].gap != 1
    return last and fragments[number].gap != 1 and len(fragments[number].lines) == 1


def _repeated(fragments: tuple[Fragment, ...]) -> set[int]:
    """The numbers of fragments whose whole text stands on the page before."""
    seen: set[str] = set()
    twice: set[int] = set()
    for number, fragment in enumerate(fragments):
        text = "".join(fragment.text.split())
        if text in seen and ems(text) >= _LONG_ENOUGH_TO_REPEAT:
            twice.add(number)
        seen.add(text)
    return twice


def _cues(
    number: int,
    fragment: Fragment,
    labels: frozenset[str],
    nameplates: tuple[str, ...],
    apart: bool,
    repeated: bool,
    alone: bool,
) -> Cues:
    text = visible(fold_width(fragment.text)).replace("ſ", "s").strip()
    squeezed = "".join(text.split())
    size = ems(squeezed)
    chinese = has_han(text) or not any(character.isalpha() for character in text)
    kept = fragment.kept in (Kept.VERSE, Kept.TABLE)
    closed = kept or ends_sentence(text)
    sign_off = find_sign_off(text)
    signed = sign_off[1] if sign_off else ()
    date_opens = bool(_DATE_OPENS.match(squeezed))
    issuer = size <= 26 and squeezed.rstrip(":").endswith(phrases("issuers"))
    opening = find_opening(text)
    byline = parse_byline(text) if size <= 40 and not (closed and chinese) and opening is None else ()
    if issuer and byline and all(author.role == "writer" for author in byline) and text[0] not in "□■(":
        byline = ()
    if squeezed.rstrip(".:") in labels or (len(byline) > _MOST_BY_LINED and _are_bare_names(byline)):
        byline = ()
    marked = text[:1] in _MARKS_OF_BYLINE
    name = bool(byline) and len(byline) == 1 and byline[0].role == "writer" and is_personal_name(squeezed)
    roles = {author.role for author in byline}
    label = squeezed.rstrip(".:") in labels
    segments = segments_of(text)
    prose = kept or _is_prose(text, size, closed, chinese)
    jump = jump_of(text) if size <= _LONGEST_JUMP else None
    brackets = _open_brackets(text)
    return Cues(
        number=number,
        text=text,
        size=size,
        chinese=chinese,
        closed=closed,
        halts=bool(_HALTS.search(text)),
        pauses=bool(_PAUSES.search(text)),
        prose=prose,
        gap=fragment.gap >= 3,
        head=fragment.head,
        tail=fragment.tail,
        first_in_block=fragment.gap != 1,
        bare=alone and not closed and 4 <= size <= _LONGEST_BARE and not set(text) & _MARKS_OF_PROSE,
        within_block=apart and fragment.gap == 1,
        spaced=fragment.spaced,
        opening=opening,
        byline=byline,
        marked=marked,
        name=name,
        sign_off=bool(sign_off),
        credit=bool(byline) and (text[:1] == "(" or bool(roles & {"photographer"})) and not marked,
        photographed=any(author.role == "photographer" for author in signed),
        lines=len(fragment.lines),
        credited=any(author.role in ("photographer", "text-and-photo") for author in signed),
        caption_words=bool(_CAPTION_WORDS.search(text)),
        date_opens=date_opens,
        paragraph_opens=date_opens or squeezed.startswith(paragraph_openers()),
        speech_opens=text[:1] in "\"“'‘" and not _QUOTED_TERM.match(text),
        listed=fragment.kept is not Kept.NO,
        noise=is_noise(squeezed),
        running_head=size <= 40 and not ((closed and chinese) or jump) and is_running_head(text, chinese, nameplates),
        colophon=is_colophon(text),
        label=label,
        label_like=not label and _is_label_like(squeezed),
        slogan=is_slogan(segments),
        banner=is_banner(text, segments, first=number == 0),
        date_line=bool(_DATE_LINE.match(squeezed)),
        notice_head=not prose and not closed and 2 <= size <= 26 and squeezed.endswith(heads_of_notices()),
        advertises=advertises(text),
        jump=jump,
        comes=jump_at_start(text) is not None or (jump is not None and not jump.forward),
        repeated=repeated,
        dash=text.startswith(("——", "--", "──")),
        dashed=text[:1] in "-–—" and not text.startswith("--"),
        issuer=issuer and not prose,
        speaks=not prose and 8 <= size <= 30 and squeezed.endswith(phrases("kicker_endings")),
        capitals=not chinese and _is_capitals(text),
        title_case=not chinese and _is_title_case(text),
        bracketed=text[:1] == "(" and text[-1:] == ")",
        brackets=brackets,
        unbalanced=brackets != 0 or text.count('"') % 2 == 1,
        exclaims=text.endswith(("?", "!", '?"', '!"', "?”", "!”")),
        commas=len(_COMMA.findall(text)),
    )


def _are_bare_names(byline: tuple[Author, ...]) -> bool:
    return all(author.role == "writer" for author in byline)


def _is_capitals(text: str) -> bool:
    return text.upper() == text and not has_han(text) and sum(map(str.isalpha, text)) > 2


def _is_title_case(text: str) -> bool:
    words = re.findall(r"[A-Za-z][A-Za-z'’-]*", text)
    long = [word for word in words if len(word) > 3]
    return (
        2 <= len(words) <= 16
        and len(text) <= 90
        and text.upper() != text
        and text[-1] not in ".,;:-"
        and words[0][0].isupper()
        and len(long) > 0
        and sum(word[0].isupper() for word in long) >= 0.8 * len(long)
    )


def _is_label_like(squeezed: str) -> bool:
    """A short line with the ending of a label, or the name of a series (`“十四五”的民生故事`)."""
    series = squeezed[:1] in '"“' and "的" in squeezed and len(squeezed) <= 14
    return (2 <= len(squeezed) <= 6 or series) and squeezed.endswith(phrases("label_endings"))


def _is_prose(text: str, size: float, closed: bool, chinese: bool) -> bool:
    if not chinese:
        return len(text) > 70 or (closed and text.upper() != text) or any(map(str.islower, text[:1]))
    inner = "。" in text[:-2]
    return (
        inner
        or size > 42
        or (closed and "。" in text and size > 6)
        or (size > 16 and text.count(",") + text.count("、") > 1)
    )


def _open_brackets(text: str) -> int:
    """How many quotations and brackets are opened and not closed (negative: closed and not opened)."""
    depth = lowest = 0
    for bracket in _BRACKET.findall(text):
        depth += 1 if bracket in "“‘(（《" else -1
        lowest = min(lowest, depth)
    return lowest if lowest < 0 and depth <= 0 else depth
