"""Width and height of a picture, from the first bytes of its file: PNG, GIF, JPEG and WebP."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

Size: TypeAlias = tuple[int, int]
"""Width and height in pixels, as the picture is shown."""

_ENOUGH = 1 << 18
"""Before the size of a JPEG its camera's notes and a thumbnail may stand."""
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_EXIF = b"Exif\0\0"
_ORIENTATION = 0x0112
_LYING = frozenset({5, 6, 7, 8})
"""Values of the orientation by which width and height change places."""


def picture_size(file: Path) -> Size | None:
    """The size of the picture in a file; None where it cannot be told, or the file cannot be read."""
    try:
        with file.open("rb") as opened:
            head = opened.read(_ENOUGH)
        size = next((read(head) for mark, read in _READERS.items() if head.startswith(mark)), None)
    except (OSError, struct.error, IndexError):
        return None
    return size if size and min(size) > 0 else None


def _png(head: bytes) -> Size:
    width, height = struct.unpack_from(">II", head, 16)
    return width, height


def _gif(head: bytes) -> Size:
    width, height = struct.unpack_from("<HH", head, 6)
    return width, height


def _webp(head: bytes) -> Size | None:
    """By the kind of the first chunk: with extras, without loss, plain."""
    kind = head[12:16]
    if kind == b"VP8X":
        return _three(head, 24) + 1, _three(head, 27) + 1
    if kind == b"VP8L":
        bits = struct.unpack_from("<I", head, 21)[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack_from("<HH", head, 26)
    return (width & 0x3FFF, height & 0x3FFF) if kind == b"VP8 " else None


def _three(head: bytes, at: int) -> int:
    return int.from_bytes(head[at : at + 3], "little")


def _jpeg(head: bytes) -> Size | None:
    lying = False
    for kind, at, end in _segments(head):
        if kind == 0xE1 and head.startswith(_EXIF, at):
            lying = _orientation(head[at + len(_EXIF) : end]) in _LYING
        if kind in _FRAMES:
            height, width = struct.unpack_from(">HH", head, at + 1)
            return (height, width) if lying else (width, height)
    return None


def _segments(head: bytes) -> Iterator[tuple[int, int, int]]:
    """The segments of a JPEG: (kind, where its contents begin, where they end)."""
    at = 2
    while head[at] == 0xFF:
        kind = head[at + 1]
        if kind == 0xFF:  # a filling
            at += 1
            continue
        end = at + 2 + int(struct.unpack_from(">H", head, at + 2)[0])
        yield kind, at + 4, end
        at = end


def _orientation(exif: bytes) -> int:
    """How the camera was held, 1 to 8; 1 where it does not say."""
    order = "<" if exif.startswith(b"II") else ">"
    start = struct.unpack_from(f"{order}I", exif, 4)[0]
    count = struct.unpack_from(f"{order}H", exif, start)[0]
    for at, _ in pairwise(range(start + 2, start + 2 + 12 * (count + 1), 12)):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, at)
        if tag == _ORIENTATION:
            return int(value)
    return 1


_READERS: dict[bytes, Callable[[bytes], Size | None]] = {
    b"\x89PNG": _png,
    b"GIF8": _gif,
    b"\xff\xd8": _jpeg,
    b"RIFF": _webp,
}
