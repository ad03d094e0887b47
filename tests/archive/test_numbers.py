"""An article keeps its number for ever; the search index knows it by nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from jianbao.archive.numbers import number_articles
from jianbao.content.article import FrontMatter
from jianbao.content.register import Address, parse_register
from tests.archive.handwritten import Linked, Write, article, record


def added(*days: str) -> dict[str, FrontMatter]:
    """Articles A/01, A/02 … added on these days, in the order of the archive."""
    return {f"A/{number:02}": FrontMatter(added=day) for number, day in enumerate(days, start=1)}


def registered(**numbers: int) -> dict[str, Address]:
    """A register with the articles A/01, A/02 … and their numbers, given as a01=7."""
    rows = (Address(f"a/A/{name[1:]}/", "article", number=number) for name, number in numbers.items())
    return {one.address: one for one in rows}


def test_the_first_numbers_go_by_the_day_of_addition() -> None:
    """Within a day as the archive has them."""
    assert number_articles({}, added("2026-03-01", "2026-01-01", "2026-03-01", "2026-01-01")) == {
        "A/02": 0, "A/04": 1, "A/01": 2, "A/03": 3,
    }  # fmt: skip


def test_new_articles_go_behind_all_others() -> None:
    """Whatever their day; a number that a deleted article had is not given again."""
    register = registered(a02=0, a09=5)
    assert number_articles(register, added("2001-01-01", "2026-01-01")) == {"A/01": 6, "A/02": 0}


def test_of_two_with_one_number_the_later_gets_a_new_one() -> None:
    """Two people added pages, and git joined their registers."""
    register = registered(a01=3, a02=3, a03=4)
    numbers = number_articles(register, added("2026-01-01", "2026-01-01", "2026-01-01"))
    assert numbers == {"A/01": 3, "A/02": 5, "A/03": 4}


@pytest.mark.usefixtures("two_pages")
def test_numbers_stand_in_the_register(linked: Linked, write: Write, content: Path) -> None:
    """A deleted article leaves a hole; a page added later has the next numbers, though it was printed before."""
    before = {id: one.number for id, one in linked().articles.items()}
    assert sorted(before.values()) == [0, 1, 2, 3]
    (content / "安阳/0923/03.md").unlink()
    write("安阳/旧/page.yaml", record("CCCCCCC", "安阳/旧.txt", "CCCCCCC/01"))
    write("安阳/旧/01.md", article("CCCCCCC/01", date="'1999-01-01'"))
    after = {id: one.number for id, one in linked().articles.items()}
    assert after == {id: number for id, number in before.items() if id != "AAAAAAA/03"} | {"CCCCCCC/01": 4}
    register = parse_register((content / "_register.csv").read_text(encoding="utf-8"))[0]
    assert register["a/AAAAAAA/03/"].number == before["AAAAAAA/03"]
    assert {one.number for one in register.values() if one.kind != "article"} == {-1}
