"""The wall's window and its picture: parts, fades, keys, closing, and the display that stays awake."""

import shutil
import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractAnimation, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hrtrainer.pages.wall import BlackWall
from hrtrainer.qt.wall.awake import SORRY, ByProgram, ByState, FirstThatWorks, awake_here
from hrtrainer.qt.wall.look import DARK_ROOM
from hrtrainer.qt.wall.moving import move_to
from hrtrainer.qt.wall.numbers import NumberCard, Numbers
from hrtrainer.qt.wall.standing import RoomWall
from hrtrainer.qt.wall.view import FADE, WallView
from hrtrainer.qt.wall.window import WallWindow
from tests.qt.wall_fakes import CLOSE, LONG, REST, VOTE, FakeAwake, look, showing, wall
from tests.stage import ROOT


def picture(view: QWidget) -> QImage:
    return view.grab().toImage()


def test_a_long_page_is_turned_part_by_part_and_no_further(qtbot: QtBot) -> None:
    shown = showing()
    shown.show_page(LONG)
    assert shown.parts > 1 and shown.part == 1
    assert not shown.turn(-1)
    seen = [shown.sheet]
    while shown.turn(1):
        seen.append(shown.sheet)
    assert len(set(map(id, seen))) == shown.parts == shown.part
    assert shown.turn(-1) and shown.part == shown.parts - 1


def test_another_page_begins_at_its_first_part_and_a_page_that_is_filled_stays_where_it_is(qtbot: QtBot) -> None:
    shown = showing()
    shown.set_scale(150)
    shown.set_shape(QSize(1024, 768))
    shown.show_page(VOTE)
    assert shown.parts == 2 and shown.turn(1)
    shown.show_page(replace(VOTE, chosen=9))
    assert shown.part == 2
    shown.show_page(replace(VOTE, options=VOTE.options[::-1]))
    assert shown.part == 1
    shown.show_page(CLOSE)
    assert shown.turn(1) and shown.turn(1)
    shown.show_page(replace(CLOSE, sections=(replace(CLOSE.sections[0], lines=(("A line.", True),) * 40),)))
    assert shown.part == 3
    shown.show_page(REST)
    assert shown.part == 1


def test_the_small_picture_is_the_wall_made_smaller(qtbot: QtBot) -> None:
    shown = showing()
    large, small = WallView(shown, lambda: 0), WallView(shown, lambda: 0)
    for view, size in ((large, QSize(1280, 720)), (small, QSize(320, 180))):
        qtbot.addWidget(view)
        view.resize(size)
    for page in (LONG, VOTE, REST):
        shown.show_page(page)
        one = picture(large).scaled(320, 180, mode=Qt.TransformationMode.SmoothTransformation)
        other = picture(small)
        apart = [
            abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness())
            for x in range(0, 320, 2)
            for y in range(0, 180, 2)
        ]
        assert sum(apart) / len(apart) < 6
    shown.set_shape(QSize(1024, 768))
    assert small.heightForWidth(320) == 240


def test_a_screen_reader_is_told_what_is_on_the_wall(qtbot: QtBot) -> None:
    shown = showing()
    view = WallView(shown, lambda: 0)
    qtbot.addWidget(view)
    shown.show_page(REST)
    assert view.accessibleDescription() == "Take a breath. You can step out."
    shown.show_page(BlackWall())
    assert view.accessibleDescription() == ""


def test_both_themes_are_painted(qtbot: QtBot) -> None:
    shown = showing()
    view = WallView(shown, lambda: 0)
    qtbot.addWidget(view)
    view.resize(640, 360)
    shown.show_page(VOTE)
    day = picture(view).pixelColor(5, 5)
    shown.use(look()._replace(theme=DARK_ROOM, text_size=150))
    assert shown.look.text_size == 100
    assert day.lightness() > 200 and picture(view).pixelColor(5, 5).lightness() < 40


