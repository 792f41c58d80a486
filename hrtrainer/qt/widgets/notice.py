"""One sentence at the foot of the window: what did not work and what is kept, or what was done."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QWidget

from hrtrainer.problem import Problem
from hrtrainer.qt.announce import announce
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import Plain
from hrtrainer.qt.widgets.boxes import row
from hrtrainer.qt.widgets.buttons import QUIET, Button
from hrtrainer.qt.widgets.picture import Icon

_SECONDS = 12


class Notice(QFrame):
    """A bar that comes and goes. A problem stays until it is closed; a piece of news leaves by itself."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        inside = row(self, (look.px(24), look.px(6), look.px(16), look.px(6)), look.px(12))
        self._icon = Icon(look, "info", "plum", 22)
        inside.addWidget(self._icon)
        self._words = Plain("", "body")
        inside.addWidget(self._words, 1)
        self._close = Button(look, "Close", QUIET)
        self._close.clicked.connect(self.hide)
        inside.addWidget(self._close)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_SECONDS * 1000)
        self._clock.timeout.connect(self.hide)
        self.hide()

    def tell(self, text: str) -> None:
        """Tell a piece of news."""
        self._show("plumTint", "info", "plum", text)
        self._clock.start()

    def tell_problem(self, problem: Problem) -> None:
        """Tell what did not work, what to do, and the code last."""
        self._clock.stop()
        self._show(
            "strainsTint",
            "triangle-alert",
            "strains",
            f"{problem.message} {problem.hint} ({problem.code})".replace("  ", " "),
        )

    def _show(self, ground: str, icon: str, colour: str, text: str) -> None:
        self.setProperty("surface", ground)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.show_icon(icon, colour)
        self._words.say(text)
        self.show()
        announce(self, text)
