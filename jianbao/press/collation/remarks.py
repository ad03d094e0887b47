"""What was done to a row and why, in a reader's words: choices with how sure they were, words changed, losses, the rest counted."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from jianbao.archive.evidence import words_for
from jianbao.content.ledger_evidence import Change, Choice
from jianbao.frozen import frozen
from jianbao.press.plain_blocks import LOSS
from jianbao.press.wording import Wording

HARDLY = 0.69
"""A choice that is less sure than this against its runner-up is hardly sure; the evidence leads by less than 0.8."""
SURE = 0.95
"""A choice that is surer is told in full only, unless it joins lines."""
_AS_IT_STANDS = "as it stands"
_SLIGHT = 0.05


@frozen
class Remark:
    """One thing that is told: the raw line (0: of all of the row), the words, and the reasons, a line for each reading.

    `short` is what it says in a word or two, where that is worth telling at a glance; `sure` how sure it is (0 to 1; 1
    where nobody reckoned it).
    """

    line: int
    text: str
    reasons: tuple[str, ...] = ()
    short: str = ""
    sure: float = 1.0


def remark_on(choice: Choice, line: int, wording: Wording) -> Remark:
    """What a decision of the ledger says."""
    if choice.what == "order":
        return _order(choice, line, wording)
    if choice.what == "article":
        return _article(choice, line, wording)
    sure = 1 / (1 + math.exp(-choice.margin))
    said = wording.table["page"]["choice"]
    chosen, rival = (wording.name("readings", one) for one in (choice.chosen, choice.runner_up))
    text = str(said["text"]).format(chosen=chosen, sure=_in_figures(sure), rival=rival, left=_in_figures(1 - sure))
    telling = sure < SURE or choice.chosen == "continuation"
    short = str(said["short"]).format(chosen=chosen, sure=_in_figures(sure)) if telling else ""
    return Remark(line, text, tuple(_reasons(choice, rival, wording)), short, sure)


def _in_figures(chance: float) -> str:
    """Two figures; never a certainty, for the evidence never gives one."""
    return f"{min(max(chance, 0.01), 0.99):.2f}"


def _reasons(choice: Choice, rival: str, wording: Wording) -> Iterator[str]:
    said = wording.table["page"]["choice"]
    if choice.reasons:
        yield str(said["reasons"]).format(reasons=_cues(choice.reasons, wording))
    if choice.instead:
        rest = choice.margin - sum(weight for _, weight in choice.instead) + sum(weight for _, weight in choice.reasons)
        around = str(said["around"]).format(weight=_signed(rest)) if abs(rest) >= _SLIGHT else ""
        yield str(said["instead"]).format(rival=rival, reasons=_cues(choice.instead, wording)) + around


def _cues(cues: Iterable[tuple[str, float]], wording: Wording) -> str:
    """The cues in words, the strongest first; what speaks for the reading is positive here, a reward in the ledger."""
    comma = str(wording.table["page"]["choice"]["comma"])
    ordered = sorted(cues, key=lambda cue: (-abs(cue[1]), cue[0]))
    return comma.join(f"{_word(cue, wording)} {_signed(-weight)}" for cue, weight in ordered)


def _signed(weight: float) -> str:
    return f"{'−' if weight < 0 else '+'}{abs(weight):.2g}"


def _word(key: str, wording: Wording) -> str:
    words = words_for(key)
    return words.zh if wording.table["language"] == "zh" else words.en


def _order(choice: Choice, line: int, wording: Wording) -> Remark:
    """The margin of an order is no chance: it says by how much the evidence is more than enough, or falls short."""
    said: Mapping[str, Any] = wording.table["page"]["order"]
    left = choice.chosen == _AS_IT_STANDS
    form = said["left" if left else "done"][choice.runner_up if left else choice.chosen]
    return Remark(line, str(form).format(margin=f"{choice.margin:.2g}"), (), str(said["short"]) if not left else "")


def _article(choice: Choice, line: int, wording: Wording) -> Remark:
    text = str(wording.table["page"]["doubt_of_article"]).format(n=round(100 * choice.margin))
    signs = tuple(_word(cue, wording) for cue, _ in choice.reasons) if choice.chosen == "doubtful" else ()
    return Remark(line, text, signs, "", 1 - choice.margin)


def remark_on_change(change: Change, line: int, wording: Wording) -> Remark:
    """A word that reads otherwise than it is printed, with the raw form and the reason."""
    said = str(wording.table["page"]["word"])
    text = said.format(
        before=change.before.strip() or change.before, after=change.after, why=_word(f"edit.{change.rule}", wording)
    )
    return Remark(line, text)


def remark_on_loss(begins: bool, line: int, wording: Wording) -> Remark:
    """A place where text is missing: a part begins in mid-sentence, or breaks off."""
    return Remark(line, str(wording.table["page"]["gap"]["begins" if begins else "breaks_off"]))


def remark_on_rest(forms: Mapping[tuple[str, str, str], int], wording: Wording) -> Remark:
    """The mechanical changes of a row, counted by (rule, before, after): by kind, with the characters that were changed."""
    rules: dict[str, list[tuple[str, str, int]]] = {}
    for (rule, before, after), count in sorted(forms.items()):
        rules.setdefault(rule, []).append((before, after, count))
    said = [_rule(rule, seen, wording) for rule, seen in rules.items()]
    return Remark(0, str(wording.table["page"]["choice"]["comma"]).join(said))


def _rule(rule: str, forms: Sequence[tuple[str, str, int]], wording: Wording) -> str:
    seen = "".join(f" {before}→{after}" for before, after, _ in forms if before.strip() and after.strip())
    return f"{_word(f'edit.{rule}', wording)} {sum(count for _, _, count in forms)}{seen}"


def is_loss(change: Change) -> bool:
    """Whether it marks a loss."""
    return LOSS in change.after
