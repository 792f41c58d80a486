"""The pack screen: what is seen is what is saved, a struck line is in no byte, and what was saved is remembered."""

import json
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QImage, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from hrtrainer.export.formats import FORMATS
from hrtrainer.export.pdf import laid_pack
from hrtrainer.export.typesetting import _typeset, as_pictures, pages
from hrtrainer.forming.making import made
from hrtrainer.forming.proving import TEXTS, Proof
from hrtrainer.history.shares import shares
from hrtrainer.pages.code_names import CODE_NAMES
from hrtrainer.qt.app import TrainerWindow
from hrtrainer.qt.pack_printing import layout_of
from hrtrainer.qt.screens.debrief import DebriefScreen
from hrtrainer.qt.screens.pack import PackScreen
from hrtrainer.qt.screens.settings import SettingsScreen
from hrtrainer.qt.screens.shared import SharedScreen
from hrtrainer.qt.widgets.asking import Asking
from hrtrainer.qt.widgets.buttons import Button
from hrtrainer.qt.widgets.pack_page import PackPage
from hrtrainer.session.event import Shared
from hrtrainer.session.packing import USUAL, Choices, packed
from hrtrainer.session.summarise import summarise
from hrtrainer.session.withholding import WITHHELD
from hrtrainer.sitting import Sitting, Wishes, sit_down
from tests.export.opening import unpacked
from tests.stage import ASSETS

needs_typst = pytest.mark.skipif(find_spec("typst") is None, reason="typst does not exist for this computer")
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
    found = [one.block for one in screen.preview.sheet.rows if one.block.id.endswith(".said")]
    return found[at].id, found[at].text


def saved(window: TrainerWindow, qtbot: QtBot, path: Path, form: str = "json") -> bytes:
    """What is written when the pack is saved as it stands, through the dialog."""
    pack_of(window).saving.format_picked.emit(form)
    window.furnishing.packing.save()
    dialog = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
    with qtbot.waitSignal(window.furnishing.packing._files.saved, timeout=20_000):
        dialog.fileSelected.emit(str(path))
    dialog.close()
    return path.read_bytes()


def proof_of(screen: PackScreen, qtbot: QtBot) -> Proof:
    """What is shown once it is made of the pack as it is now."""
    window = screen.window()
    assert isinstance(window, TrainerWindow)
    wanted = window.furnishing.packing.wanted()
    pages = screen.preview.pages
    qtbot.waitUntil(lambda: pages.proof is not None and pages.proof.wanted == wanted, timeout=20_000)
    assert pages.proof is not None
    return pages.proof


def click(page: PackPage, id: str) -> None:
    """Click on a line in the picture of a page."""
    spot = next(one for one in page.spots if one.id == id)
    QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=page.box(spot).center().toPoint())


@needs_typst
def test_a_click_on_a_line_of_the_page_strikes_it_and_a_second_one_brings_it_back(
    screen: PackScreen, window: TrainerWindow, qtbot: QtBot
) -> None:
    id, text = next(
        (one.block.id, one.block.text) for one in screen.preview.sheet.rows if "/left_with." in one.block.id
    )
    page = screen.preview.pages.page
    before = proof_of(screen, qtbot)
    for struck in (True, False):
        click(page, id)
        row = next(one for one in screen.preview.sheet.rows if one.block.id == id)
        assert (row.block.text, row.was) == ((WITHHELD, text) if struck else (text, ""))
        now = proof_of(screen, qtbot)
        assert (now.pages == before.pages, now.data == before.data) == (not struck, not struck)
        assert page.spots and page._lines[id].struck == struck


@needs_typst
def test_lines_of_the_pages_are_struck_by_keys_alone(screen: PackScreen, qtbot: QtBot) -> None:
    proof = proof_of(screen, qtbot)
    page = screen.preview.pages.page
    page.setFocus()
    last = [one.id for one in proof.spots if one.page == 0][-1]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_End):
        QTest.keyClick(page, key)
    assert page._now == last
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert [one.block.id for one in screen.preview.sheet.rows if one.was] == [last]
    QTest.keyClick(page, Qt.Key.Key_Down)  # beyond the last line stands the next page
    assert screen.preview.pages._where.text() == f"Page 2 of {len(proof.pages)}"
    QTest.keyClick(page, Qt.Key.Key_PageUp)
    assert screen.preview.pages._where.text() == f"Page 1 of {len(proof.pages)}"


