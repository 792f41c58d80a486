"""How the states of a scenario lie in whole numbers: a bit a state for most of what is read, and a key for the rest.

A dial is a thing that is read, with its levels: a meter, or something that has happened or not. Dials that lie in the
bits are packed as the digits of the place of a bit; a condition is then a mask, and a change a shift that stops at the
ends. What finds no room there stands in the key, where each value that is met costs a node of its own.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import gcd
from operator import eq, ge, gt, le, lt, ne
from typing import NamedTuple, assert_never

from hrtrainer.checks.live import METER, Thing, answers, deciding, live, things_of
from hrtrainer.scenario.condition import And, Compare, Condition, Disposed, Fact, Not, Or
from hrtrainer.scenario.model import Scenario

MOST_BITS = 1 << 14
"""As many states may lie side by side in one number; what would need more goes into the key."""
FACT_BITS = 1 << 11
"""What has happened or not joins the meters up to here: mostly it has not, and long numbers would be nearly empty."""
_SIGNS = {"<": lt, "<=": le, "==": eq, "!=": ne, ">=": ge, ">": gt}
Shift = tuple[tuple[int, int], ...]
"""A change of some bits: parts of a mask and how far what it holds moves (below zero: down). Parts may meet."""


class Dial(NamedTuple):
    """A thing and its levels: the first stands for `least`, each further one for `step` more. `at` is its place.

    In the bits a level is worth 1 << level * at; in the key it is worth level << at.
    """

    least: int
    step: int
    levels: int
    start: int
    at: int


@dataclass(slots=True)
class Layout:
    """Which dial lies where. `keeps` says for each place which part of a key is still read there, `asks` which
    conditions of lines can be asked.
    """

    size: int
    dials: Mapping[Thing, Dial]
    keyed: Mapping[Thing, Dial]
    keeps: Mapping[str, int]
    asks: Callable[[Condition], bool]
    _masks: dict[Condition, int] = field(default_factory=dict)
    _shifts: dict[tuple[Thing, int], Shift] = field(default_factory=dict)

    @property
    def full(self) -> int:
        """Every state."""
        return (1 << self.size) - 1

    def mask(self, condition: Condition, key: int) -> int:
        """The states in which a condition holds, with this key."""
        found = self._masks.get(condition)
        if found is None:
            found = self._made(condition, key)
            if not self.keyed or not any(thing in self.keyed for thing in things_of(condition)):
                self._masks[condition] = found
        return found

    def _made(self, condition: Condition, key: int) -> int:
        match condition:
            case Compare(meter, sign, number):
                return self._compared((METER, meter), sign, number, key)
            case Fact() | Disposed():
                return self._compared(things_of(condition)[0], "==", 1, key)
            case Not(part):
                return self.full ^ self.mask(part, key)
            case And(parts):
                found = self.full
                for part in parts:
                    found &= self.mask(part, key)
                return found
            case Or(parts):
                found = 0
                for part in parts:
                    found |= self.mask(part, key)
                return found
            case _:
                assert_never(condition)

    def _compared(self, thing: Thing, sign: str, number: int, key: int) -> int:
        compare = _SIGNS[sign]
        dial = self.keyed.get(thing)
        if dial is not None:
            level = key >> dial.at & _field(dial)
            return self.full if compare(dial.least + level * dial.step, number) else 0
        dial = self.dials[thing]
        found = 0
        for level in range(dial.levels):
            if compare(dial.least + level * dial.step, number):
                found |= self._levels(dial, level, level + 1)
        return found

    def shift(self, thing: Thing, by: int) -> Shift:
        """The change of a dial in the bits by some of its units, up to its ends."""
        found = self._shifts.get((thing, by))
        if found is None:
            dial = self.dials[thing]
            levels, far = dial.levels, min(dial.levels - 1, -(-abs(by) // dial.step))
            up = by > 0
            moving = self._levels(dial, 0, levels - far) if up else self._levels(dial, far, levels)
            parts = [(moving, far * dial.at if up else -far * dial.at)]
            for short in range(far):
                level = levels - 1 - short if up else short
                parts.append((self._levels(dial, level, level + 1), short * dial.at * (1 if up else -1)))
            found = self._shifts[thing, by] = tuple(parts)
        return found

    def turned(self, key: int, thing: Thing, by: int) -> int:
        """A key with a dial in it changed, up to its ends."""
        dial = self.keyed[thing]
        level = key >> dial.at & _field(dial)
        far = -(-abs(by) // dial.step)
        new = min(dial.levels - 1, level + far) if by > 0 else max(0, level - far)
        return key ^ (level ^ new) << dial.at

    def _levels(self, dial: Dial, first: int, last: int) -> int:
        """The states at which a dial stands at one of its levels from `first` to before `last`."""
        found = ((1 << (last - first) * dial.at) - 1) << first * dial.at
        reach = dial.at * dial.levels
        while reach < self.size:
            found |= found << reach
            reach *= 2
        return found & self.full


def _field(dial: Dial) -> int:
    return (1 << (dial.levels - 1).bit_length()) - 1


def laid_out(scenario: Scenario, more: frozenset[Thing]) -> Layout:
    """The layout for what decides in a scenario, and for `more` that lines ask about."""
    bits = deciding(scenario)
    for thing in sorted(more):
        bits.setdefault(thing, 1 << len(bits))
    free = _dials(scenario, bits)
    size = 1
    dials: dict[Thing, Dial] = {}
    for thing in sorted((thing for thing in free if thing[0] == METER), key=lambda thing: free[thing].levels):
        size = _placed(free, thing, size, dials, MOST_BITS)
    at, facts = {}, [thing for thing in free if thing[0] != METER]
    asks = heard_in(bits, more)
    if free and (size << len(facts) > FACT_BITS or len(free) > len(facts)):
        at = live(scenario, bits, asks)
        facts.sort(key=lambda thing: -sum(1 for read in at.values() if read & bits[thing]))
    for thing in facts:
        size = _placed(free, thing, size, dials, FACT_BITS)
    keyed: dict[Thing, Dial] = {}
    shift = 0
    for thing, dial in free.items():
        keyed[thing] = Dial(dial.least, dial.step, dial.levels, dial.start, shift)
        shift += (dial.levels - 1).bit_length()
    fields = {bits[thing]: _field(dial) << dial.at for thing, dial in keyed.items()}
    keeps = {place: sum(mask for bit, mask in fields.items() if read & bit) for place, read in at.items()}
    return Layout(size, dials, keyed, keeps, asks)


def heard_in(things: Collection[Thing], more: frozenset[Thing]) -> Callable[[Condition], bool]:
    """Which lines are asked about in a layout of these things: those that `more` is there for, or all it can answer."""

    def asks(condition: Condition) -> bool:
        asked = things_of(condition)
        return all(thing in things for thing in asked) and (not more or not more.isdisjoint(asked))

    return asks


def _placed(free: dict[Thing, Dial], thing: Thing, size: int, dials: dict[Thing, Dial], most: int) -> int:
    """Take a dial into the bits where there is room. Returns how many states there are then."""
    dial = free[thing]
    if size * dial.levels > most:
        return size
    dials[thing] = Dial(dial.least, dial.step, dial.levels, dial.start, size)
    del free[thing]
    return size * dial.levels


def _dials(scenario: Scenario, things: Iterable[Thing]) -> dict[Thing, Dial]:
    changes: dict[str, set[int]] = {}
    for scene in scenario.scenes.values():
        for answer in answers(scene) if scene.choices else ():
            for name, by in answer.changes:
                changes.setdefault(name, set()).add(by)
    return {
        thing: _meter(scenario, thing[1], changes.get(thing[1], set())) if thing[0] == METER else Dial(0, 1, 2, 0, 0)
        for thing in things
    }


def _meter(scenario: Scenario, name: str, changes: set[int]) -> Dial:
    """The levels that a meter can come to at all, whatever is chosen."""
    meter = scenario.meters[name]
    values, ahead = {meter.start}, [meter.start]
    while ahead:
        value = ahead.pop()
        new = {min(meter.most, max(meter.least, value + by)) for by in changes} - values
        values |= new
        ahead += new
    least = min(values)
    step = gcd(*(value - least for value in values)) or 1
    return Dial(least, step, (max(values) - least) // step + 1, (meter.start - least) // step, 0)
