"""Stories of others: every passage is a scene, every link a choice, every macro is told; and the draft plays."""

import html
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrtrainer.checks.inspect import inspect
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.model import Scenario
from hrtrainer.scenario.reader import read_scenario
from hrtrainer.session.plan import prepare
from hrtrainer.twee import limits
from hrtrainer.twee.bringing import Brought, bring
from hrtrainer.twee.macros import FORMATS, carried
from tests.guide.whys import SPECIAL
from tests.stage import BASE, TODAY, play
from tests.twee.test_round_trip import home, opened, out
from tests.twee.trees import TWINE, tree


def twee(written_for: str, **passages: str) -> str:
    head = f':: StoryTitle\nThe clinic\n\n:: StoryData\n{{"ifid":"A","format":"{written_for}","start":"Door"}}\n'
    return head + "".join(f"\n:: {name.replace('_', ' ')}\n{text}\n" for name, text in passages.items())


def published(name: str, *passages: tuple[str, str], written_for: str = "Harlowe", extra: str = "") -> str:
    shown = "".join(
        f'<tw-passagedata pid="{pid}" name="{html.escape(title)}" tags="" position="1,2">'
        f"{html.escape(text)}</tw-passagedata>"
        for pid, (title, text) in enumerate(passages, start=1)
    )
    return (
        f'<tw-storydata name="{html.escape(name)}" startnode="1" format="{written_for}" ifid="A">'
        f'<style type="text/twine-css"></style><script type="text/twine-javascript">{extra}</script>{shown}'
        "</tw-storydata>"
    )


def draft(source: str, known: Known) -> tuple[Scenario, Brought]:
    """The draft of a story, which has to open."""
    (brought,) = bring(source, "story", known)
    assert brought.reading.scenario is not None, "\n".join(map(str, brought.told))
    return brought.reading.scenario, brought


SAMPLES = {
    "Harlowe": (
        "(set: $trust to (a: 1, \"(x)\"))Sam leans in, $trust.\n(if: $trust > 1)[She ''smiles''.]\n"
        '* [[Hello->Porch]]\n(link-goto: "Leave now", "Porch")\n(if: true)[[[Wait->Door]]]',
        ['(set: $trust to (a: 1, "(x)"))', "(if: $trust > 1)", "(if: true)", "$trust"],
    ),
    "SugarCube": (
        "<<set $trust to \"it's\">>Sam leans in, $trust.\n<<if $trust gt 1>>She ''smiles''.<</if>>\n"
        '[[Hello|Porch]]\n<<link "Leave now" "Porch">><</link>>\n[[Wait->Door][$trust to 2]]',
        ['<<set $trust to "it\'s">>', "<<if $trust gt 1>>", "<</if>>", "<</link>>", "$trust", "[[Wait]][$trust to 2]"],
    ),
    "Chapbook": (
        "trust: 1\n--\nSam leans in, {trust}.\n[if trust > 1]\nShe smiles.\n[continue]\n"
        "[[Hello->Porch]]\n[[Porch<-Leave now]]\n> [[Wait->Door]]",
        ["trust: 1 --", "[if trust > 1]", "[continue]", "{trust}"],
    ),
    "Snowman": (
        "<% s.trust = 1 %>Sam leans in, <%= s.trust %>.\n<% if (s.trust) { %>She smiles.<% } %>\n"
        "[[Hello->Porch]]\n[[Leave now->Porch]]\n[[Wait->Door]]",
        ["<% s.trust = 1 %>", "<%= s.trust %>", "<% if (s.trust) { %>", "<% } %>"],
    ),
}


