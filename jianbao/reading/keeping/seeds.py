"""The raw pages below seeds/: what is there, what is no page, and which names cannot go further."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from jianbao.frozen import frozen
from jianbao.problems import Problem, Words

_NO_PAGES = re.compile(
    r"""\..* | ~\$.* | thumbs\.db | ehthumbs.*\.db | desktop\.ini | icon\r? | readme(\.\w+)? | .*~
      | .*\.(jpe?g|png|gif|bmp|webp|tiff?|jp2|heic|svg|psd|ico|mp[34]|wav|mov|avi|lnk|url|tmp|bak|crdownload|part)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Names of files that are not meant as pages: pictures, sound, and what systems and editors leave behind."""

_NO_NAME = re.compile(r"\.+(?:txt|text)|\.{2,}[^.]*", re.IGNORECASE)
"""Names of nothing but a suffix, which systems hide."""

_NOT_ON_WINDOWS = re.compile(
    r"""[<>:"|?*\\\x00-\x1f] | [. ]$ | ^(con|prn|aux|nul|com\d|lpt\d)(\.|$)""", re.VERBOSE | re.IGNORECASE
)


_KEEPER = ".gitkeep"
"""What keeps an empty folder in git; a fresh archive comes with it."""


@frozen
class RawFile:
    """A raw file: its path below seeds/ with forward slashes as people named it, where it is, its size and its age."""

    file: str
    path: Path
    size: int
    mtime: int
    """Nanoseconds."""


class Stretch(NamedTuple):
    """The part of a raw file that is one page: code points of its text, half-open, and its first and last line, from 1."""

    start: int
    end: int
    first: int
    last: int

    @property
    def lines(self) -> tuple[int, int]:
        """The first and the last line."""
        return self.first, self.last

    def of(self, text: str) -> str:
        """The text of the page, out of that of the file."""
        return text[self.start : self.end]


@frozen
class Seeds:
    """What stands below seeds/: the raw files in order, how many files are no pages, and what is wrong with names."""

    files: tuple[RawFile, ...] = ()
    skipped: int = 0
    problems: tuple[Problem, ...] = ()


def find_raw_files(seeds: Path) -> Seeds:
    """All raw files below `seeds`, in the order of their paths; nothing where the folder is missing."""
    files: list[RawFile] = []
    skipped = 0
    problems: list[Problem] = []
    for entry, file in _walk(seeds, ""):
        if _NO_NAME.fullmatch(entry.name):
            problems.append(_without_name(file))
        elif _NO_PAGES.fullmatch(entry.name):
            skipped += entry.name != _KEEPER
        elif entry.is_symlink() and not _stays_inside(Path(entry.path), seeds):
            problems.append(_leads_outside(file))
        elif _bad_name(file):
            problems.append(_not_on_windows(file))
        else:
            status = entry.stat()
            files.append(RawFile(file, Path(entry.path), status.st_size, status.st_mtime_ns))
    files.sort(key=lambda raw: raw.file)
    alike = list(_alike(files))
    refused = {raw.file for raw, _ in alike}
    problems += (_same_on_windows(raw.file, other.file) for raw, other in alike)
    return Seeds(tuple(raw for raw in files if raw.file not in refused), skipped, tuple(problems))


def _walk(folder: Path, below: str) -> Iterator[tuple[os.DirEntry[str], str]]:
    """The files below a folder with their paths; links to folders are not followed, hidden folders not entered."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith("."):
                    yield from _walk(Path(entry.path), f"{below}{entry.name}/")
            elif entry.is_file() or entry.is_symlink():
                yield entry, below + entry.name


def _stays_inside(path: Path, seeds: Path) -> bool:
    try:
        target = path.resolve()
    except (OSError, RuntimeError):  # a link that leads to itself
        return False
    return target.is_file() and target.is_relative_to(seeds.resolve())


def _bad_name(file: str) -> bool:
    try:
        file.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return any(_NOT_ON_WINDOWS.search(name) for name in file.split("/"))


def _alike(files: list[RawFile]) -> Iterator[tuple[RawFile, RawFile]]:
    """Files whose names differ from an earlier one only in case or in how accents are stored."""
    seen: dict[str, RawFile] = {}
    for raw in files:
        first = seen.setdefault(unicodedata.normalize("NFC", raw.file).casefold(), raw)
        if first is not raw:
            yield raw, first


def _leads_outside(file: str) -> Problem:
    return Problem(
        f"seeds/{file}",
        Words("这个链接指向 seeds/ 以外，没有读", "the link leads outside seeds/; it was not read"),
        Words("把文件本身复制到 seeds/ 里", "copy the file itself into seeds/"),
    )


def _without_name(file: str) -> Problem:
    return Problem(
        f"seeds/{file}",
        Words(
            "文件名只有点和后缀，系统会把它藏起来，没有读", "the name is nothing but dots and a suffix; it was not read"
        ),
        Words("给它起个名字，例如 第1版.txt", "give it a name, like page1.txt"),
    )


def _not_on_windows(file: str) -> Problem:
    shown = file.encode("utf-8", "backslashreplace").decode("utf-8")
    return Problem(
        f"seeds/{shown}",
        Words("Windows 上存不下这个文件名，没有读", "Windows cannot hold this name; the file was not read"),
        Words(
            '改名，不用 < > : " | ? * \\，不以点或空格结尾',
            'rename it without < > : " | ? * \\, a dot or space at the end',
        ),
    )


def _same_on_windows(file: str, other: str) -> Problem:
    return Problem(
        f"seeds/{file}",
        Words(
            f"文件名与“{other}”只差大小写，Windows 分不开，没有读", f"only case tells it from {other}; it was not read"
        ),
        Words("给其中一个改名", "rename one of the two"),
    )
