"""The way so far: every step can be gone back to, by arrows and Enter, or by its number."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from hrtrainer.group.action import Action
from hrtrainer.pages.presenter import MapLine, PresenterPage
from hrtrainer.qt.look import Look
from hrtrainer.qt.room.card import Card, KeyOf, small_button
from hrtrainer.qt.room.map_tree import MapTree
from hrtrainer.qt.widgets.boxes import row


class MapCard(Card):
    """The map. It opens over nothing: the room goes on as it was."""

    def __init__(self, look: Look, key_of: KeyOf, parent: QWidget | None = None) -> None:
        super().__init__(look, "The way so far", parent=parent)
        self._lines: tuple[MapLine, ...] = ()
        self._tree = MapTree(look)
        self._tree.wanted.connect(self._go_to)
        self.inside.addWidget(self._tree)
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
        news = page.map != self._lines
        self._lines = page.map
        if news and not self.isHidden():
            self._tree.show_lines(page.map)

    def toggle(self) -> None:
        """Open the map, or put it away."""
        if self.isHidden():
            self.open(by_number=False)
        else:
            self.hide()

    def open(self, by_number: bool) -> None:
        """Open the map, with the keyboard in the tree or in the field for a number."""
        self._tree.show_lines(self._lines)
        self.show()
        field: QWidget = self._number if by_number else self._tree
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go(self) -> None:
        """To the number that is typed, or else to the step that is marked."""
        typed = self._number.text()
        number = int(typed) if typed.isdigit() else self._tree.marked()
        if number:
            self._number.clear()
            self._go_to(number)

    def _go_to(self, number: int) -> None:
        self.hide()
        self.wish(Action.GO, number)
