"""From the outbox to the record store: in batches, once each whatever happens on the way, and nothing is lost.

Every statement has an id that follows from its session, so one that is sent twice is known there. What a record store
says then differs: some take the batch and keep each once, others refuse the whole batch with 409. So a batch that is
refused is halved, down to single ones, and a single one that is known is looked up and compared.
"""

import json
import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from hrtrainer.history.outbox import NEVER, Course, Outbox, Posted
from hrtrainer.problem import Problem
from hrtrainer.sending.wire import Answer, Wire

BATCH, BATCH_BYTES = 200, 400_000

_TRIES, _ODD = 3, 3
"""How often one that is not understood is tried; how many of them in a row speak against all that was sent."""
_FIRST, _LONGEST, _DAY = 15_000, 3_600_000, 86_400_000
_OTHERWISE = "The record store holds it already, otherwise than it is now; only there can it be changed."
_KEPT = "Nothing is lost; it is tried again by itself."


class _HaltedError(Exception):
    """Sending ends here for now. `wait` is how long at least, in milliseconds; NEVER: until somebody acts."""

    def __init__(self, why: str, hint: str, wait: int = 0) -> None:
        super().__init__(why)
        self.why, self.hint, self.wait = why, hint, wait


class Delivery:
    """One run of sending. `clock` gives milliseconds since 1970, `draw` a number from 0 to 1."""

    def __init__(
        self, outbox: Outbox, wire: Wire, clock: Callable[[], int], draw: Callable[[], float] = random.random
    ) -> None:
        self._outbox, self._wire, self._clock, self._draw = outbox, wire, clock, draw
        self._odd, self._taken = 0, 0

    def run(self, stopped: Callable[[], bool], tell: Callable[[int], None]) -> int:
        """Send what waits, until it is all there, it does not go on, or it is stopped; gives how many arrived.

        `tell` hears after each batch how many have. What went wrong is in the outbox's course. Raises Problem H20.
        """
        try:
            while not stopped() and (batch := self._outbox.next(BATCH, BATCH_BYTES)):
                self._send(batch, stopped)
                tell(self._taken)
        except _HaltedError as halted:
            self._halt(halted)
        except Problem as problem:
            if not problem.code.startswith("N"):
                raise
            self._halt(_HaltedError(problem.message, problem.hint))
        finally:
            self._wire.close()
        return self._taken

    def _halt(self, halted: _HaltedError) -> None:
        course, now = self._outbox.standing().course, self._clock()
        wait = min(_LONGEST, _FIRST * 2 ** min(course.failures, 20)) * (0.5 + self._draw() / 2)
        then = NEVER if halted.wait == NEVER else now + max(int(wait), halted.wait)
        self._outbox.go_on(Course(course.failures + 1, then, halted.why, halted.hint, course.arrived))

    def _send(self, batch: Sequence[Posted], stopped: Callable[[], bool]) -> None:
        answer = self._wire.post("/statements", f"[{','.join(one.body for one in batch)}]".encode())
        if answer.status in (200, 204):
            self._arrived(batch)
        elif answer.status == 409:
            self._look_up(batch, stopped)
        elif answer.status not in (400, 413, 422):
            raise _halted(answer, self._clock())
        elif len(batch) > 1:
            self._halve(batch, stopped)
        else:
            self._single(batch[0], answer.status)

    def _halve(self, batch: Sequence[Posted], stopped: Callable[[], bool]) -> None:
        middle = len(batch) // 2
        for half in (batch[:middle], batch[middle:]):
            if not stopped():
                self._send(half, stopped)

    def _arrived(self, batch: Sequence[Posted]) -> None:
        self._outbox.arrived((one.id for one in batch), self._clock())
        self._taken += len(batch)
        self._odd = 0

    def _single(self, one: Posted, status: int) -> None:
        """What to make of it that this one, alone, is not taken."""
        if status == 413:
            self._outbox.refused(one.id, "It is too large for the record store.", for_good=True)
            return
        why = f"The record store does not take it ({status})."
        self._outbox.refused(one.id, why, for_good=one.tries + 1 >= _TRIES)
        self._odd += 1
        if self._odd >= _ODD:
            hint = "Is the address right, and the version? Settings tests the connection."
            raise _HaltedError(f"The record store takes nothing of what is sent ({status}).", hint)

    def _look_up(self, batch: Sequence[Posted], stopped: Callable[[], bool]) -> None:
        """Something of it is known there, perhaps because an answer was lost: find out what, and send the rest."""
        there: list[Posted] = []
        missing: list[Posted] = []
        readable = True
        try:
            for one in batch:
                answer = self._wire.get(f"/statements?statementId={one.id}")
                if answer.status in (401, 403):
                    readable = False
                    break
                if answer.status == 404:
                    missing.append(one)
                elif answer.status != 200:
                    raise _halted(answer, self._clock())
                elif _same(json.loads(one.body), answer.body):
                    there.append(one)
                else:
                    self._outbox.refused(one.id, _OTHERWISE, for_good=True)
        finally:
            if there:
                self._arrived(there)
        if readable and len(missing) < len(batch):
            if missing:
                self._send(missing, stopped)
        elif len(batch) > 1:
            self._halve(batch, stopped)
        elif readable:
            self._outbox.refused(batch[0].id, "It was there, and was taken back there.", for_good=True)
        else:  # who may write only: the id follows from the session, so what is there is ours
            self._arrived(batch)


