"""The card of the path: the path itself, what a stop holds, and what was taken back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from hrtrainer import words
from hrtrainer.pages.debrief import DebriefPage, PathStop
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import clear, column, row, surface
from hrtrainer.qt.widgets.dots import Dots
from hrtrainer.qt.widgets.leaf import stand
from hrtrainer.qt.widgets.path import Path
from hrtrainer.qt.widgets.picture import Icon
from hrtrainer.qt.widgets.text import Text

_HINT = "Choose a turn to read it again, with the lines not taken."


class PathCard(QFrame):
    """The path you took. `grown` when its height changed."""

    grown = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._look = look
        self._stops: tuple[PathStop, ...] = ()
        self._speakers: dict[int, str] = {}
        body = column(self, (look.px(22), look.px(16), look.px(22), look.px(18)), look.px(8))
        head = row(gap=look.px(12))
        head.addWidget(Text("The path you took", "h2"), 1)
        self._about = Text("", "small", wrap=False)
        head.addWidget(self._about, 0, Qt.AlignmentFlag.AlignBottom)
        body.addLayout(head)
        self._path = Path(look)
        self._path.stop_chosen.connect(self._show_stop)
        body.addWidget(self._path)
        self._key = self._key_row()
        body.addLayout(self._key)
        self._hint = Text(_HINT, "caption")
        body.addWidget(self._hint)
        self._stop = surface("plumTint")
        self._stop_body = column(self._stop, (look.px(16), look.px(12), look.px(16), look.px(14)), look.px(8))
        self._stop.hide()
        body.addWidget(self._stop)
        self._back = QWidget()
        self._back_body = column(self._back, (0, look.px(8), 0, 0), look.px(4))
        body.addWidget(self._back)
        body.addStretch(1)

    def _key_row(self) -> QBoxLayout:
        key: QBoxLayout = row(gap=self._look.px(18))
        for colour, text in (("plum", "your turns"), ("marigold", "turning points"), ("-lineStrong", "not taken")):
            one = row(gap=self._look.px(4))
            one.addWidget(Dots(self._look, 1, colour, 14))
            one.addWidget(Text(text, "small", wrap=False))
            key.addLayout(one)
        key.addStretch(1)
        return key

    def show_page(self, page: DebriefPage) -> None:
        """Show the path of a page."""
        if page.path != self._stops:
            self._stop.hide()
            self._hint.show()
        self._stops = page.path
        self._speakers = {stop.turn: _speaker(page, stop) for stop in page.path}
        self._path.show_stops(page.path)
        endings = words.count(len(page.endings_to_guess), "ending")
        self._about.say(f"{words.count(len(page.path), 'turn')} · {endings} in this story")
        clear(self._back_body)
        self._back.setVisible(bool(page.withdrawn))
        if page.withdrawn:
            self._back_body.addWidget(Text("Taken back", "strong"))
            self._back_body.addWidget(Text("You went back past these. No block stands for them.", "small"))
        for turn, said in page.withdrawn:
            self._back_body.addLayout(self._listed("undo-2", f"Turn {turn}: {words.quoted(said)}"))

    def show_turn(self, turn: int) -> bool:
        """Open a turn. False when there is no such turn."""
        at = next((at for at, stop in enumerate(self._stops) if stop.turn == turn), -1)
        if at >= 0:
            self._path.choose(at)
            self._path.setFocus(Qt.FocusReason.OtherFocusReason)
        return at >= 0

    def arrange(self, room: int) -> None:
        """Fold the key to a width."""
        narrow = room < self._look.px(420)
        stand(self._key, not narrow)
        self._key.setSpacing(self._look.px(4 if narrow else 18))

    def _show_stop(self, at: int) -> None:
        stop = self._stops[at]
        clear(self._stop_body)
        notes = [f"Turn {stop.turn}"] + ["turning point"] * stop.key + ["you were not sure"] * stop.unsure
        title = Text(" · ".join(notes), "smallstrong")
        title.setProperty("tone", "plum")
        self._stop_body.addWidget(title)
        if stop.headline:
            self._stop_body.addWidget(Text(stop.headline, "strong"))
        you = "You, in your own words" if stop.own else "You"
        for who, said in ((you, stop.said), (self._speakers[stop.turn], stop.answered)):
            if said:
                self._stop_body.addWidget(Text(f"{who}: {words.quoted(said)}", "body"))
        if stop.not_taken:
            self._stop_body.addWidget(Text("Lines not taken", "smallstrong"))
        for said in stop.not_taken:
            self._stop_body.addLayout(self._listed("circle-dashed", words.quoted(said)))
        self._hint.hide()
        self._stop.show()
        self.grown.emit()

    def _listed(self, icon: str, text: str) -> QBoxLayout:
        one = row(gap=self._look.px(10))
        holder = column(margins=(0, self._look.px(2), 0, 0))
        holder.addWidget(Icon(self._look, icon, "ink3", 16))
        holder.addStretch(1)
        one.addLayout(holder)
        one.addWidget(Text(text, "small"), 1)
        return one


def _speaker(page: DebriefPage, stop: PathStop) -> str:
    """Who answered at a stop: not always the person whom the conversation is with."""
    lines = [line for turn in page.summary.turns if turn.number == stop.turn for line in turn.reply]
    return next((line.name for line in lines if line.text == stop.answered and line.name), page.person)
