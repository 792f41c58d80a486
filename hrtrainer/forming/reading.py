"""From the file of an organisation's form to a Form. assets/guide/forms.md says what may stand in one.

The file is JSON; a logo (PNG) and a Word form lie beside it and are named in it.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hrtrainer import words
from hrtrainer.export.clean import clean
from hrtrainer.export.form import SECTIONS, WORDINGS, Form
from hrtrainer.forming.picture import bare_png
from hrtrainer.problem import Problem
from hrtrainer.session.packing import ORGANISATION_QUESTIONS

FORMAT = "hrtrainer-form-1"
_KEYS = frozenset({"format", "name", "header", "logo", "wording", "sections", "questions", "word"})
_MOST_BYTES = {"form": 100_000, "logo": 500_000, "word": 5_000_000}
_MOST_LETTERS = 300
_HINT = "The guide to forms has an example: assets/guide/forms.md."


def read_form(path: Path) -> Form:
    """The form in a file. Raises Problem E12, which names the file and what is the matter with it."""
    try:
        data = json.loads(_bytes(path, "form").decode("utf-8-sig"))
    except ValueError as error:
        raise _refused(path, f"it is no JSON ({error})") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise _refused(path, f'it does not say "format": "{FORMAT}"')
    if unknown := sorted(set(data) - _KEYS):
        raise _refused(path, f"it has '{unknown[0]}', which is none of {words.listing(sorted(_KEYS))}")
    return Form(
        name=_text(path, data, "name"),
        header=_text(path, data, "header"),
        logo=_logo(path, data),
        wording=_wording(path, data.get("wording", {})),
        sections=_sections(path, data.get("sections", list(SECTIONS))),
        questions=_texts(path, "questions", data.get("questions", list(ORGANISATION_QUESTIONS))),
        word=_beside(path, data, "word"),
    )


def _refused(path: Path, why: str) -> Problem:
    return Problem("E12", f"The form '{path.name}' cannot be used: {clean(why)[:_MOST_LETTERS]}.", _HINT)


def _bytes(path: Path, what: str) -> bytes:
    """What is in a file, if it is one and no larger than it may be."""
    try:
        if not path.is_file():
            raise _refused(path, "there is no such file")
        with open(path, "rb") as file:
            data = file.read(_MOST_BYTES[what] + 1)
    except OSError as error:
        raise _refused(path, f"it cannot be read ({type(error).__name__})") from error
    if len(data) > _MOST_BYTES[what]:
        raise _refused(path, f"it is larger than {_MOST_BYTES[what] // 1000} kB")
    return data


def _text(path: Path, data: Mapping[str, Any], key: str) -> str:
    value = data.get(key, "")
    if not isinstance(value, str) or len(value) > _MOST_LETTERS:
        raise _refused(path, f"'{key}' wants a text of at most {_MOST_LETTERS} letters")
    return clean(value).replace("\n", " ").strip()


def _texts(path: Path, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > 12:
        raise _refused(path, f"'{key}' wants a list of at most 12 texts")
    return tuple(_text(path, {key: one}, key) for one in value)


def _wording(path: Path, value: Any) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        raise _refused(path, "'wording' wants names with their texts")
    if unknown := sorted(set(value) - WORDINGS):
        raise _refused(path, f"'wording' has '{unknown[0]}', which is not worded anywhere")
    return tuple((name, _text(path, value, name)) for name in value)


def _sections(path: Path, value: Any) -> tuple[str, ...]:
    found = _texts(path, "sections", value[:12] if isinstance(value, list) else value)
    found += _texts(path, "sections", value[12:]) if isinstance(value, list) else ()
    if unknown := [name for name in found if name not in SECTIONS]:
        raise _refused(path, f"there is no section '{unknown[0]}'; sections are {words.listing(SECTIONS)}")
    if len(set(found)) != len(found) or not found:
        raise _refused(path, "every section can be named once, and at least one has to be")
    return found


def _beside(path: Path, data: Mapping[str, Any], key: str) -> bytes:
    """The file of that name in the form's own folder."""
    name = _text(path, data, key)
    if not name:
        return b""
    if Path(name).name != name or ":" in name or "\\" in name:
        raise _refused(path, f"'{key}' wants the name of a file beside it, without a folder")
    return _bytes(path.with_name(name), key)


def _logo(path: Path, data: Mapping[str, Any]) -> bytes:
    found = _beside(path, data, "logo")
    bare = bare_png(found) if found else b""
    if found and not bare:
        raise _refused(path, "its logo is no PNG picture of at most 2000 by 2000 points")
    return bare
