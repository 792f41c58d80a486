"""Every screen as a picture, for eyes: python -m tests.shots DIR [NAME ...]

Light and dark at 1440x900, light at 1024x700, and at 200 % text in 1280x800. Nothing is compared.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from hrtrainer.group.action import Action
from hrtrainer.group.stage import Stage
from hrtrainer.pages.room_setup import Draft
from hrtrainer.paths import Paths, paths
from hrtrainer.qt.app import TrainerWindow, application_for, make_window
from hrtrainer.qt.room import making
from hrtrainer.qt.screens.conversation import ConversationScreen
from hrtrainer.qt.screens.entrance import EntranceScreen
from hrtrainer.qt.screens.growth import GrowthScreen
from hrtrainer.qt.screens.pack import PackScreen
from hrtrainer.qt.screens.people import PeopleScreen
from hrtrainer.qt.window import Place
from hrtrainer.session.event import DEBRIEF_ONLY
from hrtrainer.sitting import Wishes, sit_down
from tests.qt.leads import TwoScreens, lead_to, press

SIZES = {
    "light": ("light", 100, 1440, 900),
    "dark": ("dark", 100, 1440, 900),
    "small": ("light", 100, 1024, 700),
    "large": ("light", 200, 1280, 800),
}
PATHS = {"in-a-rush": 7, "eleven-weeks": 3, "not-looking-to-quit": 5}


def _settle() -> None:
    for _ in range(8):
        QApplication.processEvents()


def _library(window: TrainerWindow) -> None:
    window.go("library")


def _broken(window: TrainerWindow) -> None:
    own = window.places.own_scenarios
    own.mkdir(parents=True, exist_ok=True)
    text = (window.places.scenarios / "in-a-rush.yaml").read_text(encoding="utf-8")
    (own / "half-done.yaml").write_text(
        text.replace("to: danger", "to: dagner", 2).replace("minutes: ", "minuets: "), encoding="utf-8"
    )
    _library(window)
    shutil.rmtree(own)


def _brief(window: TrainerWindow) -> None:
    window.furnishing.briefing.open_scenario("in-a-rush")


def _sit(window: TrainerWindow, answers: int, scenario: str = "in-a-rush", tempo: str = "coached") -> None:
    reading = next(one for one in [window.stock.find(scenario)] if one is not None)
    wishes = Wishes("nhrc", "canada-bc", tempo, "Tansy", PATHS[scenario])
    window.furnishing.desk.sitting = sit_down(window.history, reading, window.stock.reference, wishes)
    for at in range(answers):
        state = window.furnishing.desk.sitting.session.state
        if state.ending is not None:
            break
        window.furnishing.desk.sitting.choose(state.choices[(at * 2 + 1) % len(state.choices)].id, unsure=at == 2)


def _conversation(window: TrainerWindow) -> None:
    _sit(window, 2)
    window.go("conversation")


def _own_words(window: TrainerWindow) -> None:
    _conversation(window)
    screen = window.screen_of("conversation")
    assert isinstance(screen, ConversationScreen)
    screen.ask_own()


def _feedback(window: TrainerWindow) -> None:
    _sit(window, 3)
    window.go("feedback")


def _feedback_many(window: TrainerWindow) -> None:
    _sit(window, 5, "not-looking-to-quit")
    window.go("feedback")


def _ended(window: TrainerWindow) -> None:
    _sit(window, 99, tempo=DEBRIEF_ONLY)
    window.go("conversation")


def _stepped_out(window: TrainerWindow) -> None:
    _sit(window, 2)
    window.go("stepped-out")


def _debrief(step: int, scenario: str = "in-a-rush") -> Callable[[TrainerWindow], None]:
    def show(window: TrainerWindow) -> None:
        _sit(window, 3, scenario)
        sitting = window.furnishing.desk.sitting
        assert sitting is not None
        sitting.rewind()
        while sitting.session.state.ending is None:
            choices = sitting.session.state.choices
            sitting.choose(choices[sitting.session.length % len(choices)].id)
        window.furnishing.practice.show_debrief(step)

    return show


def _go(place: str) -> Callable[[TrainerWindow], None]:
    def show(window: TrainerWindow) -> None:
        window.go(place)

    return show


def _play_months(window: TrainerWindow) -> None:
    """Seven conversations over half a year, some with a guess; played once."""
    history, stock = window.history, window.stock
    if len(history.sessions()) >= 7:
        return
    start = 1_779_000_000_000
    for at, name in enumerate([*PATHS, *PATHS, "in-a-rush"]):
        begun = start + at * 27 * 86_400_000
        clock = iter(range(begun, begun + 10_000_000, 40_000))
        wishes = Wishes("nhrc", "canada-bc", "coached", "Tansy", PATHS[name])
        reading = next(one for one in [stock.find(name)] if one is not None)
        sitting = sit_down(history, reading, stock.reference, wishes, lambda clock=clock: next(clock))
        while sitting.session.state.ending is None:
            choices = sitting.session.state.choices
            sitting.choose(choices[(sitting.session.length * 3 + at) % len(choices)].id, unsure=at % 3 == 1)
        if at % 2:
            principles = stock.reference.yardstick.sets["nhrc"].principles[:3]
            marks = tuple((one.id, word) for one, word in zip(principles, ("supports", "both", "strains"), strict=True))
            sitting.guess(marks, sitting.session.state.ending.title, "very")
        sitting.reflect("take-along", "Ask before telling, and let one silence run.")


def _growth(window: TrainerWindow) -> None:
    _play_months(window)
    window.go("growth")


def _found(window: TrainerWindow) -> None:
    _growth(window)
    screen = window.screen_of("growth")
    assert isinstance(screen, GrowthScreen)
    screen.sought.emit("one silence")


def _library_next(window: TrainerWindow) -> None:
    _play_months(window)
    for row in window.history.unfinished():
        window.history.drop(row.key)
    window.shelf.suggest_by(window.furnishing.suggesting.next)
    window.go("library")


def _moment(window: TrainerWindow) -> None:
    _play_months(window)
    window.furnishing.practice.look_back(window.history.sessions()[0].key, 3)


def _people(window: TrainerWindow) -> None:
    window.go("people")


def _people_locked(window: TrainerWindow) -> None:
    window.go("people")
    screen = window.screen_of("people")
    assert isinstance(screen, PeopleScreen)
    screen.show_people([("Tansy", True, True), ("Sorrel", False, False)], True)
    screen.show_code("7Q4K-0M2X-9ZD1-HV6T-3RWB-8NCE-5JGP-2SAY")


def _entrance(page: int) -> Callable[[TrainerWindow], None]:
    def show(window: TrainerWindow) -> None:
        window.add_place("entrance", Place(EntranceScreen, lambda: None, rail=False))
        window.go("entrance")
        screen = window.screen_of("entrance")
        assert isinstance(screen, EntranceScreen)
        screen.show_people([("Tansy", True), ("Sorrel", False), ("Nettle", False)])
        if page == 1:
            screen.ask("Tansy", True)
            screen.tell("That is not the passphrase. Try again as often as you like; nothing locks you out.")
        if page == 2:
            screen._show_lost()

    return show


def _pack(window: TrainerWindow) -> None:
    _debrief(4)(window)
    sitting = window.furnishing.desk.sitting
    assert sitting is not None
    sitting.reflect("talk-about", "How to say the overdose part without it turning into a speech.")
    sitting.reflect("take-along", "I heard “since spring” and got scared. Later Rosa said I talk faster then.")
    window.furnishing.packing.open_with(sitting, "pdf")
    screen = window.screen_of("pack")
    assert isinstance(screen, PackScreen)
    screen.preview.show_as("pages")
    screen = window.screen_of("pack")
    assert isinstance(screen, PackScreen)
    said = [one.block.id for one in screen.preview.sheet.rows if one.block.id.endswith(".said")]
    if not any(one.was for one in screen.preview.sheet.rows):
        screen.preview.struck.emit(said[1])
    _until_shown(window, screen)


def _until_shown(window: TrainerWindow, screen: PackScreen) -> None:
    """Wait until what is shown is what would be saved now."""
    pages = screen.preview.pages
    while pages.proof is None or pages.proof.wanted != window.furnishing.packing.wanted():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _pack_struck(window: TrainerWindow) -> None:
    _pack(window)
    screen = window.screen_of("pack")
    assert isinstance(screen, PackScreen)
    screen.preview.pages.turn(1)
    page = screen.preview.pages.page
    page.setFocus()
    page.go_to(next(one.id for one in page.spots if page._lines[one.id].struck))


def _pack_list(window: TrainerWindow) -> None:
    _pack(window)
    screen = window.screen_of("pack")
    assert isinstance(screen, PackScreen)
    screen.preview.show_as("list")
    _settle()
    screen.preview.sheet.go_to(next(one.block.id for one in screen.preview.sheet.rows if one.was))


def _pack_text(form: str) -> Callable[[TrainerWindow], None]:
    """The pack in a format whose file can be read as it is."""

    def show(window: TrainerWindow) -> None:
        _pack(window)
        screen = window.screen_of("pack")
        assert isinstance(screen, PackScreen)
        screen.preview.show_as("pages")
        screen.saving.format_picked.emit(form)
        _until_shown(window, screen)

    return show


def _shared(window: TrainerWindow) -> None:
    _pack(window)
    window.furnishing.packing.log.add("pdf", "Tansy In a rush.pdf", window.furnishing.packing._note())
    window.go("shared")


def _setup(window: TrainerWindow) -> None:
    window.furnishing.leading.rise()
    window.furnishing.leading.setting_up.open("in-a-rush")


def _presenter(stage: Stage) -> Callable[[TrainerWindow], None]:
    """A room of 22 that was led to a stage by the keys of a clicker, with votes that split."""

    def show(window: TrainerWindow) -> None:
        leading = window.furnishing.leading
        leading.rise()
        leading.setting_up.draft = Draft(22)
        leading.setting_up.open("in-a-rush")
        leading.setting_up.opened.emit()
        lead_to(leading, stage)
        _settle()

    return show


def _one_screen(window: TrainerWindow) -> None:
    _presenter(Stage.VOTE_1)(window)
    wall = window.furnishing.leading._wall
    wall.pull()
    _settle()
    wall.plugged = True


def _keys_and_map(window: TrainerWindow) -> None:
    _presenter(Stage.DISCUSS)(window)
    for action in (Action.PAUSE, Action.MAP, Action.KEYS):
        press(window.furnishing.leading, action)


def _map(window: TrainerWindow) -> None:
    _presenter(Stage.COMPARE)(window)
    press(window.furnishing.leading, Action.MAP)


SCREENS: dict[str, Callable[[TrainerWindow], None]] = {
    "01-library": _library,
    "01b-library-broken": _broken,
    "02-brief": _brief,
    "03-conversation": _conversation,
    "03x-own-words": _own_words,
    "03y-ended": _ended,
    "04-feedback": _feedback,
    "04b-feedback-many": _feedback_many,
    "06a-debrief-guess": _debrief(1),
    "06b-debrief-left": _debrief(2),
    "06c-debrief-principles": _debrief(3),
    "06d-debrief-reflect": _debrief(4),
    "01c-library-next": _library_next,
    "08-growth": _growth,
    "08w-found": _found,
    "08x-moment": _moment,
    "12-pack": _pack,
    "12b-pack-struck": _pack_struck,
    "12c-pack-list": _pack_list,
    "12d-pack-text": _pack_text("md"),
    "12e-pack-statements": _pack_text("xapi"),
    "12e-shared": _shared,
    "17-stepped-out": _stepped_out,
    "16a-entrance": _entrance(0),
    "16b-entrance-locked": _entrance(1),
    "16c-entrance-lost": _entrance(2),
    "18b-people": _people,
    "18c-people-locked": _people_locked,
    "09-setup": _setup,
    **{f"10-{at:02}-{stage}": _presenter(stage) for at, stage in enumerate(Stage)},
    "10x-one-screen": _one_screen,
    "10y-keys-and-map": _keys_and_map,
    "10z-map": _map,
    "18d-room-keys": _go("room-keys"),
    "18-settings": _go("settings"),
    "19-help": _go("help"),
    "20-about": _go("about"),
}


def render(folder: Path, names: list[str]) -> None:
    """Render the screens into a folder; all of them, or those whose names begin with one of `names`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        place: Paths = paths(Path(home))
        application_for(place)
        making.RoomWall = TwoScreens  # type: ignore[misc]
        window = make_window(place)
        window.show()
        for size, (theme, text, width, height) in SIZES.items():
            window.change_settings(window.settings._replace(theme=theme, text_size=text))
            window.resize(width, height)
            _settle()
            for name, show in SCREENS.items():
                if names and not name.startswith(tuple(names)):
                    continue
                show(window)
                _settle()
                window.grab().save(str(folder / f"{name}-{size}.png"))
                if (window.width(), window.height()) != (width, height):
                    print(f"{name}-{size}: the window grew to {window.width()}x{window.height()}")
                    window.resize(width, height)
        window.close()


if __name__ == "__main__":
    render(Path(sys.argv[1]), sys.argv[2:])
