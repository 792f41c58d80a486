"""Where things lie: what ships with the program, and what belongs to the person. Only this file knows both."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).resolve().parent
_SHIPPED = _HERE / "_shipped"


def _shipped(name: str) -> Path:
    """A folder that ships with the program: inside the installed package, or beside it in a checkout."""
    inside = _SHIPPED / name
    return inside if inside.is_dir() else _HERE.parent / name


class Paths(NamedTuple):
    """All folders and files the program uses. `home` holds everything that belongs to the person."""

    home: Path
    scenarios: Path
    assets: Path

    @property
    def own_scenarios(self) -> Path:
        """The folder of the person's own scenarios."""
        return self.home / "scenarios"

    @property
    def own_words(self) -> Path:
        """The organisation's own word list, where there is one."""
        return self.home / "language.yaml"

    @property
    def history(self) -> Path:
        """The file of played sessions."""
        return self.home / "history.sqlite"

    @property
    def settings(self) -> Path:
        """The file of settings."""
        return self.home / "settings.json"

    @property
    def catalogue(self) -> Path:
        """The file of the library's cards as they were last made."""
        return self.home / "catalogue.json"

    @property
    def outbox(self) -> Path:
        """The file of what was chosen to be sent to a record store."""
        return self.home / "outbox.sqlite"

    @property
    def record_store(self) -> Path:
        """The file that says which record store is used; there is none until somebody sets it."""
        return self.home / "record-store.json"

    @property
    def pseudonyms(self) -> Path:
        """The file of the secret that the accounts of statements are made with."""
        return self.home / "record-store-secret"

    @property
    def password(self) -> Path:
        """The file of the password of the record store, where the system keeps none."""
        return self.home / "record-store-password"

    @property
    def log(self) -> Path:
        """The file that program faults are written to."""
        return self.home / "hrtrainer.log"

    @property
    def people(self) -> Path:
        """The file that says which other people have a folder here; it lies in the first one's, and only then."""
        return self.home / "people.json"

    @property
    def keys(self) -> Path:
        """The file of wrapped keys, in a folder with a passphrase."""
        return self.home / "key.json"

    @property
    def fatal(self) -> Path:
        """The file that the interpreter writes to when the program ends by a fault of the machine."""
        return self.home / "hrtrainer.log.fatal"

    @property
    def running(self) -> Path:
        """The file that is there while a window is, and after one that ended without a goodbye."""
        return self.home / ".running"

    @property
    def window_lock(self) -> Path:
        """The file whose lock the window has."""
        return self.home / ".window.lock"

    @property
    def wish(self) -> Path:
        """The file by which a second start tells the window what it wants."""
        return self.home / ".wish"

    @property
    def fonts(self) -> Path:
        """The folder of bundled fonts."""
        return self.assets / "fonts"


def paths(home: Path | None = None) -> Paths:
    """The paths of this computer; with `home`, everything of the person's lies in that folder instead."""
    if home is None:
        home = default_home()
        home = _named_in(elsewhere(home)) or home
    return Paths(home, _shipped("scenarios"), _shipped("assets"))


def default_home() -> Path:
    """The folder that everything of a person's lies in unless they chose another."""
    from platformdirs import PlatformDirs

    return Path(PlatformDirs("hrtrainer", appauthor=False, roaming=False).user_data_dir)


def elsewhere(home: Path) -> Path:
    """The file that names the folder that was chosen in place of the usual one."""
    return home / "elsewhere.txt"


def _named_in(pointer: Path) -> Path | None:
    """The folder that a file names. One that is not there now counts too: to begin anew elsewhere would hide it all."""
    try:
        text = pointer.read_text(encoding="utf-8", errors="surrogateescape").strip()
    except OSError:
        return None
    return Path(text).expanduser() if text else None


SCENARIO_SUFFIXES = (".yaml", ".yml")


def is_scenario_file(path: Path) -> bool:
    """Whether a file's name says that a scenario is in it. Hidden files, as editors leave them, are not."""
    return path.suffix.lower() in SCENARIO_SUFFIXES and not path.name.startswith(".")


def scenario_files(folder: Path) -> Iterator[Path]:
    """The scenario files of a folder, by name; none when there is no such folder, or it cannot be looked into."""
    try:
        yield from sorted(path for path in folder.iterdir() if is_scenario_file(path))
    except OSError:
        return
