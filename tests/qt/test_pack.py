"""The pack screen: what is seen is what is saved, a struck line is in no byte, and what was saved is remembered."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from hrtrainer.export.formats import FORMATS
from hrtrainer.forming.making import made
from hrtrainer.qt.app import TrainerWindow
from hrtrainer.qt.screens.debrief import DebriefScreen
from hrtrainer.qt.screens.pack import PackScreen
from hrtrainer.qt.widgets.buttons import Button
from hrtrainer.session.event import Shared
from hrtrainer.session.withholding import WITHHELD
from hrtrainer.sitting import Sitting, Wishes, sit_down
from tests.export.opening import unpacked
from tests.stage import ASSETS

FORM = ASSETS / "guide" / "form-example" / "our-form.json"


def played(window: TrainerWindow, scenario: str = "in-a-rush", kept: bool = True) -> Sitting:
    """A conversation to its end, always by the first choice."""
    reading = next(one for one in [window.stock.find(scenario)] if one is not None)
    ground = window.furnishing.ground
    sitting = sit_down(
        ground.keeping(kept), reading, ground.reference, Wishes("nhrc", "canada-bc", "coached", "Tansy", 7)
    )
    while sitting.session.state.ending is None:
        sitting.choose(sitting.session.state.choices[0].id)
    sitting.reflect("take-along", "Let one silence run, as Rosamunde does.")
    window.furnishing.desk.sitting = sitting
    return sitting


def pack_of(window: TrainerWindow) -> PackScreen:
    screen = window.screen_of("pack")
    assert isinstance(screen, PackScreen)
    return screen


@pytest.fixture
def screen(window: TrainerWindow, qtbot: QtBot) -> PackScreen:
    """The pack of one conversation that was just played."""
    window.furnishing.packing.open_with(played(window))
    qtbot.wait(20)
    return pack_of(window)


def said(screen: PackScreen, at: int = 1) -> tuple[str, str]:
    """The id and the words of a thing that was said."""
    found = [one.block for one in screen.sheet.rows if one.block.id.endswith(".said")]
    return found[at].id, found[at].text


def saved(window: TrainerWindow, qtbot: QtBot, path: Path, form: str = "json") -> bytes:
    """What is written when the pack is saved as it stands, through the dialog."""
    pack_of(window).saving.format_picked.emit(form)
    window.furnishing.packing.save()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(window.furnishing.packing._files.saved, timeout=20_000):
        dialog.fileSelected.emit(str(path))
    dialog.close()
    return path.read_bytes()


def test_a_click_strikes_a_line_and_a_second_one_brings_it_back(screen: PackScreen) -> None:
    id, text = said(screen)
    for struck in (True, False):
        placed = next(one for one in screen.sheet._placed if one.row.block.id == id)
        QTest.mouseClick(screen.sheet, Qt.MouseButton.LeftButton, pos=placed.box.center().toPoint())
        row = next(one for one in screen.sheet.rows if one.block.id == id)
        assert (row.block.text, row.was) == ((WITHHELD, text) if struck else (text, ""))


def test_lines_are_struck_by_keys_alone(screen: PackScreen) -> None:
    screen.sheet.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(screen.sheet, key)
    ids = [one.block.id for one in screen.sheet.rows if one.block.id]
    assert [one.block.id for one in screen.sheet.rows if one.was] == [ids[2]]


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_seen_is_what_is_saved_and_nothing_struck_is_in_it(
    screen: PackScreen, window: TrainerWindow, qtbot: QtBot, tmp_path: Path, form: str
) -> None:
    if form == "pdf":
        pytest.importorskip("typst", reason="typst does not exist for this computer")
    id, text = said(screen)
    screen.sheet.struck.emit(id)
    seen = window.furnishing.packing.pack()
    data = saved(window, qtbot, tmp_path / f"pack{FORMATS[form].suffix}", form)
    assert data == made(seen, form, window.places.fonts)
    assert text.encode() not in unpacked(data) and text not in unpacked(data).decode("utf-8", "replace")


def test_what_was_saved_is_kept_with_the_conversation_and_shown(
    screen: PackScreen, window: TrainerWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.sheet.struck.emit(said(screen)[0])
    saved(window, qtbot, tmp_path / "pack.json")
    sitting = window.furnishing.desk.sitting
    assert sitting is not None
    told = [one for one in window.history.log(sitting.key) if isinstance(one, Shared)]
    assert [(one.form, one.file, one.struck) for one in told] == [("json", "pack.json", 1)]
    assert any("pack.json" in line for line in window.furnishing.packing._saved_so_far())


def test_a_disk_that_refuses_is_told_and_nothing_is_logged(
    screen: PackScreen, window: TrainerWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.furnishing.packing.save()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    told: list[object] = []
    window.tell_problem = told.append  # type: ignore[method-assign]
    dialog.fileSelected.emit(str(tmp_path / "gone" / "pack.pdf"))
    dialog.close()
    qtbot.waitUntil(lambda: bool(window.furnishing.packing._saved_so_far() == []), timeout=5000)
    assert not (tmp_path / "gone").exists()


def test_what_is_typed_and_chosen_is_in_the_preview(screen: PackScreen, window: TrainerWindow, qtbot: QtBot) -> None:
    def seen() -> str:
        return " ".join(one.block.text for one in screen.sheet.rows)

    screen.choices._talk.setPlainText("How I calm down first.")
    screen.choices.flush()
    assert "How I calm down first." in seen() and "Let one silence run" in seen()
    QTest.mouseClick(screen.choices._parts["reflections"], Qt.MouseButton.LeftButton, pos=QPoint(10, 20))
    assert "Let one silence run" not in seen()
    screen.choices.changed.emit(
        "typed", {"answers": (("Who is missing?", "The night bus."),), "barriers": ("The form.",)}
    )
    assert "The night bus." in seen() and "The form." in seen()
    screen.choices.changed.emit("date", "none")
    assert window.furnishing.packing.pack().sessions[0].day == ""


def test_a_name_to_look_at_is_hidden_on_a_yes(screen: PackScreen, window: TrainerWindow) -> None:
    assert not screen.choices._names.isHidden() and "Rosamunde" in screen.choices._hint_words.text()
    hide = next(one for one in screen.choices._hint_ways.held if isinstance(one, Button))
    hide.click()
    assert screen.choices._names.isHidden()
    assert "Rosamunde" not in " ".join(one.block.text for one in screen.sheet.rows)


def test_two_conversations_go_into_one_pack(
    screen: PackScreen, window: TrainerWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    first = window.furnishing.desk.sitting
    assert first is not None
    played(window, "eleven-weeks")
    window.go("library")
    window.go("pack")
    key = next(key for key in screen.choices._sessions if key != first.key)
    screen.choices._sessions[key].click()
    data = json.loads(saved(window, qtbot, tmp_path / "pack.json"))
    assert {one["scenario"]["id"] for one in data["sessions"]} == {"in-a-rush", "eleven-weeks"}
    for one in list(screen.choices._sessions.values()):
        if one.isChecked():
            one.click()
    assert len(window.furnishing.packing.pack().sessions) == 1


def test_a_conversation_that_is_not_kept_can_be_handed_over_and_is_still_not_kept(
    window: TrainerWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    sitting = played(window, kept=False)
    window.furnishing.packing.open_with(sitting)
    assert json.loads(saved(window, qtbot, tmp_path / "pack.json"))["sessions"]
    assert window.history.session(sitting.key) is None


def test_an_organisations_form_is_used_and_remembered(
    screen: PackScreen, window: TrainerWindow, open_window: Callable[[], TrainerWindow]
) -> None:
    window.furnishing.packing._files.form_chosen.emit(str(FORM))
    headings = [one.block.text for one in screen.sheet.rows if one.block.kind == "heading"]
    assert headings[0] == "What I bring today" and "The safety floor" not in headings
    assert next(asked for asked, _ in screen.choices._answers) == "Which of our rules made this harder?"
    assert json.loads(window.places.settings.read_text(encoding="utf-8"))["form_file"].endswith("our-form.json")
    screen.saving.form_dropped.emit()
    assert "What I want to talk about" in [one.block.text for one in screen.sheet.rows]


def test_with_nothing_played_it_says_so(window: TrainerWindow) -> None:
    window.go("pack")
    assert pack_of(window)._nothing.isVisible() and not pack_of(window)._both.isVisible()


def test_the_debrief_leads_to_it(window: TrainerWindow) -> None:
    played(window)
    window.furnishing.practice.show_debrief(4)
    debrief = window.screen_of("debrief")
    assert isinstance(debrief, DebriefScreen)
    next(one for one in debrief.findChildren(Button) if one.text() == "Choose what goes in").click()
    assert window.place == "pack" and pack_of(window).sheet.rows


def test_another_look_keeps_what_was_chosen(screen: PackScreen, window: TrainerWindow, qtbot: QtBot) -> None:
    screen.sheet.struck.emit(said(screen)[0])
    window.change_settings(window.settings._replace(text_size=200))
    qtbot.waitUntil(lambda: window.look.text_size == 200 and window.place == "pack", timeout=5000)
    qtbot.waitUntil(lambda: bool(pack_of(window).sheet.rows), timeout=5000)
    assert sum(bool(one.was) for one in pack_of(window).sheet.rows) == 1


def test_a_conversation_that_was_not_kept_is_let_go_with_the_next(window: TrainerWindow) -> None:
    window.furnishing.packing.open_with(played(window, kept=False))
    kept = played(window, "eleven-weeks")
    window.go("library")
    window.go("pack")
    assert [one.session for one in window.furnishing.packing.pack().sessions] == [kept.key]
