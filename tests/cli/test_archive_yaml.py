"""archive.yaml: every key is optional, an unknown one is warned of, a wrong value is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from jianbao.archive_yaml import READERS, read_archive_yaml
from jianbao.problems import CallError, Weight
from jianbao.settings import Folders, Newspaper, Settings
from jianbao.start.lay_out import FILES

ROOT = Path(__file__).parents[2]


def settings_in(folder: Path, text: str | None) -> tuple[Settings, list[str]]:
    """The settings that `text` gives, and its problems as `line weight: English`."""
    if text is not None:
        (folder / "archive.yaml").write_text(text, encoding="utf-8")
    defaults = Settings(Folders(folder, folder / "seeds", folder / "content", folder / "site", folder / ".jianbao"))
    known = read_archive_yaml(defaults)
    return known.settings, [f"{one.line} {one.weight}: {one.what.en}" for one in known.problems]


@pytest.mark.parametrize("text", [None, "", "# nothing but a remark\n", "title:\naddress: ''\n"])
def test_what_is_not_said_has_its_default(tmp_path: Path, text: str | None) -> None:
    """No file, an empty file and empty values all leave the defaults in force."""
    settings, problems = settings_in(tmp_path, text)
    assert (settings.title, settings.theme, settings.address) == ("剪报", "broadsheet", "")
    assert problems == []


def test_every_key_is_read(tmp_path: Path) -> None:
    """Each documented key arrives in the settings, read as text whatever it looks like."""
    settings, problems = settings_in(
        tmp_path,
        """
title: 县志资料
subtitle: '2022'
languages: [en, zh-Hans]
address: https://example.org/repo
timezone: '+09:00'
newspapers:
  - name: 安阳日报
    nameplate: 中共安阳市委机关报
    rights: © 安阳日报社
edit_url: https://github.com/a/b/edit/main/content/{file}
theme: own
lead: 7KQ2M9X/01
raw_lines: no
rights: 012
contact: a@example.org
""",
    )
    assert problems == []
    assert settings.title == "县志资料"
    assert settings.subtitle == "2022"
    assert settings.languages == ("en", "zh-Hans")
    assert settings.address == "https://example.org/repo/", "an address has its slash"
    assert settings.timezone == "+09:00"
    assert settings.newspapers == (Newspaper("安阳日报", "中共安阳市委机关报", "© 安阳日报社"),)
    assert settings.edit_url.endswith("{file}")
    assert settings.raw_lines is False
    assert (settings.theme, settings.lead, settings.rights, settings.contact) == (
        "own",
        "7KQ2M9X/01",
        "012",
        "a@example.org",
    )


def test_unknown_key_is_a_warning(tmp_path: Path) -> None:
    """A misspelt key is warned of with its line, and the others count."""
    settings, problems = settings_in(tmp_path, "title: 县志\ntitel: 县志资料\n")
    assert settings.title == "县志"
    assert problems == ["2 warning: there is no setting titel; it is ignored"]


@pytest.mark.parametrize(
    "line",
    [
        "address: example.org",
        "address: https://example.org/?a=1",
        "timezone: Beijing",
        "lead: 第一篇",
        "languages: [中文]",
        "newspapers: 安阳日报",
        "newspapers: [{nameplate: 机关报}]",
        "newspapers: [{name: 安阳日报, city: 安阳}]",
        "edit_url: https://example.org/",
        "title: [a, b]",
        "raw_lines: sometimes",
    ],
)
def test_wrong_value_is_an_error_at_its_line(tmp_path: Path, line: str) -> None:
    """A value that cannot be used is told with its line; everything else counts."""
    settings, problems = settings_in(tmp_path, f"subtitle: 资料\n{line}\n")
    assert settings.subtitle == "资料"
    assert len(problems) == 1
    assert problems[0].startswith(f"2 {Weight.ERROR}")


def test_what_is_no_yaml_stops_the_run_with_the_line(tmp_path: Path) -> None:
    """A file that is no YAML tells its line: without the address nothing right could be published."""
    with pytest.raises(CallError, match=r"archive\.yaml:2"):
        settings_in(tmp_path, "title: 县志\n\tsubtitle: 资料\n")


@pytest.mark.parametrize("text", ["title：县志\n", "- title\n"])
def test_what_has_no_keys_stops_the_run(tmp_path: Path, text: str) -> None:
    """A full-width colon makes no key, and neither does a list."""
    with pytest.raises(CallError, match=r"archive\.yaml:1"):
        settings_in(tmp_path, text)


@pytest.mark.parametrize("file", [ROOT / "archive.yaml", FILES / "archive.yaml"])
def test_shipped_files_are_right_with_and_without_their_remarks(tmp_path: Path, file: Path) -> None:
    """The repository's archive.yaml and that of a fresh archive are right, also with every example switched on."""
    text = file.read_text(encoding="utf-8")
    assert settings_in(tmp_path, text)[1] == []
    examples = [line.removeprefix("# ") for line in text.splitlines() if line.startswith(("# ", "#   "))]
    keys = tuple(READERS)
    switched_on = "\n".join(line for line in examples if line.startswith((*(f"{key}:" for key in keys), "  ")))
    assert settings_in(tmp_path, switched_on)[1] == []
    assert {line.split(":")[0].strip("# ") for line in text.splitlines() if ":" in line} >= set(keys) - {"subtitle"}
