"""Filling windows: of a plain site in which nothing but bodies of articles changed, only these are set anew.

What stands around a window follows from front matters alone (`press.text_window`), so the pages come out as a whole build
would make them; a test holds both together. Where anything is not as it was left, a whole build is left to do.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

from jianbao.content.raw_body import cut_raw
from jianbao.door import FILE, FORM
from jianbao.kept import YOUNG, keep, read_kept
from jianbao.press.text_window import fill_article, fill_item
from jianbao.press.typeset import set_body


def refill(kept: dict[str, Any], changed: Sequence[str]) -> tuple[str, str] | None:
    """Fill the windows of the changed articles; the words of the summary that this changes, before and after.

    None where more has changed than bodies: then nothing was written.
    """
    texts = kept.get("texts")
    if texts is None or any(path not in texts for path in changed):
        return None
    pages: dict[str, bytes] = {}
    seen: dict[str, tuple[int, int, str]] = {}
    for path in changed:
        status = os.stat(path)
        data = _read(path)
        seen[path] = status.st_size, status.st_mtime_ns, blake2b(data, digest_size=12).hexdigest()
        if not _fill(kept, data, texts[path], pages):
            return None
    changed_pages = {file: page for file, page in pages.items() if page != _read(f"{kept['site']}/{file}")}
    _put(kept, changed_pages)
    _remember(kept, seen)
    line: str = kept["line"]
    count, files = len(changed_pages), kept["count"]
    return line.format(0, files), line.format(count, files - count)


def _fill(kept: Mapping[str, Any], data: bytes, known: tuple[str, str, str], pages: dict[str, bytes]) -> bool:
    """Fill all windows of the article in these bytes."""
    id, page, head = known
    cut = cut_raw(data)
    if cut is None or cut.mark != head:
        return False
    own = fill_article(_page(kept, page, pages), str(set_body(cut.body, kept["lost"])))
    if own is None:
        return False
    pages[page] = own
    feeds = [file for file, ids in kept["feeds"].items() if id in ids]
    html = str(set_body(cut.body, "", False, kept["origin"] + page.removesuffix("index.html"))) if feeds else ""
    for feed in feeds:
        filled = fill_item(_page(kept, feed, pages), id, html)
        if filled is None:
            return False
        pages[feed] = filled
    return True


def _page(kept: Mapping[str, Any], file: str, pages: Mapping[str, bytes]) -> bytes:
    return pages[file] if file in pages else _read(f"{kept['site']}/{file}")


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _put(kept: Mapping[str, Any], pages: Mapping[str, bytes]) -> None:
    """Let every page take the place of the old one. A run that is broken off here is seen and mended by the next."""
    site: str = kept["site"]
    waiting = os.path.join(os.path.dirname(site), f".{os.path.basename(site)}-refill-{os.getpid()}")
    edition: dict[str, tuple[str, int, int]] = read_kept(kept["edition"], kept["edition_form"]) or {}
    try:
        for file, page in pages.items():
            with open(waiting, "wb") as out:
                out.write(page)
            status = os.stat(waiting)
            os.replace(waiting, f"{site}/{file}")
            edition[file] = (
                "",
                status.st_size,
                status.st_mtime_ns,
            )  # without a mark: the next whole build prints it again
    finally:
        if os.path.exists(waiting):
            os.unlink(waiting)
    keep(kept["edition"], kept["edition_form"], edition)


def _remember(kept: dict[str, Any], seen: Mapping[str, tuple[int, int, str]]) -> None:
    now = time.time_ns()
    files = {**kept["files"], **{path: (size, age) for path, (size, age, _) in seen.items()}}
    digests = {**kept["young"], **{path: digest for path, (_, _, digest) in seen.items()}}
    young = {path: digest for path, digest in digests.items() if now - files[path][1] < YOUNG}
    keep(os.path.join(kept["cache"], FILE), FORM, {**kept, "files": files, "young": young})
