"""From a file that was read to its card in the library."""

from hrtrainer import words
from hrtrainer.pages.library import BrokenCard, LibraryCard
from hrtrainer.principles.mark import effect
from hrtrainer.principles.yardstick import Principle, PrincipleSet
from hrtrainer.scenario.diagnostic import Diagnostic
from hrtrainer.scenario.known import LEVELS
from hrtrainer.scenario.model import Scenario
from hrtrainer.scenario.reader import Reading


def card_of(reading: Reading, lens: PrincipleSet) -> LibraryCard | BrokenCard:
    """The card of a file: of its scenario, or of what is the matter with it."""
    return _card(reading.scenario, lens) if reading.scenario is not None else _broken(reading)


def at_stake(scenario: Scenario, lens: PrincipleSet) -> tuple[Principle, ...]:
    """The principles that choices of a scenario touch, those touched by most decisions first."""
    found = []
    for order, principle in enumerate(lens.principles):
        decisions = sum(
            any(effect(principle, choice.behaviours) for choice in scene.choices) for scene in scenario.scenes.values()
        )
        if decisions:
            found.append((-decisions, order, principle))
    return tuple(principle for _, _, principle in sorted(found, key=lambda one: one[:2]))


def some_at_stake(scenario: Scenario, lens: PrincipleSet, most: int) -> str:
    """The first few principles at stake in a line, and how many more there are."""
    names = [principle.name for principle in at_stake(scenario, lens)]
    if not names:
        return "None of this set"
    text = "; ".join([names[0], *(name[:1].lower() + name[1:] for name in names[1:most])])
    return f"{text}; {len(names) - most} more" if len(names) > most else text


def _card(scenario: Scenario, lens: PrincipleSet) -> LibraryCard:
    place = scenario.scenes[scenario.start].place
    audience = [words.AUDIENCES[name] for name in scenario.audience]
    said = [scenario.title, scenario.person.name, place, scenario.summary, scenario.role]
    credits = scenario.credits
    reviewed = credits.lived_experience_review or credits.clinical_review
    return LibraryCard(
        id=scenario.id,
        title=words.typographic(scenario.title),
        who_where=f"{scenario.person.name} · {place}" if place else scenario.person.name,
        minutes=f"{scenario.minutes} min",
        picture=scenario.picture,
        goals=scenario.goals[:3],
        principles=some_at_stake(scenario, lens, 2),
        content_note=words.typographic(scenario.content_note),
        reviewed=words.reviews(credits.lived_experience_review, credits.clinical_review)
        if reviewed
        else "Not yet reviewed",
        audience=scenario.audience,
        length=scenario.minutes,
        topics=scenario.topics,
        endings=len(scenario.endings),
        order=LEVELS.index(scenario.level),
        haystack=" ".join([*said, *scenario.goals, *scenario.topics, *audience]).lower(),
        stakes=tuple(principle.id for principle in at_stake(scenario, lens)),
    )


def _broken(reading: Reading) -> BrokenCard:
    errors = sum(one.stops_play for one in reading.diagnostics)
    title = f"Will not open: {words.count(errors, 'thing')} to mend" if errors else "Its id is already taken"
    return BrokenCard(reading.file, title, tuple(_told(one) for one in reading.diagnostics))


def _told(found: Diagnostic) -> str:
    line, column = found.spot
    return f"Line {line}, column {column}: {found.message} {words.first_capital(found.hint)} ({found.code.id})".replace(
        "  ", " "
    )
