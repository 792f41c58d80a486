"""The keys of a room: every row of the table with each of its keys, and who has Space and Enter.

A clicker that sends Space or Enter presses no button by chance; somebody who works by keyboard presses buttons by them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hrtrainer.group.keys import KEYS
from hrtrainer.group.stage import Cover, Stage
from hrtrainer.pages.wall import BlackWall, CardWall, CountsWall, PauseWall
from hrtrainer.qt.room import key_names
from hrtrainer.qt.room.bars import LED
from hrtrainer.qt.room.key_names import names_of
from tests.qt.leads import lead_to
from tests.qt.test_keyboard import asked, tab_to
from tests.qt.test_leading import K, Keyboard, S, counted, keys, window

__all__ = ["keys", "window"]
Press = Callable[[], None]
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
PAD, NONE = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.NoModifier


def stood(keys: Keyboard) -> tuple[int, int, int]:
    """Where the room stands: which step of its way, how long that is, and which part of the wall's page is seen."""
    room = keys.leading.desk.room
    assert room is not None
    return room.state.at, len(room.state.walked), keys.wall.showing.part


def covers(keys: Keyboard) -> tuple[Cover, ...]:
    room = keys.leading.desk.room
    assert room is not None
    return room.state.covers


def goes_forward(keys: Keyboard, press: Press) -> None:
    before = stood(keys)
    press()
    assert stood(keys)[0] == before[0] + 1 or stood(keys)[2] == before[2] + 1


def goes_back_in_view_only(keys: Keyboard, press: Press) -> None:
    at, many, _ = stood(keys)
    press()
    assert stood(keys)[:2] == (at - 1, many)


def lays(page: type) -> Callable[[Keyboard, Press], None]:
    """Lays something over the wall, and takes it off again."""

    def check(keys: Keyboard, press: Press) -> None:
        press()
        assert isinstance(keys.wall.walls[-1].page, page)
        press()
        assert not isinstance(keys.wall.walls[-1].page, page)

    return check


def covers_by(cover: Cover) -> Callable[[Keyboard, Press], None]:
    def check(keys: Keyboard, press: Press) -> None:
        press()
        assert covers(keys) == (cover,)
        press()
        assert covers(keys) == ()

    return check


def brings_the_wall_back_and_ends_nothing(keys: Keyboard, press: Press) -> None:
    before = stood(keys)
    keys.press(K.Key_B)
    press()
    assert covers(keys) == ()
    press()
    assert stood(keys) == before and keys.window.place == "presenter"


def takes_off_what_lies_over_it(keys: Keyboard, press: Press) -> None:
    before = stood(keys)
    for key in (K.Key_W, K.Key_O):
        keys.press(key)
    press()
    assert covers(keys) == (Cover.CARD,)
    press()
    press()
    assert covers(keys) == () and stood(keys) == before and keys.window.place == "presenter"


def counts_by(totals: tuple[int, int, int, int], passes: int) -> Callable[[Keyboard, Press], None]:
    """Adds to a vote of three hands for each reply and two passes."""

    def check(keys: Keyboard, press: Press) -> None:
        keys.leading.desk.act(lambda led: led.count((3, 3, 3, 3), 2))
        press()
        assert counted(keys) == (totals, passes)

    return check


def lights(number: int) -> Callable[[Keyboard, Press], None]:
    def check(keys: Keyboard, press: Press) -> None:
        press()
        state = keys.leading.desk.room.state  # type: ignore[union-attr]
        assert state.visit is not None and state.spotlight == state.visit.options[number - 1]
        press()
        assert not keys.leading.desk.room.state.spotlight  # type: ignore[union-attr]

    return check


def undoes_the_last_entry(keys: Keyboard, press: Press) -> None:
    totals, passes = counted(keys)
    for key in (K.Key_1, K.Key_2):
        keys.press(key)
    press()
    assert counted(keys) == ((totals[0] + 1, *totals[1:]), passes)


