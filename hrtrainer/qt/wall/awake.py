"""Keeping the display awake while the wall is up: one small interface, and one way of doing it for each system."""

import ctypes
import os
import sys
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QProcess, QStandardPaths

from hrtrainer.words import PROGRAM

REASON = "A room is looking at the wall"
SORRY = "This computer may let the display sleep by itself. Turn that off in its settings while the wall is up."


class Awake(Protocol):
    """Holds the display awake from `hold` until `release`; each may be called more than once."""

    def hold(self) -> bool:
        """Whether the display will now stay on."""
        ...

    def release(self) -> None:
        """Let the display sleep again."""
        ...


PATIENCE = 800
"""Milliseconds that the system may take to answer."""


class ByProgram:
    """A program of the system that holds the display awake for as long as it runs, and ends with ours."""

    def __init__(self, program: str, arguments: Sequence[str]) -> None:
        self._program, self._arguments = program, list(arguments)
        self._running: QProcess | None = None

    def hold(self) -> bool:
        if self._running is not None and self._running.state() is not QProcess.ProcessState.NotRunning:
            return True
        if not QStandardPaths.findExecutable(self._program):
            return False
        self._running = QProcess()
        self._running.setStandardOutputFile(QProcess.nullDevice())
        self._running.setStandardErrorFile(QProcess.nullDevice())
        self._running.start(self._program, self._arguments)
        return self._running.waitForStarted(PATIENCE)

    def release(self) -> None:
        if self._running is not None:
            running, self._running = self._running, None
            running.terminate()
            if not running.waitForFinished(PATIENCE):
                running.kill()
                running.waitForFinished(PATIENCE)


class ByState:
    """Windows: the thread says what it needs. `say` gives 0 when that was refused."""

    CONTINUOUS, SYSTEM, DISPLAY = 0x80000000, 0x00000001, 0x00000002

    def __init__(self, say: Callable[[int], int]) -> None:
        self._say = say

    def hold(self) -> bool:
        return self._say(self.CONTINUOUS | self.SYSTEM | self.DISPLAY) != 0

    def release(self) -> None:
        self._say(self.CONTINUOUS)


class FirstThatWorks:
    """Several ways, of which the first that works is used."""

    def __init__(self, ways: Sequence[Awake]) -> None:
        self._ways = ways

    def hold(self) -> bool:
        return any(way.hold() for way in self._ways)

    def release(self) -> None:
        for way in self._ways:
            way.release()


def awake_here(system: str = sys.platform) -> Awake:
    """The way of this system."""
    mine = str(os.getpid())
    if system == "win32":
        return ByState(_thread_state())
    if system == "darwin":
        return ByProgram("caffeinate", ("-d", "-i", "-w", mine))
    from hrtrainer.qt.wall.bus import OverBus

    waits = ("tail", f"--pid={mine}", "-f", "/dev/null")
    by_login = ByProgram("systemd-inhibit", ("--what=idle", f"--who={PROGRAM}", f"--why={REASON}", *waits))
    return FirstThatWorks((OverBus(REASON, PATIENCE), by_login))


def _thread_state() -> Callable[[int], int]:
    say = getattr(ctypes, "windll").kernel32.SetThreadExecutionState  # noqa: B009 - only there on Windows
    say.argtypes, say.restype = [ctypes.c_uint], ctypes.c_uint
    return lambda flags: int(say(flags))
