"""The entrance: who is here, and the passphrase of somebody who has one. It asks nothing else, and locks nobody out."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hrtrainer.qt.announce import announce
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import add_all, clear, column, surface
from hrtrainer.qt.widgets.buttons import PLAIN, PRIMARY, QUIET, Button
from hrtrainer.qt.widgets.fold import Flow, PageScroll
from hrtrainer.qt.widgets.picture import ProgramMark
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.secret_field import secret_field

_ONE_MOMENT = "One moment …"


class EntranceScreen(QWidget):
    """Three pages. `chosen` tells who by number, `unlocked` a passphrase, `recovered` a code and a new passphrase."""

    chosen = Signal(int)
    unlocked = Signal(str)
    recovered = Signal(str, str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QWidget()
        inside = column(inner, (look.px(32), look.px(32), look.px(32), look.px(32)), look.px(18))
        inside.addStretch(1)
        inside.addWidget(ProgramMark(look, 44), 0, Qt.AlignmentFlag.AlignHCenter)
        self._page = 0
        self._pages = (self._who(), self._locked(), self._lost())
        add_all(inside, self._pages)
        inside.addStretch(2)
        column(self).addWidget(PageScroll(look, inner, look.px(560)))

    def _card(self, title: str) -> tuple[QWidget, QVBoxLayout, Prose]:
        look = self._look
        card = surface("card")
        inside = column(card, (look.px(28), look.px(22), look.px(28), look.px(24)), look.px(10))
        head = Prose(look, title, "h1")
        inside.addWidget(head)
        return card, inside, head

    def _who(self) -> QWidget:
        page, inside, _ = self._card("Who is here?")
        self._people = column(gap=self._look.px(4))
        inside.addLayout(self._people)
        inside.addWidget(Prose(self._look, "Each has conversations of their own, on this computer only.", "small"))
        self._who_trouble = self._trouble(inside)
        inside.addStretch(1)
        return page

    def _locked(self) -> QWidget:
        look = self._look
        page, inside, self._name = self._card("")
        self._passphrase = secret_field("Passphrase")
        self._passphrase.returnPressed.connect(self._unlock)
        inside.addWidget(Prose(look, "Passphrase", "h3"))
        inside.addWidget(self._passphrase)
        self._locked_trouble = self._trouble(inside)
        self._open = self._button("Open", PRIMARY, self._unlock)
        lost = self._button("I lost my passphrase", QUIET, self._show_lost)
        self._back = self._button("Back", QUIET, self.left.emit)
        inside.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        ways = Flow((look.px(2), 0))
        ways.fill([self._back, lost])
        inside.addWidget(ways)
        inside.addStretch(1)
        return page

    def _lost(self) -> QWidget:
        look = self._look
        page, inside, _ = self._card("Open with the recovery code")
        inside.addWidget(Prose(look, "It was shown when the passphrase was set: eight groups of four.", "small"))
        self._code = QLineEdit()
        self._code.setAccessibleName("Recovery code")
        self._code.setMaxLength(80)
        self._new, self._again = secret_field("New passphrase"), secret_field("New passphrase once more")
        for field in (self._code, self._new, self._again):
            inside.addWidget(Prose(look, field.accessibleName(), "h3"))
            inside.addWidget(field)
        self._again.returnPressed.connect(self._recover)
        self._lost_trouble = self._trouble(inside)
        self._set = self._button("Open, and set the new passphrase", PRIMARY, self._recover)
        inside.addWidget(self._set, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self._button("Back", QUIET, self._show_locked), 0, Qt.AlignmentFlag.AlignLeft)
        text = "Without the passphrase and without the code nobody can open what was written: not we, not the system."
        inside.addWidget(Prose(look, text, "small"))
        return page

    def _turn_to(self, page: int) -> None:
        """Show one page and hide the others."""
        self._page = page
        for at, one in enumerate(self._pages):
            one.setVisible(at == page)

    def _button(self, text: str, kind: str, deed: object) -> Button:
        button = Button(self._look, text, kind)
        button.clicked.connect(deed)
        return button

    def _trouble(self, inside: QVBoxLayout) -> Prose:
        """Where a sentence stands about what did not work."""
        words = Prose(self._look, "", "strong", "strains")
        words.hide()
        inside.addWidget(words)
        return words

    # What is shown

    def show_people(self, people: Sequence[tuple[str, bool]]) -> None:
        """Show who is here, as (name, whether there is a passphrase)."""
        clear(self._people)
        self._turn_to(0)
        for at, (name, locked) in enumerate(people):
            button = Button(self._look, name, PLAIN, icon="lock" if locked else "")
            button.setAccessibleDescription("Has a passphrase" if locked else "")
            button.clicked.connect(partial(self._choose, at))
            self._people.addWidget(button)
            if not at:
                button.setFocus()

    def ask(self, name: str, can_go_back: bool) -> None:
        """Ask somebody for their passphrase."""
        self._name.say(name)
        self._back.setVisible(can_go_back)
        self._passphrase.clear()
        self._locked_trouble.hide()
        self._show_locked()

    def tell(self, text: str) -> None:
        """Say what did not work, on the page that is shown, and let the person try again."""
        words = (self._who_trouble, self._locked_trouble, self._lost_trouble)[self._page]
        words.say(text)
        words.setVisible(bool(text))
        self._rest(False)
        if text:
            announce(self, text)
        if self._page == 1:
            self._passphrase.setFocus()
            self._passphrase.selectAll()

    def wait(self) -> None:
        """Say that it takes a moment."""
        self.tell("")
        self._rest(True)

    def _rest(self, working: bool) -> None:
        for button, words in ((self._open, "Open"), (self._set, "Open, and set the new passphrase")):
            button.setEnabled(not working)
            button.say(_ONE_MOMENT if working else words)

    def _show_locked(self) -> None:
        self._turn_to(1)
        self._passphrase.setFocus()

    def _show_lost(self) -> None:
        self._turn_to(2)
        self._code.setFocus()

    # What is wished

    def _choose(self, at: int) -> None:
        self.chosen.emit(at)

    def _unlock(self) -> None:
        if self._open.isEnabled():
            self.unlocked.emit(self._passphrase.text())

    def _recover(self) -> None:
        if self._new.text() != self._again.text():
            self.tell("The two passphrases differ. Type the new one twice.")
        elif self._set.isEnabled():
            self.recovered.emit(self._code.text(), self._new.text())
