"""A field to search with: a glass on the left, the key that leads to it on the right."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.prose import paint_cap_box


class SearchField(QLineEdit):
    """A search field. `key` is the key that leads to it."""

    def __init__(self, look: Look, hint: str, name: str, key: str = "/", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._key = look, key
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setAccessibleDescription(f"Key: {key}")
        self.setMaxLength(200)
        self._cap = round(QFontMetricsF(look.font("kbd")).horizontalAdvance(key)) + look.px(16)
        self.setTextMargins(look.px(26), 0, self._cap + look.px(6), 0)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, middle = look.px(18), self.height() / 2
        glass = look.icon_pixmap("search", "ink3", size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(look.px(14), middle - size / 2), glass)
        if self.text():
            return
        box = QRectF(self.width() - look.px(12) - self._cap, middle - look.px(11), self._cap, look.px(22))
        paint_cap_box(painter, look, box)
        painter.setFont(look.font("kbd"))
        painter.setPen(look.colour("ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)
