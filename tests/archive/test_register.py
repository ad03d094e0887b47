"""An address that was published once never stops working unnoticed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jianbao.archive.register import bring_up_to_date
from jianbao.content.register import Address, parse_register
from tests.archive.handwritten import Linked, Write, article, record

REGISTER = "_register.csv"


def register(content: Path) -> dict[str, Address]:
    """The register as it stands on the disk."""
    return parse_register((content / REGISTER).read_text(encoding="utf-8"))[0]


@pytest.mark.usefixtures("two_pages")
class TestAnArchiveInUse:
    """Builds one after the other."""

    def test_every_address_is_written_down(self, linked: Linked, content: Path) -> None:
        """Articles, pages and lists."""
        archive = linked()
        groups = (
            archive.districts,
            archive.cities,
            archive.topics,
            archive.newspapers,
            archive.days,
            archive.reporters,
            archive.people,
            archive.places,
            archive.organizations,
            archive.series,
        )
        things = [*archive.articles.values(), *archive.pages.values(), *(g for kind in groups for g in kind.values())]
        assert {thing.path for thing in things} == set(register(content))
        assert {one.state for one in register(content).values()} == {"live"}

    def test_a_build_with_nothing_changed_writes_nothing(self, linked: Linked, content: Path, tmp_path: Path) -> None:
        """Neither the register nor the cache."""
        linked()
        before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
        linked()
        assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == before

    def test_a_deleted_article_leads_to_its_page(self, linked: Linked, content: Path) -> None:
        """And the review list says so."""
        linked()
        (content / "安阳/0923/03.md").unlink()
        archive = linked()
        assert [(one.path, one.target) for one in archive.redirects] == [("a/AAAAAAA/03/", "p/AAAAAAA/")]
        assert [one.path for one in archive.review if one.kind == "vanished"] == ["p/AAAAAAA/"]
        assert register(content)["a/AAAAAAA/03/"].state == "redirect"

    def test_a_deleted_article_is_told_until_somebody_settles_it(
        self, linked: Linked, write: Write, content: Path
    ) -> None:
        """Build after build: who deleted it by mistake may look at the list a month later."""
        linked()
        (content / "安阳/0923/03.md").unlink()
        for archive in (linked(), linked(), linked()):
            assert [one.zh for one in archive.review if one.kind == "vanished"] == [
                "文章 a/AAAAAAA/03/ 不在了，它的网址转到所在的版面"
            ]
        write("_authority/redirects.yaml", "a/AAAAAAA/03: p/AAAAAAA/\n")
        archive = linked()
        assert "vanished" not in {one.kind for one in archive.review}
        assert [(one.path, one.target) for one in archive.redirects] == [("a/AAAAAAA/03/", "p/AAAAAAA/")]

    def test_deleted_articles_are_told_in_order(self, linked: Linked, content: Path) -> None:
        """However somebody sorted the register."""
        linked()
        for number in ("01", "03"):
            (content / f"安阳/0923/{number}.md").unlink()
        head, *lines = (content / "_register.csv").read_text(encoding="utf-8").splitlines()
        (content / "_register.csv").write_text("\n".join([head, *reversed(lines), ""]), encoding="utf-8")
        for archive in (linked(), linked()):
            assert [one.en.split()[2] for one in archive.review if one.kind == "vanished"] == [
                "a/AAAAAAA/01/",
                "a/AAAAAAA/03/",
            ]

    def test_an_article_that_comes_back_is_live_again(self, linked: Linked, write: Write, content: Path) -> None:
        """Restored from git."""
        linked()
        file = content / "安阳/0923/03.md"
        text = file.read_text(encoding="utf-8")
        file.unlink()
        linked()
        write("安阳/0923/03.md", text)
        assert linked().redirects == ()
        assert register(content)["a/AAAAAAA/03/"].state == "live"

    def test_an_article_that_cannot_be_read_has_not_vanished(self, linked: Linked, content: Path) -> None:
        """Its address waits until somebody mends the file: no redirect, and the register stays as it was."""
        linked()
        before = register(content)
        (content / "安阳/0923/03.md").write_text("---\ntitle: “\n\tkind: news\n---\n", encoding="utf-8")
        archive = linked()
        assert archive.redirects == ()
        assert [(one.path, one.page) for one in archive.waiting] == [("a/AAAAAAA/03/", "p/AAAAAAA/")]
        assert "error" in {problem.weight for problem in archive.problems}
        assert register(content) == before

    def test_an_article_taken_back_leads_to_the_one_that_has_its_text(
        self, linked: Linked, write: Write, content: Path
    ) -> None:
        """A new reading found two articles to be one: the old address shows the text still, and nobody need look."""
        linked()
        (content / "安阳/0923/03.md").unlink()
        replaced = record("AAAAAAA", "安阳/0923.txt", "AAAAAAA/01", "AAAAAAA/02", replaced="{AAAAAAA/03: AAAAAAA/02}")
        write("安阳/0923/page.yaml", replaced)
        archive = linked()
        assert {one.path: one.target for one in archive.redirects}["a/AAAAAAA/03/"] == "a/AAAAAAA/02/"
        assert "vanished" not in {one.kind for one in archive.review}
        assert register(content)["a/AAAAAAA/03/"].target == "a/AAAAAAA/02/"

    def test_an_article_taken_back_for_one_that_is_gone_too_leads_to_the_page(
        self, linked: Linked, write: Write, content: Path
    ) -> None:
        """No address leads nowhere."""
        linked()
        for number in ("02", "03"):
            (content / f"安阳/0923/{number}.md").unlink()
        write("安阳/0923/page.yaml", record("AAAAAAA", "安阳/0923.txt", replaced="{AAAAAAA/03: AAAAAAA/02}"))
        targets = {one.path: one.target for one in linked().redirects}
        assert targets["a/AAAAAAA/03/"] == targets["a/AAAAAAA/02/"] == "p/AAAAAAA/"

    def test_a_vanished_list_leads_to_its_index(self, linked: Linked, content: Path) -> None:
        """The only article of a district was given to another one."""
        linked()
        file = content / "安阳/0923/01.md"
        file.write_text(file.read_text(encoding="utf-8").replace("文峰区]", "北关区]"), encoding="utf-8")
        archive = linked()
        assert [(one.path, one.target) for one in archive.redirects] == [("districts/wenfengqu-410502/", "districts/")]
        assert not [problem for problem in archive.problems if problem.weight == "error"]

    def test_a_vanished_page_is_an_error_until_somebody_says_where_it_leads(
        self, linked: Linked, write: Write, content: Path
    ) -> None:
        """Build after build; then all its articles lead there too."""
        linked()
        shutil.rmtree(content / "新乡")
        for archive in (linked(), linked()):
            errors = [problem for problem in archive.problems if problem.weight == "error"]
            assert len(errors) == 1
            assert "redirects.yaml" in errors[0].remedy.en
        write("_authority/redirects.yaml", "/p/BBBBBBB: p/AAAAAAA/\n")
        archive = linked()
        assert not archive.problems
        targets = {one.path: one.target for one in archive.redirects}
        assert targets["p/BBBBBBB/"] == targets["a/BBBBBBB/01/"] == "p/AAAAAAA/"

    def test_a_page_may_be_gone_for_good(self, linked: Linked, write: Write, content: Path) -> None:
        """A person said so; the register remembers."""
        linked()
        shutil.rmtree(content / "新乡")
        write("_authority/redirects.yaml", "p/BBBBBBB/: gone\n")
        archive = linked()
        assert not archive.problems
        assert register(content)["p/BBBBBBB/"].state == "gone"
        assert "p/BBBBBBB/" not in {one.path for one in archive.redirects}

    def test_a_slug_stays_what_it_was_when_it_was_minted(self, linked: Linked, content: Path) -> None:
        """A better reading of a name (单 as Shan) changes no address; neither does a changed vocabulary."""
        linked()
        file = content / REGISTER
        text = file.read_text(encoding="utf-8")
        file.write_text(
            text.replace("zhoujunying-", "chowchunying-").replace("topics/culture/", "topics/wenlv/"), encoding="utf-8"
        )
        archive = linked()
        assert [slug for slug in archive.reporters if slug.startswith("chowchunying-")]
        assert "wenlv" in archive.topics
        assert archive.articles["AAAAAAA/01"].topics == ("wenlv",)
        assert archive.redirects == ()

    def test_a_plain_build_leaves_the_register_alone(self, content: Path) -> None:
        """It is for comparison, and knows only half of the addresses."""
        from jianbao.archive.link import link

        archive = link(content, None, plain=True)
        assert not (content / REGISTER).exists()
        assert len(archive.articles) == 4
        assert not archive.reporters


def test_a_redirect_that_leads_nowhere_or_in_a_circle_is_told(linked: Linked, write: Write) -> None:
    """Instead of a link that fails."""
    write("甲/page.yaml", record("AAAAAAA", "甲.txt"))
    write("_authority/redirects.yaml", "p/X/: p/Y/\np/C/: p/D/\np/D/: p/C/\np/OK/: https://example.org/old\n")
    archive = linked()
    assert {one.path for one in archive.redirects} == {"p/OK/"}
    assert len(archive.problems) == 3


def test_a_redirect_for_an_address_in_use_is_left_out(linked: Linked, write: Write) -> None:
    """The page is there; it would be hidden."""
    write("甲/page.yaml", record("AAAAAAA", "甲.txt"))
    write("_authority/redirects.yaml", "p/AAAAAAA/: p/B/\n")
    archive = linked()
    assert archive.redirects == ()
    assert [problem.weight for problem in archive.problems] == ["warning"]


def test_two_persons_whose_names_sound_alike_have_two_addresses(linked: Linked, write: Write) -> None:
    """张波 and 张博 are both zhangbo."""
    write("甲/1.md", article("AAAAAAA/01", authors="[{name: 张波, role: reporter}, {name: 张博, role: reporter}]"))
    slugs = list(linked().reporters)
    assert len(set(slugs)) == 2
    assert all(slug.startswith("zhangbo-") for slug in slugs)


def test_chains_of_redirects_lead_to_their_end() -> None:
    """A page moved twice needs one step."""
    live = {"p/C/": Address("p/C/", "page")}
    result = bring_up_to_date({}, live, {"p/A/": "p/B/", "p/B/": "p/C/"})
    assert {one.path: one.target for one in result.redirects} == {"p/A/": "p/C/", "p/B/": "p/C/"}
