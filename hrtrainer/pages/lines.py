"""A line of the transcript as it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from hrtrainer.scenario.model import NARRATOR, YOU, Line
from hrtrainer.scenario.regional import fill
from hrtrainer.session.telling import Teller


@dataclass(frozen=True, slots=True)
class TurnLine:
    """One line. `kind` is narrator, person or you; `name` who speaks; `notes` say where its regional facts come from.

    `turn` is the number of the answer it belongs to (0 before the first); `own` when it holds the trainee's own words.
    """

    kind: str
    name: str
    text: str
    manner: str = ""
    turn: int = 0
    notes: tuple[str, ...] = ()
    own: bool = False

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        manner = f" ({self.manner})" if self.manner else ""
        return f"{self.name}{manner}: {self.text}" if self.name else self.text


def turn_lines(tell: Teller, lines: Sequence[Line], turn: int, today: str) -> tuple[TurnLine, ...]:
    """Lines of a scenario as they are shown in a region on a day."""
    return tuple(_turn_line(tell, line, turn, today) for line in lines)


def _turn_line(tell: Teller, line: Line, turn: int, today: str) -> TurnLine:
    filled = fill(line.text, tell.region)
    told = tell.line(line)
    kind = line.speaker if line.speaker in (NARRATOR, YOU) else "person"
    notes = tuple(tell.footnote(fact, today) for fact in filled.facts)
    return TurnLine(kind, told.name, told.text, told.manner, turn, notes)


def said_line(text: str, turn: int, own: bool = False) -> TurnLine:
    """What the trainee said."""
    return TurnLine(YOU, "You", text, turn=turn, own=own)
