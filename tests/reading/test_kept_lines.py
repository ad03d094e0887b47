"""Verse and tables keep their line ends and spaces; prose never does, however narrow its column."""

from __future__ import annotations

import pytest

from jianbao.content.markdown import paragraphs_of
from jianbao.reading.kept_lines import Kept, kept_stretches
from jianbao.reading.ledger import imbalances
from jianbao.reading.lines import cut_into_blocks
from jianbao.reading.page import Facts, RawPage
from jianbao.reading.read import read_page


def kept(raw: str) -> list[Kept]:
    """What the blocks of the text are kept as, nothing for prose."""
    return [what for stretches in kept_stretches(cut_into_blocks(raw)) for _, _, what in stretches]


@pytest.mark.parametrize(
    "raw",
    [
        "柳河秋水碧连天,\n明月当空照客船。\n两岸稻香千里浪,\n一城灯火万家圆。",
        "柳河秋水碧连天,明月当空照客船。\n两岸稻香千里浪,一城灯火万家圆。",
        "春眠不觉晓\n处处闻啼鸟\n夜来风雨声\n花落知多少",
        "山中何所有？\n岭上多白云。\n只可自怡悦，\n不堪持赠君。",
        "柳河边，\n老槐树下，\n谁家的孩子还在等候，\n一盏灯，\n照着归来的路。",
        "我的家乡\n在柳河的岸边\n那里有一棵老槐树\n开满了白色的花\n\n每当秋风吹起\n我就想起\n母亲的炊烟\n和父亲的犁",
        "The river runs beneath the bridge,\n  And sings a song to me,\nOf meadows by the mountain ridge\n  And islands in the sea;",
    ],
)  # fmt: skip
def test_verse(raw: str) -> None:
    """Regular verse, by lines or couplets, with marks or without; songs; free verse in stanzas; English verse."""
    assert set(kept(raw)) == {Kept.VERSE}


@pytest.mark.parametrize(
    "raw",
    [
        "品名  单位  本周价\n白菜  公斤  1.80\n萝卜  公斤  1.60\n黄瓜  公斤  3.90",
        "日期\t天气\t最高\t最低\n周六\t晴\t28\t17\n周日\t多云\t26\t16\n周一\t小雨\t22\t15",
        "柳河队 3 1 10\n青山队 2 2 8\n南街队 1 3 4",
        "Wheat .......... 45s. 6d.\nBarley ......... 38s. 0d.\nOats ........... 22s. 3d.",
        "城区  28元\n河东  26元\n河西  25元",
    ],
)
def test_tables(raw: str) -> None:
    """Prices, weather, results: gaps or leader dots, or figures one below the other."""
    assert kept(raw) == [Kept.TABLE]


@pytest.mark.parametrize(
    "raw",
    [
        "近日,柳河县召开春耕\n工作会议,安排部署农\n业生产,要求抓好秋粮\n收购,确保颗粒归仓。\n会议还通报了全县的情\n况。",
        "近日,柳河县召开春耕工\n作会议,\n安排部署全县春耕生产工\n作,要求各乡镇抓紧抓好。",
        "一要压实责任,强化措施,完善机制,狠抓落实,\n确保春耕生产各项工作有力有序地推进到位,不\n误农时,不误季节,为全年丰收打下坚实基础。",
        "柳河大桥建成通车\n两岸百姓出行方便",
        "奋战开门红 夺取全年胜\n柳河县吹响春耕号角",
        "本报记者 张三\n通讯员 李四 王五",
        "“你吃了吗？”\n“吃了。”\n“那就好。”\n“走吧。”",
        "THE committee appointed to consider the\nbuilding of a new bridge met on Tuesday\nevening at the Town Hall.",
        "The Mayor Opens\nThe New Bridge\nBefore A Large\nCrowd Of People",
        "地址:柳河县人民路12号  电话:1234567\n邮编:100000",
        ("柳河两岸的稻田里机声隆隆  县图书馆新馆正式向市民开放\n收割机来回穿梭一派丰收景象  新馆面积五千平方米藏书二十万册\n"
        "农民们脸上洋溢着丰收的喜悦  设有少儿阅览区和地方文献区等\n今年全县水稻种植面积十万亩  全年免费向广大市民开放"),
    ],
)  # fmt: skip
def test_never(raw: str) -> None:
    """Prose in columns, headlines, by-lines, dialogue, addresses, two columns side by side: no line of them is kept."""
    assert kept(raw) == []


PAGE = (
    "柳河中秋诗会举行\n\n本报讯(记者张三)9月20日,柳河县诗词学会举办中秋诗会,来自全县的六十多位诗词爱好者欢聚一堂,共庆佳节。\n\n"
    "七律·中秋\n\n王五\n\n柳河秋水碧连天,\n明月当空照客船。\n两岸稻香千里浪,\n一城灯火万家圆。\n\n"
    "本周菜价出炉\n\n本报讯(记者赵六)9月21日,县发改委公布本周主要蔬菜价格,与上周相比总体平稳,其中白菜、萝卜略有下降。\n\n"
    "品名    单位    本周价\n白菜    公斤    1.80\n萝卜    公斤    1.60\n黄瓜    公斤    3.90\n\n"
    "价格监测人员提醒,市民可就近选择平价超市购买,以上价格为全县五个市场的平均价。\n"
)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_poem_and_a_table_on_a_page(line_end: str) -> None:
    """The poem has its headline and poet, the table its columns; what is written is read back line by line."""
    page = read_page(RawPage("page.txt", PAGE.replace("\n", line_end)), Facts())
    assert imbalances(page) == ()
    song = next(article for article in page.articles if article.front.title == "七律·中秋")
    assert [author.name for author in song.front.authors] == ["王五"]
    assert paragraphs_of(song.body) == (
        (False, "柳河秋水碧连天，\n明月当空照客船。\n两岸稻香千里浪，\n一城灯火万家圆。"),
    )
    prices = next(article for article in page.articles if article.front.title == "本周菜价出炉")
    table = paragraphs_of(prices.body)[1][1]
    assert table.splitlines()[1:3] == ["白菜    公斤    1.80", "萝卜    公斤    1.60"]
    assert len(paragraphs_of(prices.body)) == 3