def try_connection(wire: Wire) -> None:
    """Ask for one statement, and look whether that is answered. Raises Problem N02 to N05."""
    try:
        answer = wire.get("/statements?limit=1")
        if answer.status == 200 and not _is_answer(answer.body):
            raise Problem("N05", "Something answers there, but no record store.", "Is the address right?")
        if answer.status not in (200, 204):
            halted = _halted(answer, 0)
            raise Problem("N04" if halted.wait == NEVER else "N05", halted.why, halted.hint)
    finally:
        wire.close()


def _is_answer(body: bytes) -> bool:
    try:
        found = json.loads(body)
    except ValueError:
        return False
    return isinstance(found, dict) and isinstance(found.get("statements"), list)


def _halted(answer: Answer, now: int) -> _HaltedError:
    """Why sending ends at such an answer."""
    status = answer.status
    if status in (401, 403):
        return _HaltedError(f"The record store refuses the user or the password ({status}).", "Give them anew.", NEVER)
    if 300 <= status < 400:
        hint = "It is not followed, for the password would go there too. Give the new address."
        return _HaltedError(f"The record store points to another address ({status}).", hint, NEVER)
    if status in (404, 405, 410):
        return _HaltedError(
            f"There is no record store at this address ({status}).", "Look at the address once more.", NEVER
        )
    return _HaltedError(
        f"The record store cannot take anything now ({status}).", _KEPT, _patience(answer.retry_after, now)
    )


def _patience(header: str, now: int) -> int:
    """How long to wait, as the record store asks: seconds, or a time."""
    try:
        wait = int(header) * 1000 if header.strip().isdigit() else _until(header) - now
    except (ValueError, TypeError, OverflowError):
        return 0
    return min(max(wait, 0), _DAY)


def _until(header: str) -> int:
    moment = parsedate_to_datetime(header)
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)


def _same(ours: dict[str, Any], body: bytes) -> bool:
    """Whether what is there says what ours says, however the record store writes it down."""
    try:
        theirs = json.loads(body)
        timed = "timestamp" in ours  # where we gave no time, the record store gives it one
        return _core(ours, timed) == _core(theirs, timed)
    except (ValueError, KeyError, TypeError, AttributeError):
        return False


def _core(statement: dict[str, Any], timed: bool) -> tuple[Any, ...]:
    return (
        statement["id"],
        statement["actor"]["account"],
        statement["verb"]["id"],
        statement["object"]["id"],
        statement.get("result"),
        statement["context"]["registration"],
        datetime.fromisoformat(statement["timestamp"]) if timed else None,
    )
