"""An article's doubt: low where all is clear, high where something is close, lost or odd, and told in words."""

from __future__ import annotations

import re
from pathlib import Path

from jianbao.knowledge.doubt import table_of_doubt
from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.reading.columns import put_in_order
from jianbao.reading.doubts import doubt_of, list_doubts
from jianbao.reading.lines import cut_into_blocks
from jianbao.reading.page import Facts, RawPage, ReadPage, Sign
from jianbao.reading.places import Place
from jianbao.reading.read import read_page
from jianbao.reading.signs import risk

READING = Path(__file__).parents[2] / "jianbao" / "reading"
CLEAR = """\
文峰区新建三处口袋公园

□本报记者 周俊英 通讯员 张波

本报讯 9月22日，记者从文峰区城市管理局获悉，今年该区已建成三处口袋公园，方便附近居民休闲健身。

居民刘福林说：“出门就能遛弯，心里很高兴。”下一步，该区还将在背街小巷增设座椅和路灯。
"""
MIXED = """\
记者从市交通运输局获悉,今年
为了让老人吃上热饭,幸福社区
全市要建成农村公路五十多条。
在居委会一楼开办了食堂。食堂
目前已经开工建设了一百八十公
每天中午供应两荤两素,价格比
里,完成投资两亿多元。这些公
市场便宜一半。社区还组织志愿
"""


def read(raw: str) -> ReadPage:
    """The page as read, with nothing told about it."""
    return read_page(RawPage("01.txt", raw), Facts())


def test_every_sign_has_its_row_and_every_row_its_sign() -> None:
    """The table of doubt and the code name the same signs."""
    code = "".join(
        (READING / f"{name}.py").read_text(encoding="utf-8")
        for name in ("signs", "uncertain_cuts", "odd_shapes", "odd_texts")
    )
    elsewhere = {"outside", "paragraph", "continuation", "label", "banner", "furniture", "inset"}
    by_place = {str(place) for place in Place} - elsewhere
    quoted = set(re.findall(r'"([a-z_]+)"', code)) | by_place
    rows = set(table_of_doubt().signs)
    assert sorted(rows - quoted) == []
    assert sorted(by_place - rows) == []
    named = set(re.findall(r'Sign\("([a-z_]+)"|(?:return|name =|else) "([a-z_]+)"', code))
    assert sorted({one or other for one, other in named} - rows) == []


def test_the_words_of_a_sign_are_in_both_languages_and_name_the_place() -> None:
    """Each has {text} in Chinese and in English."""
    signs = table_of_doubt().signs
    assert [name for name, sign in signs.items() if not all("{text}" in line for line in sign.words)] == []
    assert [name for name, sign in signs.items() if sign.weight <= 0] == []


def test_a_clear_article_is_not_flagged() -> None:
    """A headline, a by-line, 本报讯 and whole sentences."""
    page = read(CLEAR)
    assert page.doubts == ()
    assert doubt_of(page.signs[0]) < table_of_doubt().flagged


def test_doubt_grows_with_every_sign_and_stays_a_chance() -> None:
    """Between 0 and 1, however many signs there are."""
    none, one, many = (
        doubt_of([]),
        doubt_of([Sign("loss_at_end", 1.0, (0, 1))]),
        doubt_of([Sign("title", 9.0, (0, 1))] * 9),
    )
    assert 0 < none < one < many <= 1


def test_two_equal_readings_are_the_greatest_risk_of_a_choice() -> None:
    """Even odds; at a margin of 6 hardly any."""
    assert risk(0.0) > risk(1.0) > risk(6.0) > 0
    assert risk(6.0) < 0.01


def test_an_article_that_breaks_off_is_flagged_in_words_at_its_place() -> None:
    """The words quote where to look, and say what it may be."""
    page = read(CLEAR.replace("增设座椅和路灯。", "增设座椅和"))
    (doubt,) = page.doubts
    assert doubt.article == 0
    assert doubt.doubt >= table_of_doubt().flagged
    assert "背街小巷增设座椅和" in doubt.zh
    assert "文末" in doubt.zh
    assert "taken as lost at the end" in doubt.en


def test_the_heaviest_sign_is_told_first() -> None:
    """At most two signs are told; the place is that of the heaviest."""
    raw = "甲乙丙丁戊己庚辛"
    signs = [Sign("changed_word", 1.0, (0, 2)), Sign("loss_at_end", 2.0, (2, 4)), Sign("title", 1.5, (4, 6))]
    (doubt,) = list_doubts(raw, [signs])
    heaviest = max(signs, key=lambda sign: table_of_doubt().signs[sign.name].weight * sign.amount)
    assert doubt.span == heaviest.span
    assert doubt.zh.count("；") == 1
    assert raw[slice(*heaviest.span)] in doubt.zh.split("；")[0]


def test_columns_that_may_be_mixed_are_left_alone_and_flagged() -> None:
    """The evidence of eight lines falls short: nothing is moved, and the article says so."""
    found = put_in_order(cut_into_blocks(MIXED), chinese_lexicon()).mixtures
    mixture = next(one for one in found if one.kind == "in turn")
    assert not mixture.repaired
    assert mixture.needed / 2 < mixture.gain < mixture.needed
    page = read(MIXED)
    assert any(sign.name == "mixed" for signs in page.signs for sign in signs)
    assert any(made.what == "order" and made.chosen == "as it stands" for made in page.decisions)


def test_columns_that_were_unmixed_say_so() -> None:
    """With two lines more the evidence is clear; the decision names how it was done."""
    more = "路建成以后,将有六十多个行政\n者给行动不便的老人送餐上门,\n"
    page = read(MIXED + more)
    assert [made.chosen for made in page.decisions if made.what == "order"] == ["in turn"]
    assert any(sign.name == "moved" for signs in page.signs for sign in signs)
