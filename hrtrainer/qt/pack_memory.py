"""What of a pack's choices is kept for the next one: never a line that was struck, nor words that somebody wrote."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hrtrainer.export.formats import FORMATS
from hrtrainer.session.packing import DATES, PARTS, USUAL, Choices


@dataclass(frozen=True, slots=True)
class Habit:
    """How somebody hands things over: what goes in, the name on it, the format, the set to read by ('': as played)."""

    parts: frozenset[str] = USUAL
    date: str = DATES[0]
    code_name: str | None = None
    form: str = "pdf"
    lens: str = ""

    def choices(self) -> Choices:
        """The choices that a new pack begins with."""
        return Choices(self.parts, date=self.date, code_name=self.code_name)


def habit_of(kept: Mapping[str, Any]) -> Habit:
    """The habit in a setting; whatever is not understood there is as usual."""
    usual = Habit()
    parts, name = kept.get("parts"), kept.get("code_name")
    date, form, lens = kept.get("date"), kept.get("form"), kept.get("lens")
    return Habit(
        frozenset(str(one) for one in parts) & frozenset(PARTS) if isinstance(parts, list) else usual.parts,
        date if date in DATES else usual.date,
        name[:60] if isinstance(name, str) else None,
        str(form) if form in FORMATS else usual.form,
        lens if isinstance(lens, str) else "",
    )


def kept_habit(choices: Choices, form: str, lens: str) -> Mapping[str, Any]:
    """What is kept of the present choices, as a setting."""
    parts = [one for one in PARTS if one in choices.parts]
    return {"parts": parts, "date": choices.date, "code_name": choices.code_name, "form": form, "lens": lens}
