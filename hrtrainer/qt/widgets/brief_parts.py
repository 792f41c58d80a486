"""Parts of the brief: the note before the start, the panel of how to play, and what there is to practise."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QWidget

from hrtrainer.pages.brief import BriefPage
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import add_all, clear, column, row
from hrtrainer.qt.widgets.buttons import PLAIN, QUIET, Button
from hrtrainer.qt.widgets.fold import Flow, Fold
from hrtrainer.qt.widgets.pick import Pick
from hrtrainer.qt.widgets.picture import Icon
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.tempo_card import TempoCard
from hrtrainer.qt.widgets.topics import topic_name
from hrtrainer.words import listing

_TEMPO_ICONS = {"coached": "message-circle-heart", "debrief-only": "ear"}
RING = 4
"""Room a button keeps around itself for the focus ring, in px; words beside it stand in by as much."""
_STEP_OUT = "Step out with  \u00a0Esc\u00a0  at any moment. Nothing about that is recorded."


class ContentNote(QFrame):
    """What the conversation touches, and two ways round it."""

    another_wanted = Signal()
    left_out = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "marigoldTint")
        self._topics: tuple[str, ...] = ()
        side = look.px(18) - RING
        inside = column(self, (side, look.px(18), side, look.px(12)), look.px(6))
        words = column(margins=(RING, 0, RING, 0), gap=look.px(6))
        inside.addLayout(words)
        head = row(gap=look.px(10))
        head.addWidget(Icon(look, "feather", "marigoldInk", 20))
        head.addWidget(Prose(look, "Before you start", "strong", "marigoldInk"), 1)
        words.addLayout(head)
        self._note = Prose(look)
        self._about = Prose(look, role="small")
        add_all(words, [self._note, self._about, Prose(look, _STEP_OUT, "small", caps=("Esc",))])
        self.another = Button(look, "Choose another", PLAIN)
        self.leave_out = Button(look, "Leave this topic out", QUIET)
        self.another.clicked.connect(self.another_wanted)
        self.leave_out.clicked.connect(self._tell)
        for button in (self.another, self.leave_out):
            button.setAutoDefault(True)
        ways = Flow((0, 0))
        ways.fill([self.another, self.leave_out])
        inside.addWidget(ways)

    def show_note(self, note: str, topics: tuple[str, ...]) -> None:
        """Show a note and the topics that can be left out."""
        self._topics = topics
        names = listing([topic_name(topic) for topic in topics])
        many = len(topics) > 1
        self._note.say(note or "Nothing in it was marked as heavy. You can still step out.")
        self._about.say(f"Topics: {names}." if many else f"Topic: {names}.")
        self._about.setVisible(bool(topics))
        self.leave_out.say("Leave these topics out" if many else "Leave this topic out")
        self.leave_out.setAccessibleDescription(
            f"No conversation about {names} will be shown. Settings brings it back."
        )
        self.leave_out.setVisible(bool(topics))

    def _tell(self) -> None:
        self.left_out.emit(",".join(self._topics))


class HowToPlay(QWidget):
    """When to get notes, by which principles, with whose local facts. `changed` tells that something was picked."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        inside = column(self, gap=look.px(8))
        inside.addWidget(Prose(look, "When would you like notes?", "h3"))
        self._cards = Fold(look.px(140), 2, (look.px(10), look.px(10)))
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._tell)
        self._tempos: tuple[str, ...] = ()
        inside.addWidget(self._cards)
        self.lens = Pick(look, "Principles to read it by")
        self.region = Pick(look, "Local facts from")
        self._lens_note, self._region_note = Prose(look, role="small"), Prose(look, role="small")
        for pick, note in ((self.lens, self._lens_note), (self.region, self._region_note)):
            inside.addSpacing(look.px(10))
            inside.addWidget(Prose(look, pick.accessibleName(), "h3"))
            inside.addWidget(pick)
            inside.addWidget(note)
            pick.picked.connect(self._tell)

    def show_page(self, page: BriefPage) -> None:
        """Show what can be picked, and what is."""
        names = tuple(one.id for one in page.tempos)
        if names != self._tempos:
            self._tempos = names
            cards = [
                TempoCard(self._look, _TEMPO_ICONS.get(one.id, "message-circle"), one.name, one.about)
                for one in page.tempos
            ]
            for old in self._group.buttons():
                self._group.removeButton(old)
                old.hide()
                old.deleteLater()
            for at, card in enumerate(cards):
                self._group.addButton(card, at)
            self._cards.fill(cards)
        if page.tempo in names:
            self._group.button(names.index(page.tempo)).setChecked(True)
        self.lens.show_options([(one.id, one.name) for one in page.lenses], page.lens)
        self.region.show_options([(one.id, one.name) for one in page.regions], page.region)
        about = next((one.about for one in page.lenses if one.id == page.lens), "")
        for note, text in ((self._lens_note, about), (self._region_note, page.region_note)):
            note.say(text)
            note.setVisible(bool(text))
        self.lens.setAccessibleDescription(about)
        self.region.setAccessibleDescription(page.region_note)

    def tempo_cards(self) -> list[QWidget]:
        """The tempo cards in reading order."""
        return list(self._group.buttons())

    def tempo(self) -> str:
        """The tempo that is picked."""
        at = self._group.checkedId()
        return self._tempos[at] if at >= 0 else ""

    def _tell(self) -> None:
        self.changed.emit()


class Goals(QWidget):
    """What there is to practise, a line each."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._inside = column(self, gap=look.px(6))

    def show_goals(self, goals: Sequence[str]) -> None:
        """Show goals."""
        clear(self._inside)
        look = self._look
        for goal in goals:
            line = row(gap=look.px(10))
            line.addWidget(_Dot(look), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Prose(look, goal), 1)
            self._inside.addLayout(line)


class _Dot(QWidget):
    """A small mark before a line."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(6), self._look.px(24))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("plum"))
        painter.drawEllipse(QPointF(self.width() / 2, self.height() / 2), self._look.px(2.5), self._look.px(2.5))
