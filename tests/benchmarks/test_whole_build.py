"""The figures of a whole build can be had by anybody, and its profile names every step or says which one is gone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks import clocks, whole_build
from benchmarks.as_made import reading_of
from benchmarks.cost import cost_of
from benchmarks.made_archive import Maker, write_archive


def rows(table: str) -> dict[str, list[str]]:
    """The rows of a table by their first cell that is no number."""
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if line[:1] == "|"]
    return {next(cell for cell in row if not cell.isdigit()): row for row in cells}


def test_every_step_of_a_profile_is_there() -> None:
    """Whoever gives a step another name is told so here, and not by a profile that lacks it."""
    clocks.all_there()


@pytest.mark.parametrize(
    "gone", [{"jianbao.press.delivery": "no_such_step"}, {"jianbao.press.no_such_room": "deliver"}]
)
def test_a_step_that_is_gone_ends_the_run(monkeypatch: pytest.MonkeyPatch, gone: dict[str, str]) -> None:
    """A function or a module by a name that nothing has any more."""
    monkeypatch.setattr(clocks, "STEPS", gone)
    with pytest.raises(SystemExit, match="see benchmarks/clocks"):
        clocks.all_there()


def test_a_plain_build_by_its_steps(tmp_path: Path) -> None:
    """The build under clocks makes the site, its steps stand in their order, and no time is told twice."""
    write_archive(tmp_path, 20)
    archive, log = tmp_path / "ours", tmp_path / "steps.log"
    cost = cost_of(clocks.command(log, ("site", "--plain", "--quiet", "--archive", str(archive))), whole_build.ROOT)
    assert len(list((archive / "site" / "a").rglob("*.html"))) == 20
    steps = rows(clocks.profile(log, cost.wall, least=0))
    assert list(steps).index("link_plain") < list(steps).index("· read_articles") < list(steps).index("publish")
    assert {"· prepare", "· Bench.print_all", "· · articles", "· deliver"} <= steps.keys()
    assert steps["· · articles"][3] == "1"
    inside = [float(row[1]) for name, row in steps.items() if name.startswith("· ") and not name.startswith("· ·")]
    outside = float(steps["link_plain"][1]) + float(steps["publish"][1])
    assert 0 < sum(inside) <= outside + 0.2  # of rounded figures
    assert outside < cost.wall


def test_what_other_processes_do_is_told_apart(tmp_path: Path) -> None:
    """A log of two processes: the second one's time is no part of the first one's whole."""
    log = tmp_path / "steps.log"
    told = ["begun 1 0 9 print", "begun 2 0 9 print page", "ended 2 0.5 99 print page", "ended 2 0.7 99 print page",
            "begun 1 0 20 print page", "ended 1 0.2 30 print page", "ended 1 1.0 31 print"]  # fmt: skip
    log.write_text("".join("\t".join(line.split()) + "\n" for line in told), encoding="utf-8")
    steps = rows(clocks.profile(log, 1.5))
    assert steps["print"] == ["print", "1.00", "", "1", "31"]
    assert steps["· page"] == ["· page", "0.20", "1.20", "3", "30"]
    assert steps["· (the rest)"][1] == "0.80"
    assert steps["(start, end and the rest)"][1] == "0.50"


def test_what_came_out_as_made_is_counted(tmp_path: Path) -> None:
    """A content folder as it was made has all articles; one with another text and one that is gone are not as made."""
    write_archive(tmp_path, 20)
    content = tmp_path / "ours" / "content"
    assert set(reading_of(content, 20).shares.values()) == {1.0}
    first, second, *_ = Maker().articles(20)
    with (content / first.folder / f"{first.number:02}.md").open("a", encoding="utf-8") as file:
        file.write("\n多出来的一段。\n")
    (content / second.folder / f"{second.number:02}.md").unlink()
    reading = reading_of(content, 20)
    assert (reading.made, reading.read) == (20, 19)
    assert reading.shares["headline, by-line and text"] == pytest.approx(18 / 20)
    assert reading.shares["paper, day and page number"] == pytest.approx(19 / 20)


@pytest.mark.slow
def test_a_whole_build_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Twenty articles from raw pages to the site: every case has its row, and nothing is left behind."""
    monkeypatch.setattr(whole_build, "_wait_to_be_trusted", lambda: None)
    whole_build.main(["20", "--runs", "1", "--work", str(tmp_path)])
    told = capsys.readouterr().out
    table = rows(told)
    written = {case: int(table[case][5]) for case in table if table[case][0] == "20"}
    assert list(written) == [
        "cold, all but one page", "one body edited", "nothing changed", "one raw page added", "raw_lines: no"
    ]  # fmt: skip
    assert written["nothing changed"] == 0 < written["one body edited"] < written["cold, all but one page"]
    assert re.search(r"20 articles made, (19|20|21) read", told)
    assert {"clean", "· read_page", "link_whole", "publish"} <= table.keys()
    assert len(re.findall(r"\d pages a second with", told)) == 2
    assert not list(tmp_path.iterdir())
