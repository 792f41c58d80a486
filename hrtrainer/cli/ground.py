"""What every command stands on: the paths and the reference data."""

from dataclasses import dataclass

from hrtrainer.paths import Paths
from hrtrainer.scenario.lookup import Reference


@dataclass(frozen=True, slots=True)
class Ground:
    """Where things lie, and what ships with the program."""

    paths: Paths
    reference: Reference
