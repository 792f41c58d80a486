"""Reading what ships with the program: principles, moves, sources, regions, and the names of the pictures."""

from pathlib import Path

from hrtrainer.principles.read import read_yardstick
from hrtrainer.problem import Problem
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.lookup import Reference, WordFile, read_moves, read_region, read_sources

DEFAULT_LENS = "nhrc"
DEFAULT_REGION = "canada-bc"


def read_reference(assets: Path) -> Reference:
    """The reference data in a folder of assets. Raises Problem F10-F12."""
    principles_text = _text(assets / "principles.json")
    yardstick = read_yardstick(principles_text)
    moves = read_moves(_text(assets / "moves.yaml"), "moves.yaml")
    sources = read_sources(_text(assets / "sources.yaml"), "sources.yaml")
    files = sorted((assets / "regions").glob("*.yaml"))
    found = [read_region(_text(path), path.name) for path in files]
    known = Known(
        behaviours=frozenset(yardstick.behaviours),
        principles=frozenset(p.id for one in yardstick.sets.values() for p in one.principles),
        strategies=frozenset(yardstick.strategies),
        moves=frozenset(moves),
        sources=frozenset(sources),
        facts=frozenset(key for region in found for key in region.facts),
        pictures=frozenset(path.stem for path in (assets / "pictures").glob("*.svg")),
    )
    words = WordFile("language.json", _text(assets / "language.json"))
    return Reference(
        yardstick, principles_text, moves, sources, {region.id: region for region in found}, known, (words,)
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Problem("F12", f"A part of the program is missing: {path.name}.", "Install HR Trainer again.") from error
