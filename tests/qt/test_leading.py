"""A room led in the window: by the keys of a clicker and a keyboard alone, from the set-up to a saved report."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hrtrainer.group.stage import VOTES, Cover, Stage
from hrtrainer.pages.wall import BlackWall, CountsWall, RevealWall, VoteWall
from hrtrainer.qt import furnishing
from hrtrainer.qt.app import TrainerWindow
from hrtrainer.qt.room.leading import Leading
from hrtrainer.qt.room.presenter import PresenterScreen
from hrtrainer.qt.wall.look import DARK_ROOM, DAY
from tests.qt.leads import TwoScreens
from tests.qt.test_keyboard import press, tab_to

S, K = Stage, Qt.Key


@pytest.fixture
def window(open_window: Callable[[], TrainerWindow], monkeypatch: pytest.MonkeyPatch) -> Iterator[TrainerWindow]:
    """The window of a fresh start, on a computer with a projector."""
    monkeypatch.setattr(furnishing, "RoomWall", TwoScreens)
    yield open_window()


class Keyboard:
    """Keys on the presenter's screen, each a second after the last."""

    def __init__(self, qtbot: QtBot, window: TrainerWindow) -> None:
        self.qtbot, self.window = qtbot, window

    @property
    def leading(self) -> Leading:
        leading: Leading = self.window.furnishing.leading
        return leading

    @property
    def wall(self) -> TwoScreens:
        wall = self.leading._wall
        assert isinstance(wall, TwoScreens)
        return wall

    @property
    def screen(self) -> PresenterScreen:
        screen = self.window.screen_of("presenter")
        assert isinstance(screen, PresenterScreen)
        return screen

    @property
    def stage(self) -> Stage:
        room = self.leading.desk.room
        assert room is not None
        return room.state.spot.stage

    def open(self, people: int = 22) -> None:
        """From the library to HOLD, by keyboard."""
        self.begin(people)
        assert self.window.place == "presenter"
        self.slow_down()

    def begin(self, people: int = 22) -> None:
        """From the library to the end of the set-up."""
        press(self.qtbot, self.window, K.Key_Tab)
        tab_to(self.qtbot, self.window, "Facilitate")
        press(self.qtbot, self.window, K.Key_Space)
        tab_to(self.qtbot, self.window, "People here")
        self.type(str(people))
        press(self.qtbot, self.window, K.Key_Return)
        press(self.qtbot, self.window, K.Key_F5)

    def slow_down(self) -> None:
        """Let a second pass between presses."""
        led = self.leading.desk.led
        assert led is not None
        ticks, clock = iter(range(1000, 10_000_000, 1000)), led._clock
        led._clock = lambda: clock() + next(ticks)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), text)
        QApplication.processEvents()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.qtbot, self.window, key, held)

    def forward(self) -> None:
        self.press(K.Key_PageDown)

    def save(self, target: Path) -> None:
        """Save the report as a web page, by keyboard."""
        self.press(K.Key_F6)
        tab_to(self.qtbot, self.window, "Save the report: Web page")
        self.press(K.Key_Space)
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QFileDialog))
        box = QApplication.activeWindow().findChild(QLineEdit)
        assert box is not None
        box.setText("")
        self.qtbot.keyClicks(box, str(target))
        self.qtbot.keyClick(box, K.Key_Return)
        room = self.leading.desk
        self.qtbot.waitUntil(lambda: bool(room.room and room.room.state.saved), timeout=20_000)

    def end(self) -> None:
        """End the session, and say so once more."""
        self.press(K.Key_End, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is not self.window)
        self.press(K.Key_Return)

    def to(self, stage: Stage) -> None:
        """PageDown until the room stands at a stage; at COMMIT the first reply is chosen by its key."""
        for _ in range(200):
            if self.stage is stage:
                return
            if self.stage is S.COMMIT:
                self.press(K.Key_1)
            self.forward()
        raise AssertionError(f"never came to {stage}")


@pytest.fixture
def keys(qtbot: QtBot, window: TrainerWindow) -> Keyboard:
    return Keyboard(qtbot, window)


def test_from_hold_to_a_saved_report_by_a_clicker_and_the_keyboard(keys: Keyboard, tmp_path: Path) -> None:
    keys.open()
    assert keys.stage is S.HOLD and keys.wall.up
    keys.to(S.VOTE_1)
    for key, times in ((K.Key_1, 7), (K.Key_2, 9), (K.Key_3, 2), (K.Key_0, 4)):
        for _ in range(times):
            keys.press(key)
    page = keys.wall.walls[-1].page
    assert isinstance(page, VoteWall) and (page.chosen, page.of) == (22, 22)
    keys.to(S.VOTE_2)
    keys.press(K.Key_2)
    keys.to(S.COMMIT)
    keys.press(K.Key_R)
    assert isinstance(keys.wall.walls[-1].page, CountsWall)
    keys.press(K.Key_2)
    keys.forward()
    keys.wall.pull()
    assert keys.stage is S.REPLY
    keys.wall.plug_in()
    assert isinstance(keys.wall.walls[-1].page, BlackWall) and keys.stage is S.REPLY
    keys.press(K.Key_F5)
    keys.forward()
    assert not isinstance(keys.wall.walls[-1].page, RevealWall), "the first reveal needs two presses"
    keys.forward()
    assert isinstance(keys.wall.walls[-1].page, RevealWall)
    keys.to(S.CROSSROADS)
    keys.press(K.Key_End, Qt.KeyboardModifier.ControlModifier)
    keys.to(S.REPORT)
    target = tmp_path / "group.html"
    keys.save(target)
    assert b"We said B" in target.read_bytes()
    keys.end()
    assert keys.window.place == "facilitate" and not keys.wall.up and keys.leading.desk.led is None


