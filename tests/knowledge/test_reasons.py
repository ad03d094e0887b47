"""Everything that `explain` may name has its words in both languages, and no words are left over."""

from __future__ import annotations

import re
from pathlib import Path

from jianbao.knowledge.reasons import reason_words
from jianbao.knowledge.weights import weights
from jianbao.reading.places import Place

PROGRAM = Path(__file__).parents[2] / "jianbao"
EDIT = "edit."
RULE = re.compile(r'^(?:RULE|BROKEN_WORD) = "([a-z-]+)"|, "(invisible|ligature)"\)', re.MULTILINE)


def test_every_weight_and_every_place_has_its_words() -> None:
    """A row that is added to the table of weights needs words, and one that is taken away takes them along."""
    named = {f"{section}.{cue}" for section, rows in weights().items() for cue in rows} | {
        str(place) for place in Place
    }
    worded = {key for key in reason_words() if not key.startswith(EDIT)}
    assert sorted(named - worded) == []
    assert sorted(worded - named) == []


def test_every_rule_that_changes_characters_has_its_words() -> None:
    """A named edit is listed by `explain` in words."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted((PROGRAM / "text").glob("*.py")))
    rules = {one or other for one, other in RULE.findall(code)} | {"loss"}
    assert len(rules) > 10
    assert {key.removeprefix(EDIT) for key in reason_words() if key.startswith(EDIT)} == rules


def test_words_are_in_both_languages() -> None:
    """The Chinese ones have Chinese characters, the English ones say something."""
    assert [key for key, words in reason_words().items() if not any("一" <= one <= "鿿" for one in words.zh)] == []
    assert [key for key, words in reason_words().items() if len(words.en) < 5] == []
