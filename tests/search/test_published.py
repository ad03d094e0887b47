"""The index comes to stand in the site with everything else, or the site stays as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from jianbao.archive.model import Archive
from jianbao.search import document
from jianbao.search.look_up import IndexReader
from jianbao.text.folding import fold
from tests.press.conftest import printed
from tests.press.sample_archive import sample_settings
from tests.press.searched_archive import searched_archive


def times(site: Path) -> dict[str, int]:
    """When each file was written."""
    return {path.relative_to(site).as_posix(): path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}


def edited(archive: Archive, words: str) -> Archive:
    """The archive with some words more at the end of its first article."""
    id, first = next((id, one) for id, one in archive.articles.items() if not one.front.withheld)
    changed = replace(first, body=f"{first.body}\n\n{words}", plain=f"{first.plain}\n\n{words}", digest=words)
    return replace(archive, articles={**archive.articles, id: changed})


def test_every_article_is_found_in_the_published_files(tmp_path: Path) -> None:
    """By its first words and by what it is listed under; a withheld one by nothing."""
    archive, settings = searched_archive(), sample_settings(tmp_path)
    assert printed(archive, settings).problems == ()
    reader = IndexReader(lambda path: (settings.folders.site / "search" / path).read_bytes())
    for one in archive.articles.values():
        start = fold(one.plain.split("\n")[0])[:6].strip() or "的"
        assert (one.number in reader.find(start)) == (one.front.withheld is None)
        for slug in one.districts:
            assert (one.number in reader.listed(f"\x02district:{slug}")) == (one.front.withheld is None)


def test_an_edit_writes_few_files_and_a_build_with_nothing_changed_none(tmp_path: Path) -> None:
    """Of the index like of all else; and none is left over."""
    settings = sample_settings(tmp_path)
    printed(searched_archive(), settings)
    before = times(settings.folders.site)
    printed(searched_archive(), settings)
    assert times(settings.folders.site) == before
    printed(edited(searched_archive(), "鼎鑫"), settings)
    after = times(settings.folders.site)
    assert {path for path in after if path.startswith("search/t/64/")} == {
        path for path in before if path.startswith("search/t/64/")
    }
    assert all(after[path] == before[path] for path in after if path.startswith(("search/t/64/", "search/c/")))
    assert after["search/index.json"] != before["search/index.json"]


def test_an_index_at_fault_leaves_the_site_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole site: nothing is written, the problem is an error, and the next build mends it."""
    settings = sample_settings(tmp_path)
    printed(searched_archive(), settings)
    before = times(settings.folders.site)
    rightly = document.document_tokens
    with monkeypatch.context() as wrong:
        wrong.setattr(document, "document_tokens", lambda *parts: rightly(*parts) - {"鼎鑫", "鼎", "鑫"})
        result = printed(edited(searched_archive(), "鼎鑫。" * 40), settings)
    assert [problem.weight for problem in result.problems] == ["error"]
    assert (result.written, times(settings.folders.site)) == (0, before)
    assert printed(edited(searched_archive(), "鼎鑫。" * 40), settings).problems == ()


def test_offline_and_plain_sites(tmp_path: Path) -> None:
    """Scripts in place of files that are fetched; a plain site has no index and leaves the cache alone."""
    offline = sample_settings(tmp_path / "offline", offline=True)
    printed(searched_archive(), offline)
    index = {
        path for path in times(offline.folders.site) if path.startswith(("search/t/", "search/c/", "search/index"))
    }
    assert {path.rpartition(".")[2] for path in index} == {"js", "html"}
    plain = sample_settings(tmp_path / "plain", plain=True)
    printed(searched_archive(), plain)
    assert not (plain.folders.site / "search").exists()
    assert not (plain.folders.cache / "search.sqlite").exists()
