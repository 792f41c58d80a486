"""What 100,000 sessions of 20 events cost: room on the disk, the list of the last 50, the growth page, the start.

`python -m tests.bench.bench_years [SESSIONS]`. The room is beside the same data as rows of JSON; the list and the start
are beside a history of a hundredth and an empty one, in turns; what the growth page asks the store for has 250 ms.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from hrtrainer.history.spans import Span, months_in, scenarios_played, sessions_in, texts_played
from hrtrainer.history.store import History
from hrtrainer.pages.growth import growth_page
from hrtrainer.pasts import Pasts
from hrtrainer.paths import paths
from hrtrainer.scenario.library import read_file
from hrtrainer.shipped import read_reference
from hrtrainer.sitting import Wishes, sit_down
from tests.bench.bench_start import OURS, start
from tests.bench.row import Row
from tests.bench.years import FIRST, fill, fill_json
from tests.stage import ASSETS, SCENARIOS, SHIPPED, TODAY

SESSIONS, ROUNDS, STARTS = 100_000, 9, 9
MARK_ROOM, MARK_LIST_MS, MARK_GROWTH_MS, MARK_START = 0.5, 5.0, 250.0, 1.1


def _ms(deed: Callable[[], object]) -> float:
    begun = perf_counter()
    deed()
    return (perf_counter() - begun) * 1000


def _growth(history: History) -> Callable[[], object]:
    """All that the growth page asks for, of all time and of the last year, without what is read of single sessions."""

    def ask() -> None:
        for span in (Span(), Span(FIRST + 4 * 31_000_000_000)):
            sessions_in(history, span, 25)
            months_in(history, span)
        texts_played(history)
        history.played()

    return ask


def play_some(path: Path, sessions: int) -> None:
    """Play conversations to an ending on top of what is there, the newest of all, by answers drawn from a seed."""
    reference, chance = read_reference(ASSETS), Random(1)
    readings = [read_file(SCENARIOS / f"{name}.yaml", reference.known) for name in SHIPPED]
    with closing(History(path)) as history:
        for number in range(sessions):
            clock = count(1_900_000_000_000 + number * 1_000_000, 9_000).__next__
            wishes = Wishes("nhrc", "canada-bc", seed=number + 1)
            sitting = sit_down(history, readings[number % len(readings)], reference, wishes, clock)
            while sitting.session.state.ending is None:
                sitting.choose(chance.choice(sitting.session.state.choices).id)


def growth_of(path: Path) -> float:
    """The growth page from the file to the value that is drawn, as when it is first opened."""
    reference = read_reference(ASSETS)
    lens = reference.yardstick.sets["nhrc"]

    def ask() -> None:
        with closing(History(path)) as history:
            scenarios_played(history)
            rows = sessions_in(history, Span(), 25)
            pasts = Pasts(history, reference).of(rows[:24][::-1], lens.id)
            months = [(one.month, one.ended, one.open) for one in months_in(history, Span())]
            assert len(growth_page(pasts, months, [], lens, reference, TODAY).columns) == 24

    return _ms(ask)


def _room(folder: Path, sessions: int) -> Row:
    """Of a tenth: the ratio is the same, and JSON is slow."""
    ours, theirs = folder / "ours.sqlite", folder / "json.sqlite"
    fill(ours, sessions // 10)
    fill_json(theirs, sessions // 10)
    sizes = [file.stat().st_size / (sessions // 10) for file in (ours, theirs)]
    ratio = sizes[0] / sizes[1]
    beside = f"rows of JSON {sizes[1]:.0f} B"
    return Row("room of one session", f"{sizes[0]:.0f} B", beside, ratio, f"<= {MARK_ROOM}", ratio <= MARK_ROOM)


def _questions(large: Path, small: Path) -> list[Row]:
    with closing(History(large)) as many, closing(History(small)) as few:
        pairs = [(_ms(lambda: many.sessions(limit=50)), _ms(lambda: few.sessions(limit=50))) for _ in range(ROUNDS)]
        ours, theirs = (median(column) for column in zip(*pairs, strict=True))
        growth = median(_ms(_growth(many)) for _ in range(ROUNDS))
    play_some(large, 24)
    whole = median(growth_of(large) for _ in range(ROUNDS))
    return [
        Row(
            "the last 50 of them", f"{ours:.2f} ms", f"of a hundredth {theirs:.2f} ms", ours / theirs,
            f"<= {MARK_LIST_MS:.0f} ms", ours <= MARK_LIST_MS,
        ),
        Row(
            "what the growth page asks", f"{growth:.0f} ms", "", None, f"<= {MARK_GROWTH_MS:.0f} ms",
            growth <= MARK_GROWTH_MS,
        ),
        Row(
            "the growth page, first opened", f"{whole:.0f} ms", "24 conversations looked back on", None,
            f"<= {MARK_GROWTH_MS:.0f} ms", whole <= MARK_GROWTH_MS,
        ),
    ]  # fmt: skip


def _starts(large: Path, empty: Path) -> list[Row]:
    """The first paint after a goodbye, and after a window that was killed while the history was open."""
    rows, display = [], {"QT_QPA_PLATFORM": "offscreen"}
    for home in (large, empty):
        start(OURS, str(home), display)
        start(OURS, str(home), display)  # the catalogue is made, the disk warm
    for what, killed in (("after a goodbye", False), ("after a kill", True)):
        pairs = []
        for _ in range(STARTS):
            for home in (large, empty):
                if killed:
                    os.utime(paths(home).history)  # so that the catalogue knows it for another
            pairs.append((start(OURS, str(large), display)["start"], start(OURS, str(empty), display)["start"]))
        ratio = median(ours / theirs for ours, theirs in pairs)
        ours, theirs = (median(column) * 1000 for column in zip(*pairs, strict=True))
        beside = f"empty history {theirs:.0f} ms"
        rows.append(
            Row(f"first paint {what}", f"{ours:.0f} ms", beside, ratio, f"<= {MARK_START}", ratio <= MARK_START)
        )
    return rows


def measure(sessions: int = SESSIONS) -> list[Row]:
    """The figures."""
    with tempfile.TemporaryDirectory() as folder:
        large, small, empty = (Path(folder) / name for name in ("large", "small", "empty"))
        fill(paths(large).history, sessions)
        fill(paths(small).history, max(50, sessions // 100))
        History(paths(empty).history).close()
        rows = [_room(Path(folder), sessions), *_questions(paths(large).history, paths(small).history)]
        return [*rows, *_starts(large, empty)]


def main() -> int:
    """Print the figures."""
    for row in measure(int(sys.argv[1]) if sys.argv[1:] else SESSIONS):
        print(row, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
