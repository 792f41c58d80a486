"""Where a room can stand: the stages of a group's way through a conversation, and one spot on that way."""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """The stages. The value stands in the log and is never used again for something else."""

    HOLD = "hold"
    BRIEF = "brief"
    SCENE = "scene"
    THINK = "think"
    VOTE_1 = "vote-1"
    DISCUSS = "discuss"
    VOTE_2 = "vote-2"
    COMMIT = "commit"
    REPLY = "reply"
    REVEAL = "reveal"
    DEBRIEF = "debrief"
    CROSSROADS = "crossroads"
    WHAT_IF = "what-if"
    COMPARE = "compare"
    CLOSE = "close"
    REPORT = "report"


VOTES = {Stage.VOTE_1: 1, Stage.VOTE_2: 2}
"""The stages in which a vote is open, and which round it is."""

BRIEF_CARDS = 3
CLOSE_STEPS = 3
ARMED = 2
"""The step of REPLY in which the next press shows the first principle."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place on the way. `visit` is the decision, from 1 (0 before the first and after the last).

    `step` is the card of BRIEF, the principle of REVEAL, the question of DEBRIEF, the page of CLOSE, which time at
    CROSSROADS or WHAT-IF; `branch` is the reply that a what-if tries, or empty on the room's own path.
    """

    stage: Stage
    step: int = 1
    visit: int = 0
    branch: str = ""


class Step(StrEnum):
    """The wishes that lead from one stage to another."""

    FORWARD = "forward"
    SKIP = "skip"
    NEXT = "next"
    CLOSE = "close"
    WHAT_IF = "what-if"
    TRY = "try"


class Cover(StrEnum):
    """What can lie over any stage without changing it. The value stands in the log."""

    BLACK = "black"
    CARD = "card"
    PAUSE = "pause"
    FREEZE = "freeze"
    HIDE = "hide"
