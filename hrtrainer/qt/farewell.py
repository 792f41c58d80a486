"""The last word once the window is closed: what was deleted or moved, and what was out of reach."""

from collections.abc import Sequence

from PySide6.QtCore import QEventLoop, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import column, surface
from hrtrainer.qt.widgets.buttons import PRIMARY, Button
from hrtrainer.qt.widgets.fold import PageScroll
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.words import PROGRAM


class Farewell(QWidget):
    """A window with one way out."""

    def __init__(self, look: Look, title: str, texts: Sequence[str]) -> None:
        super().__init__()
        self.loop = QEventLoop()
        self.setObjectName("window")
        self.setWindowTitle(PROGRAM)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QWidget()
        inside = column(inner, (look.px(32), look.px(32), look.px(32), look.px(32)))
        card = surface("card")
        words = column(card, (look.px(28), look.px(22), look.px(28), look.px(24)), look.px(10))
        words.addWidget(Prose(look, title, "h1"))
        for text in texts:
            words.addWidget(Prose(look, text))
        close = Button(look, "Close", PRIMARY)
        close.clicked.connect(self.close)
        words.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        inside.addWidget(card)
        inside.addStretch(1)
        column(self).addWidget(PageScroll(look, inner, look.px(640)))
        self.resize(QSize(look.px(760), look.px(560)).boundedTo(self.screen().availableSize()))
        close.setFocus()

    @guarded()
    def closeEvent(self, event: QCloseEvent) -> None:
        self.loop.quit()


def say_farewell(look: Look, title: str, texts: Sequence[str]) -> None:
    """Show a last word until it is closed."""
    if isinstance(QApplication.instance(), QApplication):
        farewell = Farewell(look, title, texts)
        farewell.show()
        farewell.loop.exec()
