"""The presenter's page at a decision: branches, the vote and its hints, prompts, all principles, the comparison."""

from typing import Any

from hrtrainer import words
from hrtrainer.group import wording as say
from hrtrainer.group.letters import LETTERS
from hrtrainer.group.reveals import chances
from hrtrainer.group.room import Room
from hrtrainer.group.stage import VOTES, Stage
from hrtrainer.group.state import BOTH, LESS_CHOSEN, Round, Visit
from hrtrainer.group.votes import Run, hints, last_round, runs
from hrtrainer.pages.presenter import Branch, CompareLine, RevealShown, RunShown, VoteLine, VotePanel
from hrtrainer.pages.wall_visit import lettered_reply, option, sentences
from hrtrainer.scenario.model import Choice
from hrtrainer.scenario.regional import fill
from hrtrainer.session.telling import Teller

S = Stage


def at_visit(room: Room, tell: Teller, visit: Visit) -> dict[str, Any]:
    """The fields of the page that a decision fills."""
    stage, branch = room.state.spot.stage, room.state.spot.branch
    found: dict[str, Any] = {"branches": _branches(room, tell, visit), "facts": _facts(room, tell, visit)}
    if stage in (S.VOTE_1, S.DISCUSS, S.VOTE_2, S.COMMIT):
        found["vote"] = _vote(room, tell, visit)
    if stage in (S.SCENE, S.THINK, S.VOTE_1, S.DISCUSS):
        prompts = say.prompts(room.scene(visit))
        found["prompts"] = tuple(
            (tell.text(prompt), stage is S.DISCUSS and at == room.state.prompt) for at, prompt in enumerate(prompts)
        )
    if stage is S.COMMIT:
        found |= {"runs": _runs(room, tell, visit), "settled": _settled(room, tell, visit)}
    if stage in (S.REPLY, S.REVEAL, S.DEBRIEF) and (branch or visit.reply):
        found |= {"reveals": _reveals(room, tell, visit, branch), "chances": _chances(room, visit, branch)}
    if stage is S.CROSSROADS:
        found["suggestion"] = _suggestion(room, visit)
    if stage is S.COMPARE:
        found["compared"] = _compared(room, visit, branch)
    return found


def _branches(room: Room, tell: Teller, visit: Visit) -> tuple[Branch, ...]:
    return tuple(
        Branch(
            *(one.letter, one.shape, option(tell, one).text, tell.text(one.choice.say)),
            answer=_answer(room, tell, visit, one.choice),
            leads=_leads(room, tell, visit, one.choice),
        )
        for one in room.options(visit)
    )


def _facts(room: Room, tell: Teller, visit: Visit) -> tuple[str, ...]:
    """Where the regional facts of this moment come from, and how far they can be trusted today."""
    heard = [line.text for line in (*room.scene_lines(visit), *room.asked(visit))]
    heard += [text for one in room.options(visit) for text in (one.choice.say, *(r.text for r in one.choice.reply))]
    used = dict.fromkeys(fact for text in heard for fact in fill(text, tell.region).facts)
    return tuple(tell.footnote(fact, words.day(room.state.since)) for fact in used)


def _answer(room: Room, tell: Teller, visit: Visit, choice: Choice) -> str:
    lines = room.reply_lines(visit, choice.id)
    return tell.text(lines[0].text) if lines else ""


def _leads(room: Room, tell: Teller, visit: Visit, choice: Choice) -> str:
    """What a reply opens, gives, or ends."""
    then = room.after_reply(visit, choice.id)
    scenario = room.scenario
    parts = []
    if choice.hears:
        parts.append(f"Opens: {words.listing([tell.text(scenario.board[name].card) for name in choice.hears])}.")
    if choice.gives:
        parts.append(f"Gives: {words.listing([tell.text(scenario.ledger[name].card) for name in choice.gives])}.")
    if then.ending is not None:
        parts.append(f"Ends: {tell.text(then.ending.title)}.")
    elif then.scene is not None:
        parts.append(
            f"Then {'a turning point' if then.scene.key else 'on'}: {tell.text(then.scene.place) or then.scene.id}."
        )
    return " ".join(parts)


