"""A strand of raw text under repair: whatever rules change, the raw file and the edits give back what it reads."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import given

from jianbao.content.ledger_file import replay
from jianbao.reading.strand import Strand, strand_of
from jianbao.text.change import Change


@st.composite
def changes_of(draw: st.DrawFn, length: int) -> list[Change]:
    """Changes at ascending places of a text, as rules find them."""
    borders = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    return [
        Change(
            start, end, draw(st.sampled_from(["", "，", "和", "……"])), draw(st.sampled_from(["space", "full-width"]))
        )
        for start, end in zip(borders[::2], borders[1::2], strict=False)
    ]


def applied(text: str, changes: list[Change]) -> str:
    """What the changes make of a plain string."""
    for change in reversed(changes):
        text = text[: change.start] + change.after + text[change.end :]
    return text


@given(st.text("报纸 ,(\n", min_size=1, max_size=30), st.data())
def test_a_rule_changes_what_it_names_and_the_edits_lead_there(raw: str, data: st.DataObject) -> None:
    """The strand reads what the changes make of the raw text, and its edits make the same of it."""
    changes = data.draw(changes_of(len(raw)))
    strand = strand_of(raw, ((0, len(raw)),)).changed(changes)
    assert strand.text == applied(raw, changes)
    assert strand.spans == ((0, len(raw)),)
    assert replay(raw, strand.spans, strand.edits(raw)) == strand.text


@given(st.text("报纸 ,(\n", min_size=1, max_size=30), st.data())
def test_a_second_rule_and_a_cut_keep_to_the_raw_text(raw: str, data: st.DataObject) -> None:
    """After two rules and a cut, both sides can be replayed, and together they cover the raw text once."""
    strand = strand_of(raw, ((0, len(raw)),))
    for _ in range(2):
        strand = strand.changed(data.draw(changes_of(len(strand.text))))
    sides = strand.split_visibly(data.draw(st.integers(0, len(strand.text))))
    assert "".join(side.text for side in sides) == strand.text
    covered = [at for side in sides for start, end in side.spans for at in range(start, end)]
    assert covered == list(range(len(raw)))
    for side in sides:
        assert replay(raw, side.spans, side.edits(raw)) == side.text


def test_a_printed_line_end_reads_as_one() -> None:
    """Where a text layer has a space for a printed line end, the strand reads a line end and says so as an edit."""
    strand: Strand = strand_of("高新 区", ((0, 4),), frozenset({2}))
    assert strand.text == "高新\n区"
    assert [(edit.span, edit.before, edit.after) for edit in strand.edits("高新 区")] == [((2, 3), " ", "\n")]
