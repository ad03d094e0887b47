"""Everything that `explain` may name has its words in both languages, and no words are left over."""

from __future__ import annotations

from jianbao.knowledge.reasons import reason_words
from jianbao.knowledge.weights import weights
from jianbao.reading.emission import Place


def test_every_weight_and_every_place_has_its_words() -> None:
    """A row that is added to the table of weights needs words, and one that is taken away takes them along."""
    named = {f"{section}.{cue}" for section, rows in weights().items() for cue in rows} | {str(place) for place in Place}
    assert sorted(named - reason_words().keys()) == []
    assert sorted(reason_words().keys() - named) == []


def test_words_are_in_both_languages() -> None:
    """The Chinese ones have Chinese characters, the English ones say something."""
    assert [key for key, words in reason_words().items() if not any("一" <= one <= "鿿" for one in words.zh)] == []
    assert [key for key, words in reason_words().items() if len(words.en) < 5] == []
