"""Two summaries made by hand: a typical run, and one that has only begun. Nothing here comes from a scenario file."""

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from hrtrainer import words
from hrtrainer.principles.mark import Mark
from hrtrainer.session.packing import PARTS, Choices, Pack, packed
from hrtrainer.session.summary import (
    BoardTold,
    CountTold,
    EndingTold,
    EvidenceTold,
    FloorTold,
    GuessTold,
    InsteadTold,
    LeftWithTold,
    LineTold,
    MomentTold,
    MoveTold,
    PrincipleTold,
    SourceTold,
    StrengthTold,
    Summary,
    TryTold,
    TurnTold,
)

GOOD, SOME, BOTH = Mark.SUPPORTS, Mark.SUPPORTS_A_LITTLE, Mark.BOTH
BAD, SLIGHT, MISSED = Mark.STRAINS, Mark.STRAINS_A_LITTLE, Mark.CHANCE_NOT_TAKEN


def ana(text: str, manner: str = "") -> LineTold:
    return LineTold("ana", "Ana", text, manner)


def scene(text: str) -> LineTold:
    return LineTold("narrator", "", text)


def moment(turn: int, mark: Mark, why: str = "", quote: str = "") -> MomentTold:
    evidence = (EvidenceTold("a-behaviour", "A behaviour", why, quote, mark.supporting),) if why else ()
    return MomentTold(turn, mark, evidence)


def principle(name: str, *moments: MomentTold) -> PrincipleTold:
    helped, strained = (sum(getattr(m.mark, side) for m in moments) for side in ("supporting", "straining"))
    chances = sum(m.mark.supporting or m.mark is MISSED for m in moments)
    ident = f"set.{name.split()[0].lower()}"
    return PrincipleTold(
        ident,
        name,
        f"{name}, in a sentence.",
        moments,
        chances,
        CountTold(helped, 0, chances),
        CountTold(strained, 0, 4),
    )


def turn(number: int, said: str, reply: LineTold, move: str, **more: Any) -> TurnTold:
    told = TurnTold(
        number=number, scene=f"scene-{number}", key=False, heard=(), choice=f"choice-{number}", said=said, own="",
        unsure=False, reply=(reply,), headline="", moves=(move,), marks=(), instead=(), not_taken=("Something else.",),
    )  # fmt: skip
    return replace(told, **more)


def turns() -> tuple[TurnTold, ...]:
    """Eleven turns: four turning points, one in the person's own words, one seen differently."""
    road = ana("The 4:40 goes without me if you ask me a form's worth.", "one glove off")
    quiet = ana("I want one quiet night, and then I've a kiln to mend by Friday.")
    strained = (
        (("set.no", BAD), ("set.honest", GOOD)),
        (InsteadTold("Asks first", "What do you know about it already?"),),
    )
    asked = (("set.the", GOOD), ("set.honest", SOME))
    other = "It was short, and she had asked me."
    speech = "Take naloxone too. Have someone near, do a small one first, and keep it to the one thing."
    return (
        turn(1, "Hi, Ana. What do you need today?", ana("Ten, the short ones, and a kit."), "Open question",
             heard=(road,)),
        turn(2, "Here you go. No form for this.", ana("Well. Look at you."), "Gives what was asked", key=True),
        turn(3, "How has the shed been?", quiet, "Open question"),
        turn(4, speech, ana("Yep. I know the speech. It's a good speech."), "Advice before asking", key=True,
             heard=(scene("She is looking at the clock."), quiet), marks=strained[0], instead=strained[1]),
        turn(5, "Sounds like you know it well.", ana("Since March I've had time to."), "Reflection",
             own="Sorry. That was me being scared. Can we start again?"),
        turn(6, "Can I add one thing about coming back after a break?", ana("Go on. Quick version."), "Asks first",
             key=True, marks=asked, unsure=True),
        turn(7, "The shelter on Mill Street has beds.", ana("And a rule about kilns."), "Jumps to a fix"),
        turn(8, "Which bits already work where you are?", ana("Bram two doors down owes me a favour."), "Open question",
             key=True, marks=(("set.the", GOOD),)),
        turn(9, "Half, then wait, or smoke the first. Or none of that.", ana("Half, and slow."),
             "Works it out together"),
        turn(10, "Friday's tea is better than Tuesday's.", ana("I've heard."), "Leaves the door open"),
        turn(11, "See you when we see you.", ana("You might."), "Leaves the door open", differently=other),
    )  # fmt: skip


