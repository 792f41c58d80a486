"""The facilitator's clock: how long this moment and the session have lasted, and whether they drift from the plan."""

from dataclasses import dataclass

from hrtrainer.pages.presenter import Clock

DRIFT_SECONDS = 60
"""Beyond this the moment is said to run over: a minute is nothing in a talk."""


@dataclass(frozen=True, slots=True)
class ClockShown:
    """The clock in words. `over` when the moment runs more than a minute over its plan."""

    moment: str
    session: str
    about: str
    over: bool


def clock_shown(clock: Clock, now: int, held: int = 0) -> ClockShown:
    """The clock at a moment in milliseconds since 1970; `held` milliseconds of this moment do not count."""
    spent = max(0, now - clock.since - held) // 1000
    passed = max(0, now - clock.began) // 60_000
    over = bool(clock.spot_seconds) and spent > clock.spot_seconds + DRIFT_SECONDS
    about = ""
    if over:
        about = f"{_minutes(spent - clock.spot_seconds)} over the plan"
    elif clock.break_at and passed >= clock.break_at:
        about = "Time for the break"
    elif clock.spot_seconds:
        about = f"planned {_minutes(clock.spot_seconds)}"
    return ClockShown(_minutes(spent), f"{passed} of {clock.minutes} min", about, over)


def _minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"
