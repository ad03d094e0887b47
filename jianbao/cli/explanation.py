"""How a page was read, line by line of the answer: its balance and facts, each article with its decisions, furniture."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise

from jianbao.cli.decision_words import doubt_in_words, in_full, in_one_line, is_clear
from jianbao.cli.fact_words import article_facts, page_facts
from jianbao.content import ledger_file
from jianbao.content.article import FrontMatter
from jianbao.content.frontmatter import parse
from jianbao.content.ledger_file import Ledger, LedgerDecision, LedgerEdit, LedgerPart, Span
from jianbao.content.page_record import PageRecord
from jianbao.frozen import frozen
from jianbao.knowledge.reasons import reason_words
from jianbao.problems import Words

LOSS = "[…]"
_EXCERPT = 14
"""Characters of the raw text that are shown, so that the place is found in the page."""
_LEGEND = (
    "数字是凭据的分量，每差 1 约合 2.7 倍的把握；--verbose 全部细说"
    " / figures are the weight of evidence: a lead of 1 is 2.7 to 1; --verbose tells all in full"
)
_FURNITURE = {
    "banner": Words("通栏标语", "banner"),
    "section": Words("栏目名", "standing label"),
    "colophon": Words("版权栏", "imprint"),
    "running-head": Words("报头", "running head"),
    "noise": Words("杂字", "stray characters"),
    "duplicate": Words("重复的文字", "text that stands twice"),
    "advertisement": Words("广告", "advertisement"),
    "jump": Words("转版提示", "jump line"),
}


@frozen
class Page:
    """What is known of the reading of a page. `verbose`: every decision is told in full."""

    record: PageRecord
    ledger: Ledger
    ends: tuple[int, ...]
    verbose: bool

    def line(self, at: int) -> int:
        """The number of the raw line, from 1, in which a code point stands; it counts in the raw file."""
        return self.record.lines_before + min(bisect_right(self.ends, at) + 1, max(1, len(self.ends)))

    def place(self, span: Span) -> str:
        """The raw line and how the place begins: 第 7 行 line 7 “拼增速”."""
        words = " ".join(self.ledger.raw_text[slice(*span)].split())[:_EXCERPT]
        return f"{self.lines(span[0], span[0])} “{words}”"

    def lines(self, start: int, end: int) -> str:
        """From the line of one code point to that of another: 第 7–9 行 lines 7–9."""
        first, last = self.line(start), self.line(end)
        return f"第 {first} 行 line {first}" if first == last else f"第 {first}–{last} 行 lines {first}–{last}"


def explanation(record: PageRecord, ledger: Ledger, article: str = "", *, verbose: bool = False) -> Iterator[str]:
    """The lines of the answer, of the whole page or of one `article` (its id) alone; a balance is the page's."""
    page = Page(record, ledger, tuple(accumulate(len(line) for line in ledger.raw_lines)), verbose)
    ids = [article] if article else list(dict.fromkeys(part.article for part in ledger.parts))
    yield f"{record.file} · {record.id} · {record.encoding} · {len(record.articles)} 篇 articles"
    if not article:
        yield from page_facts(record)
    yield _LEGEND
    for id in ids:
        yield from ("", *_article(page, id))
    if not article:
        yield from _furniture(page)
        yield ""
        yield _balance(ledger)


def _decisions(ledger: Ledger, parts: Sequence[LedgerPart]) -> list[LedgerDecision]:
    """The decisions at places that became one of the parts, in raw order; the doubt of the article first."""
    spans = [span for part in parts for span in part.spans]
    own = (one for one in ledger.decisions if any(_meet(one.span, span) for span in spans))
    return sorted(own, key=lambda one: (one.what != "article", one.span, one.what == "place"))


def _meet(one: Span, other: Span) -> bool:
    return max(one[0], other[0]) < min(max(one[1], one[0] + 1), other[1])


def _article(page: Page, id: str) -> Iterator[str]:
    parts = [part for part in page.ledger.parts if part.article == id]
    title = next((part.text for part in parts if part.role == "title"), "")
    yield f"■ {id} {f'《{title}》' if title else '（无标题 / without a headline）'}"
    decisions = _decisions(page.ledger, parts)
    for decision in (one for one in decisions if one.what == "article"):
        yield from (f"  {line}" for line in doubt_in_words(decision))
    front = _front(page.ledger, id)
    told = bool(page.record.facts.get("districts"))
    yield from (f"  {line}" for line in article_facts(front, [part.text for part in parts], told))
    yield from _told_decisions(page, [one for one in decisions if one.what != "article"])
    yield from _moved(page, parts)
    yield from _losses(page, parts)
    yield from _edits(page, [edit for part in parts for edit in part.edits])
    yield from _for_review(page, id, parts)


def _front(ledger: Ledger, id: str) -> FrontMatter:
    written = next((one for one in ledger.written if one.id == id), None)
    article = parse(written.file, written.text)[0] if written else None
    return article.front if article else FrontMatter()


