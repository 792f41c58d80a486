"""Asking a desktop over a session bus to leave the display on: dbus-run-session -- python -m tests.qt.on_a_bus

The desktop is a process of its own that tells what it was asked for.
"""

import subprocess
import sys
from collections.abc import Sequence
from time import monotonic, sleep

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection

from hrtrainer.qt.wall.awake import REASON
from hrtrainer.qt.wall.bus import OverBus

NAME, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"


@ClassInfo({"D-Bus Interface": NAME})
class ScreenSaver(QObject):
    """The one object of a desktop."""

    @Slot(str, str, result=int)
    def Inhibit(self, program: str, reason: str) -> int:
        print(f"{program}: {reason}", flush=True)
        return 7


def stand() -> None:
    """Be the desktop, until the process is ended."""
    application, saver, bus = QCoreApplication([]), ScreenSaver(), QDBusConnection.sessionBus()
    bus.registerObject(PATH, NAME, saver, QDBusConnection.RegisterOption.ExportAllSlots)
    assert bus.registerService(NAME)
    print("ready", flush=True)
    application.exec()


def links() -> int:
    """How many are on the bus."""
    names: Sequence[str] = QDBusConnection.sessionBus().interface().registeredServiceNames().value()
    return sum(name.startswith(":") for name in names)


def ask() -> None:
    """Ask a desktop that is there, and let it go; before that, ask where there is none."""
    application = QCoreApplication([])
    assert not OverBus(REASON, 800).hold()
    command = [sys.executable, "-m", "tests.qt.on_a_bus", "stand"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desktop:
        assert desktop.stdout is not None
        try:
            assert desktop.stdout.readline() == "ready\n"
            before, way = links(), OverBus(REASON, 5000)
            assert way.hold() and way.hold()
            assert desktop.stdout.readline() == f"HR Trainer: {REASON}\n"
            assert links() == before + 1  # a desktop forgets what was asked over a connection that is gone
            way.release()
            way.release()
            until = monotonic() + 10
            while links() != before and monotonic() < until:  # the bus notices a moment after it was left
                sleep(0.02)
            assert links() == before
        finally:
            desktop.terminate()
    del application


if __name__ == "__main__":
    (stand if sys.argv[1:] == ["stand"] else ask)()
