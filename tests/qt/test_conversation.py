"""The conversation screen, clicked and typed at."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from hrtrainer.problem import Problem
from hrtrainer.qt.app import TrainerWindow
from hrtrainer.qt.screens import conversation
from hrtrainer.qt.widgets.transcript import Transcript
from hrtrainer.session.play import Session
from hrtrainer.words import typographic


def begin(window: TrainerWindow, tempo: str = "debrief-only") -> None:
    """Begin the conversation with Jessica."""
    window.furnishing.briefing.open_scenario("in-a-rush")
    window.screen_of("brief").begun.emit("nhrc", "canada-bc", tempo)  # type: ignore[attr-defined]


def session(window: TrainerWindow) -> Session:
    """The session on the desk."""
    assert window.furnishing.desk.session is not None
    return window.furnishing.desk.session


def key(qtbot: QtBot, key: Qt.Key) -> None:
    """Press a key where the focus is."""
    qtbot.keyClick(QApplication.focusWidget(), key)
    QApplication.processEvents()


def test_a_rewound_answer_is_taken_back_and_stays_in_the_log(qtbot: QtBot, window: TrainerWindow) -> None:
    begin(window)
    key(qtbot, Qt.Key.Key_1)
    assert session(window).state.turns == 1
    key(qtbot, Qt.Key.Key_Left)
    assert session(window).state.turns == 0
    assert [type(event).__name__ for event in session(window).log] == ["Started", "Chose", "Rewound"]


def test_letters_type_while_the_box_has_the_focus(qtbot: QtBot, window: TrainerWindow) -> None:
    begin(window)
    key(qtbot, Qt.Key.Key_N)
    box = QApplication.focusWidget()
    assert isinstance(box, QPlainTextEdit)
    qtbot.keyClicks(box, "1 bun, no n u b")
    assert box.toPlainText() == "1 bun, no n u b"
    qtbot.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session(window).state.own == "1 bun, no n u b"
    assert session(window).state.turns == 0


def test_an_answer_that_cannot_be_kept_changes_nothing_on_the_screen(qtbot: QtBot, window: TrainerWindow) -> None:
    begin(window)
    before = session(window)

    def full(*_: object, **__: object) -> None:
        raise Problem("H04", "The disk is full.", "Nothing was lost.")

    window.history.append = full  # type: ignore[method-assign]
    key(qtbot, Qt.Key.Key_1)
    assert session(window) is before
    assert window.place == "conversation"


def test_a_double_click_answers_once(qtbot: QtBot, window: TrainerWindow) -> None:
    begin(window, "coached")
    choice = QApplication.focusWidget()
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(choice, Qt.MouseButton.LeftButton)
    assert session(window).state.turns == 1


def test_stepping_out_writes_nothing_and_coming_back_changes_nothing(qtbot: QtBot, window: TrainerWindow) -> None:
    begin(window)
    key(qtbot, Qt.Key.Key_2)
    log = session(window).log
    key(qtbot, Qt.Key.Key_Escape)
    assert window.place == "stepped-out"
    key(qtbot, Qt.Key.Key_Return)
    assert window.place == "conversation"
    assert session(window).log == log


def test_the_transcript_is_a_list_that_says_who_speaks(window: TrainerWindow) -> None:
    begin(window)
    transcript = window.screen_of("conversation").findChild(Transcript)
    assert transcript is not None
    rows = [transcript.model().index(at, 0).data() for at in range(transcript.model().rowCount())]
    assert any(row.startswith("Jessica") for row in rows)


def test_words_that_are_being_written_survive_larger_text_and_stepping_out(qtbot: QtBot, window: TrainerWindow) -> None:
    begin(window)
    key(qtbot, Qt.Key.Key_N)
    qtbot.keyClicks(QApplication.focusWidget(), "Ten, coming")
    for size, meanwhile in ((150, False), (200, True)):
        window.change_settings(window.settings._replace(text_size=size))
        window.dress_again()
        if meanwhile:  # somebody who steps out while the new look is still being made
            window.go("stepped-out")
            window.go("conversation")
        qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
        assert QApplication.focusWidget().toPlainText() == "Ten, coming"
        qtbot.waitUntil(window.updatesEnabled)
    window.go("stepped-out")
    window.go("conversation")
    box = QApplication.focusWidget()
    assert isinstance(box, QPlainTextEdit) and box.toPlainText() == "Ten, coming"


def test_new_lines_are_announced_with_who_says_them(
    qtbot: QtBot, window: TrainerWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    begin(window)
    monkeypatch.setattr(conversation, "announce", lambda widget, text: heard.append(text))
    key(qtbot, Qt.Key.Key_1)
    newest = [line for line in session(window).state.lines if line.speaker == "jessica"]
    assert newest and "Jessica" in heard[-1]
    assert typographic(newest[0].text) in heard[-1]


def test_tab_goes_from_the_choices_to_what_else_can_be_done_and_then_to_the_top_bar(
    qtbot: QtBot, window: TrainerWindow
) -> None:
    begin(window)
    names = []
    for _ in range(8):
        focus = QApplication.focusWidget()
        names.append((focus.accessibleName() or type(focus).__name__)[:8])
        key(qtbot, Qt.Key.Key_Tab)
    assert [name[:2] for name in names[:4]] == ["1.", "2.", "3.", "4."]
    assert names[4:8] == ["None of ", "Mark “no", "Library", "Step out"]
