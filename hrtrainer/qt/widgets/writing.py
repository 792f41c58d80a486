"""A place to write. What was typed and is not yet kept is never lost to a page that comes late."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import MOST_CHARACTERS, plain


class Writing(QPlainTextEdit):
    """Text of some lines. Tab leaves it, Ctrl+Enter goes to its holder. `written` at each change by the person."""

    written = Signal()
    left = Signal()

    def __init__(self, look: Look, name: str, lines: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._lines = look, lines
        self._newer = self._showing = False
        self.setTabChangesFocus(True)
        self.setFont(look.font("body"))
        self.setAccessibleName(plain(name))
        self.setPlaceholderText("Write here, or leave it open")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.textChanged.connect(self._changed)

    def show_kept(self, text: str) -> None:
        """Show what is kept, unless something newer stands here."""
        if self.toPlainText() == text:
            self._newer = False
        elif not self._newer:
            self.start_over(text)

    def start_over(self, text: str) -> None:
        """Show what is kept, whatever stands here."""
        self._showing = True
        self.setPlainText(text)
        self._showing = self._newer = False

    def text(self) -> str:
        """What stands here, not endless."""
        return self.toPlainText()[:MOST_CHARACTERS]

    def _changed(self) -> None:
        if not self._showing:
            self._newer = True
            self.written.emit()

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(240), self.minimumSizeHint().height())

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        line = QFontMetricsF(self._look.font("body")).lineSpacing()
        return QSize(self._look.px(120), round(line * self._lines) + self._look.px(30))

    @guarded()
    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text()[:MOST_CHARACTERS])

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @guarded()
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
