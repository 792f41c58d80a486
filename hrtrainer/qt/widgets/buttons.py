"""Buttons: primary, plain and quiet, with an icon and a key cap, and a focus ring that is always seen."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import on_button, plain

PRIMARY, PLAIN, QUIET, NAV, CHIP = "primary", "plain", "quiet", "nav", "chip"
_RING = 4
"""Room around the shape for the focus ring, in px."""


class Button(QPushButton):
    """A button of one kind. `key` is the key that does the same; it is shown as a cap and told to screen readers."""

    def __init__(
        self, look: Look, text: str, kind: str = PLAIN, icon: str = "", key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._kind, self._icon, self._key = look, kind, icon, key
        self._size: QSize | None = None
        self._compact, self._why = False, ""
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred if kind != NAV else QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        )
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(True)  # Enter presses the button that has the focus
        if kind in (NAV, CHIP):
            self.setCheckable(True)
        self.say(text)

    def say(self, text: str) -> None:
        """Show a text."""
        self._text = plain(text)
        self._size = None
        self.setText(on_button(text))
        self.setAccessibleName(self._text)
        if self._key:
            self.setAccessibleDescription(f"Key: {self._key}")
        self.updateGeometry()
        self.update()

    def show_why(self, why: str) -> None:
        """Look as if it could not be pressed, and say why; pressing it still tells, so that the reason can be heard."""
        self._why = plain(why)
        self.setToolTip(plain(why or (self._text if self._compact else "")))
        self.setAccessibleDescription(". ".join(filter(None, (self._why, f"Key: {self._key}" if self._key else ""))))
        self.update()

    def show_key(self, key: str) -> None:
        """Show another key that does the same."""
        self._key = key
        self.say(self._text)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look, self._size = look, None
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show the icon without the text, which becomes a tip, or both."""
        if compact == self._compact:
            return
        self._compact, self._size = compact, None
        self.setToolTip(plain(self._why or (self._text if compact else "")))
        self.updateGeometry()
        self.update()

    def _font_role(self) -> str:
        return {CHIP: "small", NAV: "strong"}.get(self._kind, "strong")

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        if self._size is None:  # layouts ask a hundred times over
            self._size = self._measure()
        return self._size

    def _measure(self) -> QSize:
        look = self._look
        height = look.px(32 if self._kind == CHIP else 44)
        width = look.px(14 if self._kind == CHIP else 18 if self._kind != QUIET else 10) * 2
        if self._icon:
            width += look.px(20) + (0 if self._compact else look.px(8))
        if not self._compact:
            width += round(QFontMetricsF(look.font(self._font_role())).horizontalAdvance(self._text)) + 2
        if self._key:
            width += look.px(8) + self._cap_width()
        return QSize(width + 2 * _RING, height + 2 * _RING)

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(
            min(self.sizeHint().width(), self._look.px(44) + 2 * _RING)
            if self._kind == NAV
            else self.sizeHint().width(),
            self.sizeHint().height(),
        )

    def _cap_width(self) -> int:
        return round(QFontMetricsF(self._look.font("kbd")).horizontalAdvance(self._key)) + self._look.px(12)

    def _colours(self) -> tuple[str | None, str | None, str]:
        """Fill, line and ink, by kind and state."""
        if not self.isEnabled() or self._why:
            return None, (None if self._kind == QUIET else "line"), "ink3"
        down, hovered, checked = self.isDown(), self.underMouse(), self.isChecked()
        match self._kind:
            case "primary":
                return ("plumPress" if down else "plumHover" if hovered else "plum"), None, "onPlum"
            case "plain":
                lit = down or hovered or checked
                return ("plumTint" if lit else "paper"), ("plum" if hovered or checked else "lineStrong"), "ink"
            case "nav":
                return ("paper" if checked else "plumTint" if hovered else None), None, ("plum" if checked else "ink2")
            case "chip":
                return (
                    ("plum" if checked else "plumTint" if hovered else "paper"),
                    ("plum" if checked else "line"),
                    ("onPlum" if checked else "ink2"),
                )
            case _:
                return ("plumTint" if down or hovered else None), None, "plum"

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._look
        fill, line, ink = self._colours()
        box = QRectF(self.rect()).adjusted(_RING + 0.5, _RING + 0.5, -_RING - 0.5, -_RING - 0.5)
        radius = box.height() / 2 if self._kind == CHIP else 10
        painter.setPen(look.pen(line, dashed=bool(self._why) or not self.isEnabled()) if line else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            painter.setPen(look.pen("focus", 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawRoundedRect(ring, radius + 3, radius + 3)
        self._paint_inside(painter, box, ink)

    def _paint_inside(self, painter: QPainter, box: QRectF, ink: str) -> None:
        look = self._look
        font = look.font(self._font_role())
        painter.setFont(font)
        words = 0.0 if self._compact else QFontMetricsF(font).horizontalAdvance(self._text)
        icon = look.px(20) if self._icon else 0
        gap = look.px(8) if icon and words else 0
        cap = self._cap_width() if self._key else 0
        whole = icon + gap + words + (look.px(8) + cap if cap else 0)
        x = box.left() + look.px(12) if self._kind == NAV and not self._compact else box.center().x() - whole / 2
        if icon:
            pixmap = look.icon_pixmap(self._icon, ink, icon, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(x, box.center().y() - icon / 2), pixmap)
            x += icon + gap
        painter.setPen(look.colour(ink))
        if words:
            painter.drawText(QRectF(x, box.top(), words + 2, box.height()), Qt.AlignmentFlag.AlignVCenter, self._text)
            x += words + look.px(8)
        elif icon:
            x += look.px(8)
        if cap:
            paint_cap(painter, look, QRectF(x, box.center().y() - look.px(11), cap, look.px(22)), self._key, ink)


def paint_cap(painter: QPainter, look: Look, box: QRectF, key: str, ink: str) -> None:
    """Draw a key cap."""
    painter.setPen(look.pen(ink))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 5, 5)
    painter.setFont(look.font("kbd"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
