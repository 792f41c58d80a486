"""What the person set: frozen values in a JSON file. Unknown keys are kept, bad values are told and replaced."""

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from hrtrainer.words import TEMPOS

TEXT_SIZES = (100, 112, 125, 150, 175, 200)
THEMES = ("system", "light", "dark")


class Settings(NamedTuple):
    """Everything that can be set. `others` holds keys of a newer program, to be written back as they were.

    `text_size` is in percent. `window` is x, y, width, height in logical pixels, or empty before the first closing.
    `keep_sessions` is what the brief proposes; each session can be kept or not. For leading a room: `room_keys` are the
    keys that were changed, by the name of the wish (hrtrainer/group/keys.py); `room_plans` are kept agendas by name
    (hrtrainer/group/agenda.py); `wall_dark` is the wall for a dark room. `paper` is what PDF is
    set for; `form_file` is an organisation's own form for what is handed over; `pack` is what a pack begins with
    (hrtrainer/qt/pack_memory.py); with `save_at_once` a summary is saved from the debrief without a look at it before.
    """

    theme: str = "system"
    text_size: int = 100
    reduced_motion: bool = False
    lens: str = "nhrc"
    region: str = "canada-bc"
    tempo: str = "coached"
    code_name: str = ""
    left_out: tuple[str, ...] = ()
    window: tuple[int, ...] = ()
    maximized: bool = False
    save_folder: str = ""
    show_growth: bool = True
    keep_sessions: bool = True
    room_keys: Mapping[str, Any] = MappingProxyType({})
    room_plans: Mapping[str, Any] = MappingProxyType({})
    wall_dark: bool = False
    paper: str = "a4"
    form_file: str = ""
    pack: Mapping[str, Any] = MappingProxyType({})
    save_at_once: bool = False
    others: Mapping[str, Any] = MappingProxyType({})


_FAR = 100_000
"""Beyond this no window can stand: Qt counts in 32 bits."""

_CHECKS: dict[str, Callable[[Any], bool]] = {
    "theme": lambda value: value in THEMES,
    "text_size": lambda value: value in TEXT_SIZES,
    "reduced_motion": lambda value: isinstance(value, bool),
    "lens": lambda value: isinstance(value, str),
    "region": lambda value: isinstance(value, str),
    "tempo": lambda value: value in tuple(TEMPOS),
    "code_name": lambda value: isinstance(value, str) and len(value) <= 60,
    "left_out": lambda value: isinstance(value, list) and all(isinstance(item, str) for item in value),
    "window": lambda value: (
        isinstance(value, list)
        and len(value) in (0, 4)
        and all(type(item) is int and abs(item) < _FAR for item in value)
    ),
    "maximized": lambda value: isinstance(value, bool),
    "save_folder": lambda value: isinstance(value, str),
    "show_growth": lambda value: isinstance(value, bool),
    "keep_sessions": lambda value: isinstance(value, bool),
    "room_keys": lambda value: isinstance(value, dict),
    "room_plans": lambda value: isinstance(value, dict),
    "wall_dark": lambda value: isinstance(value, bool),
    "paper": lambda value: value in ("a4", "us-letter"),
    "form_file": lambda value: isinstance(value, str),
    "pack": lambda value: isinstance(value, dict),
    "save_at_once": lambda value: isinstance(value, bool),
}


def read_settings(path: Path, set_aside: bool = False) -> tuple[Settings, tuple[str, ...]]:
    """The settings in a file, and a sentence for each value that had to be replaced. No file means the defaults.

    Who is going to write settings too asks to `set_aside` a file that cannot be read.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(data, dict):
            raise ValueError
    except FileNotFoundError:
        return Settings(), ()
    except OSError as error:
        return Settings(), (f"The settings could not be read ({type(error).__name__}); the usual ones are in use.",)
    except ValueError:
        return Settings(), (
            f"The settings file cannot be read; the usual ones are in use.{_aside(path) if set_aside else ''}",
        )
    good: dict[str, Any] = {}
    told: list[str] = []
    for key, check in _CHECKS.items():
        if key in data and check(data[key]):
            good[key] = tuple(data[key]) if isinstance(data[key], list) else data[key]
        elif key in data:
            told.append(f"The setting '{key}' has a value that is not understood; the usual one is in use.")
    for key in {"save_folder", "form_file"} & set(good):
        good[key] = os.path.expanduser(good[key])
    return Settings(**good, others={k: v for k, v in data.items() if k not in _CHECKS}), tuple(told)


def _aside(path: Path) -> str:
    """Keep a file that cannot be read under another name, before the next change writes over it; says so."""
    aside = path.with_name(f"{path.stem}-unreadable{path.suffix}")
    try:
        path.replace(aside)
    except OSError:
        return ""
    return f" What stood in it is kept as {aside.name}."


def _from_home(folder: str) -> str:
    """A folder as it is kept: from the person's own folder on, whose name is often theirs."""
    home = os.path.expanduser("~")
    return folder.replace(home, "~", 1) if folder == home or folder.startswith(f"{home}{os.sep}") else folder


def write_settings(path: Path, settings: Settings) -> None:
    """Write the settings, all or nothing. Raises Problem E01."""
    from hrtrainer.history.atomic import atomic_write

    data = dict(settings.others)
    told = ((key, value) for key, value in settings._asdict().items() if key != "others")
    data |= {key: dict(value) if isinstance(value, Mapping) else value for key, value in told}
    data |= {"save_folder": _from_home(settings.save_folder), "form_file": _from_home(settings.form_file)}
    path.parent.mkdir(parents=True, exist_ok=True)
    atomic_write(path, (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace"))
