"""How long the window answers nothing: the longest stretch of work in one piece after each wish, in milliseconds.

Each wish is told once the window has warmed up, as somebody would come to it, several times; a row gives the median of
the longest stretches, the longest of all, and how long it took until the picture stood. The mark: 100 ms.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from hrtrainer.paths import paths
from hrtrainer.qt.app import TrainerWindow, application_for, make_window
from hrtrainer.qt.warming import rooms
from tests.bench.row import Row

MARK = 100.0
ROUNDS = 5
PLACES = ("settings", "help", "about", "library")


def _opened(home: Path) -> TrainerWindow:
    """The window as it stands some seconds after its start."""
    places = paths(home)
    application_for(places)
    window = make_window(places)
    window.resize(1440, 900)
    window.show()
    _settle()
    for deed in rooms():
        deed()
    window.shelf.settle()
    window.furnish()
    _settle()
    return window


def _settle() -> list[float]:
    """Let the window do what there is to do; the stretches of it."""
    return [_stretch(QApplication.processEvents) for _ in range(6)]


def _stretch(deed: Callable[[], object]) -> float:
    begun = perf_counter()
    deed()
    return (perf_counter() - begun) * 1000


def _timed(deed: Callable[[], object]) -> tuple[float, float]:
    """The longest stretch, and all of them."""
    stretches = [_stretch(deed), *_settle()]
    return max(stretches), sum(stretches)


def _practice(window: TrainerWindow, found: dict[str, list[tuple[float, float]]]) -> None:
    """A conversation from the brief to the last step of the debrief, by its first answers."""
    desk = window.furnishing.desk

    def note(name: str, deed: Callable[[], object]) -> None:
        found.setdefault(name, []).append(_timed(deed))

    note("open the brief", lambda: window.furnishing.briefing.open_scenario("in-a-rush"))
    screen: object = window.screen_of("brief")
    note("begin", lambda: screen.begun.emit("nhrc", "canada-bc", "coached"))  # type: ignore[attr-defined]
    talk: object = window.screen_of("conversation")
    while desk.session is not None and desk.session.state.ending is None:
        choice = desk.session.state.choices[0].id
        note("answer, and see the notes", lambda choice=choice: talk.chosen.emit(choice, False))  # type: ignore[misc,attr-defined]
        note("go on", lambda: window.go("conversation"))
    for step in (1, 2, 3, 4):
        note(f"debrief, step {step}", lambda step=step: window.furnishing.practice.show_debrief(step))  # type: ignore[misc]


def _looks(window: TrainerWindow, found: dict[str, list[tuple[float, float]]]) -> None:
    """Another text size and another theme, in the library, in a conversation and in a debrief."""
    for place in ("library", "conversation", "debrief"):
        window.go(place)
        _settle()
        for name, change in (
            (f"text size, {place}", {"text_size": 125}),
            (f"text size, {place}", {"text_size": 100}),
            (f"theme, {place}", {"theme": "dark"}),
            (f"theme, {place}", {"theme": "light"}),
        ):
            settings = window.settings._replace(**change)
            found.setdefault(name, []).append(_timed(lambda settings=settings: window.change_settings(settings)))  # type: ignore[misc]


def measure() -> list[Row]:
    """A row for each deed."""
    found: dict[str, list[tuple[float, float]]] = {}
    with tempfile.TemporaryDirectory() as home:
        window = _opened(Path(home))
        for _ in range(ROUNDS):
            for place in PLACES:
                found.setdefault(f"go to {place}", []).append(_timed(lambda place=place: window.go(place)))  # type: ignore[misc]
            _practice(window, found)
            _looks(window, found)
        window.close()
        _settle()
    return [_row(name, times) for name, times in found.items()]


def _row(name: str, times: list[tuple[float, float]]) -> Row:
    longest = max(stretch for stretch, _ in times)
    usual, whole = median(stretch for stretch, _ in times), median(both for _, both in times)
    beside = f"longest {longest:.0f} ms, done in {whole:.0f} ms"
    return Row(f"in one piece: {name}", f"{usual:.0f} ms", beside, None, f"<= {MARK:.0f} ms", longest <= MARK)


def main() -> int:
    """Print the figures."""
    for row in measure():
        print(row)
    return 0


if __name__ == "__main__":
    sys.exit(main())
