"""Tables that are kept from run to run are those that would be made anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jianbao.knowledge import tables
from jianbao.knowledge.lexicon import JiebaLexicon, read_dictionary
from jianbao.knowledge.tables import keep_tables_in, table
from jianbao.knowledge.thumb_index import indexed


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where tables are kept for the length of a test."""
    before = list(tables._folders)
    keep_tables_in(tmp_path / "tables")
    yield tmp_path / "tables"
    tables._folders[:] = before


def test_a_table_is_made_once_and_again_where_its_source_is_another(tmp_path: Path) -> None:
    """A newer dictionary has other words; a damaged table counts as absent."""
    source = tmp_path / "dict.txt"
    source.write_text("柳河 3 ns", encoding="utf-8")
    made: list[str] = []

    def words() -> tuple[str, ...]:
        made.append("once more")
        return tuple(source.read_text(encoding="utf-8").split())

    assert table("words", source, words) == table("words", source, words) == ("柳河", "3", "ns")
    assert len(made) == 1
    source.write_text("柳河镇 5 ns", encoding="utf-8")
    assert table("words", source, words) == table("words", source, words) == ("柳河镇", "5", "ns")
    assert len(made) == 2
    kept = tmp_path / "tables" / "words.kept"
    kept.write_bytes(kept.read_bytes()[:-1])
    assert table("words", source, words) == ("柳河镇", "5", "ns")
    assert len(made) == 3


def test_a_lexicon_of_kept_tables_knows_what_a_fresh_one_knows(folder: Path) -> None:
    """Every word with its number, and the names among them."""
    fresh, kept = JiebaLexicon(), JiebaLexicon()
    words, total = read_dictionary(fresh.dictionary)
    for lexicon in (fresh, kept):
        assert lexicon._total == total
        assert {word: lexicon._frequencies.find(word) for word in words} == words
        assert lexicon._frequencies.find("") is lexicon._frequencies.find("柳河㐀") is None
    assert fresh.names == kept.names != frozenset()
    assert sorted(file.name for file in folder.iterdir()) == ["frequencies.kept", "names.kept", "total.kept"]


def test_an_index_has_every_word_under_its_first_character(tmp_path: Path) -> None:
    """Whether it was kept, has just been made, or is not kept at all."""
    source = tmp_path / "dict.txt"
    source.write_text("", encoding="utf-8")
    words = {"柳": 1, "柳河": 2, "河": 3, "镇": 4}
    for kept in (True, True, False):
        if not kept:
            tables._folders.clear()
        index = indexed("towns", source, lambda: dict(words))
        assert (index["柳"], index["镇"], index["村"]) == ({"柳": 1, "柳河": 2}, {"镇": 4}, {})
        assert [index.find(word) for word in ("柳河", "河", "柳河镇", "")] == [2, 3, None, None]
