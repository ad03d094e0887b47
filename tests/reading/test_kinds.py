"""The kind of an article: what the printed page itself says it is, by label, headline, opening and form."""

from __future__ import annotations

import pytest

from jianbao.reading.page import Facts, RawPage
from jianbao.reading.read import read_page

BODY = (
    "柳河县三条河道去年冬天开工整治,共清出淤泥六万立方米,沿河栽柳一万多株。\n\n"
    "两岸村民都说,河水清了,人也愿意到河边走一走了,这样的日子过着舒心。"
)


def kind(raw: str) -> str:
    """The kind of the one article of the page."""
    (article,) = read_page(RawPage("page.txt", raw), Facts()).articles
    return article.front.kind


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (f"三条河道换新颜\n\n本报讯(记者 马力){BODY}", "news"),
        (f"三条河道换新颜\n\n□本报记者 马力\n\n{BODY}", "feature"),
        (f"治河贵在长久\n\n孟长河\n\n{BODY}", "commentary"),
        (f"今日评论\n\n治河贵在长久\n\n□周远\n\n{BODY}", "commentary"),
        ("三条河道完工\n\n近日,柳河县三条河道清淤工程完工,共清出淤泥六万立方米。", "brief"),
        ("4月6日,学生们在河边写生,用画笔画下家乡的春天。(本报记者 林楠 摄)", "photo"),
        ("禁渔通告\n\n每年4月1日至6月30日,柳河全段禁止捕鱼,违者依法处理。", "notice"),
        ("寻人启事\n\n赵秋生,男,72岁,3月9日走失,走时穿蓝布棉袄,望知情者告知青石镇政府。", "notice"),
        ("柳河县汛期值班安排公示\n\n现将汛期值班安排予以公示,公示期为3月9日至15日。", "notice"),
        ("柳河县春季运动会日程表\n\n田径  4月1日\n篮球  4月2日\n拔河  4月3日", "listing"),
        ("致歉\n\n本报3月6日二版照片说明中的人名有误,谨向读者致歉。", "correction"),
        (f"读者来信\n\n请给老街装上路灯\n\n编辑同志:\n\n{BODY}", "letter"),
        (f"一位老船工的来信\n\n{BODY}", "letter"),
        ("遗失声明\n\n赵秋生身份证丢失,证号尾数为2716,声明作废。", "advertisement"),
        ("NOTICE.\n\nThe ratepayers of Harlow will meet at the Town Hall on Monday next, at seven in the evening.", "notice"),
        ("TO THE EDITOR.\n\nSir,--The state of the bridge is a disgrace, and I wonder that nobody has fallen in.", "letter"),
        ("FIRE AT THE OLD MILL.\n\nA fire broke out on Tuesday in the mill of Mr. Harris, and burnt until morning.", "news"),
    ],
)  # fmt: skip
def test_kind(raw: str, expected: str) -> None:
    """What a librarian would put into the catalogue."""
    assert kind(raw) == expected


@pytest.mark.parametrize(
    "headline",
    [
        "柳河县发布春季防火通告",
        "一封来信牵出二十年的恩情",
        "我县四人入选好人名单",
        "记者更正了自己的看法",
        "失物招领处里的故事",
    ],
)
def test_news_about_a_notice_is_none(headline: str) -> None:
    """Never: news that speaks of a notice, a list, a letter or a correction, and opens with 本报讯, is news."""
    assert kind(f"{headline}\n\n本报讯(记者 马力){BODY}") == "news"


def test_price_of_a_flat_in_the_news_makes_no_advertisement() -> None:
    """Never: news that names telephone numbers and square metres."""
    raw = f"便民菜市场建成\n\n本报讯(记者 马力)青石镇便民菜市场建成,面积1200平方米,监督电话0379-5531190。{BODY}"
    assert kind(raw) == "news"
