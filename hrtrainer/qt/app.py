"""Starting the window, and what happens when something in it goes wrong."""

import contextlib
import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from hrtrainer import __version__
from hrtrainer.history.store import History
from hrtrainer.paths import Paths
from hrtrainer.problem import Problem
from hrtrainer.qt.around import Around
from hrtrainer.qt.desk import Desk
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.look import Look, load_fonts
from hrtrainer.qt.practice import Practice
from hrtrainer.qt.shelf import Shelf
from hrtrainer.qt.window import Window, theme_now
from hrtrainer.settings import Settings, read_settings, write_settings
from hrtrainer.shipped import read_reference
from hrtrainer.words import PROGRAM

_LOG = logging.getLogger("hrtrainer")


def open_window(paths: Paths, scenario: Path | None, shot: Path | None = None) -> int:
    """Open the window, with a scenario file or without; the exit status. `shot` saves a picture of it and leaves."""
    application = application_for(paths)
    _log_to(paths.log)
    window = make_window(paths)
    if scenario is not None:
        window.shelf.open_file(scenario)
    window.show()
    if shot is not None:
        QTimer.singleShot(300, lambda: (window.grab().save(str(shot)), window.close()))
    return application.exec()


def application_for(paths: Paths) -> QApplication:
    """The application, with its name, icon and fonts."""
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    QCoreApplication.setApplicationName("hrtrainer")
    QCoreApplication.setApplicationVersion(__version__)
    QGuiApplication.setApplicationDisplayName(PROGRAM)
    QGuiApplication.setDesktopFileName("hrtrainer")
    application.setStyle("Fusion")
    application.setWindowIcon(QIcon(str(paths.assets / "icons" / "hr-trainer.png")))
    load_fonts(paths.fonts)
    return application


class TrainerWindow(Window):
    """The window with everything in it."""

    def __init__(self, settings: Settings, look: Look, ground: Ground) -> None:
        super().__init__(settings, look)
        self.ground = ground
        self.desk = Desk(self)
        self.shelf = Shelf(self, ground, self.desk)
        self.practice = Practice(self, ground, self.desk)
        self.around = Around(self, ground, self.shelf)
        self.desk.failed.connect(self.tell_problem)
        self.shelf.begun.connect(self.practice.begin)
        self.shelf.gone_on.connect(self.practice.go_on)
        self.settings_changed.connect(self._keep_settings)
        self.closing.connect(ground.history.close)

    def _keep_settings(self, settings: object) -> None:
        if isinstance(settings, Settings):
            self.desk.do(lambda: write_settings(self.ground.paths.settings, settings))


def make_window(paths: Paths) -> TrainerWindow:
    """The window as it opens. Raises Problem when what ships cannot be read."""
    settings, odd = read_settings(paths.settings)
    reference = read_reference(paths.assets)
    told: list[Problem] = []
    history = _history(paths, told)
    look = Look(theme_now(settings.theme), settings.text_size, paths.assets, settings.reduced_motion)
    window = TrainerWindow(settings, look, Ground(paths, reference, history))
    window.place_on_screen()
    _install_hooks(window)
    window.go("library")
    for problem in told:
        window.tell_problem(problem)
    if odd and not told:
        window.tell(" ".join(odd))
    return window


def _history(paths: Paths, told: list[Problem]) -> History:
    """The history; in memory, and told so, when the file cannot be used."""
    try:
        paths.home.mkdir(parents=True, exist_ok=True)
        return History(paths.history)
    except Problem as problem:
        told.append(
            Problem(
                problem.code,
                f"{problem.message} Until you close the window, conversations are kept in memory only.",
                problem.hint,
            )
        )
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        told.append(
            Problem(
                "H01",
                f"Your folder cannot be written to: {why}. Conversations are kept in memory only.",
                "Choose another with --home.",
            )
        )
    return History.in_memory()


def _log_to(path: Path) -> None:
    """Write faults to a file, where there is one to write to; never the words of a person."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=200_000, backupCount=2, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _LOG.addHandler(handler)
        logging.raiseExceptions = False
    qInstallMessageHandler(_qt_message)


def _qt_message(kind: QtMsgType, context: object, text: str) -> None:
    _LOG.warning("Qt: %s", text)


def _install_hooks(window: Window) -> None:
    """An exception anywhere ends in the log and in a sentence at the foot of the window."""

    def told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        frames = traceback.extract_tb(trace)
        where = "; ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-6:])
        _LOG.error("%s at %s", kind.__name__, where)  # not the message: it may hold what somebody wrote
        problem = Problem(
            "X01",
            "Something in the program went wrong.",
            "Everything you did is kept. If it happens again, close the window and open it anew.",
        )
        QTimer.singleShot(0, window, lambda: window.tell_problem(problem))

    sys.excepthook = told