@needs_typst
def test_keys_size_the_page_where_it_has_the_focus_and_the_text_elsewhere(
    screen: PackScreen, window: TrainerWindow, qtbot: QtBot
) -> None:
    proof_of(screen, qtbot)
    page = screen.preview.pages.page
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    on_paper = page.width()
    QTest.keyClick(page, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert page.width() > on_paper and window.settings.text_size == 100
    screen.preview.pages._fit.click()
    assert page.width() <= screen.preview.pages._scroll.viewport().width()


def test_a_struck_line_is_put_back_from_the_list_of_them(screen: PackScreen) -> None:
    id, text = said(screen)
    screen.preview.struck.emit(id)
    struck = screen.choices._struck
    assert not struck.isHidden() and struck._title.text() == "Struck: 1 line"
    next(one for one in struck.findChildren(Button) if text[:20] in one.accessibleName()).click()
    assert struck.isHidden() and not any(one.was for one in screen.preview.sheet.rows)


def test_striking_is_undone_step_by_step_but_not_while_typing(screen: PackScreen, qtbot: QtBot) -> None:
    def struck() -> list[str]:
        return [one.block.id for one in screen.preview.sheet.rows if one.was]

    first, second = said(screen, 0)[0], said(screen, 1)[0]
    for id in (first, second):
        screen.preview.struck.emit(id)
    talk = screen.choices._talk
    talk.setFocus()
    QTest.keyClicks(talk, "How I")
    QTest.keyClick(talk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert set(struck()) == {first, second} and "How I" not in talk.toPlainText()
    screen.preview.pages.page.setFocus()
    for left in ([first], []):
        qtbot.keyClick(screen.preview.pages.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert struck() == left


def test_a_click_in_the_list_strikes_a_line_too(screen: PackScreen, qtbot: QtBot) -> None:
    screen.preview.show_as("list")
    qtbot.wait(20)
    id, text = said(screen)
    placed = next(one for one in screen.preview.sheet._placed if one.row.block.id == id)
    QTest.mouseClick(screen.preview.sheet, Qt.MouseButton.LeftButton, pos=placed.box.center().toPoint())
    row = next(one for one in screen.preview.sheet.rows if one.block.id == id)
    assert (row.block.text, row.was) == (WITHHELD, text)


def test_lines_are_struck_by_keys_alone(screen: PackScreen) -> None:
    screen.preview.sheet.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(screen.preview.sheet, key)
    ids = [one.block.id for one in screen.preview.sheet.rows if one.block.id]
    assert [one.block.id for one in screen.preview.sheet.rows if one.was] == [ids[2]]


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_seen_is_what_is_saved_and_nothing_struck_is_in_it(
    screen: PackScreen, window: TrainerWindow, qtbot: QtBot, tmp_path: Path, form: str
) -> None:
    pytest.importorskip("typst", reason="typst does not exist for this computer")
    id, text = said(screen)
    screen.preview.struck.emit(id)
    screen.saving.format_picked.emit(form)
    proof = proof_of(screen, qtbot)
    data = saved(window, qtbot, tmp_path / f"pack{FORMATS[form].suffix}", form)
    wanted = window.furnishing.packing.wanted()
    assert data == proof.data == wanted.file(window.places.fonts)
    assert text.encode() not in unpacked(data) and text not in unpacked(data).decode("utf-8", "replace")
    if form in TEXTS:
        assert screen.preview.pages.text.toPlainText().split() == data.decode("utf-8-sig").split()
    else:
        laid = laid_pack(wanted.pack, wanted.house, window.places.fonts, wanted.paper)
        assert proof.laid == laid and proof.pages == as_pictures(laid, window.places.fonts, 192)
        assert form != "pdf" or data == laid.pdf


def test_what_was_saved_is_kept_with_the_conversation_and_shown(
    screen: PackScreen, window: TrainerWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.preview.struck.emit(said(screen)[0])
    saved(window, qtbot, tmp_path / "pack.json")
    sitting = window.furnishing.desk.sitting
    assert sitting is not None
    told = [one for one in window.history.log(sitting.key) if isinstance(one, Shared)]
    assert [(one.form, one.file, one.struck) for one in told] == [("json", "pack.json", 1)]
    assert set(told[0].parts) == set(USUAL)
    assert any("pack.json" in line for line in window.furnishing.packing.log.lines_of((sitting.key,)))


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
    qtbot.waitUntil(lambda: bool(window.furnishing.packing.log._all() == ()), timeout=5000)
    assert not (tmp_path / "gone").exists()


def test_what_is_typed_and_chosen_is_in_the_preview(screen: PackScreen, window: TrainerWindow, qtbot: QtBot) -> None:
    def seen() -> str:
        return " ".join(one.block.text for one in screen.preview.sheet.rows)

    screen.choices._talk.setPlainText("How I calm down first.")
    screen.choices.flush()
    assert "How I calm down first." in seen() and "Let one silence run" in seen()
    QTest.mouseClick(screen.choices._parts.checks["reflections"], Qt.MouseButton.LeftButton, pos=QPoint(10, 20))
    assert "Let one silence run" not in seen()
    screen.choices.changed.emit(
        "typed", {"answers": (("Who is missing?", "The night bus."),), "barriers": ("The form.",)}
    )
    assert "The night bus." in seen() and "The form." in seen()
    screen.choices.changed.emit("date", "none")
    assert window.furnishing.packing.wanted().pack.sessions[0].day == ""


def test_a_name_to_look_at_is_hidden_on_a_yes(screen: PackScreen, window: TrainerWindow) -> None:
    assert not screen.choices._names.isHidden() and "Rosamunde" in screen.choices._hint_words.text()
    hide = screen.choices._hide
    hide.click()
    assert screen.choices._names.isHidden()
    assert "Rosamunde" not in " ".join(one.block.text for one in screen.preview.sheet.rows)


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
    assert len(window.furnishing.packing.wanted().pack.sessions) == 1


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
    window.furnishing.packing._files.take_form(FORM)
    headings = [one.block.text for one in screen.preview.sheet.rows if one.block.kind == "heading"]
    assert headings[0] == "What I bring today" and "The safety floor" not in headings
    assert next(asked for asked, _ in screen.choices._answers) == "Which of our rules made this harder?"
    assert json.loads(window.places.settings.read_text(encoding="utf-8"))["form_file"].endswith("our-form.json")
    screen.saving.form_dropped.emit()
    assert "What I want to talk about" in [one.block.text for one in screen.preview.sheet.rows]


def test_with_nothing_played_it_says_so(window: TrainerWindow) -> None:
    window.go("pack")
    assert pack_of(window)._nothing.isVisible() and not pack_of(window)._both.isVisible()


def test_the_debrief_leads_to_it(window: TrainerWindow) -> None:
    played(window)
    window.furnishing.practice.show_debrief(4)
    debrief = window.screen_of("debrief")
    assert isinstance(debrief, DebriefScreen)
    next(one for one in debrief.findChildren(Button) if one.text() == "Choose what goes in").click()
    assert window.place == "pack" and pack_of(window).preview.sheet.rows


def test_another_look_keeps_what_was_chosen(screen: PackScreen, window: TrainerWindow, qtbot: QtBot) -> None:
    screen.preview.struck.emit(said(screen)[0])
    window.change_settings(window.settings._replace(text_size=200))
    qtbot.waitUntil(lambda: window.look.text_size == 200 and window.place == "pack", timeout=5000)
    qtbot.waitUntil(lambda: bool(pack_of(window).preview.sheet.rows), timeout=5000)
    assert sum(bool(one.was) for one in pack_of(window).preview.sheet.rows) == 1


def test_a_conversation_that_was_not_kept_is_let_go_with_the_next(window: TrainerWindow) -> None:
    window.furnishing.packing.open_with(played(window, kept=False))
    kept = played(window, "eleven-weeks")
    window.go("library")
    window.go("pack")
    assert [one.session for one in window.furnishing.packing.wanted().pack.sessions] == [kept.key]


def test_the_debrief_saves_through_the_pack_unless_it_is_set_otherwise_and_both_are_logged(
    window: TrainerWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    sitting = played(window)
    window.furnishing.practice.save_wanted.emit(sitting, "md")
    assert window.place == "pack" and window.furnishing.packing.wanted().form == "md"
    assert not window.findChildren(QFileDialog)
    QTest.mouseClick(pack_of(window).saving._at_once, Qt.MouseButton.LeftButton, pos=QPoint(10, 20))
    assert window.settings.save_at_once
    window.go("library")
    with qtbot.waitSignal(window.furnishing.packing._files.saved, timeout=20_000):
        window.furnishing.practice.save_wanted.emit(sitting, "html")
        dialog = window.findChild(QFileDialog)
        assert dialog is not None and window.place == "library"
        dialog.fileSelected.emit(str(tmp_path / "at once.html"))
    dialog.close()
    seen = packed([summarise(sitting.session, sitting.reference, window.furnishing.ground.today())], Choices(USUAL))
    assert (tmp_path / "at once.html").read_bytes() == made(seen, "html", window.places.fonts)
    told = [one for one in window.history.log(sitting.key) if isinstance(one, Shared)]
    assert [(one.form, one.file, set(one.parts)) for one in told] == [("html", "at once.html", set(USUAL))]


def test_the_log_is_read_on_a_screen_of_its_own_and_deleted_by_its_owner(
    screen: PackScreen, window: TrainerWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    sitting = window.furnishing.desk.sitting
    assert sitting is not None
    for name in ("first.json", "second.json"):
        saved(window, qtbot, tmp_path / name)
    screen.saving.log_wanted.emit()
    shown = window.screen_of("shared")
    assert window.place == "shared" and isinstance(shown, SharedScreen)

    def files() -> list[str]:
        return [one.accessibleName().split(",")[0] for one in shown.findChildren(Button) if one.text() == "Delete"]

    def delete(at: int) -> None:
        shown.delete_wanted.emit(at)
        asking = window.findChild(Asking)
        assert asking is not None
        next(one for one in asking.findChildren(Button) if one.text() == "Delete it").click()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    assert files() == ["Delete: Second.json (JSON)", "Delete: First.json (JSON)"]
    delete(0)
    assert files() == ["Delete: First.json (JSON)"]
    assert b"second.json" not in window.places.history.read_bytes()
    delete(-1)
    assert files() == [] and shares(window.history) == ()
    assert all(not one.file for one in window.history.log(sitting.key) if isinstance(one, Shared))
    window.go("pack")
    saved(window, qtbot, tmp_path / "third.json")
    assert [one.what.file for one in shares(window.history)] == ["third.json"]


def test_another_code_name_is_one_press_away_and_is_on_the_pages_at_once(screen: PackScreen, qtbot: QtBot) -> None:
    before = screen.choices._name.text()
    (new,) = [one for one in screen.choices.findChildren(Button) if one.text() == "New"]
    qtbot.mouseClick(new, Qt.MouseButton.LeftButton)
    name = screen.choices._name.text()
    assert name in CODE_NAMES and name != before
    screen.saving.format_picked.emit("md")
    assert name in proof_of(screen, qtbot).data.decode()


def test_rarer_parts_are_there_on_request(screen: PackScreen, qtbot: QtBot) -> None:
    parts = screen.choices._parts
    assert parts.checks["path"].isVisible() and not parts.checks["counts"].isVisible()
    qtbot.mouseClick(parts._all, Qt.MouseButton.LeftButton)
    assert parts.checks["counts"].isVisible()
    qtbot.mouseClick(parts._all, Qt.MouseButton.LeftButton)
    assert parts._all.text() == "10 more parts, 8 of them in it"


def test_how_packs_are_put_together_is_kept_but_nothing_of_what_was_said_or_written(
    screen: PackScreen, window: TrainerWindow, open_window: Callable[[], TrainerWindow]
) -> None:
    id, text = said(screen)
    screen.preview.struck.emit(id)
    screen.choices._parts._all.click()
    QCoreApplication.processEvents()
    QTest.mouseClick(screen.choices._parts.checks["counts"], Qt.MouseButton.LeftButton, pos=QPoint(10, 20))
    screen.choices._talk.setPlainText("How I calm down first.")
    screen.choices._barriers.setPlainText("No room to talk in.")
    screen.choices._name.setText("Sorrel")
    screen.choices.flush()
    screen.choices.changed.emit("hidden", ("Rosamunde",))
    screen.choices.changed.emit("date", "month")
    screen.saving.format_picked.emit("odt")
    kept = window.places.settings.read_text(encoding="utf-8")
    for words in (text, id, "calm down", "No room", "Rosamunde"):
        assert words not in kept
    window.close()
    again = open_window()
    again.go("pack")
    choices = again.furnishing.packing._choices
    assert choices.parts == USUAL | {"counts"} and choices.date == "month"
    assert choices.code_name == "Sorrel" and again.furnishing.packing.wanted().form == "odt"
    assert not choices.struck and not choices.hidden and not choices.barriers


def test_what_is_written_for_one_pack_does_not_stand_in_the_next(screen: PackScreen, window: TrainerWindow) -> None:
    screen.choices._barriers.setPlainText("No room to talk in.")
    screen.choices.flush()
    window.furnishing.packing.open_with(played(window, "eleven-weeks"))
    assert window.furnishing.packing.wanted().pack.barriers == () and screen.choices._barriers.toPlainText() == ""


def test_what_is_still_being_written_while_the_window_closes_is_written_and_noted(
    screen: PackScreen, window: TrainerWindow, open_window: Callable[[], TrainerWindow], tmp_path: Path
) -> None:
    window.furnishing.packing.save()
    dialog = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(str(tmp_path / "late.html"))
    dialog.close()
    window.close()
    assert (tmp_path / "late.html").exists()
    assert [one.what.file for one in shares(open_window().history)] == ["late.html"]


@needs_typst
def test_asking_for_the_places_of_lines_moves_nothing_on_the_pages(screen: PackScreen, qtbot: QtBot) -> None:
    proof = proof_of(screen, qtbot)
    laid = proof.laid
    assert laid is not None
    fonts = screen.window().places.fonts  # type: ignore[attr-defined]
    marked = _typeset(laid.template, laid.data, fonts, {"spots": "yes"}, format="png", ppi=60.0)
    for one, other in zip(marked, as_pictures(laid, fonts, 60), strict=True):
        pairs = zip(_dots(one), _dots(other), strict=True)
        assert max(abs(a - b) for a, b in pairs) <= 1  # edges of letters are rounded otherwise, by one step of 255


def _dots(picture: bytes) -> bytes:
    image = QImage.fromData(picture).convertToFormat(QImage.Format.Format_RGBA8888)
    return bytes(image.constBits())


@needs_typst
def test_the_pages_are_printed_as_they_are_seen(
    screen: PackScreen, window: TrainerWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    wanted = window.furnishing.packing.wanted()
    writer = QPdfWriter(str(tmp_path / "printed.pdf"))
    writer.setPageLayout(layout_of(wanted.paper))
    with qtbot.waitSignal(window.furnishing.packing._printing.printed, timeout=30_000):
        window.furnishing.packing._printing.print_on(writer, wanted, window.furnishing.packing._note())
    del writer
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert printed.startswith(b"%PDF") and printed.count(b"/Type /Page\n") == pages(proof_of(screen, qtbot).data)
    assert [one.what.form for one in shares(window.history)] == ["print"]


def test_a_supervisor_without_conversations_is_led_to_what_is_theirs(window: TrainerWindow, qtbot: QtBot) -> None:
    window.go("pack")
    next(one for one in pack_of(window).findChildren(Button) if one.text().startswith("For supervisors")).click()
    assert window.place == "settings"
    settings = window.screen_of("settings")
    assert isinstance(settings, SettingsScreen) and settings.supervisors._fields["practise"].hasFocus()
