"""The map of a conversation: all of it is on the sheet, no room lies over another, and it can be drawn anywhere."""

import shutil
import subprocess
from collections.abc import Mapping
from itertools import combinations, pairwise
from pathlib import Path
from random import Random
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrtrainer.cli.main import run
from hrtrainer.cli.words import parse
from hrtrainer.maps.dot import dot
from hrtrainer.maps.faces import WIDTH
from hrtrainer.maps.layers import columns
from hrtrainer.maps.letters import lines, width
from hrtrainer.maps.rooms import BEGINS, NO_WAY_HERE, TURNING_POINT, building
from hrtrainer.maps.sheet import Sheet, sheet, spread
from hrtrainer.maps.svg import svg
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.model import Scenario
from hrtrainer.scenario.reader import Reading
from tests.stage import BASE, SHIPPED, opened

SVG = "{http://www.w3.org/2000/svg}"
NASTY = "<b>&amp;]]> \"quoted\" \\N 'so' {x} שלום 🚲 e\u0301"


def drawn(scenario: Scenario) -> Sheet:
    return sheet(building(scenario))


def texts(drawing: str) -> str:
    """Everything that is written in a drawing, as a reader sees it."""
    return " ".join("".join(one.itertext()) for one in ElementTree.fromstring(drawing.encode()).iter(f"{SVG}text"))


def lies_apart(made: Sheet) -> None:
    """No room lies over another, and everything is on the sheet."""
    boxes = [(one.at, (one.at[0] + WIDTH, one.at[1] + one.face.height)) for one in made.standing]
    for (left, top), (right, bottom) in boxes:
        assert 0 <= left < right <= made.width and 60 <= top < bottom <= made.height
    for (a, b), (c, d) in combinations(boxes, 2):
        assert b[0] <= c[0] or d[0] <= a[0] or b[1] <= c[1] or d[1] <= a[1]
    for line in made.lines:
        assert all(0 <= x <= made.width and 0 <= y <= made.height for x, y in line.points)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_conversation_is_on_its_map_whole(name: str, scenarios: Mapping[str, Reading]) -> None:
    scenario = scenarios[name].scenario
    assert scenario is not None
    made = drawn(scenario)
    lies_apart(made)
    written = texts(svg(made))
    for scene in scenario.scenes.values():
        assert scene.id in written
        for choice in scene.choices:
            assert all(word in written for word in (choice.short or choice.say).split())
    for ending in scenario.endings:
        assert ending.id in written and all(word in written for word in ending.title.split())
    assert written.count(TURNING_POINT) == sum(scene.key for scene in scenario.scenes.values())
    assert written.count(BEGINS) == 1 and NO_WAY_HERE not in written


def test_conditions_stand_at_their_doors(known: Known) -> None:
    of = building(opened(BASE, known))
    doors = [(door.when, door.to) for room in of.rooms.values() for door in room.doors]
    assert ("if trust >= 2", "end") in doors and ("else", "gone") in doors
    written = texts(svg(sheet(of)))
    assert "if trust >= 2" in written and "else" in written


def test_ways_that_go_back_are_set_apart() -> None:
    placed = columns({"a": ["b"], "b": ["a", "c"], "c": []}, "a", ["c"])
    assert placed.back == {("b", "a")}
    assert placed.rows == [["a"], ["b"], ["c"]]


def test_a_way_back_runs_below_every_room(known: Known) -> None:
    round_about = BASE.replace("        to: end\n", "        to: door\n", 1)
    made = drawn(opened(round_about, known))
    lies_apart(made)
    back = [line for line in made.lines if line.back]
    lowest = max(one.at[1] + one.face.height for one in made.standing)
    assert len(back) == 1 and max(y for _, y in back[0].points) > lowest
    assert "back to door" in texts(svg(made))


def test_a_way_over_several_columns_rests_in_each() -> None:
    placed = columns({"a": ["b", "d"], "b": ["c"], "c": ["d"], "d": []}, "a", ["d"])
    assert placed.rows[1] in (["b", ("d", 1)], [("d", 1), "b"])
    assert placed.ahead["a"] == ["b", ("d", 1)] and placed.ahead["d", 2] == ["d"]


def test_a_room_that_nothing_leads_to_says_so(known: Known) -> None:
    of = building(opened(BASE.replace("scenes:\n", "scenes:\n  attic: {to: end}\n", 1), known))
    assert NO_WAY_HERE in of.rooms["attic"].signs
    lies_apart(sheet(of))


