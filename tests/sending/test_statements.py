"""What statements say, and what they never do."""

import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrtrainer.export.xapi import VERSIONS, Naming, Records, Times, statements
from hrtrainer.group.event import Struck
from hrtrainer.group.stage import Stage
from hrtrainer.principles.mark import Mark
from hrtrainer.sending.choosing import Chosen, statements_of, times_of
from hrtrainer.sending.keys import pseudonym
from hrtrainer.session.event import GROUP, Reflected, Rewound
from hrtrainer.session.packing import PARTS, Choices, lines_of, packed
from hrtrainer.session.play import Session, after, replay
from hrtrainer.session.summarise import summarise
from tests.group.rooms import Lead
from tests.sending.many import STORE, key, played, reference, renamed, statements_by_session
from tests.stage import TODAY

VALIDATE = """
const statements = JSON.parse(require('fs').readFileSync(0));
const validate = require(process.argv[1]).default;
for (const one of statements) for (const odd of validate(one)) console.log(one.id, JSON.stringify(odd));
"""


def made(places, choices=None, seed=0, session=None, store=STORE):
    chosen = [Chosen(session or played(seed), reference())]
    return next(iter(statements_of(chosen, choices or Choices(), store, places, TODAY).values()))


def verbs(found):
    return [one["verb"]["display"]["en"] for one in found]


def more(one, name):
    return one["result"]["extensions"][f"https://records.example.org/hrtrainer/xapi/{name}"]


@pytest.mark.parametrize("seed", range(6))
def test_tell_what_was_chosen_in_its_order_and_at_its_own_times(places, seed):
    session, found = played(seed), made(places, seed=seed)
    told = summarise(session, reference(), TODAY)
    in_play = [one for one in (*told.principles, *told.beside) if one.moments]
    answered = [one for one in found if verbs([one]) == ["answered"]]
    assert verbs(found) == [
        "initialized", *["answered"] * len(told.turns), *["scored"] * len(in_play), "completed", "terminated",
    ]  # fmt: skip
    assert [one["result"].get("response", "") for one in answered] == [turn.choice for turn in told.turns]
    for one, turn in zip(answered, told.turns, strict=True):
        assert turn.marks == tuple((name, Mark(word)) for name, word in more(one, "marks").items()) or not turn.marks
    times = [one["timestamp"] for one in found]
    assert times == sorted(times) and all(
        re.fullmatch(r"2026-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", time) for time in times
    )
    assert {one["context"]["registration"].replace("-", "") for one in found} == {key(seed)}
    assert len({one["id"] for one in found}) == len(found) and found == made(places, seed=seed)


def test_principles_are_scored_in_words_and_counts(places):
    one = next(one for one in made(places) if verbs([one]) == ["scored"])
    assert {moment["mark"] for moment in more(one, "moments")} <= {mark.value for mark in Mark}
    assert isinstance(more(one, "supported"), int) and isinstance(more(one, "chances"), int)
    without = made(places, Choices(frozenset(PARTS) - {"counts"}))
    assert "supported" not in json.dumps([one["result"] for one in without if "result" in one])


@pytest.mark.parametrize("seed", range(3))
def test_there_is_no_score_no_success_and_nobody_by_name(places, seed):
    session = played(seed)
    named = replace(session.started, code_name="Rosamunde")
    text = json.dumps(made(places, session=renamed(session, named.session)))
    for word in ('"score"', '"success"', '"passed"', '"failed"', '"raw"', '"scaled"', "mbox", '"name": "Rosamunde"'):
        assert word not in text


