"""Standing labels: which articles a label such as 部门动态 or 今日评论 stands over."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.knowledge.phrases import labels_of_several
from jianbao.reading.cues import Cues
from jianbao.reading.joints import Draft
from jianbao.reading.path import Choice
from jianbao.reading.places import Place


def sections_of(drafts: Sequence[Draft], choices: Sequence[Choice], cues: tuple[Cues, ...]) -> tuple[str, ...]:
    """The label of each draft, or nothing. A label stands over the next article; one of several goes on while they are alike."""
    several = labels_of_several()
    out: list[str] = []
    standing = ""
    shape: tuple[Place, ...] = ()
    for draft in drafts:
        if draft.inset:
            out.append("")
            continue
        first = min(draft.numbers)
        label = _label_before(first, choices, cues)
        form = tuple(run.place for run in draft.runs[:2])
        if label:
            standing, shape = label, form
        elif standing not in several or form != shape or _broken(first, choices):
            standing = ""
        out.append(standing)
    return tuple(out)


def _label_before(first: int, choices: Sequence[Choice], cues: tuple[Cues, ...]) -> str:
    at = first - 1
    while at >= 0 and choices[at].move.place is Place.FURNITURE:
        at -= 1
    return _name_of(cues[at]) if at >= 0 and choices[at].move.place is Place.LABEL else ""


def _name_of(label: Cues) -> str:
    """The label as a name: Chinese without spaces, English without the stop after it."""
    return "".join(label.text.split()) if label.chinese else " ".join(label.text.split()).rstrip(".:")


def _broken(first: int, choices: Sequence[Choice]) -> bool:
    return first > 0 and choices[first - 1].move.place is Place.BANNER