def _told_decisions(page: Page, decisions: Sequence[LedgerDecision]) -> Iterator[str]:
    if decisions:
        yield "  判断 decisions"
    for span, here in groupby(decisions, key=lambda one: one.span):
        told = list(here)
        close = [one for one in told if page.verbose or not is_clear(one)]
        clear = "；".join(in_one_line(one) for one in told if one.what == "place" and one not in close)
        if close or clear:
            whole = f"（{page.lines(span[0], span[1] - 1)}）" if any(one.what == "order" for one in told) else ""
            yield f"    {page.place(span)}{whole}{f'：{clear}' if clear else ''}"
        yield from (f"      {line}" for one in close for line in in_full(one))


def _moved(page: Page, parts: Sequence[LedgerPart]) -> Iterator[str]:
    """Parts that the page has behind what is read after them."""
    moved = [(one, after) for one, after in pairwise(parts) if one.spans[0][0] > after.spans[0][0]]
    if moved:
        yield "  次序 order: repaired"
    for one, after in moved:
        zh, en = "原文在它后面，移到了前面", "stands behind it on the page, and was put before it"
        yield f"    {page.place(one.spans[0])} ← {page.place(after.spans[0])}：{zh} / {en}"


def _losses(page: Page, parts: Sequence[LedgerPart]) -> Iterator[str]:
    lost = [(part, edit) for part in parts for edit in part.edits if LOSS in edit.after]
    if lost:
        yield f"  缺文 losses: {len(lost)}"
    for part, edit in lost:
        yield f"    {_loss(page, part, edit)}"


def _loss(page: Page, part: LedgerPart, edit: LedgerEdit) -> str:
    at = edit.span[0]
    line = page.line(max(0, at - 1))
    if part.text.startswith(LOSS) and at == part.spans[0][0]:
        after = part.text.removeprefix(LOSS)[:_EXCERPT]
        return (
            f"第 {page.line(at)} 行 line {page.line(at)} {LOSS}“{after}”：开头就在句子中间，本版没有能接在前面的"
            " / begins in mid-sentence, and nothing on the page goes before it"
        )
    before = part.text.rpartition(LOSS)[0][-_EXCERPT:]
    return (
        f"第 {line} 行 line {line} “{before}”{LOSS}：话没有说完，本版没有能接下去的"
        " / breaks off in mid-sentence, and nothing on the page goes on with it"
    )


def _edits(page: Page, edits: Sequence[LedgerEdit]) -> Iterator[str]:
    """Words that were changed, each with its raw form; what is mechanical, counted by kind."""
    changed = [edit for edit in edits if edit.kind == "reading" and LOSS not in edit.after]
    if changed:
        yield f"  改字 words changed: {len(changed)}"
    for edit in changed:
        line, rule = page.line(edit.span[0]), _rule(edit.rule)
        yield f"    第 {line} 行 line {line}：“{edit.before}” → “{edit.after}”（{rule.zh} / {rule.en}）"
    counts = Counter(edit.rule for edit in edits if edit.kind != "reading")
    told = [(_rule(rule), count) for rule, count in sorted(counts.items())]
    if told:
        zh, en = "，".join(f"{w.zh} {n}" for w, n in told), ", ".join(f"{w.en} {n}" for w, n in told)
        yield f"  排印整理 mechanical edits: {zh} / {en}"


def _rule(rule: str) -> Words:
    return reason_words().get(f"edit.{rule}", Words(rule, rule))


def _for_review(page: Page, id: str, parts: Sequence[LedgerPart]) -> Iterator[str]:
    """What stands on the review list about the article, or about lines that are its own."""
    lines = {page.line(at) for part in parts for span in part.spans for at in range(*span)}
    doubts = [one for one in page.record.doubts if (one.article == id if one.article else one.line in lines)]
    if doubts:
        yield f"  待核 for review: {len(doubts)}"
    for doubt in doubts:
        yield f"    第 {doubt.line} 行 line {doubt.line}：{doubt.zh} / {doubt.en}"


def _furniture(page: Page) -> Iterator[str]:
    if page.ledger.furniture:
        yield from ("", f"■ 版面杂项，不属于任何文章 / furniture, in no article: {len(page.ledger.furniture)}")
    for run in page.ledger.furniture:
        kind = _FURNITURE.get(run.kind, Words(run.kind, run.kind))
        yield f"  {page.place(run.spans[0])}：{kind.zh} / {kind.en}"
        own = (one for one in page.ledger.decisions if any(_meet(one.span, span) for span in run.spans))
        for decision in (one for one in own if one.what == "place" and (page.verbose or not is_clear(one))):
            yield from (f"    {line}" for line in in_full(decision))


def _balance(ledger: Ledger) -> str:
    """The non-space characters of the raw page, and where each of them went."""
    raw = ledger.raw_text
    articles = _characters(raw, [span for part in ledger.parts for span in part.spans])
    furniture = _characters(raw, [span for run in ledger.furniture for span in run.spans])
    every = len("".join(raw.split()))
    left = every - articles - furniture
    return f"平衡 balance: {every} 字 characters = 文章 articles {articles} + 其余 furniture {furniture} + 未归 left {left}"


def _characters(raw: str, spans: Sequence[ledger_file.Span]) -> int:
    return sum(len("".join(raw[start:end].split())) for start, end in spans)
