"""What could come next: each reason where it belongs, topics left out never, nothing before a first conversation."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hrtrainer.pages.library import LibraryCard, NextCard, Played
from hrtrainer.pages.suggest import suggest
from hrtrainer.principles.mark import Mark
from hrtrainer.principles.yardstick import Principle, PrincipleSet
from hrtrainer.session.agreed import Agreed, AgreedThen
from hrtrainer.session.past import Past, PastGuess, PastMoment

DAY = 86_400_000
NOW = 400 * DAY
NOBODY = frozenset[str]()
LENS = PrincipleSet(
    "set",
    "The set",
    "set",
    "source",
    "publisher",
    tuple(Principle(one, f"Principle {one}", "", NOBODY, NOBODY, NOBODY, NOBODY) for one in "pqr"),
)


def card(
    name: str, stakes: str = "pqr", length: int = 10, order: int = 1, topics: tuple[str, ...] = (), endings: int = 2
) -> LibraryCard:
    return LibraryCard(
        name, f"Title {name}", f"Sam {name} · door", "10 min", "", (), "", "", "", (), length, topics, endings, order,
        "", tuple(stakes),
    )  # fmt: skip


def past(name: str, days_ago: int, *moments: PastMoment) -> Past:
    at = NOW - days_ago * DAY
    return Past(f"{name}-{days_ago}", at, name, name, "Sam", "end", "The end", moments, (), (), (), "", "")


def moment(principle: str, mark: Mark = Mark.STRAINS, sure: bool = True, turn: int = 4) -> PastMoment:
    return PastMoment(principle, turn, mark, sure, "A line")


ALL = {"a": Played(3, 2), "b": Played(3, 2), "c": Played(3, 2)}
ABC = [card("a"), card("b"), card("c")]


def ask(
    cards: list[LibraryCard],
    *pasts: Past,
    played: dict[str, Played] | None = None,
    left_out: tuple[str, ...] = (),
    agreed: AgreedThen | None = None,
) -> NextCard | None:
    return suggest(cards, pasts, ALL if played is None else played, LENS, left_out, NOW, agreed)


def test_nothing_before_a_first_conversation() -> None:
    assert ask(ABC) is None


def test_after_a_long_absence_the_shortest_of_the_easiest_comes_first() -> None:
    cards = [card("a", length=12), card("b", length=6, order=2), card("c", length=9, order=0)]
    found = ask(cards, past("a", 60, moment("p"), moment("p"), moment("p")))
    assert found == NextCard("c", "Title c", "It has been a while. A gentle one to come back to, about 9 minutes.")


def test_a_sure_and_strained_moment_returns_after_about_a_week_elsewhere() -> None:
    found = ask(ABC, past("a", 8, moment("q")), past("a", 1))
    assert found is not None and found.scenario != "a"
    assert found.reason == (
        "About a week ago, at turn 4 with Sam, you were sure of a line that strained “Principle q”. "
        "It is at stake here too, with somebody else."
    )


def test_it_does_not_return_when_it_was_unsure_or_came_back_already_or_too_soon() -> None:
    for pasts in (
        [past("a", 8, moment("q", sure=False))],
        [past("a", 8, moment("q")), past("b", 3, moment("q", Mark.SUPPORTS))],
        [past("a", 2, moment("q"))],
        [past("a", 30, moment("q")), past("a", 1)],
    ):
        found = ask(ABC, *pasts)
        assert found is None or "week" not in found.reason


def test_a_moment_guessed_the_other_way_returns_first() -> None:
    guessed = replace(
        past("a", 8, moment("p", turn=2), moment("q", turn=6)),
        guesses=(PastGuess("q", "Principle q", "supports", ((6, Mark.STRAINS),)),),
    )
    found = ask(ABC, guessed)
    assert found is not None and "“Principle q”" in found.reason


def test_what_was_often_strained_is_at_stake_in_another_scenario() -> None:
    pasts = (past("a", 3, moment("r"), moment("r")), past("b", 2, moment("r")), past("c", 1, moment("p")))
    found = ask([card("a", "p"), card("b", "r"), card("c", "pr")], *pasts)
    assert found == NextCard("b", "Title b", "“Principle r” was strained at 3 moments lately. It is at stake here.")


def test_what_seldom_came_up_is_looked_for() -> None:
    pasts = [past("a", days, moment("p", Mark.SUPPORTS), moment("q", Mark.SUPPORTS)) for days in (4, 3, 2)]
    found = ask([card("a", "pq"), card("b", "r")], *pasts)
    assert found == NextCard("b", "Title b", "“Principle r” has not come up lately. It is at stake here.")


def test_then_somebody_new_and_then_endings_not_met() -> None:
    lately = past("a", 2)
    assert ask(ABC, lately, played={"a": Played(1, 1)}) == NextCard("b", "Title b", "You have not met Sam b yet.")
    played = ALL | {"c": Played(4, 1)}
    assert ask(ABC, lately, played=played) == NextCard("c", "Title c", "It has 1 ending you have not met yet.")
    assert ask(ABC, lately) is None


CARDS = st.lists(
    st.builds(
        card,
        st.sampled_from("abcd"),
        st.sampled_from(["", "p", "qr", "rqp"]),
        st.integers(1, 30),
        st.integers(0, 2),
        st.sampled_from([(), ("loss",), ("loss", "police")]),
    ),
    unique_by=lambda one: one.id,
)
PASTS = st.lists(
    st.builds(
        lambda name, days, moments: past(name, days, *moments),
        st.sampled_from("abcd"),
        st.integers(0, 90),
        st.lists(st.builds(moment, st.sampled_from("pqrx"), st.sampled_from(Mark), st.booleans())),
    )
).map(lambda found: sorted(found, key=lambda one: one.at))


@given(CARDS, PASTS)
def test_a_topic_left_out_is_never_suggested_and_every_suggestion_has_a_reason(
    cards: list[LibraryCard], pasts: list[Past]
) -> None:
    played = {one.scenario: Played(1, 1) for one in pasts}
    found = suggest(cards, pasts, played, LENS, ("loss",), NOW)
    assert found == suggest(cards, pasts, played, LENS, ("loss",), NOW)
    if found is not None:
        assert found.scenario in [one.id for one in cards if "loss" not in one.topics]
        assert found.reason.endswith(".") and "%" not in found.reason


def agreed(days_ago: int, aside: bool = False, **told: str) -> AgreedThen:
    return AgreedThen(Agreed("Ask before telling.", **told), NOW - days_ago * DAY, aside)


def test_what_was_agreed_in_supervision_comes_first_even_before_a_first_conversation() -> None:
    wish = agreed(1, scenario="b")
    assert ask(ABC, agreed=wish) == NextCard("b", "Title b", "Agreed in supervision: “Ask before telling.”")
    gentle = past("a", 100)
    assert ask(ABC, gentle) is not None and ask(ABC, gentle, agreed=wish).scenario == "b"


def test_what_was_agreed_is_done_once_it_was_done_since() -> None:
    wish = agreed(3, scenario="b")
    assert ask(ABC, past("b", 5), agreed=wish).scenario == "b"
    done = ask(ABC, past("b", 2), agreed=wish)
    assert done is None or "Agreed" not in done.reason


def test_an_agreed_principle_leads_to_where_it_is_at_stake_until_it_was_in_play() -> None:
    cards, wish = [card("a", "p"), card("b", "q")], agreed(3, principle="q")
    assert ask(cards, agreed=wish).scenario == "b"
    assert ask(cards, past("a", 1, moment("p")), agreed=wish).scenario == "b"
    done = ask(cards, past("b", 1, moment("q")), agreed=wish)
    assert done is None or "Agreed" not in done.reason


def test_nothing_is_suggested_from_what_was_put_aside_is_not_there_or_is_left_out() -> None:
    assert ask(ABC, agreed=agreed(1, aside=True, scenario="b")) is None
    assert ask(ABC, agreed=agreed(1, scenario="nowhere")) is None
    assert ask(ABC, agreed=agreed(1)) is None
    assert ask([card("b", topics=("loss",))], left_out=("loss",), agreed=agreed(1, scenario="b")) is None
