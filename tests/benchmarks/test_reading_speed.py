"""The speed of the reading can be measured by anybody, and the figures name every step of the story."""

from __future__ import annotations

import re
from inspect import getsource
from pathlib import Path

import pytest

from benchmarks.reading_speed import main
from jianbao.reading import read

SEED = min((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def test_every_step_of_the_story_has_its_share(capsys: pytest.CaptureFixture[str]) -> None:
    """One page is enough for figures: the speed first, then each function that the story calls, in its order."""
    story = getsource(read.read_page)
    main([str(SEED), "--rounds", "1"])
    lines = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"\d+\.\d pages of 6000 characters a second \(1 page, one core, warm\)", lines[0])
    steps = [line.split()[0] for line in lines[2:-1]]
    assert steps[0] == "cut_into_blocks"
    assert steps.index("gather_cues") < steps.index("cheapest_path") < steps.index("fill_articles")
    called = set(re.findall(r"(?<![\w.])([a-z]\w+)\(", story)) - {"chinese_lexicon", "stamp_of", "tuple", "read_page"}
    assert called <= set(steps)
    shares = [float(line.split()[-1].rstrip("%")) for line in lines[2:]]
    assert sum(shares) == pytest.approx(100, abs=2)


def test_the_story_is_left_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    """The clocks around the steps are taken away again."""
    before = dict(vars(read))
    main([str(SEED), "--rounds", "1"])
    assert dict(vars(read)) == before


def test_what_is_no_text_is_told_and_the_rest_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder may hold a file that is no page."""
    (tmp_path / "版面.txt").write_bytes(SEED.read_bytes())
    (tmp_path / "图.txt").write_bytes(b"\x89PNG\x00\x01")
    main([str(tmp_path), "--rounds", "1"])
    told = capsys.readouterr()
    assert "图.txt is no text" in told.err
    assert "(1 page" in told.out
