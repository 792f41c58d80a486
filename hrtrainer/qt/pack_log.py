"""What was handed over: kept with each conversation, shown as one list, and deleted by its owner."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QDateTime, QObject, Signal
from PySide6.QtWidgets import QWidget

from hrtrainer import words
from hrtrainer.export.formats import FORMATS
from hrtrainer.history.rooms import settle
from hrtrainer.history.shares import SharedThen, forget_share, shares
from hrtrainer.qt.desk import Desk
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.look import Look
from hrtrainer.qt.screens.shared import Entry, SharedScreen
from hrtrainer.qt.widgets.asking import Asking
from hrtrainer.qt.window import Place, Window
from hrtrainer.session.event import Shared
from hrtrainer.session.packing import PARTS, Choices
from hrtrainer.sitting import Sitting

_MOST = 12
_TOGETHER = 2_000
"""Milliseconds within which the notes of one file are written, one for each conversation in it."""
_ASKED = (
    "The note that you handed something over goes; what you handed over stays where it is. A backup that was made "
    "before still holds the note."
)


class Note(NamedTuple):
    """What is handed over: conversations, and what of them."""

    sittings: tuple[Sitting, ...]
    choices: Choices


class PackLog(QObject):
    """`changed` says that there is something new in it."""

    changed = Signal()

    def __init__(self, window: Window, ground: Ground, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._ground, self._desk = window, ground, desk
        self._entries: tuple[tuple[SharedThen, ...], ...] = ()
        window.add_place("shared", Place(self._make, self._fill))

    def add(self, form: str, name: str, note: Note) -> None:
        """Keep with each conversation that it was handed over, as what, and what of it."""
        desk = self._desk.sitting
        for noted in note.sittings:
            sitting = desk if desk is not None and desk.key == noted.key else noted
            self._window.attempt(partial(sitting.share, form, name, note.choices))
        self.changed.emit()

    def lines_of(self, keys: Sequence[str]) -> list[str]:
        """What was handed over of some conversations so far, the newest first. Raises Problem H03."""
        found = [one for one in self._all() if one[0].key in keys]
        return [f"{_day(one[0].what.at)}: {one[0].what.file}" for one in found[:_MOST]]

    def _all(self) -> tuple[tuple[SharedThen, ...], ...]:
        """Every time that something was handed over, with a note for each conversation in it. Raises Problem H03."""
        notes = list(shares(self._ground.history))
        sitting = self._desk.sitting
        if sitting is not None and not sitting.kept:
            log = enumerate(sitting.session.log, 1)
            title = sitting.session.scenario.title
            notes += [
                SharedThen(sitting.key, title, at, one) for at, one in log if isinstance(one, Shared) and one.form
            ]
        return together(sorted(notes, key=lambda one: -one.what.at))

    # The screen

    def show(self) -> None:
        """Show all that was handed over."""
        self._window.go("shared")

    def _make(self, look: Look) -> QWidget:
        screen = SharedScreen(look)
        screen.back.connect(partial(self._window.go, "pack"))
        screen.delete_wanted.connect(self._ask)
        return screen

    def _fill(self) -> None:
        self._window.attempt(self._show)

    def _show(self) -> None:
        screen = self._window.screen_of("shared")
        assert isinstance(screen, SharedScreen)
        self._entries = self._all()
        screen.show_entries([_entry(one) for one in self._entries])

    def _ask(self, at: int) -> None:
        """Ask whether an entry is to be deleted, or with -1 all of them."""
        asked = "Delete this entry?" if at >= 0 else "Delete the whole list?"
        answers = (("delete", "Delete it"), ("keep", "Keep it"))
        asking = Asking(self._window.look, asked, (_ASKED,), answers, self._window)
        chosen = self._entries[at : at + 1] if at >= 0 else self._entries
        asking.answered.connect(lambda answer: self._delete(chosen) if answer == "delete" else None)
        asking.open()

    def _delete(self, entries: Sequence[Sequence[SharedThen]]) -> None:
        def deed() -> None:
            for note in (one for entry in entries for one in entry):
                if self._ground.history.session(note.key) is not None:
                    forget_share(self._ground.history, note)
            settle(self._ground.history)

        self._window.attempt(deed)
        self._fill()
        self.changed.emit()


def together(notes: Sequence[SharedThen]) -> tuple[tuple[SharedThen, ...], ...]:
    """Notes, the newest first, with those of one file together."""
    found: list[list[SharedThen]] = []
    for one in notes:
        last = found[-1][-1] if found else None
        same = last is not None and (last.what.form, last.what.file) == (one.what.form, one.what.file)
        if last is not None and same and last.what.at - one.what.at < _TOGETHER and last.key != one.key:
            found[-1].append(one)
        else:
            found.append([one])
    return tuple(tuple(one) for one in found)


def _entry(notes: Sequence[SharedThen]) -> Entry:
    what = notes[0].what
    form = FORMATS[what.form].label if what.form in FORMATS else ""
    struck = sum(one.what.struck for one in notes)
    parts = [PARTS[one] for one in what.parts if one in PARTS]
    left = [name for part, name in PARTS.items() if part not in what.parts] if parts else []
    return Entry(
        f"{_day(what.at)}, {QDateTime.fromMSecsSinceEpoch(what.at).toString('HH:mm')}",
        f"{words.first_capital(what.file)} ({form})" if form else words.first_capital(what.file),
        words.listing([one.title for one in notes]),
        "; ".join(parts),
        "; ".join(left),
        f"{words.first_capital(words.count(struck, 'line'))} struck." if struck else "",
    )


def _day(at: int) -> str:
    """The day of a moment where the person is."""
    return words.long_day(QDateTime.fromMSecsSinceEpoch(at).toString("yyyy-MM-dd"))