def leads_to(stage: Stage) -> Callable[[Keyboard, Press], None]:
    def check(keys: Keyboard, press: Press) -> None:
        press()
        assert keys.stage is stage

    return check


def compares(keys: Keyboard, press: Press) -> None:
    lead_to(keys.leading, S.COMPARE)
    keys.to(S.CROSSROADS)
    press()
    assert keys.stage is S.COMPARE


def opens_the_map_and_shuts_it(keys: Keyboard, press: Press) -> None:
    press()
    assert keys.screen.map.isVisible() and keys.screen.map.isAncestorOf(QApplication.focusWidget())
    press()
    assert not keys.screen.map.isVisible() and QApplication.focusWidget() is keys.screen


def goes_to_the_step_with_a_number(keys: Keyboard, press: Press) -> None:
    press()
    keys.type("1")
    keys.press(K.Key_Return)
    assert keys.stage is S.HOLD


def takes_the_keyboard_to_what_is_parked(keys: Keyboard, press: Press) -> None:
    press()
    assert isinstance(QApplication.focusWidget(), QLineEdit) and keys.screen.park.isAncestorOf(
        QApplication.focusWidget()
    )


def holds_and_starts_the_timer(keys: Keyboard, press: Press) -> None:
    button(keys, "Hold")
    press()
    button(keys, "Go on")
    press()
    button(keys, "Hold")


def sizes_notes(by: int) -> Callable[[Keyboard, Press], None]:
    def check(keys: Keyboard, press: Press) -> None:
        keys.screen.notes.step_size(1)
        before = keys.screen.notes._size
        press()
        assert (keys.screen.notes._size - before) * by > 0

    return check


def sizes_the_wall(by: int) -> Callable[[Keyboard, Press], None]:
    def check(keys: Keyboard, press: Press) -> None:
        before = keys.leading.desk.room.state.scale  # type: ignore[union-attr]
        press()
        assert keys.leading.desk.room.state.scale == before + by  # type: ignore[union-attr]

    return check


def swaps_the_screens(keys: Keyboard, press: Press) -> None:
    press()
    assert keys.wall.chosen == 1
    press()
    assert keys.wall.chosen == 2


def shows_the_keys(keys: Keyboard, press: Press) -> None:
    press()
    assert keys.screen.keys.isVisible()
    press()
    assert not keys.screen.keys.isVisible()


def ends_once_that_was_said_twice(keys: Keyboard, press: Press) -> None:
    press()
    asked(keys.qtbot, keys.window)
    keys.press(K.Key_Escape)
    assert keys.leading.desk.led is not None and keys.window.place == "presenter"


def puts_the_next_prompt_on_the_wall(keys: Keyboard, press: Press) -> None:
    press()
    assert keys.leading.desk.room.state.prompt == 1  # type: ignore[union-attr]


@dataclass(frozen=True)
class Row:
    """A row of the table: its keys, a stage in which they mean something, and what each of them does there."""

    keys: str
    stage: Stage
    does: Callable[[Keyboard, Press], None]


