"""Jump lines: the text goes on, or comes, from another page. They are told by their form, and never found in prose."""

from __future__ import annotations

import pytest

from jianbao.reading.jump_lines import Jump, jump_at_end, jump_at_start, jump_of
from jianbao.reading.ledger import imbalances
from jianbao.reading.page import Facts, RawPage, Role
from jianbao.reading.read import read_page


@pytest.mark.parametrize(
    ("line", "forward", "page"),
    [
        ("下转第4版", True, "4"),
        ("(下转第二版)", True, "二"),
        ("下转A03版", True, "A03"),
        ("下转4版 ", True, "4"),
        ("(下轉第三頁)", True, "三"),
        ("上接第1版", False, "1"),
        ("(上接第一版)", False, "一"),
        ("Continued on page 4.", True, "4"),
        ("(Continued on Page 12)", True, "12"),
        ("CONTINUED ON PAGE 4", True, "4"),
        ("Turn to page 7", True, "7"),
        ("See Page 3.", True, "3"),
        ("Continued from page 1.", False, "1"),
        ("Cont'd from p. 1", False, "1"),
    ],
)
def test_line_of_its_own(line: str, forward: bool, page: str) -> None:
    """With brackets or without, in both scripts and both languages; the page is told as printed."""
    assert jump_of(line) == Jump(forward, page)


@pytest.mark.parametrize(
    "line",
    [
        "第4版",
        "下转换乘站的改造",
        "上接天线,下接地气",
        "读者可参阅本报第4版",
        "本报第1版曾报道此事",
        "The meeting was continued on Tuesday",
        "He turned to page four of the ledger.",
        "See the bridge.",
    ],
)
def test_no_jump(line: str) -> None:
    """A page number by itself, a verb of the same characters, a sentence."""
    assert jump_of(line) is None


def test_jump_at_the_end_of_a_paragraph() -> None:
    """In brackets, or bare after the stop."""
    for text in ("河里又有了船。(下转第4版)", "河里又有了船。下转第4版"):
        found = jump_at_end(text)
        assert found is not None
        assert (text[: found[0]].strip(), found[1]) == ("河里又有了船。", Jump(True, "4"))
    assert jump_at_end("公交线路从这里下转第4版块的公路") is None
    assert jump_at_end("他把报纸翻到最后(见第4版)") is None


def test_jump_at_the_start_of_a_paragraph() -> None:
    """Only in brackets: without them nobody knows where the text begins."""
    text = "(上接第1版)从桥头往东走,是河滨步道。"
    found = jump_at_start(text)
    assert found is not None
    assert (text[found[0] :], found[1]) == ("从桥头往东走,是河滨步道。", Jump(False, "1"))
    assert jump_at_start("上接第1版的争论还没有结束。") is None


def test_jump_is_a_part_of_the_article_and_not_of_its_body() -> None:
    """The ledger has it as a part of role `jump`, so that no character is lost, and the body does not have it."""
    raw = "青石桥上说变化\n\n□本报记者 周远\n\n青石桥修好那天,老街上的人都来了,河里又有了船。(下转第4版)\n"
    page = read_page(RawPage("柳河日报.txt", raw), Facts())
    (article,) = page.articles
    assert imbalances(page) == ()
    assert [part.text for part in article.parts if part.role is Role.JUMP] == ["(下转第4版)"]
    assert article.body.strip() == "青石桥修好那天，老街上的人都来了，河里又有了船。"
    assert article.jumps.to == "4"


def test_sentence_before_a_jump_has_lost_nothing() -> None:
    """Text that breaks off at 下转 goes on on another page: no `[…]` is set."""
    raw = "青石桥上说变化\n\n□本报记者 周远\n\n青石桥修好那天,老街上的人都来了,河里又有\n\n下转第4版\n"
    (article,) = read_page(RawPage("柳河日报.txt", raw), Facts()).articles
    assert "[…]" not in article.body
