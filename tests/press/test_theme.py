"""Themes: the archive's own goes first, a missing one is told, and both languages have every word."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from jianbao.press.find_theme import PACKAGE, find_theme
from jianbao.problems import CallError

BROADSHEET = PACKAGE.parent / "themes" / "broadsheet"


def test_the_archives_own_theme_goes_first(tmp_path: Path) -> None:
    """A copy in themes/ of the archive is used in place of the one that came with the program."""
    assert find_theme("broadsheet", tmp_path) != tmp_path / "themes" / "broadsheet"
    shutil.copytree(BROADSHEET, tmp_path / "themes" / "broadsheet")
    assert find_theme("broadsheet", tmp_path) == tmp_path / "themes" / "broadsheet"


@pytest.mark.parametrize("name", ["no-such-theme", "../broadsheet", "", "."])
def test_a_theme_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    """The message says in both languages what to do."""
    with pytest.raises(CallError, match="themes/"):
        find_theme(name, tmp_path)


def shape(table: Any) -> Any:
    """The keys of a table of words; lists by their length."""
    if isinstance(table, dict):
        return {key: shape(value) for key, value in table.items() if key not in ("one", "other")} or "word"
    return len(table) if isinstance(table, list) else "word"


def test_both_languages_have_the_same_words() -> None:
    """A word that is missing in one language would stop the build of a site in that language."""
    chinese, english = (
        yaml.safe_load((BROADSHEET / "words" / f"{language}.yaml").read_text(encoding="utf-8"))
        for language in ("zh", "en")
    )
    assert shape(chinese) == shape(english)
