"""Session files as people hand them over: of conversations that were chosen through by lot."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from hrtrainer.export.plain import json_bytes, plain, plain_pack
from hrtrainer.session.packing import PARTS, Choices, packed
from hrtrainer.session.summarise import summarise
from hrtrainer.session.summary import Summary
from tests.sending.many import key, played, reference
from tests.stage import TODAY

USUAL = Choices(frozenset(PARTS) - {"counts"})


@cache
def told(seed: int, name: str = "", number: int | None = None) -> Summary:
    one = summarise(played(seed), reference(), TODAY)
    return replace(one, code_name=name, session=key(seed if number is None else number))


def pack(seed: int, name: str, number: int, choices: Choices = USUAL) -> dict[str, Any]:
    return plain_pack(packed([told(seed, name, number)], choices))


def write(path: Path, value: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(value if isinstance(value, bytes) else json.dumps(value).encode())
    return path


__all__ = ["json_bytes", "pack", "plain", "told", "write"]
