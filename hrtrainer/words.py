"""Every label, number and date form that more than one floor says. Plain words; no floor says them otherwise."""

import re
from collections.abc import Sequence
from functools import cache

PROGRAM = "HR Trainer"

AREAS = {
    "risk": ("Risk", "what, how, how much"),
    "set": ("Set", "how they are"),
    "setting": ("Setting", "where, and who is near"),
    "person": ("What matters", "to them"),
}
AUDIENCES = {
    "syringe-programme": "Syringe programme",
    "drop-in": "Drop-in",
    "clinic": "Clinic",
    "outreach": "Outreach",
    "nurse": "Nurse",
    "peer": "Peer worker",
    "support-worker": "Support worker",
    "counsellor": "Counsellor",
}
LEVELS = {"first": "A first conversation", "core": "Core", "stretch": "A stretch"}
KINDS = {"connected": "Connected", "partly": "Partly connected", "missed": "Missed this time"}
TEMPOS = {
    "coached": ("Coached", "Notes after each thing you say"),
    "debrief-only": ("In the room", "Only the person reacts; notes at the end"),
}
SURE = {"guessing": "Guessing", "fairly": "Fairly sure", "very": "Very sure"}

LIMITS = (
    "Practice notes from one story, read against principles. They show lines picked from a list, not recorded speech, "
    "and are not a measure of how good a worker anyone is."
)
PICKS = "Options you picked, not a coded recording"
NO_TOTAL = (
    "Every block is one moment, numbered by turn. A wide block carries more. There is no total: principles are not "
    "traded for one another."
)
NOT_REVIEWED = "Not yet reviewed by people with lived experience or by a clinician."
UNCONFIRMED = "unconfirmed"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 turn, 2 turns, no turns."""
    noun = one if number == 1 else many or f"{one}s"
    return f"no {noun}" if number == 0 else f"{number} {noun}"


def listing(items: Sequence[str], last: str = "and") -> str:
    """Words as a person would list them: a, b and c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def typographic(text: str) -> str:
    """Apostrophes and single quotation marks as a printer sets them; authors type them straight."""
    return _opening().sub("‘", text).replace("'", "’") if "'" in text else text


@cache
def _opening() -> re.Pattern[str]:
    """A straight mark that opens a quotation; compiled when a text has one, not when the program starts."""
    return re.compile(r"(?<![\w’.,!?…])'(?=\w[^']*')")


def quoted(text: str) -> str:
    """Words that were said, in quotation marks."""
    return f"“{text}”"


def day(milliseconds: int) -> str:
    """The UTC day of a moment, as YYYY-MM-DD."""
    from datetime import date, timedelta

    return (date(1970, 1, 1) + timedelta(milliseconds=milliseconds)).isoformat()


def long_day(iso: str) -> str:
    """21 November 2026 for 2026-11-21; the text itself when it is no date."""
    from datetime import date

    try:
        found = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def short_day(iso: str, this_year: str = "") -> str:
    """21 Nov for 2026-11-21 in the year `this_year` (as 2026), and 21 Nov 2026 in any other."""
    full = long_day(iso).split(" ")
    if len(full) != 3:
        return iso
    return f"{full[0]} {full[1][:3]}" if full[2] == this_year else f"{full[0]} {full[1][:3]} {full[2]}"


def month(iso: str) -> str:
    """November 2026 for 2026-11; the text itself when it is no month."""
    return long_day(f"{iso}-01").partition(" ")[2] or iso


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def cut(text: str, most: int) -> str:
    """The text in one line, with three dots where it was longer than `most` letters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def first_capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def reviews(lived_experience: str, clinical: str) -> str:
    """Who has reviewed a scenario, and who has not, in one or two sentences."""
    if not lived_experience and not clinical:
        return NOT_REVIEWED
    lived = (
        f"Reviewed with lived experience: {lived_experience}."
        if lived_experience
        else "Not yet reviewed by people with lived experience."
    )
    clinic = f"Reviewed clinically: {clinical}." if clinical else "Not yet reviewed by a clinician."
    return f"{lived} {clinic}"


def footnote(label: str, value: str, region: str, source: str, checked: str, confirmed: bool, overdue: bool) -> str:
    """Where a regional fact comes from and how far it can be trusted."""
    state = f"checked {long_day(checked)}" if confirmed else f"{UNCONFIRMED}, last looked at {long_day(checked)}"
    late = "; a new check is overdue" if overdue else ""
    return f"{label}: {value} ({region}; {source}; {state}{late})"
