"""The shelf: the library's screen, and the person's own scenarios.

It opens from the catalogue, without reading a single scenario; those are read when one is wanted.
"""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hrtrainer import words
from hrtrainer.catalogue import EMPTY, Card, Standing, history_files, read_catalogue, stamp, write_catalogue
from hrtrainer.pages.library import BrokenCard, GoOnCard, LibraryPage, NextCard, Played, library_page, welcome
from hrtrainer.paths import Paths, is_scenario_file
from hrtrainer.problem import Problem
from hrtrainer.qt.keys import bind
from hrtrainer.qt.look import Look
from hrtrainer.qt.records import Records
from hrtrainer.qt.screens.library import LibraryScreen
from hrtrainer.qt.window import Place, Window


class Shelf(QObject):
    """What there is to play. `opened` carries the id of a scenario, `gone_on` the SessionRow of an open session."""

    opened = Signal(str)
    gone_on = Signal(object)

    def __init__(
        self, window: Window, paths: Paths, records: Records, make_cards: Callable[[], tuple[Card, ...]]
    ) -> None:
        super().__init__(window)
        self._window, self._paths, self._records, self._make_cards = window, paths, records, make_cards
        self._catalogue = read_catalogue(paths.catalogue)
        self._beside: list[BrokenCard] = []
        self._painted = False
        self._declined: set[NextCard] = set()
        self.suggested: Callable[[], NextCard | None] | None = None
        self.take_other: Callable[[Path], bool] = lambda path: False
        window.add_place("library", Place(self._make_library, self._fill_library))
        window.files_dropped.connect(self.take_in)

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards of everything in the folders, made anew when a file has changed since they were made."""
        now = stamp((self._paths.scenarios, self._paths.own_scenarios), self._window.settings.lens)
        if now != self._catalogue.stamp:
            self._catalogue = self._catalogue._replace(stamp=now, cards=self._make_cards())
            self._write()
        return self._catalogue.cards

    @property
    def standing(self) -> Standing:
        """What the history says; before it is opened, what it said last, if nobody has written to it since."""
        kept = self._catalogue.history == history_files(self._paths.history)
        return self._catalogue.standing if kept and not self._records.are_open else self._asked()

    def settle(self) -> None:
        """Open the history, and keep what it says for the next start, which may come without a goodbye."""
        if self._records.history is not None and self._catalogue.history != history_files(self._paths.history):
            self._window.attempt(self._ask_and_show)

    def _ask_and_show(self) -> None:
        """Ask the history, and show what it says where something else was painted first."""
        painted, standing = self._catalogue.standing, self._asked()
        self._keep(standing)
        if standing != painted and self._window.place == "library":
            self._window.refill()

    def put_away(self) -> None:
        """Close the history, and keep what it says for the next start."""
        if self._records.are_open:
            self._window.attempt(self._ask_and_close)

    def _ask_and_close(self) -> None:
        try:
            standing = self._asked()
        finally:
            self._records.close()
        self._keep(standing)

    def _keep(self, standing: Standing) -> None:
        if self._records.on_disk:
            files = history_files(self._paths.history)
            self._catalogue = self._catalogue._replace(history=files, standing=standing)
            self._write()

    def _write(self) -> None:
        """Keep the catalogue; with a passphrase, without what was played, which is nobody else's business."""
        sealed = self._paths.keys.exists()
        without = self._catalogue._replace(history=None, standing=EMPTY.standing)
        write_catalogue(self._paths.catalogue, without if sealed else self._catalogue)

    def _asked(self) -> Standing:
        counts = self._records.history.played().items()
        played = {name: Played(count.times, len(count.endings), count.unfinished) for name, count in counts}
        known = self._catalogue.standing.next
        return Standing(played, self._open_session(), self.suggested() if self.suggested else known)

    def suggest_by(self, suggested: Callable[[], NextCard | None]) -> None:
        """Ask this from now on what could come next, and show it if it differs from what is shown."""
        before, self.suggested = self.library_page().next, suggested
        if self._window.place == "library" and self.library_page().next != before:
            self._window.refill()

    @property
    def topics(self) -> list[str]:
        """Every topic that some scenario has."""
        return sorted({topic for card in self.cards if not isinstance(card, BrokenCard) for topic in card.topics})

    def show_broken(self, card: BrokenCard) -> None:
        """Show a file from elsewhere that does not open, with everything that is the matter."""
        self._beside = [card]
        self._window.tell_problem(
            Problem("P07", f"'{card.file}' cannot be opened.", "What is the matter is listed in the library.")
        )
        self._window.go("library")

    def take_in(self, files: Sequence[str]) -> None:
        """Copy files into the person's folder, never over another, and show the library."""
        taken = [name for file in files if (name := self._take(Path(file)))]
        if taken:
            self._window.go("library")
            self._window.tell(f"Added to your scenarios: {words.listing(taken)}.")

    def _take(self, path: Path) -> str:
        own = self._paths.own_scenarios
        if not is_scenario_file(path):
            self._window.furnish()  # it may be something that the rest of the window knows
            if self.take_other(path):
                return ""
            odd = Problem("F20", f"'{path.name}' is not a scenario file.", "Scenario files end in .yaml.")
            self._window.tell_problem(odd)
            return ""
        try:
            own.mkdir(parents=True, exist_ok=True)
            return shutil.copyfile(path, _free_name(own, path)).name
        except OSError as error:
            why = (error.strerror or "unknown reason").lower()
            odd = Problem("F21", f"'{path.name}' could not be copied: {why}.", "The file itself is as it was.")
            self._window.tell_problem(odd)
            return ""

    def library_page(self, standing: Standing | None = None) -> LibraryPage:
        """The library as it stands now, or as a standing says."""
        standing = standing or self.standing
        cards = (*self.cards, *self._beside)
        suggested = None if standing.next in self._declined else standing.next
        return library_page(cards, standing.played, self._window.settings.left_out, standing.go_on, suggested)

    def suggestion(self) -> tuple[NextCard, str] | None:
        """What could come next, whatever else waits, with the name of its picture."""
        suggested = self.suggested() if self.suggested else self.standing.next
        shown = welcome(self.cards, self._window.settings.left_out)
        picture = next((card.picture for card in shown if suggested and card.id == suggested.scenario), None)
        return None if suggested is None or picture is None else (suggested, picture)

    def open_folder(self) -> None:
        """Open the folder of the person's own scenarios in the system's file manager."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        own = self._paths.own_scenarios
        own.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(own)))
        self._window.tell(f"Your scenarios lie in {own}. Drop a .yaml file on this window to add one.")

    def _make_library(self, look: Look) -> QWidget:
        screen = LibraryScreen(look)
        screen.opened.connect(self.opened)
        screen.gone_on.connect(self._go_on)
        screen.go_on_declined.connect(self._decline)
        screen.next_declined.connect(self._decline_next)
        screen.folder_wanted.connect(self.open_folder)
        screen.guide_wanted.connect(self._open_guide)
        bind(screen, "/", screen.focus_search)
        return screen

    def _fill_library(self) -> None:
        screen = self._window.screen_of("library")
        assert isinstance(screen, LibraryScreen)
        # First with what was known last, whatever was written since: opening a history is for after the first paint.
        standing = None if self._painted else self._catalogue.standing
        self._painted = True
        self._window.attempt(lambda: screen.show_page(self.library_page(standing)))

    def _open_session(self) -> GoOnCard | None:
        rows = self._records.history.unfinished()
        if not rows:
            return None
        row = rows[0]
        so_far = words.first_capital(words.count(row.turns, "turn"))
        when = words.long_day(words.day(row.last))
        return GoOnCard(row.key, row.title, f"{so_far} so far, {when}. Everything is where you left it.")

    def _go_on(self, key: str) -> None:
        row = next((row for row in self._records.history.unfinished() if row.key == key), None)
        if row is not None:
            self.gone_on.emit(row)

    def _decline(self, key: str) -> None:
        self._window.attempt(lambda: self._records.history.drop(key))
        self._window.refill()

    def _decline_next(self, _scenario: str) -> None:
        """Not now: this suggestion is not shown again until the next start."""
        suggested = self.standing.next
        if suggested is not None:
            self._declined.add(suggested)
        self._window.refill()

    def _open_guide(self) -> None:
        self._window.go("help")


def _free_name(folder: Path, path: Path) -> Path:
    """A name in the folder that nobody has yet."""
    target, number = folder / path.name, 2
    while target.exists():
        target = folder / f"{path.stem} ({number}){path.suffix}"
        number += 1
    return target
