"""Templates as they were compiled, kept in the cache folder: a page is then printed without its template being read as code.

A template that was changed, another program and another version of Jinja have other files, and none of these is ever wrong:
the worst that can be is that a template is compiled once more.
"""

from __future__ import annotations

from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from jianbao.kept import keep, read_kept
from jianbao.program_mark import program_mark

FOLDER = "templates"


class Compiled(BytecodeCache):
    """What is kept of the templates below a cache folder, a file each by the name and the place of the template."""

    def __init__(self, cache: Path) -> None:
        """Nothing is read before a template is asked for."""
        self._folder = cache / FOLDER

    def load_bytecode(self, bucket: Bucket) -> None:
        """The code of a template where it is kept; else the bucket stays empty, and Jinja compiles it."""
        code = read_kept(self._file(bucket), _form(bucket))
        bucket.code = code if isinstance(code, CodeType) else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was just compiled."""
        keep(self._file(bucket), _form(bucket), bucket.code)

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.kept"


def _form(bucket: Bucket) -> str:
    """The program tells the options under which it compiles, and the versions of Jinja and Python; the sum the text."""
    return f"template {program_mark()} {bucket.checksum}"
