"""What an editor with the YAML extension says: nothing of what opens, something of what has the wrong shape."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrtrainer.cli.main import run
from hrtrainer.cli.words import parse
from tests.author.server import Server
from tests.author.test_schema import BEYOND, CLEAN, SHAPES
from tests.stage import ASSETS, ROOT, SCENARIOS

PROGRAM = os.environ.get("YAML_LANGUAGE_SERVER") or shutil.which("yaml-language-server")
pytestmark = pytest.mark.skipif(
    PROGRAM is None or shutil.which("node") is None,
    reason="yaml-language-server (from npm) is neither on the PATH nor named by YAML_LANGUAGE_SERVER",
)
SELF_NAMED = [*sorted(SCENARIOS.glob("*.yaml")), ASSETS / "guide" / "starter.yaml"]
"""Files whose first line names the schema."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real server. It knows the schema of what lies in a folder called `cases` from its settings."""
    assert PROGRAM is not None
    schema = (ASSETS / "schema" / "scenario-1.json").as_uri()
    running = Server([PROGRAM, "--stdio"], tmp_path_factory.mktemp("editor"), {schema: ["cases/*.yaml"]})
    yield running
    running.close()


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def slipped(text: str) -> str:
    return text.replace("\nlevel: ", "\nlevle: ", 1)


def test_what_names_the_schema_itself_fits_it_and_a_slip_in_it_is_told(server: Server) -> None:
    told = server.faults({path: read(path) for path in SELF_NAMED})
    assert told == {path: [] for path in SELF_NAMED}
    slips = {
        path.with_name(f"slip-{path.name}"): read(path).replace("\nlevel: ", "\nlevle: ", 1) for path in SELF_NAMED
    }
    for path, said in server.faults(slips).items():
        assert any("levle" in one for one in said), f"{path.name}: {said}"


def test_a_case_that_opens_fits_and_a_fault_of_shape_does_not(server: Server) -> None:
    here = ROOT / "cases"
    clean = {here / path.name: read(path) for path in CLEAN if path not in SELF_NAMED}
    assert server.faults(clean) == {path: [] for path in clean}
    faulty = {here / path.name: read(path) for path in SHAPES if path.stem not in BEYOND}
    unseen = [path.name for path, said in server.faults(faulty).items() if not said]
    assert not unseen


def test_what_new_writes_is_known_to_an_editor_at_once(server: Server, tmp_path: Path) -> None:
    assert run(parse(["--home", str(tmp_path / "home"), "new", "my-visit", "-o", str(tmp_path / "own")])) == 0
    path = tmp_path / "own" / "my-visit.yaml"
    slip = path.with_name("slip.yaml")
    told = server.faults({path: read(path), slip: slipped(read(path))})
    assert told[path] == [] and any("levle" in one for one in told[slip])