@settings(max_examples=25, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_struck_or_hidden_is_in_no_byte(places, data):
    session = played(data.draw(st.integers(0, 5)))
    session = after(session, Reflected(session.log[-1].at + 1, "stayed", "Rosamunde said I talk fast."))
    told = summarise(session, reference(), TODAY)
    lines = [line for line in lines_of(told) if len(line.text) >= 8]
    struck = data.draw(st.sets(st.sampled_from(lines), max_size=6))
    choices = Choices(struck=frozenset(line.id for line in struck), hidden=("Rosamunde", "Jessica"))
    text = json.dumps(made(places, choices, session=session), ensure_ascii=False)
    assert "Rosamunde" not in text and "Jessica" not in text
    for line in struck:
        assert line.text not in text
    for turn in told.turns:
        if f"{told.session}/turns.{turn.number - 1}.said" in choices.struck:
            one = next(one for one in json.loads(text) if one["object"]["id"].endswith(f"/turns/{turn.number}"))
            assert "response" not in one["result"] and turn.scene not in json.dumps(one)


def test_an_answer_that_is_struck_is_in_no_statement_of_another_session_either(places):
    one, other = played(0), renamed(played(0), key(700))
    told = summarise(one, reference(), TODAY)
    chosen = [Chosen(one, reference()), Chosen(other, reference())]
    choices = Choices(struck=frozenset({f"{told.session}/turns.1.said"}))
    found = statements_of(chosen, choices, STORE, places, TODAY)
    assert set(found) == {key(0), key(700)}
    for made_ in found.values():
        second = [each for each in made_ if verbs([each]) == ["answered"]][1]
        assert "response" not in second["result"] and told.turns[1].choice not in json.dumps(second)


@pytest.mark.parametrize("part", PARTS)
def test_any_part_can_be_left_out(places, part):
    found = made(places, Choices(frozenset(PARTS) - {part}))
    text = json.dumps(found)
    if part == "path":
        assert "answered" not in verbs(found)
    if part == "marks":
        assert "scored" not in verbs(found) and "/marks" not in text
    if part == "moves":
        assert "/moves" not in text
    if part == "ending":
        assert "/ending" not in text


def test_no_sentence_of_anybody_is_in_them(places):
    for seed in range(6):
        told = summarise(played(seed), reference(), TODAY)
        text = json.dumps(made(places, seed=seed), ensure_ascii=False)
        for line in lines_of(told):
            assert line.text not in text or len(line.text.split()) < 3


def test_without_the_day_there_is_no_time_at_all(places):
    for date in ("month", "none"):
        assert "timestamp" not in json.dumps(made(places, Choices(date=date)))


def test_answers_that_were_taken_back_are_not_told(places):
    session = played(1)
    back = after(session, Rewound(session.log[-1].at + 1, 1))
    assert verbs(made(places, session=back)) == ["initialized", "terminated"]
    assert times_of(back) == Times(back.started.at, back.started.at, {})


def test_the_account_is_the_same_for_ever_and_tells_nothing(places, tmp_path):
    one = made(places)[0]["actor"]["account"]
    assert one == made(places, seed=2)[0]["actor"]["account"] and re.fullmatch("[0-9a-f]{20}", one["name"])
    elsewhere = places._replace(home=tmp_path / "somebody else")
    assert made(elsewhere)[0]["actor"]["account"] != one
    assert pseudonym(places, "https://another.example.org", "") != one["name"]
    if os.name == "posix":
        assert places.pseudonyms.stat().st_mode & 0o077 == 0


def test_a_room_is_a_group_of_its_own_and_nobody_in_it_is_named(places):
    told = replace(summarise(played(0), reference(), TODAY), tempo=GROUP)
    naming = Naming("https://example.org", "a1", "5f1e9c1e-0000-4000-8000-000000000000", lambda name: name, "en")
    found = statements(packed([told], Choices()), Records({told.session: naming}, {}))[told.session]
    account = {"homePage": "https://example.org", "name": "a1"}
    assert all(one["actor"] == {"objectType": "Group", "account": account} for one in found)


@pytest.mark.parametrize("version", VERSIONS)
def test_the_version_is_a_setting(places, version):
    assert {one["version"] for one in made(places, store=STORE._replace(version=version))} == {version}


def everything(places):
    choices = (Choices(), Choices(frozenset(PARTS) - {"path"}), Choices(frozenset()), Choices(date="none"))
    sets = [statements_by_session(12, places, choices=one) for one in choices]
    found = [one for made_ in sets for made in made_.values() for one in made]
    told = replace(summarise(played(0), reference(), TODAY), tempo=GROUP)
    naming = Naming(
        "https://example.org", "a1", "5f1e9c1e-0000-4000-8000-000000000000", lambda name: found[0]["id"], "fr-CA"
    )
    return [*found, *statements(packed([told], Choices()), Records({told.session: naming}, {}))[told.session]]


def test_a_strict_validator_of_npm_takes_them(places):
    home = os.environ.get("XAPI_VALIDATION", "")
    if not home or not shutil.which("node"):
        pytest.skip("XAPI_VALIDATION does not name an installed xapi-validation, or there is no node")
    found = everything(places)
    done = subprocess.run(
        ["node", "-e", VALIDATE, str(Path(home).resolve() / "dist" / "index")],
        input=json.dumps(found), capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    odd = [found[0] | {"result": {"score": {"scaled": 5}}}]
    done = subprocess.run(
        ["node", "-e", VALIDATE, str(Path(home).resolve() / "dist" / "index")],
        input=json.dumps(odd), capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.stdout  # it does look


def led(*struck: str) -> Session:
    """A room that was led to the end, and struck these lines of its report."""
    lead = Lead.of()
    lead.to(Stage.CLOSE)
    for line in struck:
        lead.add(Struck(0, line, True))
    started = replace(lead.room.session.started, session=key(900))
    return replay(lead.room.session.plan, (started, *lead.room.session.log[1:]))


def test_what_a_room_that_was_led_says_is_its_replies(places):
    session = led()
    found = made(places, session=session)
    assert {one["actor"]["objectType"] for one in found} == {"Group"} and "answered" in verbs(found)
    assert found[0]["actor"]["account"]["name"] != made(places)[0]["actor"]["account"]["name"]
    assert "supported" not in json.dumps([one["result"] for one in found if "result" in one])
    assert not any("reply" in one for one in found)


def test_what_a_room_struck_is_in_no_statement(places):
    whole = made(places, session=led())
    second = [one for one in whole if verbs([one]) == ["answered"]][1]
    for line in ("path.2", "reading.2", "vote.2"):
        found = made(places, session=led(line))
        assert second["id"] not in {one["id"] for one in found}
        assert second["result"]["response"] not in json.dumps(found)
        turns = {moment["turn"] for one in found if verbs([one]) == ["scored"] for moment in more(one, "moments")}
        assert 2 not in turns
