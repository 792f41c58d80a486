"""The way so far: every step can be gone back to, by arrows and Enter, or by its number."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from hrtrainer.group.action import Action
from hrtrainer.pages.presenter import MapLine, PresenterPage
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import plain
from hrtrainer.qt.room.card import Card, KeyOf, small_button
from hrtrainer.qt.widgets.boxes import row

_ROWS = 8


class _Steps(QListWidget):
    """The steps. Enter goes to the one that is marked."""

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)


class MapCard(Card):
    """The map. It opens over nothing: the room goes on as it was."""

    def __init__(self, look: Look, key_of: KeyOf, parent: QWidget | None = None) -> None:
        super().__init__(look, "The way so far", parent=parent)
        self._lines: tuple[MapLine, ...] = ()
        self._list = _Steps()
        self._list.setAccessibleName("The way so far")
        self._list.setFixedHeight(look.px(36 * _ROWS))
        self._list.itemActivated.connect(self._go_to_marked)
        self.inside.addWidget(self._list)
        self._number = QLineEdit()
        self._number.setAccessibleName("Number of a step")
        self._number.setPlaceholderText("Step number")
        self._number.setValidator(QIntValidator(1, 9999, self._number))
        self._number.returnPressed.connect(self._go)
        button = small_button(look, "Go to step", key=key_of(Action.GO))
        button.clicked.connect(self._go)
        shut = small_button(look, "Close the map", key=key_of(Action.MAP))
        shut.clicked.connect(self.hide)
        across = row(gap=look.px(4))
        self.inside.addLayout(across)
        across.addWidget(self._number, 1)
        across.addWidget(button)
        across.addWidget(shut)
        self.hide()

    def show_page(self, page: PresenterPage) -> None:
        if page.map == self._lines:
            return
        self._lines = page.map
        self._list.clear()
        for line in page.map:
            self._list.addItem(plain(f"{line.number}.  {line.name}{'  (here)' if line.here else ''}"))
            if line.here:
                self._list.setCurrentRow(line.number - 1)

    def toggle(self) -> None:
        """Open the map, or put it away."""
        if self.isHidden():
            self.open(by_number=False)
        else:
            self.hide()

    def open(self, by_number: bool) -> None:
        """Open the map, with the keyboard in the list or in the field for a number."""
        self.show()
        field: QWidget = self._number if by_number else self._list
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go(self) -> None:
        if self._number.text().isdigit():
            number = int(self._number.text())
            self._number.clear()
            self.hide()
            self.wish(Action.GO, number)

    def _go_to_marked(self) -> None:
        number = self._list.currentRow() + 1
        self.hide()
        self.wish(Action.GO, number)
