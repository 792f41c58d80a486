"""Names of files that every system takes."""

import ntpath
from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrtrainer.export.naming import file_name

ODD = (
    st.text()
    | st.text(alphabet='<>:"/\\|?*. \x00\u202eaé日', max_size=60)
    | st.sampled_from(["con", "NUL.txt", "lpt1 ", "..", ""])
)


def reserved(name: str) -> bool:
    """Whether Windows keeps a name for itself; from Python 3.13 on another function knows."""
    return ntpath.isreserved(name) if hasattr(ntpath, "isreserved") else PureWindowsPath(name).is_reserved()


@given(ODD)
def test_every_text_makes_a_name_that_windows_takes(text: str) -> None:
    name = file_name(text, ".pdf")
    stem = name.removesuffix(".pdf")
    assert name == stem + ".pdf" and stem and stem == stem.strip(" .")
    assert not reserved(name) and PureWindowsPath(name).name == name
    assert not set(name) & set('<>:"/\\|?*\x00') and len(stem.encode()) <= 92


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In a rush 2026-11-19", "In a rush 2026-11-19.docx"),
        ("a/b\\c: d?", "a b c d.docx"),
        ("aux", "supervision aux.docx"),
        ("", "supervision.docx"),
    ],
)
def test_names_stay_close_to_what_was_meant(text: str, name: str) -> None:
    assert file_name(text, ".docx") == name