def test_a_page_fades_in_black_comes_at_once_and_less_motion_is_none(qtbot: QtBot) -> None:
    assert FADE <= 300
    for reduced, page, fades in ((False, REST, True), (False, BlackWall(), False), (True, REST, False)):
        shown = showing(reduced)
        shown.show_page(VOTE)
        view = WallView(shown, lambda: 0, fades=True)
        qtbot.addWidget(view)
        view.resize(320, 180)
        view.show()
        picture(view)
        shown.show_page(page)
        assert (view._fade.state() is QAbstractAnimation.State.Running) is fades
        qtbot.waitUntil(lambda view=view: view._fade.state() is QAbstractAnimation.State.Stopped)
        assert view._before.isNull()


def test_time_passes_as_a_bar_without_a_figure_only_where_the_room_wants_it(qtbot: QtBot) -> None:
    clock = [1_000_000]
    shown = showing()
    view = WallView(shown, lambda: clock[0])
    qtbot.addWidget(view)
    view.resize(1000, 500)
    shown.show_wall(replace(wall(VOTE), bar=(1_000_000, 100)))
    begun = picture(view)
    clock[0] += 50_000
    half = picture(view)
    y = round(500 * 0.975)
    assert begun.pixelColor(300, y) != half.pixelColor(300, y)
    assert begun.pixelColor(800, y) == half.pixelColor(800, y)
    assert begun.copy(0, 0, 1000, 470) == half.copy(0, 0, 1000, 470)
    shown.show_wall(wall(VOTE))
    assert picture(view).pixelColor(300, y) == picture(view).pixelColor(5, 5)
    assert not view._tick.isActive()


@pytest.fixture
def window(qtbot: QtBot) -> WallWindow:
    shown = showing()
    shown.show_page(VOTE)
    made = WallWindow(shown)
    qtbot.addWidget(made)
    made.put_up(QGuiApplication.primaryScreen())
    qtbot.waitExposed(made)
    return made


def test_the_wall_fills_its_screen_takes_no_keyboard_and_hides_the_mouse(window: WallWindow, qtbot: QtBot) -> None:
    assert window.isFullScreen() and window.geometry() == QGuiApplication.primaryScreen().geometry()
    assert window.view.geometry() == window.rect()
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor
    window._hiding.setInterval(10)
    qtbot.mouseMove(window, window.rect().center())
    assert window.cursor().shape() is Qt.CursorShape.ArrowCursor
    qtbot.waitUntil(lambda: window.cursor().shape() is Qt.CursorShape.BlankCursor)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_Q, Qt.Key.Key_Return])
