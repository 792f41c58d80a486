"""The card for supervisors in the settings: writing a reply, and reading the files of several people."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import column
from hrtrainer.qt.widgets.buttons import PLAIN, Button
from hrtrainer.qt.widgets.fold import Flow, Fold
from hrtrainer.qt.widgets.pick import Pick
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.section import Section
from hrtrainer.session.agreed import Agreed

_ABOUT = (
    "What you agree with somebody can go back to them as a small file: they drop it on their window. The packs (JSON) "
    "of several people make one page by principle, which tells of nobody and leaves out what would tell who."
)
_FIELDS = (
    ("practise", "What was agreed to practise", "", 2_000),
    ("line", "A line to try", "", 1_000),
    ("next", "When you meet again", "As 2026-12-03, or 2026-12-03 14:30", 16),
    ("by", "What you call yourself", "", 60),
)


class SupervisorCard(Section):
    """`reply_wanted` carries what was agreed; `team_wanted` and `overview_wanted` ask for a page of files."""

    reply_wanted = Signal(object)
    team_wanted = Signal()
    overview_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "For supervisors", "heart-handshake", parent=parent)
        self.add_text(_ABOUT, "small")
        fold = Fold(look.px(330), 2, (look.px(18), look.px(8)))
        self._fields = {name: QLineEdit() for name, _, _, _ in _FIELDS}
        self._scenario = Pick(look, "A conversation to do it with")
        boxes = [self._box(self._fields[name], title, about) for name, title, about, _ in _FIELDS]
        self._principle = Pick(look, "A principle it is about")
        boxes.insert(2, self._box(self._scenario, "A conversation to do it with", ""))
        boxes.insert(3, self._box(self._principle, "A principle it is about", ""))
        for name, _, _, most in _FIELDS:
            self._fields[name].setMaxLength(most)
        fold.fill(boxes)
        self.inside.addWidget(fold)
        save, team, overview = (
            Button(look, text, PLAIN) for text in ("Save the reply", "Team page of packs", "Overview of packs")
        )
        save.clicked.connect(self._tell_reply)
        team.clicked.connect(self.team_wanted)
        overview.clicked.connect(self.overview_wanted)
        ways = Flow((look.px(4), 0))
        ways.fill([save, team, overview])
        self.inside.addWidget(ways)

    def _box(self, control: QWidget, title: str, about: str) -> QWidget:
        look, box = self._look, QWidget()
        inside = column(box, gap=look.px(4))
        inside.addWidget(Prose(look, title, "h3"))
        inside.addWidget(control)
        if about:
            inside.addWidget(Prose(look, about, "small"))
            control.setAccessibleDescription(about)
        inside.addStretch(1)
        control.setAccessibleName(title)
        return box

    def show_scenarios(self, scenarios: Sequence[tuple[str, str]]) -> None:
        """Show the conversations there are. What was picked stays."""
        self._scenario.show_options([("", "None in particular"), *scenarios], self._scenario.current())

    def show_principles(self, principles: Sequence[tuple[str, str]]) -> None:
        """Show the principles of the set in use. What was picked stays, if it is in it."""
        self._principle.show_options([("", "None in particular"), *principles], self._principle.current())
        self._principle.setCurrentIndex(max(0, self._principle.currentIndex()))

    def begin(self) -> None:
        """Go to the first field."""
        self._fields["practise"].setFocus()

    def clear_reply(self) -> None:
        """Begin anew: what was written is saved."""
        for name in ("practise", "line", "next"):
            self._fields[name].clear()

    def _tell_reply(self) -> None:
        practise, line, when, by = (self._fields[name].text().strip() for name, _, _, _ in _FIELDS)
        day, _, time = when.replace("T", " ").partition(" ")
        self.reply_wanted.emit(
            Agreed(practise, line, self._scenario.current(), self._principle.current(), day, time.strip(), by)
        )
