"""Who sits at the window: their folder, the folder of the first person here, and the key of what is sealed."""

from typing import NamedTuple

from hrtrainer.paths import Paths


class Guest(NamedTuple):
    """`root` is the first person's folder, in which the others' lie; `key` is empty where there is no passphrase."""

    root: Paths
    places: Paths
    key: bytes = b""
