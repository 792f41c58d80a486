"""When something in the program goes wrong: a line in the log, a sentence in the window, and on it goes."""

import contextlib
import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler

from hrtrainer.problem import Problem
from hrtrainer.qt.window import Window

_LOG = logging.getLogger("hrtrainer")
_MOST_BYTES = 200_000


def log_to(path: Path) -> None:
    """Write faults and Qt's messages to a file, where there is one to write to; never the words of a person."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_MOST_BYTES, backupCount=2, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _LOG.addHandler(handler)
        logging.raiseExceptions = False  # a full disk must not end a conversation
    qInstallMessageHandler(_qt_message)


def _qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    _LOG.warning("Qt: %s", text)


def install_hooks(window: Window) -> None:
    """Let an exception anywhere, slots too, end in the log and in a sentence at the foot of the window."""

    def told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        frames = traceback.extract_tb(trace)
        where = "; ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-6:])
        _LOG.error("%s at %s", kind.__name__, where)  # not the message: it may hold what somebody wrote
        hint = "Everything you did is kept. If it happens again, close the window and open it anew."
        problem = Problem("X01", "Something in the program went wrong.", hint)
        QTimer.singleShot(0, window, lambda: window.tell_problem(problem))

    sys.excepthook = told
