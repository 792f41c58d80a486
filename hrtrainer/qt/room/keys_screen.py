"""The keys while a room is led: one table, in which every key can be another. What does not go together is told."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hrtrainer.group.action import Action
from hrtrainer.group.keys import KEYS, NAMES, conflicts
from hrtrainer.qt.announce import announce
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.room.key_names import names_of
from hrtrainer.qt.widgets.boxes import column, line
from hrtrainer.qt.widgets.buttons import PLAIN, QUIET, Button
from hrtrainer.qt.widgets.fold import Flow, Fold, PageScroll
from hrtrainer.qt.widgets.prose import Cap, Prose
from hrtrainer.words import first_capital

Changed = Mapping[Action, tuple[str, ...]]
_ALONE = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_unknown)


class KeysScreen(QWidget):
    """`changed` carries the keys that are no longer the usual ones."""

    changed = Signal(object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keys: Changed = {}
        self._asked: Action | None = None
        inner = QWidget()
        inside = column(inner, (look.px(32), look.px(20), look.px(32), look.px(28)), look.px(8))
        back = Button(look, "Settings", QUIET, "arrow-left")
        back.clicked.connect(self.left)
        usual = Button(look, "All as usual", PLAIN, "rotate-ccw")
        usual.clicked.connect(partial(self._tell, {}))
        ways = Flow((look.px(8), 0))
        ways.fill([back, usual])
        inside.addWidget(ways)
        inside.addWidget(Prose(look, "Keys while you lead a room", "h1"))
        inside.addWidget(
            Prose(look, "1 to 8 always call the replies. Letters type while a text box has the focus.", "small")
        )
        self._odd = Prose(look, "", "strong", "strains")
        inside.addWidget(self._odd)
        self._caps: dict[Action, Flow] = {}
        self._add: dict[Action, Button] = {}
        for action in KEYS:
            inside.addWidget(line())
            inside.addWidget(self._row(action))
        inside.addStretch(1)
        column(self).addWidget(PageScroll(look, inner, look.px(1000)))

    def _row(self, action: Action) -> QWidget:
        look, told = self._look, QWidget()
        name = first_capital(NAMES[action])
        words = column(told, gap=look.px(4))
        words.addWidget(Prose(look, name, "strong"))
        self._caps[action] = Flow((look.px(6), look.px(4)))
        words.addWidget(self._caps[action])
        add = self._add[action] = Button(look, "Add a key", PLAIN)
        add.setAccessibleName(f"Add a key: {name}")
        add.clicked.connect(partial(self._ask, action))
        add.installEventFilter(self)
        none = Button(look, "None", QUIET)
        none.setAccessibleName(f"No key: {name}")
        none.clicked.connect(partial(self._set, action, ()))
        usual = Button(look, "Usual", QUIET)
        usual.setAccessibleName(f"The usual keys: {name}")
        usual.clicked.connect(partial(self._set, action, KEYS[action]))
        buttons = Flow((look.px(4), 0))
        buttons.fill([add, none, usual])
        both = Fold(look.px(330), 2, (look.px(16), look.px(2)))
        both.fill([told, buttons])
        return both

    def show_keys(self, changed: Changed) -> None:
        """Show the keys as they are set, and what does not go together."""
        self._keys, self._asked = changed, None
        for action, usual in KEYS.items():
            old = self._caps[action].held
            self._caps[action].fill([Cap(self._look, key) for key in changed.get(action, usual)])
            for one in old:
                one.hide()
                one.deleteLater()
            self._add[action].say("Add a key")
            self._add[action].setAccessibleName(f"Add a key: {first_capital(NAMES[action])}")
        told = conflicts(changed)
        self._odd.say("\n".join(told))
        self._odd.setVisible(bool(told))
        if told:
            announce(self, " ".join(told))

    def _ask(self, action: Action) -> None:
        """Wait for a key; pressing the button again gives up."""
        waited, self._asked = self._asked, None
        if waited is not None:
            self._add[waited].say("Add a key")
        if waited is not action:
            self._asked = action
            self._add[action].say("Press the key …")
            self._add[action].setFocus(Qt.FocusReason.OtherFocusReason)

    def _set(self, action: Action, keys: tuple[str, ...]) -> None:
        others = {one: held for one, held in self._keys.items() if one is not action}
        self._tell(others if keys == KEYS[action] else {**others, action: keys})

    def _tell(self, changed: Changed) -> None:
        self.show_keys(changed)
        self.changed.emit(changed)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        action = self._asked
        waits = action is not None and watched is self._add[action]
        if not waits or not isinstance(event, QKeyEvent) or action is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress or Qt.Key(event.key()) in _ALONE:
            return event.type() == QEvent.Type.KeyRelease
        key = next(names_of(event))
        held = self._keys.get(action, KEYS[action])
        self._set(action, held if key in held else (*held, key))
        return True
