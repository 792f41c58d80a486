"""hrtrainer new and hrtrainer schema: a first file for an author, and the format for an author's editor."""

import sys
from argparse import Namespace
from pathlib import Path

from hrtrainer.cli.ground import Ground
from hrtrainer.cli.words import SCHEMAS
from hrtrainer.paths import scenario_files
from hrtrainer.problem import Problem
from hrtrainer.scenario.codes import BY_ID
from hrtrainer.scenario.fields import is_name
from hrtrainer.scenario.model import END
from hrtrainer.scenario.schema import as_text

STARTER_ID = "starter-id"
SCHEMA = "scenario-1.json"


def new(ground: Ground, words: Namespace) -> int:
    """Write a starter scenario, and the schema beside it for editors, unless one lies there.

    Raises Problem C17 for a name that cannot be one, C18 when the file is there, F13.
    """
    name = words.id.removesuffix(".yaml")
    if not is_name(name) or name == END:
        raise Problem("C17", f"'{words.id}' cannot be the id of a scenario.", BY_ID["S106"].hint)
    if name in {path.stem for path in scenario_files(ground.paths.scenarios)}:
        raise Problem("C18", f"The id '{name}' is already taken by a scenario of the program.", "Choose another id.")
    folder = words.output or ground.paths.own_scenarios
    path = folder / f"{name}.yaml"
    text = _starter(ground.paths.assets).replace(f"\nid: {STARTER_ID}\n", f"\nid: {name}\n")
    _write(path, text.replace(f"$schema=../schema/{SCHEMA}\n", f"$schema={SCHEMA}\n", 1))
    if not (folder / SCHEMA).exists():
        _write(folder / SCHEMA, as_text(ground.reference))
    print(path)
    print(
        f"Written. Change it in any text editor, then: hrtrainer check '{path}'\n"
        f"The guide: {ground.paths.assets / 'guide' / 'writing.md'}",
        file=sys.stderr,
    )
    return 0


def _starter(assets: Path) -> str:
    try:
        return (assets / "guide" / "starter.yaml").read_text(encoding="utf-8")
    except OSError as error:
        raise Problem("F12", "A part of the program is missing: starter.yaml.", "Install HR Trainer again.") from error


def _write(path: Path, text: str) -> None:
    """A new file; never over one that is there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        if not path.exists():
            raise Problem("F13", f"'{path.parent.name}' is a file, not a folder.", "Choose another folder.") from error
        raise Problem("C18", f"'{path.name}' is already there.", "Choose another id, or another folder.") from error
    except OSError as error:
        raise Problem("F13", f"'{path.name}' cannot be written there.", "Choose another folder with -o.") from error


def print_schema(ground: Ground, words: Namespace) -> int:
    """Print the JSON Schema of a kind of file: of scenarios as they are understood now, of others as it ships."""
    if words.of == SCHEMAS[0]:
        print(as_text(ground.reference), end="")
    else:
        shipped = ground.paths.assets / "schema" / f"{words.of}-1.json"
        print(shipped.read_text(encoding="utf-8"), end="")
    return 0
