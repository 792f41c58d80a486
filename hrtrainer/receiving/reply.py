"""A supervisor's reply as a file. assets/schema/reply-1.json is its schema; it is JSON with these keys:

format      always "hrtrainer-reply-1"; a later shape takes another number
practise    what was agreed to practise: at least a word
line        a line to try, or ""
scenario    the id of a conversation to do it with, or ""; principle the id of a principle, or ""
next        when they meet again, as 2026-12-03, or ""; time as 14:30, or ""
by, to      what they call themselves, or ""
"""

import json
import re
from dataclasses import asdict
from datetime import date

from hrtrainer.export.clean import cleaned
from hrtrainer.problem import Problem
from hrtrainer.receiving.plainly import OddFile, parsed, text
from hrtrainer.session.agreed import Agreed

REPLIES = "hrtrainer-reply-"
FORMAT = f"{REPLIES}1"
PACKS = ("hrtrainer-pack-", "hrtrainer-summary-")
"""How the formats of what is handed over the other way begin."""
MOST_BYTES, MOST_BYTES_OF_ANY = 100_000, 5_000_000
MOST = {"practise": 2_000, "line": 1_000, "scenario": 80, "principle": 80, "next": 10, "time": 5, "by": 60, "to": 60}
"""How many letters each may have."""
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def reply_bytes(agreed: Agreed) -> bytes:
    """The reply as a file. Raises Problem F31 for one that is not fit to be opened."""
    told = cleaned(agreed)
    try:
        _fit(told)
    except OddFile as odd:
        raise Problem(
            "F31", f"This is no reply yet: it {odd}.", "A reply says at least what was agreed to practise."
        ) from odd
    return (json.dumps({"format": FORMAT} | asdict(told), ensure_ascii=False, indent=1) + "\n").encode()


def read_reply(data: bytes) -> Agreed:
    """The reply in a file. Raises OddFile, which says why it is none."""
    found = parsed(data)
    if found.get("format") != FORMAT:
        raise OddFile("is not a supervisor's reply")
    told = Agreed(**{key: text(found, key, most + 1).strip() for key, most in MOST.items()})
    _fit(told)
    return told


def kind_of(data: bytes) -> str:
    """The format that a file says it has, or nothing."""
    try:
        return str(parsed(data).get("format", ""))
    except OddFile:
        return ""


def _fit(told: Agreed) -> None:
    for key, most in MOST.items():
        if len(getattr(told, key)) > most:
            raise OddFile(f"has more than {most} letters under '{key}'")
    if not told.practise:
        raise OddFile("says nothing under 'practise'")
    if told.next:
        try:
            good = date.fromisoformat(told.next).isoformat() == told.next
        except ValueError:
            good = False
        if not good:
            raise OddFile("has a date that there is not under 'next'")
    if told.time and (not told.next or not _TIME.fullmatch(told.time)):
        raise OddFile("has a time under 'time' that is none, or no date to it")
