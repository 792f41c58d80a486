"""Looking back on kept sessions, many at a time: each text is read once, each session replayed once."""

from collections.abc import Sequence

from hrtrainer.history.rows import SessionRow
from hrtrainer.history.store import History
from hrtrainer.problem import Problem
from hrtrainer.scenario.lookup import Reference
from hrtrainer.session.past import Past, past_of
from hrtrainer.session.plan import Plan
from hrtrainer.session.play import replay
from hrtrainer.sitting import plan_then, reference_then


class Pasts:
    """What was played, looked back on. What it has worked out stays for as long as the window does."""

    def __init__(self, history: History, reference: Reference) -> None:
        self._history, self._reference = history, reference
        self._plans: dict[str, Plan] = {}
        self._references: dict[tuple[str, str], Reference] = {}
        self._known: dict[tuple[str, int, int, str], Past | None] = {}

    def of(self, rows: Sequence[SessionRow], lens: str) -> tuple[Past, ...]:
        """The sessions looked back on through a principle set, in the order given, without those that are damaged."""
        found = [self._past(row, lens) for row in rows]
        return tuple(one for one in found if one is not None)

    def _past(self, row: SessionRow, lens: str) -> Past | None:
        name = (row.key, row.last, row.turns, lens)
        if name not in self._known:
            try:
                self._known[name] = self._looked_back_on(row, lens)
            except Problem:  # damaged, or its scenario is not read any more; opening it says which
                self._known[name] = None
        return self._known[name]

    def _looked_back_on(self, row: SessionRow, lens: str) -> Past:
        digest = row.scenario_digest
        if digest not in self._plans:
            self._plans[digest] = plan_then(self._history, row, self._reference)
        then = (row.principles_digest, row.region_digest)
        if then not in self._references:
            self._references[then] = reference_then(self._history, row, self._reference)
        session = replay(self._plans[digest], self._history.log(row.key))
        return past_of(session, self._references[then], lens)
