"""What happened to the golden archive: it was read, its keeper mended and withheld something, and it was built again.

`archive/` is what the keeper had: three raw pages, facts of them in pages.csv, one old address, and archive.yaml.
`expected/` is what `content/` and `site/` must be after it, but for the weighing of decisions in the ledgers: its figures
change with every better weight and say nothing to a reader; what was decided is in the articles. Nor do the digests in
the names of styles, scripts and pictures count, so that a new style changes one file here and not every page. Compressed
data stand here unpacked, and what they weigh is left out: another version of the library that packs them packs otherwise.
The search index says nothing to a reader; its own tests look into it.
"""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from unittest.mock import patch

from jianbao.cli import main

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
FOLDERS = ("content", "site")

DAY = "1795219200"
"""21 November 2026, as SOURCE_DATE_EPOCH has it."""

_ASSET = re.compile(r"\b([a-z-]+)\.[0-9a-f]{8}\.(?=css|js|svg)")
_WEIGHED = re.compile(r"(?<=SHA-256 <code>)[0-9a-f]{64}|(?<=<td>)[\d,]+(?=</td></tr>)")
_PACKED, _NOT_READ = ".gz", (".bin", ".png")

PAGE = "content/林河新报/2023-10-12/02"
BY_HAND = {
    f"{PAGE}/02.md": {
        "枣花密一年": "枣花蜜一年",
        "added: '2026-11-21'\n": "added: '2026-11-21'\nproofread:\n- by: 张老师\n  on: '2026-11-21'\n",
    },
    f"{PAGE}/03.md": {
        "added: '2026-11-21'\n": "added: '2026-11-21'\nwithheld:\n  reason: 应当事人请求\n  on: '2026-11-21'\n",
    },
}
"""The keeper's hand, by file: a word corrected and the article proofread, another article withheld."""


def play(folder: Path) -> None:
    """Let it all happen in `folder`, which must not exist; the cache is kept apart from what is compared."""
    shutil.copytree(HERE / "archive", folder)
    build(folder)
    for file, changes in BY_HAND.items():
        edit(folder / file, changes)
    build(folder)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below the folder with what it says to a reader."""
    files = (file for file in folder.rglob("*") if file.is_file() and file.suffix not in _NOT_READ)
    return {_named(file.relative_to(folder).as_posix()): _said(file) for file in files}


def _named(path: str) -> str:
    return _ASSET.sub(r"\1.", path).removesuffix(_PACKED)


def _said(file: Path) -> bytes:
    data = gzip.decompress(file.read_bytes()) if file.suffix == _PACKED else file.read_bytes()
    lines = data.splitlines(keepends=True)
    said = b"".join(line for line in lines if file.name != "ledger.jsonl" or not line.startswith(b'{"decision":'))
    return _WEIGHED.sub("", _ASSET.sub(r"\1.", said.decode("utf-8"))).encode("utf-8")


def build(folder: Path) -> None:
    """`python build.py` on the golden day."""
    with patch.dict("os.environ", {"SOURCE_DATE_EPOCH": DAY}):
        code = main(["--archive", str(folder), "--jobs", "1", "--quiet"])
    if code != 0:
        raise AssertionError(f"the golden archive does not build: exit code {code}")


def edit(file: Path, changes: Mapping[str, str]) -> None:
    """Change a file as a person would: each text stands in it exactly once."""
    text = file.read_text(encoding="utf-8")
    for before, after in changes.items():
        if text.count(before) != 1:
            raise AssertionError(f"{file}: “{before}” stands in it {text.count(before)} times")
        text = text.replace(before, after)
    file.write_text(text, encoding="utf-8", newline="\n")
