"""What is inferred says so wherever it is shown; what was read otherwise than it is printed can be seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from jianbao.archive.model import Archive

from .conftest import printed
from .sample_archive import sample_archive, sample_settings

ID, PAGE = "7KQ2M9X/02", "7KQ2M9X"


@pytest.fixture(scope="module")
def inferred(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an archive whose first page tells its day and paper by its text alone."""
    settings = sample_settings(tmp_path_factory.mktemp("inferred"))
    printed(with_inferred_facts(sample_archive()), settings)
    return settings.folders.site


def with_inferred_facts(archive: Archive) -> Archive:
    """The archive with one article that was changed in reading, on a page of inferred facts."""
    known = ("issued", "newspaper")
    articles = {id: replace(one, inferred=known) if one.page == PAGE else one for id, one in archive.articles.items()}
    articles[ID] = replace(articles[ID], corrections=(("保障不不掉线", "保障不掉线"),), edits={"join-lines": 2})
    pages = {id: replace(page, inferred=known) if id == PAGE else page for id, page in archive.pages.items()}
    return replace(archive, articles=articles, pages=pages)


def shown(site: Path, path: str, where: str) -> str:
    """The words of the first element found on a page."""
    tree = html.fromstring((site / path / "index.html").read_text(encoding="utf-8"))
    return " ".join(tree.xpath(where)[0].text_content().split())


def test_inferred_facts_are_marked_in_the_slip(inferred: Path) -> None:
    """Paper and day carry 约, however exact they look."""
    assert shown(inferred, f"a/{ID}", "//div[@class='slip']").startswith("报名安阳日报约 日期2022年9月22日约")


def test_inferred_facts_are_marked_in_citations(inferred: Path) -> None:
    """Both ways of citing say what is not certain."""
    cited = shown(inferred, f"a/{ID}", "//dl[@id='cite']")
    assert "安阳日报（推定）, [2022-09-22](1)" in cited
    assert "(约2022年9月22日)" in cited


def test_inferred_facts_are_marked_in_lists_and_names_of_pages(inferred: Path) -> None:
    """So are the lines of lists and what a page is called."""
    assert "安阳日报（推定） · 2022年9月22日（约） · 第1版" in shown(inferred, "topics/safety", "//main")
    assert shown(inferred, f"p/{PAGE}", "//h1").startswith("安阳日报（推定） 2022年9月22日（约）")


def test_a_feed_has_no_brackets_in_brackets(inferred: Path) -> None:
    """The title of an item says 约 within the brackets of its date."""
    assert "高新区开展夏季用电检查（2022年9月22日，约）" in (inferred / "feed.xml").read_text(encoding="utf-8")


def test_known_facts_are_not_marked(inferred: Path) -> None:
    """The other page prints its day."""
    assert "约" not in shown(inferred, "a/B3D8F1Z/01", "//main")


def test_a_correction_is_shown_with_what_is_printed(inferred: Path) -> None:
    """A word read otherwise than printed stands at the foot in both forms."""
    assert shown(inferred, f"a/{ID}", "//p[@class='corrected']") == "原文作“保障不不掉线”，今作“保障不掉线”"


def test_the_foot_counts_what_was_done_to_the_article(inferred: Path) -> None:
    """Not what was done to its page; what was not done is told, too."""
    assert "机读 · 接行 2 · 标点 0 · 改字 0 · 缺 1 · 王老师" in shown(inferred, f"a/{ID}", "//p[@class='record']")
