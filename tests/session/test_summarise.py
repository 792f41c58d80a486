"""The summary of a session: everything that may be said about it, and nothing else."""

from dataclasses import asdict

import pytest

from hrtrainer.principles.mark import Mark
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.lookup import Reference
from hrtrainer.session.event import Chose, Guessed, LensChanged, Reflected, Rewound, SawDifferently
from hrtrainer.session.plan import Plan, prepare
from hrtrainer.session.play import begin
from hrtrainer.session.summarise import summarise
from hrtrainer.session.summary import Summary
from hrtrainer.session.telling import teller
from tests.stage import TODAY, plan_of, play, started

INSTEAD = (
    "        to: porch\n    otherwise",
    "        instead: [{move: seeks-permission, say: 'Pack first. A question while I do?'}]\n"
    "        to: porch\n    otherwise",
)


@pytest.fixture
def plan(known: Known) -> Plan:
    return plan_of(known, INSTEAD)


def told(plan: Plan, reference: Reference, *steps: object, lens: str = "") -> Summary:
    return summarise(play(plan, *steps), reference, TODAY, lens)  # type: ignore[arg-type]


def test_a_summary_says_who_when_and_through_which_lens(plan: Plan, reference: Reference) -> None:
    summary = told(plan, reference, "hand-over", Chose(1_795_000_150_000, "one-line"))
    assert (summary.day, summary.minutes) == ("2026-11-18", 2)
    assert (summary.title, summary.person, summary.you) == ("A visit", "Sam", "the worker at the door")
    assert (summary.lens, summary.lens_publisher) == ("nhrc", reference.yardstick.sets["nhrc"].publisher)
    assert summary.check == f"{plan.scenario.digest[:4]}-{plan.scenario.digest[4:8]}".upper()
    assert summary.disposition in ("rushed", "easy")
    assert summary.reviewed == "Not yet reviewed by people with lived experience or by a clinician."


def test_it_tells_the_ending_and_what_the_person_left_with(plan: Plan, reference: Reference) -> None:
    summary = told(plan, reference, "hand-over", "one-line")
    assert summary.ending is not None
    assert (summary.ending.id, summary.ending.kind_name) == ("connected", "Connected")
    assert [(item.card, item.turn) for item in summary.left_with] == [("A naloxone kit", 2)]
    assert summary.left_with[0].strategy == reference.yardstick.strategies["naloxone"].name
    assert [(item.reached, item.text) for item in summary.floor] == [(True, "Sam knows the risk.")]
    assert told(plan, reference, "hand-over").ending is None
    assert told(plan, reference, "hand-over").floor[0].text == "Sam left not knowing the risk."


def test_it_tells_what_was_heard_and_what_could_have_been_asked(plan: Plan, reference: Reference) -> None:
    assert told(plan, reference).board[0].quiet == ("Who is around?",)
    assert told(plan, reference, "hand-over").board[0].heard == (("Alone tonight", 1),)


def test_strengths_come_once_a_turn_and_things_to_try_have_another_line(plan: Plan, reference: Reference) -> None:
    summary = told(plan, reference, "form-first", "one-line")
    assert [one.turn for one in summary.strengths] == [2]
    assert [(one.turn, one.move) for one in summary.to_try] == [(1, reference.moves["seeks-permission"].name)]
    assert summary.to_try[0].say == "Pack first. A question while I do?"


def test_no_more_strengths_are_told_than_help(known: Known, reference: Reference) -> None:
    back = ("to: [{when: trust >= 2, to: end}, {to: gone}]", "to: door")
    summary = told(plan_of(known, back), reference, *["hand-over", "wave"] * 4)
    assert len(summary.strengths) == 3
    assert [one.turn for one in summary.strengths] == sorted(one.turn for one in summary.strengths)


def test_only_two_things_to_try_are_told(known: Known, reference: Reference) -> None:
    back = ("to: [{when: trust >= 2, to: end}, {to: gone}]", "to: door")
    summary = told(plan_of(known, INSTEAD, back), reference, *["form-first", "wave"] * 4)
    assert [one.turn for one in summary.to_try] == [1, 3]


def test_the_path_tells_every_turn_and_what_was_not_said(plan: Plan, reference: Reference) -> None:
    first, second = told(plan, reference, "form-first", '"Look after yourself."', "wave").turns
    assert (first.choice, first.said, first.headline) == (
        "form-first", "There is a form to fill in first.", "The form came before the pack.",
    )  # fmt: skip
    assert first.not_taken == ("Here you go, as many as you like.",)
    assert first.moves == (reference.moves["closed-question"].name,)
    assert Mark.NOT_IN_PLAY not in [word for _, word in first.marks]
    assert (second.own, second.said, second.headline, second.marks, second.moves) == (
        "Look after yourself.", "See you soon.", "", (), (),
    )  # fmt: skip


