"""hrtrainer explain: what a code means, why it matters, and a slip beside the same lines mended."""

import re
from argparse import Namespace
from pathlib import Path

from hrtrainer.cli.ground import Ground
from hrtrainer.problem import Problem
from hrtrainer.scenario.codes import BY_ID, CATALOGUE
from hrtrainer.scenario.report import did_you_mean


def explain(ground: Ground, words: Namespace) -> int:
    """Print the guide's page of a code; without one, every code in a line. Raises Problem C16 for an unknown code."""
    if words.code is None:
        for code in CATALOGUE:
            print(f"{code.id} {code.severity:10} {_open(code.template)}")
        return 0
    wanted = words.code.strip().upper()
    if wanted not in BY_ID:
        hint = did_you_mean(wanted, BY_ID) or "'hrtrainer explain' lists all codes."
        raise Problem("C16", f"There is no code '{words.code}'.", hint)
    print(terminal(page_of(_guide(ground.paths.assets), wanted)))
    return 0


def _guide(assets: Path) -> str:
    try:
        return (assets / "guide" / "codes.md").read_text(encoding="utf-8")
    except OSError as error:
        raise Problem("F12", "A part of the program is missing: codes.md.", "Install HR Trainer again.") from error


def _open(template: str) -> str:
    """A sentence with … for what is filled in."""
    return re.sub(r"\{\w+\}", "…", template).replace("….", "…")


def page_of(guide: str, code: str) -> str:
    """The part of the guide about one code."""
    found = re.search(rf"^## {code}: .*?(?=^## |\Z)", guide, re.MULTILINE | re.DOTALL)
    return found.group().strip() if found else f"## {code}"


def terminal(page: str) -> str:
    """A page of the guide as plain text: no marks, examples indented."""
    shown, inside = [], False
    for line in page.split("\n"):
        if line.startswith("```"):
            inside = not inside
        elif inside:
            shown.append(f"    {line}")
        else:
            shown.append(re.sub(r"\*\*(.+?)\*\*", r"\1", line.removeprefix("## ")))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(shown))
