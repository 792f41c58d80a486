"""What a facilitator can wish for, from keys or from buttons."""

from enum import StrEnum


class Action(StrEnum):
    """Every wish there is. Those of the last block change the presenter's window alone and reach no log."""

    FORWARD = "forward"
    BACK = "back"
    SKIP = "skip"
    NEXT = "next"
    CLOSE = "close"
    WHAT_IF = "what-if"
    COMPARE = "compare"
    GO = "go"
    BLACK = "black"
    CARD = "card"
    FREEZE = "freeze"
    HIDE = "hide"
    PAUSE = "pause"
    RETURN = "return"
    ESCAPE = "escape"
    OPTION = "option"
    TAKE = "take"
    PASS = "pass"
    TAKE_PASS = "take-pass"
    COUNTS = "counts"
    UNDO = "undo"
    PROMPT = "prompt"
    WALL_LARGER = "wall-larger"
    WALL_SMALLER = "wall-smaller"
    END = "end"

    MAP = "map"
    PARK = "park"
    TIMER = "timer"
    NOTES_LARGER = "notes-larger"
    NOTES_SMALLER = "notes-smaller"
    SWAP = "swap"
    KEYS = "keys"


PRESENTER_ONLY = (
    Action.MAP, Action.PARK, Action.TIMER, Action.NOTES_LARGER, Action.NOTES_SMALLER, Action.SWAP, Action.KEYS,
)  # fmt: skip
