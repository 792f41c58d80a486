"""What a supervisor does in the window: a reply is written, and the packs of several people become one page."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from hrtrainer import words
from hrtrainer.history.atomic import atomic_write
from hrtrainer.problem import Problem
from hrtrainer.qt.asking_where import Kind, ask_for_files, ask_where
from hrtrainer.qt.background import Work
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.widgets.supervisor_card import SupervisorCard
from hrtrainer.qt.window import Window
from hrtrainer.receiving.folder import Collected, collect
from hrtrainer.receiving.overview import page
from hrtrainer.receiving.reply import reply_bytes
from hrtrainer.receiving.team import TEAM_FORMATS, render_team, team
from hrtrainer.session.agreed import Agreed

Make = Callable[[Collected, str], bytes]
"""Makes a page of packs; with the ending of its name."""
_PAGE = (("Web page", ".html"),)
_TEAM = tuple((one.label, one.suffix) for one in TEAM_FORMATS.values())
_PRINT = "Open it to read it or print it."
_MOST_LEFT_OUT = 3


class Supervising(QObject):
    """Does what the supervisor's card wants."""

    def __init__(self, window: Window, ground: Ground) -> None:
        super().__init__(window)
        self._window, self._ground = window, ground
        window.closing.connect(self._finish)

    def write_reply(self, agreed: Agreed, card: SupervisorCard) -> None:
        """Ask where, and save a reply there."""
        self._window.attempt(lambda: self._ask_where(agreed, reply_bytes(agreed), card))

    def _ask_where(self, agreed: Agreed, data: bytes, card: SupervisorCard) -> None:
        write = partial(self._save_reply, data, card)
        ask_where(self._window, "Save the reply", f"Reply {agreed.next}".strip(), (("Reply", ".json"),), write)

    def _save_reply(self, data: bytes, card: SupervisorCard, path: Path) -> None:
        atomic_write(path, data)
        card.clear_reply()
        self._window.tell(f"Saved {path.name}. Nothing was sent anywhere: hand it over.")

    def make_team_page(self) -> None:
        """Ask for packs, and make the page of a team of them."""
        self._ask_for_packs("Packs of a team", partial(self._save_page, "Team page", _TEAM, self._team_page))

    def make_overview(self) -> None:
        """Ask for packs, and make an overview of them."""
        self._ask_for_packs("Packs", partial(self._save_page, "Overview", _PAGE, self._overview))

    def _overview(self, found: Collected, _: str) -> bytes:
        if not found.sessions:
            hint = "Packs are saved as JSON. Ask for the file once more."
            raise Problem("F34", f"None of these files is a pack.{_left_out(found)}", hint)
        return page(found)

    def _team_page(self, found: Collected, ending: str) -> bytes:
        sets = list(self._ground.reference.yardstick.sets.values())
        if not team(found, sets):
            why = "None of these files has a code name and marks."
            hint = "Packs are saved as JSON, with a name on them and principles in them."
            raise Problem("F33", f"{why}{_left_out(found)}", hint)
        form = next((name for name, one in TEAM_FORMATS.items() if one.suffix == ending), "pdf")
        return render_team(found, sets, form, self._ground.paths.fonts, self._window.settings.paper)

    def _ask_for_packs(self, title: str, then: Callable[[list[Path]], None]) -> None:
        ask_for_files(self._window, title, ("Packs", ".json"), then)

    def _save_page(self, name: str, kinds: Sequence[Kind], make: Make, packs: list[Path]) -> None:
        ask_where(self._window, f"Save the {name.lower()}", name, kinds, partial(self._write_page, make, packs))

    def _write_page(self, make: Make, packs: list[Path], path: Path) -> None:
        def deed() -> str:
            found = collect(packs)
            atomic_write(path, make(found, path.suffix.lower()))
            return f"Saved {path.name}, of {words.count(found.files, 'file')}.{_left_out(found)} {_PRINT}"

        work = Work(deed, self)
        work.done.connect(self._tell_saved)
        work.failed.connect(self._window.tell_problem)
        work.begin()

    def _tell_saved(self, told: object) -> None:
        self._window.tell(str(told))

    def _finish(self) -> None:
        for work in self.findChildren(Work):
            work.wait()


def _left_out(found: Collected) -> str:
    """Which files were left out, and why."""
    told = [f"'{name}' {why}" for name, why in found.skipped[:_MOST_LEFT_OUT]]
    more = len(found.skipped) - len(told)
    if more:
        told.append(f"{more} more")
    return f" Left out: {words.listing(told)}." if told else ""
