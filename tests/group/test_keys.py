"""The table of keys: what clickers send, what typing leaves alone, and what is told of keys that were changed."""

import pytest

from hrtrainer.group.action import Action
from hrtrainer.group.keys import (
    CLICKER,
    KEYS,
    NAMES,
    RESERVED,
    WHILE_TYPING,
    Wish,
    bindings,
    conflicts,
    keys_text,
    pressed,
    read_keys,
)

TABLE = {
    "PgDown Right Down Space Return N": Action.FORWARD,
    "PgUp Left Up Backspace P": Action.BACK,
    "B .": Action.BLACK,
    "W ,": Action.CARD,
    "F5 Shift+F5": Action.RETURN,
    "Esc": Action.ESCAPE,
    "F": Action.FREEZE,
    "H": Action.HIDE,
    "O Pause": Action.PAUSE,
    "0": Action.PASS,
    "R": Action.COUNTS,
    "U": Action.UNDO,
    "Z": Action.WHAT_IF,
    "C": Action.COMPARE,
    "Tab M": Action.MAP,
    "G": Action.GO,
    "K": Action.PARK,
    "T": Action.TIMER,
    "Ctrl++": Action.NOTES_LARGER,
    "Ctrl+-": Action.NOTES_SMALLER,
    "Ctrl+Shift++": Action.WALL_LARGER,
    "Ctrl+Shift+-": Action.WALL_SMALLER,
    "S": Action.SWAP,
    "?": Action.KEYS,
    "Ctrl+Shift+End": Action.END,
}


@pytest.mark.parametrize(
    ("key", "action"), [(key, action) for keys, action in TABLE.items() for key in keys.split()], ids=str
)
def test_every_key_does_what_the_table_says(key: str, action: Action) -> None:
    assert pressed(bindings(), key) == Wish(action)


def test_digits_call_replies_and_shift_takes_a_hand_off() -> None:
    assert [pressed(bindings(), str(digit)) for digit in (1, 4)] == [Wish(Action.OPTION, 1), Wish(Action.OPTION, 4)]
    assert pressed(bindings(), "Shift+3") == Wish(Action.TAKE, 3)


def test_a_key_that_repeats_by_itself_does_nothing() -> None:
    assert all(pressed(bindings(), key, repeat=True) is None for key in bindings())


def test_while_somebody_types_only_five_keys_act() -> None:
    acting = {key for key in bindings() if pressed(bindings(), key, typing=True)}
    assert acting == set(WHILE_TYPING) == {"PgDown", "PgUp", "F5", "Shift+F5", "Esc"}


def test_no_key_of_a_clicker_ends_anything() -> None:
    ending = (Action.END, Action.CLOSE)
    assert not {key for key in CLICKER if bindings()[key].action in ending}
    assert {bindings()[key].action for key in CLICKER} == {
        Action.FORWARD, Action.BACK, Action.BLACK, Action.RETURN, Action.ESCAPE,
    }  # fmt: skip


def test_every_wish_has_a_name_and_no_two_share_a_key() -> None:
    assert set(NAMES) == set(Action)
    assert set(KEYS) == set(Action) - {Action.OPTION, Action.TAKE}
    assert conflicts({}) == ()


def test_changed_keys_take_the_place_of_the_old_ones() -> None:
    keys = bindings({Action.BLACK: ("Y",)})
    assert (pressed(keys, "Y"), pressed(keys, "B")) == (Wish(Action.BLACK), None)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({Action.BLACK: ("K",)}, "K is asked for by black and park an item."),
        ({Action.PARK: ("3",)}, "3 calls a reply and cannot be park an item too."),
        ({Action.CARD: ("F6",)}, "F6 takes the keyboard into the buttons and cannot be the soft card too."),
        ({Action.MAP: ("V",)}, "V shows your notes while it is held and cannot be the map too."),
        ({Action.FORWARD: ("Right",)}, "No key of a clicker is forward any more."),
        ({Action.END: ("Esc",), Action.ESCAPE: ("F2",)}, "A key of a clicker would end the session."),
    ],
)
def test_keys_that_do_not_go_together_are_told(changed: dict[Action, tuple[str, ...]], said: str) -> None:
    assert conflicts(changed) == (said,)


def test_the_keys_that_lead_and_hold_stay_what_they_are() -> None:
    keys = bindings({Action.BLACK: tuple(RESERVED)})
    assert not set(RESERVED) & set(keys)


def test_changed_keys_go_through_the_settings_and_nonsense_is_left_out() -> None:
    changed = {Action.BLACK: ("Y", "F7")}
    assert read_keys(keys_text(changed)) == changed
    assert keys_text({Action.BLACK: KEYS[Action.BLACK]}) == {}
    assert read_keys({"black": "Y", "nothing": ["Y"], "park": [1], "card": [""], "hide": ["Q"]}) == {
        Action.HIDE: ("Q",)
    }
    assert read_keys(None) == read_keys([]) == {}
