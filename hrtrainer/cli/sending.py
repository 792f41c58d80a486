"""hrtrainer send: sessions that somebody chose, as statements to a record store of their organisation."""

import getpass
import json
import os
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import asdict

from hrtrainer import words as say
from hrtrainer.cli.chosen import check_struck, choices_of, chosen_sessions
from hrtrainer.cli.ground import Ground
from hrtrainer.cli.kept import seal_of
from hrtrainer.cli.noting import keep_note
from hrtrainer.cli.playing import today
from hrtrainer.cli.trouble import COULD_NOT
from hrtrainer.export.xapi import Statement, as_text
from hrtrainer.history.lock import Lock
from hrtrainer.history.outbox import Outbox, Standing
from hrtrainer.history.sealing import Seal
from hrtrainer.problem import Problem
from hrtrainer.sending.choosing import Chosen, statements_of
from hrtrainer.sending.delivery import Delivery, try_connection
from hrtrainer.sending.keys import forget_password, keep_password, password_of
from hrtrainer.sending.store import RecordStore, checked, checked_home, read_store, write_store
from hrtrainer.sending.telling import AS_SENT, told
from hrtrainer.sending.wire import Wire
from hrtrainer.session.packing import Choices
from hrtrainer.session.summarise import summarise
from hrtrainer.sitting import now


def send(ground: Ground, words: Namespace) -> int:
    """Do what is wanted of the record store and the outbox; 0, or 2 where something waits and did not arrive.

    Raises Problem C11, C14, C31, E01, H20, N01 to N06.
    """
    if words.to is not None:
        return _set_up(ground, words)
    store = read_store(ground.paths.record_store)
    if words.off:
        return _off(ground, store)
    if words.status:
        return _status(ground, words)
    if words.take_back:
        with closing(Outbox(ground.paths.outbox)) as outbox:
            print(f"Taken back: {say.count(outbox.take_back(), 'statement')}.")
        return 0
    if words.preview:
        found = _statements(ground, words, store, choices_of(ground, words), _sessions(ground, words, seal_of(ground)))
        sys.stdout.write(as_text(found))
        return 0
    if not store.on:
        hint = "hrtrainer send --to https://... --user NAME, or Settings in the window"
        raise Problem("C31", "No record store is set, so nothing is sent.", hint)
    if words.test:
        try_connection(_wire(ground, store))
        print("The record store answers, and knows you.")
        return 0
    return _send(ground, words, store)


def _send(ground: Ground, words: Namespace, store: RecordStore) -> int:
    if words.sessions:
        _put(ground, words, store)
    with closing(Outbox(ground.paths.outbox)) as outbox:
        if words.again:
            outbox.try_again()
        lock = Lock(ground.paths.outbox.with_name(f".{ground.paths.outbox.name}.lock"))
        if not lock.take():
            raise Problem("H06", "The window is sending already.", "What you chose is in the outbox, and goes with it.")
        try:
            Delivery(outbox, _wire(ground, store), now).run(lambda: False, _tell)
        finally:
            lock.free()
        standing = outbox.standing()
    _print(standing)
    return COULD_NOT if standing.waiting or standing.refused else 0


def _put(ground: Ground, words: Namespace, store: RecordStore) -> None:
    """Put what was chosen into the outbox, and keep a note of that with the sessions, as the window does."""
    seal, choices = seal_of(ground), choices_of(ground, words)
    chosen = _sessions(ground, words, seal)
    found = _statements(ground, words, store, choices, chosen)
    with closing(Outbox(ground.paths.outbox)) as outbox:
        print(f"In the outbox: {say.count(outbox.put(found), 'statement')}.", file=sys.stderr)
    keep_note(ground, seal, (one.session for one in chosen), *AS_SENT, choices)


def _tell(arrived: int) -> None:
    print(f"{say.count(arrived, 'statement')} arrived.", file=sys.stderr, flush=True)


def _sessions(ground: Ground, words: Namespace, seal: Seal | None) -> list[Chosen]:
    return [Chosen(*one) for one in chosen_sessions(ground, words.sessions or ["last"], seal, led=True)]


def _statements(
    ground: Ground, words: Namespace, store: RecordStore, choices: Choices, chosen: Sequence[Chosen]
) -> Mapping[str, tuple[Statement, ...]]:
    check_struck([summarise(one.session, one.reference, today()) for one in chosen], choices)
    return statements_of(chosen, choices, store, ground.paths, today(), words.lens or "")


def _wire(ground: Ground, store: RecordStore) -> Wire:
    endpoint = checked(store.endpoint)
    return Wire(endpoint, store.user, password_of(ground.paths, endpoint, store.user), store.version)


def _set_up(ground: Ground, words: Namespace) -> int:
    if not words.user:
        raise Problem("C31", "Who are you there?", "As in: hrtrainer send --to https://... --user NAME")
    endpoint = checked(words.to)
    store = RecordStore(True, False, endpoint, checked_home(words.organisation), words.user, words.xapi)
    password = _password(words.password_fd)
    write_store(ground.paths.record_store, store)
    if warning := keep_password(ground.paths, endpoint, store.user, password):
        print(f"hrtrainer: {warning}", file=sys.stderr)
    print("What you choose goes there from now on. Nothing is sent by itself: hrtrainer send SESSION")
    return 0


def _off(ground: Ground, store: RecordStore) -> int:
    write_store(ground.paths.record_store, store._replace(on=False))
    forget_password(ground.paths, store.endpoint, store.user)
    print("No record store is used. What waits stays in the outbox; 'send --take-back' empties it.")
    return 0


def _password(descriptor: int | None) -> str:
    try:
        if descriptor is not None:
            with os.fdopen(descriptor, encoding="utf-8", closefd=False) as file:
                return file.readline().rstrip("\r\n")
        if sys.stdin.isatty():
            return getpass.getpass("Password of the record store: ")
    except (OSError, ValueError) as error:
        raise Problem("C28", f"The password cannot be read from the file descriptor {descriptor}.") from error
    raise Problem("C28", "There is no terminal to ask for the password.", "Give a file descriptor with --password-fd.")


def _status(ground: Ground, words: Namespace) -> int:
    with closing(Outbox(ground.paths.outbox)) as outbox:
        standing = outbox.standing()
    if words.json:
        print(json.dumps(asdict(standing), indent=2))
    else:
        _print(standing)
    return 0


def _print(standing: Standing) -> None:
    print("\n".join(told(standing, now(), "hrtrainer send --again")))
