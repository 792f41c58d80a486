"""Parts of the library beside its cards: the band to go on, files that will not open yet, and an empty shelf."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from hrtrainer.pages.library import BrokenCard
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import add_all, column, row, upright
from hrtrainer.qt.widgets.buttons import PRIMARY, QUIET, Button
from hrtrainer.qt.widgets.picture import Icon
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.shelf import Shelf


class _SidePicture(QWidget):
    """A vignette that fills the left of a band."""

    def __init__(self, look: Look, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._shelf, self._name = look, shelf, ""
        self.setFixedWidth(look.px(250))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)

    def show_picture(self, name: str) -> None:
        """Show a vignette."""
        self._name = name
        self.update()

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(250), self._look.px(120))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(0, 0, 40, 0), 13, 13)
        painter.setClipPath(outline)
        picture = self._shelf.picture(self._name, self.width(), self.height(), self.devicePixelRatioF())
        painter.drawPixmap(QPointF(0, 0), picture)


class Band(QFrame):
    """Something that waits: an unfinished conversation, or what could come next. Both signals tell its key."""

    taken = Signal(str)
    declined = Signal(str)

    def __init__(self, look: Look, shelf: Shelf, head: str, way: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._key, self._folded, self._has_picture = look, "", False, False
        self._head, self._way = head, way
        self.setProperty("surface", "card")
        self._layout = row(self, (1, 1, 1, 1))
        self._picture = _SidePicture(look, shelf)
        self._layout.addWidget(self._picture)
        self._layout.addWidget(self._words(), 1)
        self._rule = upright()
        self._layout.addWidget(self._rule)
        self._layout.addWidget(self._buttons())

    def _words(self) -> QWidget:
        look = self._look
        words = QWidget()
        inside = column(words, (look.px(24), look.px(20), look.px(24), look.px(20)), look.px(2))
        self._title, self._text = Prose(look, role="h2"), Prose(look)
        add_all(inside, [Prose(look, self._head, "smallstrong", "plum"), self._title, self._text])
        inside.addStretch(1)
        return words

    def _buttons(self) -> QWidget:
        look = self._look
        buttons = QWidget()
        self._go = Button(look, self._way, PRIMARY)
        self._not_now = Button(look, "Not now", QUIET)
        for one in (self._go, self._not_now):
            one.setAutoDefault(True)
        self._go.clicked.connect(self._tell_go)
        self._not_now.clicked.connect(self._tell_not_now)
        self._pair = column(buttons, (look.px(20), look.px(18), look.px(20), look.px(18)), look.px(4))
        self._go.setMinimumWidth(look.px(168))
        self._pair.addStretch(1)
        add_all(self._pair, [self._go, self._not_now])
        self._pair.addStretch(1)
        return buttons

    def _tell_go(self) -> None:
        self.taken.emit(self._key)

    def _tell_not_now(self) -> None:
        self.declined.emit(self._key)

    def show_words(self, key: str, title: str, text: str, picture: str) -> None:
        """Show what waits."""
        self._key, self._has_picture = key, bool(picture)
        self._title.say(title)
        self._text.say(text)
        self._go.setAccessibleName(f"{self._way}: {title}")
        self._not_now.setAccessibleName(f"Not now: {title}")
        self._picture.show_picture(picture)
        self.fold(self._folded)

    def buttons(self) -> list[QWidget]:
        """Its buttons in reading order."""
        return [self._go, self._not_now]

    def fold(self, folded: bool) -> None:
        """Stand in one column, without the picture."""
        self._folded = folded
        way = QBoxLayout.Direction
        self._layout.setDirection(way.TopToBottom if folded else way.LeftToRight)
        self._pair.setDirection(way.LeftToRight if folded else way.TopToBottom)
        self._pair.setStretch(0, 0 if folded else 1)
        self._picture.setVisible(self._has_picture and not folded)
        self._rule.setVisible(not folded)


class Broken(QFrame):
    """A file that will not open yet, and what there is to mend."""

    def __init__(self, look: Look, card: BrokenCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "strainsTint")
        inside = column(self, (look.px(20), look.px(16), look.px(20), look.px(18)), look.px(6))
        head = row(gap=look.px(10))
        head.addWidget(Icon(look, "file-warning", "strains", 20), 0, Qt.AlignmentFlag.AlignTop)
        names = column()
        add_all(names, [Prose(look, card.title, "strong", "strains"), Prose(look, card.file, "source", "ink2")])
        head.addLayout(names, 1)
        inside.addLayout(head)
        for one in card.diagnostics:
            inside.addWidget(Prose(look, one, "small", "ink"))
        inside.addStretch(1)


class EmptyShelf(QFrame):
    """No card to show: one line of fact, one way on."""

    cleared = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        inside = column(self, (look.px(24), look.px(40), look.px(24), look.px(40)), look.px(12))
        inside.addWidget(Icon(look, "search", "ink3", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        self._words = Prose(look, role="strong", centred=True)
        inside.addWidget(self._words)
        self.clear_button = Button(look, "Clear the filters")
        self.clear_button.setAutoDefault(True)
        self.clear_button.clicked.connect(self.cleared)
        inside.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_reason(self, filtered: bool) -> None:
        """Say why nothing is shown: filters, or there is nothing."""
        nothing = "There is no scenario to show. Topics that are left out can be brought back in Settings."
        self._words.say("No scenario matches. Clear the filters." if filtered else nothing)
        self.clear_button.setVisible(filtered)
