"""From the text of the principle data to a Yardstick."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from hrtrainer.principles.yardstick import Behaviour, Principle, PrincipleSet, Strategy, Yardstick
from hrtrainer.problem import Problem


def read_yardstick(text: str) -> Yardstick:
    """The yardstick held by a principle file (JSON). Raises Problem F10 when the text is not one."""
    try:
        data = json.loads(text)
        behaviours = {item["id"]: _behaviour(item) for item in data["behaviours"]}
        context = data.get("context", {})
        sets = {item["id"]: _set(item, context.get(item["id"], ()), behaviours) for item in data["sets"]}
        strategies = {item["id"]: Strategy(item["id"], item["name"]) for item in data["strategies"]}
    except (ValueError, KeyError, TypeError) as error:
        raise Problem(
            "F10", "The principle data cannot be read.", f"Put the file back as it was shipped: {error}."
        ) from error
    return Yardstick(hashlib.sha256(text.encode()).hexdigest(), behaviours, sets, strategies)


def _behaviour(item: Mapping[str, Any]) -> Behaviour:
    return Behaviour(item["id"], item["name"], item["means"], item["side"] == "honours")


def _set(item: Mapping[str, Any], beside: Any, behaviours: Mapping[str, Behaviour]) -> PrincipleSet:
    return PrincipleSet(
        id=item["id"],
        name=item["name"],
        short=item["short"],
        source=item["source"],
        publisher=item["publisher"],
        principles=tuple(_principle(p, behaviours) for p in item["principles"]),
        beside=tuple(_principle(p, behaviours) for p in beside),
    )


def _principle(item: Mapping[str, Any], behaviours: Mapping[str, Behaviour]) -> Principle:
    also = frozenset(item.get("also", ()))
    helping = frozenset(b for b in also if behaviours[b].honours)
    return Principle(
        id=item["id"],
        name=item["name"],
        meaning=item.get("meaning", ""),
        supports=frozenset(item["honours"]),
        supports_a_little=helping,
        strains=frozenset(item["undermines"]),
        strains_a_little=also - helping,
        note=item.get("note", ""),
    )
