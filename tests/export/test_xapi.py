"""xAPI statements of a pack: as they were accepted, and inert whatever stands in the pack."""

import json
from dataclasses import replace
from uuid import UUID, uuid5

import pytest

from hrtrainer.export.xapi import Naming, Times, statements
from hrtrainer.session.packing import lines_of
from tests.export.test_hostile import BIDI, LINE, PAYLOADS, WRITTEN

HOME = "https://records.example.org"
REGISTRATION = "5f1e9c1e-0000-4000-8000-000000000000"
BEGAN = 1_795_000_000_000


def told(pack):
    """The statements of a pack, named as of one workstation."""
    naming = Naming(HOME, "a1b2c3", REGISTRATION, lambda name: str(uuid5(UUID(REGISTRATION), name)), "en")
    turns = {number: BEGAN + number * 30_000 for number in range(1, 12)}
    names = [one.session for one in pack.sessions]
    return statements(pack, dict.fromkeys(names, naming), dict.fromkeys(names, Times(BEGAN, BEGAN + 600_000, turns)))


@pytest.mark.parametrize("name", ["full", "chosen"])
def test_are_as_they_were_accepted(sample, accepted, name):
    text = json.dumps(told(getattr(sample, name)()), indent=1, ensure_ascii=True)
    accepted(f"pack-{name}.xapi.json", f"{text}\n".encode("ascii"))


@pytest.mark.parametrize("field", WRITTEN)
def test_a_line_of_a_million_is_inert_in_them(sample, field):
    told_of, chosen = WRITTEN[field](sample.bare(), LINE)
    text = json.dumps(told(sample.pack(told_of, **chosen)), ensure_ascii=False)
    assert not set(text) & set(BIDI) and (len(text) < 100_000 or field == "title")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_is_inert_in_them(sample, payload):
    filled = replace(sample.filled_with(sample.typical(), payload), session=sample.typical().session)
    hostile = told(sample.pack(filled))
    text = json.dumps(hostile, ensure_ascii=False, allow_nan=False)
    assert not set(text) & set(BIDI) and text.encode("utf-8")
    assert json.loads(text) == json.loads(json.dumps(hostile))
    assert len(hostile) > len(sample.typical().turns)


def test_a_name_in_a_line_of_ones_own_is_in_none_of_them(sample):
    text = json.dumps(told(sample.pack(sample.typical())), ensure_ascii=False)
    for line in lines_of(sample.typical()):
        assert len(line.text.split()) < 3 or line.text not in text
