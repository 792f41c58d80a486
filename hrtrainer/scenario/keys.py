"""The keys of format 1: for every kind of table those that it needs and those that it may have.

The reader and the JSON Schema both go by these lists, so that an editor and `hrtrainer check` know the same keys.
"""

from hrtrainer.scenario.fields import Keys
from hrtrainer.scenario.model import NARRATOR, YOU

SCENARIO = Keys(
    tuple(
        "format id title language summary minutes level audience you role picture content_note topics goals credits "
        "facts_checked sources people board ledger must_reach start scenes endings".split()
    ),
    ("meters", "accepts", "twine"),
)
CREDITS = Keys(("written_by", "licence", "lived_experience_review", "clinical_review"))
FACTS_CHECKED = Keys(("on", "next"))
PERSON = Keys(("name", "pronouns", "about"), ("dispositions",))
METER = Keys(("from", "to", "start"))
CARD = Keys(("area", "card", "question"))
ENTRY = Keys(("card",), ("strategy",))
MUST_REACH = Keys(("reached", "not_reached"))
SCENE = Keys((), ("place", "key", "known_risks", "hears", "lines", "facilitator", "choices", "otherwise", "to"))
LINE = Keys((), ("manner", "when", "id"))
LINE_WORDS = (NARRATOR, YOU, *LINE.allowed)
"""The keys of a line that are not a person's id."""
FACILITATOR = Keys((), ("say", "ask", "watch", "prompts"))
CHOICE = Keys(
    ("id", "say", "to"),
    ("short", "moves", "headline", "shows", "reply", "hears", "changes", "gives", "instead", "when"),
)
SHOWN = Keys((), ("why", "quote", "source", "for"))
INSTEAD = Keys(("move", "say"))
OTHERWISE = Keys(("reply", "to"), ("hears", "changes", "gives", "reaches"))
WAY = Keys(("to",), ("when",))
TWINE = Keys((), ("ifid", "format", "format-version", "zoom", "tag-colors", "passages"))
TWINE_CARD = Keys((), ("position", "size", "tags"))
ENDING = Keys(("title", "kind", "lines"), ("when",))
