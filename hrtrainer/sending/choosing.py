"""From sessions that a person chose to send to what waits in the outbox, and what of it they can look at before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_URL, UUID, uuid5

from hrtrainer import __version__, words
from hrtrainer.export.xapi import Naming, Statement, Times, statements
from hrtrainer.paths import Paths
from hrtrainer.scenario.lookup import Reference
from hrtrainer.sending.keys import pseudonym
from hrtrainer.sending.rooms import of_room, without_struck
from hrtrainer.sending.store import RecordStore
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
    found = {}
    for one in chosen:
        key, told = one.session.started.session, summarise(one.session, one.reference, today, lens)
        if one.session.started.tempo == GROUP:
            told = without_struck(told, one.session, one.reference)
        pack = packed([told], of_room(choices) if one.session.started.tempo == GROUP else choices)
        times = {key: times_of(one.session)} if choices.date == "day" else {}
        found[key] = statements(pack, {key: _naming(one.session, store, places)}, times)
    return found


def times_of(session: Session) -> Times:
    """When it began, when each answer that stands was given, and when the conversation was over or left."""
    run = turns(session)
    at = {turn.number: session.event(turn.event).at for turn in run}
    began = session.started.at
    return Times(began, max([began, *at.values()]), at)


def _naming(session: Session, store: RecordStore, places: Paths) -> Naming:
    key, home = session.started.session, store.organisation
    registration = _uuid(key)
    whom = key if session.started.tempo == GROUP else ""
    return Naming(
        home=home,
        account=pseudonym(places, home, whom),
        registration=str(registration),
        id_of=lambda name: str(uuid5(registration, name)),
        language=session.scenario.language,
        program=f"{words.PROGRAM} {__version__}",
        version=store.version,
    )


def _uuid(key: str) -> UUID:
    """The UUID of a session: its key is one, unless it came from elsewhere."""
    try:
        return UUID(hex=key)
    except ValueError:
        return uuid5(NAMESPACE_URL, key)
