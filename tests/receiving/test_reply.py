"""A supervisor's reply: what is written is read again, what is none is refused, and a meeting is a calendar's."""

import json
from datetime import date, datetime
from pathlib import Path

import icalendar
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrtrainer.history.agreed import agreed_beside, read_agreed, reseal_agreed, write_agreed
from hrtrainer.history.sealing import Unsealed
from hrtrainer.history.store import History
from hrtrainer.pages.agreed import agreed_card
from hrtrainer.problem import Problem
from hrtrainer.profiles.keys import Sealer, new_key
from hrtrainer.profiles.locked import set_passphrase, take_off
from hrtrainer.receiving.calendar import calendar_bytes
from hrtrainer.receiving.plainly import OddFile
from hrtrainer.receiving.reply import FORMAT, MOST, kind_of, read_reply, reply_bytes
from hrtrainer.session.agreed import Agreed, AgreedThen
from tests.guide import reply_schema
from tests.stage import ASSETS, TODAY

FULL = Agreed("Ask before telling.", "What do you know about it?", "in-a-rush", "", "2026-12-03", "14:30", "Ash", "Fox")
NOW = 1_795_500_000_000
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Cn")), max_size=60)


@given(words.filter(str.strip), words, st.dates(date(2000, 1, 1), date(2100, 1, 1)), words)
def test_what_is_written_is_read_again(practise, line, day, name):
    agreed = Agreed(practise.strip(), line.strip(), next=day.isoformat(), by=name.strip())
    data = reply_bytes(agreed)
    assert read_reply(data) == agreed and kind_of(data) == FORMAT
    jsonschema.validate(json.loads(data), reply_schema.schema())


def test_its_schema_is_the_published_one():
    text = (ASSETS / "schema" / "reply-1.json").read_text(encoding="utf-8")
    assert text == reply_schema.as_text()
    jsonschema.Draft7Validator.check_schema(json.loads(text))
    jsonschema.validate(json.loads(reply_bytes(FULL)), json.loads(text))


@pytest.mark.parametrize(
    "change",
    [
        {"practise": ""}, {"practise": "   "}, {"practise": 3}, {"format": "hrtrainer-reply-2"}, {"format": "x"},
        {"next": "2026-13-01"}, {"next": "tomorrow"}, {"time": "25:00"}, {"time": "14:30", "next": ""},
        {"line": "x" * (MOST["line"] + 1)}, {"by": None},
    ],
)  # fmt: skip
def test_what_is_no_reply_is_refused(change):
    with pytest.raises(OddFile) as odd:
        read_reply(json.dumps(json.loads(reply_bytes(FULL)) | change).encode())
    assert str(odd.value)


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"null", b'{"format": 1}', b"\xff\xfe", b"[" * 90_000])
def test_other_files_are_none(data):
    assert kind_of(data) != FORMAT
    with pytest.raises(OddFile):
        read_reply(data)


def test_what_is_not_fit_to_be_opened_is_not_written():
    for agreed in (Agreed(""), Agreed("x", next="soon"), Agreed("x" * 3_000), Agreed("x", time="10:00")):
        with pytest.raises(Problem) as told:
            reply_bytes(agreed)
        assert told.value.code == "F31"


def test_a_meeting_says_when_and_nothing_of_what():
    data = calendar_bytes(FULL, NOW)
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert event["DTSTART"].dt == datetime(2026, 12, 3, 14, 30) and event["DTEND"].dt == datetime(2026, 12, 3, 15, 30)
    assert event["SUMMARY"] == "Supervision" and event["DTSTAMP"].dt.isoformat() == "2026-11-24T06:00:00+00:00"
    for secret in (b"Ask", b"rush", b"Ash", b"Fox", b"What do"):
        assert secret not in data
    again = icalendar.Calendar.from_ical(calendar_bytes(FULL, NOW + 1)).walk("VEVENT")[0]
    assert again["UID"] == event["UID"]  # the same meeting


def test_without_a_time_it_is_a_whole_day():
    (event,) = icalendar.Calendar.from_ical(calendar_bytes(Agreed("x", next="2026-12-31"), NOW)).walk("VEVENT")
    assert event["DTSTART"].dt == date(2026, 12, 31) and event["DTEND"].dt == date(2027, 1, 1)
    with pytest.raises(Problem) as told:
        calendar_bytes(Agreed("x"), NOW)
    assert told.value.code == "F32"


def test_what_was_agreed_is_kept_and_none_is_lost(tmp_path: Path):
    path, seal = agreed_beside(tmp_path / "home" / "history.sqlite"), Unsealed()
    assert read_agreed(path, seal) == ()
    both = (AgreedThen(Agreed("First"), 1), AgreedThen(FULL, 2, True))
    write_agreed(path, seal, both)
    assert read_agreed(path, seal) == both
    for odd in ("", "{", "[]", '{"kept": "[{}]"}'):
        path.write_text(odd)
        with pytest.raises(Problem) as told:
            read_agreed(path, seal)
        assert told.value.code == "H21" and path.read_text() == odd


def test_it_is_under_the_seal_and_goes_with_it(tmp_path: Path):
    history = History(tmp_path / "history.sqlite")
    path, keys = agreed_beside(tmp_path / "history.sqlite"), tmp_path / "key.json"
    write_agreed(path, history.seal, (AgreedThen(FULL, 1),))
    assert b"Ask before" in path.read_bytes()
    key, _ = set_passphrase(keys, "correct horse battery", history, lambda: None)
    assert b"Ask before" not in path.read_bytes() and read_agreed(path, history.seal) == (AgreedThen(FULL, 1),)
    with pytest.raises(Problem):
        read_agreed(path, Sealer(new_key()))
    take_off(keys, key, history, lambda: None)
    assert b"Ask before" in path.read_bytes() and read_agreed(path, Unsealed()) == (AgreedThen(FULL, 1),)
    history.close()


def test_what_cannot_be_read_is_not_written_over(tmp_path: Path):
    path = tmp_path / "agreed.json"
    path.write_text("{")
    reseal_agreed(path, Unsealed(), Sealer(new_key()))
    assert path.read_text() == "{"


def test_it_is_shown_in_words():
    card = agreed_card(AgreedThen(FULL, NOW), TODAY)
    assert card is not None and card.practise == FULL.practise and card.line == FULL.line
    assert card.meet == "You meet again on 3 December 2026, 14:30."
    assert card.by == "With Ash, opened here on 24 November 2026."
    assert agreed_card(AgreedThen(FULL, NOW), "2026-12-04").meet.startswith("You were to meet")
    assert agreed_card(AgreedThen(FULL, NOW, aside=True), TODAY) is None and agreed_card(None, TODAY) is None
