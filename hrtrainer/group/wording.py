"""What the program itself says to a room and to its facilitator: questions, scripts, hints. Plain words, no names."""

from dataclasses import dataclass

from hrtrainer.group.action import Action
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
ROOM_SIZES = (
    (0, ""),
    (5, "Very small: talk, and let nobody have to vote. The report shows no counts."),
    (9, "Fingers on the chest with eyes closed, or by voice after writing. Talk as a whole group."),
    (20, "Letter cards. Pairs first, then everybody."),
    (200, "Letter cards, or one card a table: counting forty by eye takes two looks. Pairs, then three voices."),
)
"""What suits a room of up to so many people."""
COUNTS_NOTE = "Under ten people no count goes on the wall, and the report says “most”, “some”, “none”."
UP = {
    "cards": "Cards up on three.",
    "fingers": "Fingers on your chest on three.",
    "hands": "Hands up for one, when it is read out.",
    "tables": "One card a table, up on three.",
}
"""How a vote is given, as the wall says it."""

HOLD = {
    "cards": "Take one card of each letter.",
    "fingers": "One finger is A, two are B, three are C, four are D.",
    "hands": "We choose by hands.",
    "tables": "One set of cards a table.",
}
"""What to have at hand, on the wall before the beginning."""

BACK_ROW = "Back row: which is the smallest line you can read?"
BACK_ROW_LINE = "You can step out, and come back, or not."
QUESTION = "What do you say?"
SETTLE = "What do we say?"
COUNTS = "How we chose"
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
CLOSE_TITLES = ("Looking back", "Parked for later", "What the report will say")
STRIKE = "Strike anything? It will not be saved."
NOBODY, WHOSE = "nobody’s for now", "whose?"
REPORT = {
    "path": "What was said",
    "votes": "How we chose",
    "what-ifs": "What we also tried",
    "readings": "Read through the principles",
    "notes": "Notes from the room",
    "parked": "Parked, and whose it is",
    "pauses": "Pauses",
}
LEAVES_OUT = (
    "Not in here, on purpose: names; who voted for what, spoke, passed or left; anything from a phone; scores; how "
    "long anyone took; the facilitator’s own notes."
)
BANDS_NOTE = "In words and not in numbers, as a small number could point to somebody."
HIDDEN_NOTE = "Not shown where it could point to somebody."
REPORT_LIMITS = (
    "Notes from one story that a group talked through, read against principles. They are no measure of anyone here."
)
THANKS = ("Thank you.", "What was told here stays here.")


SUPPORT = "People can go to"
BRIEF_SCRIPTS = (
    "“We meet one invented person, and choose together what to say. Nobody is being tested, and nothing here is about "
    "anyone’s own work.”",
    "“You can sit out any vote, step out, or watch for one principle instead. No reason needed.”",
    "“These are offers. What would you change, or add?”",
)
SCRIPTS = {
    Stage.HOLD: "Say which screen the room sees, how many are here and how they vote. Then ask the back row.",
    Stage.SCENE: "Read the line aloud, slowly. Then wait.",
    Stage.THINK: "“On your own first. Choose silently.” Read each reply aloud.",
    Stage.VOTE_1: "“Ready? One, two, three.” Type or tap what you see. Nothing of it goes on the wall.",
    Stage.DISCUSS: "“With one neighbour.” Then two or three voices.",
    Stage.VOTE_2: "“Choose again. Staying is as good as changing.”",
    Stage.COMMIT: "“What did you hear that moved you, or kept you?”",
    Stage.REPLY: "Say it in their voice, or ask somebody who likes to.",
    Stage.REVEAL: "Ask the table that holds this card first: “What did you see?” Keep their reading beside ours.",
    Stage.CROSSROADS: "“Shall we go on, or try another reply?”",
    Stage.WHAT_IF: "“Which one would you like to see?”",
    Stage.COMPARE: "“What did each one make possible next?”",
    Stage.REPORT: "Save the report, then end. You can delete the working log afterwards.",
}
CLOSE_SCRIPTS = (
    "“What worked? What would you change? What will you try?”",
    "“Whose is each of these, by role? Nobody’s is an answer.”",
    "“This is all that the report will say. What should be struck?”",
)
"""What a facilitator can say at each stage."""
COUNTS_HIDDEN = "Counts hidden from the room"
COUNTS_ON_WALL = "Counts are on the wall"
VOTERS = {
    "cards": ("person", "people"),
    "fingers": ("person", "people"),
    "hands": ("person", "people"),
    "tables": ("table", "tables"),
}
BUTTONS = {
    Action.BACK: "Look back",
    Action.COUNTS: "Show counts",
    Action.SKIP: "Skip ahead",
    Action.WHAT_IF: "Try another reply",
    Action.NEXT: "Go on to the next scene",
    Action.CLOSE: "Close",
    Action.COMPARE: "Compare",
    Action.END: "End the session",
}
HIDE_COUNTS = "Hide counts"
NEXT = {
    Stage.HOLD: "Begin",
    Stage.VOTE_1: "Close the vote, open the talk",
    Stage.VOTE_2: "Close the vote",
}
NEXT_ARMED = "Ready to reveal: one more press shows it"


READINGS = (
    ("Agreed", "70 % or more, by two", "“What would make you choose another?”"),
    ("Split", "under 60 %, and a second of 30 % or more", "“What is each one protecting?”"),
    ("Scattered", "nobody reaches half", "“What are we unsure of?”"),
    ("Leaning", "anything else", "“Why might the other be tempting?”"),
    ("Many passes", "over a quarter", "“Plenty of us are still thinking. That is fine.”"),
)
"""What a vote looks like, for a sheet of paper: the kinds of votes.py, their rules, and words to say."""
KEYS_IN_SHORT = (
    "Forward PgDn, back PgUp, B black, W soft card, F freeze, O pause card, 1 to 4 a hand, Shift takes one off, 0 a "
    "pass, U undo, R counts (after vote 2), Z what if, C compare, K park, T timer, F5 brings the wall back. Esc and a "
    "clicker never end anything."
)


def prompts(scene: Scene | None) -> tuple[str, ...]:
    """What a room can talk about at a scene: the author's prompts, or those for any scene."""
    own = scene.facilitator.prompts if scene is not None and scene.facilitator is not None else ()
    return own or PROMPTS
