"""Cards of the plan: how long, which turning points, at what pace; what is agreed on, and who people can go to."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from hrtrainer.group.agenda import AGREEMENTS, DEBRIEF_STEPS, LENGTHS, MOST_ITEMS, MOST_WORDS, PACES
from hrtrainer.group.wording import DEBRIEF
from hrtrainer.pages.room_setup import SetupPage
from hrtrainer.qt.look import Look
from hrtrainer.qt.room.setup_cards import SetupCard
from hrtrainer.qt.widgets.boxes import column
from hrtrainer.qt.widgets.buttons import QUIET, Button
from hrtrainer.qt.widgets.check import Check
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.pick import Pick
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.segments import Segments
from hrtrainer.qt.widgets.writing import Writing


class PlanCard(SetupCard):
    """The time and what it is for. `length_wanted` carries minutes of the usual plan, `plan_wanted` the name of one."""

    length_wanted = Signal(int)
    plan_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "The plan", parent)
        self._kept = Pick(look, "A kept plan")
        self._kept.picked.connect(self.plan_wanted)
        self.inside.addWidget(self._kept)
        self._length = Segments(look, "Minutes", [(str(one), f"{one} min") for one in LENGTHS])
        self._length.picked.connect(self._want_length)
        self._pace = Segments(look, "Pace", list(PACES.items()))
        self._pace.picked.connect(self._set_pace)
        for part in (self._length, self._pace):
            self.inside.addWidget(part)
        self.inside.addWidget(Prose(look, "Turning points", "h3"))
        self._points = column()
        self.inside.addLayout(self._points)
        self._checks: dict[str, Check] = {}
        self._warned = Prose(look, "", "smallstrong", "marigoldInk")
        self.inside.addWidget(self._warned)
        self.inside.addWidget(Prose(look, "Debrief at a turning point", "h3"))
        self._steps = {at: Check(look, DEBRIEF[at - 1].name) for at in DEBRIEF_STEPS}
        self._clock = Check(look, "A soft bar of time on the wall, without a figure")
        self._counts = Check(look, "Counts can be shown after the second vote")
        steps = Flow((look.px(8), 0))
        steps.fill(list(self._steps.values()))
        self.inside.addWidget(steps)
        for check in (*self._steps.values(), self._clock, self._counts):
            check.clicked.connect(self._tell)
        for check in (self._clock, self._counts):
            self.inside.addWidget(check)

    def show_plans(self, names: Iterable[str]) -> None:
        """Show which plans are kept."""
        options = [("", "A kept plan …"), *((name, name) for name in names)]
        self._kept.show_options(options, "")
        self._kept.setVisible(len(options) > 1)

    def show_page(self, page: SetupPage) -> None:
        super().show_page(page)
        agenda = page.draft.agenda
        self._length.pick(str(agenda.minutes))
        self._pace.pick(agenda.pace)
        if list(self._checks) != [point.id for point in page.points]:
            for old in self._checks.values():
                old.hide()
                old.deleteLater()
            self._checks = {point.id: Check(self._look, point.label) for point in page.points}
            for check in self._checks.values():
                check.clicked.connect(self._tell)
                self._points.addWidget(check)
        for point in page.points:
            self._checks[point.id].setChecked(point.chosen)
        self._warned.say("\n".join(page.warnings))
        self._warned.setVisible(bool(page.warnings))
        for at, check in self._steps.items():
            check.setChecked(at in agenda.debrief)
        self._clock.setChecked(agenda.clock_on_wall)
        self._counts.setChecked(agenda.counts_allowed)

    def _want_length(self, minutes: str) -> None:
        self.length_wanted.emit(int(minutes))

    def _set_pace(self, pace: str) -> None:
        self.change(replace(self._draft, agenda=replace(self._draft.agenda, pace=pace)))

    def _tell(self) -> None:
        agenda = replace(
            self._draft.agenda,
            turning_points=tuple(name for name, check in self._checks.items() if check.isChecked()),
            debrief=tuple(at for at, check in self._steps.items() if check.isChecked()),
            clock_on_wall=self._clock.isChecked(),
            counts_allowed=self._counts.isChecked(),
        )
        self.change(replace(self._draft, agenda=agenda))


class RulesCard(SetupCard):
    """The ground rules that the room sees first; each can be left out, and all can be worded anew."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "Agreements to show first", parent)
        self._body = column()
        self.inside.addLayout(self._body)
        self._checks: dict[str, Check] = {}
        self._box = Writing(look, "Agreements, one a line", 8)
        self._box.left.connect(self._reword)
        self._box.hide()
        self.inside.addWidget(self._box)
        self._edit = Button(look, "Edit the words", QUIET, "pen-line")
        self._edit.setCheckable(True)
        self._edit.clicked.connect(self._open)
        below = Flow((0, 0))
        below.fill([self._edit])
        self.inside.addWidget(below)

    def show_page(self, page: SetupPage) -> None:
        super().show_page(page)
        chosen = page.draft.agenda.agreements
        offered = tuple(dict.fromkeys((*chosen, *AGREEMENTS)))
        if set(self._checks) != set(offered):
            for old in self._checks.values():
                old.hide()
                old.deleteLater()
            self._checks = {one: Check(self._look, one) for one in offered}
            for check in self._checks.values():
                check.clicked.connect(self._tell)
                self._body.addWidget(check)
        for one, check in self._checks.items():
            check.setChecked(one in chosen)
            check.setVisible(not self._edit.isChecked())

    def _tell(self) -> None:
        self._set(one for one, check in self._checks.items() if check.isChecked())

    def _set(self, agreements: Iterable[str]) -> None:
        agenda = replace(self._draft.agenda, agreements=tuple(agreements)[:MOST_ITEMS])
        self.change(replace(self._draft, agenda=agenda))

    def _open(self, on: bool) -> None:
        for check in self._checks.values():
            check.setVisible(not on)
        if on:
            self._box.start_over("\n".join(self._draft.agenda.agreements))
            self._box.show()
            self._box.setFocus()
        else:
            self._reword()
            self._box.hide()
        self._edit.say("Done" if on else "Edit the words")

    def _reword(self) -> None:
        if self._edit.isChecked() or self._box.isVisible():
            self._set(line.strip()[:MOST_WORDS] for line in self._box.text().splitlines() if line.strip())