def principles() -> tuple[PrincipleTold, ...]:
    return (
        principle("Honest about danger", moment(4, GOOD, "It named one danger."),
                  moment(6, SOME, "It asked, then said."),
                  moment(9, GOOD, "A smaller start came with its reason.")),
        principle("The person is the main agent", moment(4, BAD, "A list came before any question."),
                  moment(6, GOOD, "It waited for a yes."), moment(8, GOOD, "Bram was her idea.")),
        principle("A range, with safer ways", moment(4, BOTH, "Four ways at once, and no room to pick."),
                  moment(9, GOOD, "Smaller, smoked, or none: all stayed open.")),
        principle("No judgment, no coercion", moment(2, GOOD, "The kit came first, with no question."),
                  moment(7, MISSED), moment(11, SOME, "The door stayed open.")),
        principle("Unequal conditions shape harm", moment(7, SLIGHT, "The rule that keeps her out was passed by."),
                  moment(8, SOME, "What works in a shed was asked.")),
        principle("Well-being is the measure", moment(3, MISSED), moment(10, MISSED)),
        principle("A real voice"),
        principle("Accept and work with reality"),
    )  # fmt: skip


def typical() -> Summary:
    """A finished run of eleven turns with strains and supports, own words, a line taken back, and reflections."""
    return Summary(
        session="5f0c8c1e-4d0a-5a52-9a53-0d5f3a8f1b77", code_name="Tansy", day="2026-11-19", minutes=14,
        scenario="before-the-bus", title="Before the bus", person="Ana", you="the worker at the window",
        place="Exchange window, late afternoon", tempo="coached", seed=7, disposition="guarded", region="Canada",
        lens="set", lens_name="Eight principles", lens_publisher="A Harm Reduction Publisher", check="7F2A-C901",
        ending=EndingTold("tea", "The good tea", "connected", "Connected", (
            scene("The 4:40 pulls in. She lets one person go ahead of her."),
            ana("Bram owes me for his stove. He can sit with me. Tell your lot I want the good tea on Friday."))),
        left_with=(
            LeftWithTold("Ten points and a full kit, given first", "New equipment", 2),
            LeftWithTold("Naloxone, two doses: one for Bram", "Have naloxone", 4),
            LeftWithTold("“Half, and slow”: her own words", "Start small", 9),
            LeftWithTold("Someone near tonight, two doors down", "Not alone", 8),
            LeftWithTold("A way back: Friday's tea", "", 10)),
        floor=(
            FloorTold("gives-what-was-asked", True, "She has what she came for, with nothing asked in return."),
            FloorTold("names-the-risk", True, "She heard it said plainly what a break changes."),
            FloorTold("asks-how-she-is", False, "Nobody asked her how she has been sleeping.")),
        board=(
            BoardTold("risk", "Risk", (("None since March", 5), ("Plans to use tonight", 1)),
                      ("Is anything else in the mix?",)),
            BoardTold("set", "Set", (("Wants one quiet night", 3),), ("How is she sleeping?",)),
            BoardTold("setting", "Setting", (("A shed that leaks", 3), ("Bram, two doors down", 8)), ()),
            BoardTold("person", "What matters", (("A kiln to mend by Friday", 3),), ())),
        principles=principles(),
        beside=(principle("Safer-use advice", moment(9, GOOD, "It said what a smaller start is for.")),),
        moves=(MoveTold("open", "Open question", (1, 3, 8)), MoveTold("door", "Leaves the door open", (10, 11)),
               MoveTold("ask", "Asks first", (6,)), MoveTold("advice", "Advice before asking", (4,))),
        turns=turns(),
        withdrawn=(turn(8, "Promise me you will text somebody.", ana("I don't do promises."), "Persuades"),),
        strengths=(
            StrengthTold(2, "No judgment, no coercion", "Here you go. No form for this.",
                         "She looked up: elsewhere there is a form."),
            StrengthTold(8, "The person is the main agent", "Which bits already work",
                         "The plan that followed was hers.")),
        to_try=(TryTold(4, "Take naloxone too.", "Four instructions came before any question.", "Asks first",
                        "What do you know about it already?"),),
        guess=GuessTold((("Honest about danger", "supports"), ("A real voice", "strains a little")),
                        "with a plan", "Fairly sure"),
        reflections=(
            ("You said “Take naloxone too.” What were you weighing just then?",
             "I heard “since March” and got scared for her."),
            ("You said “Which bits already work?” What made room for her idea?",
             "I stopped talking.\nI let the silence run a bit."),
        ),
        talk_about="How to say the overdose part without it turning into a speech.",
        questions=("Turn 6 was marked unsure. What made it hard to choose?", "What would Ana say about how this went?"),
        facts=("Crisis line: 988 (Canada; a commission; checked 21 November 2026)",),
        sources=(
            SourceTold("Eight principles", "A Harm Reduction Publisher",
                       "https://example.org/principles", "2026-11-21", "2027-05-21"),
            SourceTold("Take-home naloxone", "A programme", "", "2026-11-21", "2027-05-21"),
            SourceTold("Local alert", "A health unit", "https://example.org/alert", "2026-11-21", "2027-02-21")),
        reviewed=words.NOT_REVIEWED, limits=words.LIMITS,
    )  # fmt: skip


