"""From the names that people give to the ids that scenarios use."""

import re
import unicodedata

from hrtrainer.scenario.fields import is_name
from hrtrainer.scenario.model import END

_MOST_WORDS, _MOST_CHARACTERS = 6, 48


def slug(text: str, otherwise: str) -> str:
    """An id that sounds like the text: small letters, digits and hyphens. `otherwise` where nothing is left of it."""
    plain = unicodedata.normalize("NFKD", text[:400]).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = re.findall(r"[a-z0-9]+", plain)[:_MOST_WORDS]
    while len(words) > 1 and len("-".join(words)) > _MOST_CHARACTERS:
        words.pop()
    name = "-".join(words)[:_MOST_CHARACTERS].strip("-")
    if not name:
        return otherwise
    return name if is_name(name) else f"{otherwise}-{name}"


class Ids:
    """Ids that differ from each other."""

    def __init__(self) -> None:
        self._taken = {END}
        self._next: dict[str, int] = {}

    def take(self, name: str) -> None:
        """Keep a name from being given."""
        self._taken.add(name)

    def new(self, text: str, otherwise: str) -> str:
        """An id for a text: the text itself where it is one, else what sounds like it, with a number where needed."""
        wanted = text if is_name(text) and len(text) <= _MOST_CHARACTERS * 2 else slug(text, otherwise)
        name = wanted
        while name in self._taken:
            self._next[wanted] = self._next.get(wanted, 1) + 1
            name = f"{wanted}-{self._next[wanted]}"
        self._taken.add(name)
        return name