def test_no_key_ends_or_closes_the_wall(window: WallWindow, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(window, key)
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.isVisible() and window.isFullScreen()


def test_closing_the_wall_takes_it_away_and_asks_nothing(window: WallWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.taken_away):
        window.close()
    assert not window.isVisible()
    window.put_up(QGuiApplication.primaryScreen())
    assert window.isVisible()


def room_wall(qtbot: QtBot, awake: FakeAwake) -> RoomWall:
    notes = QWidget()
    qtbot.addWidget(notes)
    return RoomWall(showing(), notes, lambda: awake)


def test_the_display_is_held_awake_from_the_first_wall_to_the_last(qtbot: QtBot) -> None:
    awake = FakeAwake()
    side = room_wall(qtbot, awake)
    told: list[str] = []
    side.told.connect(told.append)
    assert awake.asked == []
    side.show_wall(wall(VOTE))
    side.show_wall(wall(REST))
    side.show_wall(wall(REST, hidden=True))
    assert awake.asked == ["hold"] and told == []
    side.put_away()
    side.put_away()
    assert awake.asked == ["hold", "release"]
    assert side.showing.page == BlackWall()


def test_where_the_display_cannot_be_held_awake_a_sentence_says_so_once(qtbot: QtBot) -> None:
    side = room_wall(qtbot, FakeAwake(works=False))
    told: list[str] = []
    side.told.connect(told.append)
    side.show_wall(wall(VOTE))
    side.show_wall(wall(REST))
    assert told == [SORRY]


def test_with_one_screen_there_is_no_window_for_the_room_and_nothing_to_choose(qtbot: QtBot) -> None:
    side = room_wall(qtbot, FakeAwake())
    side.ask()
    side.choose(1)
    side.swap()
    side.show_wall(wall(VOTE))
    assert side.standing == "one" and side.window() is None
    (only,) = side.screens()
    assert (only.number, only.room) == (1, False)
    assert side.showing.page == VOTE


def test_a_number_is_chosen_by_key_or_click_and_esc_leaves_it_open(qtbot: QtBot) -> None:
    screens = [QGuiApplication.primaryScreen()] * 2
    for press, answer in (
        (lambda card: qtbot.keyClick(card, Qt.Key.Key_2), 2),
        (lambda card: qtbot.keyClick(card, Qt.Key.Key_Escape), 0),
        (lambda card: qtbot.mouseClick(card, Qt.MouseButton.LeftButton), 1),
    ):
        numbers = Numbers()
        numbers.ask(look(), screens)
        first, second = numbers._cards
        assert first.isFullScreen() and first.accessibleName().startswith("Screen 1.")
        qtbot.keyClick(second, Qt.Key.Key_9)
        assert numbers.shown
        with qtbot.waitSignal(numbers.chosen) as told:
            press(first)
        assert told.args == [answer] and not numbers.shown


def test_numbers_are_told_apart_by_figure_shape_and_ground(qtbot: QtBot) -> None:
    pictures = []
    for number in (1, 2):
        card = NumberCard(look(), number, 2)
        qtbot.addWidget(card)
        card.resize(960, 540)
        pictures.append(picture(card))
    assert pictures[0].pixelColor(3, 3) != pictures[1].pixelColor(3, 3)
    assert pictures[0] != pictures[1]


def test_a_window_moves_to_another_screen_no_larger_than_that_is(qtbot: QtBot) -> None:
    screen = QGuiApplication.primaryScreen()
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(4000, 3000)
    window.show()
    move_to(window, screen)
    assert screen.availableGeometry().contains(window.geometry())
    window.showMaximized()
    move_to(window, screen)
    assert window.isMaximized()


# How each system is asked


def test_windows_is_told_what_the_thread_needs_and_that_it_needs_it_no_more() -> None:
    said: list[int] = []
    way = ByState(lambda flags: said.append(flags) or len(said))
    assert way.hold()
    way.release()
    assert said == [0x80000003, 0x80000000]
    assert not ByState(lambda flags: 0).hold()


def test_a_program_that_holds_the_display_runs_until_it_is_let_go(qtbot: QtBot) -> None:
    way = ByProgram(sys.executable, ["-c", "import time; time.sleep(60)"])
    assert way.hold() and way.hold()
    running = way._running
    assert running is not None and running.processId() > 0
    way.release()
    way.release()
    assert running.processId() == 0
    assert not ByProgram("no-such-program-anywhere", []).hold()


def test_the_first_way_that_works_is_used_and_all_are_let_go() -> None:
    broken, working, spare = FakeAwake(works=False), FakeAwake(), FakeAwake()
    way = FirstThatWorks((broken, working, spare))
    assert way.hold()
    way.release()
    assert [one.asked for one in (broken, working, spare)] == [["hold", "release"], ["hold", "release"], ["release"]]


def test_a_mac_and_linux_have_their_own_way() -> None:
    mac = awake_here("darwin")
    assert isinstance(mac, ByProgram) and mac._program == "caffeinate" and "-d" in mac._arguments
    assert isinstance(awake_here("linux"), FirstThatWorks)


def test_what_is_shown_is_where_it_should_be_on_any_screen(qtbot: QtBot) -> None:
    shown = showing()
    view = WallView(shown, lambda: 0)
    qtbot.addWidget(view)
    view.resize(800, 800)  # not the shape of the wall: it stands in the middle, on its ground
    shown.show_page(VOTE)
    seen = picture(view)
    ground = seen.pixelColor(1, 1)
    strip = seen.copy(QRect(0, 0, 800, 120))
    assert all(strip.pixelColor(x, y) == ground for x in range(0, 800, 40) for y in range(0, 120, 20))


def test_a_desktop_is_asked_over_the_session_bus_for_as_long_as_the_wall_is_up() -> None:
    if shutil.which("dbus-run-session") is None:
        pytest.skip("no session bus here")
    command = ["dbus-run-session", "--", sys.executable, "-m", "tests.qt.on_a_bus"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
