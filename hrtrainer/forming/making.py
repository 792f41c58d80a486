"""A pack as a file in an organisation's form. Its own Word form is filled in a process that is watched and ended."""

import json
import os
import subprocess
import sys
from pathlib import Path

from hrtrainer.export.form import Form
from hrtrainer.export.formats import render
from hrtrainer.export.typesetting import PAPERS
from hrtrainer.export.word import fields_of
from hrtrainer.export.xapi import Records
from hrtrainer.export.zipped import unpacked_size
from hrtrainer.forming.child import FILLED, REFUSED, Reply
from hrtrainer.forming.inspecting import inspect
from hrtrainer.problem import Problem
from hrtrainer.session.packing import Pack

_SECONDS = 20
_MOST_BYTES = 20_000_000
_LOADING = ("SYSTEMROOT", "LD_LIBRARY_PATH")
"""All that an interpreter may need of its surroundings in order to start."""
_START = "import sys; sys.path[:] = {path!r}; from hrtrainer.forming.child import main; main()"


def made(
    pack: Pack,
    form: str,
    fonts: Path,
    paper: str = PAPERS[0],
    house: Form | None = None,
    records: Records | None = None,
) -> bytes:
    """The file of a pack. Raises Problem as hrtrainer.export.formats.render, and E10, E11, E13 for a Word form."""
    house = house or Form()
    if form == "docx" and house.word:
        return fill(house.word, pack, house, fonts)
    return render(pack, form, fonts, paper, house, records)


def fill(template: bytes, pack: Pack, house: Form, fonts: Path) -> bytes:
    """A foreign Word form filled with a pack, in a child process with limits. Raises Problem E10, E11, E13."""
    inspect(template)
    told = json.dumps(fields_of(pack, house, fonts), ensure_ascii=True).encode("ascii")
    reply = _asked(len(told).to_bytes(8, "big") + told + template)
    if reply.kind == REFUSED:
        code, sentence, hint = json.loads(reply.data)
        raise Problem(code, sentence, hint)
    return reply.data


def _asked(question: bytes) -> Reply:
    """What the child answers. It is ended when it takes too long; what it takes of memory it ends by itself."""
    try:
        ended = subprocess.run(
            [sys.executable, "-I", "-c", _START.format(path=sys.path)],
            input=question,
            capture_output=True,
            timeout=_SECONDS,
            env={name: os.environ[name] for name in _LOADING if name in os.environ},
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise _stopped(f"it took longer than {_SECONDS} seconds") from late
    kind, data = ended.stdout[:1], ended.stdout[1:]
    if ended.returncode or kind not in (FILLED, REFUSED):
        raise _stopped("it took more time or memory than a form may")
    if kind == FILLED and max(len(data), unpacked_size(data)) > _MOST_BYTES:
        raise _stopped("it made a file larger than 20 MB")
    return Reply(kind, data)


def _stopped(why: str) -> Problem:
    return Problem(
        "E13", f"The Word form was stopped: {why}.", "Look for loops in it, or save without a form of your own."
    )
