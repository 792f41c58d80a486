"""A supervisor's reply in the window: dropped or opened, kept, shown in Growth, and suggested from."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from hrtrainer.qt.app import TrainerWindow
from hrtrainer.qt.screens.growth import GrowthScreen
from hrtrainer.qt.screens.settings import SettingsScreen
from hrtrainer.qt.widgets.buttons import Button
from hrtrainer.qt.widgets.supervisor_card import SupervisorCard
from hrtrainer.receiving.reply import read_reply, reply_bytes
from hrtrainer.session.agreed import Agreed
from tests.receiving.files import pack, write

TOLD = Agreed("Ask before telling <b>now</b>.", "What do you know?", "eleven-weeks", "", "2036-12-03", "14:30", "Ash")


@pytest.fixture
def reply(tmp_path: Path) -> Path:
    path = tmp_path / "reply.json"
    path.write_bytes(reply_bytes(TOLD))
    return path


def growth(window: TrainerWindow) -> GrowthScreen:
    window.go("growth")
    screen = window.screen_of("growth")
    assert isinstance(screen, GrowthScreen)
    return screen


def press(holder: object, words: str) -> None:
    next(one for one in holder.findChildren(Button) if one.text() == words).click()


def test_a_reply_that_is_dropped_is_kept_shown_and_suggested_from(open_window, reply: Path) -> None:
    window = open_window()
    window.files_dropped.emit([str(reply)])
    assert window.place == "growth"
    screen = growth(window)
    assert not screen.agreed.isHidden() and TOLD.practise in screen.agreed._practise.text()
    assert "3 December 2036, 14:30" in screen.agreed._meet.text()
    suggested = window.furnishing.suggesting.next()
    assert suggested is not None and suggested.scenario == "eleven-weeks"
    assert not list(window.places.own_scenarios.glob("*")) if window.places.own_scenarios.exists() else True
    window.close()
    again = open_window()
    assert not growth(again).agreed.isHidden()


def test_a_reply_is_opened_by_a_button_and_put_aside_by_another(
    window: TrainerWindow, qtbot: QtBot, reply: Path
) -> None:
    press(growth(window), "Open a reply")
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(reply))
    dialog.close()
    assert not growth(window).agreed.isHidden()
    press(growth(window).agreed, "Put it aside")
    assert growth(window).agreed.isHidden()
    suggested = window.furnishing.suggesting.next()
    assert suggested is None
    window.furnishing.replying.open(str(reply))
    assert not growth(window).agreed.isHidden()


def test_the_date_is_saved_for_a_calendar(window: TrainerWindow, reply: Path, tmp_path: Path) -> None:
    window.furnishing.replying.open(str(reply))
    press(growth(window).agreed, "Save the date")
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "next.ics"))
    dialog.close()
    data = (tmp_path / "next.ics").read_bytes()
    assert b"DTSTART:20361203T143000" in data and b"Ask before" not in data


def test_another_file_is_told_and_changes_nothing(window: TrainerWindow, tmp_path: Path) -> None:
    told: list[str] = []
    window.tell_problem = lambda problem: told.append(problem.code)  # type: ignore[method-assign]
    (tmp_path / "odd.json").write_text("{}")
    window.files_dropped.emit([str(tmp_path / "odd.json")])
    window.furnishing.replying.open(str(tmp_path / "odd.json"))
    (tmp_path / "half.json").write_text('{"format": "hrtrainer-reply-1"}')
    window.files_dropped.emit([str(tmp_path / "half.json")])
    assert told == ["F20", "F31", "F31"] and growth(window).agreed.isHidden()


def card_of(window: TrainerWindow) -> SupervisorCard:
    window.go("settings")
    screen = window.screen_of("settings")
    assert isinstance(screen, SettingsScreen)
    return screen.supervisors


def dialog_of(window: TrainerWindow, title: str) -> QFileDialog:
    return next(one for one in window.findChildren(QFileDialog) if one.windowTitle() == title)


def test_a_supervisor_writes_a_reply_that_a_learner_can_open(window: TrainerWindow, tmp_path: Path) -> None:
    card = card_of(window)
    for name, text in (("practise", "Ask first."), ("line", "What do you know?"), ("next", "2036-12-03 14:30")):
        QTest.keyClicks(card._fields[name], text)
    card._scenario.setCurrentIndex(card._scenario.findData("in-a-rush"))
    card._principle.setCurrentIndex(1)
    press(card, "Save the reply")
    dialog_of(window, "Save the reply").fileSelected.emit(str(tmp_path / "out.json"))
    told = read_reply((tmp_path / "out.json").read_bytes())
    first = window.stock.reference.yardstick.sets["nhrc"].principles[0].id
    assert told == Agreed("Ask first.", "What do you know?", "in-a-rush", first, "2036-12-03", "14:30")
    assert not card._fields["practise"].text()


def test_a_reply_that_says_nothing_is_not_written(window: TrainerWindow) -> None:
    told: list[str] = []
    window.tell_problem = lambda problem: told.append(problem.code)  # type: ignore[method-assign]
    card = card_of(window)
    press(card, "Save the reply")
    QTest.keyClicks(card._fields["practise"], "Ask first.")
    QTest.keyClicks(card._fields["next"], "in a week")
    press(card, "Save the reply")
    assert told == ["F31", "F31"] and not window.findChildren(QFileDialog)


@pytest.mark.parametrize(
    ("words", "title", "saving"),
    [
        ("Team page of packs", "Packs of a team", "Save the team page"),
        ("Overview of packs", "Packs", "Save the overview"),
    ],
)
def test_packs_of_several_people_become_a_page(window, qtbot: QtBot, tmp_path: Path, words, title, saving) -> None:
    packs = [write(tmp_path / f"{n}.json", pack(n, f"Name {n}", n)) for n in range(7)]
    told: list[str] = []
    window.tell = told.append
    press(card_of(window), words)
    dialog_of(window, title).filesSelected.emit([str(one) for one in packs])
    dialog_of(window, saving).fileSelected.emit(str(tmp_path / "page.html"))
    qtbot.waitUntil(lambda: told == ["Saved page.html, of 7 files. Open it to read it or print it."], timeout=10_000)
    assert ("From 7 people." if "Team" in words else "7 conversations") in (tmp_path / "page.html").read_text("utf-8")


@pytest.mark.skipif(find_spec("typst") is None, reason="typst does not exist for this computer")
def test_the_page_of_a_team_can_be_a_pdf(window, qtbot: QtBot, tmp_path: Path) -> None:
    packs = [write(tmp_path / f"{n}.json", pack(n, f"Name {n}", n)) for n in range(7)]
    told: list[str] = []
    window.tell = told.append
    press(card_of(window), "Team page of packs")
    dialog_of(window, "Packs of a team").filesSelected.emit([str(one) for one in packs])
    asking = dialog_of(window, "Save the team page")
    assert asking.nameFilters() == ["PDF (*.pdf)", "Web page (*.html)"]
    asking.fileSelected.emit(str(tmp_path / "page.pdf"))
    qtbot.waitUntil(lambda: told == ["Saved page.pdf, of 7 files. Open it to read it or print it."], timeout=10_000)
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")


def test_packs_without_a_name_make_no_team_page(window, qtbot: QtBot, tmp_path: Path) -> None:
    told: list[str] = []
    window.tell_problem = lambda problem: told.append(problem.code)
    nameless = write(tmp_path / "a.json", pack(0, "", 0))
    press(card_of(window), "Team page of packs")
    dialog_of(window, "Packs of a team").filesSelected.emit([str(nameless)])
    dialog_of(window, "Save the team page").fileSelected.emit(str(tmp_path / "page.html"))
    qtbot.waitUntil(lambda: told == ["F33"], timeout=10_000)
    assert not (tmp_path / "page.html").exists()


def test_files_that_are_no_packs_are_told_each_with_its_reason(window, qtbot: QtBot, tmp_path: Path) -> None:
    problems: list[str] = []
    told: list[str] = []
    window.tell_problem = lambda problem: problems.append(f"{problem.code} {problem.message}")
    window.tell = told.append
    (tmp_path / "half.json").write_text('{"format": "hrtrainer-pack-1", "sess')
    (tmp_path / "other.json").write_text('{"name": "something else"}')
    odd = [str(tmp_path / "half.json"), str(tmp_path / "other.json")]
    for words, title, saving in (
        ("Team page of packs", "Packs of a team", "Save the team page"),
        ("Overview of packs", "Packs", "Save the overview"),
    ):
        press(card_of(window), words)
        dialog_of(window, title).filesSelected.emit(odd)
        dialog_of(window, saving).fileSelected.emit(str(tmp_path / "page.html"))
    qtbot.waitUntil(lambda: len(problems) == 2, timeout=10_000)
    assert sorted(one[:3] for one in problems) == ["F33", "F34"] and not (tmp_path / "page.html").exists()
    assert all("'half.json' is no JSON" in one and "'other.json' is not one of ours" in one for one in problems)
    good = write(tmp_path / "good.json", pack(1, "Sorrel", 1))
    window.furnishing.around.supervising._write_page(
        window.furnishing.around.supervising._overview, [good, *map(Path, odd)], tmp_path / "page.html"
    )
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert "of 1 file. Left out: 'half.json'" in told[0] and "'other.json' is not one of ours" in told[0]


def test_a_pack_that_is_dropped_is_told_what_it_is_for(window: TrainerWindow, tmp_path: Path) -> None:
    told: list[str] = []
    window.tell_problem = lambda problem: told.append(problem.code)  # type: ignore[method-assign]
    window.files_dropped.emit([str(write(tmp_path / "pack.json", pack(1, "Sorrel", 1)))])
    assert told == ["F35"] and window.place == "library"
