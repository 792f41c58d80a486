"""What the whole window stands on: where things lie, what ships, and what was kept."""

from dataclasses import dataclass
from datetime import UTC, datetime

from hrtrainer.history.store import History
from hrtrainer.paths import Paths
from hrtrainer.qt.stock import Stock
from hrtrainer.scenario.lookup import Reference


@dataclass(frozen=True, slots=True)
class Ground:
    """Paths, stock and history."""

    paths: Paths
    stock: Stock
    history: History

    @property
    def reference(self) -> Reference:
        """The reference data of today."""
        return self.stock.reference

    @staticmethod
    def today() -> str:
        """The UTC day, as YYYY-MM-DD."""
        return datetime.now(tz=UTC).date().isoformat()
