"""The pages of a pack: one at a time, turned and zoomed, or the text of a file that is text."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QStackedWidget, QWidget

from hrtrainer.forming.proving import Proof
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import column, row
from hrtrainer.qt.widgets.buttons import QUIET, Button
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.pack_page import Line, PackPage
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.text import Text

_ZOOMS = (50, 75, 100, 125, 150, 200, 300)
_STEPS = (("Page before", "chevron-left"), ("Next page", "chevron-right"), ("Smaller", "minus"), ("Larger", "plus"))
_PAPER = 96 / 192
"""A page in its size on paper, against its picture: dots an inch of a screen, and of the picture."""
_PATIENCE = 400
"""Milliseconds until it is said that the pages are being laid out."""
_MOST = 200_000
_CUT = "Only the beginning is shown here, as it is long. The file holds all of it."
_LAYING = "Laying the pages out …"


class PackPages(QWidget):
    """The pages or the text. `struck` tells the id of a line that is to be struck, or brought back.

    `bar` turns and sizes the pages; whoever holds this finds a place for it.
    """

    struck = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.proof: Proof | None = None
        self._lines: Mapping[str, Line] = {}
        self._at, self._zoom = 0, 0  # 0: as wide as there is room
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_PATIENCE)
        self._slow.timeout.connect(self._tell_slow)
        whole = column(self, gap=look.px(6))
        self.bar = self._make_bar()
        self._about = Prose(look, "", "small")
        self._about.hide()
        whole.addWidget(self._about)
        self._stack = QStackedWidget()
        whole.addWidget(self._stack, 1)
        self.page = PackPage(look)
        self.page.struck.connect(self.struck)
        self.page.turned.connect(self.turn)
        self.page.zoomed.connect(self.zoom)
        self.page.walked.connect(self._follow)
        self._scroll = self._make_scroll()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(look.font("source"))
        self.text.setAccessibleName("What is in the file, as it is written")
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self.text)

    def _make_bar(self) -> QWidget:
        look, bar = self._look, Flow((self._look.px(2), 0))
        self._back, self._on, self._less, self._more = (self._small(name, icon) for name, icon in _STEPS)
        self._back.clicked.connect(lambda: self.turn(-1))
        self._on.clicked.connect(lambda: self.turn(1))
        self._less.clicked.connect(lambda: self.zoom(-1))
        self._more.clicked.connect(lambda: self.zoom(1))
        self._where = Text("", "small")
        self._where.setWordWrap(False)
        self._size, self._fit = Button(look, "100 %", QUIET), Button(look, "Fit", QUIET)
        self._size.setToolTip("To the size on paper")
        self._size.clicked.connect(lambda: self.set_zoom(100))
        self._fit.setToolTip("As wide as there is room")
        self._fit.clicked.connect(lambda: self.set_zoom(0))
        bar.fill([self._back, self._where, self._on, self._less, self._size, self._more, self._fit])
        return bar

    def _small(self, name: str, icon: str) -> Button:
        button = Button(self._look, name, QUIET, icon=icon)
        button.set_compact(True)
        return button

    def _make_scroll(self) -> QScrollArea:
        scroll, inner = QScrollArea(), QWidget()
        inner.setProperty("clear", "true")
        across = row(inner)
        across.addStretch(1)
        across.addWidget(self.page, 0, Qt.AlignmentFlag.AlignTop)
        across.addStretch(1)
        scroll.setProperty("both", "true")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        scroll.setViewport(QWidget())
        scroll.setWidget(inner)
        return scroll

    # What is shown

    def wait(self) -> None:
        """Another state is being laid out; what is there stays meanwhile, and soon it is said."""
        self._slow.start()

    def _tell_slow(self) -> None:
        self._about.say(_LAYING)
        self._about.show()

    def show_proof(self, proof: Proof, about: str, lines: Mapping[str, Line]) -> None:
        """Show what is saved, and say what there is to say about it."""
        self._slow.stop()
        self.proof, self._lines = proof, lines
        if proof.text:
            self.text.setPlainText(proof.text[:_MOST])
            about = f"{about} {_CUT}" if len(proof.text) > _MOST else about
        self._about.say(f"{proof.why} {about}" if proof.why else about)
        self._about.setVisible(bool(about or proof.why))
        self._stack.setVisible(bool(proof.pages or proof.text))
        self._stack.setCurrentWidget(self.text if proof.text else self._scroll)
        if proof.pages:
            self._show_page(min(self._at, len(proof.pages) - 1))

    def show_failed(self, why: str) -> None:
        """Say why there is nothing to show."""
        self._slow.stop()
        self.proof = None
        self._about.say(why)
        self._about.show()
        self._stack.hide()

    def _show_page(self, at: int) -> None:
        assert self.proof is not None
        self._at, count = at, len(self.proof.pages)
        spots = [spot for spot in self.proof.spots if spot.page == at]
        self.page.show_page(self.proof.pages[at], spots, self._lines, at, count)
        self._where.say(f"Page {at + 1} of {count}")
        self._back.setEnabled(at > 0)
        self._on.setEnabled(at < count - 1)
        self._lay()

    def turn(self, step: int) -> None:
        """Go to another page, where there is one."""
        if self.proof is not None and 0 <= self._at + step < len(self.proof.pages):
            self._show_page(self._at + step)
            bar = self._scroll.verticalScrollBar()
            bar.setValue(0 if step > 0 else bar.maximum())

    # How large

    def set_zoom(self, percent: int) -> None:
        """Show the page in a size in percent of that on paper, or with 0 as wide as there is room."""
        self._zoom = percent
        self._lay()

    def zoom(self, step: int) -> None:
        """Show the page a step larger or smaller; with 0 in its size on paper."""
        now = self._percent()
        larger = [one for one in _ZOOMS if one > now] or [_ZOOMS[-1]]
        smaller = [one for one in _ZOOMS if one < now] or [_ZOOMS[0]]
        self.set_zoom(larger[0] if step > 0 else smaller[-1] if step < 0 else 100)

    def _paper_width(self) -> float:
        return self.page.picture_width * _PAPER

    def _percent(self) -> int:
        return round(100 * (self.page.width() - self.page.edges) / max(1.0, self._paper_width()))

    def _lay(self) -> None:
        """Give the page its width."""
        if self.page.picture_width:
            room = self._scroll.viewport().width() - self.page.edges
            wide = self._paper_width() * self._zoom / 100 if self._zoom else room
            self.page.set_page_width(max(100, round(wide)))
            self._size.say(f"{self._percent()} %")
            self._size.setAccessibleDescription("Press for the size on paper, 100 %")

    def _follow(self, spot: QRect) -> None:
        """Keep the line that the keys have led to on the screen."""
        inner = self._scroll.widget()
        if inner is not None:
            at = self.page.mapTo(inner, spot.center())
            self._scroll.ensureVisible(at.x(), at.y(), spot.width() // 2, spot.height() + self._look.px(40))

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self._lay)  # once the page's own place is known
