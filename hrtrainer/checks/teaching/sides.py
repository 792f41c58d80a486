"""What a choice does, all principle sets taken together: kind, poor, and whether it does more than another."""

from collections.abc import Iterable
from typing import NamedTuple

from hrtrainer.principles.yardstick import Yardstick
from hrtrainer.scenario.model import Choice, Scenario, Scene

Bits = tuple[int, int, int, int]
MOST_CHOICES = 26


class Side(NamedTuple):
    """How a choice sits with all principles at once, and how many behaviours it shows on either side.

    `touches` holds, as bits by principle, which it supports at least a little, supports outright, strains at least a
    little, strains outright. `levels` are the same as steps that can be compared: not strained outright, not strained,
    supported at least a little, supported outright. What is both supported and strained stands on the middle step.
    """

    touches: Bits
    levels: Bits
    honouring: int
    undermining: int

    @property
    def touched(self) -> int:
        """The principles, as bits, that it supports or strains."""
        return self.touches[0] | self.touches[2]

    @property
    def kind(self) -> bool:
        """It shows something that honours and nothing that undermines. That is the same in every set."""
        return self.honouring > 0 and self.undermining == 0

    @property
    def poor(self) -> bool:
        """It shows something that undermines and nothing that honours."""
        return self.undermining > 0 and self.honouring == 0

    def outdoes(self, other: "Side") -> bool:
        """It does at least as much for every single principle, and more for one. There is no adding up."""
        mine, its = self.levels, other.levels
        return mine != its and all(not below & ~above for above, below in zip(mine, its, strict=True))


class Offer(NamedTuple):
    """A scene with its choices as they stand in the file, those with `when` too, and the side of each.

    `best` are the kind choices that no other choice of the scene outdoes: often one, sometimes several that serve
    different principles, sometimes none.
    """

    scene: Scene
    sides: tuple[Side, ...]
    best: tuple[bool, ...]

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The choices in the order of the file."""
        return self.scene.choices

    @property
    def share(self) -> float:
        """How likely a choice drawn by lot is one of the best."""
        return sum(self.best) / len(self.best)


class Sides:
    """Reads the sides of choices off a yardstick; each choice is read once, and so are the same behaviours."""

    def __init__(self, yardstick: Yardstick) -> None:
        self._yardstick = yardstick
        self._principles = tuple(one for group in yardstick.sets.values() for one in group.principles)
        self._all = (1 << len(self._principles)) - 1
        self._known: dict[frozenset[str], Side] = {}
        self._of: dict[int, tuple[Side, Choice]] = {}
        """By identity, as every rule asks for all choices; with the choice itself, so that no other takes its place."""

    def of(self, choice: Choice) -> Side:
        """The side of a choice."""
        found = self._of.get(id(choice))
        if found is None:
            found = self._of[id(choice)] = self._showing(choice.behaviours), choice
        return found[0]

    def _showing(self, shown: frozenset[str]) -> Side:
        side = self._known.get(shown)
        if side is None:
            honouring = sum(self._yardstick.behaviours[name].honours for name in shown)
            touches = self._touches(shown)
            side = self._known[shown] = Side(touches, self._levels(touches), honouring, len(shown) - honouring)
        return side

    def at_stake(self, scene: Scene) -> int:
        """The principles, as bits, with which the choices of a scene sit differently."""
        first, *others = {self.of(choice).touches for choice in scene.choices} or {(0, 0, 0, 0)}
        found = 0
        for row in others:
            for one, other in zip(row, first, strict=True):
                found |= one ^ other
        return found

    def bit(self, principle_id: str) -> int:
        """The bit of a principle; zero where there is none of this name."""
        return self._mask(one.id == principle_id for one in self._principles)

    def names(self, bits: int) -> list[str]:
        """The ids of the principles with these bits, in the order of the sets."""
        return [one.id for at, one in enumerate(self._principles) if bits >> at & 1]

    def _touches(self, shown: frozenset[str]) -> Bits:
        def touched(side: str) -> int:
            return self._mask(bool(shown & getattr(one, side)) for one in self._principles)

        supported, strained = touched("supports"), touched("strains")
        return supported | touched("supports_a_little"), supported, strained | touched("strains_a_little"), strained

    def _levels(self, touches: Bits) -> Bits:
        helped, supported, hurt, strained = touches
        return self._all & ~(strained & ~helped), self._all & ~(hurt & ~helped), helped & ~hurt, supported & ~hurt

    @staticmethod
    def _mask(flags: Iterable[bool]) -> int:
        return sum(1 << at for at, flag in enumerate(flags) if flag)


def offers(scenario: Scenario, sides: Sides) -> list[Offer]:
    """Every scene with two choices or more. Where there are more than a room has letters, nobody compares them."""
    return [_offer(scene, sides) for scene in scenario.scenes.values() if 1 < len(scene.choices) <= MOST_CHOICES]


def _offer(scene: Scene, sides: Sides) -> Offer:
    all_sides = tuple([sides.of(choice) for choice in scene.choices])
    different = {id(side): side for side in all_sides}.values()
    alike = len(different) == 1
    best = tuple([one.kind and (alike or not any(other.outdoes(one) for other in different)) for one in all_sides])
    return Offer(scene, all_sides, best)
