"""Places in one article: every form of a name, the place that it means, and why that one."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from jianbao.archive.names.found import PlaceFound
from jianbao.archive.names.local_places import find_local_places
from jianbao.archive.names.passage import Passage
from jianbao.knowledge.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    """The gazetteer that comes with the program."""
    return Gazetteer.load()


def find(gazetteer: Gazetteer, text: str, city: str = "", *districts: str, title: str = "") -> tuple[PlaceFound, ...]:
    """The places of an article of these counties."""
    return find_local_places(Passage(title, text, city=city, districts=districts), gazetteer.districts, gazetteer)


def labels(gazetteer: Gazetteer, text: str, city: str = "", *districts: str) -> list[str]:
    """Their labels, in the order in which they are first named."""
    return [place.label for place in find(gazetteer, text, city, *districts)]


@pytest.mark.parametrize(
    ("text", "city", "district", "label"),
    [
        ("光华路街道的志愿者上街清雪。", "平顶山市", "平顶山市/卫东区", "平顶山市/卫东区/光华路街道"),
        ("光华路街道的志愿者上街清雪。", "安阳市", "安阳市/文峰区", "安阳市/文峰区/光华路街道"),
        ("会议在高新区召开。", "新乡市", "新乡市/高新区", "新乡市/高新区"),
        ("会议在高新区召开。", "安阳市", "安阳市/高新区", "安阳市/高新区"),
        ("淮河路办事处连夜清雪。", "周口市", "周口市/开发区", "周口市/开发区/淮河路街道"),
        ("振中街道的花都开了。", "新乡市", "新乡市/高新区", "新乡市/高新区/振中街道"),
        ("小营大队的渠修通了。", "安阳市", "安阳市/文峰区", "安阳市/文峰区/宝莲寺镇/小营村"),
        ("宝莲寺公社的渠修通了。", "安阳市", "安阳市/文峰区", "安阳市/文峰区/宝莲寺镇"),
        ("程庄村的桃子熟了。", "平顶山市", "平顶山市/卫东区", "平顶山市/卫东区/光华路街道/程庄村"),
        ("在孟营，麦子黄了。", "周口市", "周口市/开发区", "周口市/开发区/淮河路街道/孟营社区"),
        ("演出队来到红旗社区。", "周口市", "周口市/开发区", "周口市/开发区/红旗社区"),
        ("演出队来到柳湾自然村。", "安阳市", "安阳市/文峰区", "安阳市/文峰区/柳湾自然村"),
        ("演出队来到月牙湾小区。", "安阳市", "安阳市/文峰区", "安阳市/文峰区/月牙湾小区"),
    ],
)  # fmt: skip
def test_the_article_and_its_city_decide(shipped: Gazetteer, text: str, city: str, district: str, label: str) -> None:
    """One place, at the place of its city and county; what no table has stands below the county."""
    assert labels(shipped, text, city, district) == [label]


def test_a_short_village_name_waits_for_its_county(shipped: Gazetteer) -> None:
    """孟营 may be a person, a camp, or four villages: without the county nothing is claimed."""
    assert labels(shipped, "在孟营，麦子黄了。", "周口市") == []


def test_a_speaker_is_no_village(shipped: Gazetteer) -> None:
    """Somebody of that name speaks."""
    assert labels(shipped, "“麦子黄了。”孟营说。", "周口市", "周口市/开发区") == []


def test_a_road_is_no_street_but_its_community_is_in_it(shipped: Gazetteer) -> None:
    """光华路 is the street 光华路街道 only in front of a community of it."""
    assert labels(shipped, "光华路与文明大道交叉口正在修路。", "安阳市", "安阳市/文峰区") == []
    assert labels(shipped, "光华路兴泰苑社区在修路。", "安阳市", "安阳市/文峰区") == [
        "安阳市/文峰区/光华路街道",
        "安阳市/文峰区/光华路街道/兴泰苑社区",
    ]


def test_the_town_before_a_village_decides(shipped: Gazetteer) -> None:
    """Two villages of one name in one city, each in its own town, and the page can say why."""
    (town, village) = find(shipped, "瓦店乡小营村的枣红了。", "安阳市", "安阳市/文峰区")
    assert town.label == "安阳市/安阳县/瓦店乡"
    assert village.label == "安阳市/安阳县/瓦店乡/小营村"
    assert village.why == ("前面写着瓦店乡", "瓦店乡 is named before it")


def test_the_county_of_the_article_is_told_as_the_reason(shipped: Gazetteer) -> None:
    """Of the villages of that name in the city the one of the article's county is meant."""
    (village,) = find(shipped, "小营村的枣红了，小营村委会组织大家采收。", "安阳市", "安阳市/文峰区")
    assert village.code == "410502101223"
    assert village.printed == ("小营村", "小营村委会")
    assert village.why == ("本文写的是文峰区", "the article is about 文峰区")


