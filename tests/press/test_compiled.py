"""Compiled templates are kept: the next run compiles only what was changed, and never prints what a template said before."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment

from jianbao.press.theme import open_theme

THEME = "name: 县志\nparent: broadsheet\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with a theme of its own that has one template more."""
    templates = tmp_path / "themes" / "县志" / "templates"
    templates.mkdir(parents=True)
    (templates.parent / "theme.yaml").write_text(THEME, encoding="utf-8")
    (templates / "greeting.html").write_text("{% for name in names %}{{ name }}，您好。{% endfor %}", encoding="utf-8")
    return tmp_path


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The names of the templates that Jinja compiles."""
    names: list[str | None] = []
    compile_one = Environment.compile

    def seen(self: Environment, source: str, name: str | None = None, *of: object, **named: object) -> object:
        names.append(name)
        return compile_one(self, source, name, *of, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", seen)
    return names


def greet(archive: Path) -> str:
    """What a run of its own prints."""
    theme = open_theme("县志", archive, "zh-Hans", archive / "cache")
    return theme.templates.get_template("greeting.html").render(names=["周<俊>英"])


def test_a_template_is_compiled_once(archive: Path, compiled: list[str | None]) -> None:
    """The second run has it from the cache, with its options: what it shows is escaped."""
    assert greet(archive) == greet(archive) == "周&lt;俊&gt;英，您好。"
    assert compiled == ["greeting.html"]


def test_a_changed_template_is_compiled_anew(archive: Path, compiled: list[str | None]) -> None:
    """Even one as long as it was."""
    greet(archive)
    file = archive / "themes" / "县志" / "templates" / "greeting.html"
    file.write_text(file.read_text(encoding="utf-8").replace("您好", "早安"), encoding="utf-8")
    assert greet(archive) == "周&lt;俊&gt;英，早安。"
    assert len(compiled) == 2


def test_a_damaged_one_is_compiled_anew(archive: Path, compiled: list[str | None]) -> None:
    """The cache folder is nobody's worry."""
    greet(archive)
    for kept in (archive / "cache" / "templates").iterdir():
        kept.write_bytes(kept.read_bytes()[:-9])
    assert greet(archive) == "周&lt;俊&gt;英，您好。"
    assert len(compiled) == 2


def test_another_program_compiles_anew(
    archive: Path, compiled: list[str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may have other options, or another Jinja."""
    greet(archive)
    monkeypatch.setattr("jianbao.press.compiled.program_mark", lambda: "another")
    greet(archive)
    assert len(compiled) == 2
