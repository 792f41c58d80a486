"""A pack: what was struck or left out stands nowhere in it, and nothing else is changed."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.reader import Reading
from hrtrainer.session.event import Chose
from hrtrainer.session.naming import names_in
from hrtrainer.session.packing import PARTS, USUAL, Choices, Pack, lines_of, packed
from hrtrainer.session.plan import prepare
from hrtrainer.session.play import Session, after, begin
from hrtrainer.session.summarise import summarise
from hrtrainer.session.summary import Summary
from hrtrainer.session.withholding import PART_WITHHELD, WITHHELD, withheld
from tests.export.sample import typical
from tests.stage import SHIPPED, TODAY, started

WORDS = st.sampled_from(["river", "kettle", "Thursday", "don’t", "naïve", "wheel", "12", "日本", "quietly", "über"])
TEXTS = (
    st.lists(WORDS, min_size=1, max_size=9)
    .map(lambda words: " ".join(words) + ".")
    .filter(lambda text: sum(map(str.isalnum, text)) >= 4)
)


def all_text(pack: Pack) -> str:
    """Every character of a pack, as one text."""
    return " ".join(json.dumps(asdict(replace(pack, parts=())), ensure_ascii=False, default=str).split())


@pytest.fixture(scope="module")
def told() -> Summary:
    return typical()


def test_without_any_wish_a_pack_is_the_summary(told: Summary) -> None:
    pack = packed([told], Choices())
    assert pack.sessions == (replace(told, talk_about="", minutes=0),)
    assert (pack.code_name, pack.talk) == ("Tansy", told.talk_about)


def test_every_line_has_its_own_id(told: Summary) -> None:
    ids = [line.id for line in lines_of(told)]
    assert len(ids) == len(set(ids)) > 50


@settings(max_examples=200, derandomize=True)
@given(st.data())
def test_what_is_struck_stands_nowhere(data: st.DataObject) -> None:
    told = typical()
    lines = lines_of(told)
    struck = data.draw(st.sets(st.sampled_from(lines), min_size=1, max_size=6))
    text = all_text(packed([told], Choices(struck=frozenset(line.id for line in struck))))
    for line in struck:
        assert " ".join(line.text.split()) not in text


@settings(max_examples=200, derandomize=True)
@given(TEXTS, TEXTS, st.integers(0, 10))
def test_nor_does_any_text_that_quotes_it(line: str, around: str, at: int) -> None:
    told = typical()
    turns = list(told.turns)
    turns[at] = replace(turns[at], own=line, said="")
    quoting = ((f"You said “{line}” What were you weighing?", f"{around} {line} {around}"),)
    told = replace(told, turns=tuple(turns), reflections=quoting, questions=(f"Why “{line}”?",))
    pack = packed([told], Choices(struck=frozenset({f"{told.session}/turns.{at}.own"})))
    assert line not in all_text(pack)


def test_a_start_of_it_with_dots_does_not_stand_either() -> None:
    what = withheld(["Take naloxone too, have someone near, and keep it to the one thing."])
    assert what.without("You said “Take naloxone too, have someone near…” Why?") == "You said “[withheld]…” Why?"
    assert what.without("Take a kit, and have someone with you.") == "Take a kit, and have someone with you."


def test_a_struck_answer_takes_its_reasons_and_its_name_along(told: Summary) -> None:
    pack = packed([told], Choices(struck=frozenset({f"{told.session}/turns.3.said"})))
    turn = pack.sessions[0].turns[3]
    assert (turn.number, turn.said, turn.choice, turn.moves, turn.instead) == (4, WITHHELD, "", (), ())
    assert turn.marks == told.turns[3].marks
    assert not any(m.evidence for one in pack.sessions[0].principles for m in one.moments if m.turn == 4)
    assert [(one.said, one.say, one.why) for one in pack.sessions[0].to_try] == [(WITHHELD, "", "")]
    assert "Advice before asking" not in [one.name for one in pack.sessions[0].moves]


def test_the_same_answer_taken_back_or_given_in_another_session_keeps_its_reasons_to_itself_too(told: Summary) -> None:
    again = replace(told.turns[3], number=8)
    other = replace(told, session="other", withdrawn=(again,))
    pack = packed([told, other], Choices(struck=frozenset({f"{told.session}/turns.3.said"})))
    for turn in (pack.sessions[0].turns[3], pack.sessions[1].turns[3], pack.sessions[1].withdrawn[0]):
        assert (turn.choice, turn.moves, turn.instead) == ("", (), ())


def test_a_name_is_hidden_wherever_it_was_written(told: Summary) -> None:
    told = replace(told, reflections=(("What stayed?", "Rosa said I talk fast, and Rosalind did not."),))
    pack = packed([told], Choices(hidden=("rosa",), talk="How Rosa sees it", barriers=("ROSA is away",)))
    assert pack.sessions[0].reflections[0][1] == "[withheld] said I talk fast, and Rosalind did not."
    assert "Rosa " not in all_text(pack) and "ROSA" not in all_text(pack)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_left_out_is_gone(told: Summary, part: str) -> None:
    fewer = packed([told], Choices(parts=frozenset(PARTS) - {part}))
    assert part not in fewer.parts
    if part != "counts":
        assert len(all_text(fewer)) < len(all_text(packed([told], Choices())))


def test_without_quotes_nothing_that_was_said_is_told(told: Summary) -> None:
    text = all_text(packed([told], Choices(parts=frozenset(PARTS) - {"quotes"})))
    for turn in told.turns:
        for line in (turn.said, *(one.text for one in (*turn.heard, *turn.reply))):
            assert line not in text
    assert told.turns[4].own in text


def test_own_words_that_are_left_out_are_not_quoted_by_a_question(told: Summary) -> None:
    told = replace(told, reflections=(("You said “Sorry. That was me being scared…” Why?", "Because."),))
    assert "being scared" not in all_text(packed([told], Choices(parts=USUAL)))


def test_the_date_can_be_a_month_or_nothing(told: Summary) -> None:
    assert [packed([told], Choices(date=one)).sessions[0].day for one in ("day", "month", "none")] == [
        "2026-11-19",
        "2026-11",
        "",
    ]


def test_words_struck_in_one_session_do_not_stand_in_another(told: Summary) -> None:
    other = replace(told, session="other")
    pack = packed([told, other], Choices(struck=frozenset({f"{told.session}/reflections.0"})))
    assert [one.reflections[0][1] for one in pack.sessions] == [WITHHELD, WITHHELD]


@settings(max_examples=100, derandomize=True)
@given(st.data())
def test_an_id_means_the_same_line_whatever_else_is_struck(data: st.DataObject) -> None:
    told = typical()
    texts = {line.id: line.text for line in lines_of(told)}
    struck = data.draw(st.sets(st.sampled_from(sorted(texts)), max_size=8))
    after = {line.id: line.text for line in lines_of(packed([told], Choices(struck=frozenset(struck))).sessions[0])}
    assert set(after) == set(texts)
    for id, text in after.items():
        assert text == texts[id] or text == WITHHELD or PART_WITHHELD in text
        assert id not in struck or text == WITHHELD


def test_names_of_real_people_are_found_and_those_of_the_story_are_not(told: Summary) -> None:
    told = replace(told, reflections=(("What?", "Later Rosa said I talk fast. Bram’s stove, and Ana. Maybe Monday."),))
    assert names_in(packed([told], Choices(talk="How Osei's team does it"))) == ("Osei", "Rosa")
    assert names_in(packed([told], Choices(hidden=("Rosa", "Osei"), talk="How Osei's team does it"))) == ()


def to_the_end(reading: Reading) -> Session:
    """A shipped conversation, always by the first choice on offer."""
    assert reading.scenario is not None
    session = begin(prepare(reading.scenario), started(reading.scenario))
    while session.state.ending is None:
        session = after(session, Chose(1_795_000_000_000 + session.length, session.state.choices[0].id))
    return session


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_run_can_be_struck_line_by_line(
    scenarios: Mapping[str, Reading], reference: Reference, name: str
) -> None:
    told = summarise(to_the_end(scenarios[name]), reference, TODAY)
    for line in lines_of(told):
        text = all_text(packed([told], Choices(struck=frozenset({line.id}))))
        assert len(line.text) < 4 or " ".join(line.text.split()) not in text
