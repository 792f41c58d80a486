"""Moments across conversations: a row for each principle or move, a column for each conversation, each moment opens.

Where the conversations do not all fit, the newest are shown; `shift` goes back by as many as it is told.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrtrainer.pages.growth import GrowthColumn, GrowthRow
from hrtrainer.qt.announce import announce
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import plain
from hrtrainer.qt.widgets.moment_plan import MomentPlan, Placed, fitting, paint_moments, plan_moments
from hrtrainer.qt.widgets.tip import Tip


class MomentGrid(QWidget):
    """One stop for Tab, with the arrow keys inside. `moment_wanted` tells a session's key and a turn.

    `walked` tells where the moment stands that the keys have led to.
    """

    moment_wanted = Signal(str, int)
    shifted = Signal()
    walked = Signal(object)

    def __init__(self, look: Look, name: str, tip: Tip | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._name, self._tip = look, name, tip
        self._columns: tuple[GrowthColumn, ...] = ()
        self._rows: tuple[GrowthRow, ...] = ()
        self._back, self._now, self._over = 0, 0, -1
        self._plan: MomentPlan | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{plain(name)}. Arrow keys go from moment to moment, Enter opens one.")

    def show_rows(self, columns: Sequence[GrowthColumn], rows: Sequence[GrowthRow]) -> None:
        """Show conversations (the oldest first) and rows with a cell for each of them."""
        self._columns, self._rows, self._back, self._now, self._plan = tuple(columns), tuple(rows), 0, 0, None
        self.setAccessibleDescription(plain(" ".join(f"{row.name}: {said_row(row)}" for row in rows)))
        self.updateGeometry()
        self.update()

    # Which conversations are seen

    def hidden(self) -> tuple[int, int]:
        """How many conversations lie before those that are seen, and after."""
        return max(0, len(self._columns) - self._back - fitting(self._look, self.width())), self._back

    def shift(self, by: int) -> None:
        """Go back by some conversations, or with a negative number towards the newest."""
        most = max(0, len(self._columns) - fitting(self._look, self.width()))
        self._back = max(0, min(most, self._back + by))
        self._now, self._plan = 0, None
        self.updateGeometry()
        self.update()
        self.shifted.emit()

    def _seen(self, width: int) -> range:
        last = len(self._columns) - self._back
        return range(max(0, last - fitting(self._look, width)), last)

    def _lay(self, width: int) -> MomentPlan:
        if self._plan is None or self._plan.width != width:
            self._plan = plan_moments(self._look, self._columns, self._rows, self._seen(width), width)
        return self._plan

    @property
    def _placed(self) -> list[Placed]:
        return self._lay(self.width()).placed

    @guarded(100)
    def heightForWidth(self, width: int) -> int:
        return self._lay(width).height

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        width = max(self.width(), self._look.px(320))
        return QSize(width, self.heightForWidth(width))

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(60))

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._now, most = 0, max(0, len(self._columns) - fitting(self._look, self.width()))
        self._back = min(self._back, most)
        self._plan = None
        self.shifted.emit()

    # Going from moment to moment

    def _go(self, to: int) -> None:
        self._now = max(0, min(len(self._placed) - 1, to))
        placed = self._placed[self._now]
        self.walked.emit(placed.box.toAlignedRect())
        self._show_tip(self._now)
        announce(self, placed.moment.told)
        self.update()

    def _beside(self, way: int) -> int:
        """The moment nearest above (-1) or below (1)."""
        here = self._placed[self._now]
        rows = [one.row for one in self._placed if (one.row - here.row) * way > 0]
        if not rows:
            return self._now
        row = min(rows, key=lambda one: abs(one - here.row))
        near = [(abs(one.column - here.column), at) for at, one in enumerate(self._placed) if one.row == row]
        return min(near)[1]

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self._placed:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self._now)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go(self._beside(-1 if key == Qt.Key.Key_Up else 1))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._go(self._now + (1 if key == Qt.Key.Key_Right else -1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else len(self._placed) - 1)
        else:
            super().keyPressEvent(event)

    def _open(self, at: int) -> None:
        moment = self._placed[at].moment
        self.moment_wanted.emit(moment.key, moment.turn)

    def _show_tip(self, at: int) -> None:
        if self._tip is not None and 0 <= at < len(self._placed):
            self._tip.show_at(self, self._placed[at].box.toAlignedRect(), self._placed[at].moment.told)
        elif self._tip is not None:
            self._tip.hide()

    @guarded()
    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._placed and event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._go(self._now)
        self.update()

    @guarded()
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._show_tip(-1)
        self.update()

    def _under(self, event: QMouseEvent) -> int:
        spot = event.position()
        return next((at for at, one in enumerate(self._placed) if one.box.contains(spot)), -1)

    @guarded()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._under(event)
        if over != self._over:
            self._over = over
            self.setCursor(Qt.CursorShape.PointingHandCursor if over >= 0 else Qt.CursorShape.ArrowCursor)
            self._show_tip(over)

    @guarded()
    def leaveEvent(self, event: QEvent) -> None:
        self._over = -1
        self._show_tip(-1)

    @guarded()
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._under(event)
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._now = at
            self._open(at)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_moments(painter, self._look, self._lay(self.width()))
        if self.hasFocus() and self._placed:
            painter.setPen(self._look.pen("focus", 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._placed[self._now].box.adjusted(-1, -1, -1, -1), 7, 7)


def said_row(row: GrowthRow) -> str:
    """A row in words: its moments, or that it was not in play."""
    told = [moment.told.removeprefix(f"{row.name}. ") for cell in row.cells for moment in cell]
    return "\n".join(told) or "Not in play in these conversations."
