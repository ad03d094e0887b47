"""Joins that were not made, as lines of the review list: which jump, which page, why, and what a person can write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jianbao.archive.model import Review
from jianbao.archive.stories.pieces import Piece
from jianbao.archive.stories.printed_joins import NO_PAGE, NO_PIECE, NOT_CLEAR, TOO_MANY, Refused
from jianbao.problems import Words

KIND = "continued"
URGENCY = {NO_PAGE: 0.05, NO_PIECE: 0.3, NOT_CLEAR: 0.4, TOO_MANY: 0.15}
_CONTRADICTION = 0.9


def review_refused(refused: Refused, pieces: Mapping[str, Piece], files: Mapping[str, str]) -> Review:
    """The line for a printed jump."""
    piece = pieces[refused.piece]
    page = piece.to if refused.forward else piece.come
    jump = Words(f"下转第{page}版", f"goes on on page {page}") if refused.forward else Words(
        f"上接第{page}版", f"comes from page {page}")  # fmt: skip
    why = _why(refused, page, [pieces[id] for id in refused.meant])
    return Review(
        KIND, f"a/{piece.id}/", files.get(piece.id, ""), f"《{piece.name}》{jump.zh}，没有接上：{why.zh}",
        f"“{piece.name}” {jump.en} and was not joined: {why.en}", URGENCY[refused.why],
    )  # fmt: skip


def review_contradictions(
    contradictions: tuple[tuple[str, str], ...], pieces: Mapping[str, Piece], files: Mapping[str, str]
) -> Iterator[Review]:
    """The lines for joins that people wrote and that contradict one another."""
    for one, other in contradictions:
        yield Review(
            KIND, f"a/{one}/", files.get(one, ""),
            f"《{pieces[one].name}》和 {other} 的 continues、continued_by 互相矛盾，没有接上",
            f"“{pieces[one].name}” and {other} contradict each other in continues and continued_by; they were not joined",
            _CONTRADICTION,
        )  # fmt: skip


def _why(refused: Refused, page: str, meant: list[Piece]) -> Words:
    if refused.why == NO_PAGE:
        return Words(
            f"同一天的第{page}版不在档案里，或者版次、日期没有填",
            f"page {page} of that day is not here, or its day or number is not filled in",
        )
    if refused.why == TOO_MANY:
        return Words(
            "日期不明，可能的版面太多，请在 pages.csv 填日期",
            "too many pages may be meant; fill in the days in pages.csv",
        )
    key = "continued_by" if refused.forward else "continues"
    if refused.why == NO_PIECE:
        return Words(f"第{page}版上没有合适的文章；若有，请写 {key}，若没有，请写 {key}: none",
                     f"no article on page {page} fits; if there is one write {key}, if not write {key}: none")  # fmt: skip
    zh = "、".join(f"《{piece.name}》（{piece.id}）" for piece in meant)
    en = ", ".join(f"“{piece.name}” ({piece.id})" for piece in meant)
    return Words(f"拿不准是不是 {zh}，请写 {key}", f"it may be {en}; write {key}")
