"""What is in the outbox and how sending goes, in sentences."""

from hrtrainer import words
from hrtrainer.history.outbox import NEVER, Standing


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
