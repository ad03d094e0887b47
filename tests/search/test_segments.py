"""Segments: an archive that grows keeps nearly all of its index as it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jianbao.search.segments import cut_segments, shards_for


def test_cut_at_the_digits_in_base_sixteen() -> None:
    """100,000 is 6·16384 + 1·1024 + 10·64 + 32."""
    assert cut_segments(100_000) == ((0, 98304), (98304, 99328), (99328, 99968), (99968, 100_000))
    assert cut_segments(40) == ((0, 40),)
    assert cut_segments(64) == ((0, 64),)
    assert cut_segments(0) == ()


@given(st.integers(1, 2_000_000))
def test_every_number_stands_in_one_segment(end: int) -> None:
    """And a query asks few of them."""
    segments = cut_segments(end)
    assert [first for first, _ in segments] == [0, *(last for _, last in segments[:-1])]
    assert segments[-1].end == end
    assert len(segments) <= 6


def test_pages_that_are_added_touch_the_last_segments() -> None:
    """While 10,000 articles come page by page, half of the pages make fewer than 64 documents anew, the average 103."""
    before, made = set(cut_segments(0)), []
    for end in range(6, 10_000, 6):
        now = set(cut_segments(end))
        made.append(sum(last - first for first, last in now - before))
        before = now
    assert sorted(made)[len(made) // 2] < 64
    assert sum(made) / len(made) < 105


@given(st.integers(0, 300_000_000), st.integers(0, 1_000_000))
def test_more_postings_never_stand_in_fewer_shards(postings: int, more: int) -> None:
    """From 64 on their number is a multiple of 64, below a power of two: an index is made in 64 parts."""
    shards = shards_for(postings)
    assert 1 <= shards <= shards_for(postings + more)
    assert shards % 64 == 0 or (64 % shards == 0)
