"""The published index says what its description says, read by code that shares nothing with the code that writes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import printed
from .sample_archive import sample_settings
from .searched_archive import searched_archive
from .written_index import Written, read_index, write_index


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Written, Written]:
    """The index as it is to be, and as it is published."""
    settings = sample_settings(tmp_path_factory.mktemp("archive"))
    archive = searched_archive()
    assert printed(archive, settings).problems == ()
    return write_index(archive), read_index(Path(settings.folders.site) / "search")


def test_every_token_has_its_documents_and_no_other(both: tuple[Written, Written]) -> None:
    """Characters, pairs, words, title lines and facets, in the shards where a browser looks for them."""
    wanted, published = both
    assert published.lists == wanted.lists


def test_ids_and_columns_tell_each_document(both: tuple[Written, Written]) -> None:
    """What the results show and what filters count, also for the number that nobody has."""
    wanted, published = both
    assert published.ids == wanted.ids
    assert published.columns == wanted.columns
    assert published.values == wanted.values
