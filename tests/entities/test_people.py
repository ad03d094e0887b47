"""Who is one person, and who gets a page: a name and a county, as far as posts and people.yaml say nothing else."""

from __future__ import annotations

from jianbao.archive.model import Entity
from tests.archive.handwritten import Linked, Write
from tests.entities.handwritten import BEIGUAN, WEIDONG, WENFENG, report


def only(entities: dict[str, Entity], name: str) -> Entity:
    """The one entity of that name."""
    found = [one for one in entities.values() if one.name == name]
    assert len(found) == 1, [one.label for one in found]
    return found[0]


def test_a_name_in_two_counties_is_two_persons(write: Write, linked: Linked) -> None:
    """Each has a page of its own; the pages know of one another, and lists tell them apart by the county."""
    write("甲/1.md", report("AAAAAAA/01", "“路修好了。”区交通局局长陈卫国说。", WENFENG))
    write("甲/2.md", report("AAAAAAA/02", "“路修好了。”区教育局局长陈卫国说。", WEIDONG))
    people = linked().people
    here, there = sorted(people.values(), key=lambda one: one.label)
    assert {here.label, there.label} == {"陈卫国（安阳市文峰区）", "陈卫国（平顶山市卫东区）"}
    assert here.namesakes == (there.slug,)
    assert there.namesakes == (here.slug,)
    assert here.path != there.path


def test_posts_stand_in_the_order_of_time(write: Write, linked: Linked) -> None:
    """Somebody who changed the office is one person with two posts, each with the day on which it was first printed."""
    write("甲/1.md", report("AAAAAAA/01", "区发改委主任陈卫国介绍了项目。", WENFENG, day="2022-09-23"))
    write("甲/2.md", report("AAAAAAA/02", "南关街道党工委副书记陈卫国走访居民。", WENFENG, day="2020-03-26"))
    write("甲/3.md", report("AAAAAAA/03", "区发改委主任陈卫国说，项目开工了。", WENFENG, day="2023-01-05"))
    person = only(dict(linked().people), "陈卫国")
    assert [(post.words, post.date, post.article) for post in person.posts] == [
        ("南关街道党工委副书记", "2020-03-26", "AAAAAAA/02"), ("区发改委主任", "2022-09-23", "AAAAAAA/01")
    ]  # fmt: skip
    assert person.articles == ("AAAAAAA/03", "AAAAAAA/01", "AAAAAAA/02")


def test_a_mayor_is_one_person_in_all_counties_of_the_city(write: Write, linked: Linked) -> None:
    """The post reaches over the county; where he is named without it, he is meant all the same."""
    write("甲/1.md", report("AAAAAAA/01", "市委书记陈卫国到企业调研。", WENFENG))
    write("甲/2.md", report("AAAAAAA/02", "“要把好事办好。”陈卫国说。", BEIGUAN))
    write("甲/3.md", report("AAAAAAA/03", "“要把好事办好。”陈卫国说。", WEIDONG))
    archive = linked()
    mayor = next(one for one in archive.people.values() if "AAAAAAA/01" in one.articles)
    assert set(mayor.articles) == {"AAAAAAA/01", "AAAAAAA/02"}
    assert {one.parent for one in archive.articles["AAAAAAA/02"].people} == {"安阳市"}


def test_a_villager_gets_a_page_from_the_second_article_on(write: Write, linked: Linked) -> None:
    """And even then it is not for search engines. The name stands in the article's data from the first time."""
    write("甲/1.md", report("AAAAAAA/01", "“唱得中！”村民陈卫国高兴地说。", WENFENG))
    archive = linked()
    assert archive.people == {}
    assert [(one.name, one.path) for one in archive.articles["AAAAAAA/01"].people] == [("陈卫国", "")]
    assert archive.articles["AAAAAAA/01"].mentions == ()
    write("甲/2.md", report("AAAAAAA/02", "“收成好！”村民陈卫国说。", WENFENG))
    person = only(dict(linked().people), "陈卫国")
    assert person.public is False
    assert linked().articles["AAAAAAA/01"].people[0].path == person.path


def test_who_is_hidden_is_nowhere(write: Write, linked: Linked) -> None:
    """No page, no link, no data, and no list of what was signed."""
    write("甲/1.md", report(
        "AAAAAAA/01", "区教育局局长陈卫国说，学校修好了。", WENFENG, authors="[{name: 王小红, role: reporter}]",
    ))  # fmt: skip
    before = linked()
    assert {one.name for one in before.articles["AAAAAAA/01"].people} == {"陈卫国", "王小红"}
    write("_authority/people.yaml", f"hide: [陈卫国@{WENFENG}, 王小红]\n")
    after = linked()
    assert after.people == {}
    assert after.reporters == {}
    assert after.articles["AAAAAAA/01"].people == ()
    assert not [one for one in after.articles["AAAAAAA/01"].mentions if one.kind == "person"]
    assert {redirect.target for redirect in after.redirects} == {"people/", "reporters/"}


def test_two_made_one_keep_both_addresses(write: Write, linked: Linked) -> None:
    """people.yaml says that two names are one person: the other's page leads to the one that is kept."""
    write("甲/1.md", report("AAAAAAA/01", "区教育局局长陈卫国说，学校修好了。", WENFENG))
    write("甲/2.md", report("AAAAAAA/02", "区教育局局长陈为国说，学校开学了。", WENFENG))
    before = {one.name: one.path for one in linked().people.values()}
    assert set(before) == {"陈卫国", "陈为国"}
    write("_authority/people.yaml", f"same:\n- [陈卫国@{WENFENG}, 陈为国@{WENFENG}]\n")
    after = linked()
    kept = only(dict(after.people), "陈卫国")
    assert set(kept.articles) == {"AAAAAAA/01", "AAAAAAA/02"}
    assert [(one.path, one.target) for one in after.redirects] == [(before["陈为国"], kept.path)]


def test_two_of_one_name_in_one_county_are_told_apart_by_hand(write: Write, linked: Linked) -> None:
    """people.yaml says in which articles another one is meant."""
    write("甲/1.md", report("AAAAAAA/01", "区教育局局长陈卫国说，学校修好了。", WENFENG))
    write("甲/2.md", report("AAAAAAA/02", "豫剧演员陈卫国登台演出。豫剧演员陈卫国说，要唱下去。", WENFENG))
    write(
        "_authority/people.yaml",
        f"different:\n- {{name: 陈卫国, county: {WENFENG}, articles: [AAAAAAA/02], as: 陈卫国（演员）}}\n",
    )
    archive = linked()
    assert {one.name for article in archive.articles.values() for one in article.people} == {"陈卫国", "陈卫国（演员）"}


def test_who_signs_and_is_written_about_is_linked_both_ways(write: Write, linked: Linked) -> None:
    """The list of what somebody signed and the page of what is written about them stay apart, and know of each other."""
    write("甲/1.md", report(
        "AAAAAAA/01", "区教育局组织活动。", WENFENG, authors="[{name: 陈卫国, role: reporter}]",
    ))  # fmt: skip
    write("甲/2.md", report("AAAAAAA/02", "区融媒体中心主任陈卫国说，报纸要办好。", WENFENG))
    archive = linked()
    person = only(dict(archive.people), "陈卫国")
    assert archive.reporters[person.reporter].articles == ("AAAAAAA/01",)
    assert person.articles == ("AAAAAAA/02",)
