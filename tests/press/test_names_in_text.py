"""Names in the running text: each link stands where the name is read, and changes nothing but that it is a link."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some
from lxml import html

from jianbao.content.markdown import plain_text
from jianbao.press.corrections import marked
from jianbao.press.names_in_text import NameLink
from jianbao.press.typeset import set_body, set_linked_body

NAMES = ("文峰区", "周大海", "A & B厂", "光华路街道")
PIECES = [
    *NAMES, *NAMES, "文峰", "区", "，", "。", '"', "**", "*", "`", "\\[…\\]", "[…]", "&amp;", "&", "&#12288;", "\\", "\\*", "<b>", "<",
    " ",     "\n", "  \n", "\r\n", "\n\n", "\n\n", "\n\n- ", "\n\n## ", "\n\n> ", "\n\n1. ", "\n\n    ", "\n\n```\n", "[", "](https://a.example/?b=1&c)",
    "\n\n| 区 |\n|---|\n| 文峰区 |\n\n", "a", "#",
]  # fmt: skip
LOSS = '<span class="loss" lang="zh">〔缺〕</span>'
LINKED_LOSS = '<a class="loss" lang="zh" href="#lost">〔缺〕</a>'
ADDED = re.compile(r'<a href="\.\./to/\d/">(.*?)</a>', re.DOTALL)


def names_of(plain: str) -> list[NameLink]:
    """Every name in a plain text, with an address of its own."""
    found = [
        NameLink(match.start(), match.end(), f"../to/{number}/")
        for number, name in enumerate(NAMES)
        for match in re.finditer(re.escape(name), plain)
    ]
    return sorted(found, key=lambda name: name.start)


def linked(body: str) -> str:
    """The body with its names linked."""
    plain = plain_text(body)
    return str(set_linked_body(body, "缺", plain, names_of(plain)))


def shown_links(body: str) -> list[str]:
    """The texts of the links that were set."""
    return [html.fragment_fromstring(f"<p>{text}</p>").text_content() for text in ADDED.findall(linked(body))]


@given(some.lists(some.sampled_from(PIECES), max_size=14).map("".join))
def test_links_add_nothing_but_themselves(body: str) -> None:
    """Without the links the page is what it was, byte for byte; and each link's text is the name."""
    assert ADDED.sub(r"\1", linked(body)) == str(set_body(body, "缺")).replace(LOSS, LINKED_LOSS)
    assert set(shown_links(body)) <= set(NAMES)


@given(
    some.lists(
        some.sampled_from([*NAMES, "，", '"', "\\*", "&amp;", "\\[…\\]", "\n\n", "\n\n## 题 ", "\n\n- "]), max_size=12
    )
)
def test_in_text_without_inner_markup_every_name_is_linked_where_it_is_first_read(pieces: list[str]) -> None:
    """One link for each name in the whole text, escapes and entities or not."""
    body = "".join(pieces).strip()
    expected = list({one.address: one for one in names_of(plain_text(body))})
    assert re.findall(r'href="(\.\./to/\d/)"', linked(body)) == expected


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("他在文峰区，爱文峰区。\n\n文峰区很大。", ["文峰区"]),
        ("## 文峰区的一天\n\n无名。", ["文峰区"]),
        ("**文峰区**的*周大海*说", ["文峰区", "周大海"]),
        ("走进\r\n文峰区\r\n\r\n周大海说", ["文峰区", "周大海"]),
        ("到\\*文峰区&amp;周大海", ["文峰区", "周大海"]),
        ("见A & B厂", ["A & B厂"]),
        ("- 文峰区\n- 周大海\n  - 文峰区", ["文峰区", "周大海"]),
        ("> 文峰区", ["文峰区"]),
        ("第一行文峰区\n第二行周大海", ["文峰区", "周大海"]),
    ],
)
def test_names_are_found_through_markup(body: str, shown: list[str]) -> None:
    """In headlines, lists, quotations and verse, in bold type, behind escapes and Windows line ends."""
    assert shown_links(body) == shown


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("[文峰区](https://a.example/)", []),
        ("[文峰区](https://a.example/)的文峰区", ["文峰区"]),
        ("[文峰区](https://a.example/)\n\n文峰区", ["文峰区"]),
        ("`文峰区`与文峰区", ["文峰区"]),
        ("    文峰区  三人", []),
        ("**文**峰区", []),
        ("**文**峰区，还是文峰区", ["文峰区"]),
        ('[题](https://a.example/ "文峰区")', []),
    ],
)
def test_some_names_stay_as_they_are(body: str, shown: list[str]) -> None:
    """Nothing is linked inside a link, code or an attribute, nor where markup cuts a name; the next such name may be."""
    assert shown_links(body) == shown


def test_a_loss_beside_a_name_is_still_marked() -> None:
    """The name is a link; so is the word for the loss, to the note on losses."""
    assert f'<a href="../to/0/">文峰区</a>{LINKED_LOSS}的' in linked("文峰区\\[…\\]的")


def test_words_read_otherwise_than_printed_are_marked_with_what_is_printed() -> None:
    """Only what differs, each with its note; of a doubled character the one that stays; a name there gives way."""
    plain = "文峰区保障不掉线，精神和力量，文峰区。"
    corrections = [("保障不不掉线", "保障不掉线"), ("文峰 and 区", "文峰和区"), ("精神 and 力量", "精神和力量")]
    words = [word for word in marked(names_of(plain), corrections, plain, "原作{raw}") if word.raw]
    assert [(plain[word.start : word.end], word.address) for word in words] == [("不", "#read1"), ("和", "#read3")]
    html = str(set_linked_body(plain, "缺", plain, marked(names_of(plain), corrections, plain, "原作{raw}")))
    assert '保障<a class="read" title="原作保障不不掉线" href="#read1">不</a>掉线' in html
    whole = marked(names_of("文峰区的"), [("文峯区", "文峰区")], "文峰区的", "原作{raw}")
    assert [word.address for word in whole] == ["#read1"]


def test_a_text_that_the_page_shows_otherwise_loses_its_links_only() -> None:
    """Raw HTML is shown as text, which the plain text leaves out: that paragraph has no links, the next one has."""
    assert shown_links("文峰区<b>粗</b>\n\n周大海") == ["周大海"]
