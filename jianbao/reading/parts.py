"""Drafts → parts: every run of an article as clean text with its raw spans and edits; by-lines cut off the prose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from jianbao.content.article import Author, Caption
from jianbao.frozen import frozen
from jianbao.knowledge.lexicon import Lexicon
from jianbao.reading.byline import find_opening, find_sign_off, parse_byline
from jianbao.reading.fragments import Fragment
from jianbao.reading.hyphens import HyphenSense
from jianbao.reading.joints import Draft, Run, raw_span
from jianbao.reading.jump_lines import Jump, jump_at_end, jump_at_start, jump_of
from jianbao.reading.kept_lines import Kept
from jianbao.reading.ledger import LOSS
from jianbao.reading.name_lists import is_name_list
from jianbao.reading.page import Jumps, Part, Role, Span
from jianbao.reading.places import Place
from jianbao.reading.repairs import (
    headline_join_rules,
    join_rules,
    kept_line_rules,
    rules_for_headlines,
    rules_for_prose,
    rules_for_tables,
)
from jianbao.reading.strand import Strand, part_of, strand_of
from jianbao.text.change import Rule
from jianbao.text.characters import fold_width, is_chinese

_HEAD_ROLES = {
    Place.KICKER: Role.KICKER,
    Place.TITLE: Role.TITLE,
    Place.SUBTITLE: Role.SUBTITLE,
    Place.SUBHEAD: Role.SUBHEAD,
}
_RULES = {
    Kept.NO: rules_for_prose,
    Kept.NAMES: rules_for_headlines,
    Kept.VERSE: rules_for_headlines,
    Kept.TABLE: rules_for_tables,
}


@frozen
class Setting:
    """An article set anew: its parts in reading order, whom they name, and the captions with their credits."""

    parts: tuple[Part, ...]
    authors: tuple[Author, ...]
    captions: tuple[Caption, ...]
    moved: bool
    """Some of its lines stand elsewhere on the page."""
    opened: bool
    """Opens with 本报讯 or an agency's dateline."""
    jumps: Jumps
    kept: Kept
    """What most of its text is: verse, a table, or neither."""

    def texts(self, role: Role) -> tuple[str, ...]:
        """The texts of its parts of that role, in reading order."""
        return tuple(part.text for part in self.parts if part.role is role)

    @property
    def title(self) -> str:
        """Its headline, or nothing."""
        return next(iter(self.texts(Role.TITLE)), "")


def set_article(
    draft: Draft, fragments: Sequence[Fragment], raw: str, lexicon: Lexicon, hyphens: HyphenSense
) -> Setting:
    """The parts of a draft."""
    setter = _Setter(fragments, raw, lexicon, hyphens)
    pieces = [piece for run in draft.runs for piece in setter.pieces(run)]
    parts = tuple(piece.part for piece in pieces)
    moved = any(fragments[number].moved for number in draft.numbers)
    opened = any(piece.opening for piece in pieces)
    return Setting(
        parts, _authors(pieces), tuple(_captions(pieces)), moved, opened, _jumps(pieces), _mostly(draft, fragments)
    )


def _mostly(draft: Draft, fragments: Sequence[Fragment]) -> Kept:
    """What most of the body is, by characters."""
    sizes: Counter[Kept] = Counter()
    for run in draft.runs:
        if run.place is Place.PARAGRAPH:
            for number in run.numbers:
                sizes[fragments[number].kept] += len(fragments[number].text)
    return max(sizes, key=lambda kept: sizes[kept], default=Kept.NO)


@frozen
class _Piece:
    part: Part
    authors: tuple[Author, ...] = ()
    of_caption: bool = False
    opening: bool = False
    jump: Jump | None = None


def _jumps(pieces: Sequence[_Piece]) -> Jumps:
    """The first page that the article comes from and the last that it goes on to."""
    found = [piece.jump for piece in pieces if piece.jump]
    to = [jump.page for jump in found if jump.forward]
    come = [jump.page for jump in found if not jump.forward]
    return Jumps(to[-1] if to else "", come[0] if come else "")


def _authors(pieces: Sequence[_Piece]) -> tuple[Author, ...]:
    """In printed order, each name once in its first role; the credits of captions stay with the captions."""
    seen: dict[str, Author] = {}
    for piece in pieces:
        if not piece.of_caption:
            for author in piece.authors:
                seen.setdefault(author.name, author)
    return tuple(seen.values())


