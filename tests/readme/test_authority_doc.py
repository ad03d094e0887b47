"""What docs/authority.md says people may write is read without a complaint, and means what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jianbao.knowledge.districts import Districts
from jianbao.knowledge.gazetteer import Gazetteer
from jianbao.knowledge.told_organizations import ToldOrganizations
from jianbao.knowledge.told_people import ToldPeople
from jianbao.knowledge.topics import Topics

DOC = (Path(__file__).parents[2] / "docs" / "authority.md").read_text(encoding="utf-8")
READERS = {
    "people.yaml": ToldPeople, "places.yaml": Gazetteer, "organizations.yaml": ToldOrganizations, "topics.yaml": Topics,
    "districts.yaml": Districts,
}  # fmt: skip


def examples() -> list[tuple[str, str]]:
    """Every example with the file that was named last before it."""
    found, name = [], ""
    for match in re.finditer(r"`(\w+\.yaml)`|^```yaml\n(.*?)^```", DOC, re.DOTALL | re.MULTILINE):
        name = match[1] if match[1] in READERS else name
        if match[2]:
            found.append(("places.yaml" if "Lowville" in match[2] else name, match[2]))
    return found


@pytest.mark.parametrize(("name", "text"), examples())
def test_an_example_can_be_pasted(name: str, text: str, tmp_path: Path) -> None:
    """Nothing of it is misread."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert READERS[name].load(tmp_path).misread == ()  # type: ignore[attr-defined]


def test_every_file_has_an_example() -> None:
    """None of the five is described only."""
    assert {name for name, _ in examples()} == set(READERS)
