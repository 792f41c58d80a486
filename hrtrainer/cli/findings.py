"""Findings in the forms that other programs read: JSON, GitHub's annotations, SARIF 2.1.0."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from hrtrainer import __version__
from hrtrainer.scenario.codes import CATALOGUE
from hrtrainer.scenario.diagnostic import Diagnostic, Severity, shown

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}


def as_json(found: Sequence[Diagnostic]) -> str:
    """One object a finding."""
    return json.dumps([_plain(diagnostic) for diagnostic in found], indent=2)


def _plain(diagnostic: Diagnostic) -> dict[str, object]:
    line, column = diagnostic.spot
    return {
        "file": diagnostic.file,
        "line": line,
        "column": column,
        "severity": str(diagnostic.code.severity),
        "code": diagnostic.code.id,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }


def as_github(found: Sequence[Diagnostic]) -> str:
    """One workflow command a finding, which GitHub shows beside the line."""
    return "\n".join(_annotation(diagnostic) for diagnostic in found)


def _annotation(diagnostic: Diagnostic) -> str:
    line, column = diagnostic.spot
    path = Path(diagnostic.file).as_posix()
    where = f"file={_value(shown(path, len(path)))},line={line},col={column}"
    level = _GITHUB[diagnostic.code.severity]
    return f"::{level} {where},title={diagnostic.code.id}::{_escaped(_sentence(diagnostic))}"


def _sentence(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.message}\nHint: {diagnostic.hint}" if diagnostic.hint else diagnostic.message


def _escaped(text: str) -> str:
    """GitHub's own way of writing what would end a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(found: Sequence[Diagnostic]) -> str:
    """A SARIF 2.1.0 log with one run; columns count characters."""
    used = {diagnostic.code.id for diagnostic in found}
    rules = [code for code in CATALOGUE if code.id in used]
    driver = {
        "name": "hrtrainer",
        "version": __version__,
        "rules": [
            {
                "id": code.id,
                "shortDescription": {"text": re.sub(r"\{\w+\}", "…", code.template)},
                "help": {"text": f"hrtrainer explain {code.id}"},
                "defaultConfiguration": {"level": _SARIF[code.severity]},
            }
            for code in rules
        ],
    }
    at = {code.id: number for number, code in enumerate(rules)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, at[diagnostic.code.id]) for diagnostic in found],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2)


def _result(diagnostic: Diagnostic, rule: int) -> dict[str, object]:
    line, column = diagnostic.spot
    place = {
        "artifactLocation": {"uri": _uri(diagnostic.file)},
        "region": {"startLine": line, "startColumn": column},
    }
    return {
        "ruleId": diagnostic.code.id,
        "ruleIndex": rule,
        "level": _SARIF[diagnostic.code.severity],
        "message": {"text": _sentence(diagnostic)},
        "locations": [{"physicalLocation": place}],
    }


def _uri(file: str) -> str:
    """A file as a URI: relative where the path is, so that it fits the folder the check ran in."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="surrogateescape")
