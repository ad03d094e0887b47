"""Places below the county: each once, with what lies above it, told apart from others of its name."""

from __future__ import annotations

from jianbao.archive.model import Archive, Entity
from tests.archive.handwritten import Linked, Write
from tests.entities.handwritten import WEIDONG, WENFENG, report


def place(archive: Archive, name: str) -> Entity:
    """The one place of that name."""
    found = [one for one in archive.places.values() if one.name == name]
    assert len(found) == 1, [one.label for one in found]
    return found[0]


def crumbs(archive: Archive, one: Entity) -> list[str]:
    """The names of what lies above a place."""
    lists = {"city": archive.cities, "district": archive.districts, "place": archive.places}
    return [lists[kind][slug].name for kind, slug in one.above]


def test_a_village_stands_below_its_town(write: Write, linked: Linked) -> None:
    """Also where nobody names the town: it gets a page that leads to its villages."""
    write("甲/1.md", report("AAAAAAA/01", "小营村的村民领到了种子。", WENFENG))
    archive = linked()
    village, town = place(archive, "小营村"), place(archive, "宝莲寺镇")
    assert crumbs(archive, village) == ["安阳市", "文峰区", "宝莲寺镇"]
    assert town.below == (village.slug,)
    assert (town.articles, town.quotes) == ((), ())
    assert village.articles == ("AAAAAAA/01",)


def test_one_street_name_in_two_cities_is_two_places(write: Write, linked: Linked) -> None:
    """Each page says which one it is, why, and which others there are."""
    write("甲/1.md", report("AAAAAAA/01", "光华路街道组织志愿者清扫街巷。", WENFENG))
    write("甲/2.md", report("AAAAAAA/02", "光华路街道组织志愿者清扫街巷。", WEIDONG))
    archive = linked()
    here, there = (
        next(one for one in archive.places.values() if id in one.articles) for id in ("AAAAAAA/01", "AAAAAAA/02")
    )
    assert here.label == "光华路街道（安阳市文峰区）"
    assert there.label == "光华路街道（平顶山市卫东区）"
    assert here.namesakes == (there.slug,)
    assert any("南京市" in label for label in here.elsewhere)
    assert not any("平顶山市" in label for label in here.elsewhere), "that one has a page, and is told as a namesake"
    assert all(here.why)


def test_a_hamlet_known_with_its_village_is_meant_without_it(write: Write, linked: Linked) -> None:
    """One article says whose hamlet it is, another does not: one page."""
    write("甲/1.md", report("AAAAAAA/01", "光华路街道程庄村柳树湾自然村修了路。", WEIDONG))
    write("甲/2.md", report("AAAAAAA/02", "柳树湾自然村通了自来水。", WEIDONG))
    archive = linked()
    hamlet = place(archive, "柳树湾自然村")
    assert set(hamlet.articles) == {"AAAAAAA/01", "AAAAAAA/02"}
    assert crumbs(archive, hamlet) == ["平顶山市", "卫东区", "光华路街道", "程庄村"]


def test_names_in_the_text_lead_to_the_longest_thing(write: Write, linked: Linked) -> None:
    """Mentions hold exactly the name, do not overlap, and a county leads to its list."""
    body = "文峰区的光华路街道兴泰苑社区办起了食堂。\n\n文峰区财政局说，钱已经到位。"
    write("甲/1.md", report("AAAAAAA/01", body, WENFENG))
    article = linked().articles["AAAAAAA/01"]
    assert [(article.plain[one.start : one.end], one.kind) for one in article.mentions] == [
        ("文峰区", "district"), ("光华路街道", "place"), ("兴泰苑社区", "place"), ("文峰区财政局", "organization")
    ]  # fmt: skip


def test_an_archive_of_another_country_has_places_too(write: Write, linked: Linked) -> None:
    """Districts from the front matter, towns from places.yaml; the gazetteer of China has no say."""
    write("_authority/places.yaml", "- {name: Lowville, in: Lewis County, kind: town, aliases: [Lowville village]}\n")
    write("a/1.md", report(
        "AAAAAAA/01", "A fire broke out in Lowville on Monday. Nobody was hurt.", "Lewis County", language="en",
    ))  # fmt: skip
    archive = linked()
    town = place(archive, "Lowville")
    assert crumbs(archive, town) == ["Lewis County"]
    article = archive.articles["AAAAAAA/01"]
    assert [article.plain[one.start : one.end] for one in article.mentions] == ["Lowville"]
