"""What stands beside each part of a pack that can be chosen: how much of it there is, and what is struck."""

from collections.abc import Mapping, Sequence

from hrtrainer import words
from hrtrainer.session.packing import Choices, lines_of
from hrtrainer.session.summary import Summary


def part_notes(sessions: Sequence[Summary], choices: Choices) -> Mapping[str, str]:
    """For the parts of a pack, by id, what there is of them in these sessions."""
    turns = sum(len(one.turns) for one in sessions)
    struck = sum(choices.struck_in(one.session) for one in sessions)
    own = sum(bool(turn.own.strip()) for one in sessions for turn in (*one.turns, *one.withdrawn))
    return {
        "path": words.count(turns, "turn") + (f", {words.count(struck, 'line')} struck" if struck else ""),
        "own-words": _some(own, "line"),
        "taken-back": _some(sum(len(one.withdrawn) for one in sessions), "answer"),
        "marks": "no total",
        "reflections": _some(sum(bool(text.strip()) for one in sessions for _, text in one.reflections), "answer"),
        "guess": "your first rating" if any(one.guess for one in sessions) else "none given",
        "questions": _some(sum(len(one.questions) for one in sessions), "question"),
    }


def struck_lines(sessions: Sequence[Summary], choices: Choices) -> list[tuple[str, str]]:
    """The lines of these sessions that are struck: id, and words."""
    return [(line.id, line.text) for one in sessions for line in lines_of(one) if line.id in choices.struck]


def _some(count: int, thing: str) -> str:
    return words.count(count, thing) if count else "none"