ROWS = (
    Row("PgDown Right Down Space Return Enter N", S.HOLD, goes_forward),
    Row("PgUp Left Up Backspace P", S.VOTE_1, goes_back_in_view_only),
    Row("B .", S.THINK, lays(BlackWall)),
    Row("W ,", S.THINK, lays(CardWall)),
    Row("F5 Shift+F5", S.THINK, brings_the_wall_back_and_ends_nothing),
    Row("Esc", S.THINK, takes_off_what_lies_over_it),
    Row("F", S.THINK, covers_by(Cover.FREEZE)),
    Row("H", S.THINK, covers_by(Cover.HIDE)),
    Row("O Pause", S.THINK, lays(PauseWall)),
    *(Row(f"{number}", S.THINK, lights(number)) for number in (1, 4)),
    Row("3", S.DISCUSS, lights(3)),
    Row("1", S.VOTE_1, counts_by((4, 3, 3, 3), 2)),
    Row("4", S.VOTE_2, counts_by((3, 3, 3, 4), 2)),
    Row("Shift+1", S.VOTE_1, counts_by((2, 3, 3, 3), 2)),
    Row("Shift+4", S.VOTE_1, counts_by((3, 3, 3, 2), 2)),
    Row("0", S.VOTE_1, counts_by((3, 3, 3, 3), 3)),
    Row("Shift+0", S.VOTE_1, counts_by((3, 3, 3, 3), 1)),
    Row("R", S.COMMIT, lays(CountsWall)),
    Row("U", S.VOTE_1, undoes_the_last_entry),
    Row("Z", S.CROSSROADS, leads_to(S.WHAT_IF)),
    Row("C", S.CROSSROADS, compares),
    Row("Tab M", S.DISCUSS, opens_the_map_and_shuts_it),
    Row("G", S.THINK, goes_to_the_step_with_a_number),
    Row("K", S.THINK, takes_the_keyboard_to_what_is_parked),
    Row("T", S.THINK, holds_and_starts_the_timer),
    Row("Ctrl++ Ctrl+=", S.THINK, sizes_notes(1)),
    Row("Ctrl+-", S.THINK, sizes_notes(-1)),
    Row("Ctrl+Shift++", S.THINK, sizes_the_wall(10)),
    Row("Ctrl+Shift+-", S.THINK, sizes_the_wall(-10)),
    Row("S", S.THINK, swaps_the_screens),
    Row("? F1", S.THINK, shows_the_keys),
    Row("Ctrl+Shift+End", S.THINK, ends_once_that_was_said_twice),
    Row("D", S.DISCUSS, puts_the_next_prompt_on_the_wall),
    Row("X", S.DEBRIEF, leads_to(S.CROSSROADS)),
    Row("Shift+N", S.CROSSROADS, leads_to(S.SCENE)),
    Row("Ctrl+End", S.CROSSROADS, leads_to(S.CLOSE)),
)


def test_the_rows_are_the_whole_table() -> None:
    tried = {key for row in ROWS for key in row.keys.split()}
    assert tried >= {key for names in KEYS.values() for key in names}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.keys} at {row.stage}")
def test_each_key_of_a_row_does_what_the_table_says(row: Row, keys: Keyboard) -> None:
    keys.open()
    lead_to(keys.leading, row.stage)
    for name in row.keys.split():
        keys.screen.take_focus()
        row.does(keys, partial(press_named, keys, name))


def press_named(keys: Keyboard, name: str) -> None:
    """Press a key by its name in the table, on a US keyboard."""
    if name.startswith("Shift+") and name[-1].isdigit() and name[-2] == "+":
        sign = ")!@#$%^&*("[int(name[-1])]
        event = QKeyEvent(QEvent.Type.KeyPress, QKeySequence(sign)[0].key(), SHIFT, sign)
        QApplication.sendEvent(QApplication.focusWidget() or keys.window, event)
    else:
        pressed = QKeySequence(name)[0]
        keys.press(pressed.key(), pressed.keyboardModifiers())


# Space and Enter


def test_no_click_leaves_the_keyboard_on_a_button_or_a_list_to_pick_from(keys: Keyboard) -> None:
    keys.open()
    seen = 0
    for stage in (S.HOLD, S.THINK, S.VOTE_1, S.DISCUSS, S.COMMIT, S.REVEAL, S.CROSSROADS, S.CLOSE):
        lead_to(keys.leading, stage)
        for one in keys.screen.findChildren(QWidget):
            if isinstance(one, QAbstractButton | QComboBox) and one.isVisible():
                assert not one.focusPolicy() & Qt.FocusPolicy.ClickFocus, one.accessibleName()
                seen += 1
    assert seen > 100


