"""A pack as a table: one row a moment, for spreadsheets and those who look across many runs."""

from collections.abc import Iterator

from hrtrainer.export.clean import cleaned
from hrtrainer.export.table import csv_bytes
from hrtrainer.session.packing import Pack
from hrtrainer.session.summary import MomentTold, Summary, TurnTold

HEAD = (
    "session", "day", "code name", "scenario", "person", "turn", "principle set", "principle", "mark", "behaviours",
    "reasons", "words", "moves", "said", "own words", "unsure", "seen differently",
)  # fmt: skip
_NO_MARK = ("",) * 6


def moments_bytes(pack: Pack) -> bytes:
    """The table in UTF-8. A turn that no principle marks has one row, with its mark left empty."""
    told = cleaned(pack)
    return csv_bytes(HEAD, (row for one in told.sessions for row in _rows(one)))


def _rows(told: Summary) -> Iterator[tuple[int | str, ...]]:
    found = [(m.turn, one.name, m) for one in (*told.principles, *told.beside) for m in one.moments]
    turns = {turn.number: turn for turn in told.turns}
    for number in sorted({*turns, *(turn for turn, _, _ in found)}):
        marked = [_mark(told, name, m) for turn, name, m in found if turn == number]
        for mark in marked or [_NO_MARK]:
            yield (*_run(told), number, *mark, *_turn(turns.get(number)))


def _run(told: Summary) -> tuple[str, ...]:
    return (told.session, told.day, told.code_name, told.scenario, told.person)


def _mark(told: Summary, name: str, found: MomentTold) -> tuple[str, ...]:
    evidence = found.evidence
    return (
        told.lens,
        name,
        found.mark.value,
        "; ".join(one.name for one in evidence),
        " ".join(one.why for one in evidence),
        "; ".join(one.quote for one in evidence if one.quote),
    )


def _turn(turn: TurnTold | None) -> tuple[str, ...]:
    if turn is None:
        return ("", "", "", "", "")
    return ("; ".join(turn.moves), turn.said, turn.own, "unsure" if turn.unsure else "", turn.differently)
