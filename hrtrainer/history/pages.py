"""The rows in the pages of an SQLite file, read without SQLite: also where its order is lost.

The shape of pages and records is that of https://www.sqlite.org/fileformat2.html. What is read here may be damaged; it
counts only under its checksum.
"""

import struct
from collections.abc import Iterator

Values = tuple[int | float | str | bytes | None, ...]

PAGE = 4096
"""Bytes of a page: what SQLite makes unless it is told otherwise, and nobody tells it."""

_FRAME = 24
_WAL_HEADER = 32
_HEADER = 100
_LEAF_TABLE, _LEAF_INDEX, _INNER_INDEX = 0x0D, 0x0A, 0x02
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_MOST = 20_000_000


class Pages:
    """The pages of a file and of its -wal, in which later ones stand over earlier ones."""

    def __init__(self, data: bytes, wal: bytes = b"") -> None:
        self._all = [data[at : at + PAGE] for at in range(0, len(data) - PAGE + 1, PAGE)]
        self._now = dict(enumerate(self._all, 1))
        for at in range(_WAL_HEADER, len(wal) - _FRAME - PAGE + 1, _FRAME + PAGE):
            (number,) = struct.unpack_from(">I", wal, at)
            self._now[number] = wal[at + _FRAME : at + _FRAME + PAGE]
            self._all.append(self._now[number])

    def rows(self) -> Iterator[Values]:
        """The values of every row that can be read, the older before the newer. A row id stands before them."""
        for page in self._all:
            for start in (0, _HEADER) if page.startswith(b"SQLite format 3") else (0,):
                yield from self._cells(page, start)

    def _cells(self, page: bytes, start: int) -> Iterator[Values]:
        kind = page[start]
        if kind not in (_LEAF_TABLE, _LEAF_INDEX, _INNER_INDEX):
            return
        (count,) = struct.unpack_from(">H", page, start + 3)
        at = start + (12 if kind == _INNER_INDEX else 8)
        for pointer in range(at, min(at + 2 * count, PAGE - 1), 2):
            try:
                (place,) = struct.unpack_from(">H", page, pointer)
                yield self._row(page, place, kind)
            except (IndexError, ValueError, struct.error, OverflowError):
                continue  # one that cannot be read takes no other with it

    def _row(self, page: bytes, at: int, kind: int) -> Values:
        if kind == _INNER_INDEX:
            at += 4
        size, at = _varint(page, at)
        identity: Values = ()
        if kind == _LEAF_TABLE:
            number, at = _varint(page, at)
            identity = (number,)
        return identity + _values(self._payload(page, at, size, kind))

    def _payload(self, page: bytes, at: int, size: int, kind: int) -> bytes:
        """The bytes of a record: in its page, and where it is too long for that, on from page to page."""
        if size > _MOST:
            raise ValueError("no text is that long")
        most = PAGE - 35 if kind == _LEAF_TABLE else (PAGE - 12) * 64 // 255 - 23
        if size <= most:
            return page[at : at + size]
        least = (PAGE - 12) * 32 // 255 - 23
        local = least + (size - least) % (PAGE - 4)
        local = local if local <= most else least
        found = page[at : at + local]
        (following,) = struct.unpack_from(">I", page, at + local)
        while len(found) < size:
            beyond = self._now.get(following)
            if beyond is None:
                raise ValueError("the rest of it is lost")
            (following,) = struct.unpack_from(">I", beyond)
            found += beyond[4 : 4 + size - len(found)]
        return found


def _values(record: bytes) -> Values:
    """The values of a record."""
    head, at = _varint(record, 0)
    kinds = []
    while at < head:
        kind, at = _varint(record, at)
        kinds.append(kind)
    values: list[int | float | str | bytes | None] = []
    for kind in kinds:
        length = _INTEGERS.get(kind) or (8 if kind == 7 else (kind - 12) // 2 if kind >= 12 else 0)
        data = record[at : at + length]
        if len(data) < length:
            raise ValueError("cut off")
        at += length
        values.append(_value(kind, data))
    return tuple(values)


def _value(kind: int, data: bytes) -> int | float | str | bytes | None:
    if kind in _INTEGERS:
        return int.from_bytes(data, "big", signed=True)
    if kind in (8, 9):
        return kind - 8
    if kind == 7:
        return float(struct.unpack(">d", data)[0])
    if kind >= 12:
        return data.decode("utf-8", "replace") if kind % 2 else data
    return None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for step in range(8):
        byte = data[at + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + step + 1
    return value << 8 | data[at + 8], at + 9
