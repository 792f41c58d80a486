"""hrtrainer play: a conversation in the terminal, by number keys, by a list of choices, or at random from a seed."""

import random
import sys
from argparse import Namespace
from datetime import UTC, datetime
from textwrap import fill

from hrtrainer.cli.ground import Ground
from hrtrainer.cli.kept import history_to_write, seal_of
from hrtrainer.cli.listing import find
from hrtrainer.export.form import USUAL_FORM
from hrtrainer.export.markdown import markdown_bytes
from hrtrainer.export.plain import json_bytes
from hrtrainer.history.lasting import LastingHistory
from hrtrainer.history.lock import HELD
from hrtrainer.history.store import History
from hrtrainer.pages.conversation import ConversationPage, conversation_page
from hrtrainer.pages.feedback import FeedbackPage, feedback_page
from hrtrainer.pages.lines import TurnLine
from hrtrainer.problem import Problem
from hrtrainer.session.event import COACHED
from hrtrainer.session.packing import Choices, packed
from hrtrainer.session.summarise import summarise
from hrtrainer.settings import read_settings
from hrtrainer.sitting import Sitting, Wishes, draw_seed, sit_down

_WIDTH = 88
_MOST_STEPS = 10_000


def today() -> str:
    """The UTC day, as YYYY-MM-DD."""
    return datetime.now(tz=UTC).date().isoformat()


def play(ground: Ground, words: Namespace) -> int:
    """Play a scenario and print its summary. Raises Problem P01 for a choice that is not available, H06, H09."""
    reading = find(ground, words.scenario)
    settings, _ = read_settings(ground.paths.settings)
    seed = words.seed if words.seed is not None else words.auto if words.auto is not None else draw_seed()
    wishes = Wishes(words.lens or settings.lens, words.region or settings.region, COACHED, settings.code_name, seed)
    kept = words.record or (settings.keep_sessions and not words.no_record)
    history = _opened(ground) if kept else History.in_memory()
    try:
        sitting = sit_down(history, reading, ground.reference, wishes)
        if words.choose is not None:
            for choice in filter(None, (part.strip() for part in words.choose.split(","))):
                sitting.choose(choice)
        elif words.auto is not None:
            _walk(sitting, words.auto)
        else:
            _talk(sitting, ground, quiet=words.json)
        summary = summarise(sitting.session, ground.reference, today())
    finally:
        history.close()
    told = json_bytes(summary) if words.json else markdown_bytes(packed([summary], Choices()), USUAL_FORM)
    sys.stdout.write(told.decode())
    if isinstance(history, LastingHistory) and history.waiting:
        assert history.trouble is not None  # or nothing would wait
        raise Problem("H09", f"This conversation was not kept. {history.trouble.message}", history.trouble.hint)
    return 0


def _opened(ground: Ground) -> History:
    """The person's history. Raises Problem H06 while another program writes to it."""
    history = history_to_write(ground, seal_of(ground))
    if history.trouble is not None:
        if history.trouble.code == HELD:
            history.close()
            raise history.trouble
        print(f"hrtrainer: {history.trouble} The conversation is not kept until it can be.", file=sys.stderr)
    return history


def _walk(sitting: Sitting, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(_MOST_STEPS):
        state = sitting.session.state
        if state.ending is not None:
            return
        sitting.choose(chance.choice(state.choices).id)
    raise Problem("P08", f"After {_MOST_STEPS} answers the conversation has not ended.")


def _talk(sitting: Sitting, ground: Ground, quiet: bool) -> None:
    if not sys.stdin.isatty():
        raise Problem(
            "C13",
            "There is no terminal to answer from.",
            "Give the choices with --choose, or walk at random with --auto.",
        )
    out = sys.stderr if quiet else sys.stdout
    while True:
        page = conversation_page(sitting.session, ground.reference, today())
        for line in page.newest:
            print(_told(line), file=out)
        if page.ended:
            return
        taken = _ask(page, sitting, out)
        if taken == "q":
            return
        if taken == "b":
            sitting.rewind()
            continue
        if taken == "n":
            _own_words(sitting, page)
            continue
        sitting.choose(page.choices[int(taken) - 1].id)
        print(_feedback(feedback_page(sitting.session, ground.reference, today())), file=out)


def _ask(page: ConversationPage, sitting: Sitting, out: object) -> str:
    for number, choice in enumerate(page.choices, start=1):
        print(fill(f"{number}  {choice.say}", _WIDTH, subsequent_indent="   "), file=out)  # type: ignore[call-overload]
    wanted = {str(number) for number in range(1, len(page.choices) + 1)} | {"n", "b", "q"}
    while True:
        try:
            answer = (
                input(f"What do you say? [1-{len(page.choices)}, n none of these, b back, q step out] ").strip().lower()
            )
        except EOFError:
            return "q"
        if answer in wanted:
            return answer


def _own_words(sitting: Sitting, page: ConversationPage) -> None:
    text = input("In your own words: ").strip()
    if not text:
        return
    sitting.say(text)
    if page.otherwise:
        sitting.go_on()
    else:
        print("Pick the nearest; it will not be marked.")


def _told(line: TurnLine) -> str:
    manner = f" ({line.manner})" if line.manner else ""
    text = f"{line.name}{manner}: {line.text}" if line.name else line.text
    return fill(text, _WIDTH, subsequent_indent="    " if line.name else "") + "\n"


def _feedback(page: FeedbackPage | None) -> str:
    if page is None:
        return ""
    parts = [page.headline, *(f"  {card.mark}: {card.name}. {card.reason}" for card in page.cards)]
    parts += [f"  Another line ({other.move}): “{other.say}”" for other in page.instead[:1]]
    return "\n".join(fill(part, _WIDTH, subsequent_indent="    ") for part in parts if part) + "\n"
