"""Cards to write in: notes from the room and for oneself, and what is parked for later with whose it is."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from hrtrainer.facilitating import Facilitating
from hrtrainer.group.action import Action
from hrtrainer.group.stage import Spot, Stage
from hrtrainer.group.written import MOST_PARKED
from hrtrainer.pages.presenter import ParkedShown, PresenterPage
from hrtrainer.qt.look import Look
from hrtrainer.qt.room.card import Card, Deed, KeyOf, by_tab, same, small_button
from hrtrainer.qt.widgets.boxes import clear, column, row
from hrtrainer.qt.widgets.pick import Pick
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.writing import Writing

_PAUSE = 2000
"""Milliseconds without a key after which what is being written is kept."""
_NOT_ASKED = ("?", "Whose is it?")


class WritingCard(Card):
    """Notes at this stage: the room's words, which can go into the report, and the facilitator's own."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "Notes from the room", parent=parent)
        self._spot: Spot | None = None
        self.inside.addWidget(Prose(look, "What was said, without who. It can go into the report.", "small"))
        self._room = self._box("Notes from the room")
        self.inside.addWidget(Prose(look, "For you alone", "h3"))
        self._own = self._box("Notes for you alone")
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_PAUSE)
        self._clock.timeout.connect(self.finish)

    def _box(self, name: str) -> Writing:
        box = Writing(self._look, name, 3)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.written.connect(self._begin_clock)
        box.left.connect(self.finish)
        self.inside.addWidget(box)
        return box

    def _begin_clock(self) -> None:
        self._clock.start()

    def show_page(self, page: PresenterPage) -> None:
        elsewhere = self._spot is None or (self._spot.visit, self._spot.stage) != (page.spot.visit, page.spot.stage)
        self._spot = page.spot
        self.setVisible(page.stage not in (Stage.HOLD, Stage.REPORT))
        for box, text in ((self._room, page.room_note), (self._own, page.private_note)):
            if elsewhere:
                box.start_over(text)
            else:
                box.show_kept(text)
        self._kept = (page.room_note, page.private_note)

    def finish(self) -> None:
        self._clock.stop()
        spot = self._spot
        if spot is None:
            return
        for box, kept, private in zip((self._room, self._own), self._kept, (False, True), strict=True):
            if box.text() != kept:
                self.do(_note(spot, box.text(), private))


def _note(spot: Spot, text: str, private: bool) -> Deed:
    def deed(led: Facilitating) -> None:
        led.note(text, private, spot.visit, spot.stage)

    return deed


class ParkCard(Card):
    """What was put aside, and whose it is: a role, never a name."""

    def __init__(self, look: Look, key_of: KeyOf, parent: QWidget | None = None) -> None:
        super().__init__(look, "Parked for later", parent=parent)
        self._shown: tuple[ParkedShown, ...] = ()
        self._picks: list[Pick] = []
        self._field = QLineEdit()
        self._field.setMaxLength(MOST_PARKED)
        self._field.setPlaceholderText("A question, not a person")
        self._field.setMinimumWidth(look.px(100))
        self._field.setAccessibleName("Park something for later")
        self._field.returnPressed.connect(self._park)
        self._button = small_button(look, "Park", icon="circle-parking", key=key_of(Action.PARK))
        self._button.clicked.connect(self._press)
        across = row(gap=look.px(4))
        self.inside.addLayout(across)
        across.addWidget(self._field, 1)
        across.addWidget(self._button)
        self._body = column(gap=look.px(6))
        self.inside.addLayout(self._body)

    def take_focus(self) -> None:
        """Put the cursor here."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _press(self) -> None:
        if self._field.text().strip():
            self._park()
        else:
            self.take_focus()

    def _park(self) -> None:
        text = self._field.text().strip()
        if text:
            self._field.clear()
            self.do(lambda led: led.park(text))

    def show_page(self, page: PresenterPage) -> None:
        if same([one.text for one in self._shown], [one.text for one in page.parked]):
            for pick, one in zip(self._picks, page.parked, strict=True):
                pick.show_options(_owners(page), _owner(one))
        else:
            self._fill(page)
        self._shown = page.parked

    def _fill(self, page: PresenterPage) -> None:
        clear(self._body)
        self._picks = []
        for one in page.parked:
            self._body.addWidget(Prose(self._look, f"{one.number}. {one.text}", "body"))
            pick = Pick(self._look, f"Whose is item {one.number}")
            by_tab(pick)
            pick.show_options(_owners(page), _owner(one))
            pick.picked.connect(partial(self._give, one.number))
            self._picks.append(pick)
            self._body.addWidget(pick)

    def _give(self, number: int, owner: str) -> None:
        if owner != _NOT_ASKED[0]:
            self.do(lambda led: led.give(number, owner))


def _owners(page: PresenterPage) -> list[tuple[str, str]]:
    return [_NOT_ASKED, ("", "Nobody’s for now"), *((one, one) for one in page.owners)]


def _owner(one: ParkedShown) -> str:
    return _NOT_ASKED[0] if one.owner is None else one.owner