@pytest.mark.parametrize("as_html", [False, True], ids=["twee", "html"])
@pytest.mark.parametrize("written_for", SAMPLES)
def test_words_and_links_come_along_and_every_macro_is_listed(written_for: str, as_html: bool, known: Known) -> None:
    text, left = SAMPLES[written_for]
    passages = {"Door": text, "Porch": "It rains."}
    source = (
        published("The clinic", *passages.items(), written_for=written_for)
        if as_html
        else twee(written_for, **passages)
    )
    scenario, brought = draft(source, known)
    door = scenario.scenes["door"]
    assert door.lines[0].text.startswith("Sam leans in,")
    assert "She smiles." in [line.text for line in door.lines]
    assert [(choice.say, choice.ways[0].to) for choice in door.choices] == [
        ("Hello", "porch"),
        ("Leave now", "porch"),
        ("Wait", "door"),
    ]
    assert (scenario.start, scenario.title, scenario.id) == ("door", "The clinic", "the-clinic")
    assert [one.code.id for one in brought.told] == ["T012"]
    assert "'Door'" in brought.told[0].message
    noted = brought.text.split("scenes:\n")[1].split("  door:\n")[0].strip().split("\n  ")
    assert sorted(noted) == sorted(["# Not carried over from Twine:", *(f"# {one}" for one in left)])


@pytest.mark.parametrize("written_for", SAMPLES)
def test_a_draft_plays_to_its_end_and_the_check_points_at_every_place_holder(
    written_for: str, known: Known, reference: Reference
) -> None:
    scenario, brought = draft(twee(written_for, Door=SAMPLES[written_for][0], Porch="It rains."), known)
    session = play(prepare(scenario), "wait", "hello")
    assert session.state.ending is not None
    found = inspect(read_scenario(brought.text, "a.yaml", known), reference, TODAY)
    assert not [one for one in found if one.stops_play]
    pointed = [one for one in found if one.code.id == "S310"]
    assert len(pointed) == brought.text.count("To write:") - 1, "all but the one in the note at the top"
    assert all(not choice.shows for scene in scenario.scenes.values() for choice in scene.choices)


def test_links_that_lead_nowhere_or_outside_are_told(known: Known) -> None:
    scenario, brought = draft(
        twee("Chapbook", Door="[[Lost]] [[Site->https://example.org]] [[Mail->mailto:a@b.ca]]"), known
    )
    assert [(choice.say, choice.ways[0].to) for choice in scenario.scenes["door"].choices] == [("Lost", "end")]
    assert [one.code.id for one in brought.told] == ["T012", "T013"]


def test_scripts_styles_and_private_notes_are_no_scenes(known: Known) -> None:
    source = published("A", ("Door", "Hm."), extra="window.alert('<tw-passagedata name=x>no</tw-passagedata>')")
    scenario, brought = draft(source, known)
    assert list(scenario.scenes) == ["door"]
    assert [one.code.id for one in brought.told] == ["T007"]
    assert "alert" not in brought.text


def test_an_engine_that_speaks_of_stories_is_not_one(known: Known) -> None:
    engine = "<script>var a = '<tw-storydata ' + x + '<tw-storydata>'</script>"
    assert (
        draft(f"<html>{engine}{published('A', ('Door', 'Hm.'))}</html>", known)[0].scenes["door"].lines[0].text == "Hm."
    )


def test_an_archive_gives_every_story(known: Known) -> None:
    source = published("One", ("Door", "a")) + published("One", ("Door", "b")) + published("Two", ("Door", "c"))
    brought = bring(source, "archive.html", known)
    assert [one.id for one in brought] == ["one", "one-2", "two"]
    assert [one.reading.scenario.scenes["door"].lines[0].text for one in brought if one.reading.scenario] == [
        "a",
        "b",
        "c",
    ]


def test_our_own_story_comes_back_from_what_twine_publishes(known: Known) -> None:
    story = out(tree(BASE))
    passages = []
    for part in story.split("\n\n\n")[2:]:
        header, _, text = part.partition("\n")
        name, _, tags = header.removeprefix(":: ").partition(" {")[0].partition(" [")
        passages.append(
            f'<tw-passagedata name="{name}" tags="{tags.rstrip("]")}" pid="{len(passages) + 1}">{html.escape(text)}'
            "</tw-passagedata>"
        )
    page = f'<html>\n<tw-storydata name="A visit" startnode="1">\n{"".join(passages)}</tw-storydata>'
    assert home(page, known)[0] == opened(BASE, known)


