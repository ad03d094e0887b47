"""Writing the site: only what changed, nothing of anybody else's, and whole or not at all."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from jianbao.press.find_theme import PACKAGE
from jianbao.press.last_edition import MANIFEST
from jianbao.settings import Settings

from .conftest import printed
from .sample_archive import sample_archive, sample_settings


def standing(site: Path) -> dict[str, tuple[bytes, int]]:
    """Every file of the site with its bytes and the time of its last writing."""
    files = (file for file in sorted(site.rglob("*")) if file.is_file())
    return {file.relative_to(site).as_posix(): (file.read_bytes(), file.stat().st_mtime_ns) for file in files}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The settings of an archive that has been published once."""
    settings = sample_settings(tmp_path)
    printed(sample_archive(), settings)
    return settings


def test_a_second_run_writes_nothing(settings: Settings) -> None:
    """Not one file is touched when nothing has changed."""
    before = standing(settings.folders.site)
    outcome = printed(sample_archive(), settings)
    assert (outcome.written, outcome.removed, outcome.unchanged) == (0, 0, outcome.files)
    assert standing(settings.folders.site) == before


def test_a_corrected_word_changes_only_what_shows_it(settings: Settings) -> None:
    """The article's own page is written again; a page that does not show the word is not."""
    before = standing(settings.folders.site)
    archive = sample_archive()
    mended = replace(archive.articles["7KQ2M9X/02"], body="连日来，高新区供电所开展用电检查。", digest="mended")
    printed(replace(archive, articles={**archive.articles, mended.id: mended}), settings)
    after = standing(settings.folders.site)
    changed = {file for file in after if after[file] != before.get(file)}
    assert "a/7KQ2M9X/02/index.html" in changed
    assert "a/7KQ2M9X/01/index.html" not in changed
    assert "dates/2022/index.html" not in changed


def test_two_builds_are_the_same(tmp_path: Path, settings: Settings) -> None:
    """The same archive gives the same bytes in another folder."""
    other = sample_settings(tmp_path / "other")
    printed(sample_archive(), other)
    ours, theirs = standing(settings.folders.site), standing(other.folders.site)
    assert {file: data for file, (data, _) in ours.items()} == {file: data for file, (data, _) in theirs.items()}


def test_what_is_no_longer_printed_goes_with_its_folder(settings: Settings) -> None:
    """A district without articles leaves no page, no feed and no empty folder; a stranger's file beside it stays."""
    archive, site = sample_archive(), settings.folders.site
    (site / "CNAME").write_text("clippings.example", encoding="utf-8")
    fewer = {slug: group for slug, group in archive.districts.items() if slug != "weidongqu-410403"}
    articles = {**archive.articles, "ZZ9YX1W/01": replace(archive.articles["ZZ9YX1W/01"], districts=())}
    outcome = printed(replace(archive, districts=fewer, articles=articles), settings)
    assert outcome.removed == 2
    assert not (site / "districts/weidongqu-410403").exists()
    assert (site / "CNAME").is_file()


def test_a_broken_template_leaves_the_old_site_whole(settings: Settings) -> None:
    """Whatever goes wrong while pages are made, not one file of the site is touched, and nothing is left beside it."""
    own = settings.folders.archive / "themes" / "broadsheet"
    shutil.copytree(PACKAGE.parent / "themes" / "broadsheet", own)
    sheet = own / "templates" / "about.html"
    before = standing(settings.folders.site)
    for text in ("<p>\n{% if %}", "<p>\n{{ no_such_word }}", "<p>\n{{ w.page.about.format() }}"):
        sheet.write_text(text, encoding="utf-8")
        (fault,) = printed(sample_archive(extra=3), settings).problems
        assert fault.place == "themes/broadsheet/templates/about.html:2"
        assert fault.remedy.zh
        assert standing(settings.folders.site) == before
    assert sorted(entry.name for entry in settings.folders.archive.iterdir()) == [".jianbao", "site", "themes"]


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    """Pointing --site at a folder with something in it is told, with a remedy, and changes nothing."""
    settings = sample_settings(tmp_path)
    settings.folders.site.mkdir()
    (settings.folders.site / "年度总结.txt").write_text("重要", encoding="utf-8")
    outcome = printed(sample_archive(), settings)
    assert [problem.weight.value for problem in outcome.problems] == ["error"]
    assert outcome.problems[0].remedy.zh
    assert [file.name for file in settings.folders.site.iterdir()] == ["年度总结.txt"]


def test_a_strangers_file_at_one_of_our_addresses_is_not_overwritten(settings: Settings) -> None:
    """It is told; the file stays as it is, and is not ours afterwards either."""
    site = settings.folders.site
    manifest = (site / MANIFEST).read_text(encoding="utf-8")
    (site / MANIFEST).write_text(manifest.replace("robots.txt\n", ""), encoding="utf-8")
    (site / "robots.txt").write_text("User-agent: *\nDisallow: /\n", encoding="utf-8")
    outcome = printed(sample_archive(), settings)
    assert [problem.file for problem in outcome.problems] == ["site/robots.txt"]
    assert "Disallow" in (site / "robots.txt").read_text(encoding="utf-8")
    assert "robots.txt" not in (site / MANIFEST).read_text(encoding="utf-8").splitlines()


def test_a_manifest_cannot_name_what_is_outside(settings: Settings, tmp_path: Path) -> None:
    """A line that leads out of the site removes nothing there."""
    precious = tmp_path / "content.md"
    precious.write_text("正文", encoding="utf-8")
    with (settings.folders.site / MANIFEST).open("a", encoding="utf-8") as manifest:
        manifest.write("../content.md\n")
    printed(sample_archive(extra=1), settings)
    assert precious.is_file()


@pytest.mark.parametrize("slug", ["../../escaped", "a/../../escaped", "con", "文峰区", "x\\y"])
def test_no_name_leads_out_of_the_site(tmp_path: Path, slug: str) -> None:
    """An address that is no plain ASCII path is refused before anything is written."""
    archive = sample_archive()
    odd = replace(archive.topics["education"], slug=slug, path=f"topics/{slug}/")
    settings = sample_settings(tmp_path / "archive")
    outcome = printed(replace(archive, topics={**archive.topics, "education": odd}), settings)
    assert outcome.problems
    assert outcome.written == 0
    assert not list(tmp_path.rglob("escaped*"))


@pytest.mark.skipif(os.name == "nt", reason="needs the right to make symbolic links")
def test_a_link_out_of_the_site_is_not_followed(settings: Settings, tmp_path: Path) -> None:
    """A folder of the site that somebody replaced by a link elsewhere is told, and nothing is written through it."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.rmtree(settings.folders.site / "about")
    (settings.folders.site / "about").symlink_to(elsewhere, target_is_directory=True)
    outcome = printed(sample_archive(), settings)
    assert [problem.file for problem in outcome.problems] == ["site/about/index.html"]
    assert list(elsewhere.iterdir()) == []


def test_two_things_at_one_address_are_told(tmp_path: Path) -> None:
    """The first is written, the second is a problem: nothing disappears without a word."""
    archive = sample_archive()
    twin = replace(archive.topics["education"], slug="safety", path="topics/safety/")
    outcome = printed(replace(archive, topics={**archive.topics, "education": twin}), sample_settings(tmp_path))
    assert {problem.file for problem in outcome.problems} == {
        "site/topics/safety/index.html",
        "site/topics/safety/feed.xml",
    }
