"""From sessions that a person chose to their statements: what waits in the outbox, and what a file of them holds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_URL, UUID, uuid5

from hrtrainer import __version__, words
from hrtrainer.export.xapi import Naming, Records, Statement, Times, statements
from hrtrainer.paths import Paths
from hrtrainer.scenario.lookup import Reference
from hrtrainer.sending.keys import pseudonym
from hrtrainer.sending.rooms import of_room, without_struck
from hrtrainer.sending.store import RecordStore, read_store
from hrtrainer.session.event import GROUP
from hrtrainer.session.packing import Choices, packed
from hrtrainer.session.play import Session
from hrtrainer.session.summarise import summarise
from hrtrainer.session.turns import turns


@dataclass(frozen=True, slots=True)
class Chosen:
    """A session as it was played, and the reference data of then."""

    session: Session
    reference: Reference


def statements_of(
    chosen: Sequence[Chosen], choices: Choices, store: RecordStore, places: Paths, today: str, lens: str = ""
) -> Mapping[str, tuple[Statement, ...]]:
    """The statements of each session, by its key, without anything that was struck or left out.

    They say when something happened only where the day is told. Raises Problem N01, N06, E01.
    """
    records = _records((one.session for one in chosen), choices.date, store.organisation, store.version, places)
    own = [one for one in chosen if one.session.started.tempo != GROUP]
    rooms = [one for one in chosen if one.session.started.tempo == GROUP]
    told = [summarise(one.session, one.reference, today, lens) for one in own]
    found = dict(statements(packed(told, choices), records))
    for one in rooms:
        room = without_struck(summarise(one.session, one.reference, today, lens), one.session, one.reference)
        found |= statements(packed([room], of_room(choices)), records)
    return found


def records_for(form: str, sessions: Iterable[Session], date: str, places: Paths) -> Records | None:
    """What a format says beside a pack of these sessions: xAPI alone says anything, and says it as sending does.

    Where no record store is set, things are named under an address that is nobody's. Raises Problem N01, N06, E01.
    """
    if form != "xapi":
        return None
    store = read_store(places.record_store)
    return _records(sessions, date, store.organisation_or_nobody, store.version, places)


def _records(sessions: Iterable[Session], date: str, home: str, version: str, places: Paths) -> Records:
    by_key = {one.started.session: one for one in sessions}
    return Records(
        {key: _naming(one, home, version, places) for key, one in by_key.items()},
        {key: times_of(one) for key, one in by_key.items()} if date == "day" else {},
    )


def times_of(session: Session) -> Times:
    """When it began, when each answer that stands was given, and when the conversation was over or left."""
    run = turns(session)
    at = {turn.number: session.event(turn.event).at for turn in run}
    began = session.started.at
    return Times(began, max([began, *at.values()]), at)


@dataclass(frozen=True, slots=True)
class _Ids:
    """The UUID of a statement by its name within the session."""

    registration: UUID

    def __call__(self, name: str) -> str:
        return str(uuid5(self.registration, name))


def _naming(session: Session, home: str, version: str, places: Paths) -> Naming:
    key = session.started.session
    registration = _uuid(key)
    whom = key if session.started.tempo == GROUP else ""
    return Naming(
        home=home,
        account=pseudonym(places, home, whom),
        registration=str(registration),
        id_of=_Ids(registration),
        language=session.scenario.language,
        program=f"{words.PROGRAM} {__version__}",
        version=version,
    )


def _uuid(key: str) -> UUID:
    """The UUID of a session: its key is one, unless it came from elsewhere."""
    try:
        return UUID(hex=key)
    except ValueError:
        return uuid5(NAMESPACE_URL, key)
