"""The law: what is brought back from a story is the scenario that went out; and an edit in Twine is that edit."""

from dataclasses import replace
from random import Random
from uuid import NAMESPACE_URL, uuid5

import pytest

from hrtrainer.scenario.known import Known
from hrtrainer.scenario.model import Scenario
from hrtrainer.scenario.reader import read_scenario
from hrtrainer.scenario.yamlnotes import notes_of
from hrtrainer.scenario.yamltext import Table
from hrtrainer.scenario.yamlwriting import as_yaml
from hrtrainer.twee.atlas import ifid
from hrtrainer.twee.bringing import bring
from hrtrainer.twee.notation import write_twee
from hrtrainer.twee.outgoing import story_of
from tests.checks import chance
from tests.stage import ASSETS, BASE, ROOT, SCENARIOS, SHIPPED
from tests.twee.trees import hostile, of_model, tree

TEXTS = {name: (SCENARIOS / f"{name}.yaml").read_text(encoding="utf-8") for name in SHIPPED}
TEXTS["starter"] = (ASSETS / "guide" / "starter.yaml").read_text(encoding="utf-8")
TEXTS["base"] = BASE
MENDED = sorted((ROOT / "tests" / "diagnostics").glob("*.mended.yaml"))
SEEDS = 40


def out(scenario: Table) -> str:
    return write_twee(story_of(scenario))


def home(twee: str, known: Known) -> tuple[Scenario, str]:
    """The scenario that a story comes back as, and its text, which has to read as the same."""
    (brought,) = bring(twee, "story.twee", known)
    assert brought.reading.scenario is not None, "\n".join(map(str, brought.told))
    again = read_scenario(brought.text, "again.yaml", known).scenario
    assert again == brought.reading.scenario
    return brought.reading.scenario, brought.text


def opened(text: str, known: Known) -> Scenario:
    reading = read_scenario(text, "there.yaml", known)
    assert reading.scenario is not None, "\n".join(map(str, reading.diagnostics)) + text
    return reading.scenario


@pytest.mark.parametrize("name", TEXTS)
def test_what_ships_comes_back_the_same_and_goes_out_the_same_again(name: str, known: Known) -> None:
    twee = out(tree(TEXTS[name]))
    scenario, text = home(twee, known)
    assert scenario == opened(TEXTS[name], known)
    assert list(scenario.scenes) == list(opened(TEXTS[name], known).scenes)
    assert out(tree(text)) == twee


@pytest.mark.parametrize("path", MENDED, ids=lambda path: path.name)
def test_every_mended_case_comes_back_the_same(path: object, known: Known) -> None:
    text = (ROOT / "tests" / "diagnostics" / str(path)).read_text(encoding="utf-8")
    assert home(out(tree(text)), known)[0] == opened(text, known)


@pytest.mark.parametrize("seed", range(SEEDS))
@pytest.mark.parametrize("name", ["base", "starter"])
def test_hostile_words_come_back_the_same(name: str, seed: int, known: Known) -> None:
    odd = hostile(tree(TEXTS[name]), Random(f"{seed} {name}"))
    assert isinstance(odd, Table)
    there = opened(as_yaml(odd), known)
    assert home(out(odd), known)[0] == there


@pytest.mark.parametrize("seed", range(SEEDS))
def test_generated_scenarios_come_back_the_same(seed: int, known: Known) -> None:
    wider = replace(known, behaviours=known.behaviours | set(chance.BEHAVIOURS))
    drawn = of_model(replace(chance.scenario(seed), title="x"), tree(BASE))
    assert home(out(drawn), wider)[0] == opened(as_yaml(drawn), wider)


def test_the_same_scenario_gives_the_same_bytes() -> None:
    assert out(tree(BASE)) == out(tree(BASE))


# Edits, as somebody makes them in Twine.


def edited(*edits: tuple[str, str]) -> str:
    twee = out(tree(BASE))
    for old, new in edits:
        assert twee.count(old) == 1, f"'{old}' stands {twee.count(old)} times"
        twee = twee.replace(old, new)
    return twee


