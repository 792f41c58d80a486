"""Cards of the close: what worked, what to change, what to try; the report to be struck by the room; and saving it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from hrtrainer.export.group_report import REPORT_FORMATS
from hrtrainer.group import wording as say
from hrtrainer.group.action import Action
from hrtrainer.group.keys import SAVE
from hrtrainer.group.report import ReportLine, ReportSection
from hrtrainer.group.stage import CLOSE_STEPS, Stage
from hrtrainer.group.written import MOST_PARKED
from hrtrainer.pages.presenter import PresenterPage
from hrtrainer.qt.look import Look
from hrtrainer.qt.room.card import Card, KeyOf, small_button
from hrtrainer.qt.widgets.boxes import clear, column, row
from hrtrainer.qt.widgets.buttons import PLAIN, PRIMARY, QUIET, Button
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.prose import Prose


class ColumnsCard(Card):
    """Three fields to type what the room says; each line goes on the wall as it is added."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, say.CLOSE_TITLES[0], role="h2", parent=parent)
        self._lists, self._fields = {}, {}
        for name, heading in say.CLOSE_HEADINGS.items():
            self.inside.addWidget(Prose(look, heading, "h3"))
            self._lists[heading] = Prose(look, "", "body")
            self.inside.addWidget(self._lists[heading])
            field = self._fields[name] = QLineEdit()
            field.setAccessibleName(f"Add to: {heading}")
            field.setMaxLength(MOST_PARKED)
            field.returnPressed.connect(partial(self._add, name))
            button = small_button(look, "Add", icon="plus")
            button.setAccessibleName(f"Add to: {heading}")
            button.clicked.connect(partial(self._add, name))
            across = row(gap=look.px(4))
            self.inside.addLayout(across)
            across.addWidget(field, 1)
            across.addWidget(button)

    def _add(self, name: str) -> None:
        field = self._fields[name]
        text = field.text().strip()
        if text:
            field.clear()
            self.do(lambda led: led.add(name, text))

    def show_page(self, page: PresenterPage) -> None:
        self.setVisible(page.stage is Stage.CLOSE)
        for heading, texts in page.close:
            self._lists[heading].say("\n".join(f"· {text}" for text in texts))
            self._lists[heading].setVisible(bool(texts))


class StrikeCard(Card):
    """Every line of the report, each with a button that strikes it or lets it stand."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, say.CLOSE_TITLES[2], role="h2", parent=parent)
        self._about = Prose(look, "", "small")
        self.inside.addWidget(self._about)
        self._body = column(gap=look.px(4))
        self.inside.addLayout(self._body)
        self._lines: dict[str, tuple[ReportLine, Prose, Button]] = {}

    def show_page(self, page: PresenterPage) -> None:
        shown = page.stage is Stage.REPORT or (page.stage is Stage.CLOSE and page.spot.step == CLOSE_STEPS)
        self.setVisible(shown)
        if not shown:
            return
        on_wall = "The wall shows the same. " if page.stage is Stage.CLOSE else "The room has seen this. "
        self._about.say(f"{on_wall}What the room strikes is not saved.")
        lines = {line.id: line for section in page.report for line in section.lines}
        if {key: line.text for key, (line, _, _) in self._lines.items()} != {k: one.text for k, one in lines.items()}:
            self._fill(page.report)
        for key, line in lines.items():
            _, words, button = self._lines[key]
            self._lines[key] = (line, words, button)
            words.say(f"Struck: {line.text}" if line.struck else line.text)
            words.ink("ink3" if line.struck else "ink")
            button.say("Let stand" if line.struck else "Strike")
            button.setAccessibleName(f"{'Let stand' if line.struck else 'Strike'}: {line.text}")

    def _fill(self, report: tuple[ReportSection, ...]) -> None:
        clear(self._body)
        self._lines = {}
        for section in report:
            self._body.addWidget(Prose(self._look, section.heading, "h3"))
            for line in section.lines:
                across = row(gap=self._look.px(8))
                self._body.addLayout(across)
                words = Prose(self._look, line.text, "small", "ink")
                button = small_button(self._look, "Strike", QUIET, "strikethrough")
                button.clicked.connect(partial(self._strike, line.id))
                across.addWidget(words, 1)
                across.addWidget(button)
                self._lines[line.id] = (line, words, button)

    def _strike(self, key: str) -> None:
        on = not self._lines[key][0].struck
        self.do(lambda led: led.strike(key, on))


class SaveCard(Card):
    """Saving the report, and what can be done after. `save_wanted` carries the name of a format."""

    save_wanted = Signal(str)
    log_unwanted = Signal()

    def __init__(self, look: Look, key_of: KeyOf, parent: QWidget | None = None) -> None:
        super().__init__(look, "Save the report", role="h2", parent=parent)
        self.inside.addWidget(Prose(look, say.LEAVES_OUT, "small"))
        self._ways = Flow((look.px(4), look.px(2)))
        buttons: list[Button] = []
        for name, form in REPORT_FORMATS.items():
            key = SAVE if name == "pdf" else ""
            button = small_button(look, form.label, PLAIN if buttons else PRIMARY, "file-down", key)
            button.setAccessibleName(f"Save the report: {form.label}, {form.purpose}")
            button.clicked.connect(partial(self.save_wanted.emit, name))
            buttons.append(button)
        self._ways.fill(buttons)
        self.inside.addWidget(self._ways)
        self._saved = Prose(look, "", "strong", "supports")
        self.inside.addWidget(self._saved)
        self._log = small_button(look, "Delete the working log", icon="x")
        self._log.clicked.connect(self.log_unwanted)
        self._end = small_button(look, say.BUTTONS[Action.END], key=key_of(Action.END))
        self._end.clicked.connect(partial(self.wish, Action.END))
        after = Flow((look.px(4), look.px(2)))
        after.fill([self._end, self._log])
        self.inside.addWidget(after)

    def show_page(self, page: PresenterPage) -> None:
        self.setVisible(page.stage is Stage.REPORT)
        self._saved.say("Saved." if page.saved else "")
        self._saved.setVisible(page.saved)
        self._log.setEnabled(page.saved)
