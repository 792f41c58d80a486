"""Asking which screen the room sees: a large number on each, and nothing else on any of them until one is chosen."""

from functools import partial

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from hrtrainer.group.letters import shape
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.wall.look import HIGH, WallLook
from hrtrainer.qt.wall.painting import outline

QUESTION = "Which screen can the room see?"
HOW = "Click on it, or press its number. Esc leaves it open."
_GROUNDS = (("talk", "onTalk"), ("oat", "talk"))


class NumberCard(QWidget):
    """One number all over one screen. `chosen` carries the number that was pressed or clicked; 0 is none."""

    chosen = Signal(int)

    def __init__(self, look: WallLook, number: int, most: int) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._look, self._number, self._most = look, number, most
        self.setObjectName("number")
        self.setWindowTitle(QUESTION)
        self.setAccessibleName(f"Screen {number}. {QUESTION} {HOW}")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @guarded()
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(self._number)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self.chosen.emit(0)
        elif event.text().isdigit() and 1 <= int(event.text()) <= self._most:
            self.chosen.emit(int(event.text()))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        ground, ink = _GROUNDS[(self._number - 1) % len(_GROUNDS)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour(ground))
        scale = self.height() / HIGH
        painter.scale(scale, scale)
        width = self.width() / scale
        painter.setPen(look.colour(ink))
        font = look.font("letter")
        font.setPixelSize(480)
        painter.setFont(font)
        middle = Qt.AlignmentFlag.AlignCenter
        figure = QRectF(0, 120, width, 560)
        painter.drawText(figure, middle, str(self._number))
        wide = QFontMetricsF(font).horizontalAdvance(str(self._number))
        sign = QRectF(width / 2 + wide / 2 + 60, 320, 160, 160)
        painter.fillPath(outline(shape(self._number), sign), look.colour(ink))
        for y, role, text in ((720, "question", QUESTION), (850, "support", HOW)):
            painter.setFont(look.font(role))
            painter.drawText(QRectF(0, y, width, 120), middle, text)


class Numbers(QObject):
    """The cards on all screens at once. `chosen` carries a number; it is 0 when somebody left the question open."""

    chosen = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[NumberCard] = []

    @property
    def shown(self) -> bool:
        """Whether the question stands."""
        return bool(self._cards)

    def ask(self, look: WallLook, screens: list[QScreen]) -> None:
        """Put a number on each screen."""
        self.put_away()
        for number, screen in enumerate(screens, 1):
            card = NumberCard(look, number, len(screens))
            card.chosen.connect(partial(self._answer))
            card.setScreen(screen)
            card.setGeometry(screen.geometry())
            card.showFullScreen()
            self._cards.append(card)
        if self._cards:
            self._cards[0].activateWindow()

    def put_away(self) -> None:
        """Take the numbers down."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = []

    def _answer(self, number: int) -> None:
        self.put_away()
        self.chosen.emit(number)
