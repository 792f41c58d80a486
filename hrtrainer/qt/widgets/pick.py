"""A field that picks one of a list: names as typed, an arrow in the theme's ink, and deaf to a passing mouse wheel."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import plain


class Pick(QComboBox):
    """One of several (id, name) pairs. `picked` tells the id that a person chose."""

    picked = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._tell)

    def show_options(self, options: Sequence[tuple[str, str]], current: str) -> None:
        """Show what can be picked, and what is."""
        held = [(self.itemData(at), self.itemText(at)) for at in range(self.count())]
        if held != [(one, plain(name)) for one, name in options]:
            self.clear()
            for one, name in options:
                self.addItem(plain(name), one)
        self.setCurrentIndex(self.findData(current))

    def current(self) -> str:
        """The id that is picked, or ''."""
        return str(self.currentData() or "")

    def _tell(self, at: int) -> None:
        self.picked.emit(str(self.itemData(at) or ""))

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), super().minimumSizeHint().height())

    @guarded()
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the page must not change what is picked

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look, size = self._look, self._look.px(20)
        painter = QPainter(self)
        spot = QPointF(self.width() - look.px(12) - size, (self.height() - size) / 2)
        painter.drawPixmap(spot, look.icon_pixmap("chevron-down", "ink2", size, self.devicePixelRatioF()))
