"""Looking back across conversations: moments and dashes, guesses beside the notes, what was seldom tried."""

from hypothesis import given
from hypothesis import strategies as st

from hrtrainer.pages.growth import GrowthPage, growth_page, growth_table
from hrtrainer.pages.growth_guesses import guess_line
from hrtrainer.principles.mark import Mark
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.lookup import Reference
from hrtrainer.session.event import Chose, Event, Guessed
from hrtrainer.session.past import Past, PastGuess, past_of
from hrtrainer.session.plan import Plan
from tests.stage import TODAY, plan_of, play

LENS = "nhrc"


def past(plan: Plan, reference: Reference, *steps: str | Event) -> Past:
    return past_of(play(plan, *steps), reference, LENS)


def page(reference: Reference, *pasts: Past, months: tuple[tuple[str, int, int], ...] = ()) -> GrowthPage:
    return growth_page(pasts, months, (), reference.yardstick.sets[LENS], reference, TODAY)


def test_every_moment_stands_in_its_cell_and_what_was_not_in_play_is_empty(known: Known, reference: Reference) -> None:
    plan = plan_of(known)
    one, two = past(plan, reference, "hand-over", "one-line"), past(plan, reference, "form-first")
    shown = page(reference, one, two)
    assert len(shown.principles) == len(reference.yardstick.sets[LENS].principles)
    for row, principle in zip(shown.principles, reference.yardstick.sets[LENS].principles, strict=True):
        for cell, of in zip(row.cells, (one, two), strict=True):
            expected = [(m.turn, m.mark) for m in of.moments if m.principle == principle.id]
            assert [(m.turn, m.mark) for m in cell] == expected
            assert all(m.key == of.key and str(m.mark) in m.told and "A visit" in m.told for m in cell)
    assert any(not cell for row in shown.principles for cell in row.cells)
    assert any(m.mark is Mark.CHANCE_NOT_TAKEN for row in shown.principles for m in row.cells[1])


def test_a_doubt_is_told_with_its_moment(known: Known, reference: Reference) -> None:
    shown = page(reference, past(plan_of(known), reference, Chose(1_795_000_001_000, "hand-over", unsure=True)))
    told = [m.told for row in shown.principles for cell in row.cells for m in cell]
    assert told and all("You were not sure." in one for one in told)


def test_moves_stand_with_their_turns_the_most_used_first(known: Known, reference: Reference) -> None:
    plan = plan_of(known)
    shown = page(
        reference, past(plan, reference, "form-first"), *[past(plan, reference, "hand-over") for _ in range(2)]
    )
    assert [[[m.turn for m in cell] for cell in row.cells] for row in shown.moves] == [[[], [1], [1]], [[1], [], []]]
    assert all(m.mark is None for row in shown.moves for cell in row.cells for m in cell)


def test_what_was_on_offer_and_never_tried_leads_to_where_it_was(known: Known, reference: Reference) -> None:
    plan = plan_of(known)
    shown = page(reference, *[past(plan, reference, "form-first") for _ in range(2)])
    name = reference.yardstick.behaviours["gives-what-was-asked"].name
    found = next(one for one in shown.seldom if one.name == name)
    assert (found.told, found.key, found.turn) == ("On offer at 2 moments, not tried yet", "s1", 1)
    taken = page(reference, *[past(plan, reference, "hand-over") for _ in range(2)])
    assert name not in [one.name for one in taken.seldom]


def test_a_guess_stands_beside_what_the_notes_say(known: Known, reference: Reference) -> None:
    plan = plan_of(known)
    principle = past(plan, reference, "hand-over", "one-line").moments[0].principle
    guessed = Guessed(1_795_000_009_000, ((principle, "strains"),), "In a hurry", "very")
    shown = page(reference, past(plan, reference, "hand-over", "one-line", guessed))
    (beside,) = shown.guesses
    (row,) = beside.rows
    assert row.guessed == "strains" and row.marks and "you guessed strains; the notes say" in row.told
    assert beside.left == "How Sam left: you guessed “In a hurry”; it was “A kit in the bag”."
    assert shown.guess_line == "Often you marked yourself lower than the notes did."


def test_months_are_told_in_words_and_counted_over_all_of_them(reference: Reference) -> None:
    shown = page(reference, months=(("2026-09", 1, 0), ("2026-11", 4, 1)))
    assert shown.about.startswith("6 conversations since September 2026.")
    assert [one.told for one in shown.months] == [
        "September 2026: 1 conversation to an ending",
        "November 2026: 4 conversations to an ending, 1 left open",
    ]


def test_after_a_year_the_months_before_stand_in_one_line(reference: Reference) -> None:
    months = tuple((f"20{20 + at // 12}-{at % 12 + 1:02}", 2, 1) for at in range(30))
    shown = page(reference, months=months)
    assert len(shown.months) == 13 and shown.about.startswith("90 conversations since January 2020.")
    assert shown.months[0].told == "January 2020 to June 2021: 36 conversations to an ending, 18 left open"
    assert [one.name for one in (shown.months[1], shown.months[-1])] == ["July 2021", "June 2022"]


def test_the_table_has_a_row_for_each_moment_and_one_where_there_was_none(known: Known, reference: Reference) -> None:
    one = past(plan_of(known), reference, "hand-over", "one-line")
    lens = reference.yardstick.sets[LENS]
    rows = growth_table([one], lens)
    assert {row[3] for row in rows} == {principle.name for principle in lens.principles}
    assert sum(row[4] != "" for row in rows) == len(one.moments)
    assert all(row[5] == "not in play" for row in rows if row[4] == "")


GUESSES = st.builds(
    PastGuess,
    st.just("p"),
    st.just("P"),
    st.sampled_from([*map(str, Mark), "", "something else"]),
    st.lists(st.tuples(st.integers(1, 20), st.sampled_from(Mark)).filter(lambda m: m[1] != Mark.NOT_IN_PLAY)).map(
        tuple
    ),
)


@given(st.lists(GUESSES).map(tuple))
def test_the_sentence_about_guesses_is_one_of_four_and_holds_no_number(guesses: tuple[PastGuess, ...]) -> None:
    line = guess_line([Past("k", 0, "s", "T", "Sam", None, "", (), (), (), guesses, "", "")])
    assert line in (
        "",
        "Often you marked yourself lower than the notes did.",
        "Often you marked yourself higher than the notes did.",
        "Your guess and the notes were mostly close.",
    )
