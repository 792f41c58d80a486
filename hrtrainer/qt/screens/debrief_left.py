"""Step 2 of the debrief: what the other left with, before anything about what the worker did."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from hrtrainer import words
from hrtrainer.pages.debrief import DebriefPage
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import clear, column, line, row, surface
from hrtrainer.qt.widgets.dots import Dashed
from hrtrainer.qt.widgets.leaf import Leaf, Pair, Tiles, stand
from hrtrainer.qt.widgets.picture import Icon, Picture
from hrtrainer.qt.widgets.text import Text
from hrtrainer.session.summary import BoardTold

_AREA_ICONS = {"risk": "droplets", "set": "heart", "setting": "tent-tree", "person": "sprout"}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ICONS = (
    ("naloxone", "shield-plus"),
    ("alone", "users"),
    ("tell friends", "users"),
    ("syringe programme", "calendar-heart"),
    ("new works", "package"),
    ("new syringes", "package"),
    ("test strips", "search-check"),
    ("tester dose", "hourglass"),
    ("other than injecting", "split"),
    ("do not mix", "layers"),
)
"""Words of the ten strategies, and what to draw beside them."""


def icon_of(text: str) -> str:
    """The icon for something that somebody left with."""
    low = text.lower()
    return next((icon for words_, icon in _ICONS if words_ in low), "message-circle")


class LeftPage(Leaf):
    """How it ended, what went along, what was heard and what stayed quiet."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, (44, 22, 44, 22), 18, parent)
        self._shown: DebriefPage | None = None
        first = QWidget()
        self._main = column(first, gap=look.px(16))
        self._main.addWidget(self._hero())
        self._tiles = Tiles(look.px(14))
        self._main.addWidget(self._tiles)
        self._floor = surface("card")
        self._floor_body = column(self._floor, (look.px(20), look.px(16), look.px(20), look.px(16)), look.px(8))
        self._main.addWidget(self._floor)
        self._guess = self._guess_card()
        self._main.addWidget(self._guess)
        self._main.addStretch(1)
        self._board = surface("card")
        self._board_body = column(self._board, (look.px(24), look.px(20), look.px(24), look.px(20)), look.px(6))
        self._pair = Pair(first, self._board, look.px(28), look.px(452))
        self.body.addWidget(self._pair, 1)

    def _hero(self) -> QFrame:
        px = self._look.px
        card = surface("card")
        inside = column(card, (1, 1, 1, 0))
        self._picture = Picture(self._look, "", px(172), (13, 0))
        inside.addWidget(self._picture)
        texts = column(margins=(px(26), px(18), px(26), px(22)), gap=px(6))
        self._over: QBoxLayout = row(gap=px(12))
        self._how, self._kind = Text("", "smallstrong"), Text("", "chip", wrap=False)
        self._how.setProperty("tone", "plum")
        self._over.addWidget(self._how, 1)
        self._over.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        texts.addLayout(self._over)
        self._title = Text("", "h1")
        texts.addWidget(self._title)
        lines = QWidget()
        self._lines = column(lines, gap=px(8))
        texts.addWidget(lines)
        inside.addLayout(texts)
        return card

    def _guess_card(self) -> QFrame:
        px = self._look.px
        card = surface("card")
        self._guess_row: QBoxLayout = row(card, (px(20), px(12), px(20), px(12)), px(14))
        chip = Text("Your guess", "chip", wrap=False)
        self._guess_row.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        self._guess_words = Text("", "body")
        self._guess_row.addWidget(self._guess_words, 1)
        self._guess_sure = Text("", "small", wrap=False)
        self._guess_row.addWidget(self._guess_sure)
        return card

    def show_page(self, page: DebriefPage) -> None:
        """Show how it ended."""
        if page == self._shown:
            return
        self._shown = page
        self._show_ending(page)
        self._show_left_with(page)
        self._show_floor(page)
        self._show_guess(page)
        self._show_board(page)
        self.arrange(self.room())

    def _show_ending(self, page: DebriefPage) -> None:
        count = len(page.endings_to_guess)
        number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
        self._picture.show_picture(page.picture)
        self._how.say(f"How it ended: one of {number}" if count > 1 else "How it ended")
        self._kind.say(page.ending_kind)
        self._title.say(page.ending_title)
        clear(self._lines)
        for name, text in page.ending_lines:
            if not name:
                self._lines.addWidget(Text(text, "narration"))
            else:
                said = words.quoted(text)
                self._lines.addWidget(Text(said if name == page.person else f"{name}: {said}", "line"))

    def _show_left_with(self, page: DebriefPage) -> None:
        tiles: list[QWidget] = [
            self._tile(surface("card"), icon_of(f"{card} {since}"), "plum", card, since)
            for card, since in page.left_with
        ]
        if not tiles:
            tiles.append(self._tile(surface("card"), "leaf", "plum", "Nothing is listed here this time", ""))
        if page.unsaid:
            tiles.append(self._tile(Dashed(self._look), "circle-dashed", "ink3", "Left unsaid", page.unsaid))
        self._tiles.show_tiles(tiles)

    def _tile(self, card: QFrame, icon: str, colour: str, title: str, more: str) -> QFrame:
        px = self._look.px
        inside = row(card, (px(16), px(14), px(16), px(14)), px(14))
        inside.addWidget(Icon(self._look, icon, colour, 22), 0, Qt.AlignmentFlag.AlignVCenter)
        texts = column(gap=px(3))
        texts.addStretch(1)
        texts.addWidget(Text(title, "strong"))
        if more:
            texts.addWidget(Text(more, "small"))
        texts.addStretch(1)
        inside.addLayout(texts, 1)
        return card

    def _show_floor(self, page: DebriefPage) -> None:
        clear(self._floor_body)
        self._floor.setVisible(bool(page.floor))
        self._floor_body.addWidget(Text(f"What {page.person} left knowing and holding", "h3"))
        for reached, text in page.floor:
            self._floor_body.addLayout(self._listed("check" if reached else "circle-dashed", text, reached))

    def _show_guess(self, page: DebriefPage) -> None:
        self._guess.setVisible(bool(page.guess_left or page.guess_sure))
        said = words.quoted(page.guess_left) if page.guess_left else "Not said."
        same = page.guess_left == page.ending_title
        after = "That is how it ended." if same else "It ended in one of the other ways."
        known = page.guess_left in page.endings_to_guess
        self._guess_words.say(f"{said} {after}" if known else said)
        sure = words.SURE.get(page.guess_sure, page.guess_sure)
        self._guess_sure.say(f"You were {sure[:1].lower()}{sure[1:]}" if sure else "")

    def _show_board(self, page: DebriefPage) -> None:
        px = self._look.px
        clear(self._board_body)
        self._board_body.addWidget(Text("Heard, and still quiet", "h2"))
        self._board_body.addWidget(Text("Unasked is not a fault. One conversation cannot hold everything.", "small"))
        shown = [area for area in page.board if area.heard or area.quiet]
        for at, area in enumerate(shown):
            self._board_body.addSpacing(px(8))
            if at:
                self._board_body.addWidget(line())
                self._board_body.addSpacing(px(8))
            self._show_area(area, page.person)
        self._board_body.addStretch(1)

    def _show_area(self, area: BoardTold, person: str) -> None:
        head = row(gap=self._look.px(9))
        head.addWidget(Icon(self._look, _AREA_ICONS.get(area.area, "circle-dot"), "ink", 19))
        name = f"{area.name} to {person}" if area.area == "person" else area.name
        head.addWidget(Text(name, "h3"), 1)
        self._board_body.addLayout(head)
        for card, turn in area.heard:
            self._board_body.addLayout(self._listed("check", card, True, f"turn {turn}" if turn else "from the start"))
        for question in area.quiet:
            self._board_body.addLayout(self._listed("circle-dashed", question, False))

    def _listed(self, icon: str, text: str, heard: bool, when: str = "") -> QBoxLayout:
        px = self._look.px
        one = row(gap=px(10))
        mark = column(margins=(0, px(4), 0, 0))
        mark.addWidget(Icon(self._look, icon, "plum" if heard else "ink3", 16))
        mark.addStretch(1)
        one.addLayout(mark)
        words_ = Text(text, "body")
        words_.setProperty("tone", "ink" if heard else "ink2")
        words_.setAccessibleName(f"{'Heard' if heard else 'Still quiet'}: {words_.text()}")
        one.addWidget(words_, 1)
        if when:
            turn = Text(when, "caption", wrap=False)
            turn.setContentsMargins(0, px(3), 0, 0)
            one.addWidget(turn, 0, Qt.AlignmentFlag.AlignTop)
        return one

    def arrange(self, room: int) -> None:
        """Fold to a width."""
        px = self._look.px
        first, _ = self._pair.fold(room, px(1080))
        self._tiles.fold(first, px(240), 3)
        narrow = first < px(560)
        stand(self._guess_row, not narrow)
        stand(self._over, not narrow)
