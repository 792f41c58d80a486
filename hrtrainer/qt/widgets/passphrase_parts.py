"""The parts about a passphrase: setting one, what to do with one, and the recovery code that is shown once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import column
from hrtrainer.qt.widgets.buttons import PLAIN, PRIMARY, QUIET, Button
from hrtrainer.qt.widgets.check import Check
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.secret_field import secret_field
from hrtrainer.qt.widgets.section import Section

WHAT_IT_DOES = (
    "A passphrase seals what you write: your own words, your reflections, what you saw differently, your guesses. "
    "Without it nobody can read them in the files of this computer.",
    "It does not hide that you practise: code name, days, titles, the lines you picked and your settings stay "
    "readable. Scenarios you write and files you save elsewhere stay as they are.",
    "Lost is lost. You get a recovery code to print. Without the passphrase and without the code, nobody can open what "
    "you wrote: not we, not your organisation.",
)
"""What a passphrase does, what it does not, and what losing it means: said before it is set."""

_DIFFER = "The two passphrases differ. Type the new one twice."


class _Fields(QWidget):
    """Fields for secrets, one under the other, and a sentence when they cannot be used."""

    def __init__(self, look: Look, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = column(self, gap=look.px(6))
        self.fields: list[QLineEdit] = []
        for name in names:
            inside.addWidget(Prose(look, name, "h3"))
            field = secret_field(name)
            field.setMaximumWidth(look.px(420))
            self.fields.append(field)
            inside.addWidget(field)
        self._trouble = Prose(look, "", "strong", "strains")
        self._trouble.hide()
        inside.addWidget(self._trouble)

    def tell(self, text: str) -> None:
        """Say what is the matter, or nothing."""
        self._trouble.say(text)
        self._trouble.setVisible(bool(text))

    def take(self) -> list[str]:
        """What was typed; the fields are empty afterwards."""
        typed = [field.text() for field in self.fields]
        for field in self.fields:
            field.clear()
        return typed


class SettingPart(Section):
    """Nobody has set a passphrase yet. `wanted` tells the new one."""

    wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "A passphrase", "lock", parent=parent)
        for text in WHAT_IT_DOES:
            self.add_text(text)
        self._fields = _Fields(look, ("New passphrase", "New passphrase once more"))
        self.inside.addWidget(self._fields)
        self._understood = Check(look, "I understand: without passphrase and recovery code, what I wrote is lost")
        self._understood.clicked.connect(self._show_ready)
        self.inside.addWidget(self._understood)
        self._set = Button(look, "Set the passphrase", PRIMARY)
        self._set.clicked.connect(self._tell)
        self.inside.addWidget(self._set, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_ready()

    def _show_ready(self) -> None:
        self._set.setEnabled(self._understood.isChecked())

    def _tell(self) -> None:
        first, second = (field.text() for field in self._fields.fields)
        self._fields.tell("" if first == second else _DIFFER)
        if first == second:
            self.wanted.emit(first)

    def tell(self, text: str) -> None:
        """Say what did not work; with an empty text, that it did."""
        self._fields.tell(text)
        if not text:
            self._fields.take()
            self._understood.setChecked(False)
            self._show_ready()


class HavingPart(Section):
    """There is a passphrase. `changed` tells the old one and the new; the wishes for a code or none the present one."""

    changed = Signal(str, str)
    code_wanted = Signal(str)
    off_wanted = Signal(str)
    lock_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "Your passphrase", "lock", parent=parent)
        self.add_text("What you write here is sealed. It opens with your passphrase, or with the recovery code.")
        lock = Button(look, "Lock now", PRIMARY, icon="lock")
        lock.clicked.connect(self.lock_wanted)
        self.inside.addWidget(lock, 0, Qt.AlignmentFlag.AlignLeft)
        self._fields = _Fields(look, ("Present passphrase", "New passphrase", "New passphrase once more"))
        self.inside.addWidget(self._fields)
        ways = Flow((look.px(4), look.px(4)))
        buttons: list[QWidget] = []
        for text, kind, deed in (
            ("Change the passphrase", PLAIN, self._tell_changed),
            ("A new recovery code", QUIET, self._tell_code),
            ("Take the passphrase off", QUIET, self._tell_off),
        ):
            button = Button(look, text, kind)
            button.clicked.connect(deed)
            buttons.append(button)
        ways.fill(buttons)
        self.inside.addWidget(ways)

    def _tell_changed(self) -> None:
        present, first, second = (field.text() for field in self._fields.fields)
        self._fields.tell("" if first == second else _DIFFER)
        if first == second:
            self.changed.emit(present, first)

    def _tell_code(self) -> None:
        self.code_wanted.emit(self._fields.fields[0].text())

    def _tell_off(self) -> None:
        self.off_wanted.emit(self._fields.fields[0].text())

    def tell(self, text: str) -> None:
        """Say what did not work; with an empty text, that it did."""
        self._fields.tell(text)
        if not text:
            self._fields.take()


class CodePart(Section):
    """The recovery code. Shown once, until `done`."""

    print_wanted = Signal(str)
    save_wanted = Signal(str)
    done = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "Your recovery code", "printer", "marigoldTint", parent)
        self._text = ""
        self.add_text("It is shown this once and kept nowhere. Whoever has it can open what you wrote.")
        self._code = Prose(look, "", "source", "ink")
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.inside.addWidget(self._code)
        self.add_text("Print it, or copy it by hand, and keep it away from this computer.", "small")
        ways = Flow((look.px(4), look.px(4)))
        buttons: list[QWidget] = []
        for text, kind, deed in (
            ("Print it", PLAIN, self._tell_print),
            ("Save it as a file", PLAIN, self._tell_save),
            ("I have it", PRIMARY, self._finish),
        ):
            button = Button(look, text, kind)
            button.clicked.connect(deed)
            buttons.append(button)
        ways.fill(buttons)
        self.inside.addWidget(ways)
        self.hide()

    def show_code(self, code: str) -> None:
        """Show a code."""
        self._text = code
        self._code.say("  ".join(code.split("-")))
        self._code.setAccessibleName(" ".join(code.replace("-", " ")))
        self.show()

    def _tell_print(self) -> None:
        self.print_wanted.emit(self._text)

    def _tell_save(self) -> None:
        self.save_wanted.emit(self._text)

    def _finish(self) -> None:
        self._text = ""
        self._code.say("")
        self.hide()
        self.done.emit()
