"""A table for spreadsheets: it reads back as it was, and no cell is a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrtrainer.export.table import csv_bytes


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    "cell", ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1", "\ufeff=1"]
)
def test_what_a_spreadsheet_would_work_out_is_made_text(cell: str) -> None:
    assert read(csv_bytes(["a"], [[cell]]))[1][0].startswith("'")


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2), max_size=5))
def test_every_cell_reads_back_but_for_an_apostrophe(rows: list[list[str]]) -> None:
    found = read(csv_bytes(["a", "b"], rows))[1:]
    assert len(found) == len(rows)
    for row, back in zip(rows, found, strict=True):
        for cell, read_back in zip(row, back, strict=True):
            assert read_back.removeprefix("'") == cell.replace("\0", "").removeprefix("'")
            assert not read_back.lstrip().startswith(("=", "+", "-", "@"))


def test_numbers_stay_numbers() -> None:
    assert csv_bytes(["turn"], [[3]]) == b"\xef\xbb\xbfturn\r\n3\r\n"
