"""What everything stands on: a Qt that keeps count, one version, and files that name no machine they were made on."""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel

from hrtrainer import __version__

ROOT = Path(__file__).resolve().parent.parent
_TREES = (".ci", "assets", "hrtrainer", "scenarios", "tests")
_NOT_TEXT = {".png", ".ttf", ".pdf", ".pyc", ".ico"}
# Written in pieces, so that this file does not name them either.
_HOSTS = (
    "py" + "pi.",
    "python" + "hosted.",
    "npm" + "js.",
    "deb." + "debian.",
    "archive." + "ubuntu.",
    "crates." + "io",
)
_PLACES = re.compile(r"(?<![\w./])/(wor" + r"k/(main|shared|\.)|roo" + r"t/|hom" + r"e/[a-z]|opt/py|Use" + r"rs/[a-z])")


def _texts() -> Iterator[tuple[Path, str]]:
    files = [
        path
        for path in ROOT.iterdir()
        if path.is_file() and path.name != ".git" and not path.name.startswith(".coverage")
    ]
    files += [path for tree in _TREES for path in (ROOT / tree).rglob("*") if path.is_file()]
    for path in files:
        if path.suffix not in _NOT_TEXT and "__pycache__" not in path.parts:
            yield path, path.read_bytes().decode("utf-8", "replace")


def test_qt_gives_back_no_reference_that_is_not_its_own(qapp: QApplication) -> None:
    """PySide6 6.12.0 takes one reference of None away in every call that returns nothing; Python 3.11 ends of it."""
    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(1000):
        label.setText("x")
    assert sys.getrefcount(None) > before - 100
    for _ in range(20_000):
        label.setText("y")
    assert label.text() == "y"


def test_the_version_stands_in_one_place() -> None:
    """pyproject.toml takes it from the package; the newest entry of the changes is about it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "hrtrainer/__init__.py"
    headings = re.findall(r"^## \[(\d[^]]*)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == __version__


def test_no_file_names_where_packages_come_from_or_where_it_was_written() -> None:
    """What a machine is set up to use is that machine's business."""
    found = [f"{path.relative_to(ROOT)}: {host}" for path, text in _texts() for host in _HOSTS if host in text.lower()]
    found += [
        f"{path.relative_to(ROOT)}: {place.group()}" for path, text in _texts() for place in _PLACES.finditer(text)
    ]
    assert not found
