"""Twee 3 as text: names, tags, places, and everything odd that may stand in a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrtrainer.scenario.report import Report
from hrtrainer.twee.markup import Link, Note, Piece, Words, pieces, read, written, written_in_link
from hrtrainer.twee.notation import read_twee, write_twee
from hrtrainer.twee.story import Passage, Story

SIGNS = st.text(st.sampled_from("[]{}\\-><|&;#:a b\n<br>lt"), max_size=24)
NAMES = st.text(st.sampled_from("[]{}\\:ab é\"'"), min_size=1, max_size=12).map(str.strip).filter(bool)
TAGS = st.text(st.sampled_from("[]{}\\:abé"), min_size=1, max_size=8)


def stories() -> st.SearchStrategy[Story]:
    passages = st.builds(
        Passage,
        NAMES.filter(lambda name: name not in ("StoryTitle", "StoryData")),
        st.lists(st.sampled_from(["text", " :: no header", "", "{x}"]), max_size=4).map(
            lambda t: "\n".join(t).rstrip("\n")
        ),
        st.lists(TAGS, max_size=3).map(tuple),
        st.sampled_from(["", "10,20"]),
        st.sampled_from(["", "100,100"]),
    )
    return st.builds(Story, NAMES, st.just("X"), st.lists(passages, min_size=1, max_size=4).map(tuple), NAMES)


def parsed(text: str) -> tuple[Story | None, list[str]]:
    report = Report("a.twee", text)
    return read_twee(text, report), [f"{one.spot[0]}:{one.spot[1]} {one.code.id}" for one in report.in_order()]


@given(stories())
def test_a_story_is_read_back_as_it_was_written(story: Story) -> None:
    assert parsed(write_twee(story)) == (story, [])


@given(SIGNS)
def test_words_come_back_from_a_passage_and_from_a_link(text: str) -> None:
    assert read(written(text)) == text
    assert read(written_in_link(text)) == text
    (row,) = pieces(written(text), 1)
    assert all(isinstance(piece, Words) for piece in row)
    (linked,) = pieces(f"[[{written_in_link(text)}->there]]", 1)
    assert [(piece.text, piece.target) for piece in linked if isinstance(piece, Link)] == [
        (written_in_link(text).strip(), "there")
    ]


@pytest.mark.parametrize(
    ("source", "name", "tags", "position"),
    [
        (":: Plain", "Plain", (), ""),
        ("::No space [a b]", "No space", ("a", "b"), ""),
        (':: A \\[b\\] \\{c\\} \\\\ [x\\]y] {"position":"1,2"}', "A [b] {c} \\", ("x]y",), "1,2"),
        (':: Moved {"position":"600,400","size":"100,200","other":[1]}', "Moved", (), "600,400"),
        (':: Number {"position":7}', "Number", (), "7"),
    ],
)
def test_headers(source: str, name: str, tags: tuple[str, ...], position: str) -> None:
    story, told = parsed(f"{source}\ntext\n\n\n")
    assert story is not None
    assert not told
    assert (story.passages[0].name, story.passages[0].tags, story.passages[0].position) == (name, tags, position)
    assert story.passages[0].text == "text"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("", ["1:1 T001"]),
        ("no header\n", ["1:1 T001"]),
        (":: StoryTitle\nOnly this\n", ["1:1 T001"]),
        (':: a {"position":\n', ["1:6 T003"]),
        (":: a [tag\n", ["1:6 T003"]),
        (":: a {[[[[\n", ["1:6 T003"]),
        (":: a\n:: StoryData\n[1]\n", ["3:1 T003"]),
        (':: a {"x":' + "[" * 50_000 + "\n", ["1:6 T003"]),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(source: str, told: list[str]) -> None:
    assert parsed(source)[1] == told


def test_links_are_read_in_every_spelling_with_their_places() -> None:
    text = 'go [[a]] [[b->c]]\n[[d<-e]] [[f|g]][[h->i->j]] [[k|l][$x to "->"]]'
    rows = [[piece for piece in row if isinstance(piece, Link)] for row in pieces(text, 5)]
    assert [(one.text, one.target, one.target_spot) for row in rows for one in row] == [
        ("", "a", (5, 6)),
        ("b", "c", (5, 15)),
        ("e", "d", (6, 3)),
        ("f", "g", (6, 14)),
        ("h->i", "j", (6, 25)),
        ("k", "l", (6, 33)),
    ]
    assert rows[1][-1].setter == '$x to "->"'


def test_a_note_may_go_on_over_lines_and_the_count_goes_on() -> None:
    rows: list[list[Piece]] = list(pieces("a\n<!-- b\n[[c]] --> [[d]]\ne <!-- f", 1))
    assert rows[0] == [Words("a", (1, 1))]
    assert rows[1] == [Note(" b\n[[c]] ", (2, 5)), Link("", "d", (3, 13), (3, 13))]
    assert rows[2] == [Words("e ", (4, 1)), Note(" f", (4, 7), closed=False)]
