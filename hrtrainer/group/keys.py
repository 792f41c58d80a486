"""Which key is which wish: one table, which the settings may change. Keys are named as Qt names them.

A clicker sends PgDown and PgUp; some send a full stop or B for black, and F5 and then Esc from their play button. None
of these ends anything. No key has a second meaning when it is held: clickers repeat by themselves.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hrtrainer.group.action import Action

DIGITS = 8
"""Replies can be called by the keys 1 to 8."""

KEYS: Mapping[Action, tuple[str, ...]] = {
    Action.FORWARD: ("PgDown", "Right", "Down", "Space", "Return", "Enter", "N"),
    Action.BACK: ("PgUp", "Left", "Up", "Backspace", "P"),
    Action.BLACK: ("B", "."),
    Action.CARD: ("W", ","),
    Action.RETURN: ("F5", "Shift+F5"),
    Action.ESCAPE: ("Esc",),
    Action.FREEZE: ("F",),
    Action.HIDE: ("H",),
    Action.PAUSE: ("O", "Pause"),
    Action.PASS: ("0",),
    Action.TAKE_PASS: ("Shift+0",),
    Action.COUNTS: ("R",),
    Action.UNDO: ("U",),
    Action.PROMPT: ("D",),
    Action.SKIP: ("X",),
    Action.NEXT: ("Shift+N",),
    Action.CLOSE: ("Ctrl+End",),
    Action.WHAT_IF: ("Z",),
    Action.COMPARE: ("C",),
    Action.MAP: ("Tab", "M"),
    Action.GO: ("G",),
    Action.PARK: ("K",),
    Action.TIMER: ("T",),
    Action.NOTES_LARGER: ("Ctrl++", "Ctrl+="),
    Action.NOTES_SMALLER: ("Ctrl+-",),
    Action.WALL_LARGER: ("Ctrl+Shift++",),
    Action.WALL_SMALLER: ("Ctrl+Shift+-",),
    Action.SWAP: ("S",),
    Action.KEYS: ("?", "F1"),
    Action.END: ("Ctrl+Shift+End",),
}
"""Every wish that has keys, and its keys, the first of them shown on its button. 1 to 8 call the replies beside it."""

CLICKER = ("PgDown", "PgUp", ".", "B", "F5", "Shift+F5", "Esc")
"""What clickers send."""
WHILE_TYPING = ("PgDown", "PgUp", "F5", "Shift+F5", "Esc")
"""The keys that act while a text box has the focus; all others type."""
LEAD_IN, HOLD, SAVE = "F6", "V", "Ctrl+S"
RESERVED: Mapping[str, str] = {
    LEAD_IN: "takes the keyboard into the buttons",
    HOLD: "shows your notes while it is held",
    SAVE: "saves the report",
}
"""Keys that are no wish of the room, and cannot be one."""
CONFIRMED = (Action.END,)
"""Wishes that are asked about once more."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a key press asks for. `number` is which reply, from 1, or 0."""

    action: Action
    number: int = 0


Bindings = Mapping[str, Wish]


def bindings(changed: Mapping[Action, tuple[str, ...]] | None = None) -> Bindings:
    """What every key does, with the changes of the settings. A key that two wishes want goes to the first of them."""
    found: dict[str, Wish] = {}
    for action, keys in {**KEYS, **(changed or {})}.items():
        for key in keys:
            if key not in RESERVED:
                found.setdefault(key, Wish(action))
    for digit in range(1, DIGITS + 1):
        found[str(digit)] = Wish(Action.OPTION, digit)
        found[f"Shift+{digit}"] = Wish(Action.TAKE, digit)
    return found


def pressed(keys: Bindings, key: str, *, repeat: bool = False, typing: bool = False) -> Wish | None:
    """The wish of a key press; None for a key that does nothing, repeats by itself, or is typed into a text box."""
    if repeat or (typing and key not in WHILE_TYPING):
        return None
    return keys.get(key)


def conflicts(changed: Mapping[Action, tuple[str, ...]]) -> tuple[str, ...]:
    """What is the matter with changed keys, a sentence each: a key of two wishes, a wish no clicker can reach."""
    said = []
    table = {**KEYS, **changed}
    owners: dict[str, list[Action]] = {}
    for action, keys in table.items():
        for key in keys:
            owners.setdefault(key, []).append(action)
    said += [f"{key} is asked for by {_names(actions)}." for key, actions in owners.items() if len(actions) > 1]
    digits = {str(digit) for digit in range(1, DIGITS + 1)} | {f"Shift+{digit}" for digit in range(1, DIGITS + 1)}
    said += [f"{key} calls a reply and cannot be {_names(owners[key])} too." for key in sorted(digits & set(owners))]
    said += [
        f"{key} {does} and cannot be {_names(owners[key])} too." for key, does in RESERVED.items() if key in owners
    ]
    for action in (Action.FORWARD, Action.BACK):
        if not set(table[action]) & set(CLICKER):
            said.append(f"No key of a clicker is {NAMES[action]} any more.")
    if set(table[Action.END]) & set(CLICKER):
        said.append("A key of a clicker would end the session.")
    return tuple(said)


def keys_text(changed: Mapping[Action, tuple[str, ...]]) -> dict[str, list[str]]:
    """Changed keys as plain data for the settings."""
    return {action.value: list(keys) for action, keys in changed.items() if tuple(keys) != KEYS.get(action)}


def read_keys(kept: object) -> dict[Action, tuple[str, ...]]:
    """Changed keys from the settings; what does not read is left as it is by default."""
    found: dict[Action, tuple[str, ...]] = {}
    for name, keys in kept.items() if isinstance(kept, dict) else ():
        if name in KEYS and isinstance(keys, list) and all(isinstance(key, str) and key for key in keys):
            found[Action(name)] = tuple(keys)
    return found


def _names(actions: Iterable[Action]) -> str:
    return " and ".join(NAMES[action] for action in actions)


NAMES: Mapping[Action, str] = {
    Action.FORWARD: "forward",
    Action.BACK: "back",
    Action.BLACK: "black",
    Action.CARD: "the soft card",
    Action.RETURN: "bring the wall back",
    Action.ESCAPE: "take off what lies over the wall",
    Action.FREEZE: "freeze the wall",
    Action.HIDE: "hide the wall",
    Action.PAUSE: "the pause card",
    Action.OPTION: "a reply, or one hand for it",
    Action.TAKE: "take a hand off",
    Action.PASS: "a pass",
    Action.TAKE_PASS: "take a pass off",
    Action.COUNTS: "show or hide counts",
    Action.UNDO: "undo the last entry of a vote",
    Action.PROMPT: "the next prompt",
    Action.SKIP: "skip ahead",
    Action.NEXT: "the next scene",
    Action.CLOSE: "close",
    Action.WHAT_IF: "try another reply",
    Action.COMPARE: "compare",
    Action.MAP: "the map",
    Action.GO: "go to a step",
    Action.PARK: "park an item",
    Action.TIMER: "start or hold the timer",
    Action.NOTES_LARGER: "larger notes",
    Action.NOTES_SMALLER: "smaller notes",
    Action.WALL_LARGER: "a larger wall",
    Action.WALL_SMALLER: "a smaller wall",
    Action.SWAP: "swap the screens",
    Action.KEYS: "the keys",
    Action.END: "end the session",
}
"""What each wish is called, on the sheet of keys and in a sentence."""
