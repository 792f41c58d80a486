"""What the changed inputs are made from: every scenario, case and condition that lies here."""

import re
from functools import cache

from tests.stage import ASSETS, ROOT, SCENARIOS

_SMALL = 20_000


@cache
def files() -> tuple[tuple[str, bytes], ...]:
    """The name and the bytes of each file: what ships, what is faulty on purpose, what was written to hurt."""
    tests = ROOT / "tests"
    paths = [*SCENARIOS.glob("*.yaml"), ASSETS / "guide" / "starter.yaml"]
    paths += [*(tests / "diagnostics").glob("*.yaml"), *(tests / "scenario" / "hostile").glob("*.yaml")]
    return tuple((path.name, path.read_bytes()) for path in sorted(paths))


@cache
def large() -> tuple[tuple[str, bytes], ...]:
    """The conversations among them that are long enough to go wrong as a whole."""
    return tuple(one for one in files() if len(one[1]) > _SMALL)


@cache
def sound_conditions() -> tuple[str, ...]:
    """Those of what ships."""
    shipped = "".join(path.read_text(encoding="utf-8") for path in SCENARIOS.glob("*.yaml"))
    return tuple(sorted(set(re.findall(r"when: ([^\n#{}\"]+)", shipped))))


@cache
def conditions() -> tuple[str, ...]:
    """Every condition of the files, and those that were written to hurt."""
    found = {text for _, data in files() for text in re.findall(r"when: ([^\n#{}]+)", data.decode("utf-8", "replace"))}
    hostile = (ROOT / "tests" / "scenario" / "conditions-hostile.txt").read_text(encoding="utf-8")
    return tuple(sorted(found | {*hostile.splitlines()}))
