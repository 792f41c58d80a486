"""How a pack is saved: the format, the paper, an organisation's form, and what was saved so far."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrtrainer.export.formats import FORMATS
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import clear, column
from hrtrainer.qt.widgets.buttons import PLAIN, QUIET, Button
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.segments import Segments

PAPERS = (("a4", "A4"), ("us-letter", "US Letter"))
_NEVER = "Never in the file: how long you took, what you struck, other conversations."


class PackSaving(QWidget):
    """How it is saved. `form_wanted` asks for a form; `form_dropped` goes back to ours."""

    format_picked = Signal(str)
    paper_picked = Signal(str)
    form_wanted = Signal()
    form_dropped = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        inside = column(self, gap=look.px(8))
        inside.addWidget(Prose(look, "Save as", "h3"))
        self._formats = Segments(look, "Save as", [(name, one.label) for name, one in FORMATS.items()])
        self._formats.picked.connect(self._pick)
        inside.addWidget(self._formats)
        self._purpose = Prose(look, "", "small")
        inside.addWidget(self._purpose)
        self._paper = Segments(look, "Paper", PAPERS)
        self._paper.picked.connect(self.paper_picked)
        inside.addWidget(self._paper)
        inside.addSpacing(look.px(6))
        inside.addWidget(Prose(look, "Our form", "h3"))
        self._form = Prose(look, "", "small")
        inside.addWidget(self._form)
        self._choose = Button(look, "Choose a form", PLAIN)
        self._choose.clicked.connect(self.form_wanted)
        self._drop = Button(look, "Use none", QUIET)
        self._drop.clicked.connect(self.form_dropped)
        ways = Flow((look.px(4), 0))
        ways.fill([self._choose, self._drop])
        inside.addWidget(ways)
        inside.addSpacing(look.px(6))
        inside.addWidget(Prose(look, _NEVER, "small"))
        self._log_title = Prose(look, "Saved so far", "h3")
        inside.addWidget(self._log_title)
        self._log = column(gap=look.px(2))
        inside.addLayout(self._log)

    def show_saving(self, form: str, paper: str, house: str) -> None:
        """Show the format, the paper, and the name of an organisation's form."""
        self._formats.pick(form)
        self._paper.pick(paper)
        self._paper.setVisible(form == "pdf")
        self._purpose.say(f"{FORMATS[form].label}: {FORMATS[form].purpose}.")
        self._form.say(house or "The usual form. An organisation can give its own header, wording and order.")
        self._drop.setVisible(bool(house))

    def show_log(self, lines: Sequence[str]) -> None:
        """Show what was saved of these conversations, the newest first."""
        clear(self._log)
        self._log_title.setVisible(bool(lines))
        for line in lines:
            self._log.addWidget(Prose(self._look, line, "small"))

    def _pick(self, form: str) -> None:
        self.format_picked.emit(form)
