"""The card of the record store in the settings: where it is, whether it is used, and what waits to go there."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from hrtrainer.export.xapi import VERSIONS
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import clear, column
from hrtrainer.qt.widgets.buttons import PLAIN, Button
from hrtrainer.qt.widgets.check import Check
from hrtrainer.qt.widgets.fold import Flow, Fold
from hrtrainer.qt.widgets.pick import Pick
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.secret_field import secret_field
from hrtrainer.qt.widgets.section import Section
from hrtrainer.sending.store import RecordStore

_ABOUT = (
    "If your organisation keeps learning records (xAPI), you can send it what you choose in the supervision pack: "
    "which lines you picked and their marks, in words. No sentence, no score, and a pseudonym for your name. Nothing "
    "is sent by itself; what you choose waits in an outbox on this computer until it has arrived."
)
_FIELDS = (
    ("endpoint", "Address of the record store", "Begins with https://; your organisation calls it the xAPI endpoint."),
    ("home", "Address of your organisation", "What things are named under. May be left empty."),
    ("user", "User", ""),
)
_PASSWORD = "Left empty, the one that was given before is used."
_VERSION_NAMES = {VERSIONS[0]: "xAPI 1.0.3, which most understand", VERSIONS[1]: "xAPI 2.0"}
SEND, TRY, PAUSE, AGAIN, BACK = "send", "try", "pause", "again", "back"


class RecordCard(Section):
    """`switched` tells whether one is to be used; `kept` carries a RecordStore and a password; `wanted` a way."""

    switched = Signal(bool)
    kept = Signal(object, str)
    wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "Record store of your organisation", "external-link", parent=parent)
        self._store = RecordStore()
        self.add_text(_ABOUT, "small")
        self._on = Check(look, "Use a record store")
        self._on.clicked.connect(self._switch)
        self.inside.addWidget(self._on)
        self._rest = QWidget()
        rest = column(self._rest, gap=look.px(12))
        self.inside.addWidget(self._rest)
        rest.addWidget(self._form())
        self._keep = Button(look, "Use this record store", PLAIN)
        self._keep.clicked.connect(self._tell_kept)
        self._ways = {
            name: Button(look, text, PLAIN)
            for name, text in (
                (TRY, "Test the connection"),
                (SEND, "Send now"),
                (PAUSE, "Pause"),
                (AGAIN, "Send what was not taken again"),
                (BACK, "Take back what waits"),
            )
        }
        for name, button in self._ways.items():
            button.clicked.connect(partial(self.wanted.emit, name))
        ways = Flow((look.px(4), 0))
        ways.fill([self._keep, *self._ways.values()])
        rest.addWidget(ways)
        self._standing = column(gap=look.px(4))
        rest.addLayout(self._standing)

    def _form(self) -> Fold:
        look = self._look
        fold = Fold(look.px(330), 2, (look.px(18), look.px(8)))
        self._fields = {name: QLineEdit() for name, _, _ in _FIELDS}
        self._password = secret_field("Password")
        self._version = Pick(look, "Version")
        self._version.show_options(list(_VERSION_NAMES.items()), VERSIONS[0])
        rows: list[tuple[QWidget, str, str]] = [(self._fields[name], title, about) for name, title, about in _FIELDS]
        for field in self._fields.values():
            field.setMaxLength(400)
        boxes = []
        for control, title, about in (*rows, (self._password, "Password", _PASSWORD), (self._version, "Version", "")):
            box = QWidget()
            inside = column(box, gap=look.px(4))
            inside.addWidget(Prose(look, title, "h3"))
            inside.addWidget(control)
            if about:
                inside.addWidget(Prose(look, about, "small"))
                control.setAccessibleDescription(about)
            inside.addStretch(1)
            control.setAccessibleName(title)
            boxes.append(box)
        fold.fill(boxes)
        return fold

    def show_store(self, store: RecordStore) -> None:
        """Show what is set. What is being typed stays."""
        self._on.setChecked(store.on)
        self._rest.setVisible(store.on)
        if store != self._store:
            for name, field in self._fields.items():
                field.setText(getattr(store, name))
            self._version.show_options(list(_VERSION_NAMES.items()), store.version)
        self._store = store
        self._ways[PAUSE].setText("Go on sending" if store.paused else "Pause")

    def show_standing(self, lines: Sequence[str], refused: bool, waiting: bool) -> None:
        """Show what is in the outbox and how it goes."""
        clear(self._standing)
        for line in lines:
            self._standing.addWidget(Prose(self._look, line, "small"))
        self._ways[AGAIN].setVisible(refused)
        self._ways[BACK].setVisible(waiting or refused)
        set_up = bool(self._store.endpoint)
        for name in (TRY, SEND, PAUSE):
            self._ways[name].setVisible(set_up)

    def clear_password(self) -> None:
        """Forget what was typed as a password."""
        self._password.clear()

    def _switch(self, on: bool) -> None:
        self._rest.setVisible(on)
        self.switched.emit(on)

    def _tell_kept(self) -> None:
        endpoint, home, user = (self._fields[name].text().strip() for name, _, _ in _FIELDS)
        store = RecordStore(True, self._store.paused, endpoint, home, user, self._version.current())
        self.kept.emit(store, self._password.text())
