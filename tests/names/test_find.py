"""All names of one article together: places, people and bodies agree on who owns which characters."""

from __future__ import annotations

from pathlib import Path

import pytest

from jianbao.archive.names.find import find_names
from jianbao.archive.names.found import Names
from jianbao.archive.names.known import Known
from jianbao.archive.names.passage import Passage


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Known:
    """What is shipped, with nothing told."""
    folder: Path = tmp_path_factory.mktemp("authority")
    return Known.load(folder)


def find(known: Known, text: str, city: str = "南通市", district: str = "如东县") -> Names:
    """The names in an article of the county."""
    return find_names(Passage("", text, city=city, districts=(f"{city}/{district}",)), known)


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("如东港海关、如东海事处和县公安局参加演练。", ["如东港海关", "如东海事处", "县公安局"]),
        ("丈夫何建民经医院救治脱险。", []),
        ("县委办公室、县委宣传部开会。", ["县委办公室", "县委宣传部"]),
        ("这部书入藏布鲁塞尔大学图书馆。", ["布鲁塞尔大学图书馆"]),
        ("长三角渔业产业联盟、县仲裁委员会揭牌。", ["长三角渔业产业联盟", "县仲裁委员会"]),
        ("育才小学和胜利中学的师生来了，山村小学和民工子弟小学也来了。", ["育才小学", "胜利中学"]),
        ("抢修队来自国网如东县供电公司。", ["国网如东县供电公司"]),
    ],
)
def test_bodies_end_where_places_and_people_begin(known: Known, text: str, bodies: list[str]) -> None:
    """No name of a body cuts a place in two, or has somebody in it who is named with a post."""
    assert [one.name for one in find(known, text).organizations] == bodies


def test_an_office_stands_under_a_town_by_its_short_name(known: Known) -> None:
    """The town is printed in full, its police station by its stem."""
    names = find(known, "老人住在洋口镇。洋口派出所的民警把他送回了家。")
    assert [one.name for one in names.organizations] == ["洋口派出所"]


def test_who_gives_a_company_its_name_is_nobody(known: Known) -> None:
    """The company is found, and no person; one who speaks is somebody, whatever else is called by the name."""
    names = find(known, "马里奥·贝拉诺咨询公司与县里签约。")
    assert [one.name for one in names.people] == []
    assert [one.name for one in names.organizations] == ["马里奥·贝拉诺咨询公司"]


def test_thinkers_of_old_are_none_of_the_people(known: Known) -> None:
    """They are quoted, and act in no county."""
    assert find(known, "孔子说：“学而时习之。”老子、庄子的书也在架上。").people == ()


def test_a_brigade_is_a_village(known: Known) -> None:
    """In the years of the communes 大队 is no squad."""
    names = find(known, "那年藕池大队成立了革命委员会。", "宁波市", "海曙区")
    assert "藕池大队" not in [one.name for one in names.organizations]