@pytest.mark.parametrize("key", [K.Key_Space, K.Key_Return, K.Key_Enter])
def test_after_a_click_on_a_button_a_clicker_still_goes_forward(keys: Keyboard, key: Qt.Key) -> None:
    keys.open()
    keys.to(S.VOTE_1)
    more = button(keys, "One more: B")
    keys.qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert counted(keys) == ((0, 1, 0, 0), 0)
    keys.press(key)
    assert keys.stage is S.DISCUSS


@pytest.mark.parametrize("key", [K.Key_Space, K.Key_Return, K.Key_Enter])
def test_a_button_that_the_keyboard_was_led_to_is_pressed_by_it(keys: Keyboard, key: Qt.Key) -> None:
    keys.open()
    keys.to(S.VOTE_1)
    keys.press(K.Key_F6)
    assert keys.screen.foot._led.isVisible() and keys.screen.foot._led.text() == LED
    tab_to(keys.qtbot, keys.window, "One more: B")
    keys.press(key)
    keys.press(key)
    assert keys.stage is S.VOTE_1 and counted(keys) == ((0, 2, 0, 0), 0)
    keys.forward()
    assert QApplication.focusWidget() is keys.screen and not keys.screen.foot._led.isVisible()
    before = stood(keys)
    keys.press(key)
    assert keys.stage is S.VOTE_2 or stood(keys) != before


def test_a_click_anywhere_leads_the_keyboard_out_of_the_controls(keys: Keyboard) -> None:
    keys.open()
    keys.to(S.VOTE_1)
    keys.press(K.Key_F6)
    tab_to(keys.qtbot, keys.window, "One more: B")
    handle = keys.window.windowHandle()
    place = keys.screen.top.mapTo(keys.window, QPoint(8, 8))
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, NONE, place)
    assert QApplication.focusWidget() is keys.screen
    keys.press(K.Key_Space)
    assert keys.stage is S.DISCUSS and counted_in_first(keys) == ()


def counted_in_first(keys: Keyboard) -> tuple[object, ...]:
    visit = keys.leading.desk.room.state.visit  # type: ignore[union-attr]
    assert visit is not None
    return visit.rounds


def test_a_box_that_goes_away_with_the_keyboard_leaves_it_on_no_button(keys: Keyboard) -> None:
    keys.open()
    keys.to(S.DISCUSS)
    box = next(one for one in keys.screen.findChildren(QPlainTextEdit) if one.accessibleName() == "Notes from the room")
    box.setFocus()
    keys.type("hm")
    box.parentWidget().hide()
    assert not isinstance(QApplication.focusWidget(), QAbstractButton)
    button(keys, "Park").setFocus(Qt.FocusReason.TabFocusReason)
    assert QApplication.focusWidget() is keys.screen
    keys.press(K.Key_Space)
    assert keys.stage is S.VOTE_2


def test_tab_in_a_text_box_leads_on_to_a_button_that_can_be_pressed(keys: Keyboard) -> None:
    keys.open()
    keys.to(S.DISCUSS)
    keys.press(K.Key_K)
    keys.type("the night bus")
    keys.press(K.Key_Tab)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QAbstractButton) and focus.accessibleName() == "Park"
    keys.press(K.Key_Space)
    assert [one.text for one in keys.leading.desk.room.state.parked] == ["the night bus"]  # type: ignore[union-attr]
    assert keys.stage is S.DISCUSS


def test_over_the_open_map_all_other_keys_act_as_ever(keys: Keyboard) -> None:
    keys.open()
    keys.to(S.THINK)
    keys.press(K.Key_M)
    keys.press(K.Key_B)
    assert covers(keys) == (Cover.BLACK,)
    keys.press(K.Key_Period)
    assert covers(keys) == ()
    goes_forward(keys, partial(keys.press, K.Key_Space))


def button(keys: Keyboard, name: str) -> QAbstractButton:
    return next(
        one for one in keys.screen.findChildren(QAbstractButton) if one.isVisible() and one.accessibleName() == name
    )


# Keyboards


class System:
    """Stands for the window system, which says what the code of a key means."""

    def __init__(self, name: str) -> None:
        self.name = name

    def platformName(self) -> str:
        return self.name


