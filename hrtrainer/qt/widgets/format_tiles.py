"""Tiles of formats: the name of one and what it is for, three beside each other, one of them chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import on_button, plain
from hrtrainer.qt.widgets.fold import Fold


class _Tile(QRadioButton):
    """One format."""

    def __init__(self, look: Look, name: str, purpose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._name, self._purpose = look, plain(name), plain(purpose)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.setText(on_button(name))
        self.setAccessibleName(plain(f"Save as {name}"))
        self.setAccessibleDescription(self._purpose)

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        look = self._look
        texts = ((self._name, "strong"), (self._purpose, "caption"))
        wide = max(QFontMetricsF(look.font(role)).horizontalAdvance(text) for text, role in texts)
        return QSize(round(wide) + look.px(22), look.px(54))

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @guarded(False)
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, focus = self.isChecked(), self.hasFocus()
        pen = 3 if focus else 2 if on else 1
        painter.setPen(look.pen("focus" if focus else "plum" if on or self.underMouse() else "lineStrong", pen))
        painter.setBrush(look.colour("plumTint" if on or self.underMouse() else "paper"))
        box = QRectF(self.rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        painter.drawRoundedRect(box, 10, 10)
        inside = QRectF(self.rect()).adjusted(look.px(12), look.px(7), -look.px(8), -look.px(7))
        for text, role, ink, side in (
            (self._name, "strong", "ink", Qt.AlignmentFlag.AlignTop),
            (self._purpose, "caption", "ink2", Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(look.font(role))
            painter.setPen(look.colour(ink))
            painter.drawText(inside, side | Qt.AlignmentFlag.AlignLeft, text)


class FormatTiles(Fold):
    """`picked` tells the id of the format that a person chose."""

    picked = Signal(str)

    def __init__(self, look: Look, formats: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        tiles = [_Tile(look, name, purpose) for _, name, purpose in formats]
        super().__init__(max(tile.sizeHint().width() for tile in tiles), 3, (look.px(8), look.px(8)), parent)
        self.setAccessibleName("Save as")
        self._ids = [one for one, _, _ in formats]
        self._group = QButtonGroup(self)
        for at, tile in enumerate(tiles):
            self._group.addButton(tile, at)
        self._group.idClicked.connect(self._tell)
        self.fill(tiles)

    def pick(self, one: str) -> None:
        """Show which is picked, without telling."""
        self._group.button(self._ids.index(one)).setChecked(True)

    def _tell(self, at: int) -> None:
        self.picked.emit(self._ids[at])
