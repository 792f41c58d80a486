"""A PNG picture with nothing in it but the picture: no place, no camera, no remarks, no program's name."""

import zlib
from collections.abc import Iterator

_SIGN = b"\x89PNG\r\n\x1a\n"
_KEPT = (b"IHDR", b"PLTE", b"tRNS", b"sRGB", b"gAMA", b"IDAT", b"IEND")
_MOST_POINTS = 2000


def bare_png(data: bytes) -> bytes:
    """The picture alone; empty when it is no PNG, is damaged, or is larger than it may be."""
    if not data.startswith(_SIGN):
        return b""
    chunks = list(_chunks(data))
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
        return b""
    wide, high = (int.from_bytes(chunks[0][1][8 + at : 12 + at], "big") for at in (0, 4))
    if not (0 < wide <= _MOST_POINTS and 0 < high <= _MOST_POINTS):
        return b""
    return _SIGN + b"".join(whole for name, whole in chunks if name in _KEPT)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks that are whole, each with its name, up to the end of the picture."""
    at = len(_SIGN)
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        whole = data[at : at + 12 + size]
        if len(whole) < 12 + size or zlib.crc32(whole[4:-4]) != int.from_bytes(whole[-4:], "big"):
            return
        yield whole[4:8], whole
        if whole[4:8] == b"IEND":
            return
        at += 12 + size
