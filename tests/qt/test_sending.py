"""The outbox in the window: off until it is set, nothing goes without a yes, and it goes beside the window's work."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from hrtrainer.history.outbox import Outbox
from hrtrainer.problem import Problem
from hrtrainer.qt.app import TrainerWindow
from hrtrainer.qt.screens.settings import SettingsScreen
from hrtrainer.qt.widgets.asking import Asking
from hrtrainer.qt.widgets.buttons import Button
from hrtrainer.qt.widgets.record_card import RecordCard
from hrtrainer.sending.store import NOWHERE
from hrtrainer.session.event import Shared
from tests.qt.test_pack import pack_of, played, said, saved
from tests.sending.conftest import no_keyring
from tests.sending.fake import Fake, fake

__all__ = ["no_keyring"]


@pytest.fixture
def store() -> Iterator[Fake]:
    with fake() as one:
        yield one


def card(window: TrainerWindow) -> RecordCard:
    window.go("settings")
    screen = window.screen_of("settings")
    assert isinstance(screen, SettingsScreen)
    return screen.records


def press(holder: object, words: str) -> None:
    button = next(one for one in holder.findChildren(Button) if one.text() == words)
    assert button.isEnabled() and not button.isHidden()
    button.click()


def notice(window: TrainerWindow) -> str:
    return window._notice.accessibleName() or window._notice.text()


def set_up(window: TrainerWindow, qtbot: QtBot, store: Fake, password: str = "pass") -> RecordCard:
    """As somebody fills it in."""
    found = card(window)
    QTest.mouseClick(found._on, Qt.MouseButton.LeftButton, pos=found._on.rect().center())
    for field, text in (("endpoint", store.endpoint), ("user", "ws01")):
        found._fields[field].clear()
        QTest.keyClicks(found._fields[field], text)
    QTest.keyClicks(found._password, password)
    sending = window.furnishing.around.sending
    press(found, "Use this record store")
    qtbot.waitUntil(lambda: sending.is_on() and not found._password.text(), timeout=10_000)
    return found


def put_in(window: TrainerWindow, qtbot: QtBot) -> list[dict]:
    """Choose to send what is on the pack screen; what was shown before."""
    pack_of(window).saving._send.click()
    asking = window.findChild(Asking)
    assert asking is not None
    papers = asking.findChild(QPlainTextEdit)
    assert papers is not None
    shown = json.loads(papers.toPlainText().replace("\u200b", ""))  # where a long word may be broken
    press(asking, "Put it in the outbox")
    qtbot.waitUntil(lambda: window.findChild(Asking) is None, timeout=5_000)
    return shown


def about(window: TrainerWindow) -> str:
    """What is said above the file as it is going to be saved."""
    return pack_of(window).preview.pages._about.text()


def standing(window: TrainerWindow):
    with closing(Outbox(window.furnishing.ground.paths.outbox)) as outbox:
        return outbox.standing()


def test_it_is_off_and_nothing_of_it_is_there(window: TrainerWindow, qtbot: QtBot) -> None:
    window.furnishing.packing.open_with(played(window))
    assert pack_of(window).saving._send.isHidden() and not card(window)._on.isChecked()
    assert card(window)._rest.isHidden()
    assert (
        not list(window.furnishing.ground.paths.home.glob("*record*"))
        and not window.furnishing.ground.paths.outbox.exists()
    )


def test_what_is_chosen_is_shown_and_goes_on_a_yes(window: TrainerWindow, qtbot: QtBot, store: Fake) -> None:
    set_up(window, qtbot, store)
    window.furnishing.packing.open_with(played(window))
    line, _ = said(pack_of(window))
    pack_of(window).struck.emit(line)
    assert not pack_of(window).saving._send.isHidden()
    shown = put_in(window, qtbot)
    qtbot.waitUntil(lambda: len(store.kept) == len(shown), timeout=10_000)
    assert store.kept == {one["id"]: one for one in shown}
    sitting = window.furnishing.desk.sitting
    assert sitting is not None
    assert [(one.form, one.file) for one in sitting.session.log if isinstance(one, Shared)] == [
        ("xapi", "to the record store")
    ]


def test_the_file_of_statements_is_what_would_be_sent(
    window: TrainerWindow, qtbot: QtBot, store: Fake, tmp_path: Path
) -> None:
    set_up(window, qtbot, store)
    window.furnishing.packing.open_with(played(window))
    screen = pack_of(window)
    screen.struck.emit(said(screen)[0])
    screen.choices.changed.emit("date", "none")
    data = saved(window, qtbot, tmp_path / "pack.xapi.json", "xapi")
    assert not store.posts and "hrtrainer.invalid" not in about(window)
    assert json.loads(data) == put_in(window, qtbot)


def test_where_no_store_is_set_a_file_says_under_whose_name_it_stands(
    window: TrainerWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.furnishing.packing.open_with(played(window))
    data = saved(window, qtbot, tmp_path / "pack.xapi.json", "xapi")
    assert {one["actor"]["account"]["homePage"] for one in json.loads(data)} == {NOWHERE}
    qtbot.waitUntil(lambda: NOWHERE in about(window), timeout=10_000)


def test_a_damaged_secret_is_told_and_the_other_formats_go_on(
    window: TrainerWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.furnishing.packing.open_with(played(window))
    window.furnishing.ground.paths.pseudonyms.write_text("gone")
    told: list[Problem] = []
    window.tell_problem = told.append  # type: ignore[method-assign]
    pack_of(window).saving.format_picked.emit("xapi")
    assert "is damaged" in about(window)
    assert told
    told.clear()
    window.furnishing.packing.save()
    assert {one.code for one in told} == {"N06"} and window.findChild(QFileDialog) is None
    assert saved(window, qtbot, tmp_path / "pack.json", "json").startswith(b"{")


def test_no_is_no(window: TrainerWindow, qtbot: QtBot, store: Fake) -> None:
    set_up(window, qtbot, store)
    window.furnishing.packing.open_with(played(window))
    pack_of(window).saving._send.click()
    asking = window.findChild(Asking)
    assert asking is not None
    press(asking, "Not now")
    window.furnishing.around.sending._look()
    assert not store.posts and not window.furnishing.ground.paths.outbox.exists()


def test_a_wrong_password_is_seen_in_settings_and_mended_there(
    window: TrainerWindow, qtbot: QtBot, store: Fake
) -> None:
    set_up(window, qtbot, store, "wrong")
    window.furnishing.packing.open_with(played(window))
    shown = put_in(window, qtbot)
    qtbot.waitUntil(lambda: bool(standing(window).course.trouble), timeout=10_000)
    found = card(window)
    texts = " ".join(one.text() for one in found.findChildren(type(found.add_text(""))) if one.text())
    assert f"Waiting: {len(shown)} statements of 1 conversation." in texts and "the password" in texts
    QTest.keyClicks(found._password, "pass")
    press(found, "Use this record store")
    qtbot.waitUntil(lambda: len(store.kept) == len(shown), timeout=10_000)
    qtbot.waitUntil(lambda: not standing(window).waiting, timeout=10_000)


def test_paused_nothing_goes_until_it_goes_on(window: TrainerWindow, qtbot: QtBot, store: Fake) -> None:
    found = set_up(window, qtbot, store)
    press(found, "Pause")
    window.furnishing.packing.open_with(played(window))
    shown = put_in(window, qtbot)
    window.furnishing.around.sending._look()
    assert standing(window).waiting == len(shown) and not store.posts
    found = card(window)
    press(found, "Take back what waits")
    assert standing(window).waiting == 0
    press(found, "Go on sending")
    assert not window.furnishing.around.sending._store().paused


def test_the_connection_can_be_tried(window: TrainerWindow, qtbot: QtBot, store: Fake) -> None:
    found = set_up(window, qtbot, store)
    told: list[str] = []
    window.tell = told.append  # type: ignore[method-assign]
    press(found, "Test the connection")
    qtbot.waitUntil(lambda: told == ["The record store answers, and knows you."], timeout=10_000)
    assert not store.posts


def test_the_window_closes_at_once_while_a_store_is_silent(window: TrainerWindow, qtbot: QtBot, store: Fake) -> None:
    set_up(window, qtbot, store)
    window.furnishing.packing.open_with(played(window))
    with store.lock:  # it does not answer before the window is gone
        shown = put_in(window, qtbot)
        qtbot.waitUntil(lambda: window.furnishing.around.sending._wire is not None, timeout=5_000)
        qtbot.wait(200)
        window.close()
    assert standing(window).waiting == len(shown)


def test_off_forgets_the_password(window: TrainerWindow, qtbot: QtBot, store: Fake) -> None:
    found = set_up(window, qtbot, store)
    assert window.furnishing.ground.paths.password.exists()
    QTest.mouseClick(found._on, Qt.MouseButton.LeftButton, pos=found._on.rect().center())
    assert not window.furnishing.around.sending.is_on() and not window.furnishing.ground.paths.password.exists()