@given(st.integers(0, 10_000))
def test_every_building_finds_its_columns(seed: int) -> None:
    lots = Random(seed)
    names = [f"s{at}" for at in range(lots.randint(1, 14))]
    ways = {name: lots.choices([*names, "over"], k=lots.randint(0, 4)) for name in names} | {"over": []}
    placed = columns(ways, names[0], ["over"])
    spots = [spot for row in placed.rows for spot in row]
    assert len(spots) == len(set(spots)) and set(ways) <= set(spots)
    at = {spot: column for column, row in enumerate(placed.rows) for spot in row}
    assert all((name, to) in placed.back or at[name] < at[to] for name, tos in ways.items() for to in tos)
    assert all(at[to] == at[spot] + 1 for spot, tos in placed.ahead.items() for to in tos)


@given(st.lists(st.tuples(st.floats(-1e4, 1e4), st.floats(1, 500)), max_size=30))
def test_rooms_of_a_column_keep_their_order_and_their_distance(wishes: list[tuple[float, float]]) -> None:
    tops = spread([want for want, _ in wishes], [size for _, size in wishes])
    for (top, size), (following, _) in pairwise(zip(tops, [size for _, size in wishes], strict=True)):
        assert following >= top + size - 1e-6


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=120))
def test_a_line_is_never_wider_than_it_may_be_and_nothing_is_lost(text: str) -> None:
    rows = lines(text, 13, 200)
    assert all(width(row, 13) <= 200 + 1e-6 for row in rows)
    assert "".join("".join(rows).split()) == "".join(text.split())


def nasty(known: Known) -> Scenario:
    """A conversation whose title is made to break what it is written into."""
    title = next(line for line in BASE.split("\n") if line.startswith("title: "))
    quoted = NASTY.replace("'", "''")
    return opened(BASE.replace(title, f"title: '{quoted}'", 1), known)


def test_texts_are_drawn_as_they_were_written(known: Known) -> None:
    drawing = svg(drawn(nasty(known)))
    assert NASTY in texts(drawing)
    assert all(one.tag.startswith(SVG) for one in ElementTree.fromstring(drawing.encode()).iter())


@pytest.mark.parametrize("name", [*SHIPPED, "nasty"])
def test_graphviz_takes_the_dot_file(name: str, scenarios: Mapping[str, Reading], known: Known) -> None:
    program = shutil.which("dot")
    if program is None:
        pytest.skip("Graphviz is not installed")
    scenario = nasty(known) if name == "nasty" else scenarios[name].scenario
    assert scenario is not None
    done = subprocess.run([program, "-Tsvg"], input=dot(building(scenario)).encode(), capture_output=True, timeout=120)
    assert done.returncode == 0 and b"rror" not in done.stderr
    assert scenario.start in done.stdout.decode()


@pytest.mark.parametrize("name", SHIPPED)
def test_qt_draws_it_in_one_ink(name: str, scenarios: Mapping[str, Reading]) -> None:
    gui = pytest.importorskip("PySide6.QtGui", reason="the window is not installed", exc_type=ImportError)
    renderer_of = pytest.importorskip("PySide6.QtSvg", reason="the window is not installed", exc_type=ImportError)
    widgets = pytest.importorskip("PySide6.QtWidgets", reason="the window is not installed", exc_type=ImportError)
    scenario = scenarios[name].scenario
    assert scenario is not None
    application = widgets.QApplication.instance() or widgets.QApplication([])
    renderer = renderer_of.QSvgRenderer(svg(drawn(scenario)).encode())
    assert renderer.isValid() and application is not None
    picture = gui.QImage(1600, 500, gui.QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFFFF)
    painter = gui.QPainter(picture)
    renderer.render(painter)
    painter.end()
    seen = [gui.QColor(picture.pixel(x, y)) for x in range(0, 1600, 3) for y in range(0, 500, 3)]
    assert len([one for one in seen if one.lightness() < 200]) > 300, "something is drawn"
    assert all(max(one.red(), one.green(), one.blue()) - min(one.red(), one.green(), one.blue()) < 60 for one in seen)


def test_the_command_writes_a_new_file_and_never_over_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def graph(*words: str) -> int:
        return run(parse(["--home", str(tmp_path / "home"), "graph", "in-a-rush", *words]))

    target = tmp_path / "map.svg"
    assert graph("-o", str(target)) == 0
    first = target.read_bytes()
    assert first.startswith(b"<?xml")
    target.write_bytes(b"mine")
    assert graph("-o", str(target)) == 2 and "is already there" in capsys.readouterr().err
    assert target.read_bytes() == b"mine"
    assert graph("-o", str(target), "--force") == 0 and target.read_bytes() == first, "the same map each time"
    assert graph("-o", str(tmp_path / "map.dot")) == 0
    assert graph("-o", str(tmp_path / "map.png")) == 2 and ".svg or .dot" in capsys.readouterr().err
    assert run(parse(["--home", str(tmp_path), "graph", "nobody", "-o", str(tmp_path / "a.svg")])) == 2
