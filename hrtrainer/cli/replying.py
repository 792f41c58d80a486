"""hrtrainer reply: what was agreed in supervision, written by a supervisor or opened by who practises."""

import sys
from argparse import Namespace
from pathlib import Path

from hrtrainer import words as say
from hrtrainer.cli.ground import Ground
from hrtrainer.cli.kept import seal_of
from hrtrainer.history.agreed import agreed_beside, read_agreed, write_agreed
from hrtrainer.history.atomic import atomic_write
from hrtrainer.history.sealing import Unsealed
from hrtrainer.problem import Problem
from hrtrainer.receiving.calendar import calendar_bytes
from hrtrainer.receiving.opening import read_file
from hrtrainer.receiving.plainly import OddFile
from hrtrainer.receiving.reply import MOST_BYTES, read_reply, reply_bytes
from hrtrainer.session.agreed import Agreed, AgreedThen
from hrtrainer.sitting import now


def reply(ground: Ground, words: Namespace) -> int:
    """Write a reply, or open one. Raises Problem C11, C15, C31, E01, F31, F32, H21, C22, C23, C28."""
    if words.file is None:
        agreed = _written(ground, words)
        _save(words.output, reply_bytes(agreed), words.force)
    else:
        agreed = _opened(words.file)
        path = agreed_beside(ground.paths.history)
        seal = seal_of(ground) or Unsealed()
        write_agreed(path, seal, (*read_agreed(path, seal), AgreedThen(agreed, now())))
        print(_told(agreed))
    if words.ics is not None:
        _save(words.ics, calendar_bytes(agreed, now()), words.force)
    return 0


def _written(ground: Ground, words: Namespace) -> Agreed:
    if words.output is None or not words.practise:
        hint = (
            'As in: hrtrainer reply --practise "Ask first, then tell" -o reply.json; or hrtrainer reply FILE opens one.'
        )
        raise Problem("C31", "What was agreed, and where does it go?", hint)
    if words.principle and ground.reference.yardstick.principle(words.principle) is None:
        known = ", ".join(one for one in ground.reference.yardstick.sets)
        hint = f"It is the id of one, as in nhrc.real-voice; sets are {known}."
        raise Problem("C11", f"There is no principle '{words.principle}'.", hint)
    day, _, time = words.next.partition("T")
    return Agreed(words.practise, words.line, words.scenario, words.principle, day, time[:5], words.by, words.to)


def _opened(path: Path) -> Agreed:
    try:
        return read_reply(read_file(path, MOST_BYTES))
    except OddFile as odd:
        raise Problem(
            "F31", f"'{path.name}' {odd}.", "A supervisor writes one with: hrtrainer reply -o FILE.json"
        ) from odd


def _told(agreed: Agreed) -> str:
    lines = [f"Agreed{f' with {agreed.by}' if agreed.by else ''}: {agreed.practise}"]
    if agreed.line:
        lines.append(f"A line to try: {say.quoted(agreed.line)}")
    if agreed.next:
        lines.append(f"You meet again on {say.long_day(agreed.next)}{f', {agreed.time}' if agreed.time else ''}.")
    return "\n".join(lines)


def _save(path: Path, data: bytes, force: bool) -> None:
    if path.exists() and not force:
        raise Problem("C15", f"'{path.name}' is already there.", "Choose another name, or add --force.")
    atomic_write(path, data)
    print(f"Saved {path.name}.", file=sys.stderr)
