"""The checksums by which rows are known to be as they were written. SQLite's own check sees 6 % of changed words."""

import struct
import zlib


def summed(numbers: tuple[int, ...], texts: tuple[str, ...]) -> int:
    """CRC-32 of numbers and texts. Each text is counted before it is written, so no two rows share their bytes."""
    crc = zlib.crc32(struct.pack(f">{len(numbers)}q", *numbers))
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        crc = zlib.crc32(data, zlib.crc32(struct.pack(">q", len(data)), crc))
    return signed(crc)


def signed(crc: int) -> int:
    """A CRC with a sign: so it needs four bytes in the file, not six."""
    return crc - (1 << 32) if crc >> 31 == 1 else crc
