"""What was agreed in supervision, as it is shown."""

from typing import NamedTuple

from hrtrainer import words
from hrtrainer.session.agreed import AgreedThen


class AgreedCard(NamedTuple):
    """What to practise, with whom it was agreed, a line to try, and the next meeting; the last two may be empty."""

    practise: str
    by: str
    line: str
    meet: str


def agreed_card(then: AgreedThen | None, today: str) -> AgreedCard | None:
    """The card of what was agreed last, or none. `today` is YYYY-MM-DD."""
    if then is None or then.aside:
        return None
    told = then.agreed
    by = f"With {told.by}, opened here on" if told.by else "Opened here on"
    meet = ""
    if told.next:
        before = "You meet again on" if told.next >= today else "You were to meet again on"
        meet = f"{before} {words.long_day(told.next)}{f', {told.time}' if told.time else ''}."
    return AgreedCard(told.practise, f"{by} {words.long_day(words.day(then.at))}.", told.line, meet)