def test_places_in_html_are_lines_of_the_file(known: Known) -> None:
    page = "<html>\n\n" + published("A", ("Door", "One.\nTwo [[Lost]]"))
    (brought,) = bring(page, "a.html", known)
    (told,) = brought.told
    assert told.spot == (4, 7)
    assert page.split("\n")[3].startswith("Two [[Lost]]")


def test_long_texts_are_broken_and_long_links_told_whole(known: Known) -> None:
    scenario, _ = draft(twee("Chapbook", Door="word " * 9_000 + "\n[[" + "say " * 200 + "->Door]]"), known)
    door = scenario.scenes["door"]
    assert sum(len(line.text.split()) for line in door.lines) == 9_000 + 200
    assert len(door.choices[0].say) <= 300 and door.choices[0].say.endswith("…")


def test_too_many_lines_are_told(known: Known) -> None:
    (brought,) = bring(twee("Chapbook", Door="[[a->Door]]\n" * limits.MOST_PIECES), "a", known)
    assert [one.code.id for one in brought.told] == ["T002"]


def test_too_many_passages_are_told(known: Known) -> None:
    page = published("A", *[("x", "")] * (limits.MOST_PASSAGES + 1))
    for source in (page, "\n".join(":: x" for _ in range(limits.MOST_PASSAGES + 2))):
        (brought,) = bring(source, "a", known)
        assert [one.code.id for one in brought.told] == ["T002"]
        assert brought.text == ""


ODD = [
    *TWINE, "<![x", "<?", "</", "\n", " ", "a", "(", ")", "[", "]", "{", "}", "<<", ">>", "<!--", "-->",
    "::", "\u0000", "\u202e", "&#x202e;", "é", "--\n",
    "(if:", "(link-goto: 'a', 'b')", "<script>", "</script>", "[[", "]]",
    "<tw-passagedata name='q'>", "</tw-storydata>", "$x",
]  # fmt: skip


@given(st.lists(st.sampled_from(ODD), max_size=25).map("".join), st.sampled_from([*FORMATS, "", "Odd"]), st.booleans())
def test_whatever_a_story_holds_its_draft_opens(known: Known, text: str, written_for: str, as_html: bool) -> None:
    source = published(text, ("Door", text), (text, "Hm.")) if as_html else twee(written_for, Door=text, Porch="Hm.")
    for brought in bring(source, "story", known):
        assert brought.reading.scenario is not None, "\n".join(map(str, brought.told))


@given(st.integers(0, 10_000))
def test_a_damaged_page_ends_in_a_scenario_or_a_sentence(known: Known, seed: int) -> None:
    chance = Random(seed)
    page = list(published("A", ("Door", "[[Out->Porch]]"), ("Porch", "(if: $x)[Hm.]")))
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(page))
        page[at : at + chance.randint(0, 9)] = chance.choice(["<", ">", '"', "&", "tw-storydata", "<!--", "\n", ""])
    for brought in bring("".join(page), "a.html", known):
        assert brought.reading.scenario is not None or any(one.stops_play for one in brought.told)


@pytest.mark.parametrize("code", ["T012", "T013"])
def test_the_guide_s_own_examples_say_what_it_says(code: str, known: Known) -> None:
    message, faulty, mended = SPECIAL[code]
    assert [one.message for one in draft(faulty, known)[1].told] == [message]
    assert draft(mended, known)[1].told == ()


@pytest.mark.parametrize("written_for", FORMATS)
def test_lines_keep_their_numbers_when_macros_go(written_for: str) -> None:
    text = "a\n<% x\ny %>(if:\n$x)<<set\n$y>>\nz [[l->m]]"
    found = carried(text, written_for)
    assert found.text.count("\n") == text.count("\n")
    assert found.text.split("\n")[-1].strip() == "z [[l->m]]"
