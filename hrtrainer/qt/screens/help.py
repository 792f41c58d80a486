"""Help: the keys, how the marks are read, what all this can and cannot tell, and where everything lies."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hrtrainer import words
from hrtrainer.principles.mark import Mark
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import Plain
from hrtrainer.qt.widgets.boxes import clear, column, line, row
from hrtrainer.qt.widgets.fold import Flow, Fold, PageScroll
from hrtrainer.qt.widgets.glyph import Glyph, tone
from hrtrainer.qt.widgets.prose import Cap, Prose
from hrtrainer.qt.widgets.section import Section, named_rows

KEYS = (
    ("1 2 3 4", "Choose what to say"),
    ("Enter", "Go on"),
    ("Left or Backspace", "Rewind a turn"),
    ("N", "None of these: your own words instead"),
    ("U", "Not sure"),
    ("B", "Open or close the board"),
    ("D", "See it differently"),
    ("Esc", "Step out. Nothing is asked, nothing is recorded"),
    ("/", "Search the library; on Growth, your own words"),
    ("Ctrl+S", "Choose what to hand over; there, save the pack"),
    ("Ctrl+P", "On the pack: print it"),
    ("PgDn PgUp", "On a page of the pack: the next page, the one before"),
    ("Ctrl+Z", "On the pack: take back what was struck last"),
    ("Ctrl++ Ctrl+- Ctrl+0", "Larger text, smaller text, the usual size"),
    ("F1", "These keys"),
    ("Ctrl+Q", "Quit. What you have done is kept"),
)
"""Keys and what they do; 'or' stands between keys that do the same."""

MARKS = {
    Mark.SUPPORTS: "What was said did something clear for this principle.",
    Mark.SUPPORTS_A_LITTLE: "It leaned towards it.",
    Mark.BOTH: "It did something for it and something against it. Both are shown; neither cancels the other.",
    Mark.STRAINS_A_LITTLE: "It leaned away from it.",
    Mark.STRAINS: "In that moment it worked against this principle.",
    Mark.CHANCE_NOT_TAKEN: "Another choice on offer would have done something for it.",
    Mark.NOT_IN_PLAY: "Nothing on offer touched it. A dash, and never a zero.",
}
"""The seven words, and how each is read."""

WRITING = (
    "A conversation is one text file that can be read aloud. In a terminal, “hrtrainer new my-visit” writes a short "
    "one, with notes in it, into your scenarios folder. Change one part after another in any text editor.",
    "“hrtrainer check FILE” names every slip with its line. Where the folder and the guide lie stands below.",
)
"""How to begin writing a conversation."""


class HelpScreen(QWidget):
    """Help and keys."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        inner = QWidget()
        inside = column(inner, (look.px(32), look.px(24), look.px(32), look.px(32)), look.px(18))
        inside.addWidget(Prose(look, "Help and keys", "h1"))
        fold = Fold(look.px(430), 2, (look.px(18), look.px(18)))
        second = QWidget()
        stack = column(second, gap=look.px(18))
        stack.addWidget(self._marks())
        stack.addWidget(self._writing())
        stack.addWidget(self._limits(), 1)
        fold.fill([self._keys(), second])
        inside.addWidget(fold)
        self._places = Section(look, "Where everything lies", "folder-open")
        self._rows = column()
        self._places.inside.addLayout(self._rows)
        self._places.inside.addStretch(1)
        self._places.setVisible(False)
        inside.addWidget(self._places)
        inside.addStretch(1)
        column(self).addWidget(PageScroll(look, inner, look.px(1240), "Help and keys"))

    def _keys(self) -> Section:
        look = self._look
        section = Section(look, "Keys", "keyboard")
        for at, (keys, does) in enumerate(KEYS):
            if at:
                section.inside.addWidget(line())
            across = row(gap=look.px(14))
            caps = Flow((look.px(6), look.px(4)))
            caps.fill([Plain(one, "small", wrap=False) if one == "or" else Cap(look, one) for one in keys.split()])
            caps.setFixedWidth(look.px(164))
            across.addWidget(caps, 0, Qt.AlignmentFlag.AlignVCenter)
            across.addWidget(Prose(look, does), 1, Qt.AlignmentFlag.AlignVCenter)
            section.inside.addLayout(across)
        section.add_text("Letters type when a text box has the focus.", "small")
        section.inside.addStretch(1)
        return section

    def _marks(self) -> Section:
        look = self._look
        section = Section(look, "How the marks are read", "scale")
        section.add_text("Two halves: apart, nearer, meeting. Shape and word first, colour last.", "small")
        for mark, text in MARKS.items():
            section.inside.addWidget(line())
            across = row(gap=look.px(16))
            across.addWidget(Glyph(look, mark), 0, Qt.AlignmentFlag.AlignTop)
            both = column()
            both.addWidget(Prose(look, str(mark), "strong", tone(mark)))
            both.addWidget(Prose(look, text, "small", "ink2"))
            across.addLayout(both, 1)
            section.inside.addLayout(across)
        section.inside.addStretch(1)
        return section

    def _writing(self) -> Section:
        section = Section(self._look, "Write a conversation", "pen-line")
        for text in WRITING:
            section.add_text(text)
        return section

    def _limits(self) -> Section:
        section = Section(self._look, "What this can and cannot tell", "info")
        for text in (words.LIMITS, words.NO_TOTAL):
            section.add_text(text)
        section.inside.addStretch(1)
        return section

    def show_places(self, places: Sequence[tuple[str, str]]) -> None:
        """Show where data lies: names, and a text for each."""
        clear(self._rows)
        self._rows.addWidget(named_rows(self._look, places, "source"))
        self._places.setVisible(bool(places))