class CareCard(SetupCard):
    """The content note, the ways out, who people can go to, when it starts, and the break."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "Before the first scene", parent)
        self._note = Writing(look, "Content note", 3)
        self._ways = Writing(look, "Ways out, one a line", 4)
        self._support, self._starts, self._break = QLineEdit(), QLineEdit(), QLineEdit()
        self._support.setPlaceholderText("A role and a place, as in: a peer worker, room 4")
        self._starts.setPlaceholderText("11:00")
        self._break.setValidator(QIntValidator(0, 480, self._break))
        fields: tuple[tuple[str, QPlainTextEdit | QLineEdit], ...] = (
            ("Content note: short and plain", self._note),
            ("Ways out, one a line", self._ways),
            ("People can go to", self._support),
            ("We start at", self._starts),
            ("Break after how many minutes", self._break),
        )
        for name, field in fields:
            self.inside.addWidget(Prose(look, name, "small"))
            field.setAccessibleName(name)
            self.inside.addWidget(field)
        for box in (self._note, self._ways):
            box.left.connect(self._tell)
        for line in (self._support, self._starts, self._break):
            line.setMaxLength(120)
            line.editingFinished.connect(self._tell)

    def show_page(self, page: SetupPage) -> None:
        super().show_page(page)
        agenda = page.draft.agenda
        self._note.show_kept(agenda.content_note)
        self._ways.show_kept("\n".join(agenda.ways_out))
        for field, text in (
            (self._support, agenda.support),
            (self._starts, agenda.starts),
            (self._break, str(agenda.break_at or "")),
        ):
            if not field.hasFocus() and field.text() != text:
                field.setText(text)

    def finish(self) -> None:
        """Tell what is being typed."""
        self._tell()

    def _tell(self) -> None:
        found: Mapping[str, Any] = {
            "content_note": " ".join(self._note.text().split())[:MOST_WORDS],
            "ways_out": tuple(line.strip() for line in self._ways.text().splitlines() if line.strip())[:MOST_ITEMS],
            "support": self._support.text().strip(),
            "starts": self._starts.text().strip(),
            "break_at": int(self._break.text() or 0),
        }
        self.change(replace(self._draft, agenda=replace(self._draft.agenda, **found)))
