"""How soon the library is painted, and what the window takes to hold, beside a bare window with one label.

Each start is a process of its own, the two in turns: from its first instruction to its first painted frame, and the
memory it holds two seconds later, when all that the program loads by itself has loaded. Python's files are compiled
before, as an installation leaves them: into a folder of the measurement's own, whatever the shell says of that. With
Xvfb on the PATH the same again on a real display, else on Qt's offscreen one alone. The marks: 1.5 times each.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from statistics import median
from time import monotonic

from tests.bench.row import Row

ROUNDS = 9
MARK_START, MARK_MEMORY = 1.5, 1.5

_WATCH = """
import json, os, sys, time
begun = float(sys.argv[1])
from PySide6.QtCore import QEvent, QObject, QTimer

def resident():
    for row in open("/proc/self/status"):
        if row.startswith("VmRSS:"):
            return int(row.split()[1]) / 1024

class Watch(QObject):
    painted = 0.0
    def eventFilter(self, thing, event):
        if event.type() == QEvent.Type.Paint and not self.painted:
            QTimer.singleShot(0, self.note)
            self.painted = -1.0
        return False
    def note(self):
        self.painted = time.monotonic() - begun
        QTimer.singleShot(2000, self.leave)
    def leave(self):
        print(json.dumps({"start": self.painted, "memory": resident()}), flush=True)
        os._exit(0)
"""
BARE = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
window = QLabel("HR Trainer")
window.resize(1280, 800)
"""
OURS = """
from pathlib import Path
from hrtrainer.paths import paths
from hrtrainer.qt.entry import load
load()
from hrtrainer.qt.app import application_for, make_window, warm
places = paths(Path(sys.argv[2]))
application = application_for(places)
window = make_window(places)
warm(window)
"""
_SHOW = """
watch = Watch()
window.installEventFilter(watch)
window.show()
application.exec()
"""


def start(program: str, home: str, display: dict[str, str]) -> dict[str, float]:
    """Start one window; seconds to the first painted frame, and MiB held two seconds later."""
    code = "import sys\n" + program + _WATCH + _SHOW
    begun = monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, str(begun), home],
        env=_compiled_in(f"{home}/compiled") | display,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _compiled_in(folder: str) -> dict[str, str]:
    """The surroundings in which Python keeps what it compiles, in this folder."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": folder}


def _compare(name: str, display: dict[str, str]) -> list[Row]:
    pairs = []
    with tempfile.TemporaryDirectory() as home:
        start(OURS, home, display), start(BARE, home, display)  # warm the disk
        for _ in range(ROUNDS):
            pairs.append((start(OURS, home, display), start(BARE, home, display)))
    rows = []
    for what, unit, scale, mark in (("start", "ms", 1000, MARK_START), ("memory", "MiB", 1, MARK_MEMORY)):
        ratio = median(ours[what] / bare[what] for ours, bare in pairs)
        ours, bare = (median(one[what] for one in column) * scale for column in zip(*pairs, strict=True))
        title = "first painted frame" if what == "start" else "memory at rest"
        rows.append(
            Row(
                f"{title}, {name}",
                f"{ours:.0f} {unit}",
                f"bare window {bare:.0f} {unit}",
                ratio,
                f"<= {mark}",
                ratio <= mark,
            )
        )
    return rows


def measure() -> list[Row]:
    """The figures; none where there is no /proc to read memory from."""
    if not os.path.exists("/proc/self/status"):
        return [Row("first painted frame", "", "measured on Linux only", None)]
    rows = _compare("offscreen", {"QT_QPA_PLATFORM": "offscreen"})
    if not shutil.which("Xvfb"):
        return rows
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    try:
        os.close(write)
        with os.fdopen(read) as numbers:
            number = numbers.readline().strip()
        return rows + (_compare("Xvfb", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}) if number else [])
    finally:
        server.terminate()
        server.wait()


def main() -> int:
    """Print the figures."""
    for row in measure():
        print(row)
    return 0


if __name__ == "__main__":
    sys.exit(main())
