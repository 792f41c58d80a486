"""The sentences of a printed page that are made from what happened."""

from collections.abc import Sequence

from hrtrainer import words
from hrtrainer.export.points import Stop
from hrtrainer.session.summary import PrincipleTold, Summary

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")


def nothing_left(told: Summary) -> str:
    """What is said where nothing was carried away."""
    if told.left_with:
        return ""
    return "Nothing to carry." if told.ending else "Nothing yet."


def title_of(told: Summary) -> str:
    return f"{told.title}, with {told.person}" if told.person else told.title


def date_of(iso: str) -> tuple[int, int, int] | None:
    parts = iso.split("-")
    if words.long_day(iso) == iso or len(parts) != 3:
        return None
    year, month, day = (int(part) for part in parts)
    return (year, month, day)


def month_of(iso: str) -> str:
    return words.long_day(iso).partition(" ")[2] if date_of(iso) else words.month(iso)


def about(told: Summary, path: bool) -> str:
    tempo = words.TEMPOS[told.tempo][0] if told.tempo in words.TEMPOS else told.tempo
    role = f"In the role of {told.you}" if told.you else ""
    turns = words.first_capital(words.count(len(told.turns), "turn")) if path else ""
    parts = (told.place, role, tempo, turns)
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def unfinished(told: Summary, path: bool) -> str:
    if told.ending is not None:
        return ""
    after = f" after {words.count(len(told.turns), 'turn')}" if path else ""
    return f"This conversation has not ended. What follows is how it stands{after}."


def lens_of(told: Summary) -> str:
    publisher = told.lens_publisher
    return told.lens_name if not publisher or publisher in told.lens_name else f"{told.lens_name} ({publisher})"


def quiet_ones(told: tuple[PrincipleTold, ...]) -> str:
    names = [one.name for one in told if not one.moments]
    return f"{'; '.join(names)}." if names else ""


def points_heading(told: Summary) -> str:
    number = sum(turn.key for turn in told.turns)
    name = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{name} {'moment' if number == 1 else 'moments'} that turned it" if number else "Moments to look at"


def path_in_words(stops: Sequence[Stop]) -> str:
    """The line that is drawn of the path, said."""
    if not stops:
        return ""
    kinds = (("turning points", "key"), ("in own words", "own"), ("marked unsure", "unsure"))
    found = ((said, [str(one.number) for one in stops if getattr(one, kind)]) for said, kind in kinds)
    told = [f"{said}: {words.listing(turns)}" for said, turns in found if turns]
    return ". ".join([words.first_capital(words.count(len(stops), "turn")), *map(words.first_capital, told)]) + "."


def guess_left(told: Summary) -> str:
    if told.guess is None:
        return ""
    left = f"I thought {told.person} left: {told.guess.left}." if told.guess.left else ""
    sure = f"{told.guess.sure}." if told.guess.sure else ""
    return f"{left} {sure}".strip()


def when(checked: str, following: str) -> str:
    looked = f"checked {words.long_day(checked)}" if checked else "no check date"
    return f"{looked}; next check by {words.long_day(following)}" if following else looked
