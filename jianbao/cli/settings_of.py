"""From a call to the settings of the run: the folders, archive.yaml, and what the command line says over it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from jianbao.archive_yaml import ReadSettings, read_archive_yaml, site_address
from jianbao.cli.arguments import Call
from jianbao.problems import CallError
from jianbao.settings import Folders, Settings

_SIGNS = ("archive.yaml", "seeds", "content")


def settings_of(call: Call) -> ReadSettings:
    """The settings that the call and archive.yaml make together. Raises CallError where there is no archive."""
    folders = _folders(call)
    _must_be_archive(call, folders)
    _must_not_hold_input(folders)
    _must_stand_apart(folders)
    known = read_archive_yaml(Settings(folders))
    return ReadSettings(replace(known.settings, **_overrides(call)), known.problems)


def _folders(call: Call) -> Folders:
    archive = call.archive.resolve()

    def place(given: Path | None, name: str) -> Path:
        return archive / name if given is None else given.resolve()

    return Folders(
        archive,
        place(call.seeds, "seeds"),
        place(call.content, "content"),
        place(call.site, "site"),
        place(call.cache, ".jianbao"),
    )


def _must_be_archive(call: Call, folders: Folders) -> None:
    told = call.seeds is not None or call.content is not None
    if not told and not any((folders.archive / sign).exists() for sign in _SIGNS):
        raise CallError(
            f"{folders.archive} 不是档案文件夹（没有 {'、'.join(_SIGNS)}）。请进入档案文件夹，或用 --archive 指定，"
            f"或用 new 新建一个。\n{folders.archive} is no archive (it has none of {', '.join(_SIGNS)}). "
            "Change into one, name one with --archive, or make one with `new FOLDER`."
        )


def _must_not_hold_input(folders: Folders) -> None:
    """What stands in site/ and the cache is replaced or removed, so nothing that people keep may stand in them."""
    kept = (folders.archive, folders.seeds, folders.content)
    for output, option in ((folders.site, "--site"), (folders.cache, "--cache")):
        inside = any(output.is_relative_to(place) for place in (folders.seeds, folders.content))
        if inside or any(place.is_relative_to(output) for place in kept):
            raise CallError(
                f"{option} {output} 会覆盖档案本身的文件，请另选一个文件夹。\n"
                f"{option} {output} would overwrite the archive's own files; choose another folder."
            )


def _must_stand_apart(folders: Folders) -> None:
    """Articles among raw pages would be read as pages, and a site in the cache or around it would be swept."""
    pairs = (("--content", folders.content, folders.seeds), ("--site", folders.site, folders.cache))
    for option, one, other in pairs:
        if one.is_relative_to(other) or other.is_relative_to(one):
            raise CallError(
                f"{option} {one} 与 {other} 重叠，请另选一个文件夹。\n"
                f"{option} {one} overlaps with {other}; choose another folder."
            )


def _overrides(call: Call) -> dict[str, Any]:
    told: dict[str, Any] = {"jobs": call.jobs, "plain": call.plain, "offline": call.offline}
    if call.base_url:
        try:
            told["address"] = site_address(call.base_url)
        except ValueError as error:
            raise CallError(
                f"--base-url {call.base_url} 不是完整的网址，例如 https://example.org/repo/\n"
                f"--base-url {call.base_url} is no whole address; an example: https://example.org/repo/"
            ) from error
    if call.theme:
        told["theme"] = call.theme
    return told
