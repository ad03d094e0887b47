"""The site that was built before: where nothing has changed that it is made from, there is nothing to do for it.

A build is remembered with its warnings, which are told again; one with errors is not, for what it could not do may be
possible now.
"""

from __future__ import annotations

from typing import Any

from jianbao.cli.site_inputs import SiteInputs, other_bytes
from jianbao.cli.summary import Holdings
from jianbao.frozen import frozen
from jianbao.kept import head_of, keep, read_kept
from jianbao.press.last_edition import SLIP, recall
from jianbao.press.published import Published
from jianbao.problems import Problem, Weight, Words
from jianbao.reading.keeping.cleaned import Cleaned
from jianbao.settings import Settings

FILE = "built.json"
_FORM = "built 4"
_COUNTS = ("pages", "read", "articles", "losses", "doubts", "written", "skipped")


@frozen
class Built:
    """What the archive holds, what came of publishing it, what is told of both, and what is told of them `once`.

    `followed` is what followed from edits, which is told once, too.
    """

    holdings: Holdings
    published: Published
    problems: tuple[Problem, ...] = ()
    followed: tuple[Words, ...] = ()
    once: tuple[Problem, ...] = ()


@frozen
class Before:
    """The build before this one, from the same files by name with the same program, theme and settings.

    `changed` are the files that are others now. `mark` is that under which archive and site were kept for `amend`, `linked`
    how what linking remembers stood then (`amend.linked_by`). `read` is what came of reading the raw files, where these are
    the same and there was nothing to read; else None.
    """

    built: Built
    changed: tuple[str, ...]
    mark: str
    linked: list[tuple[int, int] | None]
    read: Cleaned | None


def built_before(settings: Settings, inputs: SiteInputs) -> Before | None:
    """The build before; None where there was none, or everything may be another."""
    kept = read_kept(settings.folders.cache / FILE, _FORM)
    if kept is None or kept["inputs"] != inputs.mark or kept["stats"].keys() != inputs.files.keys():
        return None
    if kept["slip"] != head_of(settings.folders.cache / SLIP):  # then nobody knows how amended pages stood
        return None
    stats, files, size = kept["stats"], kept["files"], kept["bytes"]
    changed = () if stats == inputs.files else (name for name, stat in inputs.files.items() if stats[name] != stat)
    known = {**inputs.files, **(inputs.seeds or {})}
    young = {name: digest for name, digest in kept["young"].items() if name in known}
    changed = tuple(dict.fromkeys((*changed, *other_bytes(young))))
    published = Published(0, files, 0, files, size, largest=kept["largest"])
    built = Built(Holdings(*kept["holdings"]), published, tuple(map(_warning, kept["warnings"])))
    read = _cleaned(*kept["read"]) if kept["read"] and kept["seeds"] == inputs.seeds else None
    return Before(built, changed, kept["mark"], kept["linked"], read)


def standing_site(settings: Settings, before: Before) -> Built | None:
    """The build before, if nothing has changed and the site still stands as it was left."""
    site = settings.folders.site
    stands = not before.changed and recall(settings.folders.cache, site).stands(site)
    return before.built if stands else None


def remember_built(
    settings: Settings, inputs: SiteInputs, built: Built, mark: str, linked: list[tuple[int, int] | None],
    read: Cleaned | None,
) -> None:  # fmt: skip
    """Keep what these inputs gave. Who changed one of them while the site was being made has made them others.

    `mark`, `linked` and `read` as in `Before`; a run that read a page, or wrote one, may have something to do the next time.
    """
    after = inputs.with_register(settings.folders.content)
    counts, published = built.holdings, built.published
    kept = {
        "inputs": after.mark,
        "stats": dict(after.files),
        "young": dict(after.young),
        "mark": mark,
        "linked": linked,
        "slip": head_of(settings.folders.cache / SLIP),
        "seeds": inputs.seeds and dict(inputs.seeds),
        "read": _kept(read) if read and not read.read and not read.written else None,
        "holdings": [counts.pages, counts.articles, counts.losses, counts.doubts],
        "files": published.files,
        "bytes": published.bytes,
        "largest": published.largest,
        "warnings": list(map(_told, built.problems)),
    }
    keep(settings.folders.cache / FILE, _FORM, kept)


def _kept(read: Cleaned) -> tuple[list[int], list[Any]]:
    return [getattr(read, name) for name in _COUNTS], list(map(_told, read.problems))


def _cleaned(counts: list[int], warnings: list[Any]) -> Cleaned:
    told: dict[str, Any] = dict(zip(_COUNTS, counts, strict=True))
    return Cleaned(**told, problems=tuple(map(_warning, warnings)))


def _told(warning: Problem) -> list[Any]:
    return [warning.file, tuple(warning.what), tuple(warning.remedy), warning.line, warning.paste]


def _warning(kept: tuple[str, list[str], list[str], int | None, str]) -> Problem:
    file, what, remedy, line, paste = kept
    return Problem(file, Words(*what), Words(*remedy), line, paste, Weight.WARNING)
