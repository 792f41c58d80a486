"""Places that fold: equal columns that become fewer in a narrow window, rows that wrap, a page that scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import row


class _Laid(QWidget):
    """A widget that places its children itself, by its width."""

    def __init__(self, gap: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QWidget] = []
        self._gap = gap
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fill(self, widgets: Sequence[QWidget]) -> None:
        """Hold these widgets, in this order."""
        self._items = list(widgets)
        for one in self._items:
            if one.parentWidget() is not self:
                one.setParent(self)
        self._again()

    @property
    def held(self) -> tuple[QWidget, ...]:
        """What it holds, in reading order."""
        return tuple(self._items)

    def _shown(self) -> list[QWidget]:
        """All but those hidden on purpose; those of a page that is not on the screen yet count."""
        purpose = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
        return [one for one in self._items if not (one.isHidden() and one.testAttribute(purpose))]

    def boxes(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Where each shown widget goes in this width."""
        raise NotImplementedError

    def _again(self) -> None:
        self.updateGeometry()
        if self.isVisible():  # before that the width is not known, and to lay out texts for a guess takes time
            self._place()

    def _place(self) -> None:
        for widget, box in self.boxes(self.width()):
            widget.setGeometry(box)
            if widget.isHidden():
                widget.show()

    @guarded(0)
    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for _, box in self.boxes(width)), default=0)

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        self._again()

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._again()
        return super().event(event)


class Fold(_Laid):
    """Equal columns, at most `most`, each at least `least` px wide; everything in a line is given the same height."""

    def __init__(self, least: int, most: int, gap: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(gap, parent)
        self._least, self._most = least, most

    def columns(self, width: int) -> int:
        """How many columns fit."""
        across = self._gap[0]
        return max(1, min(self._most, (width + across) // (self._least + across)))

    def boxes(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Where each shown widget goes in this width."""
        across, down = self._gap
        columns = self.columns(width)
        wide = max(1, (width - across * (columns - 1)) // columns)
        found: list[tuple[QWidget, QRect]] = []
        items, top = self._shown(), 0
        for start in range(0, len(items), columns):
            line = items[start : start + columns]
            high = max(height(one, wide) for one in line)
            found += [(one, QRect(i * (wide + across), top, wide, high)) for i, one in enumerate(line)]
            top += high + down
        return found


class Flow(_Laid):
    """Widgets one after the other, going on in the next line; each in the middle of its line's height."""

    def boxes(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Where each shown widget goes in this width."""
        across, down = self._gap
        found: list[tuple[QWidget, QRect]] = []
        top = 0
        for line in self._lines(width):
            sized = [(one, wide, height(one, wide)) for one, wide in line]
            high = max(own for _, _, own in sized)
            x = 0
            for one, wide, own in sized:
                found.append((one, QRect(x, top + (high - own) // 2, wide, own)))
                x += wide + across
            top += high + down
        return found

    def _lines(self, width: int) -> list[list[tuple[QWidget, int]]]:
        lines: list[list[tuple[QWidget, int]]] = []
        used = 0
        for one in self._shown():
            wide = min(wished(one).width(), max(1, width))
            if not lines or used + wide > width:
                lines.append([])
                used = 0
            lines[-1].append((one, wide))
            used += wide + self._gap[0]
        return lines

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        wide = sum(wished(one).width() + self._gap[0] for one in self._shown()) - self._gap[0]
        return QSize(max(0, wide), self.heightForWidth(max(1, wide)))


def wished(widget: QWidget) -> QSize:
    """The size a widget asks for, within its bounds."""
    return widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())


def height(widget: QWidget, width: int) -> int:
    """The height a widget needs in a width."""
    if widget.hasHeightForWidth():
        return max(widget.heightForWidth(width), widget.minimumHeight())
    return wished(widget).height()


class _Ring(QWidget):
    """The focus ring of a page, over everything it holds."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.pen("focus", 3))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5), 8, 8)


class PageScroll(QScrollArea):
    """A page that may be longer than the window: in the middle, at most `most` wide, and it follows the focus.

    With a `name`, the page itself can have the focus, so that the keys scroll what holds nothing to press.
    """

    def __init__(
        self, look: Look, inner: QWidget, most: int = 0, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._ring = _Ring(look, self)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name else Qt.FocusPolicy.NoFocus)
        self.setViewport(QWidget())  # one of our own fills nothing, and need not be asked for: PySide is slow at that
        page = QWidget()
        page.setProperty("clear", "true")
        across = row(page)
        self.setWidget(page)  # before anything stands in it, or all of it is laid out for a width that is a guess
        if most:
            inner.setMaximumWidth(most)
        across.addStretch(1)
        across.addWidget(inner, 10_000)
        across.addStretch(1)
        self._focus_was = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self) -> None:
        """Scroll to what has the focus. Never under a pressed mouse: the press would miss. Nor when a page opens.

        The signal carries what had the focus before, too. That may be a widget in the middle of its end, and PySide
        would make a Python object of it: so nothing of the signal is taken.
        """
        focus, before = QApplication.focusWidget(), self._focus_was
        self._focus_was = focus is not None
        self._ring.setVisible(focus is self)
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if before and focus is not None and not pressed and self.isAncestorOf(focus):
            self.ensureWidgetVisible(focus, 0, self._look.px(24))

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ring.setGeometry(self.rect())
        self._ring.raise_()
