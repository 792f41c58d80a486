"""Leading a room in the window, step by step, as somebody with a clicker does."""

from PySide6.QtCore import QObject

from hrtrainer.group.action import Action
from hrtrainer.group.keys import Wish
from hrtrainer.group.stage import VOTES, Stage
from hrtrainer.pages.wall import Wall, WallPage
from hrtrainer.qt.room.leading import Leading
from hrtrainer.qt.room.wall_side import ONE, TWO, UNKNOWN, ScreenShown, WallSide
from hrtrainer.qt.wall.showing import Showing


class TwoScreens(WallSide):
    """A laptop, and a projector for as long as nobody pulls the cable; `walls` is what the room saw."""

    def __init__(self, showing: Showing, notes: QObject, awake: object) -> None:
        super().__init__(showing, notes)
        self.plugged, self.chosen, self.up = True, 2, False
        self.walls: list[Wall] = []
        self.pages: list[WallPage] = []

    def screens(self) -> tuple[ScreenShown, ...]:
        sizes = (("Laptop", 1440, 900), ("Projector", 1920, 1080))[: 2 if self.plugged else 1]
        return tuple(ScreenShown(at, *one, room=at == self.chosen) for at, one in enumerate(sizes, 1))

    @property
    def standing(self) -> str:
        return ONE if not self.plugged else TWO if self.chosen else UNKNOWN

    def choose(self, number: int) -> None:
        self.chosen = number
        self.changed.emit()

    def swap(self) -> None:
        self.choose(3 - self.chosen)

    def show_wall(self, wall: Wall) -> None:
        super().show_wall(wall)
        self.walls.append(wall)
        self.up = True

    def show_page(self, page: WallPage) -> None:
        super().show_page(page)
        self.pages.append(page)

    def put_away(self) -> None:
        self.up = False

    def pull(self) -> None:
        """Pull the cable."""
        self.plugged = False
        self.changed.emit()
        self.lost.emit()

    def plug_in(self) -> None:
        """Put the cable back."""
        self.plugged = True
        self.changed.emit()
        self.returned.emit()


COUNTS = {Stage.VOTE_1: (8, 7, 3, 1), Stage.VOTE_2: (10, 8, 1, 0)}
PASSES = {Stage.VOTE_1: 3, Stage.VOTE_2: 1}


def press(leading: Leading, action: Action, number: int = 0) -> None:
    """One wish, as a key would make it."""
    leading.wish(Wish(action, number))


def lead_to(leading: Leading, stage: Stage) -> None:
    """Go on until the room stands at a stage; votes are counted on the way, and a what-if tried where it is wanted."""
    for _ in range(300):
        room = leading.desk.room
        assert room is not None
        here = room.state.spot.stage
        if here is Stage.CROSSROADS and stage in (Stage.WHAT_IF, Stage.COMPARE):
            press(leading, Action.WHAT_IF)
            if stage is Stage.COMPARE:
                press(leading, Action.OPTION, 3)
            continue
        visit = room.state.visit
        if here in VOTES and visit is not None and visit.round(VOTES[here]) is None:
            totals = COUNTS[here][: len(visit.options)]
            leading.desk.act(lambda led, totals=totals, here=here: led.count(totals, PASSES[here]))
        if here is stage:
            return
        if here is Stage.COMMIT:
            press(leading, Action.OPTION, 1)
        step_on(leading)
    raise AssertionError(f"never came to {stage}")


def step_on(leading: Leading) -> None:
    """Forward, with a second since the last press: two presses close together are one of a worn clicker."""
    led = leading.desk.led
    assert led is not None
    clock = led._clock
    led._clock = lambda: clock() + 1000
    press(leading, Action.FORWARD)
