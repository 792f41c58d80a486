"""The outbox in the window: what is put there after a look at all of it, and sent beside the window's own work."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from hrtrainer import words
from hrtrainer.export.xapi import Statement, as_text
from hrtrainer.history.lock import Lock
from hrtrainer.history.outbox import Outbox, Standing
from hrtrainer.paths import Paths
from hrtrainer.qt.background import Work
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.widgets import record_card
from hrtrainer.qt.widgets.asking import Asking
from hrtrainer.qt.widgets.record_card import RecordCard
from hrtrainer.qt.window import Window
from hrtrainer.sending.choosing import Chosen, statements_of
from hrtrainer.sending.keys import forget_password, keep_password, password_of
from hrtrainer.sending.store import RecordStore, checked, checked_home, read_store, write_store
from hrtrainer.sending.telling import AS_SENT, told
from hrtrainer.session.packing import Choices
from hrtrainer.sitting import Sitting, now

_FIRST, _OFTEN = 4_000, 30_000
"""Milliseconds after which the outbox is looked into first, and between two looks."""
_ASK = (
    "This is all that goes, word for word. It waits in the outbox until it has arrived; what has not gone can be taken "
    "back in Settings."
)


class Sending(QObject):
    """`put` says that something was put into the outbox: as what, and where it goes."""

    put = Signal(str, str)

    def __init__(self, window: Window, ground: Ground) -> None:
        super().__init__(window)
        self._window, self._ground = window, ground
        self._card: RecordCard | None = None
        self._wire: Any = None
        self._stopped = self._delivering = False
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._look)
        self._clock.start(_FIRST)
        window.closing.connect(self._finish)

    # What is set

    def is_on(self) -> bool:
        """Whether a record store is used."""
        return self._store().on

    def serve(self, card: RecordCard) -> None:
        """Do what a card wants."""
        self._card = card
        card.destroyed.connect(self._forget_card)
        card.switched.connect(self._switch)
        card.kept.connect(self._keep)
        card.wanted.connect(self._do)

    def fill(self) -> None:
        """Show what is set, and what is in the outbox."""
        if self._card is None:
            return
        store = self._store()
        self._card.show_store(store)
        standing = self._standing() if store.on else Standing()
        lines = [*told(standing, now(), "The button above"), *(["Paused."] if store.paused else [])]
        self._card.show_standing(lines, bool(standing.refused), bool(standing.waiting))

    def _store(self) -> RecordStore:
        found = [RecordStore()]
        self._window.attempt(lambda: found.append(read_store(self._ground.paths.record_store)))
        return found[-1]

    def _standing(self) -> Standing:
        path = self._ground.paths.outbox
        if not path.exists():
            return Standing()
        with closing(Outbox(path)) as outbox:
            return outbox.standing()

    def _forget_card(self) -> None:
        self._card = None

    def _switch(self, on: bool) -> None:
        store = self._store()
        if not on and store.on:
            self._write(store._replace(on=False))
            forget_password(self._ground.paths, store.endpoint, store.user)
            self._window.tell("No record store is used, and its password is forgotten.")
        elif on and store.endpoint:
            self._write(store._replace(on=True))
        self._show_again()

    def _write(self, store: RecordStore) -> None:
        write_store(self._ground.paths.record_store, store)

    def _keep(self, store: RecordStore, password: str) -> None:
        paths = self._ground.paths
        self._beside(lambda: _taken_over(paths, store, password), self._tell_kept)

    def _tell_kept(self, warning: object) -> None:
        if self._card is not None:
            self._card.clear_password()
        self._window.tell(f"What you choose goes there from now on. {warning}".strip())
        if self._ground.paths.outbox.exists():
            self._window.attempt(lambda: self._with_outbox(Outbox.wait_no_longer))
        self._show_again()
        self._look()

    # What is put in

    def ask(self, sittings: Sequence[Sitting], choices: Choices, lens: str) -> None:
        """Show all that would go of some conversations, and put it into the outbox on a yes."""
        self._window.attempt(partial(self._ask, sittings, choices, lens))

    def _ask(self, sittings: Sequence[Sitting], choices: Choices, lens: str) -> None:
        chosen = [Chosen(one.session, one.reference) for one in sittings]
        found = statements_of(chosen, choices, self._store(), self._ground.paths, self._ground.today(), lens)
        count = words.count(sum(len(made) for made in found.values()), "statement")
        answers = (("put", "Put it in the outbox"), ("stay", "Not now"))
        asking = Asking(self._window.look, f"Send {count}?", (_ASK,), answers, self._window, as_text(found))
        asking.answered.connect(partial(self._answered, found))
        asking.open()

    def _answered(self, found: Mapping[str, Sequence[Statement]], answer: str) -> None:
        if answer == "put":
            self._window.attempt(partial(self._put, found))

    def _put(self, found: Mapping[str, Sequence[Statement]]) -> None:
        with closing(Outbox(self._ground.paths.outbox)) as outbox:
            waiting = outbox.put(found)
        self.put.emit(*AS_SENT)
        self._window.tell(f"In the outbox: {words.count(waiting, 'statement')}." if waiting else "All of it is there.")
        self._look()

    # What is done with it

    def _do(self, way: str) -> None:
        match way:
            case record_card.TRY:
                self._beside(self._try, self._tell_tried)
            case record_card.SEND:
                self._send()
            case record_card.PAUSE:
                store = self._store()
                self._window.attempt(lambda: self._write(store._replace(paused=not store.paused)))
                self._show_again()
            case record_card.AGAIN:
                self._window.attempt(lambda: self._with_outbox(Outbox.try_again))
                self._send()
            case record_card.BACK:
                self._window.attempt(lambda: self._with_outbox(Outbox.take_back))
                self._show_again()

    def _with_outbox(self, deed: Callable[[Outbox], object]) -> None:
        with closing(Outbox(self._ground.paths.outbox)) as outbox:
            deed(outbox)

    def _look(self) -> None:
        """Send what waits, if it is time to."""
        self._clock.setInterval(_OFTEN)
        store = self._store() if self._ground.paths.outbox.exists() else RecordStore()
        if store.on and not store.paused:
            standing = self._standing()
            if standing.waiting and standing.course.not_before <= now():
                self._send()

    def _send(self) -> None:
        if not self._delivering:
            self._delivering = True
            self._beside(self._deliver, self._show_again).finished.connect(self._delivered)

    def _delivered(self) -> None:
        self._delivering = False

    def _beside(self, deed: Callable[[], object], then: Callable[[object], None]) -> Work:
        work = Work(deed, self)
        work.done.connect(then)
        work.failed.connect(self._window.tell_problem)
        work.begin()
        return work

    # The way to the network is loaded once somebody sends something: most never do.

    def _connected(self) -> Any:
        from hrtrainer.sending.wire import Wire

        paths, store = self._ground.paths, read_store(self._ground.paths.record_store)
        endpoint = checked(store.endpoint)
        self._wire = Wire(endpoint, store.user, password_of(paths, endpoint, store.user), store.version)
        return self._wire

    def _try(self) -> None:
        from hrtrainer.sending.delivery import try_connection

        try_connection(self._connected())

    def _tell_tried(self, _: object) -> None:
        self._window.tell("The record store answers, and knows you.")

    def _deliver(self) -> None:
        from hrtrainer.sending.delivery import Delivery

        path: Path = self._ground.paths.outbox
        lock = Lock(path.with_name(f".{path.name}.lock"))
        if lock.take():
            try:
                with closing(Outbox(path)) as outbox:
                    Delivery(outbox, self._connected(), now).run(lambda: self._stopped, lambda arrived: None)
            finally:
                lock.free()

    def _show_again(self, _: object = None) -> None:
        if self._window.place == "settings":
            self.fill()

    def _finish(self) -> None:
        self._stopped = True
        self._clock.stop()
        if self._wire is not None:
            self._wire.hang_up()
        for work in self.findChildren(Work):
            work.wait()


def _taken_over(paths: Paths, store: RecordStore, password: str) -> str:
    """Use another record store; gives a warning where its password is in a file. Raises Problem E01, N01, N04."""
    store = store._replace(endpoint=checked(store.endpoint), home=checked_home(store.home))
    warning = ""
    if password:
        warning = keep_password(paths, store.endpoint, store.user, password)
    else:
        password_of(paths, store.endpoint, store.user)
    write_store(paths.record_store, store)
    return warning
