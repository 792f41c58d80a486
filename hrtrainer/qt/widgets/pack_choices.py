"""The choices beside the preview of a pack: what to talk about, name and date, what goes in, the organisation."""

import secrets
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from hrtrainer.pages.code_names import another_name
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import clear, column, row, surface
from hrtrainer.qt.widgets.buttons import PLAIN, QUIET, Button
from hrtrainer.qt.widgets.check import Check
from hrtrainer.qt.widgets.fold import Fold
from hrtrainer.qt.widgets.pack_parts import PackParts
from hrtrainer.qt.widgets.pack_struck import PackStruck
from hrtrainer.qt.widgets.pick import Pick
from hrtrainer.qt.widgets.picture import Icon
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.text import Text
from hrtrainer.qt.widgets.writing import Writing
from hrtrainer.session.packing import Choices

_DATES = (("day", "The day"), ("month", "The month alone"), ("none", "No date"))
_WAIT = 300
"""Milliseconds after the last key until the preview follows."""


class PackChoices(QWidget):
    """What is chosen. `changed` tells which (a field of Choices, 'typed', 'lens', 'sessions') and its new value.

    `more` is what is chosen more rarely, for itself, so that it can stand further down.
    """

    changed = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._choices = Choices()
        self._typed = False
        self._found: tuple[str, ...] = ()
        self._answers: list[tuple[str, Writing]] = []
        self._sessions: dict[str, Check] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self.flush)
        self._inside = inside = column(self, gap=look.px(8))
        inside.addWidget(Prose(look, "What I want to talk about", "h2"))
        self._talk = self._writing("What I want to talk about", 2)
        inside.addWidget(self._talk)
        self._name, self._date = QLineEdit(), Pick(look, "Date shown as")
        self._name.setMaxLength(60)
        self._name.textEdited.connect(self._wait)
        self._date.show_options(_DATES, "day")
        self._date.picked.connect(partial(self.changed.emit, "date"))
        self._lens = Pick(look, "Principles to read by")
        self._lens.picked.connect(partial(self.changed.emit, "lens"))
        pair = Fold(look.px(168), 2, (look.px(12), look.px(8)))
        pair.fill([self._make_name(), self._named("Date shown as", self._date)])
        inside.addWidget(pair)
        self._names = self._hint()
        inside.addWidget(self._names)
        self._struck = PackStruck(look)
        self._struck.put_back.connect(partial(self.changed.emit, "back"))
        inside.addSpacing(look.px(4))
        self._parts = PackParts(look)
        self._parts.chosen.connect(partial(self.changed.emit, "parts"))
        inside.addWidget(self._parts)
        self._make_more()
        self._make_organisation()

    def _make_more(self) -> None:
        look = self._look
        self.more = QWidget()
        self._inside = inside = column(self.more, gap=look.px(8))
        inside.addWidget(self._struck)
        inside.addWidget(Prose(look, "Conversations in it", "h3"))
        self._listed = column(gap=0)
        inside.addLayout(self._listed)
        self._add("Principles to read by", self._lens)

    def _make_organisation(self) -> None:
        look, inside = self._look, self._inside
        inside.addSpacing(look.px(6))
        inside.addWidget(Prose(look, "About our organisation", "h3"))
        inside.addWidget(Prose(look, "What you leave open is not in the pack.", "small"))
        self._asked = column(gap=look.px(4))
        inside.addLayout(self._asked)
        self._barriers = self._writing("What stood in the way, for the service to change. One thing a line.", 3)
        self._add("What stood in the way, for the service to change", self._barriers)

    def _add(self, title: str, control: QWidget) -> None:
        self._inside.addWidget(Prose(self._look, title, "h3"))
        control.setAccessibleName(title)
        self._inside.addWidget(control)

    def _make_name(self) -> QWidget:
        """The name, and another one at a press."""
        new = Button(self._look, "New", QUIET)
        new.setAccessibleName("Another code name, drawn by chance")
        new.clicked.connect(self._draw_name)
        return self._named("Name on the pack", self._name, new)

    def _named(self, title: str, control: QWidget, *beside: QWidget) -> QWidget:
        """A field under its title, and what stands beside it."""
        box = QWidget()
        inside = column(box, gap=self._look.px(4))
        inside.addWidget(Prose(self._look, title, "h3"))
        fields = row(gap=self._look.px(2))
        fields.addStrut(self._look.px(52))  # as high as a button, so that fields beside each other keep one line
        inside.addLayout(fields)
        fields.addWidget(control, 1)
        for one in beside:
            fields.addWidget(one)
        inside.addStretch(1)
        control.setAccessibleName(title)
        return box

    def _writing(self, name: str, lines: int) -> Writing:
        field = Writing(self._look, name, lines)
        field.written.connect(self._wait)
        field.left.connect(self.flush)
        return field

    def _hint(self) -> QFrame:
        """A name that was typed and may be somebody's."""
        look = self._look
        frame = surface("marigoldTint")
        inside = row(frame, (look.px(12), look.px(4), look.px(4), look.px(4)), look.px(8))
        inside.addWidget(Icon(look, "search-check", "marigoldInk", 20))
        self._hint_words = Text("", "small")
        self._hint_words.setProperty("tone", "marigoldInk")
        inside.addWidget(self._hint_words, 1)
        self._hide, self._keep = Button(look, "Hide it", PLAIN), Button(look, "Keep", QUIET)
        self._hide.clicked.connect(lambda: self.changed.emit("hidden", self._found))
        self._keep.clicked.connect(lambda: self.changed.emit("known", self._found))
        inside.addWidget(self._hide)
        inside.addWidget(self._keep)
        frame.hide()
        return frame

    def show_choices(
        self, choices: Choices, talk: str, code_name: str, lenses: Sequence[tuple[str, str]], lens: str
    ) -> None:
        """Show what is chosen. What is being typed stays."""
        self._choices = choices
        self._typed = self._typed and choices.talk is not None
        if choices.talk is not None:
            self._talk.show_kept(talk)
        elif not self._talk.hasFocus():
            self._talk.start_over(talk)
        if not self._name.hasFocus():
            self._name.setText(code_name)
        self._date.show_options(_DATES, choices.date)
        self._lens.show_options(lenses, lens)
        self._parts.show_parts(choices.parts)
        self._barriers.show_kept("\n".join(choices.barriers))

    def show_sessions(self, sessions: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        """Show which conversations there are (key, title), and which are in the pack."""
        if list(self._sessions) != [key for key, _ in sessions]:
            clear(self._listed)
            self._sessions = {key: Check(self._look, title) for key, title in sessions}
            for check in self._sessions.values():
                check.clicked.connect(self._choose_sessions)
                self._listed.addWidget(check)
        for key, check in self._sessions.items():
            check.setChecked(key in chosen)

    def show_questions(self, questions: Sequence[str]) -> None:
        """Show the questions about the organisation, each with room to answer."""
        known = dict(self._choices.answers)
        if [asked for asked, _ in self._answers] == list(questions):
            for asked, field in self._answers:
                field.show_kept(known.get(asked, ""))
            return
        clear(self._asked)
        self._answers = [(asked, self._writing(asked, 2)) for asked in questions]
        for asked, field in self._answers:
            field.start_over(known.get(asked, ""))
            self._asked.addWidget(Prose(self._look, asked, "small"))
            self._asked.addWidget(field)

    def show_names(self, names: Sequence[str]) -> None:
        """Show names that may be somebody's."""
        self._found = tuple(names)
        self._names.setVisible(bool(names))
        if names:
            one = len(names) == 1
            self._hint_words.say(f"{'One name' if one else 'Names'} to look at: {', '.join(names)}")
            self._hide.say("Hide it" if one else "Hide all")

    def show_notes(self, notes: Mapping[str, str]) -> None:
        """Say how much there is of each part."""
        self._parts.show_notes(notes)

    def show_struck(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show the lines that are struck (id, words)."""
        self._struck.show_lines(lines)

    def _wait(self) -> None:
        self._typed = True
        self._timer.start()

    def flush(self) -> None:
        """Tell at once what was typed and not yet told."""
        self._timer.stop()
        answers = tuple((asked, field.text()) for asked, field in self._answers if field.text().strip())
        barriers = tuple(line.strip() for line in self._barriers.text().split("\n") if line.strip())
        told = {
            "talk": self._talk.text(),
            "code_name": self._name.text().strip(),
            "answers": answers,
            "barriers": barriers,
        }
        self.changed.emit("typed", told)

    def _draw_name(self) -> None:
        self._name.setText(another_name(self._name.text(), secrets.choice))
        self._wait()
        self.flush()

    def _choose_sessions(self) -> None:
        self.changed.emit("sessions", tuple(key for key, check in self._sessions.items() if check.isChecked()))
