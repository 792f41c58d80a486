"""What a person hands over of their sessions: their choices, and the value from which every form of it is made.

What was struck or left out is not in a Pack at all, so nothing that is made of one can show it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from hrtrainer.session.leaving_out import left_out
from hrtrainer.session.summary import LineTold, Summary, TurnTold
from hrtrainer.session.withholding import IDS, OWN, WITHHELD, swept, withheld

PARTS: Mapping[str, str] = MappingProxyType(
    {
        "path": "The conversation, turn by turn",
        "quotes": "The lines that were said",
        "own-words": "Words I typed first",
        "taken-back": "Answers I took back",
        "ledger": "What the person left with",
        "ending": "How it ended",
        "marks": "Principles, with the moments",
        "counts": "Counts for each principle",
        "board": "What was heard, and still quiet",
        "moves": "Moves chosen",
        "learning": "What to keep, and to try",
        "reflections": "My reflections",
        "guess": "My guess beside the notes",
        "questions": "Questions for supervision",
        "sources": "Facts and sources",
    }
)
"""What can go into a pack, by id, with its name on the screen."""

USUAL = frozenset(PARTS) - {"own-words", "taken-back", "counts", "guess"}
"""What goes in until somebody says otherwise: neither first tries nor anything that looks like a count."""

DATES = ("day", "month", "none")

ORGANISATION_QUESTIONS = (
    "Where does our organisation work within harm reduction, and where not yet?",
    "What does harm reduction look like in my role: what do I do, what could I start, and what may I not do?",
    "Who do we work with on this, and who is missing?",
    "Who with lived or living experience takes part here, deciding what, and paid how?",
)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose. `struck` are ids of lines (`lines_of`), `hidden` names to take out wherever they stand.

    `code_name` and `talk` take the place of what the sessions say where they are given. `answers` are (question,
    answer) about the organisation; `barriers` what stands in the way that is not the worker's to change.
    """

    parts: frozenset[str] = frozenset(PARTS)
    struck: frozenset[str] = frozenset()
    hidden: tuple[str, ...] = ()
    code_name: str | None = None
    talk: str | None = None
    date: str = DATES[0]
    answers: tuple[tuple[str, str], ...] = ()
    barriers: tuple[str, ...] = ()

    def struck_in(self, session: str) -> int:
        """How many lines of a session are struck."""
        return sum(id.startswith(f"{session}/") for id in self.struck)

    def parts_in_order(self) -> tuple[str, ...]:
        """Which parts go in, in the order of PARTS."""
        return tuple(one for one in PARTS if one in self.parts)


@dataclass(frozen=True, slots=True)
class Pack:
    """What is handed over: sessions without what was struck or left out, and what stands around them.

    `parts` says what was chosen, so that an empty part can be told from one that was left out.
    """

    sessions: tuple[Summary, ...]
    code_name: str
    talk: str
    answers: tuple[tuple[str, str], ...] = ()
    barriers: tuple[str, ...] = ()
    parts: frozenset[str] = field(default=frozenset(PARTS))


@dataclass(frozen=True, slots=True)
class Line:
    """A line that can be struck: its id, who says it, and its words."""

    id: str
    who: str
    text: str


def packed(sessions: Sequence[Summary], choices: Choices) -> Pack:
    """The pack of sessions by these choices. What was struck is taken out of every corner of it."""
    lines = [line for one in sessions for line in lines_of(one)]
    struck = frozenset(line.text for line in lines if line.id in choices.struck)
    whole = Pack(
        sessions=tuple(_dated(left_out(_struck(one, struck), choices.parts), choices) for one in sessions),
        code_name=choices.code_name if choices.code_name is not None else next((s.code_name for s in sessions), ""),
        talk=talk_of(sessions, choices),
        answers=tuple((asked, text) for asked, text in choices.answers if text.strip()),
        barriers=tuple(text for text in choices.barriers if text.strip()),
        parts=choices.parts & frozenset(PARTS),
    )
    gone = [line.text for line in lines if line.id in choices.struck or _unwanted(line, whole)]
    whole = swept(whole, withheld(gone), OWN) if gone else whole
    return swept(whole, withheld((), choices.hidden), IDS) if choices.hidden else whole


