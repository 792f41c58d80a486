"""A table for spreadsheets: CSV in which no cell is a formula, whoever wrote it."""

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "%", "|", "\t", "\r", "\n", "＝", "＋", "－", "＠", "％", "｜")
"""How a cell begins that a spreadsheet may work out, and run commands by. An apostrophe in front makes it text."""


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[int | str]]) -> bytes:
    """The table in UTF-8 with a mark at its beginning, without which Excel reads other letters."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_text(cell) for cell in head])
    writer.writerows([_text(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def _text(cell: int | str) -> int | str:
    if isinstance(cell, int):
        return cell
    clean = cell.replace("\0", "")
    return f"'{clean}" if clean.lstrip(" \u00a0\ufeff").startswith(_FORMULA) else clean