def _captions(pieces: Sequence[_Piece]) -> Iterator[Caption]:
    text = ""
    for piece in pieces:
        if piece.part.role is Role.CAPTION:
            if text:
                yield Caption(text)
            text = piece.part.text
        elif piece.of_caption and text:
            yield Caption(text, " ".join(author.name for author in piece.authors))
            text = ""
    if text:
        yield Caption(text)


class _Setter:
    def __init__(self, fragments: Sequence[Fragment], raw: str, lexicon: Lexicon, hyphens: HyphenSense) -> None:
        self._fragments = fragments
        self._raw = raw
        self._lexicon = lexicon
        self._hyphens = hyphens
        self._after_caption = False
        self._kept = Kept.NO

    def pieces(self, run: Run) -> Iterator[_Piece]:
        spans, ends = raw_span(run, self._fragments, self._raw)
        self._kept = self._kept_as(run, spans)
        strand = strand_of(self._raw, spans, ends).repaired(self._joining(run))
        after_caption, self._after_caption = self._after_caption, run.place is Place.CAPTION
        if run.place in _HEAD_ROLES:
            rules = rules_for_headlines(self._lexicon, chinese=is_chinese(strand.text))
            yield _Piece(part_of(_HEAD_ROLES[run.place], strand.repaired(rules), self._raw))
        elif run.place is Place.BYLINE:
            yield _Piece(part_of(Role.BYLINE, strand, self._raw), parse_byline(strand.text))
        elif run.place is Place.JUMP:
            yield _Piece(part_of(Role.JUMP, strand, self._raw), jump=jump_of(fold_width(strand.text)))
        elif run.place is Place.CREDIT:
            role = Role.CREDIT if after_caption else Role.BYLINE
            yield _Piece(part_of(role, strand, self._raw), parse_byline(strand.text), after_caption)
        else:
            yield from self._prose(run, strand)

    def _kept_as(self, run: Run, spans: Sequence[Span]) -> Kept:
        """Verse and tables are whole fragments of their own; a list of names may be cut by a column's end."""
        kept = {self._fragments[number].kept for number in run.numbers}
        if run.place is Place.PARAGRAPH and len(kept) == 1 and kept <= {Kept.VERSE, Kept.TABLE}:
            return kept.pop()
        return Kept.NAMES if is_name_list(" ".join(self._raw[start:end] for start, end in spans)) else Kept.NO

    def _joining(self, run: Run) -> tuple[Rule, ...]:
        if self._kept in (Kept.VERSE, Kept.TABLE):
            return kept_line_rules()
        in_lines = self._kept is Kept.NAMES or (run.place is Place.TITLE and len(run.numbers) > 1)
        return headline_join_rules() if in_lines else join_rules(self._hyphens)

    def _prose(self, run: Run, strand: Strand) -> Iterator[_Piece]:
        caption = run.place is Place.CAPTION
        text = fold_width(strand.text)
        come = jump_at_start(text)
        if come is not None:
            head, strand = strand.split_visibly(come[0])
            text = fold_width(strand.text)
            yield _Piece(part_of(Role.JUMP, head, self._raw), jump=come[1])
        to = jump_at_end(text)
        forward: Strand | None = None
        if to is not None:
            strand, forward = strand.split_visibly(to[0])
            text = fold_width(strand.text)
        opening = None if caption else find_opening(text)
        kept: tuple[Author, ...] = ()
        if opening is not None and opening.drops:
            head, strand = strand.split_visibly(opening.end)
            text = fold_width(strand.text)
            yield _Piece(part_of(Role.BYLINE, head, self._raw), opening.authors, opening=True)
        elif opening is not None:
            kept = opening.authors
        sign_off = find_sign_off(text, caption=caption)
        tail = None
        if sign_off is not None:
            strand, tail = strand.split_visibly(sign_off[0])
        if strand.cells:
            yield _Piece(self._clean(run, strand), kept, opening=opening is not None)
        if tail is not None and sign_off is not None:
            role = Role.CREDIT if caption else Role.BYLINE
            yield _Piece(part_of(role, tail, self._raw), sign_off[1], of_caption=caption)
        if forward is not None and to is not None:
            yield _Piece(part_of(Role.JUMP, forward, self._raw), jump=to[1])

    def _clean(self, run: Run, strand: Strand) -> Part:
        role = Role.CAPTION if run.place is Place.CAPTION else Role.PARAGRAPH
        rules = _RULES[self._kept]
        clean = strand.repaired(rules(self._lexicon, chinese=is_chinese(strand.text)))
        if run.lost_after:
            clean = clean.marked(LOSS)
        if run.lost_before:
            clean = clean.marked(LOSS, at_start=True)
        return part_of(role, clean, self._raw)
