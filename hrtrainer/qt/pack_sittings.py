"""Which conversations are in a pack, and which could be."""

from PySide6.QtCore import QDateTime

from hrtrainer import words
from hrtrainer.history.spans import Span, sessions_in
from hrtrainer.problem import Problem
from hrtrainer.qt.desk import Desk
from hrtrainer.qt.ground import Ground
from hrtrainer.session.summarise import summarise
from hrtrainer.session.summary import Summary
from hrtrainer.sitting import Sitting, sit_down_again

_MOST = 12
"""How many conversations are offered, the newest first."""


class PackSittings:
    """The conversations of a pack, by key."""

    def __init__(self, ground: Ground, desk: Desk) -> None:
        self._ground, self._desk = ground, desk
        self.chosen: dict[str, Sitting] = {}

    def take(self, sittings: list[Sitting]) -> bool:
        """Put exactly these in; whether they are others than before."""
        before, self.chosen = set(self.chosen), {sitting.key: sitting for sitting in sittings}
        return before != set(self.chosen)

    def put_in(self, keys: tuple[str, ...]) -> None:
        """Put in those with these keys. Raises Problem H03, H05, C14."""
        self.chosen = {key: self.chosen.get(key) or self._sat(key) for key in keys}

    def keep_up(self) -> None:
        """Use the sitting on the desk for its conversation, and let go of one that was not kept and is over."""
        desk = self._desk.sitting
        self.chosen = {
            key: desk if desk is not None and desk.key == key else one
            for key, one in self.chosen.items()
            if one.kept or one is desk
        }

    def newest(self) -> list[Sitting]:
        """The conversation that was had last, if there is any."""
        offered = self.offered()
        return [self._sat(offered[0][0])] if offered else []

    def summaries(self, lens: str) -> list[Summary]:
        """What is told of them through a principle set ('' for that of each), the oldest first."""
        today, lens = self._ground.today(), self.known(lens)
        found = [summarise(one.session, one.reference, today, lens) for one in self.chosen.values()]
        return sorted(found, key=lambda told: (told.day, told.session))

    def known(self, lens: str) -> str:
        """A principle set, if there is still one of this name; else '', for that of each conversation."""
        return lens if lens in self._ground.reference.yardstick.sets else ""

    def offered(self) -> list[tuple[str, str]]:
        """The conversations that can be put in, key and name: those on the desk and the newest that were kept."""
        kept = sessions_in(self._ground.history, Span(), _MOST)
        found = {row.key: f"{row.title}, {_when(row.started)}" for row in kept}
        sitting = self._desk.sitting
        here = [*self.chosen.values(), *([sitting] if sitting is not None and sitting.session.length > 1 else [])]
        for one in here:
            title = one.session.scenario.title
            found.setdefault(one.key, f"{title}, {_when(one.session.started.at)}")
        return list(found.items())

    def _sat(self, key: str) -> Sitting:
        """The sitting of a conversation: the one on the desk, or one of what was kept. Raises Problem H03, H05, C14."""
        if self._desk.sitting is not None and self._desk.sitting.key == key:
            return self._desk.sitting
        row = self._ground.history.session(key)
        if row is None:
            raise Problem("C14", "This conversation is not there any more.", "Choose another one.")
        return sit_down_again(self._ground.history, row, self._ground.reference)


def _when(at: int) -> str:
    """The day and the time of a beginning where the person is: of one scenario there may be several on one day."""
    here = QDateTime.fromMSecsSinceEpoch(at)
    return f"{words.long_day(here.toString('yyyy-MM-dd'))}, {here.toString('HH:mm')}"
