"""The brief: who you are, who you meet, what to know before, and how you would like to play."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from hrtrainer.pages.brief import BriefPage
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import column, line, row, surface, upright
from hrtrainer.qt.widgets.brief_parts import RING, ContentNote, Goals, HowToPlay
from hrtrainer.qt.widgets.buttons import PRIMARY, QUIET, Button
from hrtrainer.qt.widgets.check import Check
from hrtrainer.qt.widgets.fold import Fold, PageScroll
from hrtrainer.qt.widgets.picture import Icon, Picture
from hrtrainer.qt.widgets.prose import Prose

_WIDE = 1180
"""From this width of the window on, the panel stands beside the text."""


class BriefScreen(QWidget):
    """What to know before a conversation. Wishes: begin, another lens or region or tempo, back, leave topics out."""

    begun = Signal(str, str, str)
    changed = Signal(str, str, str)
    back = Signal()
    left_out = Signal(str)
    keeping_changed = Signal(bool)
    group_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._beside = look, True
        self._layout = row(self)
        inner = QWidget()
        self._left = column(inner)
        self._picture = Picture(look, height=look.px(312))
        self._left.addWidget(self._picture)
        self._left.addWidget(self._text(), 1)
        self._text_scroll = PageScroll(look, inner)
        self._layout.addWidget(self._text_scroll, 1)
        self._layout.addWidget(self._make_side())
        self.setFocusProxy(self._begin)
        for before, after in self._order():
            QWidget.setTabOrder(before, after)

    def _order(self) -> list[tuple[QWidget, QWidget]]:
        note, how = self._note, self._how
        chain = [
            self._library,
            self._group,
            note.another,
            note.leave_out,
            *how.tempo_cards(),
            how.lens,
            how.region,
            self._not_kept,
            self._begin,
        ]
        return list(pairwise(chain))

    def _text(self) -> QWidget:
        look = self._look
        self._words = QWidget()
        outer = column(self._words, (0, look.px(12), 0, look.px(24)))
        facts = row(margins=(look.px(44 - 10) - RING, 0, look.px(44), 0), gap=look.px(2))
        self._library = Button(look, "Library", QUIET, "arrow-left")
        self._library.setAutoDefault(True)
        self._library.clicked.connect(self.back)
        facts.addWidget(self._library)
        self._facts = Prose(look, role="small")
        facts.addWidget(self._facts, 1, Qt.AlignmentFlag.AlignVCenter)
        self._group = Button(look, "Facilitate it with a group", QUIET, "users")
        self._group.clicked.connect(self.group_wanted)
        facts.addWidget(self._group)
        outer.addLayout(facts)
        self._column = column(margins=(look.px(44), 0, look.px(44), 0), gap=look.px(4))
        outer.addLayout(self._column, 1)
        self._add_parts()
        return self._words

    def _add_parts(self) -> None:
        look = self._look
        self._title = Prose(look, role="display")
        self._column.addWidget(self._title)
        self._column.addSpacing(look.px(14))
        self._fold = Fold(look.px(250), 2, (look.px(40), look.px(24)))
        self._role, self._meet, self._principles = Prose(look, role="worker"), Prose(look, role="worker"), Prose(look)
        self._goals = Goals(look)
        heads = ("You are", "You will meet", "What this practises", "Principles at stake")
        bodies: tuple[QWidget, ...] = (self._role, self._meet, self._goals, self._principles)
        self._fold.fill([self._part(head, body) for head, body in zip(heads, bodies, strict=True)])
        self._column.addWidget(self._fold)
        self._column.addStretch(1)
        self._column.addSpacing(look.px(20))
        self._column.addWidget(line())
        self._column.addSpacing(look.px(12))
        credit = row(gap=look.px(10))
        credit.addWidget(Icon(look, "shield-check", "ink2", 18), 0, Qt.AlignmentFlag.AlignTop)
        self._reviewed = Prose(look, role="small")
        credit.addWidget(self._reviewed, 1)
        self._column.addLayout(credit)

    def _part(self, head: str, body: QWidget) -> QWidget:
        part = QWidget()
        inside = column(part, gap=self._look.px(4))
        inside.addWidget(Prose(self._look, head, "h3", "plum"))
        inside.addWidget(body)
        inside.addStretch(1)
        return part

    def _make_side(self) -> QFrame:
        """The panel of how to play, which scrolls, and under it the way in, which does not."""
        look = self._look
        self._side = surface("paper")
        self._across = row(self._side)
        self._rule = upright()
        self._across.addWidget(self._rule)
        inside = column()
        self._across.addLayout(inside, 1)
        self._panel = QWidget()
        self._panel_column = column(self._panel, gap=look.px(20))
        self._note, self._how = ContentNote(look), HowToPlay(look)
        self._note.another_wanted.connect(self.back)
        self._note.left_out.connect(self.left_out)
        self._how.changed.connect(self._tell_changed)
        self._panel_column.addWidget(self._note)
        self._panel_column.addWidget(self._how)
        self._panel_column.addStretch(1)
        self._holder = QWidget()
        self._hold = column(self._holder)
        self._hold.addWidget(self._panel)
        self._side_scroll = PageScroll(look, self._holder)
        inside.addWidget(self._side_scroll, 1)
        self._dock = row(margins=(look.px(20) - RING, look.px(2), look.px(20) - RING, look.px(16)))
        self._not_kept = Check(look, "Don't keep this session")
        self._not_kept.setToolTip("Nothing of it is written to this computer.")
        self._not_kept.clicked.connect(self._tell_keeping)
        inside.addLayout(self._keeping_row())
        self._begin = Button(look, "", PRIMARY, key="Enter")
        self._begin.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._begin.setMinimumHeight(look.px(54) + 8)
        self._begin.setAutoDefault(True)
        self._begin.clicked.connect(self._tell_begun)
        inside.addLayout(self._dock)
        self._begin.setMaximumWidth(look.px(560))
        self._dock.addStretch(1)
        self._dock.addWidget(self._begin, 10_000)
        self._dock.addStretch(1)
        return self._side

    def _keeping_row(self) -> QBoxLayout:
        look = self._look
        self._edge = line()
        holder = column()
        holder.addWidget(self._edge)
        across = row(margins=(look.px(20), look.px(6), look.px(20), 0))
        self._not_kept.setMaximumWidth(look.px(560))
        across.addStretch(1)
        across.addWidget(self._not_kept, 10_000)
        across.addStretch(1)
        holder.addLayout(across)
        return holder

    def keep(self, kept: bool) -> None:
        """Propose to keep the session, or not to."""
        self._not_kept.setChecked(not kept)

    def _tell_keeping(self, not_kept: bool) -> None:
        self.keeping_changed.emit(not not_kept)

    def show_page(self, page: BriefPage) -> None:
        """Show a brief."""
        self._picture.show_picture(page.picture)
        self._facts.say(f"·  {page.facts_line}" if page.facts_line else "")
        self._title.say(page.title)
        self._role.say(page.role)
        self._meet.say(page.meet)
        self._goals.show_goals(page.goals)
        self._principles.say(page.principles)
        self._reviewed.say(page.reviewed)
        self._note.show_note(page.content_note, page.topics)
        self._how.show_page(page)
        self._begin.say(page.begin)
        self._fit_picture()
        for before, after in self._order():
            QWidget.setTabOrder(before, after)

    def _picked(self) -> tuple[str, str, str]:
        return self._how.lens.current(), self._how.region.current(), self._how.tempo()

    def _tell_changed(self) -> None:
        self.changed.emit(*self._picked())

    def _tell_begun(self) -> None:
        self.begun.emit(*self._picked())

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins, wherever the focus is; a button that has it takes Enter for itself."""
        plain_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if plain_enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and not event.isAutoRepeat():
            self._tell_begun()
        else:
            super().keyPressEvent(event)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        look = self._look
        self._place(self.window().width() >= _WIDE and look.text_size < 150)
        if self._beside:
            self._side.setFixedWidth(min(look.px(432), round(self.width() * 0.44)))
        self._fit_picture()

    def _fit_picture(self) -> None:
        """Give the picture what the words leave, within bounds: it is the place, and it may be cut."""
        most = min(self._look.px(312), round(self.height() * 0.36))
        least = round(self.height() * 0.24)
        left = self.height() - self._words.heightForWidth(self._text_scroll.viewport().width()) if self._beside else 0
        self._picture.setFixedHeight(max(least, min(most, left)))

    def _place(self, beside: bool) -> None:
        """Put the panel beside the text, or under it in the same column."""
        look, focused = self._look, self.focusWidget()
        pad = look.px(20)
        self._panel_column.setContentsMargins(
            *((pad, look.px(28), pad, look.px(12)) if beside else (look.px(44), 0, look.px(44), pad))
        )
        if beside == self._beside:
            return
        self._beside = beside
        way = QBoxLayout.Direction
        self._layout.setDirection(way.LeftToRight if beside else way.TopToBottom)
        (self._hold if beside else self._left).addWidget(self._panel)
        self._side_scroll.setVisible(beside)
        self._rule.setVisible(beside)
        if not beside:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
        if focused is not None and focused is not self.focusWidget():
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
