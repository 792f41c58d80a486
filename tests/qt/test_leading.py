"""A room led in the window: by the keys of a clicker and a keyboard alone, from the set-up to a saved report."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hrtrainer.export.group_report import render_report
from hrtrainer.group.action import Action
from hrtrainer.group.keys import KEYS, Wish
from hrtrainer.group.report import group_report
from hrtrainer.group.stage import VOTES, Cover, Stage
from hrtrainer.group.wording import OWNERS
from hrtrainer.history.rooms import rooms
from hrtrainer.pages.wall import BlackWall, CardWall, CountsWall, PauseWall, RevealWall, VoteWall
from hrtrainer.qt.app import TrainerWindow
from hrtrainer.qt.room import making
from hrtrainer.qt.room.leading import Leading
from hrtrainer.qt.room.presenter import PresenterScreen
from hrtrainer.qt.wall.look import DARK_ROOM, DAY
from hrtrainer.qt.widgets.buttons import Button
from tests.qt.leads import TwoScreens, lead_to, step_on
from tests.qt.leads import press as press_wish
from tests.qt.test_keyboard import asked, press, tab_to

S, K = Stage, Qt.Key


@pytest.fixture
def window(open_window: Callable[[], TrainerWindow], monkeypatch: pytest.MonkeyPatch) -> Iterator[TrainerWindow]:
    """The window of a fresh start, on a computer with a projector."""
    monkeypatch.setattr(making, "RoomWall", TwoScreens)
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
        asked(self.qtbot, self.window)
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
    assert not private and not keys.screen.foot.strip.accessibleName()
    assert "turning point" not in keys.screen.top._where.text()
    for key in (K.Key_M, K.Key_K, K.Key_G, K.Key_R):
        keys.press(key)
        assert QApplication.focusWidget() is keys.screen and not keys.screen.foot.told()
    keys.qtbot.keyPress(QApplication.focusWidget() or keys.window, K.Key_V)
    assert keys.screen.vote.isVisible() and keys.screen.foot.told().startswith("Counts can be shown once")
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


def test_the_map_goes_back_by_arrows_and_by_number(keys: Keyboard) -> None:
    keys.open()
    keys.to(S.DISCUSS)
    keys.press(K.Key_Tab)
    assert keys.screen.map.isVisible()
    for _ in range(3):
        keys.press(K.Key_Up)
    keys.press(K.Key_Return)
    assert keys.stage is S.SCENE and not keys.screen.map.isVisible()
    keys.screen.take_focus()
    keys.press(K.Key_G)
    keys.type("6")
    keys.press(K.Key_Return)
    assert keys.stage is S.THINK
    keys.press(K.Key_M)
    for key in (
        K.Key_Left,
        K.Key_Left,
        K.Key_Up,
        K.Key_Right,
        K.Key_Down,
        K.Key_Return,
    ):  # up, and into what came before
        keys.press(key)
    assert keys.stage is S.HOLD
    keys.press(K.Key_M)
    keys.press(K.Key_Escape)
    assert not keys.screen.map.isVisible() and keys.stage is S.HOLD


def test_another_reply_is_tried_and_compared_by_keys(keys: Keyboard) -> None:
    keys.open()
    keys.to(S.CROSSROADS)
    for key in (K.Key_Z, K.Key_3):
        keys.press(key)
    assert keys.stage is S.REPLY
    keys.to(S.COMPARE)
    keys.to(S.CROSSROADS)
    keys.press(K.Key_C)
    assert keys.stage is S.COMPARE and keys.screen.isVisible()


def test_what_lies_over_the_wall_comes_and_goes_by_keys_and_by_buttons(keys: Keyboard) -> None:
    keys.open()
    keys.to(S.THINK)
    for key, page in ((K.Key_W, CardWall), (K.Key_O, PauseWall), (K.Key_B, BlackWall)):
        keys.press(key)
        assert isinstance(keys.wall.walls[-1].page, page)
        button = next(one for one in buttons(keys.screen) if f"Key: {KEY[key]}" in one.accessibleDescription())
        button.click()
        assert not isinstance(keys.wall.walls[-1].page, page)
    keys.press(K.Key_F)
    still = keys.wall.walls[-1].page
    keys.forward()
    keys.forward()
    assert keys.wall.walls[-1].page == still and keys.stage is not S.THINK
    keys.wall.taken_away.emit()
    assert keys.wall.walls[-1].hidden
    keys.press(K.Key_H)
    assert not keys.wall.walls[-1].hidden


KEY = {K.Key_W: "W", K.Key_O: "O", K.Key_B: "B"}


def buttons(screen: QWidget) -> list[Button]:
    return [one for one in screen.findChildren(Button) if one.isVisible()]


def test_every_wish_is_a_button_large_enough_to_touch_that_names_its_key(keys: Keyboard) -> None:
    keys.open()
    named, wished = set[str](), set[Action]()
    for stage in (S.HOLD, S.THINK, S.VOTE_1, S.DISCUSS, S.VOTE_2, S.COMMIT, S.REPLY, S.CROSSROADS, S.COMPARE):
        lead_to(keys.leading, stage)
        if stage is S.THINK:
            press_wish(keys.leading, Action.BLACK)
        named |= keys_shown(keys)
        wished |= wishes_of_buttons(keys)
    while Action.NEXT not in wished:  # at the last turning point that was planned the clear button leads to the close
        step_on(keys.leading)
        lead_to(keys.leading, S.CROSSROADS)
        named |= keys_shown(keys)
        wished |= wishes_of_buttons(keys)
    assert wished == set(Action) - {Action.PARK}, set(Action) - wished
    park = next(one for one in buttons(keys.screen) if one.text() == "Park")
    park.click()
    assert keys.screen.park.isAncestorOf(QApplication.focusWidget())
    wanted = {names[0] for names in KEYS.values()} | {"1", "2", "3", "4", "Shift+1", "Shift+4"}
    assert wanted <= named, wanted - named


def keys_shown(keys: Keyboard) -> set[str]:
    """The keys that buttons name now, with the map and the keys open; every button is large enough."""
    keys.screen.keys.show()
    keys.screen.map.open(by_number=False)
    for _ in range(6):
        QApplication.processEvents()
    for one in buttons(keys.screen):
        assert one.height() >= 44 and one.width() >= 44, one.text()
    told = (part for one in buttons(keys.screen) for part in one.accessibleDescription().split(". "))
    return {part.removeprefix("Key: ") for part in told if part.startswith("Key: ")}


def wishes_of_buttons(keys: Keyboard) -> set[Action]:
    """What the buttons that can be pressed now wish for; nothing of it happens."""
    screen, heard = keys.screen, list[Wish]()
    parts = (*screen.cards, screen.top, screen.foot)
    screen.blockSignals(True)
    for part in parts:
        part.wished.connect(heard.append)
    for one in buttons(screen):
        if one.isVisible() and one.isEnabled():
            one.click()
    for part in parts:
        part.wished.disconnect(heard.append)
    screen.blockSignals(False)
    return {wish.action for wish in heard}


def test_notes_are_kept_when_the_room_goes_on_and_only_the_room_s_reach_the_report(keys: Keyboard) -> None:
    keys.open()
    keys.to(S.DISCUSS)
    for name, text in (("Notes from the room", "they want time"), ("Notes for you alone", "slow down, me")):
        box = next(one for one in keys.screen.findChildren(QPlainTextEdit) if one.accessibleName() == name)
        box.setFocus()
        keys.type(text)
    keys.forward()
    room = keys.leading.desk.room
    assert room is not None and keys.stage is S.VOTE_2
    assert [(one.text, one.private) for one in room.state.notes] == [("they want time", False), ("slow down, me", True)]
    told = repr(group_report(room, keys.window.stock.reference))
    assert "they want time" in told and "slow down, me" not in told


def test_the_room_strikes_a_line_by_keyboard_and_it_is_not_saved_then_the_log_goes(
    keys: Keyboard, tmp_path: Path
) -> None:
    keys.open()
    keys.to(S.SCENE)
    keys.press(K.Key_K)
    keys.type("the shuttle bus")
    keys.press(K.Key_Return)
    keys.press(K.Key_Escape)
    lead_to(keys.leading, S.CLOSE)
    keys.forward()
    keys.press(K.Key_F6)
    tab_to(keys.qtbot, keys.window, "Whose is item 1")
    keys.press(K.Key_Down)
    keys.press(K.Key_Down)
    keys.to(S.CLOSE)
    keys.forward()
    keys.screen.take_focus()
    keys.press(K.Key_F6)
    assert any(one.text().startswith("The wall shows the same.") for one in keys.screen.findChildren(QLabel))
    tab_to(keys.qtbot, keys.window, "Strike: the shuttle bus")
    keys.press(K.Key_Space)
    keys.to(S.REPORT)
    target = tmp_path / "group.md"
    led = keys.leading.desk.led
    assert led is not None and led.room.state.parked[0].owner == OWNERS[0]
    report = group_report(led.room, led.reference)
    ending = keys.leading._ending
    ending._handing_over.write(
        target, partial(render_report, report, "md", keys.window.places.fonts), ending.saved_as(report)
    )
    keys.qtbot.waitUntil(lambda: bool(keys.leading.desk.room and keys.leading.desk.room.state.saved), timeout=20_000)
    assert "shuttle" not in target.read_text(encoding="utf-8")
    assert len(rooms(keys.window.history)) == 1
    next(one for one in buttons(keys.screen) if one.text() == "Delete the working log").click()
    asked(keys.qtbot, keys.window)
    keys.press(K.Key_Return)
    assert not rooms(keys.window.history) and keys.window.place == "facilitate" and target.exists()


def test_a_frozen_wall_keeps_its_part_while_the_presenter_looks_ahead(keys: Keyboard) -> None:
    keys.open()
    keys.to(S.SCENE)
    assert keys.wall.showing.parts > 1
    keys.press(K.Key_F)
    keys.forward()
    assert keys.stage is S.THINK and keys.wall.showing.part == 1


def test_a_key_saves_the_report_once_the_room_has_seen_it_and_not_before(keys: Keyboard) -> None:
    keys.open()
    keys.press(K.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.activeWindow() is keys.window
    lead_to(keys.leading, S.REPORT)
    keys.press(K.Key_S, Qt.KeyboardModifier.ControlModifier)
    keys.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QFileDialog))
    QApplication.activeWindow().close()
