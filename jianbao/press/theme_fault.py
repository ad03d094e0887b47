"""A fault in a theme, told with its file and line: whoever changes a template is no programmer of this program."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import TemplateSyntaxError
from yaml import MarkedYAMLError

from jianbao.press.find_theme import FaultyTheme, lineage
from jianbao.problems import Problem, Words


def theme_fault(error: Exception, theme: str, archive: Path) -> Problem | None:
    """The fault as a problem, the file as the keeper of `archive` knows it; None where the theme is not at fault."""
    if isinstance(error, FaultyTheme):
        return Problem(_shown(error.file, archive), error.what, error.remedy, error.line)
    folders = lineage(theme, archive)
    if isinstance(error, UnicodeDecodeError):
        file = next(_not_utf8(folders), None)
        return _misspelt(_shown(file, archive)) if file else None
    file, line = _place(error, folders)
    if file is None:
        return None
    reason = " ".join(str(error).split()) or type(error).__name__
    return Problem(
        _shown(file, archive),
        Words(f"主题的这一处用不了（{reason}），网站保持原样", f"this place of the theme cannot be used ({reason}); the site stays"),
        Words("改正这一行；改不好就从程序自带的 themes/ 里重新复制这个文件",
              "mend the line, or copy the file anew from the themes/ of the program"),
        line,
    )  # fmt: skip


def _misspelt(file: str) -> Problem:
    return Problem(
        file,
        Words("主题的这个文件不是 UTF-8 编码，网站保持原样", "this file of the theme is not UTF-8; the site stays"),
        Words("用记事本另存，编码选 UTF-8", "save it again as UTF-8"),
    )


def _shown(file: Path, archive: Path) -> str:
    return (file.relative_to(archive) if file.is_relative_to(archive) else file).as_posix()


def _place(error: Exception, folders: list[Path]) -> tuple[Path | None, int | None]:
    """The file of the theme and the line, as the fault itself or the way to it tells."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Path(error.filename), error.lineno
    if isinstance(error, MarkedYAMLError) and error.problem_mark is not None:
        return Path(error.problem_mark.name), error.problem_mark.line + 1
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if any(Path(frame.filename).is_relative_to(folder) for folder in folders):
            return Path(frame.filename), frame.lineno
    return None, None


def _not_utf8(folders: Iterable[Path]) -> Iterator[Path]:
    """The templates and words that are in another encoding."""
    for folder in folders:
        found = (*folder.glob("templates/**/*.*"), *folder.glob("words/*.yaml"))
        for file in sorted(file for file in found if file.is_file()):
            try:
                file.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                yield file
