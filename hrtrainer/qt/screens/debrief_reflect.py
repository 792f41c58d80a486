"""Step 4 of the debrief: questions to write about, what to keep, and a quiet end."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hrtrainer.pages.debrief import DebriefPage
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import clear, column, row, surface
from hrtrainer.qt.widgets.buttons import PLAIN, PRIMARY, Button
from hrtrainer.qt.widgets.dots import Bubble
from hrtrainer.qt.widgets.leaf import Leaf, Pair, Tiles
from hrtrainer.qt.widgets.picture import Icon
from hrtrainer.qt.widgets.text import Text
from hrtrainer.qt.widgets.writing import Writing
from hrtrainer.session.questions import TALK_ABOUT, Question

FORMATS = (("pdf", "PDF"), ("html", "HTML"), ("md", "Markdown"), ("json", "JSON"))
_NUMBERS = ("No questions", "One question", "Two questions", "Three questions", "Four questions", "Five questions")
_WAIT = 600
"""Milliseconds after the last key until what was typed is told."""


class ReflectPage(Leaf):
    """Questions with room to write. `reflected` tells a question's id and text; `waiting` when something is untold."""

    reflected = Signal(str, str)
    waiting = Signal()
    save_wanted = Signal(str)
    """Tells the format to save it in, or nothing when that is to be chosen too."""
    again = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, (44, 26, 44, 22), 18, parent)
        self._session = ""
        self._questions: tuple[Question, ...] = ()
        self._fields: dict[str, Writing] = {}
        self._untold: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self.flush)
        head = column(gap=look.px(4))
        self._title = Text("", "h1")
        more = Text("Write as much or as little as you like. You can leave any of them empty.", "body")
        more.setProperty("tone", "ink2")
        head.addWidget(self._title)
        head.addWidget(more)
        self.body.addLayout(head)
        self._tiles = Tiles(look.px(20))
        self.body.addWidget(self._tiles, 1)
        self._talk = QWidget()
        self._talk_body = column(self._talk)
        self._pair = Pair(self._talk, self._keep(), look.px(20), 0.46)
        self.body.addWidget(self._pair)
        self.body.addWidget(self._note())

    def _keep(self) -> QWidget:
        px = self._look.px
        side = QWidget()
        both = column(side, gap=px(18))
        save, inside = _card(self._look)
        inside.addWidget(Text("Save the summary", "h2"))
        inside.addWidget(Text("You choose where it goes. Nothing is sent anywhere.", "small"))
        choose = Button(self._look, "Choose what goes in", PRIMARY, icon="book-open-text")
        choose.clicked.connect(partial(self.save_wanted.emit, ""))
        inside.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(Text("Or straight to one of these:", "small"))
        self._formats = Tiles(px(4))
        buttons: list[QWidget] = []
        for form, name in FORMATS:
            button = Button(self._look, name, PLAIN, icon="file-down")
            button.setAccessibleName(f"{name}: save the summary")
            button.clicked.connect(partial(self.save_wanted.emit, form))
            buttons.append(button)
        self._formats.show_tiles(buttons)
        inside.addWidget(self._formats)
        both.addWidget(save)
        again, inside = _card(self._look)
        self._again_title = Text("", "h2")
        inside.addWidget(self._again_title)
        inside.addWidget(Text("The same place, from the start. It can go another way.", "small"))
        self._again = Button(self._look, "", PLAIN, icon="rotate-ccw")
        self._again.clicked.connect(self.again)
        inside.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        both.addWidget(again, 1)
        return side

    def _note(self) -> QFrame:
        px = self._look.px
        note = surface("plumTint")
        inside = row(note, (px(22), px(16), px(22), px(16)), px(16))
        inside.addWidget(Icon(self._look, "leaf", "plum", 26), 0, Qt.AlignmentFlag.AlignVCenter)
        texts = column(gap=px(2))
        texts.addWidget(Text("A moment before you go.", "strong"))
        self._topics = Text("", "small")
        texts.addWidget(self._topics)
        inside.addLayout(texts, 1)
        return note

    def show_page(self, page: DebriefPage) -> None:
        """Show the questions; what was typed and is not yet kept stays as it is."""
        over = page.summary.session != self._session
        questions = tuple(question for question, _ in page.questions)
        if over or questions != self._questions:
            self._show_questions(questions, over)
        self._session, self._questions = page.summary.session, questions
        for question, answer in page.questions:
            if over:
                self._fields[question.id].start_over(answer)
            else:
                self._fields[question.id].show_kept(answer)
        count = len([one for one in questions if one.id != TALK_ABOUT])
        name = _NUMBERS[count] if count < len(_NUMBERS) else f"{count} questions"
        self._title.say(f"{name}, then you are done")
        self._again_title.say(f"Meet {page.person} on a different day")
        self._again.say(f"Meet {page.person} again")
        close = "If some of it stays with you, it can help to say so to somebody you trust."
        self._topics.say(f"{page.topics} {close}".strip())
        self.arrange(self.room())

    def _show_questions(self, questions: tuple[Question, ...], over: bool) -> None:
        """Make fields for questions. A field that is still asked for keeps its text."""
        typed = {} if over else {one: field.text() for one, field in self._fields.items() if one in self._untold}
        clear(self._talk_body)
        self._fields = {}
        asked = [one for one in questions if one.id != TALK_ABOUT]
        self._tiles.show_tiles([self._question(one, at) for at, one in enumerate(asked, 1)])
        self._tiles.setVisible(bool(asked))
        for one in questions:
            if one.id == TALK_ABOUT:
                self._talk_body.addWidget(self._question(one, 0))
        for known, text in typed.items():
            if known in self._fields:
                self._fields[known].setPlainText(text)
        self._untold &= set(typed) & set(self._fields)

    def _question(self, question: Question, number: int) -> QFrame:
        px = self._look.px
        card, inside = _card(self._look)
        head = row(gap=px(10))
        if number:
            head.addWidget(Bubble(self._look, number, 26))
        else:
            head.addWidget(Icon(self._look, "book-open-text", "plum", 22))
        head.addWidget(Text(question.about, "smallstrong"), 1)
        inside.addLayout(head)
        inside.addWidget(Text(question.text, "line"))
        if number:
            inside.addStretch(1)
        field = Writing(self._look, question.text, 6 if number else 4)
        field.written.connect(partial(self._wrote, question.id))
        field.left.connect(self.flush)
        self._fields[question.id] = field
        inside.addWidget(field, 0 if number else 1)
        return card

    def _wrote(self, question: str) -> None:
        self._untold.add(question)
        self._timer.start()
        self.waiting.emit()

    def flush(self) -> None:
        """Tell at once what was typed and not yet told."""
        self._timer.stop()
        untold, self._untold = sorted(self._untold), set()
        for question in untold:
            if question in self._fields:
                self.reflected.emit(question, self._fields[question].text())

    def answered(self) -> bool:
        """Whether anything stands in any field."""
        return any(field.text().strip() for field in self._fields.values())

    def writing(self, widget: QWidget | None) -> bool:
        """Whether a widget is one of the fields."""
        return isinstance(widget, Writing)

    def arrange(self, room: int) -> None:
        """Fold to a width."""
        px = self._look.px
        self._tiles.fold(room, px(340), 3)
        _, second = self._pair.fold(room, px(900))
        inner = second - px(44) - 2
        wide = max(one.sizeHint().width() for one in self._formats.findChildren(Button))
        self._formats.fold(inner, wide, 4)


def _card(look: Look) -> tuple[QFrame, QVBoxLayout]:
    card = surface("card")
    return card, column(card, (look.px(22), look.px(18), look.px(22), look.px(18)), look.px(10))
