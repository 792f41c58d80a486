"""A zip whose bytes depend on what is in it alone: no clock, one order, one way of packing."""

import io
import zipfile
from collections.abc import Iterable

_EPOCH = (1980, 1, 1, 0, 0, 0)


def zip_bytes(parts: Iterable[tuple[str, bytes]], stored: frozenset[str] = frozenset()) -> bytes:
    """The parts, each with its name, packed in this order. Those in `stored` are left as they are."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as whole:
        for name, data in parts:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            whole.writestr(entry, data)
    return made.getvalue()


def unpacked_size(data: bytes) -> int:
    """How many bytes the parts of a zip of ours have together."""
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        return sum(one.file_size for one in whole.infolist())


def parts_of(data: bytes) -> list[tuple[str, bytes]]:
    """The parts of a zip of ours, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        return [(name, whole.read(name)) for name in whole.namelist()]
