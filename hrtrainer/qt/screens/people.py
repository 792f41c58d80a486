"""People, passphrase, deleting: who practises on this computer, what seals their words, and how to leave no trace."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from hrtrainer.profiles.erasing import CANNOT_REACH
from hrtrainer.qt.announce import announce
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import clear, column
from hrtrainer.qt.widgets.buttons import PLAIN, QUIET, Button
from hrtrainer.qt.widgets.check import Check
from hrtrainer.qt.widgets.fold import Flow, PageScroll
from hrtrainer.qt.widgets.passphrase_parts import CodePart, HavingPart, SettingPart
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.section import Section

_GOES = (
    "Your conversations with everything you wrote, the copies made of them, your settings, scenarios in your folder, "
    "the log, and the keys of a passphrase. Nothing of it can be brought back."
)


class PeopleScreen(QWidget):
    """Four parts. `added` tells a code name; `switch_wanted` that somebody else wants in; `erase_wanted` is final."""

    back = Signal()
    added = Signal(str)
    switch_wanted = Signal()
    erase_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        inner = QWidget()
        inside = column(inner, (look.px(32), look.px(16), look.px(32), look.px(32)), look.px(18))
        back = Button(look, "Settings", QUIET, icon="arrow-left")
        back.clicked.connect(self.back)
        inside.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(Prose(look, "People on this computer", "h1"))
        self.code, self.setting, self.having = CodePart(look), SettingPart(look), HavingPart(look)
        for part in (self.code, self._who(), self.setting, self.having, self._erasing()):
            inside.addWidget(part)
        inside.addStretch(1)
        self._scroll = PageScroll(look, inner, look.px(900))
        column(self).addWidget(self._scroll)

    def _who(self) -> Section:
        look = self._look
        section = Section(look, "Who practises here", "users")
        section.add_text("Each has conversations, settings and scenarios of their own, under a code name.", "small")
        self._names = column(gap=look.px(2))
        section.inside.addLayout(self._names)
        self._switch = Button(look, "Let somebody else in", PLAIN, icon="arrow-left-right")
        self._switch.clicked.connect(self.switch_wanted)
        section.inside.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignLeft)
        self._new = QLineEdit()
        self._new.setMaxLength(60)
        self._new.setMaximumWidth(look.px(420))
        self._new.returnPressed.connect(self._tell_added)
        section.add_field("Somebody new, by a code name", self._new, "It need not be a real name.")
        add = Button(look, "Make a place for them", PLAIN, icon="plus")
        add.clicked.connect(self._tell_added)
        section.inside.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        return section

    def _erasing(self) -> Section:
        look = self._look
        section = Section(look, "Delete everything of mine", "triangle-alert")
        section.add_text(_GOES)
        section.add_text("What this cannot reach:", "strong")
        for text in CANNOT_REACH:
            section.add_text(f"·  {text}")
        self._sure = Check(look, "Yes, delete everything of mine")
        self._sure.clicked.connect(self._show_sure)
        section.inside.addWidget(self._sure)
        self._erase = Button(look, "Delete it now, and close", PLAIN)
        self._erase.clicked.connect(self.erase_wanted)
        ways = Flow((look.px(4), 0))
        ways.fill([self._erase])
        section.inside.addWidget(ways)
        return section

    def show_people(self, names: Sequence[tuple[str, bool, bool]], locked: bool) -> None:
        """Show everybody, as (name, whether it is whom we talk to, whether there is a passphrase), and what we have."""
        clear(self._names)
        for name, me, sealed in names:
            notes = ["you"] * me + ["with a passphrase"] * sealed
            self._names.addWidget(Prose(self._look, f"{name} ({', '.join(notes)})" if notes else name, "strong"))
        self._switch.setVisible(len(names) > 1)
        self.setting.setVisible(not locked)
        self.having.setVisible(locked)
        self._sure.setChecked(False)
        self._show_sure()

    def show_code(self, code: str) -> None:
        """Show a recovery code, where it is seen."""
        self.code.show_code(code)
        self._scroll.verticalScrollBar().setValue(0)
        announce(self, "Your recovery code is shown at the top of this page.")

    def clear_new(self) -> None:
        """Empty the field for somebody new."""
        self._new.clear()

    def _show_sure(self) -> None:
        self._erase.setEnabled(self._sure.isChecked())

    def _tell_added(self) -> None:
        self.added.emit(self._new.text())