def talk_of(sessions: Sequence[Summary], choices: Choices) -> str:
    """What the person wants to talk about, as they typed it: here, or at the end of the conversations."""
    if choices.talk is not None:
        return choices.talk
    return "\n".join(one.talk_about for one in sessions if one.talk_about)


def _unwanted(line: Line, pack: Pack) -> bool:
    """Whether a line belongs to a part that was left out: what quotes it elsewhere must not tell it either."""
    kind = line.id.split("/")[-1].split(".")
    if kind[0] not in ("turns", "withdrawn"):
        return False
    if kind[2] == "own":
        return "own-words" not in pack.parts
    return "quotes" not in pack.parts and kind[2] != "differently"


def lines_of(told: Summary) -> tuple[Line, ...]:
    """Every line of a session that can be struck, each with an id that stays the same while the session does."""
    return tuple(replace(line, id=f"{told.session}/{line.id}") for line in _lines(told) if line.text.strip())


def _lines(told: Summary) -> Iterator[Line]:
    for name, run in (("turns", told.turns), ("withdrawn", told.withdrawn)):
        for at, turn in enumerate(run):
            yield from _spoken(f"{name}.{at}.heard", turn.heard)
            yield Line(f"{name}.{at}.own", "You", turn.own)
            yield Line(f"{name}.{at}.said", "You", turn.said)
            yield from _spoken(f"{name}.{at}.reply", turn.reply)
            yield Line(f"{name}.{at}.differently", "", turn.differently)
    if told.ending:
        yield from _spoken("ending", told.ending.lines)
    for name, texts in (
        ("left_with", [one.card for one in told.left_with]),
        ("floor", [one.text for one in told.floor]),
        ("strengths", [one.quote for one in told.strengths]),
        ("to_try", [one.said for one in told.to_try]),
        ("reflections", [text for _, text in told.reflections]),
        ("questions", told.questions),
        ("facts", told.facts),
    ):
        yield from (Line(f"{name}.{at}", "", text) for at, text in enumerate(texts))
    for number, area in enumerate(told.board):
        yield from (Line(f"board.{number}.heard.{at}", "", card) for at, (card, _) in enumerate(area.heard))
        yield from (Line(f"board.{number}.quiet.{at}", "", text) for at, text in enumerate(area.quiet))


def _spoken(name: str, lines: Sequence[LineTold]) -> Iterator[Line]:
    return (Line(f"{name}.{at}", line.name, line.text) for at, line in enumerate(lines))


def _struck(told: Summary, gone: frozenset[str]) -> Summary:
    """Without what rests on a struck answer: its reasons, the name of its move, and which choice it was.

    So it is for every answer in the same words, also one that was taken back. The words themselves are taken out of the
    whole pack at its end. A turn keeps its number and its marks, and every list its length, so that ids go on meaning
    the same line.
    """
    bare = {turn.number for turn in told.turns if {turn.said, turn.own} & gone}
    turns, back = (
        tuple(_without_reasons(turn) if {turn.said, turn.own} & gone else turn for turn in run)
        for run in (told.turns, told.withdrawn)
    )
    principles, beside = (
        tuple(
            replace(one, moments=tuple(replace(m, evidence=()) if m.turn in bare else m for m in one.moments))
            for one in group
        )
        for group in (told.principles, told.beside)
    )
    return replace(
        told,
        turns=turns,
        withdrawn=back,
        principles=principles,
        beside=beside,
        moves=tuple(
            replace(one, turns=tuple(turn for turn in one.turns if turn not in bare))
            for one in told.moves
            if set(one.turns) - bare
        ),
        strengths=tuple(replace(s, quote=WITHHELD, why="") if s.turn in bare else s for s in told.strengths),
        to_try=tuple(
            replace(one, said=WITHHELD, why="", move="", say="") if one.turn in bare else one for one in told.to_try
        ),
    )


def _without_reasons(turn: TurnTold) -> TurnTold:
    return replace(turn, scene="", choice="", headline="", moves=(), instead=(), not_taken=())


def _dated(told: Summary, choices: Choices) -> Summary:
    day = {"day": told.day, "month": told.day[:7]}.get(choices.date, "")
    name = told.code_name if choices.code_name is None else choices.code_name
    return replace(told, day=day, code_name=name)
