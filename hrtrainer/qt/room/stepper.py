"""A number that is counted by clicks or typed: one less, the number, one more."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import plain
from hrtrainer.qt.widgets.boxes import row
from hrtrainer.qt.widgets.buttons import QUIET, Button


class Stepper(QWidget):
    """`stepped` carries 1 or -1, `typed` a number that was written and is another than the one shown.

    `keys` are those that count one less and one more elsewhere; they are told in the tips, and the second is shown.
    """

    stepped = Signal(int)
    typed = Signal(int)

    def __init__(
        self, look: Look, name: str, most: int, keys: tuple[str, str] = ("", ""), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._number, self._open = look, 0, True
        inside = row(self)
        self._less = self._button(f"One less: {name}", "minus", keys[0])
        self._less.clicked.connect(partial(self.stepped.emit, -1))
        self._field = QLineEdit("0")
        self._field.setAccessibleName(name)
        self._field.setValidator(QIntValidator(0, most, self._field))
        self._field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._field.setProperty("bare", "true")
        self._field.setFixedWidth(look.px(64))
        self._field.editingFinished.connect(self.finish)
        self._more = self._button(f"One more: {name}", "plus", keys[1])
        self._more.clicked.connect(partial(self.stepped.emit, 1))
        for part in (self._less, self._field, self._more):
            inside.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _button(self, name: str, icon: str, key: str) -> Button:
        button = Button(self._look, name, QUIET, icon, key if icon == "plus" else "")
        button.set_compact(True)
        if key:
            button.setToolTip(plain(f"{name} ({key})"))
            button.setAccessibleDescription(f"Key: {key}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMinimumWidth(self._look.px(44))
        return button

    def show_number(self, number: int) -> None:
        """Show a number; what is being typed stays."""
        self._number = number
        if not (self._field.hasFocus() and self._field.isModified()):
            self._field.setText(str(number))
        self._less.setEnabled(number > 0)

    def finish(self) -> None:
        """Tell what was typed, if that is news."""
        text = self._field.text()
        self._field.setModified(False)
        if not text.isdigit():
            self._field.setText(str(self._number))
        elif int(text) != self._number:
            self.typed.emit(int(text))

    def number(self) -> int:
        """The number that stands here, typed or shown."""
        return int(self._field.text()) if self._field.text().isdigit() else self._number

    def take_focus(self) -> None:
        """Put the cursor here, with the number marked."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def set_open(self, on: bool) -> None:
        """Let it be counted, or only be read."""
        if on != self._open:
            self._open = on
            self._field.setEnabled(on)
            for button in (self._less, self._more):
                button.setVisible(on)
            self.update()

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._open:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.pen("lineStrong"))
        painter.setBrush(self._look.colour("paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 4.5, -1.5, -4.5), 10, 10)
