"""Which parts go into a pack: those that are looked for most at once, all others on request."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrtrainer import words
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import column
from hrtrainer.qt.widgets.buttons import QUIET, Button
from hrtrainer.qt.widgets.check import Check
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.session.packing import PARTS

_FIRST = ("path", "reflections", "marks", "guess", "own-words")


class PackParts(QWidget):
    """`chosen` tells the parts that are to go in."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = column(self)
        inside.addWidget(Prose(look, "Include", "h3"))
        self.checks = {part: Check(look, PARTS[part]) for part in (*_FIRST, *PARTS)}
        self._rest, self._all = QWidget(), Button(look, "", QUIET)
        rest = column(self._rest)
        for part, check in self.checks.items():
            check.clicked.connect(self._choose)
            (inside if part in _FIRST else rest).addWidget(check)
        self._rest.hide()
        self._all.clicked.connect(self._turn)
        inside.addWidget(self._rest)
        ways = Flow((0, 0))
        ways.fill([self._all])
        inside.addWidget(ways)

    def show_parts(self, parts: frozenset[str]) -> None:
        """Show which go in."""
        for part, check in self.checks.items():
            check.setChecked(part in parts)
        self._say()

    def show_notes(self, notes: Mapping[str, str]) -> None:
        """Say how much there is of each."""
        for part, check in self.checks.items():
            check.say_note(notes.get(part, ""))

    def _turn(self) -> None:
        self._rest.setVisible(self._rest.isHidden())
        self._say()

    def _say(self) -> None:
        rest = [check for part, check in self.checks.items() if part not in _FIRST]
        going = sum(check.isChecked() for check in rest)
        more = f"{words.count(len(rest), 'more part')}, {going} of them in it"
        self._all.say(more if self._rest.isHidden() else "Fewer parts")

    def _choose(self) -> None:
        self._say()
        self.chosen.emit(frozenset(part for part, check in self.checks.items() if check.isChecked()))
