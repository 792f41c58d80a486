"""Starting the window. First the library is painted; what else there is to load is loaded after that."""

import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from hrtrainer import __version__
from hrtrainer.catalogue import Card
from hrtrainer.paths import Paths, paths
from hrtrainer.qt.guest import Guest
from hrtrainer.qt.look import Look, load_fonts
from hrtrainer.qt.only_one import brought_forward
from hrtrainer.qt.records import Records
from hrtrainer.qt.shelf import Shelf
from hrtrainer.qt.theme import look_of
from hrtrainer.qt.warming import Warming, collect_again, rooms
from hrtrainer.qt.window import Window
from hrtrainer.settings import Settings, read_settings, write_settings
from hrtrainer.words import PROGRAM

_SHOT_AFTER = 400
"""Milliseconds after which a picture is taken: long enough for every layout to have settled."""


class TrainerWindow(Window):
    """The window with everything in it."""

    def __init__(self, settings: Settings, look: Look, guest: Guest) -> None:
        super().__init__(settings, look)
        self.guest, places = guest, guest.places
        self.places = places
        self.parting: Callable[[], object] = _nothing
        self.records = Records(places, self.tell_problem, guest.key)
        self.shelf = Shelf(self, places, self.records, self._make_cards)
        self.shelf.opened.connect(self._open_scenario)
        self.shelf.gone_on.connect(self._go_on)
        self.settings_changed.connect(self._keep_settings)
        self.closing.connect(self.shelf.put_away)

    @property
    def history(self) -> Any:
        """What was played."""
        return self.records.history

    @cached_property
    def stock(self) -> Any:
        """The reference data and the scenarios. Loading what reads them takes as long as the window: not at start."""
        from hrtrainer.qt.stock import Stock

        return Stock(self.places)

    @cached_property
    def furnishing(self) -> Any:
        """Everything but the library. Loading it takes as long as the window does: not at start."""
        from hrtrainer.qt.furnishing import Furnishing

        load_fonts(self.places.fonts, first=False)
        furnishing = Furnishing(self, self.places, self.stock, self.history, self.shelf)
        furnishing.people.welcome(self.guest)
        furnishing.people.parting.connect(self._part)
        return furnishing

    def furnish(self) -> None:
        """Make every place known."""
        self.attempt(lambda: self.furnishing)

    def note_fault(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An exception that nobody caught before there was anybody else to see it."""
        self.furnishing.faults.note(kind, error, trace)

    def open_file(self, path: Path) -> None:
        """Open the brief of a scenario file, or show what is the matter with it."""
        self.attempt(lambda: self.furnishing.briefing.open_file(path))

    def _part(self, deed: object) -> None:
        """Close, and do something once everything is put away."""
        assert callable(deed)
        self.parting = deed
        self.close()

    def _make_cards(self) -> tuple[Card, ...]:
        cards: tuple[Card, ...] = self.stock.cards(self.settings.lens)
        return cards

    def _open_scenario(self, scenario_id: str) -> None:
        self.attempt(lambda: self.furnishing.briefing.open_scenario(scenario_id))

    def _go_on(self, row: object) -> None:
        self.attempt(lambda: self.furnishing.practice.go_on(row))

    def _keep_settings(self, settings: object) -> None:
        if isinstance(settings, Settings):
            self.attempt(lambda: write_settings(self.places.settings, settings))


def _nothing() -> None:
    """Nothing is left to do once the window is closed."""


def open_window(home: Path | None, scenario: Path | None, shot: Path | None = None, profile: str | None = None) -> int:
    """Open the window, with a scenario file or without; the exit status. `shot` saves a picture of it and leaves.

    Who it is for is asked where several people have a folder, or a passphrase; `profile` answers that.
    """
    root = paths(home)
    application = application_for(root)
    guest: Guest | None = Guest(root, root)
    if profile is not None or root.people.exists() or root.keys.exists():
        from hrtrainer.qt.entrance import enter

        guest = enter(root, profile)
    if guest is None or (shot is None and root.people.exists() and brought_forward(guest.places, scenario)):
        return 0
    window = make_window(guest.places, guest)
    sys.excepthook = window.note_fault
    window.show()
    if scenario is not None:
        window.open_file(scenario)
    warm(window)
    if shot is not None:
        QTimer.singleShot(_SHOT_AFTER, lambda: (window.grab().save(str(shot)), window.close()))
    status = application.exec()
    window.parting()
    return status


def warm(window: TrainerWindow) -> None:
    """Load what will be wanted soon, from the first paint on.

    No screen is made before it is wanted: each takes less than a tenth of a second, all together much room.
    """
    Warming(window, (collect_again, *rooms(), window.shelf.settle, window.furnish))


def application_for(places: Paths) -> QApplication:
    """The application, with its name, icon and fonts."""
    running = QApplication.instance()
    # The style by Qt's own option: setStyle() gives it back, and PySide then makes every class that it might be.
    words = [*sys.argv[:1], "-style", "fusion"]
    application = running if isinstance(running, QApplication) else QApplication(words)
    QCoreApplication.setApplicationName("hrtrainer")
    QCoreApplication.setApplicationVersion(__version__)
    QGuiApplication.setApplicationDisplayName(PROGRAM)
    QGuiApplication.setDesktopFileName("hrtrainer")
    application.setWindowIcon(QIcon(str(places.assets / "icons" / "hr-trainer.png")))
    load_fonts(places.fonts, first=True)
    return application


def make_window(places: Paths, guest: Guest | None = None) -> TrainerWindow:
    """The window as it opens, in the library; for a guest, or for whom nothing is sealed."""
    settings, odd = read_settings(places.settings, set_aside=True)
    look = look_of(settings, places.assets)
    window = TrainerWindow(settings, look, guest or Guest(places, places))
    window.place_on_screen()
    if odd:
        window.tell(" ".join(odd))
    window.go("library")
    window.put_on_style()
    return window
