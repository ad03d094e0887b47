"""Text that was once read in a wrong encoding (`å›½å®¶` and `鍥藉` for 国家, `â€™` for ’, `ÖÐ¹ú` for 中国), read aright.

Repaired is only what goes back exactly, byte for byte, and only where both sides speak for it: what stands there is no
text of its kind, and what comes out is. Bytes that were lost on the way (`锟斤拷`, U+FFFD) nobody can bring back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jianbao.text.change import Change
from jianbao.text.characters import HAN
from jianbao.text.common_characters import share_of_common

RULE = "mojibake"

_BYTES = {bytes([byte]).decode("cp1252", "replace"): bytes([byte]) for byte in range(0x80, 0xA0)} | {
    chr(byte): bytes([byte]) for byte in range(0x80, 0x100)
}
"""The byte of each character of Windows-1252, and of the control characters that Latin-1 has in its stead."""
del _BYTES["\ufffd"]
_ACCENTED = re.compile("[\xc0-\xd6\xd8-\xf6]")
_FOLLOWS = "[" + re.escape("".join(c for c, byte in _BYTES.items() if byte[0] < 0xC0)) + "]"
_UTF8_AS_LATIN = re.compile(rf"(?:[\xc2-\xc5]{_FOLLOWS}|[\xe2-\xef]{_FOLLOWS}{{2}})+")
_GB_AS_LATIN = re.compile("(?:[\xa1-\xa3\xb0-\xf7][\xa1-\xfe])+")
_TWO_IN_GB = re.compile(rb"(?:[\xe2-\xef][\x80-\xbf]{2}){2}")
_UTF8_IN_GB = re.compile(rb"(?:[\xe2-\xef][\x80-\xbf]{2}|[\xc2\xc3][\x80-\xbf]|[@-~])+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]{3,}")
_PRINTED = re.compile(
    rf"[\xa1-\xff\u0152\u0153\u0160\u0161\u2010-\u2027\u2030\u20ac\u3000-\u30ff\uff01-\uff5e\w{HAN}]+"
)
_LATIN_OR_MARKS = re.compile(r"[\xa0-\xff\u0152\u0153\u0160\u0161\u2010-\u2027\u2030\u20ac\u2122]+")
_HAN_LEAST = 2
_CLEAR = 0.4
"""By how much larger the share of common characters must be after than before."""


def undo_mojibake(text: str) -> list[Change]:
    """A change for every run of the text that was read in a wrong encoding and goes back exactly; one encoding a text."""
    finders = [_utf8_read_as_latin, _gb_read_as_latin] if _ACCENTED.search(text) else []
    if not _is_simplified(text):
        finders.append(_utf8_read_as_gb)
    if not finders:
        return []
    readings = [list(find(text)) for find in finders]
    return max(readings, key=lambda changes: sum(change.end - change.start for change in changes))


def undo_throughout(text: str) -> tuple[str, str]:
    """A text of which every character went through the same wrong encoding, read aright, and the encoding's name.

    ("", "") for any other text: the whole of it must go back exactly, and become good Chinese by that.
    """
    for wrong, data in (("gb18030", _gb_bytes(text)), ("windows-1252", _latin_bytes(text))):
        for right in ("utf-8", "gb18030"):
            undone = _decoded(data, right)
            if undone and undone != text and share_of_common(undone) - share_of_common(text) >= _CLEAR:
                return undone, f"{right} via {wrong}"
    return "", ""


def _gb_bytes(text: str) -> bytes:
    try:
        return text.encode("gb18030")
    except UnicodeEncodeError:
        return b""


def _latin_bytes(text: str) -> bytes:
    """The bytes of a text in Windows-1252 or Latin-1; none where a character is in neither."""
    try:
        return b"".join(_BYTES[character] if character >= "\x80" else character.encode() for character in text)
    except KeyError:
        return b""


def _is_simplified(text: str) -> bool:
    """Whether all characters are of GB 2312, which Chinese text mostly is and mojibake hardly ever."""
    try:
        text.replace("—", "").replace("·", "").encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _utf8_read_as_latin(text: str) -> Iterator[Change]:
    for found in _UTF8_AS_LATIN.finditer(text):
        after = _decoded(_latin_bytes(found[0]), "utf-8")
        before = text[: found.start()][-1:]
        if after and (_is_chinese_run(after) or (_is_latin_run(found[0], after) and not before.isupper())):
            yield Change(found.start(), found.end(), after, RULE)


def _gb_read_as_latin(text: str) -> Iterator[Change]:
    """Runs of four accented letters and more, which no language has; beside one of them also a single character."""
    runs = [(found, _decoded(found[0].encode("latin-1"), "gb2312")) for found in _GB_AS_LATIN.finditer(text)]
    if any(_is_chinese_run(after) and len(after) >= _HAN_LEAST for _, after in runs):
        for found, after in runs:
            if after and _PRINTED.fullmatch(after):
                yield Change(found.start(), found.end(), after, RULE)


def _utf8_read_as_gb(text: str) -> Iterator[Change]:
    for run in _BEYOND_ASCII.finditer(text):
        data = run[0].encode("gb18030", "replace")
        if not _TWO_IN_GB.search(data):
            continue
        starts = _byte_offsets(run[0])
        for found in _UTF8_IN_GB.finditer(data):
            piece = _on_borders(found, starts)
            after = _decoded(data[piece.start : piece.stop], "utf-8")
            first, last = starts.get(piece.start, 0), starts.get(piece.stop, 0)
            before = run[0][first:last]
            if _is_chinese_run(after) and share_of_common(after) - share_of_common(before) >= _CLEAR:
                yield Change(run.start() + first, run.start() + last, after, RULE)


def _byte_offsets(run: str) -> dict[int, int]:
    """The number of the character that begins at each offset of the run's bytes, its end included."""
    offsets, done = {0: 0}, 0
    for number, character in enumerate(run, 1):
        done += len(character.encode("gb18030", "replace"))
        offsets[done] = number
    return offsets


def _on_borders(found: re.Match[bytes], starts: dict[int, int]) -> range:
    """The bytes found, without the characters at its ends that a neighbour shares a byte with."""
    start, end = found.span()
    sequences = [start, *(start + piece.end() for piece in re.finditer(rb"[@-~]|[\xc0-\xff][\x80-\xbf]+", found[0]))]
    borders = [at for at in sequences if at in starts]
    return range(borders[0], borders[-1]) if borders else range(end, end)


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _is_chinese_run(after: str) -> bool:
    """Two Chinese characters at least, half of them common, or more of them, and nothing that is not printed."""
    han = sum("\u4e00" <= character <= "\u9fff" for character in after)
    least = 0.5 if han < 4 else 0.2
    return han >= _HAN_LEAST and bool(_PRINTED.fullmatch(after)) and share_of_common(after) >= least


def _is_latin_run(before: str, after: str) -> bool:
    """A typographic mark or accented letter, out of what no Latin text has side by side."""
    return bool(_LATIN_OR_MARKS.fullmatch(after)) and before[0] in "ÂÃÅâ" and (before[0] != "â" or before[1] == "€")
