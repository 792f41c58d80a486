"""The supervision pack: at the left what a supervisor will see, at the right what goes in and how it is saved."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from hrtrainer.export.preview import Row
from hrtrainer.forming.proving import Proof
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.keys import bind
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import column, line, row, surface
from hrtrainer.qt.widgets.buttons import PLAIN, PRIMARY, Button
from hrtrainer.qt.widgets.fold import PageScroll
from hrtrainer.qt.widgets.pack_choices import PackChoices
from hrtrainer.qt.widgets.pack_preview import PackPreview
from hrtrainer.qt.widgets.pack_saving import PackSaving
from hrtrainer.qt.widgets.picture import Icon
from hrtrainer.qt.widgets.segments import Segments
from hrtrainer.qt.widgets.text import Text

_SEEN, _CHOSEN = "seen", "chosen"
_BESIDE = 820
"""The width, at 100 % text, from which both sides stand beside each other."""
_SIDE = 428
NO_PAGES = "A text file has no pages to print. Choose PDF to print them."
_NOTHING = "Nothing to show yet. Play a conversation, and what you choose of it can be handed over from here."


class PackScreen(QWidget):
    """Preview and choices. `struck` tells the id of a line; `save_wanted` that it is to be saved as it is seen."""

    struck = Signal(str)
    save_wanted = Signal()
    print_wanted = Signal()
    supervisors_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._side = look, _SEEN
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.choices, self.saving, self.preview = PackChoices(look), PackSaving(look), PackPreview(look)
        self.preview.struck.connect(self._strike)
        self._strikes: list[str] = []
        bind(self, "Ctrl+Z", self._undo)
        whole = column(self)
        whole.addWidget(self._head())
        whole.addWidget(line())
        self._sides = Segments(look, "Show", [(_SEEN, "What they will see"), (_CHOSEN, "What goes in")])
        self._sides.picked.connect(self._turn)
        self._switch = QWidget()
        row(self._switch, (look.px(24), look.px(8), look.px(24), look.px(4))).addWidget(self._sides)
        whole.addWidget(self._switch)
        self._both = QWidget()
        both = row(self._both)
        self._chosen = self._panel()
        both.addWidget(self.preview, 1)
        both.addWidget(self._chosen)
        whole.addWidget(self._both, 1)
        self._nothing = self._make_nothing()
        whole.addWidget(self._nothing, 1)

    def _make_nothing(self) -> QWidget:
        nothing = QWidget()
        inside = column(nothing, (self._look.px(24),) * 4, self._look.px(14))
        told = Text(_NOTHING, "body")
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        others = Button(self._look, "For supervisors: replies, and packs of several people", PLAIN)
        others.clicked.connect(self.supervisors_wanted)
        inside.addStretch(1)
        inside.addWidget(told)
        inside.addWidget(others, 0, Qt.AlignmentFlag.AlignCenter)
        inside.addStretch(1)
        return nothing

    def _head(self) -> QFrame:
        look = self._look
        head = surface("ground")
        bar = row(head, (look.px(24), look.px(10), look.px(20), look.px(10)), look.px(16))
        texts = column(gap=0)
        bar.addLayout(texts, 1)
        texts.addWidget(Text("Supervision pack", "h2"))
        self._about = Text("", "small")
        texts.addWidget(self._about)
        self._lock = Icon(look, "lock", "ink2", 18)
        self._stays = Text("Nothing leaves this computer until you save it and hand it over.", "small")
        self._stays.setFixedWidth(look.px(420))
        bar.addWidget(self._lock)
        bar.addWidget(self._stays)
        return head

    def _panel(self) -> QFrame:
        look = self._look
        panel = surface("paper")
        whole = column(panel)
        inner = QWidget()
        inside = column(inner, (look.px(22), look.px(16), look.px(18), look.px(22)), look.px(14))
        for part in (self.choices, self.saving.formats, self.choices.more, self.saving):
            inside.addWidget(part)
        inside.addStretch(1)
        whole.addWidget(PageScroll(look, inner), 1)
        whole.addWidget(line())
        foot = row(margins=(look.px(18), look.px(8), look.px(18), look.px(8)))
        whole.addLayout(foot)
        self._print = Button(look, "Print", PLAIN)
        self._print.setAccessibleDescription("Key: Ctrl P")
        self._print.clicked.connect(self.print_wanted)
        foot.addWidget(self._print)
        self._save = Button(look, "Save the pack", PRIMARY, icon="download", key="Ctrl S")
        self._save.clicked.connect(self.save_wanted)
        foot.addWidget(self._save, 1)
        return panel

    def show_rows(self, rows: Sequence[Row], about: str) -> None:
        """Show the pack as it would be saved now, and what it is made of; no rows when there is nothing to show."""
        self.preview.show_rows(rows)
        self._about.say(about)
        self._save.setEnabled(bool(rows))
        self._fold()

    def show_proof(self, proof: Proof) -> None:
        """Show what is saved; it can be printed where it has pages."""
        self.preview.show_proof(proof)
        self._print.show_why("" if proof.pages else NO_PAGES)

    def show_nothing(self) -> None:
        """Show that nothing was played yet."""
        self._about.say("")
        self._both.hide()
        self._switch.hide()
        self._nothing.show()

    def _fold(self) -> None:
        """Stand side by side, or one at a time, by the width."""
        wide = self.width() * 100 / self._look.text_size
        beside = wide >= _BESIDE
        self._nothing.hide()
        self._both.show()
        self._switch.setVisible(not beside)
        self._sides.pick(self._side)
        self.preview.setVisible(beside or self._side == _SEEN)
        self.preview.show_title(beside)
        self._chosen.setVisible(beside or self._side == _CHOSEN)
        self._chosen.setMinimumWidth(self._look.px(_SIDE) if beside else 0)
        self._chosen.setMaximumWidth(self._look.px(_SIDE) if beside else 16_777_215)
        self._lock.setVisible(wide >= _BESIDE)
        self._stays.setVisible(wide >= _BESIDE)

    def _strike(self, id: str) -> None:
        self._strikes.append(id)
        self.struck.emit(id)

    def _undo(self) -> None:
        """Take back what was struck or brought back last."""
        if self._strikes:
            self.struck.emit(self._strikes.pop())

    def _turn(self, side: str) -> None:
        self._side = side
        self._fold()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        if not self._both.isHidden():
            self._fold()
