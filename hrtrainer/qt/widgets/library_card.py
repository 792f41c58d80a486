"""A card of the library: one button with everything needed to choose a conversation, drawn in one go."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from hrtrainer.pages.library import LibraryCard
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import on_button, plain
from hrtrainer.qt.widgets.prose import Block
from hrtrainer.qt.widgets.shelf import Shelf

_RADIUS = 14
_MOST_PLANS = 4
_MOST_GOALS = 2
_MOST_LINES = 8
"""Lines a text on a card may take. A content note is never cut short of that: it is read to decide."""


class _Plan:
    """Where everything goes in a card of one width. The foot is measured from the lower edge."""

    def __init__(self, picture: int, played: Block) -> None:
        self.picture, self.played = picture, played
        self.height = self.foot = 0.0
        self.texts: list[tuple[Block, float, float, str]] = []
        self.icons: list[tuple[str, str, float, float, int]] = []
        self.chips: list[QRectF] = []


class CardButton(QPushButton):
    """One scenario. Enter, Space or a click opens it; `opened` tells its id."""

    opened = Signal(str)

    def __init__(self, look: Look, shelf: Shelf, card: LibraryCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._shelf, self._card = look, shelf, card
        self._plans: dict[int, _Plan] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.clicked.connect(self._tell)
        self.show_card(card)

    def show_card(self, card: LibraryCard) -> None:
        """Show another scenario."""
        self._card = card
        self._plans.clear()
        self.setText(on_button(card.title))
        self.setAccessibleName(plain(f"{card.title}. {card.who_where}. {card.minutes}"))
        goals = "; ".join(card.goals)
        about = (f"Practises: {goals}", f"At stake: {card.principles}", card.content_note, card.reviewed, card.played)
        self.setAccessibleDescription(plain(". ".join(one.rstrip(".") for one in about if one)))
        self.updateGeometry()
        self.update()

    def _tell(self) -> None:
        self.opened.emit(self._card.id)

    def _planned(self, width: int) -> _Plan:
        """Layouts ask for a few widths (with and without a scroll bar) again and again."""
        if width not in self._plans:
            if len(self._plans) > _MOST_PLANS:
                self._plans.clear()
            self._plans[width] = self._laid(width)
        return self._plans[width]

    def _laid(self, width: int) -> _Plan:
        look, card = self._look, self._card
        played = self._block(card.played, "caption", 18, 2)
        plan = _Plan(max(look.px(104), round(width * 0.276)), played)
        left, inner = float(look.px(18)), max(40.0, width - 2.0 * look.px(18))
        y = float(plan.picture + look.px(15))
        time = self._block(card.minutes, "small", 20, 1)
        time.lay(inner)
        beside = time.widest() + look.px(21)
        title = self._block(card.title, "h2", 28, 3)
        title.lay(inner - beside - look.px(12))
        plan.texts.append((title, left, y, "ink"))
        plan.texts.append((time, left + inner - time.widest(), y + look.px(4), "ink2"))
        plan.icons.append(("clock", "ink2", left + inner - beside, y + look.px(6), look.px(16)))
        y = self._add(plan, self._block(card.who_where, "small", 20, 3), left, y + title.height, inner, "ink2")
        y = self._add_goals(plan, left, y + look.px(10), inner)
        y += look.px(8)
        for name, text, ink in (
            ("compass", card.principles, "ink"),
            ("feather", card.content_note, "ink2"),
            ("shield-check", card.reviewed, "ink2"),
        ):
            if text:
                plan.icons.append((name, ink, left, y + look.px(2), look.px(17)))
                y = self._add(
                    plan, self._block(text, "small", 21, _MOST_LINES), left + look.px(25), y, inner - look.px(25), ink
                )
                y += look.px(3)
        played.lay(inner - (look.px(102) if card.seen > 0 else 0))
        plan.foot = played.height + look.px(24)
        plan.height = y + look.px(9) + plan.foot
        return plan

    def _block(self, text: str, role: str, line: float, most: int) -> Block:
        return Block(text, self._shelf.font(role), self._look.px(line), most)

    @staticmethod
    def _add(plan: _Plan, block: Block, x: float, y: float, width: float, ink: str) -> float:
        block.lay(width)
        plan.texts.append((block, x, y, ink))
        return y + block.height

    def _add_goals(self, plan: _Plan, left: float, y: float, inner: float) -> float:
        """Goals as chips; a goal that is a sentence is cut to the card, and stands whole in the brief."""
        look = self._look
        pad, high, gap = look.px(10), look.px(28), look.px(6)
        x = left
        for goal in self._card.goals[:_MOST_GOALS]:
            block = self._block(goal, "small", 28, 1)
            block.lay(inner - 2 * pad)
            wide = min(inner, block.widest() + 2 * pad)
            if x > left and x + wide > left + inner:
                x, y = left, y + high + gap
            plan.chips.append(QRectF(x, y, wide, high))
            plan.texts.append((block, x + pad, y, "ink2"))
            x += wide + gap
        return y + high if self._card.goals else y - look.px(10)

    @guarded(360)
    def heightForWidth(self, width: int) -> int:
        if not self.isVisible():  # the width is still a guess then; to break every text for it would be slow
            return self.sizeHint().height()
        return round(self._planned(width).height)

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(340), self._look.px(420))

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(200))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, plan = self._look, self._planned(self.width())
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("plumTint" if self.isDown() else "paper"))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        self._paint_picture(painter, plan)
        for chip in plan.chips:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("sunken"))
            painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        for name, ink, x, y, size in plan.icons:
            painter.drawPixmap(QPointF(x, y), self._shelf.icon(name, ink, size, self.devicePixelRatioF()))
        for block, x, y, ink in plan.texts:
            block.paint(painter, x, y, look.colour(ink))
        self._paint_foot(painter, plan)
        width = 3 if self.hasFocus() else 1
        edge = "focus" if self.hasFocus() else "plum" if self.underMouse() or self.isDown() else "line"
        inset = width / 2
        painter.setPen(look.pen(edge, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)

    def _paint_picture(self, painter: QPainter, plan: _Plan) -> None:
        picture = self._shelf.picture(self._card.picture, self.width(), plan.picture, self.devicePixelRatioF())
        corners, below = self.rect(), self.rect()
        corners.setHeight(_RADIUS)
        below.setTop(_RADIUS)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        # Cut to the curve only where the curve is: cutting costs several times what painting does.
        painter.save()
        painter.setClipRect(below)
        painter.drawPixmap(QPointF(0, 0), picture)
        painter.setClipRect(corners)
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        painter.drawPixmap(QPointF(0, 0), picture)
        painter.restore()

    def _paint_foot(self, painter: QPainter, plan: _Plan) -> None:
        look = self._look
        left, right, top = look.px(18), self.width() - look.px(18), self.height() - plan.foot
        painter.setPen(look.pen("line"))
        painter.drawLine(QPointF(left, top), QPointF(right, top))
        x, y = float(left), top + look.px(10)
        if self._card.seen > 0:
            wide, high = look.px(92), look.px(6)
            track = QRectF(left, y + (look.px(18) - high) / 2, wide, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("sunken"))
            painter.drawRoundedRect(track, high / 2, high / 2)
            track.setWidth(max(high, wide * min(1.0, self._card.seen)))
            painter.setBrush(look.colour("plum"))
            painter.drawRoundedRect(track, high / 2, high / 2)
            x += look.px(102)
        plan.played.paint(painter, x, y, look.colour("ink2"))