def test_a_name_that_stays_undecided_is_named_without_a_code(shipped: Gazetteer) -> None:
    """Five villages of that name in the city, and nothing says which: the page claims no more than the city."""
    (village,) = find(shipped, "小营村的枣红了。", "安阳市")
    assert (village.label, village.code, village.why) == ("安阳市/小营村", "", ("", ""))


def test_the_end_of_a_longer_name_is_no_village(shipped: Gazetteer) -> None:
    """任小营村 is another village than 小营村, and 张村民 is somebody."""
    text = "任小营村的枣红了。张村民说，今年收成好。"
    assert labels(shipped, text, "安阳市", "安阳市/文峰区") == ["安阳市/文峰区/任小营村"]


def test_a_chain_of_another_province_is_followed(shipped: Gazetteer) -> None:
    """County, town and village one after the other need no city; the village is known when it is named again."""
    text = "记者来到江西省湖口县流泗镇长垅村。在长垅村，稻子熟了。"
    found = find(shipped, text, "安阳市", "安阳市/文峰区")
    assert [place.label for place in found] == [
        "九江市/湖口县", "九江市/湖口县/流泗镇", "九江市/湖口县/流泗镇/长垅村",
    ]  # fmt: skip
    assert len(found[-1].spans) == 2


def test_the_same_words_are_no_places(shipped: Gazetteer) -> None:
    """Villages, communities and estates in general have no names."""
    text = (
        "乡村振兴要靠大家。各村、全村老少、驻村工作队、十里八村、城中村改造、行政村、贫困村都有变化。"
        "要走进社区、服务社区，推进老旧小区改造，建设新农村、和谐社区、美丽家园。全镇上下、乡镇干部、街道干部也来了。"
    )
    assert labels(shipped, text, "安阳市", "安阳市/文峰区") == []


@pytest.mark.parametrize(
    ("text", "hamlets"),
    [
        ("老人是程庄村柳湾屯人。", ["柳湾屯"]),
        ("记者来到程庄村北塘组、石桥组，看望村民。走出北塘组，天黑了。", ["北塘组", "石桥组"]),
        ("程庄村三组、程庄村党小组和程庄村工作组都来了。", []),
        ("程庄村村民组长说，程庄村鱼塘清了。", []),
    ],
)
def test_a_hamlet_is_known_behind_its_village(shipped: Gazetteer, text: str, hamlets: list[str]) -> None:
    """屯, 组, 湾 and the like end the name of a hamlet only right behind a village, and where it is named again."""
    found = find(shipped, text, "平顶山市", "平顶山市/卫东区")
    assert [place.name for place in found if place.kind == "hamlet"] == hamlets


def test_villages_support_one_another(shipped: Gazetteer) -> None:
    """A plain word names a village among villages, or behind its town; alone, or with 农村 in it, it does not."""
    enumerated = labels(shipped, "程庄村、民建村、前进村的代表来了。", "平顶山市", "平顶山市/卫东区")
    assert [label.rpartition("/")[2] for label in enumerated] == ["程庄村", "民建村", "前进村"]
    assert (
        labels(shipped, "我们奋斗村里修了路，民建村风好，建设新农村、加快农村改革。", "平顶山市", "平顶山市/卫东区")
        == []
    )


def test_a_zone_of_the_county_is_not_the_citys(shipped: Gazetteer) -> None:
    """What stands between the county and the zone belongs to the name."""
    assert labels(shipped, "项目落户如东沿海经济开发区。", "南通市", "南通市/如东县") == [
        "南通市/如东县/如东沿海经济开发区"
    ]
    assert labels(shipped, "海安高新区开工了。", "南通市", "南通市/海安市") == ["南通市/海安市/海安高新区"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("阳光花园、金水湾小区通了暖气。", "金水湾小区"),
        ("住在天元国际小区。", "天元国际小区"),
        ("洋洋路社区与文明路社区结对。", "文明路社区"),
    ],
)
def test_estates_and_communities_have_long_names(shipped: Gazetteer, text: str, name: str) -> None:
    """A brand before 国际, a road before 社区."""
    assert name in [place.name for place in find(shipped, text, "平顶山市", "平顶山市/卫东区")]


def test_a_village_called_by_a_word_is_not_everywhere(shipped: Gazetteer) -> None:
    """A hamlet of the table is called 中心; a centre is none."""
    assert labels(shipped, "创新中心和服务中心在县里签约。", "南通市", "南通市/如东县") == []


def test_a_school_named_after_an_estate_is_none(shipped: Gazetteer) -> None:
    """What goes on to name a school or a shop names that."""
    assert labels(shipped, "月牙湾花园小学和月牙湾家园超市开了门。", "安阳市", "安阳市/文峰区") == []


def test_estates_in_a_list_are_known_by_their_count(shipped: Gazetteer) -> None:
    """An ending that no list has is told by what is counted behind the last one."""
    text = "社区下辖锦绣花园、云岭·柏林春天、玫瑰坊3个物业小区。"
    assert [label.rpartition("/")[2] for label in labels(shipped, text, "安阳市", "安阳市/文峰区")] == [
        "锦绣花园", "云岭·柏林春天", "玫瑰坊",
    ]  # fmt: skip


