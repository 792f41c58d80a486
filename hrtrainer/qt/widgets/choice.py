"""A choice: wrapped text, a number, and nothing that hints at its worth."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import on_button, plain


class Choice(QPushButton):
    """One thing that can be said. All choices of a decision are given the same height."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._number, self._words, self._tried = 0, "", False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_choice(self, number: int, words: str, tried: bool) -> None:
        """Show what can be said."""
        self._number, self._words, self._tried = number, plain(words), tried
        self.setText(on_button(words))
        self.setAccessibleName(f"{number}. {self._words}")
        self.setAccessibleDescription(f"Key: {number}" + (". Tried before." if tried else ""))
        self.updateGeometry()
        self.update()

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def _inner(self, width: float) -> QRectF:
        """The room for the words in a box of this width."""
        look = self._look
        left = look.px(14) + look.px(30) + look.px(14)
        right = look.px(16) + (look.px(62) if self._tried else 0)
        return QRectF(left, 0, max(40.0, width - left - right), 10_000)

    @guarded(88)
    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetricsF(self._look.font("choice"))
        words = metrics.boundingRect(self._inner(width), Qt.TextFlag.TextWordWrap, self._words).height()
        lines = max(1, round(words / metrics.height()))
        return max(self._look.px(84), round(lines * self._look.px(24) + self._look.px(32)))

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        width = max(self.width(), self._look.px(280))
        return QSize(width, self.heightForWidth(width))

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(84))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, down = self._look, self.isDown()
        width = 3 if self.hasFocus() else 2 if down else 1
        line = "focus" if self.hasFocus() else "plumPress" if down else "plum" if self.underMouse() else "lineStrong"
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(look.pen(line, width))
        painter.setBrush(look.colour("plumTint" if down or self.underMouse() else "paper"))
        painter.drawRoundedRect(box, 12, 12)
        self._paint_number(painter, down)
        self._paint_words(painter)

    def _paint_number(self, painter: QPainter, down: bool) -> None:
        look = self._look
        cap = QRectF(look.px(14), self.height() / 2 - look.px(15), look.px(30), look.px(30))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("plum" if down else "plumTint"))
        painter.drawRoundedRect(cap, look.px(6), look.px(6))
        painter.setPen(look.colour("onPlum" if down else "plum"))
        painter.setFont(look.font("strong"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _paint_words(self, painter: QPainter) -> None:
        look = self._look
        room = self._inner(self.width())
        room.setHeight(self.height())
        painter.setFont(look.font("choice"))
        painter.setPen(look.colour("ink"))
        painter.drawText(room, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter, self._words)
        if self._tried:
            x = self.width() - look.px(70)
            painter.drawPixmap(
                QPointF(x, self.height() / 2 - look.px(8)),
                look.icon_pixmap("history", "ink3", look.px(16), self.devicePixelRatioF()),
            )
            painter.setFont(look.font("small"))
            painter.setPen(look.colour("ink3"))
            painter.drawText(
                QRectF(x + look.px(20), 0, look.px(50), self.height()), Qt.AlignmentFlag.AlignVCenter, "tried"
            )
