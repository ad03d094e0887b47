"""Packing: the gzip file of some bytes, always the same one."""

from __future__ import annotations

import zlib
from hashlib import blake2b

_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
"""Of RFC 1952: deflate, no name, no time, made on no system in particular."""
_LEVEL = 6


def pack(*parts: bytes) -> bytes:
    """The gzip file of one member; neither clock nor system shows in it. Each part begins a block with a code of its own."""
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = [_HEAD]
    for place, part in enumerate(filter(None, parts)):
        packed += (deflate.flush(zlib.Z_BLOCK) if place else b"", deflate.compress(part))
    data = b"".join(parts)
    tail = zlib.crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFFFFFF).to_bytes(4, "little")
    return b"".join((*packed, deflate.flush(), tail))


def unpack(data: bytes) -> bytes:
    """What a gzip file holds. Raises zlib.error where it is damaged."""
    return zlib.decompress(data, wbits=zlib.MAX_WBITS | 16)


def digest(*parts: bytes) -> str:
    """24 hexadecimal digits that stand for these bytes."""
    return blake2b(b"".join(parts), digest_size=12).hexdigest()
