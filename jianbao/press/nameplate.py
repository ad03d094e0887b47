"""报头, the nameplate: a picture (SVG or PNG) that stands in the masthead in place of the set name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from jianbao.frozen import frozen
from jianbao.problems import Problem, Words
from jianbao.settings import Settings

ENDINGS = (".svg", ".png")
LARGEST = 200_000
"""Bytes. The whole site's nameplate is loaded by every page."""
_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = re.compile(r"<svg\b[^>]*>", re.DOTALL)
_BOX = re.compile(r"""\bviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)""")
_WIDTH = re.compile(r"""\swidth\s*=\s*["']\s*([\d.]+)(?:px)?\s*["']""")
_HEIGHT = re.compile(r"""\sheight\s*=\s*["']\s*([\d.]+)(?:px)?\s*["']""")


@frozen
class Nameplate:
    """The picture: its file in the site, which tells its bytes, and its size in pixels."""

    file: str
    width: int
    height: int


@frozen
class Nameplates:
    """The nameplates of the site: under an empty name the archive's own, under a paper's name the paper's.

    `bytes_of` goes by the files in the site; `problems` tell of the pictures that cannot be used.
    """

    of: dict[str, Nameplate]
    bytes_of: dict[str, bytes]
    problems: tuple[Problem, ...]


def is_picture(nameplate: str) -> bool:
    """Whether the setting names a picture; of a paper anything else is the small print under its name."""
    return nameplate.lower().endswith(ENDINGS)


def read_nameplates(settings: Settings) -> Nameplates:
    """The pictures that archive.yaml names, read and measured. One that cannot be used is told, and the name is set."""
    told = [("", settings.nameplate), *((paper.name, paper.nameplate) for paper in settings.newspapers)]
    found: dict[str, Nameplate] = {}
    bytes_of: dict[str, bytes] = {}
    problems = []
    for name, path in told:
        if path and (is_picture(path) or not name):
            try:
                data = _read(settings.folders.archive, path)
                width, height = size_of(data)
            except (OSError, ValueError) as error:
                problems.append(_unusable(path, error))
                continue
            file = f"nameplate.{sha256(data).hexdigest()[:8]}{Path(path).suffix.lower()}"
            found[name], bytes_of[file] = Nameplate(file, width, height), data
    return Nameplates(found, bytes_of, tuple(problems))


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG or an SVG in pixels. Raises ValueError where the bytes do not tell them."""
    if data.startswith(_PNG):
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    root = _SVG.search(data.decode("utf-8-sig"))
    if root is None:
        raise ValueError("neither SVG nor PNG / 不是 SVG，也不是 PNG")
    return next(_sizes(root[0]))


def _sizes(root: str) -> Iterator[tuple[int, int]]:
    """What the opening tag of an SVG says of its size: width and height, else its viewBox."""
    width, height, box = _WIDTH.search(root), _HEIGHT.search(root), _BOX.search(root)
    for pair in ((width and width[1], height and height[1]), (box and box[1], box and box[2])):
        if pair[0] and pair[1] and round(float(pair[0])) and round(float(pair[1])):
            yield round(float(pair[0])), round(float(pair[1]))
    raise ValueError("no width and height, and no viewBox / 没有 width、height，也没有 viewBox")


def _read(archive: Path, path: str) -> bytes:
    file = (archive / path).resolve()
    if not file.is_relative_to(archive.resolve()):
        raise ValueError("outside the archive's folder / 不在档案的文件夹里")
    data = file.read_bytes()
    if len(data) > LARGEST:
        raise ValueError(f"larger than {LARGEST:,} bytes / 大于 {LARGEST:,} 字节")
    return data


def _unusable(path: str, error: Exception) -> Problem:
    reason = "not there / 没有这个文件" if isinstance(error, OSError) else str(error)
    return Problem(
        "archive.yaml",
        Words(f"报头图片 {path} 用不了（{reason}），先用文字代替",
              f"the nameplate {path} cannot be used ({reason}); the name is set instead"),
        Words("nameplate 写档案文件夹里一个 SVG 或 PNG 文件的路径，如 nameplate.svg",
              "nameplate is the path of an SVG or PNG file in the archive's folder, such as nameplate.svg"),
    )  # fmt: skip
