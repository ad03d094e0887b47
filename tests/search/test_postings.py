"""Postings come back as they went in, in the bytes that the format tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.search.postings import leb128, pack_postings, read_leb128, unpack_postings
from jianbao.search.shard import open_shard, read_shard, shard_file


@pytest.mark.parametrize(
    ("number", "data"), [(0, "00"), (127, "7f"), (128, "8001"), (300, "ac02"), (16384, "808001"), (2**21, "80808001")]
)
def test_leb128(number: int, data: str) -> None:
    """Seven bits a byte, the lowest first, the eighth says that more follow."""
    assert leb128(number).hex() == data


def test_steps_begin_at_the_segment() -> None:
    """Documents 1000, 1001 and 1300 of the segment that begins at 1000."""
    assert pack_postings([1000, 1001, 1300], 1000).hex() == "0001ab02"


@given(st.integers(0, 100_000), st.sets(st.integers(0, 100_000)))
def test_postings_come_back(first: int, steps: set[int]) -> None:
    """Whatever the gaps are."""
    numbers = [first + step for step in sorted(steps)]
    assert unpack_postings(pack_postings(numbers, first), first) == numbers


@given(st.lists(st.integers(0, 2**40)))
def test_numbers_come_back(numbers: list[int]) -> None:
    """One behind the other."""
    assert list(read_leb128(b"".join(map(leb128, numbers)))) == numbers


TOKENS = st.text(alphabet="\x01\x02ab:柳城", min_size=1, max_size=4)


@given(st.dictionaries(TOKENS, st.binary(max_size=300), max_size=12), TOKENS)
def test_a_shard_gives_back_its_lists(lists: dict[str, bytes], other: str) -> None:
    """All of them together, and each by itself; of a token that it has not it has nothing."""
    file = shard_file(lists)
    assert read_shard(file) == lists
    shard = open_shard(file)
    assert {token: shard.get(token) for token in lists} == lists
    assert shard.get(other) == lists.get(other, b"")
