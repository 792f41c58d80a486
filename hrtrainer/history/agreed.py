"""What was agreed in supervision, kept beside the history and under the same seal; the newest counts, none is lost."""

import json
from dataclasses import asdict
from pathlib import Path

from hrtrainer.history.atomic import atomic_write
from hrtrainer.history.sealing import Seal
from hrtrainer.problem import Problem
from hrtrainer.session.agreed import Agreed, AgreedThen

_PLACE = "agreed"


def agreed_beside(path: Path) -> Path:
    """The file of what was agreed, beside a history or the keys of its folder."""
    return path.with_name("agreed.json")


def read_agreed(path: Path, seal: Seal) -> tuple[AgreedThen, ...]:
    """Everything that was agreed, the oldest first. Raises Problem H21 for what cannot be read."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        data = json.loads(seal.open(kept["kept"], _PLACE))
        return tuple(AgreedThen(Agreed(**one["agreed"]), int(one["at"]), bool(one["aside"])) for one in data)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError) as error:
        why = f"{path.name}, which says what was agreed in supervision, cannot be read."
        raise Problem(
            "H21", why, "Your conversations are not touched. Move it away, then open the reply again."
        ) from error


def write_agreed(path: Path, seal: Seal, agreed: tuple[AgreedThen, ...]) -> None:
    """Keep everything that was agreed. Raises Problem E01."""
    text = json.dumps([asdict(one) for one in agreed], ensure_ascii=True)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    atomic_write(path, (json.dumps({"kept": seal.close(text, _PLACE)}) + "\n").encode(), private=True)


def reseal_agreed(path: Path, before: Seal, after: Seal) -> None:
    """Put what was agreed under another seal. What cannot be read stays as it is. Raises Problem E01."""
    try:
        found = read_agreed(path, before)
    except Problem:
        return
    if found:
        write_agreed(path, after, found)
