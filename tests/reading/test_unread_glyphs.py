"""Glyphs that nobody can read from the file: they stay as they are, and the review list says where they stand."""

from __future__ import annotations

from jianbao.reading.page import Facts, RawPage
from jianbao.reading.read import read_page
from jianbao.reading.unread_glyphs import list_unread_glyphs

PAGE = (
    '柳河大桥建成通车\n\n本报讯(记者张三)9月20日,柳河大桥建成通车,村民张\ue123说:"出行方便多了。"当日上午,许多村民到场观看。\n\n'
    "大桥由张\ue123设计,全长六百米,历时两年建成,总投资一亿元。桥名由书法家题写,字迹第\ufffd处已锟斤拷锟斤拷不清。\n"
)


def test_a_private_glyph_stays_in_the_text() -> None:
    """It is printed text, though nobody knows which: nothing replaces it and nothing is lost."""
    page = read_page(RawPage("page.txt", PAGE), Facts())
    assert sum(part.text.count("\ue123") for article in page.articles for part in article.parts) == 2


def test_the_review_list_names_glyph_lines_and_number() -> None:
    """One doubt a code point, and one for all that was lost in the source, each at its first place."""
    glyph, loss = list_unread_glyphs(PAGE)
    assert "U+E123" in glyph.en
    assert "2 times; lines 3, 5" in glyph.en
    assert "第 3、5行" in glyph.zh
    assert PAGE[slice(*glyph.span)] == "\ue123"
    assert "2 places" in loss.en
    assert set(list_unread_glyphs(PAGE)) <= set(read_page(RawPage("page.txt", PAGE), Facts()).doubts)


def test_no_doubt_without_cause() -> None:
    """A mark before a by-line is read as such, whatever font it is from; ordinary text has nothing to settle."""
    assert list_unread_glyphs("\ue001本报记者 张三\n\n□记者 李四\n\n近日，柳河大桥通车。") == ()
