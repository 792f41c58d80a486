"""A tip in plain text. The one of Qt reads text as HTML; this one shows it as typed and stays while it is wanted."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QFrame, QWidget

from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import column
from hrtrainer.qt.widgets.text import Text

_GAP = 6


class Tip(QFrame):
    """A small card beside something. It takes no clicks and is silent to screen readers."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look, self._over = look, over
        self.setProperty("surface", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = Text("", "small")
        self._words.setProperty("tone", "ink")
        column(self, (look.px(12), look.px(8), look.px(12), look.px(8))).addWidget(self._words)
        self.hide()

    def show_at(self, owner: QWidget, spot: QRect, text: str) -> None:
        """Show a text above a spot of a widget, or below it where there is no room."""
        self._words.say(text)
        margins = self._look.px(24) + 4
        natural = round(QFontMetricsF(self._look.font("small")).horizontalAdvance(self._words.text())) + margins
        width = min(natural, self._look.px(340), self._over.width())
        self.resize(width, max(self.heightForWidth(width), self.sizeHint().height() if width == natural else 0))
        corner = owner.mapTo(self._over, spot.topLeft())
        x = max(0, min(corner.x(), self._over.width() - self.width()))
        y = corner.y() - self.height() - _GAP
        if y < 0:
            y = corner.y() + spot.height() + _GAP
        self.move(QPoint(x, y))
        self.raise_()
        self.show()
