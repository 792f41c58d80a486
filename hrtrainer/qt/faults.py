"""When something in the program goes wrong: a line in the log, one dialog with what is kept, and on it goes.

Neither log nor report holds what somebody wrote or where: only kinds of faults, files of the program, and lines.
"""

import contextlib
import faulthandler
import logging
import platform
import re
import sys
import threading
from collections import deque
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Any, TextIO

from PySide6.QtCore import QMessageLogContext, QObject, QTimer, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtGui import QGuiApplication

from hrtrainer import __version__
from hrtrainer.paths import Paths
from hrtrainer.qt.logbook import LOG, keep_log
from hrtrainer.qt.widgets.asking import Asking
from hrtrainer.qt.window import Window

_MOST, _WITHIN = 3, 10.0
"""At most so many dialogs in so many seconds."""

_PAINTING = {"paintEvent", "paint"}
_MOST_FRAMES = 12
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO, QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR, QtMsgType.QtFatalMsg: logging.CRITICAL,
}  # fmt: skip
_PATH = re.compile(r"(?:file:)?(?:[A-Za-z]:)?[\\/][^\s'\"<>|:]*[\\/][^\s'\"<>|:]*")
KEPT = "Everything that you did before it is kept. You can go on."
_SEND = "If it happens again, this report helps whoever builds HR Trainer. It holds nothing that you wrote."


class Faults(QObject):
    """Sees every exception that nobody caught, in slots, in what Qt calls, in threads, in what is being deleted."""

    def __init__(self, window: Window, places: Paths) -> None:
        super().__init__(window)
        self._window = window
        self._told: deque[float] = deque(maxlen=_MOST)
        self._fatal: TextIO | None = None
        self._before = (sys.excepthook, sys.unraisablehook, threading.excepthook, faulthandler.is_enabled())
        self._log = keep_log(places.log)
        if ended := ended_at(places.fatal):
            LOG.error("ended last time: %s", ended)
        self._write_fatal_to(places.fatal)
        qInstallMessageHandler(_note_qt)
        sys.excepthook = self.note
        sys.unraisablehook = self._note_unraisable
        threading.excepthook = self._note_in_thread
        window.closing.connect(self._stop)

    def note(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write an exception down, and tell of it in a dialog, soon and not too often."""
        if issubclass(kind, KeyboardInterrupt):
            QTimer.singleShot(0, self._window, self._window.close)
            return
        lines = _lines(error)
        LOG.error("%s", " | ".join(lines))
        if _PAINTING & set(_functions(trace)):
            return  # a dialog would be painted, too
        now = monotonic()
        if len(self._told) == _MOST and now - self._told[0] < _WITHIN:
            return
        self._told.append(now)
        QTimer.singleShot(0, self._window, lambda: self._tell(lines))

    def _note_unraisable(self, told: Any) -> None:
        if told.exc_value is not None:
            self.note(told.exc_type, told.exc_value, told.exc_traceback)

    def _note_in_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self.note(told.exc_type, told.exc_value, told.exc_traceback)

    def _tell(self, lines: list[str]) -> None:
        report = "\n".join((*_about(), *lines))
        answers = (("on", "Go on"), ("copy", "Copy the report"))
        title = "Something in the program went wrong"
        asking = Asking(self._window.look, title, (KEPT, _SEND), answers, self._window, report)
        asking.answered.connect(
            lambda answer: QGuiApplication.clipboard().setText(report) if answer == "copy" else None
        )
        asking.open()

    def _write_fatal_to(self, path: Path) -> None:
        """Where the interpreter itself ends, it can still say at which line."""
        with contextlib.suppress(OSError, ValueError):
            self._fatal = open(path, "w", encoding="utf-8")  # noqa: SIM115 - open for as long as the program runs
            faulthandler.enable(self._fatal)

    def _stop(self) -> None:
        """Put everything back as it was found."""
        sys.excepthook, sys.unraisablehook, threading.excepthook, fatal_before = self._before
        qInstallMessageHandler(None)
        LOG.removeHandler(self._log)
        with contextlib.suppress(OSError):
            self._log.close()
        if self._fatal is not None:
            faulthandler.disable()
            self._fatal.close()
            with contextlib.suppress(OSError):
                Path(self._fatal.name).unlink()
            self._fatal = None
            if fatal_before:
                faulthandler.enable()


def _copy(report: str, answer: str) -> None:
    if answer == "copy":
        QGuiApplication.clipboard().setText(report)


def ended_at(path: Path) -> str:
    """Where the program ended last time, as the interpreter itself wrote it down: fault and lines; or nothing."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    first = text.partition("\n")[0].strip()
    places = re.findall(r'File "([^"]*)", line (\d+)', text)[:_MOST_FRAMES]
    return " | ".join((first, *(f"{_inside(file)}:{line}" for file, line in places))) if first else ""


def _note_qt(kind: QtMsgType, _: QMessageLogContext, text: str) -> None:
    LOG.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", _PATH.sub("(a path)", text))


def _about() -> tuple[str, ...]:
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return (f"HR Trainer {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {system}",)


def _lines(error: BaseException | None) -> list[str]:
    """The kinds and places of an exception and of those that led to it; not their messages, which may quote anybody."""
    lines: list[str] = []
    while error is not None and len(lines) < _MOST_FRAMES:
        lines.append(f"{type(error).__name__} at {' < '.join(reversed(_places(error.__traceback__)))}")
        error = error.__cause__ or error.__context__
    return lines


def _places(trace: TracebackType | None) -> list[str]:
    return [f"{_inside(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno}" for frame in _frames(trace)]


def _functions(trace: TracebackType | None) -> list[str]:
    return [frame.tb_frame.f_code.co_name for frame in _frames(trace)]


def _frames(trace: TracebackType | None) -> list[TracebackType]:
    found = []
    while trace is not None:
        found.append(trace)
        trace = trace.tb_next
    return found[-_MOST_FRAMES:]


def _inside(file: str) -> str:
    """A file of the program by its place in it, any other by its name alone."""
    parts = Path(file).parts
    return "/".join(parts[len(parts) - parts[::-1].index("hrtrainer") :]) if "hrtrainer" in parts else parts[-1]
