"""Writing YAML: whatever stands in a tree, the reader reads exactly that back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.reader import read_scenario
from hrtrainer.scenario.yamlnotes import notes_of
from hrtrainer.scenario.yamltext import Node, Row, Table, Text, read_tree
from hrtrainer.scenario.yamlwriting import as_yaml, on_one_line
from tests.stage import ASSETS, BASE, SCENARIOS, SHIPPED

SIGNS = ["'", '"', ": ", " #", "- ", "[", "]", "{", "}", ",", "&", "*", "!", "|", ">", "%", "@", "`", "\\", "\n", "\t"]
SIGNS += [
    "--",
    "-->",
    "<!--",
    "[[",
    "]]",
    "<br>",
    "---",
    "...",
    "? ",
    "\r",
    "null",
    "~",
    "true",
    "1.0",
    "+1",
    "\u00a0",
    "é",
]
HOSTILE = st.lists(st.sampled_from([*SIGNS, "word", " ", "a"]), max_size=9).map("".join)
FREE = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\u2028\u2029\ufeff"), max_size=30
)
SEEN = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
TEXTS = (HOSTILE | FREE).filter(lambda text: not any(sign in SEEN for sign in text))
KEYS = st.sampled_from("people shows instead to credits lines scenes reply title when x-y".split())
LEAVES = TEXTS.map(lambda text: Text(text, (1, 1), False))


def rows(inside: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.lists(inside, max_size=4).map(lambda items: Row(items, (1, 1)))


def tables(inside: st.SearchStrategy[Node]) -> st.SearchStrategy[Table]:
    return st.dictionaries(KEYS, inside, max_size=5).map(lambda entries: Table(entries, {}, (1, 1)))


NODES: st.SearchStrategy[Node] = st.recursive(LEAVES, lambda inside: rows(inside) | tables(inside), max_leaves=12)
TREES = tables(NODES).filter(lambda tree: bool(tree.entries))


def plain(node: Node) -> object:
    """What a tree says, wherever it stands."""
    if isinstance(node, Table):
        return {key: plain(value) for key, value in node.entries.items()}
    return [plain(item) for item in node.items] if isinstance(node, Row) else node.text


def back(text: str) -> object:
    told: list[object] = []
    tree = read_tree(text, lambda *said, **values: told.append((said, values)))
    assert tree is not None, f"{told}\n{text}"
    assert not told, f"{told}\n{text}"
    return plain(tree)


@given(TREES)
@example(Table({"title": Text("a\rb", (1, 1), False)}, {}, (1, 1)))
@example(Table({"title": Text("a\n\n  b\nc", (1, 1), False)}, {}, (1, 1)))
@example(Table({"lines": Row([Row([Text("[[", (1, 1), False)], (1, 1))], (1, 1))}, {}, (1, 1)))
def test_a_tree_is_read_back_as_it_was_written(tree: Table) -> None:
    assert back(as_yaml(tree)) == plain(tree)
    assert back(as_yaml(tree, sealed=True)) == plain(tree)
    assert back(on_one_line(tree)) == plain(tree)


@given(tables(LEAVES | rows(LEAVES)))
def test_a_sealed_tree_ends_no_comment_and_opens_no_link_or_tag(tree: Table) -> None:
    for text in (as_yaml(tree, sealed=True), on_one_line(tree)):
        assert not any(sign in text for sign in ("--", "[[", "]]", "<")), text


def test_notes_of_the_author_stand_above_what_they_are_about() -> None:
    tree = read_tree("people:\n  sam: {name: Sam}\nscenes:\n  a:\n    lines:\n      - sam: Hi\n", lambda *a, **k: None)
    assert tree is not None
    noted = as_yaml(tree, {(1, 1): ["first"], (2, 3): ["Sam,", "", "really"], (6, 9): ["a line"]})
    assert noted == (
        "\n# first\npeople:\n  # Sam,\n  #\n  # really\n  sam: {name: Sam}\n\n"
        "scenes:\n  a:\n    lines:\n      # a line\n      - sam: Hi\n"
    )


def test_what_ships_says_the_same_once_written_again(known: Known) -> None:
    texts = [(SCENARIOS / f"{name}.yaml").read_text(encoding="utf-8") for name in SHIPPED]
    for text in [*texts, (ASSETS / "guide" / "starter.yaml").read_text(encoding="utf-8"), BASE]:
        tree = read_tree(text, lambda *said, **values: None)
        assert tree is not None
        written = as_yaml(tree)
        first, second = (read_scenario(one, "a.yaml", known) for one in (text, written))
        assert second.scenario == first.scenario is not None
        assert [(one.code, one.message) for one in second.diagnostics] == [
            (one.code, one.message) for one in first.diagnostics
        ]
        assert max(map(len, written.split("\n"))) < 400


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("# top\na: b # behind\n", {(1, 1): [], (2, 1): ["top", "behind"]}),
        ("a: 'x # no ''# no' # yes\nb: \"# no \\\" # no\" # yes\n", {(1, 1): ["yes"], (2, 1): ["yes"]}),
        ("a: |\n  # no\n\n  x # no\n# yes\nb: c#no\n", {(6, 1): ["yes"]}),
        ("a: 'x\n  # no' # yes\nb:\n  # one\n  - c\n  #   two\n  - d: e\n# end\n", None),
    ],
)
def test_notes_are_found_where_they_stand_and_nowhere_else(text: str, notes: dict[Spot, list[str]] | None) -> None:
    tree = read_tree(text, lambda *said, **values: None)
    assert tree is not None
    found = notes_of(text, tree)
    wanted = notes or {(1, 1): ["yes"], (5, 5): ["one"], (7, 5): ["  two", "end"]}
    assert found == {spot: lines for spot, lines in wanted.items() if lines}


def test_notes_come_back_from_what_was_written() -> None:
    text = (ASSETS / "guide" / "starter.yaml").read_text(encoding="utf-8")
    tree = read_tree(text, lambda *said, **values: None)
    assert tree is not None
    notes = notes_of(text, tree)
    written = as_yaml(tree, notes)
    again = read_tree(written, lambda *said, **values: None)
    assert again is not None
    assert list(notes_of(written, again).values()) == list(notes.values())
    assert as_yaml(again, notes_of(written, again)) == written
