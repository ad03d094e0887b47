"""The sample archive, published once for all tests that only look at the site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from jianbao.archive.model import Archive
from jianbao.press.publish import publish
from jianbao.press.published import Published
from jianbao.settings import Settings

from .sample_archive import sample_archive, sample_settings
from .sample_ledgers import write_ledgers


def printed(archive: Archive, settings: Settings) -> Published:
    """Publish and say nothing about it."""
    return publish(archive, settings, lambda step, done, total: None)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample archive, with enough short items for a second page of a list."""
    settings = sample_settings(tmp_path_factory.mktemp("archive 档案"))
    archive = sample_archive(extra=60)
    write_ledgers(archive, settings.folders.content)
    assert printed(archive, settings).problems == ()
    return settings.folders.site


@pytest.fixture(scope="session")
def page(site: Path) -> Callable[[str], html.HtmlElement]:
    """Read the page at an address of the site."""

    def read(path: str) -> html.HtmlElement:
        return html.fromstring((site / path / "index.html").read_text(encoding="utf-8"))

    return read
