"""The character rules, in their order, for every role of a part. Roles come first: a space means different things."""

from __future__ import annotations

from functools import cache, partial

from jianbao.knowledge.english import is_word
from jianbao.knowledge.lexicon import Lexicon
from jianbao.knowledge.phrases import pairs, phrases
from jianbao.reading.hyphens import HyphenSense
from jianbao.text.change import Rule
from jianbao.text.clock_times import mend_clock_times
from jianbao.text.doubled import drop_doubled
from jianbao.text.drop_caps import join_drop_cap
from jianbao.text.foreign import translate_back
from jianbao.text.invisible import drop_invisible, open_ligatures
from jianbao.text.line_ends import join_lines, join_spaced_hyphens, keep_lines, mend_broken_words, space_lines
from jianbao.text.mojibake import undo_mojibake
from jianbao.text.quotes import pair_quotes
from jianbao.text.spaces import close_up_headline, close_up_latin, close_up_prose
from jianbao.text.width import widen_punctuation
from jianbao.text.year_zeros import write_year_zeros

_CERTAIN = 3.0
"""Zipf: a word so frequent is no accident of two letters."""


def join_rules(hyphens: HyphenSense) -> tuple[Rule, ...]:
    """What comes first: wrong encodings are undone, invisible characters go, broken words are mended, lines join."""
    return (
        undo_mojibake,
        drop_invisible,
        partial(mend_broken_words, is_broken=hyphens.is_broken),
        partial(join_lines, is_printed=hyphens.is_printed),
        partial(join_spaced_hyphens, is_printed=hyphens.is_printed, goes_on=hyphens.goes_on),
    )


def headline_join_rules() -> tuple[Rule, ...]:
    """The same for a headline of several lines: a space stands between two of them."""
    return (undo_mojibake, drop_invisible, space_lines)


def kept_line_rules() -> tuple[Rule, ...]:
    """The same for verse and tables: every line stands by itself."""
    return (undo_mojibake, drop_invisible, keep_lines)


def rules_for_prose(lexicon: Lexicon, *, chinese: bool) -> tuple[Rule, ...]:
    """For paragraphs and captions."""
    if not chinese:
        return (open_ligatures, close_up_latin, partial(join_drop_cap, is_word=partial(is_word, least=_CERTAIN)))
    return (
        *_chinese_words(lexicon),
        write_year_zeros,
        mend_clock_times,
        widen_punctuation,
        pair_quotes,
        close_up_prose,
    )


def rules_for_headlines(lexicon: Lexicon, *, chinese: bool) -> tuple[Rule, ...]:
    """For headlines, kickers, subtitles and sub-heads: the space between two runs is printed and stays."""
    if not chinese:
        return (open_ligatures, close_up_latin)
    return (*_chinese_words(lexicon), write_year_zeros, widen_punctuation, pair_quotes, close_up_headline)


def rules_for_tables(lexicon: Lexicon, *, chinese: bool) -> tuple[Rule, ...]:
    """For tables: their spaces set the columns."""
    if not chinese:
        return (open_ligatures,)
    return (*_chinese_words(lexicon), write_year_zeros, widen_punctuation, pair_quotes)


def _chinese_words(lexicon: Lexicon) -> tuple[Rule, ...]:
    return (
        open_ligatures,
        partial(translate_back, words=pairs("foreign_words")),
        partial(drop_doubled, doubling=_doubling(), negations=phrases("negations"), is_word=lexicon.is_word),
    )


@cache
def _doubling() -> frozenset[str]:
    """The function characters that a text layer prints twice."""
    return frozenset("".join(phrases("doubling_characters")).replace(" ", ""))