def test_esc_and_f5_end_nothing_and_a_held_key_is_one_press(keys: Keyboard) -> None:
    keys.open()
    keys.to(S.THINK)
    for key in (K.Key_Escape, K.Key_F5, K.Key_Escape):
        keys.press(key)
    assert keys.stage is S.THINK and keys.window.place == "presenter"
    keys.press(K.Key_Period)
    assert isinstance(keys.wall.walls[-1].page, BlackWall)
    keys.press(K.Key_B)
    assert not isinstance(keys.wall.walls[-1].page, BlackWall)
    stood = [(keys.stage, keys.wall.showing.part)]
    for repeat in (False, True, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, K.Key_PageDown, Qt.KeyboardModifier.NoModifier, "", repeat, 1)
        QApplication.sendEvent(QApplication.focusWidget() or keys.window, event)
        stood.append((keys.stage, keys.wall.showing.part))
    assert stood[0] != stood[1] == stood[2] == stood[3] == stood[4]


def test_shift_takes_a_hand_off_and_totals_can_be_typed_and_undone(keys: Keyboard) -> None:
    keys.open()
    keys.to(S.VOTE_1)
    for _ in range(3):
        keys.press(K.Key_1)
    shifted = QKeyEvent(QEvent.Type.KeyPress, K.Key_Exclam, Qt.KeyboardModifier.ShiftModifier, "!")
    QApplication.sendEvent(QApplication.focusWidget() or keys.window, shifted)
    assert counted(keys) == ((2, 0, 0, 0), 0)
    keys.press(K.Key_F6)
    tab_to(keys.qtbot, keys.window, "B")
    keys.type("9")
    keys.press(K.Key_Return)
    assert counted(keys) == ((2, 9, 0, 0), 0)
    keys.press(K.Key_F6)
    keys.press(K.Key_U)
    assert counted(keys) == ((2, 0, 0, 0), 0)


def counted(keys: Keyboard) -> tuple[tuple[int, ...], int]:
    room = keys.leading.desk.room
    assert room is not None and room.state.visit is not None
    found = room.state.visit.round(VOTES[keys.stage])
    assert found is not None
    return found.totals, found.passes


def test_counts_are_for_commit_alone_and_never_for_fewer_than_ten(keys: Keyboard) -> None:
    keys.open(people=9)
    keys.to(S.VOTE_1)
    keys.press(K.Key_R)
    assert keys.screen.foot.told().startswith("Counts can be shown once")
    keys.press(K.Key_1)
    keys.to(S.COMMIT)
    keys.press(K.Key_R)
    assert "fewer than 10" in keys.screen.foot.told()
    assert not isinstance(keys.wall.walls[-1].page, CountsWall)


def test_in_a_text_box_letters_type_and_the_clicker_still_goes_on(keys: Keyboard) -> None:
    keys.open()
    keys.to(S.DISCUSS)
    keys.press(K.Key_K)
    keys.type("bus 4?")
    assert keys.stage is S.DISCUSS and not keys.leading.desk.room.state.covers  # type: ignore[union-attr]
    keys.press(K.Key_Return)
    assert [one.text for one in keys.leading.desk.room.state.parked] == ["bus 4?"]  # type: ignore[union-attr]
    keys.type("b")
    keys.forward()
    assert keys.stage is S.VOTE_2


def test_on_one_screen_nothing_private_is_drawn_unless_a_key_is_held(keys: Keyboard) -> None:
    keys.open()
    keys.to(S.VOTE_1)
    keys.press(K.Key_1)
    assert keys.screen.notes.isVisible()
    keys.wall.pull()
    private: list[QWidget] = [one for one in keys.screen.cards if one.isVisible()]
    assert not private and not keys.screen.foot.strip.isVisible()
    assert "turning point" not in keys.screen.top._where.text()
    keys.qtbot.keyPress(QApplication.focusWidget() or keys.window, K.Key_V)
    assert keys.screen.vote.isVisible()
    keys.qtbot.keyRelease(QApplication.focusWidget() or keys.window, K.Key_V)
    assert not keys.screen.vote.isVisible()


def test_a_room_that_was_left_comes_back_black_in_its_stage(
    keys: Keyboard, open_window: Callable[[], TrainerWindow]
) -> None:
    keys.open()
    keys.to(S.VOTE_1)
    keys.press(K.Key_2)
    keys.window.close()
    again = Keyboard(keys.qtbot, open_window())
    again.window.furnishing.leading.setting_up.open()
    tab_to(again.qtbot, again.window, "Go on with it")
    again.press(K.Key_Space)
    again.press(K.Key_F5)
    room = again.leading.desk.room
    assert again.window.place == "presenter" and room is not None
    assert (again.stage, room.state.covers) == (S.VOTE_1, (Cover.BLACK,))
    assert counted(again) == ((0, 1, 0, 0), 0)
    assert isinstance(again.wall.walls[-1].page, BlackWall)


def test_the_wall_is_dark_where_the_room_is(keys: Keyboard) -> None:
    press(keys.qtbot, keys.window, K.Key_Tab)
    tab_to(keys.qtbot, keys.window, "Facilitate")
    press(keys.qtbot, keys.window, K.Key_Space)
    assert keys.wall.showing.look.theme == DAY
    tab_to(keys.qtbot, keys.window, "The room is dark")
    press(keys.qtbot, keys.window, K.Key_Space)
    assert keys.wall.showing.look.theme == DARK_ROOM and keys.window.settings.wall_dark
    press(keys.qtbot, keys.window, K.Key_Space)
    assert keys.wall.showing.look.theme == DAY
