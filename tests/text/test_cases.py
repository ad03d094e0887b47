"""The character rules, each on the cases of its file in cases/: what is repaired, and what must never change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.text.change import Change
from jianbao.text.clock_times import mend_clock_times
from jianbao.text.doubled import drop_doubled
from jianbao.text.drop_caps import join_drop_cap
from jianbao.text.foreign import translate_back
from jianbao.text.invisible import drop_invisible, open_ligatures
from jianbao.text.line_ends import join_lines, join_spaced_hyphens, mend_broken_words
from jianbao.text.mojibake import undo_mojibake
from jianbao.text.quotes import pair_quotes
from jianbao.text.spaces import close_up_headline, close_up_latin, close_up_prose
from jianbao.text.width import widen_punctuation
from jianbao.text.year_zeros import write_year_zeros

RULES: dict[str, Callable[[str], list[Change]]] = {
    "width": widen_punctuation,
    "quotes": pair_quotes,
    "prose_spaces": close_up_prose,
    "headline_spaces": close_up_headline,
    "foreign": partial(translate_back, words={"and": "和"}),
    "line_ends": partial(join_lines, is_printed=lambda first, _: first in ("well", "Smith")),
    "spaced_hyphens": partial(
        join_spaced_hyphens, is_printed=lambda first, _: first == "well", goes_on=lambda _, second: second != "the"
    ),
    "broken_words": partial(mend_broken_words, is_broken=lambda *pieces: pieces in {("coun", "try"), ("st", "ruck")}),
    "mojibake": undo_mojibake,
    "drop_caps": partial(join_drop_cap, is_word=lambda word: word in {"THE", "AFTER", "ON", "IN", "NEW", "AM", "ANEW"}),
    "clock_times": mend_clock_times,
    "year_zeros": write_year_zeros,
    "latin_spaces": close_up_latin,
    "doubled": lambda text: drop_doubled(text, frozenset("不的了在对"), "不", chinese_lexicon().is_word),
}


def apply_changes(text: str, changes: Sequence[Change]) -> str:
    """The text with the changes made; they must be in order and must not overlap."""
    out, done = [], 0
    for change in changes:
        out += [text[done : change.start], change.after]
        done = change.end
    return "".join([*out, text[done:]])


def cases() -> Iterator[object]:
    """Every case of every file: name, raw, expected."""
    for name in RULES:
        text = Path(__file__).with_name("cases").joinpath(f"{name}.txt").read_text(encoding="utf-8")
        for case in text.split("\n.\n\n"):
            title, raw, expected = case.removesuffix("\n.\n").split("\n.\n")
            yield pytest.param(name, raw, expected, id=f"{name}: {title.splitlines()[-1]}")


@pytest.mark.parametrize(("name", "raw", "expected"), list(cases()))
def test_case(name: str, raw: str, expected: str) -> None:
    """The rule makes of the raw text what the case says."""
    assert apply_changes(raw, RULES[name](raw)) == expected


@pytest.mark.parametrize("name", list(RULES))
@given(text=st.text(alphabet="近日,:;?!()\"'“”‘’ \n\t本报讯Aa19.不的在对and—·《》。", max_size=60))
def test_changes_are_in_order(name: str, text: str) -> None:
    """On any text the changes of a rule stand in order, do not overlap, and stay inside it."""
    done = 0
    for change in RULES[name](text):
        assert done <= change.start <= change.end <= len(text)
        done = change.end


def test_invisible_characters_go_and_ligatures_open() -> None:
    """Zero-width marks are dropped, `ﬁ` reads `fi`; a by-line mark and the printed text stay."""
    raw = "\u200b□本报\ufeff記\u00ad者\x96\x07"
    assert apply_changes(raw, drop_invisible(raw)) == "□本报記者"
    assert not drop_invisible("a tab\tand a line’s end \n stay, as does a soft hyphen\u00ad\n")
    assert apply_changes("oﬃce of the ﬁre", open_ligatures("oﬃce of the ﬁre")) == "office of the fire"
