"""hrtrainer graph: the map of a conversation as a file."""

import sys
from argparse import Namespace

from hrtrainer.cli.ground import Ground
from hrtrainer.cli.listing import find
from hrtrainer.history.atomic import atomic_write
from hrtrainer.maps.dot import dot
from hrtrainer.maps.rooms import building
from hrtrainer.maps.sheet import sheet
from hrtrainer.maps.svg import svg
from hrtrainer.problem import Problem

_DRAWINGS = {
    ".svg": lambda of: svg(sheet(of)),
    ".dot": dot,
    ".gv": dot,
}


def draw(ground: Ground, words: Namespace) -> int:
    """Draw the map. Raises Problem C12 or P07 when there is no such scenario, C15 when the file is there, C29, E01."""
    path = words.output
    drawing = _DRAWINGS.get(path.suffix.lower())
    if drawing is None:
        raise Problem("C29", f"'{path.name}' does not say what to draw.", "End its name in .svg or .dot.")
    if path.exists() and not words.force:
        raise Problem("C15", f"'{path.name}' is already there.", "Choose another name, or add --force.")
    scenario = find(ground, words.scenario).scenario
    assert scenario is not None
    text = drawing(building(scenario))
    atomic_write(path, text.encode("utf-8"))
    print(f"Saved {path.name}.", file=sys.stderr)
    return 0