def test_the_words_of_a_line_and_of_a_choice_are_edited_where_they_stand(known: Known) -> None:
    scenario, _ = home(edited(("sam: It will be", "Sam: It'll be"), ("[[See you soon.", "[[See you, Sam!")), known)
    porch = scenario.scenes["porch"]
    assert porch.lines[0].text == "It'll be a quiet night."
    assert porch.lines[0].speaker == "sam"
    assert [choice.say for choice in porch.choices][-1] == "See you, Sam!"
    assert porch.choices[-1].id == "wave"


def test_words_in_a_note_are_edited_there(known: Known) -> None:
    scenario, _ = home(
        edited(("headline: The door stayed open.", "headline: It stayed open."), ("trust: +1", "trust: +2")), known
    )
    assert scenario.scenes["porch"].choices[-1].headline == "It stayed open."
    assert scenario.scenes["door"].choices[0].changes == (("trust", 2),)


def test_a_passage_that_was_renamed_is_followed_everywhere(known: Known) -> None:
    twee = edited(("to [[connected]] when has kit", "to [[connected]] when seen porch and took porch/one-line"))
    renamed = twee.replace(":: porch", ":: The back porch").replace("->porch]]", "->The back porch]]")
    renamed = renamed.replace("to [[porch]]", "to [[The back porch]]")
    (brought,) = bring(renamed, "story.twee", known)
    scenario = brought.reading.scenario
    assert scenario is not None
    assert list(scenario.scenes) == ["door", "the-back-porch"]
    assert scenario.scenes["door"].choices[0].ways[0].to == "the-back-porch"
    assert "when: seen the-back-porch and took the-back-porch/one-line" in brought.text
    assert [str(one.message) for one in brought.told] == ["The scene or ending 'porch' is called 'the-back-porch' now."]


def test_a_copy_of_a_passage_takes_no_name_away(known: Known) -> None:
    twee = out(tree(BASE))
    at = twee.index(":: porch")
    body = twee[at : twee.index("\n\n\n", at)]
    scenario, _ = home(f"{twee}\n\n{body.replace(':: porch', ':: porch 1', 1)}\n", known)
    assert list(scenario.scenes) == ["door", "porch", "porch-1"]
    assert scenario.scenes["porch-1"].choices[0].say == scenario.scenes["porch"].choices[0].say


def test_a_new_link_and_a_new_passage_are_a_choice_and_a_scene(known: Known) -> None:
    twee = edited(("<!-- hr: own words", "[[Wait, please.->Out in the rain]]\n\n<!-- hr: own words"))
    twee += "\n\n:: Out in the rain\nIt pours.\nsam: Lovely.\n\nto [[porch]]\n"
    (brought,) = bring(twee, "story.twee", known)
    scenario = brought.reading.scenario
    assert scenario is not None, "\n".join(map(str, brought.told))
    new = scenario.scenes["door"].choices[-1]
    assert (new.id, new.say, new.ways[0].to) == ("wait-please", "Wait, please.", "out-in-the-rain")
    rain = scenario.scenes["out-in-the-rain"]
    assert [(line.speaker, line.text) for line in rain.lines] == [("narrator", "It pours."), ("sam", "Lovely.")]
    assert rain.ways[0].to == "porch"
    assert [one.code.id for one in brought.told] == ["T010"]


def test_a_link_that_was_pointed_elsewhere_and_one_that_was_deleted(known: Known) -> None:
    scenario, _ = home(
        edited(("[[Here you go, as many as you like.->porch]]", "[[Here you go, as many as you like.->gone]]")), known
    )
    assert scenario.scenes["door"].choices[0].ways[0].to == "gone"
    twee = out(tree(BASE))
    at = twee.index("[[See you soon.")
    scenario, _ = home(twee[:at] + twee[twee.index("-->", at) + 3 :], known)
    assert [choice.id for choice in scenario.scenes["porch"].choices] == ["one-line"]


def test_a_turning_point_is_a_tag(known: Known) -> None:
    scenario, _ = home(
        edited((":: door [turning-point]", ":: door [todo]"), (":: porch", ":: porch [turning-point]")), known
    )
    assert not scenario.scenes["door"].key
    assert scenario.scenes["porch"].key


def test_an_author_s_own_note_in_a_passage_is_kept_as_a_note(known: Known) -> None:
    _, text = home(edited(("narrator: Sam leans in.", "<!-- Ask Ola\nabout this -->\nnarrator: Sam leans in.")), known)
    assert "  # Ask Ola\n  # about this\n  door:\n" in text


