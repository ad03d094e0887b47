"""One decision of a reading in words: what was chosen, what it nearly was, what spoke for either, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao.content.ledger_file import LedgerDecision
from jianbao.knowledge.doubt import table_of_doubt
from jianbao.knowledge.reasons import reason_words
from jianbao.problems import Words

HARDLY, FAIRLY = 0.8, 3.0
"""Margins: a decision that leads by less is hardly sure, or fairly so; one that leads by more is sure."""

_CLEAR_FROM = {"place": FAIRLY, "border": 1.5}
_BORDERS = {
    "begins": Words("从这里另起一篇", "a new article begins here"),
    "goes on": Words("仍是上一篇", "the article before goes on"),
}
_ORDERS = {
    "in turn": Words("两栏逐行交错，已按栏分开", "two columns, line by line in turn, were read one after the other"),
    "beside": Words(
        "两栏左右并排，已按栏分开", "two columns, side by side in every line, were read one after the other"
    ),
    "strayed": Words("混进别处的一行，已放回", "a line that had strayed was put where it belongs"),
}
_LEFT = {
    "in turn": Words("可能是两栏逐行交错", "this may be two columns, line by line in turn"),
    "beside": Words("可能是两栏左右并排", "this may be two columns side by side"),
    "strayed": Words("这一行可能是从别处混进来的", "this line may have strayed here"),
}
_AS_IT_STANDS = "as it stands"


def is_clear(decision: LedgerDecision) -> bool:
    """Whether one line is enough for it; of a border, whether nothing need be said."""
    return decision.what in _CLEAR_FROM and decision.margin >= _CLEAR_FROM[decision.what]


def in_one_line(decision: LedgerDecision) -> str:
    """A clear decision."""
    chosen = _named(decision.chosen)
    return f"{chosen.zh}（把握大） / {chosen.en} (sure)"


def in_full(decision: LedgerDecision) -> Iterator[str]:
    """A decision with its runner-up, its margin and its reasons, line by line."""
    if decision.what == "border":
        yield from _border(decision)
    elif decision.what == "order":
        yield from _order(decision)
    else:
        yield from _place(decision)


def how_sure(margin: float) -> Words:
    """The margin in words."""
    if margin < HARDLY:
        return Words("把握小", "hardly sure")
    return Words("把握中等", "fairly sure") if margin < FAIRLY else Words("把握大", "sure")


def _named(place: str) -> Words:
    return reason_words().get(place, Words(place, place))


def _place(decision: LedgerDecision) -> Iterator[str]:
    chosen, rival, sure = _named(decision.chosen), _named(decision.runner_up), how_sure(decision.margin)
    yield f"读作{chosen.zh}；其次是{rival.zh}，领先 {decision.margin:.2g}（{sure.zh}）"
    yield f"read as {chosen.en}; the runner-up is {rival.en}, {decision.margin:.2g} behind ({sure.en})"
    if decision.reasons or decision.instead:
        yield from _reasons(f"作{chosen.zh} / as {chosen.en}", decision.reasons)
    if decision.instead:
        yield from _reasons(f"若作{rival.zh} / had it been {rival.en}", decision.instead)
        yield from _rest(decision)


def _reasons(head: str, reasons: Sequence[tuple[str, float]]) -> Iterator[str]:
    if not reasons:
        yield f"    {head}：没有特别的凭据 / nothing in particular"
        return
    yield f"    {head}："
    for cue, weight in sorted(reasons, key=lambda one: (one[1], one[0])):
        words = _named(cue)
        side = Words("有利", "for") if weight < 0 else Words("不利", "against")
        yield f"      {side.zh} {abs(weight):.2g}　{words.zh} / {side.en} {abs(weight):.2g}: {words.en}"


def _rest(decision: LedgerDecision) -> Iterator[str]:
    """What the reasons of the two do not explain: the rest of the page would be read otherwise as well."""
    here = sum(weight for _, weight in decision.instead) - sum(weight for _, weight in decision.reasons)
    rest = decision.margin - here
    if abs(rest) >= 0.05:
        side = Words("有利", "for") if rest > 0 else Words("不利", "against")
        yield (
            f"    前后文{side.zh} {abs(rest):.2g}（换一种读法，旁边的行也要改读）"
            f" / its surroundings {side.en} {abs(rest):.2g} (lines beside it would be read otherwise too)"
        )


def _border(decision: LedgerDecision) -> Iterator[str]:
    chosen, other, sure = _BORDERS[decision.chosen], _BORDERS[decision.runner_up], how_sure(decision.margin)
    yield f"{chosen.zh}（也可能{other.zh}），领先 {decision.margin:.2g}（{sure.zh}）"
    yield f"{chosen.en} (or else {other.en}), by {decision.margin:.2g} ({sure.en})"


def _order(decision: LedgerDecision) -> Iterator[str]:
    if decision.chosen == _AS_IT_STANDS:
        words = _LEFT[decision.runner_up]
        yield f"{words.zh}；凭据还差 {decision.margin:.2g}，没有动"
        yield f"{words.en}; the evidence falls short by {decision.margin:.2g}, so nothing was moved"
        return
    words = _ORDERS[decision.chosen]
    yield f"{words.zh}：这样读，行与行之间接得上的字词多得多（超出所需 {decision.margin:.2g}）"
    yield f"{words.en}: that way far more lines go on in mid-word ({decision.margin:.2g} more than needed)"


def doubt_in_words(decision: LedgerDecision) -> Iterator[str]:
    """The doubt of an article and what it comes from, the heaviest first."""
    percent = round(100 * decision.margin)
    listed = Words("，列入待核", ", on the review list") if decision.chosen == "doubtful" else Words("", "")
    yield f"存疑 {percent}%{listed.zh} / doubt {percent} %{listed.en}"
    signs = table_of_doubt().signs
    for cue, weight in decision.reasons if decision.chosen == "doubtful" else ():
        sign = signs.get(cue.removeprefix("doubt."))
        words = sign.words if sign else Words(cue, cue)
        yield f"  {weight:.1f}　{words.zh.format(text='…')} / {words.en.format(text='…')}"
