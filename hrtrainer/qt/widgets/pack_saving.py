"""How a pack is saved: the format, the paper, an organisation's form, and what was saved so far."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrtrainer.export.formats import FORMATS
from hrtrainer.forming.proving import TEXTS
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import clear, column
from hrtrainer.qt.widgets.buttons import PLAIN, QUIET, Button
from hrtrainer.qt.widgets.check import Check
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.format_tiles import FormatTiles
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.segments import Segments

_SHORT = {
    "pdf": ("PDF", "for reading"), "html": ("Web page", "HTML"), "docx": ("Word", "DOCX"),
    "odt": ("ODT", "OpenDocument"), "md": ("Markdown", "plain text"), "csv": ("Table", "CSV, rows"),
    "json": ("JSON", "for programs"), "xapi": ("xAPI", "record store"),
}  # fmt: skip
"""Formats on their tiles: a name and what it is."""
PAPERS = (("a4", "A4"), ("us-letter", "US Letter"))
_NEVER = "Never in the file: how long you took, what you struck, other conversations."
_NEVER_IN_STATEMENTS = "Never in the file: what you struck, other conversations. Times are in it only with the day."


class PackSaving(QWidget):
    """How it is saved. `form_wanted` asks for a form; `form_dropped` goes back to ours.

    `formats` is for itself, so that it can stand nearer to what is chosen first.
    """

    format_picked = Signal(str)
    paper_picked = Signal(str)
    send_wanted = Signal()
    log_wanted = Signal()
    at_once_picked = Signal(bool)
    form_wanted = Signal()
    form_dropped = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._inside = column(self, gap=look.px(8))
        self.formats = QWidget()
        inside = column(self.formats, gap=look.px(8))
        inside.addWidget(Prose(look, "Save as", "h3"))
        self._formats = FormatTiles(look, [(name, *_SHORT[name]) for name in FORMATS])
        self._formats.picked.connect(self.format_picked)
        inside.addWidget(self._formats)
        self._purpose = Prose(look, "", "small")
        inside.addWidget(self._purpose)
        self._paper = Segments(look, "Paper", PAPERS)
        self._paper.picked.connect(self.paper_picked)
        inside.addWidget(self._paper)
        self._send = Button(look, "Send to a record store …", PLAIN, icon="external-link")
        self._send.setToolTip("Put it in the outbox for the record store of your organisation")
        self._send.clicked.connect(self.send_wanted)
        inside.addWidget(self._send)
        self._never = Prose(look, _NEVER, "small")
        inside.addWidget(self._never)
        self._make_form()
        self._make_log()

    def _make_form(self) -> None:
        look, inside = self._look, self._inside
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

    def _make_log(self) -> None:
        look, inside = self._look, self._inside
        inside.addSpacing(look.px(6))
        inside.addWidget(Prose(look, "Handed over so far", "h3"))
        self._log = column(gap=look.px(2))
        inside.addLayout(self._log)
        whole = Button(look, "All that you handed over", QUIET)
        whole.clicked.connect(self.log_wanted)
        self._at_once = Check(look, "At the end of a conversation, save without this page")
        self._at_once.clicked.connect(lambda: self.at_once_picked.emit(self._at_once.isChecked()))
        ways = Flow((look.px(4), 0))
        ways.fill([whole])
        inside.addWidget(ways)
        inside.addWidget(self._at_once)

    def show_saving(self, form: str, paper: str, house: str) -> None:
        """Show the format, the paper, and the name of an organisation's form."""
        self._formats.pick(form)
        self._paper.pick(paper)
        self._paper.setVisible(form not in TEXTS)
        self._purpose.say(f"{FORMATS[form].label}: {FORMATS[form].purpose}.")
        self._never.say(_NEVER_IN_STATEMENTS if form == "xapi" else _NEVER)
        self._form.say(house or "The usual form. An organisation can give its own header, wording and order.")
        self._drop.setVisible(bool(house))

    def show_sending(self, possible: bool) -> None:
        """Show the way to the record store of an organisation, where one is used."""
        self._send.setVisible(possible)

    def show_at_once(self, at_once: bool) -> None:
        """Show whether a summary is saved from a conversation's end without a look at it here."""
        self._at_once.setChecked(at_once)

    def show_log(self, lines: Sequence[str]) -> None:
        """Show what was handed over of these conversations, the newest first."""
        clear(self._log)
        for line in lines or ["Nothing of this yet."]:
            self._log.addWidget(Prose(self._look, line, "small"))
