"""The card of the moves: one row a move, a dot for each time, and the turns in words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from hrtrainer import words
from hrtrainer.pages.debrief import DebriefPage
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import clear, column, line, row
from hrtrainer.qt.widgets.dots import Dots
from hrtrainer.qt.widgets.leaf import stand
from hrtrainer.qt.widgets.text import Text
from hrtrainer.session.summary import MoveTold


class MovesCard(QFrame):
    """Moves you made."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._look = look
        self._names: list[QWidget] = []
        self._turns: list[Text] = []
        self._rows: list[QBoxLayout] = []
        body = column(self, (look.px(22), look.px(16), look.px(22), look.px(14)), look.px(8))
        self._head: QBoxLayout = row(gap=look.px(12))
        self._head.addWidget(Text("Moves you made", "h2"), 1)
        self._picks = Text(words.PICKS, "small")
        self._head.addWidget(self._picks, 1, Qt.AlignmentFlag.AlignBottom)
        body.addLayout(self._head)
        holder = QWidget()
        self._body = column(holder)
        body.addWidget(holder)
        body.addStretch(1)

    def show_page(self, page: DebriefPage) -> None:
        """Show the moves of a page."""
        clear(self._body)
        self._names, self._turns, self._rows = [], [], []
        for move in page.moves:
            self._body.addWidget(line())
            self._body.addLayout(self._move(move))
        if not page.moves:
            self._body.addWidget(Text("No moves to show for this one.", "small"))

    def _move(self, move: MoveTold) -> QBoxLayout:
        px = self._look.px
        one: QBoxLayout = row(margins=(0, px(3), 0, px(3)), gap=px(12))
        name = Text(move.name, "body")
        noun = "turn" if len(move.turns) == 1 else "turns"
        turns = Text(f"{noun} {', '.join(str(turn) for turn in move.turns)}", "caption")
        one.addWidget(name)
        one.addWidget(Dots(self._look, len(move.turns)) if len(move.turns) != 1 else self._single())
        one.addWidget(turns)
        self._names.append(name)
        self._turns.append(turns)
        self._rows.append(one)
        return one

    def _single(self) -> QWidget:
        holder = QWidget()
        inside = row(holder)
        inside.addWidget(Dots(self._look, 1))
        inside.addStretch(1)
        return holder

    def arrange(self, room: int) -> None:
        """Stand in columns, or one under the other."""
        px = self._look.px
        wide = room >= px(440)
        across = Qt.AlignmentFlag.AlignRight if wide else Qt.AlignmentFlag.AlignLeft
        stand(self._head, wide)
        self._picks.setAlignment(across | Qt.AlignmentFlag.AlignBottom)
        for one, name, turns in zip(self._rows, self._names, self._turns, strict=True):
            stand(one, wide)
            one.setSpacing(px(12 if wide else 2))
            name.setMinimumWidth(px(180) if wide else 0)
            name.setMaximumWidth(px(180) if wide else px(4000))
            turns.setFixedWidth(px(130) if wide else max(px(120), room - px(44)))
            turns.setAlignment(across | Qt.AlignmentFlag.AlignVCenter)
