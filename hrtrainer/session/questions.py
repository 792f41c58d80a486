"""Questions that a run itself raises: three to reflect on, and two or three for supervision."""

from collections.abc import Sequence
from dataclasses import dataclass

from hrtrainer import words
from hrtrainer.scenario.model import NARRATOR, YOU, Scenario
from hrtrainer.session.profile import PrincipleProfile
from hrtrainer.session.telling import Teller
from hrtrainer.session.turns import Turn

TALK_ABOUT = "talk-about"
"""The id of the question whose answer heads the summary."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the debrief. `id` is stable within a scenario; `about` says where it comes from, for the screen."""

    id: str
    about: str
    text: str


def reflection_questions(tell: Teller, run: Sequence[Turn]) -> tuple[Question, ...]:
    """Two questions about moments of this run, one to take along, and the one that heads the summary."""
    found = [_moment_question(tell, turn) for turn in _telling_turns(run)]
    return (
        *found,
        Question("take-along", "To take with you", "What is one thing you would like to try with someone this week?"),
        Question(TALK_ABOUT, "For supervision", "What do you want to talk about?"),
    )


def _telling_turns(run: Sequence[Turn]) -> list[Turn]:
    """Two turns worth a thought: turning points first, unsure ones before all, spread over the run."""
    marked = [turn for turn in run if turn.marked]
    ranked = sorted(marked, key=lambda turn: (not turn.unsure, not turn.scene.key, turn.number))
    if len(ranked) <= 2:
        return sorted(ranked, key=lambda turn: turn.number)
    first = ranked[0]
    apart = [turn for turn in ranked[1:] if abs(turn.number - first.number) > 2]
    return sorted([first, (apart or ranked[1:])[-1 if not apart else 0]], key=lambda turn: turn.number)


def _moment_question(tell: Teller, turn: Turn) -> Question:
    answer = next((tell.line(line) for line in turn.answered if line.speaker not in (NARRATOR, YOU)), None)
    said = _start(tell.text(turn.choice.say) if turn.choice else turn.own)
    if answer is None:
        text = f"You said {words.quoted(said)} What were you weighing just then?"
    else:
        answered = f"{answer.name} answered {words.quoted(_start(answer.text))}"
        text = f"You said {words.quoted(said)} {answered} What were you weighing just then?"
    return Question(f"turn-{turn.event}", f"Turn {turn.number}", text)


def _start(text: str, most: int = 12) -> str:
    parts = text.split()
    return text if len(parts) <= most else f"{' '.join(parts[:most])}…"


def supervision_questions(scenario: Scenario, run: Sequence[Turn], told: Sequence[PrincipleProfile]) -> tuple[str, ...]:
    """Two or three questions that open a conversation in supervision, drawn from the path; never a verdict."""
    questions = []
    strained = [(one, m) for one in told for m in one.moments if m.mark.straining]
    missed = [one for one in told if one.chances and not one.supported.count]
    unsure = [turn for turn in run if turn.unsure]
    if unsure:
        questions.append(f"Turn {unsure[0].number} was marked unsure. What made it hard to choose?")
    if strained:
        one, m = strained[0]
        questions.append(f"At turn {m.turn}, what was pulling against “{one.principle.name}”?")
    if missed:
        questions.append(f"Where in our own service is there room for “{missed[0].principle.name}”?")
    if len(questions) < 2:
        questions.append(f"What would {scenario.person.name} say about how this went?")
    questions.append("What does our programme make hard here, and who could change it?")
    return tuple(questions[:3])