def _vote(room: Room, tell: Teller, visit: Visit) -> VotePanel:
    stage = room.state.spot.stage
    number = VOTES.get(stage, 2 if visit.round(2) else 1)
    counted = visit.round(number) or Round(number, (0,) * len(visit.options), 0, room.state.voters, 0)
    before = visit.round(1) if number == 2 else None
    options = room.options(visit)
    lines = tuple(
        VoteLine(
            *(one.letter, one.shape, option(tell, one).text, LETTERS.index(one.letter[0]) + 1),
            count=counted.totals[at],
            before=before.totals[at] if before else None,
        )
        for at, one in enumerate(options)
    )
    return VotePanel(
        title=f"Vote {number}",
        how=say.UP[room.state.method],
        hidden=say.COUNTS_ON_WALL if room.state.counts else say.COUNTS_HIDDEN,
        open=stage in VOTES and not room.state.looking_back,
        lines=lines,
        passes=counted.passes,
        passes_before=before.passes if before else None,
        sum=counted.sum,
        voters=counted.voters,
        sum_line=f"{counted.sum} of {words.count(counted.voters, *say.VOTERS[room.state.method])}",
        over=counted.sum > counted.voters,
        hints=hints(counted.totals, counted.passes, counted.voters, [one.letter for one in options]),
        can_undo=bool(room.undone),
    )


def _suggestion(room: Room, visit: Visit) -> str:
    """Which reply could be tried next: the one that most chose of those that were not said yet. Empty without votes."""
    counted = last_round(visit)
    untried = [at for at, choice in enumerate(visit.options) if choice not in (visit.reply, *visit.tried)]
    if counted is None or not untried or not visit.reply:
        return ""
    best = max(untried, key=lambda at: (counted.totals[at], -at))
    if not counted.totals[best]:
        return ""
    letter = room.options(visit)[best].letter
    return f"{letter} was chosen by {counted.totals[best]} of {counted.voters}. You could try it."


def _runs(room: Room, tell: Teller, visit: Visit) -> tuple[RunShown, ...]:
    letters = {one.choice.id: one.letter for one in room.options(visit)}

    def label(run: Run) -> str:
        if run.how == BOTH:
            return f"Both: {letters[run.reply]}, then {letters[run.other]}"
        first = "the less chosen first" if run.how == LESS_CHOSEN else "what most chose"
        return f"{letters[run.reply]}, {first}"

    chosen = (visit.how, visit.reply, visit.other)
    return tuple(RunShown(run, label(run), (run.how, run.reply, run.other) == chosen) for run in runs(visit))


def _settled(room: Room, tell: Teller, visit: Visit) -> str:
    if not visit.reply:
        return ""
    one = lettered_reply(room, visit, "")
    return f"{one.letter}: {tell.text(one.choice.say)}"


def _reveals(room: Room, tell: Teller, visit: Visit, branch: str) -> tuple[RevealShown, ...]:
    spot = room.state.spot
    ours = {one.principle: one.mark for one in room.state.readings if (one.visit, one.branch) == (spot.visit, branch)}
    done = spot.step if spot.stage is S.REVEAL else 0 if spot.stage is S.REPLY else len(room.lens.principles)
    return tuple(
        RevealShown(
            *(shown.principle.id, tell.text(shown.principle.name), shown.mark, sentences(tell, shown)),
            seen=at <= done,
            here=spot.stage is S.REVEAL and at == spot.step,
            ours=ours.get(shown.principle.id, ""),
        )
        for at, shown in enumerate(room.reveals(visit, branch), 1)
    )


def _chances(room: Room, visit: Visit, branch: str) -> tuple[str, ...]:
    choice = room.choice(visit, branch or visit.reply)
    return tuple(one.name for one in chances(room.lens, choice, [other.choice for other in room.options(visit)]))


def _compared(room: Room, visit: Visit, branch: str) -> tuple[CompareLine, ...]:
    ours = {shown.principle.id: shown.mark for shown in room.reveals(visit, "")}
    other = {shown.principle.id: shown.mark for shown in room.reveals(visit, branch)}
    return tuple(
        CompareLine(one.name, str(ours.get(one.id, "")), str(other.get(one.id, "")))
        for one in room.lens.principles
        if one.id in ours or one.id in other
    )
