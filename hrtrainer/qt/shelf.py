"""The shelf: the library's screen and brief, the person's own scenarios, and where a conversation begins."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from hrtrainer import words
from hrtrainer.history.rows import SessionRow
from hrtrainer.pages.brief import brief_page
from hrtrainer.pages.library import GoOnCard, LibraryPage, Played, library_page
from hrtrainer.problem import Problem
from hrtrainer.qt.desk import Desk
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.look import Look
from hrtrainer.qt.screens.brief import BriefScreen
from hrtrainer.qt.screens.library import LibraryScreen
from hrtrainer.qt.window import Place, Window
from hrtrainer.scenario.library import SUFFIXES, read_file, read_library
from hrtrainer.scenario.model import Scenario
from hrtrainer.scenario.reader import Reading
from hrtrainer.sitting import Wishes, draw_seed


class Shelf(QObject):
    """What there is to play. `begun` carries a Reading and Wishes, `gone_on` the SessionRow of an open session."""

    begun = Signal(object, object)
    gone_on = Signal(object)

    def __init__(self, window: Window, ground: Ground, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._ground, self._desk = window, ground, desk
        self.readings: tuple[Reading, ...] = ()
        self._brief: Reading | None = None
        self._region, self._lens, self._tempo = window.settings.region, window.settings.lens, window.settings.tempo
        window.add_place("library", Place(self._make_library, self._fill_library))
        window.add_place("brief", Place(self._make_brief, self._fill_brief))
        window.files_dropped.connect(self.take_in)
        self.read_again()

    def read_again(self) -> None:
        """Read the folders."""
        folders = (self._ground.paths.scenarios, self._ground.paths.own_scenarios)
        self.readings = read_library(folders, self._ground.reference.known)

    @property
    def topics(self) -> list[str]:
        """Every topic that some scenario has."""
        return sorted({topic for one in self.readings if one.scenario for topic in one.scenario.topics})

    def open_file(self, path: Path) -> None:
        """Open the brief of a scenario file, or tell why it does not open."""
        reading = read_file(path, self._ground.reference.known)
        if reading.scenario is None:
            self.readings = (*self.readings, reading)
            first = next((one for one in reading.diagnostics if one.stops_play), None)
            told = f" Line {first.spot[0]}: {first.message}" if first else ""
            self._window.tell_problem(
                Problem(
                    "P07",
                    f"'{reading.file}' cannot be opened.{told}",
                    "All that is the matter is listed in the library.",
                )
            )
            self._window.go("library")
            return
        self._open(reading)

    def open_scenario(self, scenario_id: str) -> None:
        """Open the brief of a scenario of the library."""
        found = next((one for one in self.readings if one.scenario and one.scenario.id == scenario_id), None)
        if found is not None:
            self._open(found)

    def _open(self, reading: Reading) -> None:
        self._brief = reading
        settings = self._window.settings
        self._lens, self._region, self._tempo = settings.lens, settings.region, settings.tempo
        self._window.go("brief")

    def take_in(self, files: Sequence[str]) -> None:
        """Copy files into the person's folder, never over another, and show the library."""
        own = self._ground.paths.own_scenarios
        taken = []
        for name in files:
            path = Path(name)
            if path.suffix not in SUFFIXES:
                self._window.tell_problem(
                    Problem("F20", f"'{path.name}' is not a scenario file.", "Scenario files end in .yaml.")
                )
                continue
            try:
                own.mkdir(parents=True, exist_ok=True)
                taken.append(shutil.copyfile(path, _free_name(own, path)).name)
            except OSError as error:
                why = (error.strerror or "unknown reason").lower()
                self._window.tell_problem(
                    Problem("F21", f"'{path.name}' could not be copied: {why}.", "The file itself is as it was.")
                )
        if taken:
            self.read_again()
            self._window.go("library")
            self._window.tell(f"Added to your scenarios: {words.listing(taken)}.")

    def _make_library(self, look: Look) -> QWidget:
        screen = LibraryScreen(look)
        screen.opened.connect(self.open_scenario)
        screen.gone_on.connect(self._go_on)
        screen.go_on_declined.connect(self._decline)
        screen.folder_wanted.connect(self.open_folder)
        screen.guide_wanted.connect(self._open_guide)
        return screen

    def _fill_library(self) -> None:
        screen = self._window.screen("library")
        assert isinstance(screen, LibraryScreen)
        self._desk.do(lambda: screen.show_page(self._library_page()))

    def _library_page(self) -> LibraryPage:
        settings, reference = self._window.settings, self._ground.reference
        played = {
            name: Played(count.times, len(count.endings), count.unfinished)
            for name, count in self._ground.history.played().items()
        }
        lens = reference.yardstick.sets.get(settings.lens) or next(iter(reference.yardstick.sets.values()))
        return library_page(self.readings, lens, played, settings.left_out, self._open_session())

    def _open_session(self) -> GoOnCard | None:
        rows = self._ground.history.unfinished()
        if not rows:
            return None
        row = rows[0]
        when = words.long_day(words.day(row.last))
        return GoOnCard(
            row.key,
            row.title,
            f"{words.first_capital(words.count(row.turns, 'turn'))} so far, {when}. Everything is where you left it.",
        )

    def _row(self, key: str) -> SessionRow | None:
        return next((row for row in self._ground.history.unfinished() if row.key == key), None)

    def _go_on(self, key: str) -> None:
        row = self._row(key)
        if row is not None:
            self.gone_on.emit(row)

    def _decline(self, key: str) -> None:
        self._desk.do(lambda: self._ground.history.drop(key))
        self._window.refill()

    def open_folder(self) -> None:
        """Open the folder of the person's own scenarios in the system's file manager."""
        own = self._ground.paths.own_scenarios
        own.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(own)))
        self._window.tell(f"Your scenarios lie in {own}. Drop a .yaml file on this window to add one.")

    def _open_guide(self) -> None:
        self._window.go("help")

    def _make_brief(self, look: Look) -> QWidget:
        screen = BriefScreen(look)
        screen.begun.connect(self._begin)
        screen.changed.connect(self._change)
        screen.back.connect(self._back)
        screen.left_out.connect(self._leave_out)
        return screen

    def _fill_brief(self) -> None:
        screen = self._window.screen("brief")
        assert isinstance(screen, BriefScreen)
        scenario = self._scenario()
        if scenario is None:
            return
        count = self._ground.history.played().get(scenario.id)
        played = Played(count.times, len(count.endings), count.unfinished) if count else Played()
        screen.show_page(brief_page(scenario, self._ground.reference, self._lens, self._region, self._tempo, played))

    def _scenario(self) -> Scenario | None:
        return self._brief.scenario if self._brief is not None else None

    def _change(self, lens: str, region: str, tempo: str) -> None:
        self._lens, self._region, self._tempo = lens, region, tempo
        self._window.change_settings(replace(self._window.settings, lens=lens, region=region, tempo=tempo))
        self._fill_brief()

    def _back(self) -> None:
        self._window.go("library")

    def _leave_out(self, topics: str) -> None:
        settings = self._window.settings
        left_out = tuple(dict.fromkeys([*settings.left_out, *filter(None, topics.split(","))]))
        self._window.change_settings(replace(settings, left_out=left_out))
        self._window.go("library")
        self._window.tell("Conversations with these topics are left out. Settings brings them back.")

    def _begin(self, lens: str, region: str, tempo: str) -> None:
        if self._brief is not None:
            self.begun.emit(self._brief, Wishes(lens, region, tempo, self._window.settings.code_name, draw_seed()))


def _free_name(folder: Path, path: Path) -> Path:
    """A name in the folder that nobody has yet."""
    target, number = folder / path.name, 2
    while target.exists():
        target = folder / f"{path.stem} ({number}){path.suffix}"
        number += 1
    return target
