"""About: what the program is, whose work it stands on, and what has not been reviewed yet."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hrtrainer import __version__, words
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import plain
from hrtrainer.qt.widgets.boxes import column
from hrtrainer.qt.widgets.fold import Fold, PageScroll
from hrtrainer.qt.widgets.pick import Pick
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.section import Section, named_rows

_WHAT = (
    "Practise hard conversations, one line at a time, and see each line read against published principles of harm "
    "reduction. For support workers, nurses, peers and anyone who sits with people who use drugs."
)
_STATUS = (
    f"The conversations, the readings and the notes: {words.NOT_REVIEWED[0].lower()}{words.NOT_REVIEWED[1:]}",
    "They are for practice and talk. They do not replace training, supervision or the rules where you work. "
    "Local facts carry the day they were checked; look them up before you rely on them.",
)
_LICENCES = (
    ("HR Trainer, the program", "MIT"),
    ("Conversations, notes and other content", "Creative Commons Attribution 4.0 (CC-BY-4.0)"),
    (
        "Qt and Qt for Python",
        "GNU LGPL version 3 (LGPL-3.0). Dynamically linked: you may replace them with versions of your own. "
        "Text: https://doc.qt.io/qt-6/lgpl.html",
    ),
    ("Atkinson Hyperlegible Next and Mono, Literata (fonts)", "SIL Open Font License 1.1 (OFL-1.1)"),
    ("Lucide (icons)", "ISC"),
    ("PyYAML", "MIT"),
    ("Jinja2", "BSD-3-Clause"),
    ("typst", "Apache-2.0"),
    ("platformdirs", "MIT"),
    (
        "docxtpl (Word files)",
        "GNU LGPL version 2.1 (LGPL-2.1), used as it is: you may replace it with a version of your own. "
        "With python-docx (MIT) and lxml (BSD-3-Clause).",
    ),
)


class AboutScreen(QWidget):
    """Version, licences, status of the content, sources."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._texts: dict[str, str] = {}
        inner = QWidget()
        inside = column(inner, (look.px(32), look.px(24), look.px(32), look.px(32)), look.px(18))
        head = column(gap=look.px(4))
        head.addWidget(Prose(look, f"About {words.PROGRAM}", "h1"))
        head.addWidget(Prose(look, f"Version {__version__}", "small"))
        head.addSpacing(look.px(6))
        what = Prose(look, _WHAT, "worker")
        what.setMaximumWidth(look.px(820))
        head.addWidget(what)
        inside.addLayout(head)
        fold = Fold(look.px(430), 2, (look.px(18), look.px(18)))
        licences = Section(look, "Licences", "scale")
        licences.inside.addWidget(named_rows(look, _LICENCES))
        licences.inside.addStretch(1)
        second = QWidget()
        stack = column(second, gap=look.px(18))
        stack.addWidget(self._status())
        self._make_reader()
        stack.addWidget(self._reader, 1)
        fold.fill([licences, second])
        inside.addWidget(fold)
        self._sources = Section(look, "Sources", "book-marked")
        self._listed = QPlainTextEdit()
        self._listed.setReadOnly(True)
        self._listed.setTabChangesFocus(True)
        self._listed.setAccessibleName("Sources of facts and principles")
        self._listed.setMinimumHeight(look.px(280))
        self._sources.inside.addWidget(self._listed)
        self._sources.setVisible(False)
        inside.addWidget(self._sources)
        inside.addStretch(1)
        column(self).addWidget(PageScroll(look, inner, look.px(1240), "About"))

    def _status(self) -> Section:
        section = Section(self._look, "State of the content", "shield-check", "marigoldTint")
        for text in _STATUS:
            section.add_text(text)
        return section

    def _make_reader(self) -> None:
        look = self._look
        self._reader = Section(look, "Read a licence", "book-open-text")
        self._pick = Pick(look, "Licence to read")
        self._pick.picked.connect(self._show_text)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName("Text of the licence")
        self._text.setMinimumHeight(look.px(240))
        self._reader.inside.addWidget(self._pick)
        self._reader.inside.addWidget(self._text, 1)
        self._reader.setVisible(False)

    def show_licences(self, texts: Mapping[str, str]) -> None:
        """Show licence texts that can be read here, by title."""
        self._texts = dict(texts)
        first = next(iter(self._texts), "")
        self._pick.show_options([(title, title) for title in self._texts], first)
        self._show_text(first)
        self._reader.setVisible(bool(self._texts))

    def show_sources(self, sources: Sequence[tuple[str, str]]) -> None:
        """Show where facts and principles come from: titles, and a line about each."""
        self._listed.setPlainText(plain("\n\n".join(f"{title}\n{about}" for title, about in sources)))
        self._sources.setVisible(bool(sources))

    def _show_text(self, title: str) -> None:
        self._text.setPlainText(plain(self._texts.get(title, "")))