def test_windows_line_ends_and_blank_lines_change_nothing(known: Known) -> None:
    twee = out(tree(BASE)).replace("\n\n\n", "\n\n\n\n\n") + "\n\n"
    assert home(twee, known)[0] == opened(BASE, known)


# What Twine knows beside the words: the map.


def test_the_name_in_twine_is_a_uuid_of_version_5_and_for_ever() -> None:
    assert ifid("a-visit") == str(uuid5(NAMESPACE_URL, "hrtrainer:a-visit")).upper()
    assert f'"ifid": "{ifid("a-visit")}"' in out(tree(BASE))


def test_a_scenario_that_nobody_touched_keeps_nothing_of_the_map(known: Known) -> None:
    assert "twine" not in home(out(tree(BASE)), known)[1]


def test_cards_that_were_moved_tagged_and_painted_lie_there_again(known: Known) -> None:
    twee = edited(
        (
            ':: porch {"position":"150,300","size":"100,100"}',
            ':: porch [todo ask-ola] {"position":"725,80","size":"200,100"}',
        ),
        (':: end [first-that-fits] {"position":"150,450"', ':: end [first-that-fits] {"position":"10,10"'),
        ('    "hr-trainer": "blue"\n  }', '    "hr-trainer": "blue",\n    "todo": "red"\n  },\n  "zoom": 0.6'),
        ('"format": "Chapbook"', '"format": "Harlowe"'),
        ('"format-version": "2.3.0"', '"format-version": "3.3.9"'),
    )
    scenario, text = home(twee, known)
    assert scenario == opened(BASE, known)
    assert '  porch: {position: "725,80", size: "200,100", tags: [todo, ask-ola]}' in text
    assert out(tree(text)) == twee


def test_a_story_s_own_name_in_twine_is_kept(known: Known) -> None:
    twee = edited((ifid("a-visit"), "D674C58C-DEFA-4F70-B7A2-27742230C0FC"))
    _, text = home(twee, known)
    assert out(tree(text)) == twee


def test_an_accepted_finding_follows_a_renamed_passage(known: Known) -> None:
    there = BASE.replace("topics: [overdose]", "topics: [overdose]\naccepts: {S405: {porch: Nobody comes early.}}")
    renamed = (
        out(tree(there))
        .replace(":: porch", ":: steps")
        .replace("->porch]]", "->steps]]")
        .replace("[[porch]]", "[[steps]]")
    )
    assert "steps: Nobody comes early." in home(renamed, known)[1]


# Notes that an author wrote behind #.


def noted(text: str) -> list[str]:
    return [line for lines in notes_of(text, tree(text)).values() for line in lines]


@pytest.mark.parametrize("name", TEXTS)
def test_an_author_s_notes_go_along_and_come_back(name: str, known: Known) -> None:
    twee = write_twee(story_of(tree(TEXTS[name]), notes_of(TEXTS[name], tree(TEXTS[name]))))
    scenario, text = home(twee, known)
    assert scenario == opened(TEXTS[name], known)
    assert sorted(noted(text)) == sorted(noted(TEXTS[name]))
    again = write_twee(story_of(tree(text), notes_of(text, tree(text))))
    assert sorted(noted(home(again, known)[1])) == sorted(noted(text))


def test_notes_stay_with_what_they_are_about(known: Known) -> None:
    there = BASE
    for key in (
        "  porch:",
        "      - sam: Cheers.",
        "        headline: The door stayed open.",
        "      - id: wave",
        "meters:",
    ):
        about = next(line for line in BASE.split("\n") if line.strip().startswith(key.strip()))
        margin = " " * (len(about) - len(about.lstrip()))
        there = there.replace(f"\n{about}\n", f"\n{margin}# about {key.strip()} -- <b> [[x]] -->\n{about}\n", 1)
    assert there.count("# about") == 5
    text = home(write_twee(story_of(tree(there), notes_of(there, tree(there)))), known)[1]
    lines = [line.strip() for line in text.split("\n")]
    for at, line in enumerate(lines):
        if line.startswith("# about "):
            what = line.removeprefix("# about ").removesuffix(" -- <b> [[x]] -->")
            assert lines[at + 1].startswith(what), text
    assert sum(line.startswith("# about ") for line in lines) == 5
