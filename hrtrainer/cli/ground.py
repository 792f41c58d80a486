"""What every command stands on: the paths, the reference data, and where a passphrase comes from."""

from dataclasses import dataclass

from hrtrainer.paths import Paths
from hrtrainer.scenario.lookup import Reference


@dataclass(frozen=True, slots=True)
class Ground:
    """Where things lie, and what ships with the program. `passphrase_from` is a file descriptor, or None to ask."""

    paths: Paths
    reference: Reference
    passphrase_from: int | None = None
