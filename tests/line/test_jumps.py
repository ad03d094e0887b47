"""Articles that go on on another page: page.yaml says which and where, and the article's own text does not."""

from __future__ import annotations

from jianbao.content.page_record import Jump, PageRecord, parse_record
from tests.line.keeper import Keeper

FRONT = (
    "青石桥上说变化\n\n□本报记者 周远\n\n青石桥修好那天,老街上的人都来了。老街拆了围挡,铺子又开了门,河里又有了船。\n\n下转第4版\n\n"
    "青石镇新添两座书屋\n\n本报讯(记者 李青)3月8日,青石镇两座农家书屋同时开门迎客,藏书一万多册。\n"
)
BACK = (
    "(上接第1版)从桥头往东走,是镇里新修的河滨步道,早晚都有人散步。\n\n"
    "河西村种出新品瓜\n\n本报讯(记者 方圆)3月7日,河西村的新品甜瓜上市,每亩收入过万元。\n"
)


def record_of(keeper: Keeper, page: str) -> PageRecord:
    """The page.yaml of a page."""
    record = parse_record(page, (keeper.content / page / "page.yaml").read_text(encoding="utf-8"))
    assert isinstance(record, PageRecord), record
    return record


def test_jumps_are_in_the_record_of_the_page_and_not_in_the_text(beginner: Keeper) -> None:
    """下转第4版 and 上接第1版 stand in page.yaml under the ids of their articles; the other articles have no jump."""
    for name, text in (("柳河日报-01版", FRONT), ("柳河日报-04版", BACK)):
        (beginner.folder / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
    assert beginner.build() == 0
    front, back = record_of(beginner, "柳河日报-01版"), record_of(beginner, "柳河日报-04版")
    articles = beginner.articles()
    (goes_on,) = (one.front.id for one in articles.values() if one.front.title == "青石桥上说变化")
    (comes,) = (one.front.id for one in articles.values() if "河滨步道" in one.body)
    assert front.jumps == (Jump(goes_on, to="4"),)
    assert back.jumps == (Jump(comes, come="1"),)
    assert [one for one in articles.values() if "下转" in one.body or "上接" in one.body] == []


def test_jump_of_a_deleted_article_goes_with_it(beginner: Keeper) -> None:
    """Reading the page again does not bring back the jump of an article that a person has removed."""
    (beginner.folder / "seeds" / "柳河日报-01版.txt").write_text(FRONT, encoding="utf-8", newline="\n")
    assert beginner.build() == 0
    beginner.file_with("青石桥上说变化").unlink()
    assert beginner.build("clean", "--again") == 0
    assert record_of(beginner, "柳河日报-01版").jumps == ()
