"""`explain` tells in words what was read, what it nearly was, and what made the difference."""

from __future__ import annotations

from jianbao.cli.explanation import explanation
from jianbao.content.ledger_file import Ledger, LedgerDecision, LedgerEdit, LedgerFurniture, LedgerPart
from jianbao.content.page_record import PageDoubt, PageRecord

RAW = "拼增速 拼增量\n\n开门红就在今天\n\n本区召开会议,坚决做到不不掉线\n\n星\n"
TITLE, BODY, STAR = (9, 16), (18, 33), (35, 36)
REASONS = (("kicker.slogan", -1.6), ("kicker.base", 1.0))
INSTEAD = (("banner.slogan", -4.0), ("banner.base", 6.0))


def ledger() -> Ledger:
    """A page of one article: a close kicker, a clear headline, a paragraph with a changed word that breaks off."""
    edits = (
        LedgerEdit("full-width", "mechanical", (24, 25), ",", "，"),
        LedgerEdit("doubled-character", "reading", (29, 31), "不不", "不"),
        LedgerEdit("loss", "reading", (33, 33), "", "[…]"),
    )
    parts = (
        LedgerPart("7KQ2M9X/01", "kicker", ((0, 7),), (), "拼增速 拼增量"),
        LedgerPart("7KQ2M9X/01", "title", (TITLE,), (), "开门红就在今天"),
        LedgerPart("7KQ2M9X/01", "paragraph", (BODY,), edits, "本区召开会议，坚决做到不掉线[…]"),
    )
    decisions = (
        LedgerDecision("place", (0, 7), "kicker", "banner", 0.5, REASONS, INSTEAD),
        LedgerDecision("border", (0, 7), "begins", "goes on", 0.5, ()),
        LedgerDecision("place", TITLE, "title", "subtitle", 4.5, (("path.overlap", -0.7),)),
        LedgerDecision("order", BODY, "in turn", "as it stands", 1.2, ()),
        LedgerDecision("article", (0, 7), "doubtful", "", 0.62, (("doubt.kicker", 0.9),)),
    )
    return Ledger(RAW, parts, (LedgerFurniture("noise", (STAR,)),), decisions)


def lines(*, verbose: bool = False, article: str = "") -> list[str]:
    """What is told of the page."""
    doubts = (PageDoubt(1, "未必是引题", "may not be a kicker", "7KQ2M9X/01", doubt=0.62),)
    guesses = {"issued": ("2023-02", "text"), "newspaper": ("安阳日报", "running head")}
    record = PageRecord("7KQ2M9X", "安阳/01.txt", "0" * 64, articles=("7KQ2M9X/01",), doubts=doubts, guesses=guesses)
    return list(explanation(record, ledger(), article, verbose=verbose))


def test_a_close_decision_is_told_in_full() -> None:
    """Where, as what, what it nearly was, by how much, and the reasons of both, the strongest for it first."""
    told = "\n".join(lines())
    assert "第 1 行 line 1 “拼增速 拼增量”" in told
    assert "读作引题（肩题）；其次是版面通栏标语，领先 0.5（把握小）" in told
    assert "read as a kicker; the runner-up is a banner over the page, 0.5 behind (hardly sure)" in told
    assert told.index("有利 1.6　像口号") < told.index("不利 1　引题要有凭据才算")
    assert told.index("若作版面通栏标语") < told.index("有利 4　像口号 / for 4: looks like a slogan")
    assert "从这里另起一篇（也可能仍是上一篇），领先 0.5（把握小）" in told


def test_the_reasons_add_up_to_the_margin() -> None:
    """2.0 dearer here, but only 0.5 over the page: what stands around took 2.1 back."""
    assert any("前后文不利 2.1" in line and "its surroundings against 2.1" in line for line in lines())


def test_a_clear_decision_takes_one_line_unless_all_is_asked_for() -> None:
    """The headline is told with its reasons by --verbose alone."""
    short = [line for line in lines() if "开门红就在今天”" in line]
    assert short == ["    第 3 行 line 3 “开门红就在今天”：标题（把握大） / a headline (sure)"]
    assert not any("标题的字词在后面的正文里出现" in line for line in lines())
    assert any("标题的字词在后面的正文里出现" in line for line in lines(verbose=True))


def test_columns_losses_and_changed_words_are_told() -> None:
    """What was put in order, where text is missing and why, every changed word with its raw form, the rest counted."""
    told = "\n".join(lines())
    assert "两栏逐行交错，已按栏分开" in told
    assert "坚决做到不掉线”[…]：话没有说完" in told
    assert "第 5 行 line 5：“不不” → “不”（重复的字去掉一个 / a doubled character dropped）" in told
    assert "标点改全角 1 / punctuation made full-width 1" in told


def test_the_doubt_and_the_sources_of_facts_are_told() -> None:
    """A number with what it comes from; each fact of the page with its source."""
    told = "\n".join(lines())
    assert "存疑 62%，列入待核 / doubt 62 %, on the review list" in told
    assert "0.9　“…”未必是引题" in told
    assert "出版日期 date of issue: 2023-02（据正文推定 / from the text, by inference）" in told
    assert "报纸 newspaper: 安阳日报（据报头 / from the running head）" in told
    assert "未必是引题 / may not be a kicker" in told


def test_furniture_stands_apart_and_the_page_balances() -> None:
    """The stray glyph is named, and nothing is left over."""
    told = lines()
    assert "  第 7 行 line 7 “星”：杂字 / stray characters" in told
    assert told[-1].endswith("未归 left 0")
    assert not any("balance" in line for line in lines(article="7KQ2M9X/01"))
