"""The file of a pack in any format: xAPI with names and times that are made up, and where a drawing lies in a page."""

import re
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from hrtrainer.export.formats import render
from hrtrainer.export.xapi import Naming, Records, Times
from hrtrainer.session.packing import Pack

HOME = "https://records.example.org"
REGISTRATION = "5f1e9c1e-0000-4000-8000-000000000000"
BEGAN = 1_795_000_000_000
DRAWING = re.compile(rb"(?<=data:image/svg\+xml;base64,)[\w+/=]+")
"""A drawing inside a web page, in the letters that it is written in there."""


def records_of(pack: Pack) -> Records:
    """What statements of a pack say beside it, named as of one workstation."""
    naming = Naming(HOME, "a1b2c3", REGISTRATION, lambda name: str(uuid5(UUID(REGISTRATION), name)), "en")
    turns = {number: BEGAN + number * 30_000 for number in range(1, 12)}
    names = [one.session for one in pack.sessions]
    return Records(dict.fromkeys(names, naming), dict.fromkeys(names, Times(BEGAN, BEGAN + 600_000, turns)))


def rendered(pack: Pack, form: str, fonts: Path, **more: Any) -> bytes:
    """The file of a pack."""
    return render(pack, form, fonts, records=records_of(pack), **more)
