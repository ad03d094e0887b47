"""One body under several forms of its name is one page; bodies of one name in two counties are two."""

from __future__ import annotations

from jianbao.archive.model import Archive, Entity
from tests.archive.handwritten import Linked, Write
from tests.entities.handwritten import BEIGUAN, WEIDONG, WENFENG, report


def bodies(archive: Archive, article: str) -> list[Entity]:
    """The organizations with a page that an article names."""
    by_path = {one.path: one for one in archive.organizations.values()}
    return [by_path[one.path] for one in archive.articles[article].organizations]


def test_short_and_full_form_are_one_body(write: Write, linked: Linked) -> None:
    """区发改委 in a paper of 文峰区 is 文峰区发改委; its page says under which names it is printed."""
    write("甲/1.md", report("AAAAAAA/01", "文峰区发改委介绍了项目。文峰区发改委的数据显示，开工率上升。", WENFENG))
    write("甲/2.md", report("AAAAAAA/02", "记者从区发改委了解到，开工率上升。", WENFENG))
    archive = linked()
    (here,), (there,) = bodies(archive, "AAAAAAA/01"), bodies(archive, "AAAAAAA/02")
    assert here == there
    assert (here.name, here.other_names) == ("文峰区发改委", ("区发改委",))
    assert archive.articles["AAAAAAA/02"].organizations[0].printed == "区发改委"


def test_the_same_short_form_in_two_counties_is_two_bodies(write: Write, linked: Linked) -> None:
    """Each county has its own 区财政局."""
    write("甲/1.md", report("AAAAAAA/01", "记者从区财政局了解到，资金已经到位。", WENFENG))
    write("甲/2.md", report("AAAAAAA/02", "记者从区财政局了解到，资金已经到位。", WEIDONG))
    archive = linked()
    (here,), (there,) = bodies(archive, "AAAAAAA/01"), bodies(archive, "AAAAAAA/02")
    assert here.path != there.path
    assert (here.parent, there.parent) == (WENFENG, WEIDONG)


def test_the_body_of_the_city_is_one_in_all_its_counties(write: Write, linked: Linked) -> None:
    """市财政局 in two counties of one city."""
    for number, county in ((1, WENFENG), (2, BEIGUAN)):
        write(f"甲/{number}.md", report(f"AAAAAAA/0{number}", "记者从市财政局了解到，资金已经到位。", county))
    archive = linked()
    assert bodies(archive, "AAAAAAA/01") == bodies(archive, "AAAAAAA/02")
    assert bodies(archive, "AAAAAAA/01")[0].parent == "安阳市"


def test_an_address_given_before_the_full_name_was_known_goes_on_to_work(write: Write, linked: Linked) -> None:
    """A later article makes known whose body it is; the page moves, and its first address leads there."""
    write("甲/1.md", report("AAAAAAA/01", "记者从国资委了解到，企业盈利。", WENFENG))
    first = bodies(linked(), "AAAAAAA/01")[0].path
    write("甲/2.md", report("AAAAAAA/02", "文峰区国资委发布数据。文峰区国资委说，企业盈利。", WENFENG))
    after = linked()
    now = bodies(after, "AAAAAAA/01")[0].path
    assert now == bodies(after, "AAAAAAA/02")[0].path
    assert now == first or (first, now) in [(one.path, one.target) for one in after.redirects]


def test_a_librarian_says_which_are_one(write: Write, linked: Linked) -> None:
    """organizations.yaml joins what no rule could; what it hides is nowhere."""
    write("甲/1.md", report("AAAAAAA/01", "豫北纺织厂复工。豫北纺织厂的工人到岗。", WENFENG))
    write("甲/2.md", report("AAAAAAA/02", "安阳第三棉纺织厂复工。安阳第三棉纺织厂的工人到岗。", WENFENG))
    assert len(linked().organizations) == 2
    write("_authority/organizations.yaml", "same:\n- [安阳第三棉纺织厂, 豫北纺织厂]\n")
    archive = linked()
    assert [one.name for one in archive.organizations.values()] == ["安阳第三棉纺织厂"]
    write("_authority/organizations.yaml", "hide: [安阳第三棉纺织厂, 豫北纺织厂]\n")
    assert linked().organizations == {}
    assert linked().articles["AAAAAAA/01"].organizations == ()