def test_an_estate_has_one_name(shipped: Gazetteer) -> None:
    """锦绣花园小区 and 锦绣花园 are one."""
    (estate,) = find(shipped, "走进锦绣花园小区，只见锦绣花园的门口很干净。", "安阳市", "安阳市/文峰区")
    assert estate.label == "安阳市/文峰区/锦绣花园"
    assert estate.printed == ("锦绣花园小区", "锦绣花园")


def test_counties_stand_for_themselves_without_their_ending(shipped: Gazetteer) -> None:
    """淮阳和商水 are counties of the city that the text names; a lake is no county."""
    assert labels(shipped, "周口的淮阳和商水都下了雨。") == ["周口市", "周口市/淮阳区", "周口市/商水县"]
    assert labels(shipped, "杭州的西湖下了雨。") == ["杭州市"]


def test_a_county_is_found_under_its_former_name(shipped: Gazetteer) -> None:
    """An old paper writes 林县; the place is today's, and the page tells the years."""
    (county,) = find(shipped, "1965年，林县人民修渠引水。", "安阳市")
    assert (county.label, county.printed) == ("安阳市/林州市", ("林县",))
    assert "1993" in county.why[0]


def test_spans_lead_to_the_printed_words(shipped: Gazetteer) -> None:
    """In the title as in the text, by the part's own code points; nothing overlaps."""
    passage = Passage(
        "宝莲寺镇：秋粮归仓", "文峰区宝莲寺镇郭村集村机声隆隆。", city="安阳市", districts=("安阳市/文峰区",)
    )
    places = find_local_places(passage, shipped.districts, shipped)
    texts = dict(passage.parts())
    spans = sorted(span for place in places for span in place.spans)
    assert {texts[span.part][span.start : span.end] for span in spans} == {"宝莲寺镇", "文峰区", "郭村集村"}
    assert all(a.part != b.part or a.end <= b.start for a, b in pairwise(spans))


def test_what_people_told_comes_first(tmp_path: Path) -> None:
    """A short name is a place as soon as places.yaml has it, and what it hides is none."""
    (tmp_path / "places.yaml").write_text(
        "- {name: 宝莲寺镇, in: 安阳市/文峰区, aliases: [北宝]}\n- {name: 梁家庄村, in: 安阳市/文峰区, hide: true}\n",
        "utf-8",
    )
    told = Gazetteer.load(tmp_path)
    assert labels(told, "北宝的梁家庄村下雪了。", "安阳市", "安阳市/文峰区") == ["安阳市/文峰区/宝莲寺镇"]


@pytest.fixture
def lyme(tmp_path: Path) -> Gazetteer:
    """An archive of another country with two places told."""
    (tmp_path / "places.yaml").write_text(
        "- {name: Harlow, in: Lyme County, kind: town, aliases: [Harlow village]}\n"
        "- {name: Old Ferry, in: Lyme County, kind: village}\n",
        "utf-8",
    )
    return Gazetteer.load(tmp_path)


def test_an_english_article_names_what_people_told(lyme: Gazetteer) -> None:
    """At word boundaries, over the end of a line too, and its own county; no Chinese rule looks at it."""
    passage = Passage(
        "HARLOW", "The people of Harlow village and of Old\nFerry met. The Harlowites of Lyme County came.",
        language="en", districts=("Lyme County",),
    )  # fmt: skip
    places = find_local_places(passage, lyme.districts, lyme)
    assert [(place.label, place.kind) for place in places] == [
        ("Lyme County/Harlow", "town"), ("Lyme County/Old Ferry", "village"), ("Lyme County", "district"),
    ]  # fmt: skip


def test_without_anything_told_an_english_article_names_its_county_alone(shipped: Gazetteer) -> None:
    """No gazetteer is needed, and none is asked."""
    passage = Passage("", "Rain fell on Lyme County.", language="en", districts=("Lyme County",))
    (place,) = find_local_places(passage, shipped.districts, shipped)
    assert place.label == "Lyme County"


def test_a_town_of_before_is_known_right_behind_its_county(shipped: Gazetteer) -> None:
    """Towns that were merged away stand in no table of today; without the county 江南水乡 would be one too."""
    found = labels(shipped, "内黄县柳湾镇后渠村通了水，是全县重点镇，也是江南水乡。", "安阳市", "安阳市/内黄县")
    assert found == ["安阳市/内黄县", "安阳市/内黄县/柳湾镇", "安阳市/内黄县/柳湾镇/后渠村"]


def test_a_commune_is_a_place_and_communes_in_general_are_none(shipped: Gazetteer) -> None:
    """红旗公社 had its members; 人民公社 is what all of them were."""
    found = labels(shipped, "红旗公社的社员修渠，人民公社好。", "安阳市", "安阳市/内黄县")
    assert found == ["安阳市/内黄县/红旗公社"]