@pytest.mark.parametrize(
    ("keyboard", "key", "held", "text", "scan", "name"),
    [
        ("US", K.Key_Plus, CONTROL | SHIFT, "+", 21, "Ctrl+Shift++"),
        ("US, Windows", K.Key_Equal, CONTROL | SHIFT, "=", 0, "Ctrl+Shift++"),
        ("US", K.Key_Underscore, CONTROL | SHIFT, "\x1f", 20, "Ctrl+Shift+-"),
        ("German", K.Key_Asterisk, CONTROL | SHIFT, "*", 35, "Ctrl+Shift++"),
        ("Swedish", K.Key_Question, CONTROL | SHIFT, "?", 20, "Ctrl+Shift++"),
        ("Czech", K.Key_1, CONTROL | SHIFT, "1", 10, "Ctrl+Shift++"),
        ("German", K.Key_Underscore, CONTROL | SHIFT, "\x1f", 61, "Ctrl+Shift+-"),
        ("French", K.Key_6, CONTROL | SHIFT, "6", 15, "Ctrl+Shift+-"),
        ("keypad", K.Key_Plus, CONTROL | SHIFT | PAD, "+", 86, "Ctrl+Shift++"),
        ("keypad", K.Key_Minus, CONTROL | SHIFT | PAD, "-", 82, "Ctrl+Shift+-"),
        ("US", K.Key_Equal, CONTROL, "=", 21, "Ctrl+="),
        ("German", K.Key_Plus, CONTROL, "+", 35, "Ctrl++"),
        ("keypad", K.Key_Plus, CONTROL | PAD, "+", 86, "Ctrl++"),
        ("keypad", K.Key_Minus, CONTROL | PAD, "-", 82, "Ctrl+-"),
        ("US", K.Key_At, SHIFT, "@", 11, "Shift+2"),
        ("British", K.Key_QuoteDbl, SHIFT, '"', 11, "Shift+2"),
        ("British", K.Key_sterling, SHIFT, "£", 12, "Shift+3"),
        ("German", K.Key_Ampersand, SHIFT, "&", 15, "Shift+6"),
        ("German", K.Key_Equal, SHIFT, "=", 19, "Shift+0"),
        ("French", K.Key_1, SHIFT, "1", 10, "1"),
        ("French", K.Key_Ampersand, NONE, "&", 10, "1"),
        ("keypad", K.Key_3, PAD, "3", 89, "3"),
        ("keypad", K.Key_Enter, PAD, "\r", 104, "Enter"),
        ("US", K.Key_Question, SHIFT, "?", 61, "?"),
        ("German", K.Key_Question, SHIFT, "?", 20, "?"),
        ("French", K.Key_Period, SHIFT, ".", 59, "."),
    ],
)
def test_a_key_is_known_on_every_keyboard(
    keyboard: str,
    key: Qt.Key,
    held: Qt.KeyboardModifier,
    text: str,
    scan: int,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(key_names, "QGuiApplication", System("windows" if "Windows" in keyboard else "xcb"))
    event = QKeyEvent(QEvent.Type.KeyPress, key, held, scan, 0, 0, text)
    known = {one for names in KEYS.values() for one in names} | {f"{s}{d}" for s in ("", "Shift+") for d in "12345678"}
    assert next(one for one in names_of(event) if one in known) == name


def test_on_macos_the_digits_are_known_by_their_virtual_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_names, "QGuiApplication", System("cocoa"))
    event = QKeyEvent(QEvent.Type.KeyPress, K.Key_Slash, SHIFT, 0, 26, 0, "/")  # German: Shift and 7
    assert next(names_of(event)) == "Shift+7"


def test_where_no_code_is_told_the_signs_of_a_us_keyboard_are_known(qtbot: QtBot) -> None:
    assert next(names_of(QKeyEvent(QEvent.Type.KeyPress, K.Key_At, SHIFT, "@"))) == "Shift+2"
