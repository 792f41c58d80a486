"""The process in which a foreign Word form is filled: little time, little memory, no file to write, nothing to start.

It reads the fields and the form from its standard input and answers on its standard output: one byte that says which
kind of answer, then the file or the Problem. On Windows there are no such limits to set; the one who asked ends it
there when it takes too long.
"""

import json
import sys
from dataclasses import dataclass

from hrtrainer.export.word import filled, warm
from hrtrainer.problem import Problem

FILLED, REFUSED = b"F", b"R"
_CPU_SECONDS = 10
_STANDARD = 3
"""Standard input, output and error are open; nothing else can be."""
_MEMORY = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: FILLED with a file, or REFUSED with a Problem as JSON."""

    kind: bytes
    data: bytes


def main() -> None:
    """Answer one question, and end."""
    question = sys.stdin.buffer.read()
    size = int.from_bytes(question[:8], "big")
    told, form = json.loads(question[8 : 8 + size]), question[8 + size :]
    warm()
    limit()
    try:
        reply = Reply(FILLED, filled(form, told))
    except Problem as problem:
        reply = Reply(REFUSED, json.dumps([problem.code, problem.message, problem.hint]).encode("ascii"))
    sys.stdout.buffer.write(reply.kind + reply.data)
    sys.stdout.buffer.flush()


def limit() -> None:
    """Give this process its limits, for good."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_STANDARD, _STANDARD))
