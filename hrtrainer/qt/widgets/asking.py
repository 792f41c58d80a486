"""A question or a piece of news that stands before the window until it is answered."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from hrtrainer.qt.announce import announce
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import plain
from hrtrainer.qt.widgets.boxes import column
from hrtrainer.qt.widgets.buttons import PLAIN, PRIMARY, Button
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.prose import Prose


class Asking(QDialog):
    """`answered` carries the name of the answer; closing it gives the last one. `papers` can be copied, not changed."""

    answered = Signal(str)

    def __init__(
        self, look: Look, title: str, texts: Sequence[str], answers: Sequence[tuple[str, str]], parent: QWidget,
        papers: str = "",
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("asking")
        self.setWindowTitle(plain(title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._last = answers[-1][0]
        inside = column(self, (look.px(28), look.px(24), look.px(28), look.px(24)), look.px(14))
        inside.addWidget(Prose(look, title, "h2"))
        for text in texts:
            inside.addWidget(Prose(look, text))
        if papers:
            inside.addWidget(_papers(look, papers))
        buttons = [Button(look, words, PLAIN if at else PRIMARY, parent=self) for at, (_, words) in enumerate(answers)]
        for button, (name, _) in zip(buttons, answers, strict=True):
            button.clicked.connect(partial(self._answer, name))
        ways = Flow((look.px(10), look.px(8)))
        ways.fill(buttons)
        inside.addWidget(ways)
        width = min(look.px(620), parent.window().width())
        self.setMinimumWidth(width)
        self.resize(width, inside.heightForWidth(width))  # or a text that wraps gets the room of one that does not
        self.rejected.connect(partial(self.answered.emit, self._last))
        buttons[0].setFocus()
        announce(self, " ".join((title, *texts)))

    def _answer(self, name: str) -> None:
        self.rejected.disconnect()
        self.answered.emit(name)
        self.close()


def _papers(look: Look, text: str) -> QPlainTextEdit:
    papers = QPlainTextEdit("\n".join(map(plain, text.splitlines())))  # each line is cut where it has no end
    papers.setReadOnly(True)
    papers.setAccessibleName("Report")
    papers.setFixedHeight(look.px(110))
    return papers
