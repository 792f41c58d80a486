"""Own words: what the person would say instead. Kept, never marked."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import Plain, plain
from hrtrainer.qt.widgets.boxes import column, row
from hrtrainer.qt.widgets.buttons import PRIMARY, QUIET, Button
from hrtrainer.qt.widgets.picture import Icon


class OwnWords(QFrame):
    """A box to write in. `said` carries the text; `gave_up` goes back to the choices."""

    said = Signal(str)
    gave_up = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sunken")
        self._look = look
        self.setMinimumWidth(1)  # what has no room is left out in resizeEvent
        whole = column(self, (look.px(38), look.px(14), look.px(38), look.px(14)), look.px(8))
        head = row(gap=look.px(8))
        self._question = Plain("", "h2")
        head.addWidget(self._question, 1)
        self._lock = Icon(look, "lock", "ink2", 18)
        self._promise = Plain("Never marked. Kept for you.", "small", wrap=False)
        head.addWidget(self._lock)
        head.addWidget(self._promise)
        whole.addLayout(head)
        self._box = QPlainTextEdit()
        self._box.setTabChangesFocus(True)
        self._box.setMinimumHeight(look.px(56))
        self._box.setMaximumHeight(look.px(104))
        self._box.setAccessibleName("What you would say")
        self._box.installEventFilter(self)
        whole.addWidget(self._box)
        foot = row(gap=look.px(8))
        self._next = Plain(
            "Next, pick the choice nearest to yours, or go on without one where that is possible.", "small"
        )
        foot.addWidget(self._next, 1)
        foot.addStretch(0)
        back = Button(look, "Back to the choices", QUIET)
        back.clicked.connect(self.gave_up)
        say = Button(look, "Say it", PRIMARY, key="Ctrl Enter")
        say.clicked.connect(self._say)
        foot.addWidget(back)
        foot.addWidget(say)
        whole.addLayout(foot)

    def ask(self, person: str) -> None:
        """Ask for words to a person."""
        self._question.say(f"In your own words: what would you say to {person}?")

    def take_focus(self) -> None:
        """Put the cursor into the box."""
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def text(self) -> str:
        """What stands in the box."""
        return self._box.toPlainText()

    def write(self, text: str) -> None:
        """Put a text into the box, and the cursor behind it."""
        self._box.setPlainText(plain(text))
        self._box.moveCursor(QTextCursor.MoveOperation.End)

    def empty(self) -> None:
        """Forget what was written."""
        self._box.clear()

    def _say(self) -> None:
        text = self._box.toPlainText().strip()
        if text:
            self.said.emit(text)
        else:
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._look.px(860)
        for part in (self._lock, self._promise, self._next):
            part.setVisible(wide)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._say()
                return True
        return super().eventFilter(watched, event)
