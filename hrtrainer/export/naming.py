"""Names for files that every system takes: Windows is the strictest."""

import re
import unicodedata

from hrtrainer.export.clean import clean

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{name}{at}" for name in ("com", "lpt") for at in range(10))})
_MOST_BYTES = 80


def file_name(text: str, suffix: str, otherwise: str = "supervision") -> str:
    """A name made of a text, at most 80 bytes before its ending (`suffix`, with its dot)."""
    plain = unicodedata.normalize("NFC", " ".join(_NOT_IN_NAMES.sub(" ", clean(text)).split()))
    plain = plain.encode("utf-8")[:_MOST_BYTES].decode("utf-8", "ignore").strip(" .")
    if not plain or plain.split(".")[0].strip().casefold() in _RESERVED:
        plain = f"{otherwise} {plain}".strip()
    return f"{plain}{suffix}"
