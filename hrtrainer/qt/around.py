"""Settings, help and about: the places beside practising."""

import re
from functools import cached_property
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from hrtrainer import words
from hrtrainer.pages.library import welcome
from hrtrainer.qt.backing import Backing
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.look import Look
from hrtrainer.qt.screens.about import AboutScreen
from hrtrainer.qt.screens.help import HelpScreen
from hrtrainer.qt.screens.settings import SettingsScreen
from hrtrainer.qt.sending import Sending
from hrtrainer.qt.shelf import Shelf
from hrtrainer.qt.window import Place, Window
from hrtrainer.scenario.lookup import Source


class Around(QObject):
    """What stands around practising."""

    another_folder_wanted = Signal()

    def __init__(self, window: Window, ground: Ground, shelf: Shelf) -> None:
        super().__init__(window)
        self._window, self._ground, self._shelf = window, ground, shelf
        self.backing = Backing(window, ground.history)
        self.sending = Sending(window, ground)
        window.add_place("settings", Place(self._make_settings, self._fill_settings))
        window.add_place("help", Place(HelpScreen, self._fill_help))
        window.add_place("about", Place(AboutScreen, self._fill_about))

    @cached_property
    def supervising(self) -> Any:
        """What a supervisor does. It brings pages and tables along, which few sittings need."""
        from hrtrainer.qt.supervising import Supervising

        return Supervising(self._window, self._ground)

    def _make_team_page(self) -> None:
        self.supervising.make_team_page()

    def _make_overview(self) -> None:
        self.supervising.make_overview()

    def _places(self) -> list[tuple[str, str]]:
        paths = self._ground.paths
        return [
            ("Your sessions", str(paths.history)),
            ("Your settings", str(paths.settings)),
            ("Your scenarios", str(paths.own_scenarios)),
        ]

    def _make_settings(self, look: Look) -> QWidget:
        screen = SettingsScreen(look)
        screen.changed.connect(self._window.change_settings)
        screen.folder_wanted.connect(self._open_folder)
        screen.people_wanted.connect(self._to_people)
        screen.keys_wanted.connect(self._to_keys)
        self.backing.serve(screen.backups)
        self.sending.serve(screen.records)
        card = screen.supervisors
        card.reply_wanted.connect(lambda agreed: self.supervising.write_reply(agreed, card))
        card.team_wanted.connect(self._make_team_page)
        card.overview_wanted.connect(self._make_overview)
        return screen

    def _fill_settings(self) -> None:
        screen = self._window.screen_of("settings")
        assert isinstance(screen, SettingsScreen)
        reference = self._ground.reference
        lenses = [(one.id, one.name) for one in reference.yardstick.sets.values()]
        regions = [(one.id, one.name) for one in reference.regions.values()]
        screen.show_settings(self._window.settings, lenses, regions, self._shelf.topics, self._places())
        self.backing.fill()
        self.sending.fill()
        shown = welcome(self._shelf.cards, self._window.settings.left_out)
        screen.supervisors.show_scenarios([(card.id, card.title) for card in shown])
        used = reference.yardstick.sets.get(self._window.settings.lens)
        screen.supervisors.show_principles([(one.id, one.name) for one in used.principles] if used else [])

    def to_supervisors(self) -> None:
        """Go to what is there for supervisors."""
        self._window.go("settings")
        screen = self._window.screen_of("settings")
        assert isinstance(screen, SettingsScreen)
        screen.supervisors.begin()

    def _to_people(self) -> None:
        self._window.go("people")

    def _to_keys(self) -> None:
        self._window.go("room-keys")

    def _open_folder(self, which: str) -> None:
        if which == "scenarios":
            self._shelf.open_folder()
        elif which == "another":
            self.another_folder_wanted.emit()
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._ground.paths.home)))

    def _fill_help(self) -> None:
        screen = self._window.screen_of("help")
        assert isinstance(screen, HelpScreen)
        guide = self._ground.paths.assets / "guide" / "writing.md"
        screen.show_places([*self._places(), ("The guide to writing a conversation", str(guide))])

    def _fill_about(self) -> None:
        screen = self._window.screen_of("about")
        assert isinstance(screen, AboutScreen)
        assets = self._ground.paths.assets
        files = [*sorted(assets.glob("fonts/OFL-*.txt")), *sorted(assets.glob("icons/LICENSE-*.txt"))]
        screen.show_licences({_title(path): path.read_text(encoding="utf-8") for path in files})
        sources = self._ground.reference.sources.values()
        screen.show_sources([(one.title, _source(one)) for one in sources])


def _title(path: Path) -> str:
    """What a licence file is for, from its name: OFL-Literata.txt is the SIL Open Font Licence of Literata."""
    kind, _, name = path.stem.partition("-")
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return f"{words.first_capital(spaced)}: {'SIL Open Font Licence' if kind == 'OFL' else 'licence'}"


def _source(source: Source) -> str:
    """Who published a source, when, where it is, and when it was last checked."""
    parts = [source.publisher, source.year, source.address, f"checked {words.long_day(source.checked)}"]
    return ", ".join(part for part in parts if part)