def test_what_was_taken_back_is_shown_as_that(plan: Plan, reference: Reference) -> None:
    summary = told(plan, reference, "form-first", Rewound(9, 1), '"Hi."', "go on")
    assert [turn.choice for turn in summary.withdrawn] == ["form-first"]
    assert [(turn.own, turn.choice, turn.instead, len(turn.not_taken)) for turn in summary.turns] == [
        ("Hi.", "", (), 2)
    ]


def test_another_view_of_an_answer_stands_beside_it(plan: Plan, reference: Reference) -> None:
    steps = ("hand-over", SawDifferently(9, 2, "I hurried."), SawDifferently(9, 2, "I rushed Sam."))
    assert told(plan, reference, *steps).turns[0].differently == "I rushed Sam."


def test_a_guess_is_told_in_words(plan: Plan, reference: Reference) -> None:
    guess = told(
        plan, reference, "hand-over", Guessed(9, (("nhrc.continuum", "supports"), ("x", "both")), "A visit", "very")
    ).guess
    assert guess is not None
    name = reference.yardstick.principle("nhrc.continuum")
    assert name is not None
    assert (guess.marks, guess.left, guess.sure) == (((name.name, "supports"), ("x", "both")), "A visit", "Very sure")


def test_reflections_stand_under_their_questions_the_last_answer_counts(plan: Plan, reference: Reference) -> None:
    summary = told(
        plan, reference, "hand-over", Reflected(9, "take-along", "Ask first."), Reflected(9, "take-along", "Ask."),
        Reflected(9, "talk-about", " "), Reflected(9, "other", "Something."),
    )  # fmt: skip
    assert summary.reflections == (
        ("What is one thing you would like to try with someone this week?", "Ask."),
        ("other", "Something."),
    )


def test_another_lens_reads_the_same_run(plan: Plan, reference: Reference) -> None:
    assert told(plan, reference, "hand-over", LensChanged(9, "camh")).lens == "camh"
    assert told(plan, reference, "hand-over", lens="catie").lens == "catie"
    assert told(plan, reference, "hand-over", lens="no-such").lens == next(iter(reference.yardstick.sets))
    assert len(told(plan, reference, "hand-over", lens="camh").beside) == 3


def test_place_holders_are_filled_everywhere_and_their_facts_are_footnoted(known: Known, reference: Reference) -> None:
    wait, number = "{region:naloxone-wait}", "{region:emergency-number}"
    plan = plan_of(
        known,
        INSTEAD,
        ("you: the worker at the door", f'you: "the one who says {number}"'),
        ("reached: Sam knows the risk.", f'reached: "Sam knows {number}."'),
        ("card: A naloxone kit", f'card: "A kit that takes {wait}"'),
        (
            "card: Alone tonight, question: Who is around?",
            f'card: "Alone, {number}", question: "Who would call {number}?"',
        ),
        ("    key: true", f'    key: true\n    place: "By the phone, {number}"'),
        ("{sam: Thanks.}", f'{{sam: "Thanks, {wait} then."}}'),
        ("quote: as many as you like", f'quote: "{number}"'),
        ("say: Here you go, as many as you like.", f'say: "As many as you like. {number}"'),
        ("headline: Sam has what they came for.", f'headline: "Sam knows {number}."'),
        ("sam: Cheers.", f'sam: "Cheers, {number}."'),
    )
    summary = told(plan, reference, "hand-over", Reflected(9, "turn-2", "Hm."), "one-line")
    assert "{region:" not in str(asdict(summary))
    assert summary.place == "By the phone, 911"
    assert any(line.startswith("Emergency number: 911 (") for line in summary.facts)
    later = summarise(play(plan, "hand-over"), reference, "2031-01-01")
    assert any("a new check is overdue" in line for line in later.facts)


def test_sources_are_those_of_the_lens_and_of_the_reasons_in_this_run(known: Known, reference: Reference) -> None:
    plan = plan_of(known, ("quote: as many as you like}", "source: catie-supplies}"))
    titles = [source.title for source in told(plan, reference, "hand-over", lens="nhrc").sources]
    wanted = ["nhrc-principles", "catie-supplies"]
    assert titles == [reference.sources[name].title for name in wanted]


def test_a_region_or_a_move_that_is_gone_does_no_harm(plan: Plan, reference: Reference) -> None:
    session = begin(plan, started(plan.scenario, region="atlantis"))
    tell = teller(session, reference, "nhrc")
    assert tell.region is next(iter(reference.regions.values()))
    assert tell.move("no-such-move") == "no-such-move"


def test_a_person_without_dispositions_has_no_day(known: Known, reference: Reference) -> None:
    plan = plan_of(known, (", dispositions: [rushed, easy]", ""), ("        when: sam is rushed\n", ""))
    assert told(plan, reference).disposition == ""
    assert prepare(plan.scenario).meters == plan.meters
