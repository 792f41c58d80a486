"""What the program itself says to a room and to its facilitator: questions, scripts, hints. Plain words, no names."""

from dataclasses import dataclass

from hrtrainer.group.stage import Stage
from hrtrainer.scenario.model import Scene

OWNERS = (
    "The whole team",
    "The team lead",
    "Management",
    "Peer workers",
    "Training",
    "Supplies",
    "The facilitator",
    "A partner agency",
)
"""Whose a parked item can be. Roles from a list, so that no name can come into the report."""

STAGES = {
    Stage.HOLD: "Set up",
    Stage.BRIEF: "Before we begin",
    Stage.SCENE: "Scene",
    Stage.THINK: "Think",
    Stage.VOTE_1: "Vote 1",
    Stage.DISCUSS: "Discuss",
    Stage.VOTE_2: "Vote 2",
    Stage.COMMIT: "Commit",
    Stage.REPLY: "Reply",
    Stage.REVEAL: "Reveal",
    Stage.DEBRIEF: "Debrief",
    Stage.CROSSROADS: "Crossroads",
    Stage.WHAT_IF: "What if",
    Stage.COMPARE: "Compare",
    Stage.CLOSE: "Close",
    Stage.REPORT: "Report",
}
"""The name of each stage, the same on every screen and in print."""

METHODS = {
    "cards": ("Letter cards", "Everyone up on three. Quiet, quick, nothing to join."),
    "fingers": ("Fingers on the chest", "One finger for A, two for B. Eyes closed works well."),
    "hands": ("Show of hands", "You count and type. Eyes closed works well."),
    "tables": ("One vote a table", "Each table agrees and holds up one card."),
}
UP = {
    "cards": "Cards up on three.",
    "fingers": "Fingers on your chest on three.",
    "hands": "Hands up for one, when it is read out.",
    "tables": "One card a table, up on three.",
}
"""How a vote is given, as the wall says it."""

QUESTION = "What do you say?"
CHOOSE = "Choose silently."
BRIEF_HEADINGS = ("What this is", "What it mentions", "What we agree on")
BRIEF_WHAT = (
    "One conversation with an invented person.",
    "We choose what to say, and see what follows.",
    "It is not a test of anyone here.",
)
YOU_CAN = "You can, without a reason:"
PROMPTS = (
    "What is each reply protecting?",
    "Where might judgement be heard that we did not mean?",
    "What do we still not know?",
)
"""What a room talks about where the scenario gives no prompts of its own."""

TALK_HOW = "With one neighbour. Passing is fine."


@dataclass(frozen=True, slots=True)
class DebriefStep:
    """One of the four steps of a debrief: its name, the question on the wall, what the facilitator can say."""

    name: str
    question: str
    script: str


DEBRIEF = (
    DebriefStep(
        "Reactions",
        "One word: how was that?",
        "“Before we look at it: one word for how that was. Any word, or none.”",
    ),
    DebriefStep(
        "What happened",
        "What happened, step by step?",
        "“Let’s only say what we saw and heard. What did the person ask for? What did we say? What came back?”",
    ),
    DebriefStep(
        "Look closer",
        "What were we trying to protect, and for whom?",
        "“I noticed where we began and where we ended. I think both meant something good. How did you see it?”",
    ),
    DebriefStep(
        "Take away",
        "What will you keep from this one?",
        "“One line, or one thing to do, that you would take to work.”",
    ),
)
"""Reactions, description, analysis, summary: the order of the PEARLS debriefing framework."""

LANDS_HARD = "Pause card, a quiet word, options, no public check-in. Thank them; look in afterwards."
CROSSROADS = "Go on, or try another reply?"
CROSSROADS_END = "Close, or try another reply?"
WHAT_IF = "What if we had said it another way?"
PAUSE = ("Take a breath.", "You can step out, and come back, or not.")
CLOSE_HEADINGS = {"plus": "Worked", "delta": "Change", "try": "We will try"}
THANKS = ("Thank you.", "What was told here stays here.")


def prompts(scene: Scene | None) -> tuple[str, ...]:
    """What a room can talk about at a scene: the author's prompts, or those for any scene."""
    own = scene.facilitator.prompts if scene is not None and scene.facilitator is not None else ()
    return own or PROMPTS
