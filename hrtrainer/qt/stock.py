"""The stock: the reference data, and every scenario that was read."""

from pathlib import Path

from hrtrainer.catalogue import Card
from hrtrainer.pages.cards import card_of
from hrtrainer.paths import Paths
from hrtrainer.scenario.library import read_file, read_library
from hrtrainer.scenario.reader import Reading
from hrtrainer.shipped import read_reference


class Stock:
    """Read once for as long as the files stay as they are."""

    def __init__(self, paths: Paths) -> None:
        """Read the reference data. Raises Problem F10-F12."""
        self._paths = paths
        self.reference = read_reference(paths.assets)
        self.readings: tuple[Reading, ...] = ()

    def cards(self, lens: str) -> tuple[Card, ...]:
        """Read the folders, and make a card of every file."""
        sets = self.reference.yardstick.sets
        chosen = sets.get(lens) or next(iter(sets.values()))
        self.readings = read_library((self._paths.scenarios, self._paths.own_scenarios), self.reference.known)
        return tuple(card_of(reading, chosen) for reading in self.readings)

    def find(self, scenario_id: str) -> Reading | None:
        """The reading of a scenario of the library."""
        if not any(one.scenario and one.scenario.id == scenario_id for one in self.readings):
            self.readings = read_library((self._paths.scenarios, self._paths.own_scenarios), self.reference.known)
        return next((one for one in self.readings if one.scenario and one.scenario.id == scenario_id), None)

    def read(self, path: Path) -> Reading:
        """The reading of a file from anywhere."""
        return read_file(path, self.reference.known)
