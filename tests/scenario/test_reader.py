"""Reading a scenario: places an author can find, everything at once, one slip one message, values as typed."""

from pathlib import Path

import pytest

from hrtrainer.scenario import limits
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.library import read_file
from hrtrainer.scenario.model import Line
from hrtrainer.scenario.reader import Reading, read_scenario
from tests.stage import BASE, edited, opened


def places(reading: Reading) -> list[str]:
    """Line, column and code of everything but the missing reviews."""
    return [f"{d.spot[0]}:{d.spot[1]} {d.code.id}" for d in reading.diagnostics if d.code.id != "S305"]


def test_lines_and_columns_count_characters_not_bytes(known: Known) -> None:
    text = edited(
        ("title: A visit", "title: Ein Gespräch über Glück 🚲👩🏽‍⚕️"),
        ("credits: {written_by: HR Trainer project,", "credits: {written_by: Zoë 🚲 é,"),
        ("licence: CC-BY-4.0}", "license: CC-BY-4.0}"),
    )
    reading = read_scenario(text, "a.yaml", known)
    line = text.splitlines()[14]
    assert f"15:{line.index('license') + 1} S101" in places(reading)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_are_the_same_with_any_line_ending_and_a_byte_order_mark(
    ending: str, mark: str, known: Known, tmp_path: Path
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes((mark + edited(("hears: [alone]", "hears: [lonely]"))).replace("\n", ending).encode())
    assert places(read_file(path, known)) == ["64:13 S204"]


def test_everything_that_is_wrong_is_told_at_once(known: Known) -> None:
    text = edited(
        ("minutes: 3", "minutes: three"),
        ("level: first", "level: beginner"),
        ("      - sam: Cheers.", "      - sam: Cheers.\n            narrator: A nod."),
        ("        say: See you soon.\n", ""),
        ("on: 2026-11-21", "on: soon"),
    )
    assert places(read_scenario(text, "a.yaml", known)) == [
        "6:10 S103",
        "7:8 S104",
        "16:21 S112",
        "47:13 S108",
        "78:9 S102",
    ]


def test_what_is_twice_what_does_not_fit_and_what_points_nowhere_are_told_together(known: Known) -> None:
    text = edited(
        ("minutes: 3", "minutes: three\nminutes: 3"),
        ("title: A visit", "titel: A visit"),
        ("hears: [alone]", "hears: [lonely]"),
    )
    assert places(read_scenario(text, "a.yaml", known)) == ["1:1 S102", "3:1 S101", "7:1 S010", "65:13 S204"]


def test_what_points_at_a_name_that_could_not_be_one_is_no_second_fault(known: Known) -> None:
    text = edited(("  porch:\n", "  The Porch:\n"))
    assert [found.code.id for found in read_scenario(text, "a.yaml", known).diagnostics] == ["S106"]


def test_a_name_that_points_nowhere_keeps_advice_back(known: Known) -> None:
    text = edited(("hears: [alone]", "hears: [lonely]"), ("        short: Hand them over\n", ""))
    assert places(read_scenario(text, "a.yaml", known)) == ["63:13 S204"]


def test_a_text_that_is_no_yaml_keeps_everything_else_back(known: Known) -> None:
    text = edited(("minutes: 3", "minutes: three"), ("      - sam: Cheers.", "      - sam: *nods* Cheers."))
    assert places(read_scenario(text, "a.yaml", known)) == ["47:23 S003"]


def test_a_value_that_is_read_twice_is_told_once(known: Known) -> None:
    text = edited(("start: door", "start: [door]"), ("picture: drop-in-corner", "picture: {a: b}"))
    assert places(read_scenario(text, "a.yaml", known)) == ["11:10 S103", "28:8 S103"]


@pytest.mark.parametrize(
    "typed", ["no", "yes", "on", "12:30", "0123", "2026-01-01", "1e3", "null", "~", "=", "0x1F", ".5"]
)
def test_words_come_back_as_they_were_typed(typed: str, known: Known) -> None:
    scenario = opened(edited(("sam: Cheers.", f"sam: {typed}"), ("title: A visit", f"title: {typed}")), known)
    assert scenario.title == typed
    assert scenario.scenes["door"].choices[0].reply == (Line("door.hand-over.reply.1", "sam", typed),)


@pytest.mark.parametrize("typed", ["{0.__class__}", "{{ 7*7 }}", "<b>no</b>", "%s", "${HOME}", "http://x.org/a#b"])
def test_words_that_look_like_code_are_words(typed: str, known: Known) -> None:
    assert opened(edited(("sam: Cheers.", f"sam: '{typed}'")), known).scenes["door"].choices[0].reply[0].text == typed


@pytest.mark.parametrize("number", ["1_0", "0x10", "1e1", "1:30", "010", "9999999999", "12.0", ".inf", "'-'"])
def test_only_plain_digits_are_a_number(number: str, known: Known) -> None:
    assert places(read_scenario(edited(("minutes: 3", f"minutes: {number}")), "a.yaml", known)) == ["6:10 S103"]


def test_a_step_has_a_sign_and_a_size(known: Known) -> None:
    door = opened(edited(("changes: {trust: +1}", "changes: {trust: -2}")), known).scenes["door"]
    assert door.choices[0].changes == (("trust", -2),)


def test_two_scenarios_with_the_same_words_are_equal_wherever_they_stand(known: Known) -> None:
    moved = BASE.replace("scenes:\n", "\n\n# a comment\nscenes:\n")
    assert opened(moved, known) == opened(BASE, known)
    assert opened(moved, known).digest != opened(BASE, known).digest


def test_a_line_is_called_by_its_place_until_it_has_an_id(known: Known) -> None:
    text = edited(("- narrator: Sam leans in.", "- {narrator: Sam leans in., id: leaning}"))
    scenario = opened(text, known)
    assert [line.id for line in scenario.scenes["door"].lines] == ["leaning", "door.lines.2"]
    assert scenario.scenes["door"].otherwise is not None
    assert scenario.scenes["door"].otherwise.reply[0].id == "door.otherwise.1"
    assert scenario.endings[0].lines[0].id == "ending-connected.lines.1"


def test_notes_for_the_facilitator_may_be_left_empty(known: Known) -> None:
    scenario = opened(edited(("ask: What did Sam ask for?", 'ask: "", prompts: [Why?]')), known)
    notes = scenario.scenes["door"].facilitator
    assert notes is not None
    assert (notes.say, notes.ask, notes.prompts) == ("Read it slowly.", "", ("Why?",))


def test_a_reason_may_be_worded_for_one_principle(known: Known) -> None:
    text = edited(("quote: as many as you like}", "source: catie-supplies, for: {nhrc.accept-reality: Gear is gear.}}"))
    shown = opened(text, known).scenes["door"].choices[0].shows[0]
    assert shown.why_for == {"nhrc.accept-reality": "Gear is gear."}
    assert shown.source == "catie-supplies"


def test_another_line_to_try_has_a_move(known: Known) -> None:
    text = edited(
        ("        to: [{when", "        instead: [{move: open-question, say: What would help?}]\n        to: [{when")
    )
    instead = opened(text, known).scenes["porch"].choices[1].instead[0]
    assert (instead.move, instead.say) == ("open-question", "What would help?")


def test_a_way_may_name_an_ending_and_an_unknown_ending_is_nothing(known: Known) -> None:
    scenario = opened(BASE, known)
    assert scenario.ending("gone") is scenario.endings[1]
    assert scenario.ending("nowhere") is None
    assert scenario.person.name == "Sam"


def test_a_fork_that_comes_together_again_is_no_circle(known: Known) -> None:
    fork = (
        "  fork:\n    to: [{when: trust >= 2, to: left}, {to: right}]\n"
        "  left: {to: [{when: trust >= 1, to: gate}, {to: gone}]}\n"
        "  right: {to: gate}\n  gate: {to: porch}\n  porch:\n"
    )
    edits = ("  porch:\n", fork), ("changes: {trust: +1}\n        to: porch", "changes: {trust: +1}\n        to: fork")
    assert places(read_scenario(edited(*edits), "a.yaml", known)) == []


def test_two_merge_signs_in_quotes_are_an_unknown_key(known: Known) -> None:
    assert places(read_scenario(f'{BASE}"<<": x\n', "a.yaml", known)) == ["87:1 S101"]


def test_no_more_problems_are_listed_than_help(known: Known) -> None:
    lines = "".join(f"  - word{number}: x\n" for number in range(300))
    reading = read_scenario(f"format: 1\nscenes: {{}}\nendings:\n{lines}" + "nonsense: 1\n" * 1, "a.yaml", known)
    assert len(reading.diagnostics) <= limits.MOST_PROBLEMS
    many = "".join(f"key{number}: x\n" for number in range(300))
    assert len(read_scenario(f"format: 1\n{many}", "a.yaml", known).diagnostics) == limits.MOST_PROBLEMS


def test_an_error_behind_many_warnings_still_keeps_the_scenario_shut(known: Known) -> None:
    noisy = "".join(f"      - sam: At number #{number}.\n" for number in range(250))
    text = edited(("      - narrator: Sam leans in.\n", noisy), ("hears: [alone]", "hears: [lonely]"))
    reading = read_scenario(text, "a.yaml", known)
    assert reading.scenario is None
    assert any(found.stops_play for found in reading.diagnostics)


@pytest.mark.parametrize("version", ["''", "~x", "1.0"])
def test_a_format_that_is_not_one_is_told(version: str, known: Known) -> None:
    reading = read_scenario(edited(("format: 1", f"format: {version}")), "a.yaml", known)
    assert places(reading) == ["1:9 S105" if version == "''" else "1:9 S114"]


def test_everything_may_have_the_wrong_shape_and_nothing_is_raised(known: Known) -> None:
    for key in [line.split(":")[0] for line in BASE.splitlines() if line and line[0].isalpha()]:
        for value in ("x", "[x]", "[[x]]", "{x: y}", "{x: {x: [y]}}", "{x: [y]}", "[]", "{}", "''"):
            text = "\n".join(_without(key)) + f"\n{key}: {value}\n"
            reading = read_scenario(text, "a.yaml", known)
            assert (reading.scenario is None) is any(found.stops_play for found in reading.diagnostics), (key, value)


def _without(key: str) -> list[str]:
    """The lines of the base without a top key and everything under it."""
    kept, inside = [], False
    for line in BASE.splitlines():
        if line and not line[0].isspace():
            inside = line.startswith(f"{key}:")
        if not inside:
            kept.append(line)
    return kept