def bare() -> Summary:
    """One turn in, nobody named, nothing written, and no ending yet."""
    return replace(
        typical(), code_name="", minutes=0, ending=None, left_with=(), floor=(), board=(), principles=(), beside=(),
        moves=(), turns=typical().turns[:1], withdrawn=(), strengths=(), to_try=(), talk_about="", guess=None,
        reflections=(), questions=(), facts=(), sources=(), tempo="debrief-only",
    )  # fmt: skip


def pack(*told: Summary, **choices: Any) -> Pack:
    """The pack of some sessions: all of them, unless something else is chosen."""
    return packed(told, Choices(**choices))


def full() -> Pack:
    """A pack of two sessions with everything that can be in one, a line struck in the first."""
    first = typical()
    second = replace(bare(), session="9d6b0a52-0000-5a52-9a53-0d5f3a8f1b77", title="After the bus", code_name="Tansy")
    answers = (("Who do we work with on this, and who is missing?", "The shelter. A night bus."),)
    barriers = ("The form on the counter comes before the kit.",)
    struck = frozenset({f"{first.session}/turns.3.said"})
    return pack(first, second, struck=struck, answers=answers, barriers=barriers)


def chosen() -> Pack:
    """A pack of the usual kind: a month for a date, and only what goes in by itself."""
    return pack(typical(), parts=frozenset(PARTS) - {"own-words", "taken-back", "counts", "guess"}, date="month")


def filled_with(summary: Summary, text: str) -> Summary:
    """The same summary with one text wherever a text can stand (dates and the kinds of speakers excepted)."""
    told: Summary = _filled(summary, text)
    return replace(told, day=summary.day)


def _filled(value: Any, text: str) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(_filled(item, text) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        kept = {"speaker"}
        return replace(
            value, **{f.name: _filled(getattr(value, f.name), text) for f in fields(value) if f.name not in kept}
        )
    return value
