"""What the whole window stands on: where things lie, what ships, and what was kept."""

from dataclasses import dataclass
from datetime import UTC, datetime

from hrtrainer.history.lasting import LastingHistory
from hrtrainer.history.store import History
from hrtrainer.paths import Paths
from hrtrainer.qt.stock import Stock
from hrtrainer.scenario.lookup import Reference


class Apart:
    """The one session that is not kept: it lives in memory until the next one begins or the window closes."""

    def __init__(self) -> None:
        self._history: History | None = None

    def open(self) -> History:
        """An empty history in memory."""
        self._history = History.in_memory()
        return self._history

    def close(self) -> None:
        """Let it go."""
        if self._history is not None:
            self._history.close()
            self._history = None


@dataclass(frozen=True, slots=True)
class Ground:
    """Paths, stock and history, and what is not kept."""

    paths: Paths
    stock: Stock
    history: LastingHistory
    apart: Apart

    @property
    def reference(self) -> Reference:
        """The reference data of today."""
        return self.stock.reference

    def keeping(self, kept: bool) -> History:
        """Where a new session is kept: in the history, or apart, in memory. What was apart before is gone then."""
        self.apart.close()
        return self.history if kept else self.apart.open()

    @staticmethod
    def today() -> str:
        """The UTC day, as YYYY-MM-DD."""
        return datetime.now(tz=UTC).date().isoformat()
