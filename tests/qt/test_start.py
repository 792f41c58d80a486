"""What a start loads and what it leaves for later; and that what was left is there once somebody asks."""

import subprocess
import sys
from pathlib import Path

from tests.stage import ROOT


def said(code: str, *arguments: object) -> str:
    """What a Python of its own says to some lines that begin with the way into the window."""
    lines = "import sys\nfrom hrtrainer.qt.entry import Later, STUB_WRITERS, load\nload()\n" + code
    command = [sys.executable, "-c", lines, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout.strip()


WINDOW = """
from pathlib import Path
from hrtrainer.paths import paths
from hrtrainer.qt.app import application_for, make_window
from hrtrainer.qt.warming import rooms
place = paths(Path(sys.argv[1]))
application = application_for(place)
window = make_window(place)
for deed in rooms():
    deed()
window.furnish()
window.screen_of('brief')
"""


def test_a_start_that_only_practises_loads_nothing_of_the_room(tmp_path: Path) -> None:
    asked = "print([name for name in sys.modules if name.startswith(('hrtrainer.qt.room', 'hrtrainer.qt.wall'))])"
    assert said(WINDOW + asked, tmp_path) == "[]"


def test_what_rolls_the_log_is_loaded_with_its_first_record(tmp_path: Path) -> None:
    asked = """
before = 'logging.handlers' in sys.modules
from hrtrainer.qt.logbook import LOG
LOG.warning('something odd')
print(before, 'logging.handlers' in sys.modules, 'something odd' in place.log.read_text())
"""
    assert said(WINDOW + asked, tmp_path) == "False True True"


def test_what_writes_type_stubs_waits_and_is_whole_once_it_is_wanted() -> None:
    asked = """
writers = [sys.modules[name] for name in STUB_WRITERS]
waited = all(type(one) is Later for one in writers)
from PySide6.support.signature.lib.pyi_generator import generate_pyi
whole = callable(generate_pyi) and callable(writers[1].HintingEnumerator)
print(waited, whole, any(type(one) is Later for one in writers))
"""
    assert said(asked) == "True True False"


def test_a_mistaken_call_of_qt_is_told_as_ever() -> None:
    asked = """
from PySide6.QtCore import QObject
try:
    QObject().setObjectName(3, 4)
except TypeError as error:
    print(error)
"""
    assert "setObjectName" in said(asked)
