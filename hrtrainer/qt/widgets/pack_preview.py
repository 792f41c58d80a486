"""What a supervisor will see: the pages of a pack as they are saved, or the same as a list of its lines."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hrtrainer.export.formats import FORMATS
from hrtrainer.export.preview import Row
from hrtrainer.forming.proving import Proof
from hrtrainer.problem import Problem
from hrtrainer.qt.announce import announce
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import column
from hrtrainer.qt.widgets.fold import Flow, PageScroll
from hrtrainer.qt.widgets.pack_page import Line
from hrtrainer.qt.widgets.pack_pages import PackPages
from hrtrainer.qt.widgets.pack_sheet import PackSheet, spoken
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.segments import Segments
from hrtrainer.sending.telling import named

_PAGES, _LIST = "pages", "list"
_HINT = "Press a line to strike it; press again, or Ctrl+Z, to bring it back."
_TEXT = "This is the file as it is written. To strike a line, go to the list."
_OTHER = "{} holds the same words; where they stand on the page differs. Press a line to strike it."
_HOUSE = "The Word form of your organisation decides where these words stand, and which. Press a line to strike it."


class PackPreview(QWidget):
    """Pages and list. `struck` tells the id of a line that is to be struck, or brought back."""

    struck = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[Row, ...] = ()
        whole = column(self, (look.px(20), look.px(10), look.px(12), 0), look.px(6))
        head = Flow((look.px(12), 0))
        self._ways = Segments(look, "Show it", [(_PAGES, "As it is saved"), (_LIST, "As a list")])
        self._ways.picked.connect(self.show_as)
        self.pages, self.sheet = PackPages(look), PackSheet(look)
        self._title = Prose(look, "What your supervisor will see", "h3")
        head.fill([self._title, self._ways, self.pages.bar])
        whole.addWidget(head)
        self._stack = QStackedWidget()
        whole.addWidget(self._stack, 1)
        self.pages.struck.connect(self.struck)
        self.sheet.struck.connect(self.struck)
        self.sheet.walked.connect(self._follow)
        inner = QWidget()
        inside = column(inner, (0, 0, look.px(8), look.px(20)), look.px(6))
        inside.addWidget(Prose(look, _HINT, "small"))
        inside.addWidget(self.sheet)
        inside.addStretch(1)
        self._list = PageScroll(look, inner, look.px(760))
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self._list)
        self.show_as(_PAGES)

    def show_as(self, way: str) -> None:
        """Show the pages, or the list."""
        self._ways.pick(way)
        self._stack.setCurrentIndex(int(way == _LIST))
        self._show_bar()

    def show_title(self, shown: bool) -> None:
        """Say what this is, unless it is said above already."""
        self._title.setVisible(shown)

    def _show_bar(self) -> None:
        proof = self.pages.proof
        self.pages.bar.setVisible(self._stack.currentIndex() == 0 and proof is not None and bool(proof.pages))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show the lines there are; the pages of them follow."""
        before = {one.block.id: one.was for one in self._rows}
        told = [one for one in rows if one.block.id and bool(before.get(one.block.id, one.was)) != bool(one.was)]
        if len(told) == 1:
            announce(self, spoken(told[0]))
        self._rows = tuple(rows)
        self.sheet.show_rows(rows)
        self.pages.wait()

    def show_proof(self, proof: Proof) -> None:
        """Show what is saved."""
        lines = {one.block.id: Line(spoken(one), bool(one.was)) for one in self._rows if one.block.id}
        self.pages.show_proof(proof, _about(proof), lines)
        self._show_bar()

    def show_problem(self, problem: Problem) -> None:
        """Say why it cannot be saved like this."""
        self.pages.show_failed(f"{problem.message} {problem.hint}")
        self._show_bar()

    def _follow(self, spot: QRect) -> None:
        """Keep the line that the keys have led to on the screen."""
        inner = self._list.widget()
        if inner is not None:
            at = self.sheet.mapTo(inner, spot.center())
            self._list.ensureVisible(at.x(), at.y(), 0, spot.height() + self._look.px(40))


def _about(proof: Proof) -> str:
    """How what is shown stands to the file."""
    form, records = proof.wanted.form, proof.wanted.records
    if proof.text:
        return f"{_TEXT} {named(records)}" if records is not None else _TEXT
    if form == "docx" and proof.wanted.house.word:
        return _HOUSE
    return _HINT if form == "pdf" else _OTHER.format(FORMATS[form].label)
