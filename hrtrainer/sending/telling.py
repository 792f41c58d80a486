"""What is in the outbox, how sending goes, and what a file of statements is named by, in sentences."""

from hrtrainer import words
from hrtrainer.export.xapi import Records
from hrtrainer.history.outbox import NEVER, Standing
from hrtrainer.sending.store import NOWHERE

AS_SENT = ("xapi", "to the record store")
"""As what it is noted that something was sent: the format, and in place of a file where it went."""


def told(standing: Standing, now: int, by: str) -> tuple[str, ...]:
    """How it stands at `now`, in milliseconds since 1970; `by` is how what was refused is sent once more."""
    waits = f"{words.count(standing.waiting, 'statement')} of {words.count(standing.sessions, 'conversation')}"
    arrived = f" Arrived so far: {words.count(standing.arrived, 'statement')}." if standing.arrived else ""
    lines = [f"Waiting: {waits if standing.waiting else 'nothing'}.{arrived}"]
    course = standing.course
    if course.trouble:
        lines.append(f"{course.trouble} {course.hint}".strip())
    if standing.waiting and course.trouble and now < course.not_before < NEVER:
        minutes = max(1, round((course.not_before - now) / 60_000))
        lines.append(f"The next try is in about {words.count(minutes, 'minute')}.")
    if standing.refused:
        why = " ".join(standing.why)
        lines.append(f"Not taken: {words.count(standing.refused, 'statement')}. {why} {by} tries them once more.")
    return tuple(lines)


def named(records: Records) -> str:
    """What stands in a file of statements, and by what names."""
    homes = sorted({one.home for one in records.namings.values()})
    under = f"all is named under {words.listing(homes)}"
    if NOWHERE in homes:
        under = f"as no record store is set, {under}, which is nobody's: set yours first if it is to read this"
    return f"No sentence of anybody is in it. You are in it under a pseudonym made on this computer, and {under}."
