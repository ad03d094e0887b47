"""A page collated: nothing of the raw text is missing, nothing is told that its ledger does not say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from jianbao.content.ledger_evidence import NOTHING, parse_evidence
from jianbao.content.ledger_file import (
    Ledger,
    LedgerDecision,
    LedgerEdit,
    LedgerFurniture,
    LedgerPart,
    ledger_text,
    replay,
)
from jianbao.content.page_record import PageDoubt
from jianbao.press.collation.collate import Collation, Shown, collate
from jianbao.press.collation.desk import Face
from jianbao.press.theme import open_theme
from jianbao.press.wording import Wording

MIXED = (
    "本报讯 渠水进了村,庄稼有了盼\n"
    "头。老人说,去年这个时候,地里\n"
    "县里的电影队昨天到了东岗村,\n"
    "还裂着口子。今年不一样了。\n"
    "放的是新片子。\n"
    "星\n"
)
"""Two columns line by line: of the water (lines 1, 2, 4) and of the film (3, 5); a stray character."""


@pytest.fixture(scope="module", params=["zh-Hans", "en"])
def wording(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Wording:
    """The words of the interface, in either language."""
    return Wording(open_theme("broadsheet", tmp_path_factory.mktemp("theme"), request.param).words)


@pytest.fixture(scope="module")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> Wording:
    """The words of the interface in Chinese."""
    return Wording(open_theme("broadsheet", tmp_path_factory.mktemp("theme"), "zh-Hans").words)


def collated(
    ledger: Ledger, wording: Wording, doubts: Sequence[PageDoubt] = (), faces: Mapping[str, Face] | None = None
) -> Collation:
    """The page of a ledger, whose articles are P/01 and P/02 unless told otherwise."""
    known = {f"P/0{place}": Face(f"P/0{place}", place, "ab"[place % 2], "../", f"第{place}篇") for place in (1, 2)}
    return collate(parse_evidence(ledger_text(ledger)), {**known, **(faces or {})}, doubts, 0, wording)


def raw_lines(page: Collation) -> dict[int, str]:
    """The raw lines that a page shows, by number; a line that is cut is put together again."""
    lines: dict[int, str] = {}
    for row in page.rows:
        for item in html.fragment_fromstring(str(row.raw), create_parent=True).findall("li"):
            number = int(item.find("a").text)
            assert (item.get("id") == f"L{number}") == (number not in lines), "the anchor is where the line begins"
            lines[number] = lines.get(number, "") + item.find("span").text_content()
    return lines


def read_texts(page: Collation) -> list[str]:
    """The parts that a page shows, in raw order."""
    shown = "".join(str(row.read) for row in page.rows)
    parts = html.fragment_fromstring(shown, create_parent=True)
    for loss in parts.xpath("//*[@class='loss']"):
        loss.text = "[…]"
    return [part.text_content().lstrip("¶") for part in parts]


def told(row: Shown) -> list[str]:
    """What is told of a row, item by item."""
    return [item.text_content() for item in html.fragment_fromstring(str(row.told.all), create_parent=True)]


def span(text: str) -> tuple[int, int]:
    """Where a text stands in the mixed page."""
    start = MIXED.index(text)
    return start, start + len(text)


def mixed() -> Ledger:
    """The mixed page as it should be read: two paragraphs, and a stray character."""
    water = (
        span("本报讯 渠水进了村,庄稼有了盼"),
        span("头。老人说,去年这个时候,地里"),
        span("还裂着口子。今年不一样了。"),
    )
    film = (span("县里的电影队昨天到了东岗村,"), span("放的是新片子。"))
    comma = MIXED.index(",")
    edits = (LedgerEdit("full-width", "mechanical", (comma, comma + 1), ",", "，"),)
    return Ledger(
        MIXED,
        (
            LedgerPart("P/01", "paragraph", water, edits, replay(MIXED, water, edits)),
            LedgerPart("P/02", "paragraph", film, (), replay(MIXED, film, ())),
        ),
        (LedgerFurniture("noise", (span("星"),)),),
        (
            LedgerDecision("order", (0, film[1][1]), "in turn", "as it stands", 9.4, ()),
            LedgerDecision("place", water[1], "continuation", "paragraph", 3.5, ()),
        ),
    )


def test_mixed_columns_stand_together_with_their_letters(chinese: Wording) -> None:
    """One row has the lines of both columns, each with its letter; either paragraph says from which column it was read."""
    row, stray = collated(mixed(), chinese).rows
    lines = html.fragment_fromstring(str(row.raw), create_parent=True)
    assert [one.get("data-s") for one in lines.iterfind(".//span[@data-s]")] == ["A", "A", "B", "A", "B"]
    readings = html.fragment_fromstring(str(row.read), create_parent=True)
    assert [[one.get("data-s") for one in part.iterfind("b")] for part in readings] == [["A"], ["B"]]
    assert stray.face is None
    assert stray.told.line.startswith("杂字")


def test_a_decision_says_how_sure_it_was_and_what_came_second(chinese: Wording) -> None:
    """A lead of 3.5 is 0.97 against 0.03; of an order, where the lead is no chance, no chance is told."""
    row = collated(mixed(), chinese).rows[0]
    assert told(row)[:2] == [
        "第 1 行：两栏逐行交错，已按栏分开（凭据超出所需 9.4）",
        "第 2 行：读作接上一段，把握 0.97；其次另起一段，0.03",
    ]


def test_changes_are_runs_on_both_sides(chinese: Wording) -> None:
    """The comma of the raw text and the one that is read for it are marked; the rest is counted."""
    row = collated(mixed(), chinese).rows[0]
    assert "进了村<del>,</del>庄稼" in row.raw
    assert "进了村<ins>，</ins>庄稼" in row.read
    assert told(row)[-1] == "标点改全角 1 ,→，"


def test_a_changed_word_and_a_loss_are_told_with_the_raw_form(chinese: Wording) -> None:
    """Both can be looked for, and the loss is marked at the same place on both sides."""
    raw = "他不不来了,因为\n"
    end = len(raw) - 1
    edits = (
        LedgerEdit("doubled-character", "reading", (1, 3), "不不", "不"),
        LedgerEdit("loss", "reading", (end, end), "", "[…]"),
    )
    part = LedgerPart("P/01", "paragraph", ((0, end),), edits, "他不来了,因为[…]")
    (row,) = (page := collated(Ledger(raw, (part,)), chinese)).rows
    assert dict(page.found) == {"word": 1, "gap": 1}
    assert '他<del class="word">不不</del>来了' in row.raw
    assert '他<ins class="word">不</ins>来了' in row.read
    assert row.raw.rstrip().endswith('因为<ins class="gap"></ins></span></li>')
    assert 'class="loss"' in row.read
    assert read_texts(page) == [part.text]
    assert told(row) == [
        "第 1 行：改字：“不不” → “不”（重复的字去掉一个）",
        "第 1 行：缺文：话没有说完，本版没有能接下去的",
    ]
    assert page.spine.losses == (1000,)


def test_a_line_that_is_cut_keeps_its_anchor_where_it_begins(chinese: Wording) -> None:
    """The end of one paragraph and the beginning of the next in one raw line: two rows, one anchor."""
    raw = "水到了。人也回来了。\n"
    parts = (
        LedgerPart("P/01", "paragraph", ((0, 4),), (), "水到了。"),
        LedgerPart("P/01", "paragraph", ((4, 10),), (), "人也回来了。"),
    )
    page = collated(Ledger(raw, parts), chinese)
    assert [str(row.raw).count('id="L1"') for row in page.rows] == [1, 0]
    assert 'class="cut"' in page.rows[1].raw
    assert raw_lines(page) == {1: "水到了。人也回来了。"}


def test_a_stray_line_far_from_home_leads_there(chinese: Wording) -> None:
    """It makes a row of its own where it stands, which says where it belongs."""
    much = "县里今年修了渠。" * 40
    raw = f"水到了,人\n{much}\n也回来了。\n"
    home, stray = (0, 5), (len(raw) - 6, len(raw) - 1)
    parts = (
        LedgerPart("P/01", "paragraph", (home, stray), (), "水到了,人也回来了。"),
        LedgerPart("P/02", "paragraph", ((6, 6 + len(much)),), (), much),
    )
    rows = collated(Ledger(raw, parts), chinese).rows
    assert [row.guests for row in rows] == [(), (), ((1, 1),)]
    assert rows[2].read == ""


def test_of_a_withheld_article_nothing_shows(wording: Wording) -> None:
    """Not its lines, not its reading, not what was decided of them, and not the furniture that may repeat it."""
    ledger = mixed()
    again = LedgerFurniture("duplicate", (span("星"),))
    hidden = {"P/01": Face("P/01", 1, "a", "../", withheld=True)}
    page = collated(Ledger(ledger.raw_text, ledger.parts, (again,), ledger.decisions), wording, (), hidden)
    everything = "".join(str(row) for row in page.rows)
    assert "渠水" not in everything
    assert "口子" not in everything
    assert "星" not in everything
    assert "东岗村" in everything
    assert all(row.told.line == "" for row in page.rows if row.face)


def test_an_article_that_is_gone_leaves_its_raw_lines(chinese: Wording) -> None:
    """What a person deleted was printed all the same: the raw text stays, the reading goes."""
    ledger = Ledger("水到了。\n", (LedgerPart("P/09", "paragraph", ((0, 4),), (), "水到了。"),))
    (row,) = (page := collated(ledger, chinese)).rows
    assert row.face is not None
    assert row.face.gone
    assert row.read == ""
    assert raw_lines(page) == {1: "水到了。"}


def test_a_doubt_of_the_review_list_stands_beside_its_line(wording: Wording) -> None:
    """In the language of the interface, and to be looked for."""
    doubt = PageDoubt(6, "像是一个字的一半", "looks like half a character")
    row = collated(mixed(), wording, [doubt]).rows[1]
    assert row.told.marks == ("doubt",)
    assert ("像是一个字的一半" if wording.table["language"] == "zh" else "looks like half a character") in told(row)[-1]


def test_nothing_from_a_page_is_markup(chinese: Wording) -> None:
    """A page may hold anything."""
    raw = '<script>alert("&")</script>\n'
    ledger = Ledger(raw, (LedgerPart("P/01", "title", ((0, len(raw) - 1),), (), raw.strip()),))
    page = collated(ledger, chinese)
    assert "<script" not in "".join(str(row.raw) + str(row.read) for row in page.rows)
    assert raw_lines(page) == {1: raw.strip()}
    assert read_texts(page) == [raw.strip()]


def test_a_ledger_that_cannot_be_read_tells_nothing() -> None:
    """A damaged file is told of elsewhere; here it is as if there were none."""
    assert parse_evidence('{"line":1,"raw":"a\n{') == NOTHING
    assert parse_evidence('{"edit":"space","span":[0,1],"before":" "}') == NOTHING


TEXTS = st.text(alphabet="水到了人也回来,.&< \n", min_size=1, max_size=120)


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """Any page: its text cut anywhere, the spans dealt out to parts and furniture in any order, with changes in them."""
    raw = draw(TEXTS)
    cuts = sorted(draw(st.sets(st.integers(0, len(raw)), max_size=12)) | {0, len(raw)})
    spans = draw(st.permutations([*pairwise(cuts)]))
    owners = draw(st.lists(st.integers(0, 5), min_size=len(spans), max_size=len(spans)))
    parts = []
    for owner in range(4):
        own = tuple(one for one, who in zip(spans, owners, strict=True) if who == owner)
        if own:
            edits = tuple(edit for one in own for edit in _changes(draw, raw, one))
            role = draw(st.sampled_from(["paragraph", "title", "byline"]))
            parts.append(LedgerPart(f"P/0{owner % 2 + 1}", role, own, edits, replay(raw, own, edits)))
    scraps = tuple(LedgerFurniture("noise", (one,)) for one, who in zip(spans, owners, strict=True) if who > 3)
    return Ledger(raw, tuple(parts), scraps)


def _changes(draw: st.DrawFn, raw: str, one: tuple[int, int]) -> list[LedgerEdit]:
    if not draw(st.booleans()):
        return []
    start = draw(st.integers(one[0], one[1]))
    end = draw(st.integers(start, min(start + 2, one[1])))
    after = "[…]" if start == end else draw(st.sampled_from(["", "，", "水"]))
    return [LedgerEdit("loss" if start == end else "full-width", "reading", (start, end), raw[start:end], after)]


@given(ledger=ledgers())
@settings(max_examples=300)
def test_every_character_of_the_raw_text_shows_once(ledger: Ledger, chinese: Wording) -> None:
    """Whatever was cut, moved, mixed or changed: the raw lines are whole, the readings are those of the ledger."""
    page = collated(ledger, chinese)
    lines = {number: line.rstrip("\n") for number, line in enumerate(ledger.raw_lines, start=1) if line.strip()}
    shown = {number: text for number, text in raw_lines(page).items() if text.strip()}
    assert {number: "".join(text.split()) for number, text in shown.items()} == {
        number: "".join(text.split()) for number, text in lines.items()
    }
    assert sorted(read_texts(page)) == sorted(part.text for part in ledger.parts)


@given(ledger=ledgers())
@settings(max_examples=200)
def test_the_balance_is_right(ledger: Ledger, chinese: Wording) -> None:
    """Counted character by character: what is in articles, what is furniture, and nothing else."""
    page = collated(ledger, chinese)
    solid = [at for at, character in enumerate(ledger.raw_text) if not character.isspace()]
    in_articles = {at for part in ledger.parts for start, end in part.spans for at in range(start, end)}
    balance = page.balance
    assert (balance.all, balance.articles) == (len(solid), len(in_articles.intersection(solid)))
    assert balance.furniture == len(solid) - balance.articles
    assert balance.lost == 0


def test_characters_that_nobody_has_are_told_as_lost(chinese: Wording) -> None:
    """The balance is reckoned, not asserted."""
    ledger = Ledger("水到了。星\n", (LedgerPart("P/01", "paragraph", ((0, 4),), (), "水到了。"),))
    page = collated(ledger, chinese)
    assert (page.balance.all, page.balance.lost) == (5, 1)
    assert raw_lines(page) == {1: "水到了。星"}
