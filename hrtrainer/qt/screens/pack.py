"""The supervision pack: at the left what a supervisor will see, at the right what goes in and how it is saved."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from hrtrainer.export.preview import Row
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import column, line, row, surface
from hrtrainer.qt.widgets.buttons import PLAIN, PRIMARY, Button
from hrtrainer.qt.widgets.fold import PageScroll
from hrtrainer.qt.widgets.pack_choices import PackChoices
from hrtrainer.qt.widgets.pack_saving import PackSaving
from hrtrainer.qt.widgets.pack_sheet import PackSheet
from hrtrainer.qt.widgets.picture import Icon
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.segments import Segments
from hrtrainer.qt.widgets.text import Text

_SEEN, _CHOSEN = "seen", "chosen"
_BESIDE = 800
"""The width, at 100 % text, from which both sides stand beside each other."""
_SIDE = 384
_NOTHING = "Nothing to show yet. Play a conversation, and what you choose of it can be handed over from here."
_HINT = "Press a line to strike it; press again to bring it back."


class PackScreen(QWidget):
    """Preview and choices. `struck` tells the id of a line; `save_wanted` that it is to be saved as it is seen."""

    struck = Signal(str)
    save_wanted = Signal()
    send_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._side = look, _SEEN
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.choices, self.saving, self.sheet = PackChoices(look), PackSaving(look), PackSheet(look)
        self.sheet.struck.connect(self.struck)
        self.sheet.walked.connect(self._follow)
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
        self._seen, self._chosen = self._preview(), self._panel()
        both.addWidget(self._seen, 1)
        both.addWidget(self._chosen)
        whole.addWidget(self._both, 1)
        self._nothing = Text(_NOTHING, "body")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        whole.addWidget(self._nothing, 1)

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

    def _preview(self) -> QWidget:
        look = self._look
        inner = QWidget()
        inside = column(inner, (look.px(28), look.px(16), look.px(28), look.px(28)), look.px(8))
        inside.addWidget(Prose(look, "What your supervisor will see", "h3"))
        inside.addWidget(Prose(look, _HINT, "small"))
        inside.addWidget(self.sheet)
        inside.addStretch(1)
        self._page = PageScroll(look, inner, look.px(760))
        return self._page

    def _panel(self) -> QFrame:
        look = self._look
        panel = surface("paper")
        whole = column(panel)
        inner = QWidget()
        inside = column(inner, (look.px(22), look.px(16), look.px(18), look.px(22)), look.px(14))
        inside.addWidget(self.choices)
        inside.addWidget(self.saving)
        inside.addStretch(1)
        whole.addWidget(PageScroll(look, inner), 1)
        whole.addWidget(line())
        foot = row(margins=(look.px(18), look.px(8), look.px(18), look.px(8)))
        whole.addLayout(foot)
        self._save = Button(look, "Save the pack", PRIMARY, icon="download", key="Ctrl S")
        self._save.clicked.connect(self.save_wanted)
        foot.addWidget(self._save, 1)
        self._send = Button(look, "Send …", PLAIN, icon="external-link")
        self._send.setToolTip("Put it in the outbox for the record store of your organisation")
        self._send.clicked.connect(self.send_wanted)
        foot.addWidget(self._send)
        return panel

    def show_sending(self, possible: bool) -> None:
        """Show the way to the record store of an organisation, where one is used."""
        self._send.setVisible(possible)

    def show_rows(self, rows: Sequence[Row], about: str) -> None:
        """Show the pack as it would be saved now, and what it is made of; no rows when there is nothing to show."""
        self.sheet.show_rows(rows)
        self._about.say(about)
        self._save.setEnabled(bool(rows))
        self._fold()

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
        self._seen.setVisible(beside or self._side == _SEEN)
        self._chosen.setVisible(beside or self._side == _CHOSEN)
        self._chosen.setMinimumWidth(self._look.px(_SIDE) if beside else 0)
        self._chosen.setMaximumWidth(self._look.px(_SIDE) if beside else 16_777_215)
        self._lock.setVisible(wide >= _BESIDE)
        self._stays.setVisible(wide >= _BESIDE)

    def _turn(self, side: str) -> None:
        self._side = side
        self._fold()

    def _follow(self, spot: QRect) -> None:
        """Keep the line that the keys have led to on the screen."""
        inner = self._page.widget()
        if inner is not None:
            at = self.sheet.mapTo(inner, spot.center())
            self._page.ensureVisible(at.x(), at.y(), 0, spot.height() + self._look.px(40))

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        if not self._both.isHidden():
            self._fold()
