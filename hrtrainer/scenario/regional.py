"""Filling the place-holders of what differs by region, and remembering which facts were used."""

import re
from dataclasses import dataclass

from hrtrainer.scenario.lookup import Region, RegionalFact

PLACE_HOLDER = re.compile(r"\{region:([a-z0-9-]+)\}")
"""What stands in a text for a regional fact; its key is the group."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with its place-holders filled, and the facts that filled them."""

    text: str
    facts: tuple[RegionalFact, ...] = ()


def fill(text: str, region: Region) -> Filled:
    """The text as it is said in a region. A fact the region does not hold reads 'what applies here'."""
    if "{region:" not in text:
        return Filled(text)
    used = [region.facts[key] for key in PLACE_HOLDER.findall(text) if key in region.facts]

    def value(found: re.Match[str]) -> str:
        fact = region.facts.get(found.group(1))
        return fact.value if fact else "what applies here"

    return Filled(PLACE_HOLDER.sub(value, text), tuple(dict.fromkeys(used)))
