"""What was agreed in supervision: a supervisor's reply to what somebody handed over."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreed:
    """What to practise, and a line to try, in the supervisor's words; a scenario or a principle, by id, to do it with.

    `next` is when they meet again (YYYY-MM-DD) and `time` at what time (HH:MM) by the clock there; `by` and `to` are
    what they call themselves. Everything but `practise` may be empty.
    """

    practise: str
    line: str = ""
    scenario: str = ""
    principle: str = ""
    next: str = ""
    time: str = ""
    by: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class AgreedThen:
    """What was agreed, when it was opened here (milliseconds since 1970, UTC), and whether it is put aside."""

    agreed: Agreed
    at: int
    aside: bool = False
