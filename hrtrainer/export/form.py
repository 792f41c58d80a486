"""How an organisation wants its packs: what heads them, sections and their order, wording, a Word form of its own."""

from dataclasses import dataclass, fields, replace

from hrtrainer.export.wording import Wording
from hrtrainer.session.packing import ORGANISATION_QUESTIONS

SECTIONS = (
    "talk", "left", "floor", "principles", "board", "path", "moves", "learning", "reflections", "guess", "answers",
    "barriers", "fill", "questions", "sources",
)  # fmt: skip
"""The sections of a printed pack, in their usual order."""

ONCE = frozenset({"talk", "answers", "barriers", "fill"})
"""Those that stand once in a pack, whatever number of sessions is in it."""

_LOGO_HIGH = 0.8

WORDINGS = frozenset(field.name for field in fields(Wording) if field.type in (str, "str"))
"""What may be worded otherwise, by its name in hrtrainer/export/wording.py."""


@dataclass(frozen=True, slots=True)
class Form:
    """An organisation's form. `logo` is a PNG, `word` a Word file to fill in; both empty for none.

    `questions` are those about the organisation that the screen offers.
    """

    name: str = ""
    header: str = ""
    logo: bytes = b""
    wording: tuple[tuple[str, str], ...] = ()
    sections: tuple[str, ...] = SECTIONS
    questions: tuple[str, ...] = ORGANISATION_QUESTIONS
    word: bytes = b""

    @property
    def logo_size(self) -> tuple[float, float]:
        """How wide and high the logo stands in a header, in centimetres."""
        wide, high = (int.from_bytes(self.logo[at : at + 4], "big") for at in (16, 20))
        return (round(_LOGO_HIGH * wide / high, 2), _LOGO_HIGH) if high else (0.0, 0.0)

    def say(self) -> Wording:
        """What the page itself says, in this organisation's words."""
        return replace(Wording(), **dict(self.wording))  # type: ignore[arg-type]  # only texts are worded otherwise


USUAL_FORM = Form()
