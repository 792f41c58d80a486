"""Sealing: words open with their key, in their place, unchanged; and with nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrtrainer.problem import Problem
from hrtrainer.profiles import keys
from hrtrainer.profiles.keys import MARK, Sealer, fit_to_use, new_code, new_key, plain_code, unwrap, wrap

KEY = bytes(range(32))
KEPT = Sealer(KEY).close("I kept looking at the clock", "a/3/7")


@given(st.text(st.characters()), st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_words_come_back_in_their_place_alone(words: str, place: str) -> None:
    sealer = Sealer(KEY)
    kept = sealer.close(words, place)
    assert sealer.open(kept, place) == words
    assert kept != sealer.close(words, place)  # a nonce is never used twice
    for other, elsewhere in ((Sealer(new_key()), place), (sealer, f"{place}!")):
        with pytest.raises(ValueError):
            other.open(kept, elsewhere)


@given(st.data())
def test_any_changed_letter_is_seen(data: st.DataObject) -> None:
    kept = KEPT
    at = data.draw(st.integers(len(MARK), len(kept) - 4))  # the last letters may hold bits that stand for nothing
    letter = data.draw(st.characters(exclude_characters=kept[at], exclude_categories=["Cs"]))
    with pytest.raises(ValueError):
        Sealer(KEY).open(kept[:at] + letter + kept[at + 1 :], "a/3/7")


@pytest.mark.parametrize("kept", ["\x1ahr1\x1a", "\x1ahr1\x1a====", "\x1ahr1\x1aAAAA", "\x1ahr1\x1aÄÖ"])
def test_what_is_spoilt_does_not_open_but_passes_where_that_is_asked_for(kept: str) -> None:
    with pytest.raises(ValueError):
        Sealer(KEY).open(kept, "a")
    assert Sealer(KEY, strict=False).open(kept, "a") == kept


@pytest.mark.parametrize(
    "kept", ["", "plain", "hr1", KEPT[1:]], ids=["empty", "plain", "marked", "without-its-first-sign"]
)
def test_what_was_written_before_there_was_a_seal_passes(kept: str) -> None:
    assert Sealer(KEY).open(kept, "a") == kept


def test_a_key_is_unwrapped_by_what_wrapped_it_and_for_its_purpose() -> None:
    wrapped = wrap(KEY, "three old bicycles", "passphrase")
    assert unwrap(wrapped, "three old bicycles", "passphrase") == KEY
    assert unwrap(wrapped, "three old bicycle", "passphrase") is None
    assert unwrap(wrapped, "three old bicycles", "recovery") is None
    assert wrapped != wrap(KEY, "three old bicycles", "passphrase")


def test_the_same_letters_are_the_same_passphrase_however_a_keyboard_makes_them() -> None:
    wrapped = wrap(KEY, "caf\u00e9 au lait", "passphrase")
    assert unwrap(wrapped, "cafe\u0301 au lait", "passphrase") == KEY


def test_the_cost_is_what_it_is_said_to_be(slow: None) -> None:
    assert keys.COST == wrap(KEY, "three old bicycles", "passphrase").cost == 2**17
    assert unwrap(wrap(KEY, "x", "passphrase"), "x", "passphrase") == KEY


def test_a_code_has_160_bits_and_reads_however_it_is_typed() -> None:
    code = new_code()
    assert re.fullmatch(r"(?:[0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}", code) and code != new_code()
    assert plain_code(code) == plain_code(code.lower().replace("-", " ").replace("0", "O").replace("1", "l"))


@pytest.mark.parametrize("passphrase", ["", "short", "       x       "])
def test_a_passphrase_that_keeps_nobody_out_is_told(passphrase: str) -> None:
    with pytest.raises(Problem) as told:
        fit_to_use(passphrase)
    assert told.value.code == "C20" and told.value.hint
