"""What is never forgiven, on pages damaged in every way: text invented, lost or silently changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from jianbao.reading.ledger import LOSS, imbalances, replay
from jianbao.reading.page import ReadPage
from tests.gate.measure import fold
from tests.robustness.clean_articles import own_articles
from tests.robustness.compose import compose
from tests.robustness.gold_files import markdown_of
from tests.robustness.scores import read
from tests.robustness.sheet import Sheet

QUICK = {"zh": 30, "en": 14}
MANY = {"zh": 400, "en": 160}


def _numbers(quick: dict[str, int]) -> list[str]:
    return [f"{language}{number:04}" for language, pages in quick.items() for number in range(pages)]


@cache
def _sheet(name: str) -> Sheet:
    return compose(own_articles(name[:2]), "promises", int(name[2:]))


@cache
def _read(name: str) -> ReadPage:
    return read(_sheet(name))


def _characters(text: str) -> Counter[str]:
    return Counter(character for character in text if not character.isspace())


def _invented(page: ReadPage) -> list[str]:
    """Parts that say more than their spans and the named edits give them."""
    raw = page.raw.text
    out = []
    for part in (part for article in page.articles for part in article.parts):
        given = _characters("".join(raw[start:end] for start, end in part.spans))
        given += _characters("".join(edit.after for edit in part.edits))
        if _characters(part.text) - given or replay(raw, part) != part.text:
            out.append(part.text)
    return out


def _said(page: ReadPage) -> Counter[str]:
    """All characters that stand in front matter and bodies, folded; Markdown's own are left out."""
    texts = []
    for article in page.articles:
        front = article.front
        captions = [caption.text + caption.credit for caption in front.captions]
        texts += [
            front.title,
            *front.kicker,
            *front.subtitle,
            *captions,
            article.body.replace("\\", "").replace(LOSS, ""),
        ]
        texts += [author.name for author in front.authors]
    return Counter(fold("".join(texts).replace("#", "")))


def check_promises(name: str) -> None:
    """The ledger balances; nothing is said that is neither printed nor a named edit; reading again gives the same."""
    page = _read(name)
    assert imbalances(page) == ()
    assert _invented(page) == []
    edits = (edit for article in page.articles for part in article.parts for edit in part.edits)
    given = Counter(fold(page.raw.text)) + Counter(fold("".join(edit.after for edit in edits)))
    assert not _twice_for_credits(page, _said(page) - given)
    assert read(_sheet(name)) == page


def _twice_for_credits(page: ReadPage, over: Counter[str]) -> Counter[str]:
    """A photographer of a caption may stand among the authors as well: one print, said twice."""
    credits = Counter(fold("".join(c.credit for article in page.articles for c in article.front.captions)))
    return over - credits


def check_nothing_lost(name: str) -> None:
    """Every character of the truth is in an article or among the furniture, but hyphens of line ends and wrong words."""
    page, sheet = _read(name), _sheet(name)
    if "letters misread" in sheet.damages:
        return  # the truth has letters that the page has not
    kept = "".join(part.text for article in page.articles for part in article.parts)
    kept += "".join(piece.text for piece in page.furniture)
    truth = Counter(fold("".join(markdown_of(article).split("---\n", 2)[2] for article in sheet.articles)))
    put_for = Counter(fold("".join(right for _, right in sheet.corrections)))
    lost = truth - Counter(fold(kept)) - put_for
    assert {character: count for character, count in lost.items() if character not in "-\\#"} == {}


def test_a_word_too_much_would_be_found() -> None:
    """The check can fail: a part that says one character more than its page gave it is told."""
    page = _read("zh0000")
    first = page.articles[0]
    longer = replace(first.parts[0], text=first.parts[0].text + "龘")
    false = replace(page, articles=(replace(first, parts=(longer, *first.parts[1:])), *page.articles[1:]))
    assert _invented(page) == []
    assert _invented(false) == [longer.text]


@pytest.mark.parametrize("name", _numbers(QUICK))
def test_promises(name: str) -> None:
    """A few dozen pages, on every run."""
    check_promises(name)


@pytest.mark.parametrize("name", _numbers(QUICK))
def test_nothing_is_lost(name: str) -> None:
    """The truth's own characters, counted."""
    check_nothing_lost(name)


@pytest.mark.slow
@pytest.mark.parametrize("language", list(MANY))
def test_promises_on_hundreds_of_pages(language: str) -> None:
    """The same on hundreds of pages."""
    for number in range(QUICK[language], MANY[language]):
        check_promises(f"{language}{number:04}")
        check_nothing_lost(f"{language}{number:04}")
