"""A fault in a theme, told with its file and line: whoever changes a template is no programmer of this program."""

from __future__ import annotations

import traceback
from pathlib import Path

from jinja2 import TemplateSyntaxError
from yaml import MarkedYAMLError

from jianbao.problems import Problem, Words


def theme_fault(error: Exception, theme: Path, archive: Path) -> Problem | None:
    """The fault as a problem, the file as the keeper of `archive` knows it; None where the theme is not at fault."""
    file, line = _place(error, theme)
    if file is None:
        return None
    shown = file.relative_to(archive) if file.is_relative_to(archive) else file
    reason = " ".join(str(error).split()) or type(error).__name__
    return Problem(
        shown.as_posix(),
        Words(f"主题的这一处用不了（{reason}），网站保持原样", f"this place of the theme cannot be used ({reason}); the site stays"),
        Words("改正这一行；改不好就从程序自带的 themes/ 里重新复制这个文件",
              "mend the line, or copy the file anew from the themes/ of the program"),
        line,
    )  # fmt: skip


def _place(error: Exception, theme: Path) -> tuple[Path | None, int | None]:
    """The file of the theme and the line, as the fault itself or the way to it tells."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Path(error.filename), error.lineno
    if isinstance(error, MarkedYAMLError) and error.problem_mark is not None:
        return Path(error.problem_mark.name), error.problem_mark.line + 1
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if Path(frame.filename).is_relative_to(theme):
            return Path(frame.filename), frame.lineno
    return None, None
