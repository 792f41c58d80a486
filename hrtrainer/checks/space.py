"""Everything that can happen in a scenario: which states can be come to, at every place, and what was asked on the way.

It is exact: states are followed as sets (`flow.py`, `sweep.py`), and nothing is left out. Beyond MOST_STATES, or beyond
MOST_NODES of them that are held apart, or beyond ARCS_A_NODE times as many ways on, or once MOVES_A_NODE times as many
were followed, it is left unfinished, and says so.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from hrtrainer.checks.flow import Flow
from hrtrainer.checks.layout import laid_out
from hrtrainer.checks.live import Thing
from hrtrainer.checks.nodes import Arc, Asked, Node
from hrtrainer.checks.sweep import States, Sweep, back
from hrtrainer.scenario.model import Scenario

MOST_STATES = 200_000_000
MOST_NODES = 100_000
ARCS_A_NODE = 10
"""A decision has three or four ways on; a file with hundreds at each would take hundreds of times the room."""
MOVES_A_NODE = 50
"""A way on is followed again for states that come later. That makes about five moves for each node of a conversation
that goes somewhere, and thousands where all scenes lead back to each other: minutes of work, and little to say."""
OWN_WORDS = "own words"
"""What stands in a path for the scene's `otherwise`; no id of a choice has a blank."""
_TELL_EVERY = 1_000
Progress = Callable[[int], None]
NOTHING: frozenset[Thing] = frozenset()


class Path(NamedTuple):
    """A way through a conversation: the day each person is having, and the answers, each as scene/choice."""

    days: tuple[tuple[str, str], ...]
    answers: tuple[str, ...]


class Space(NamedTuple):
    """What was come to: `reached` holds for each node its states, `states` is how many these are.

    `alive` are those from which an ending can still be come to; None where the space is not complete. `room` is what
    following it took, in nodes: how many there are, or more where they were come to again and again.
    """

    flow: Flow
    complete: bool
    states: int
    reached: States
    alive: States | None
    returning: bool
    room: int

    @property
    def scenario(self) -> Scenario:
        """The scenario that was explored."""
        return self.flow.scenario

    @property
    def asked(self) -> list[Asked]:
        """The conditions that were asked."""
        return self.flow.asked


def explore(
    scenario: Scenario,
    more: frozenset[Thing] = NOTHING,
    progress: Progress | None = None,
    most: int = MOST_STATES,
    most_nodes: int = MOST_NODES,
) -> Space:
    """The space of a scenario. What only lines ask about is no state, but for `more`."""
    flow = Flow(scenario, laid_out(scenario, more))
    sweep = Sweep({}, ahead={0: {flow.root: 1}})
    states = arcs = moves = 0

    def met(node: Node, new: int) -> bool:
        nonlocal states, arcs, moves
        if new == sweep.done[node]:
            flow.explore(node)
            arcs += len(node.arcs)
        states += new.bit_count()
        moves += len(node.arcs)
        if progress is not None and len(sweep.batches) % _TELL_EVERY == 0:
            progress(states)
        within = states <= most and len(sweep.done) <= most_nodes
        return within and arcs <= most_nodes * ARCS_A_NODE and moves <= most_nodes * MOVES_A_NODE

    complete = sweep.flood(0, met)
    states -= 1  # the beginning
    for node, found in sweep.done.items():
        for ask in node.asks:
            within = found & ask.within
            if within:
                held = within & ask.holds
                ask.asked.yes = ask.asked.yes or bool(held)
                ask.asked.no = ask.asked.no or held != within
    returning = any(arc.to.rank <= node.rank for node in sweep.done for arc in node.arcs)
    alive = _alive(sweep.done, returning) if complete else None
    room = max(len(sweep.done), moves // MOVES_A_NODE)
    return Space(flow, complete, states, sweep.done, alive, returning, room)


def _alive(reached: States, returning: bool) -> States:
    """The states from which an ending can be come to. All of them, where nothing goes back and nobody is stuck."""
    if not returning and not stuck(reached):
        return reached
    return back([(node, states) for node, states in reached.items() if node.ending], reached, lambda arc: True)


def stuck(reached: States) -> States:
    """The states of decisions at which nothing can be said and own words lead nowhere."""
    found: States = {}
    for node, states in reached.items():
        if node.scene is not None and node.scene.choices and node.scene.otherwise is None:
            for _, mask in node.offers:
                states ^= states & mask
                if not states:
                    break
            else:
                found[node] = states
    return found


def path_of(arcs: Sequence[Arc]) -> Path:
    """The days and answers of some arcs, one after the other from the beginning."""
    days = tuple(sorted(day for arc in arcs for day in arc.days))
    return Path(days, tuple(named(arc) for arc in arcs if arc.answer is not None))


def named(arc: Arc) -> str:
    """An answer as it stands in a path."""
    return f"{arc.node.name}/{arc.choice.id if arc.choice else OWN_WORDS}"
