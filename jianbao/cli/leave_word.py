"""Word left at the door: what the next run with the same words on the command line may say without doing anything.

It is left after a run that has made the site without errors and read no page: such a run changes nothing when repeated.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from jianbao import door
from jianbao.archive_yaml import FILE as SETTINGS
from jianbao.cli.arguments import Call
from jianbao.cli.console import Console
from jianbao.cli.site_inputs import nameplates_of, themes_of
from jianbao.cli.summary import Outcome, count_line, summarize
from jianbao.kept import head_of, keep
from jianbao.press.last_edition import FILE as EDITION
from jianbao.press.last_edition import SLIP, form_of
from jianbao.program_mark import program_facts
from jianbao.settings import Settings


def leave_word(call: Call, console: Console, outcome: Outcome) -> None:
    """Leave word of a run. A cache that cannot be written is done without."""
    settings, published = outcome.settings, outcome.published
    if published is None or outcome.inputs is None or outcome.exit_code or published.files == 0:
        return
    read = outcome.cleaned
    if read is not None and (read.read or read.written):
        return
    folders = settings.folders
    inputs = outcome.inputs.with_register(folders.content)
    files = {**inputs.files, **(inputs.seeds or {}), **dict(_settings_file(settings))}
    again = replace(outcome, published=replace(published, written=0, removed=0, unchanged=published.files), followed=())
    out, err = _said(again, console)
    kept: dict[str, Any] = {
        "call": door.call_of(call.words),
        "program": program_facts(),
        "files": files,
        "folders": dict(inputs.folders),
        "absent": [str(file) for file in _not_there(settings, read is not None) if not file.exists()],
        "young": {name: digest for name, digest in inputs.young.items() if digest},
        "site": str(folders.site),
        "cache": str(folders.cache),
        "edition": str(folders.cache / EDITION),
        "slip": str(folders.cache / SLIP),
        "slip_head": head_of(folders.cache / SLIP),
        "edition_form": form_of(folders.site),
        "out": out,
        "err": err,
    }
    if published.windows is not None:
        content = str(folders.content) + os.sep
        texts = {content + file.replace("/", os.sep): told for file, told in published.windows["texts"].items()}
        line = count_line(folders.site.name, "{0}", "{1}", "0")
        kept |= {**published.windows, "texts": texts, "line": line, "count": published.files}
    keep(folders.cache / door.FILE, door.FORM, kept)


def _said(outcome: Outcome, console: Console) -> tuple[str, str]:
    """What a run that changes nothing says on its two streams."""
    out, err = io.StringIO(), io.StringIO()
    listening = replace(console, out=out, err=err)
    listening.tell(outcome.problems)
    summarize(outcome, listening)
    return out.getvalue(), err.getvalue()


def _settings_file(settings: Settings) -> Iterator[tuple[str, tuple[int, int]]]:
    file = settings.folders.archive / SETTINGS
    if file.is_file():
        status = file.stat()
        yield str(file), (status.st_size, status.st_mtime_ns)


def _not_there(settings: Settings, reads: bool) -> Iterator[Path]:
    """What would count if it were there."""
    archive = settings.folders.archive
    if reads:
        yield settings.folders.seeds
    yield archive / SETTINGS
    yield settings.folders.content
    yield from nameplates_of(settings)
    yield from (archive / "themes" / folder.name / "theme.yaml" for folder in themes_of(settings))
