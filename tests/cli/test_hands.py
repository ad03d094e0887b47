"""Work shared out between processes: in order, whole, and with the faults it would have had with one."""

from __future__ import annotations

import os
import weakref
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from jianbao.at_rest import collector_at_rest
from jianbao.hands import begin, share_out

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="one process does it all here")


def square(number: int) -> int:
    """Something to do."""
    return number * number


@pytest.mark.parametrize("hands", [1, 2, 3])
def test_results_stand_in_the_order_of_the_parts(hands: int) -> None:
    """Whoever did them."""
    assert share_out([partial(square, number) for number in range(100)], hands) == [n * n for n in range(100)]


def test_what_a_helper_cannot_do_is_done_here() -> None:
    """A process that ends in the middle loses nothing: its parts are done once more."""
    here = os.getpid()

    def part(number: int) -> int:
        if os.getpid() != here:
            os._exit(9)
        return number

    assert share_out([partial(part, number) for number in range(40)], 3) == list(range(40))


@pytest.mark.parametrize("hands", [1, 3])
def test_a_fault_is_raised_as_itself(hands: int) -> None:
    """Even where another process met it first."""

    def fail() -> int:
        raise KeyError("文峰区")

    with pytest.raises(KeyError, match="文峰区"):
        share_out([partial(square, 2), fail, partial(square, 3)] * 5, hands)


def test_other_work_goes_on_meanwhile(tmp_path: Path) -> None:
    """What the caller does itself is done before it lends a hand, and once."""
    done: list[int] = []
    parts: list[Callable[[], int]] = [partial(square, number) for number in range(10)]
    assert share_out(parts, 2, meanwhile=lambda: done.append(1)) == [n * n for n in range(10)]
    assert done == [1]


def test_work_that_was_begun_is_done_once_by_another_process(tmp_path: Path) -> None:
    """Meanwhile this one does something else; who asks has what the work gave, whoever did it."""
    told = tmp_path / "told"

    def work() -> list[str]:
        with told.open("a", encoding="utf-8") as file:
            print(os.getpid(), file=file)
        return ["区发改委", "小营村"]

    here = begin(work, 1)
    there = begin(work, 2)
    assert here() == there() == ["区发改委", "小营村"]
    doers = told.read_text(encoding="utf-8").split()
    assert len(doers) == 2
    assert (doers.count(str(os.getpid())) == 1) is hasattr(os, "fork")


def test_work_that_came_to_no_end_is_done_by_whoever_asks() -> None:
    """The other process was ended, or its result cannot be handed over."""
    me = os.getpid()

    def work() -> str:
        if os.getpid() != me:
            os._exit(1)
        return "小营村"

    assert begin(work, 2)() == "小营村"


class Ring:
    """Something that holds itself, as a template's context does."""

    def __init__(self) -> None:
        self.whole = self
        self.alive = weakref.ref(self)


@pytest.mark.parametrize("hands", [1, 2])
def test_what_a_part_leaves_behind_is_gone_before_the_next_one(hands: int) -> None:
    """Though the collector rests: the pages of a large archive would leave gigabytes."""
    left: list[weakref.ref[Ring]] = []

    def part() -> int:
        alive = sum(ring() is not None for ring in left)
        left.append(Ring().alive)
        return alive

    with collector_at_rest():
        assert share_out([part] * 20, hands) == [0] * 20
