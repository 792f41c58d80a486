"""Can the choice that does most be told without reading? And is every other one a choice at all?

*Best* are the choices of a scene that honour, undermine nothing, and are outdone by no other choice of the scene, over
every principle of every set (`sides.py`). Nothing is added up. Choices with `when` are read where they stand, as on
paper; lengths are characters of `say`.
"""

from collections.abc import Callable, Sequence

from hrtrainer.checks.teaching.exact import Together
from hrtrainer.checks.teaching.odds import LEVEL, at_least
from hrtrainer.checks.teaching.sides import Offer, Side, Sides
from hrtrainer.scenario.model import Choice, Scenario
from hrtrainer.scenario.report import Report

PLACES = {0: "first", 1: "second", 2: "third", 3: "fourth", 4: "fifth", -1: "last"}
MANY_AGAINST, SEVERAL_AGAINST = 3, 2
MUCH_SHORTER = 3


def same_length(offers: Sequence[Offer], report: Report) -> None:
    """S501: one of the best choices is the longest (or the shortest) more often than chance.

    Each scene is a draw: were the lengths dealt out by lot, the longest choice would be one of the best with the share
    of best ones among the choices. Scenes where all or none are best, or two are equally long, say nothing and are left
    out. Told when so many hits or more have a chance of at most LEVEL / 2, for there are two questions.
    """
    for word, most in (("longest", max), ("shortest", min)):
        draws = [(offer, _alone([len(choice.say) for choice in offer.choices], most)) for offer in _telling(offers)]
        _tell_odds("S501", word, draws, 2, report)


def same_place(offers: Sequence[Offer], report: Report) -> None:
    """S502: one of the best choices stands in the same place of the file more often than chance.

    As S501, for the first to the fifth place and the last. Told at LEVEL divided by that number of questions. Practice
    shuffles; groups and paper go by the file.
    """
    telling = _telling(offers)
    for place, word in PLACES.items():
        draws = [(offer, place % len(offer.sides) if place < len(offer.sides) else None) for offer in telling]
        _tell_odds("S502", word, draws, len(PLACES), report)


def _telling(offers: Sequence[Offer]) -> list[Offer]:
    """The scenes of which some choices are best, and not all."""
    return [offer for offer in offers if any(offer.best) and not all(offer.best)]


def _alone(lengths: list[int], most: Callable[[list[int]], int]) -> int | None:
    """Where the longest or the shortest stands, if there is only one."""
    length = most(lengths)
    return lengths.index(length) if lengths.count(length) == 1 else None


def _tell_odds(code: str, word: str, draws: Sequence[tuple[Offer, int | None]], questions: int, report: Report) -> None:
    counting = [(offer, at) for offer, at in draws if at is not None]
    hits = [offer.choices[at] for offer, at in counting if offer.best[at]]
    chances = [offer.share for offer, _ in counting]
    if hits and at_least(chances, len(hits)) <= LEVEL / questions:
        expected = round(sum(chances))
        report(code, hits[0].spot, word=word, times=len(hits), scenes=len(counting), expected=expected)


def one_kind(scenario: Scenario, together: Together, sides: Sides, report: Report) -> None:
    """S503: of three choices or more that are offered together, one honours anything, and the others only undermine.

    Which are offered together is known exactly in a small file; in a large one all of a scene count. A choice that
    shows nothing at all counts as kind: nothing speaks against it.
    """
    for scene in scenario.scenes.values():
        poor = {choice.id for choice in scene.choices if sides.of(choice).poor}
        alone = set()
        for row in together.get(scene.id, ()) if poor else ():
            kind = [name for name in row if name not in poor]
            if len(row) > 2 and len(kind) == 1:
                alone.update(kind)
        if alone:
            report("S503", scene.spot, scene=scene.id, choices=" or ".join(f"'{name}'" for name in sorted(alone)))


def nobody_would(offers: Sequence[Offer], report: Report) -> None:
    """S504: a choice that nobody who means well would make.

    Measured on the page: it honours nothing, and it undermines by three behaviours or more, or by two and in less than
    a third of the words that the other choices of the scene have (their median). Each behaviour is an anchor of some
    principle or counts beside one; a line that does so much harm at once, or does it curtly, tempts nobody.
    """
    for offer in offers:
        if not any(side.poor for side in offer.sides):
            continue
        words = [len(choice.say.split()) for choice in offer.choices]
        for at, (choice, side) in enumerate(zip(offer.choices, offer.sides, strict=True)):
            why = _why_nobody(choice, side, words[at], words[:at] + words[at + 1 :])
            if why:
                report("S504", choice.spot, choice=choice.id, why=why)


def _why_nobody(choice: Choice, side: Side, words: int, others: list[int]) -> str:
    if not side.poor:
        return ""
    if side.undermining >= MANY_AGAINST:
        return f"it undermines in {side.undermining} ways at once and honours in none"
    if side.undermining >= SEVERAL_AGAINST and words * MUCH_SHORTER < _middle(others):
        return f"it undermines in {side.undermining} ways, in {words} words, and honours in none"
    return ""


def _middle(numbers: list[int]) -> float:
    """The median. The library's own is not asked: it brings fractions, decimals and chance along, at every start."""
    ordered, count = sorted(numbers), len(numbers)
    return (ordered[(count - 1) // 2] + ordered[count // 2]) / 2
