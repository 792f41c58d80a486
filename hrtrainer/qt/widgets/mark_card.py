"""A principle card: glyph and word first, then the principle, the reason, and the words it rests on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from hrtrainer import words
from hrtrainer.pages.feedback import PrincipleCard
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import Plain, plain
from hrtrainer.qt.widgets.boxes import column, line, row, surface
from hrtrainer.qt.widgets.glyph import Glyph, tone


class MarkCard(QFrame):
    """How a line sat with one principle."""

    def __init__(self, look: Look, card: PrincipleCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(plain(f"{card.mark}: {card.name}"))
        whole = column(self, (1, 1, 1, look.px(14)), look.px(8))
        head = surface(f"{tone(card.mark)}Tint")
        head.setProperty("band", "true")
        beside = row(head, (look.px(16), look.px(8), look.px(16), look.px(8)), look.px(8))
        beside.addWidget(Glyph(look, card.mark))
        word = Plain(card.mark, "strong")
        word.setProperty("tone", tone(card.mark))
        beside.addWidget(word, 1)
        whole.addWidget(head)
        body = QWidget()
        inside = column(body, (look.px(18), 0, look.px(18), 0), look.px(6))
        name = Plain(card.name, "h3")
        name.setToolTip(plain(card.meaning))
        inside.addWidget(name)
        inside.addWidget(Plain(card.reason, "body"))
        if card.against:
            inside.addWidget(Plain(f"And: {card.against}", "body"))
        inside.addStretch(1)
        inside.addWidget(line())
        inside.addWidget(Plain(words.quoted(card.quote), "quote"))
        whole.addWidget(body, 1)
