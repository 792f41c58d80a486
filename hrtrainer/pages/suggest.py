"""What could come next, and why. One suggestion, or none; never more than an offer."""

from collections.abc import Mapping, Sequence

from hrtrainer import words
from hrtrainer.pages.library import LibraryCard, NextCard, Played, welcome
from hrtrainer.principles.mark import Mark
from hrtrainer.principles.yardstick import PrincipleSet
from hrtrainer.session.agreed import AgreedThen
from hrtrainer.session.past import Past, PastMoment

LATELY = 10
"""How many conversations count as lately."""

_DAY = 86_400_000
_LONG = 45
"""Days after which a person has been away for a while."""
_RETURN = range(6, 22)
"""Days after which a moment comes back in another conversation: about a week."""
_MOST_LETTERS = 160
_OFTEN, _ENOUGH = 3, 3
"""Strained moments that are often; conversations before anything can be called seldom."""


class Suggesting:
    """Everything a suggestion is made from. `pasts` are the conversations of lately, the oldest first."""

    def __init__(
        self,
        cards: Sequence[LibraryCard],
        pasts: Sequence[Past],
        played: Mapping[str, Played],
        lens: PrincipleSet,
        now: int,
    ) -> None:
        self._cards, self._pasts, self._played = cards, pasts[-LATELY:], played
        self._names = {one.id: one.name for one in lens.principles}
        self._now = now

    def next(self) -> NextCard | None:
        """The first thing there is a reason for; nothing before a first conversation."""
        if not self._pasts:
            return None
        for way in (self._gentle, self._returning, self._strained, self._seldom, self._unmet):
            if (found := way()) is not None:
                return found
        return None

    def agreed(self, then: AgreedThen | None) -> NextCard | None:
        """What was agreed in supervision, until it was done once since."""
        if then is None or then.aside:
            return None
        told = then.agreed
        since = [past for past in self._pasts if past.at > then.at]
        if told.scenario:
            card = next((one for one in self._cards if one.id == told.scenario), None)
            done = any(past.scenario == told.scenario for past in since)
        else:
            card = self._at_stake(told.principle, self._pasts[-1].scenario if self._pasts else "")
            done = any(moment.principle == told.principle for past in since for moment in past.moments)
        if card is None or done:
            return None
        return _offer(card, f"Agreed in supervision: {words.quoted(words.cut(told.practise, _MOST_LETTERS))}")

    def _gentle(self) -> NextCard | None:
        """After a long absence: the shortest of the easiest."""
        if self._now - self._pasts[-1].at < _LONG * _DAY or not self._cards:
            return None
        card = min(self._cards, key=lambda one: (one.order, one.length, one.title))
        return _offer(card, f"It has been a while. A gentle one to come back to, about {card.length} minutes.")

    def _returning(self) -> NextCard | None:
        """A moment that was sure and strained comes back after about a week, in another conversation."""
        for past in self._pasts:
            days = (self._now - past.at) // _DAY
            if days not in _RETURN:
                continue
            for moment in sorted(past.moments, key=lambda one: (not _was_sure(past, one), one.turn)):
                if moment.sure and moment.mark.straining and not self._came_back(past, moment.principle):
                    card = self._at_stake(moment.principle, past.scenario)
                    if card is not None and card.id != past.scenario:
                        return _offer(card, self._about_moment(past, moment, days))
        return None

    def _about_moment(self, past: Past, moment: PastMoment, days: int) -> str:
        weeks = round(days / 7)
        ago = "About a week ago" if weeks == 1 else f"About {weeks} weeks ago"
        name = self._names[moment.principle]
        return (
            f"{ago}, at turn {moment.turn} with {past.person}, you were sure of a line that strained “{name}”. "
            "It is at stake here too, with somebody else."
        )

    def _came_back(self, past: Past, principle: str) -> bool:
        """Whether a later conversation about something else had this principle in play already."""
        if principle not in self._names:
            return True
        later = [one for one in self._pasts if one.at > past.at and one.scenario != past.scenario]
        return any(moment.principle == principle for one in later for moment in one.moments)

    def _strained(self) -> NextCard | None:
        """A principle that was often strained, and in more than one conversation."""
        counts = {}
        for principle in self._names:
            found = [[m for m in past.moments if m.principle == principle and m.mark.straining] for past in self._pasts]
            moments = sum(len(one) for one in found)
            if moments >= _OFTEN and sum(bool(one) for one in found) > 1:
                counts[principle] = moments
        for principle in sorted(counts, key=lambda one: -counts[one]):
            card = self._at_stake(principle, self._pasts[-1].scenario)
            if card is not None:
                name = self._names[principle]
                what = words.count(counts[principle], "moment")
                return _offer(card, f"“{name}” was strained at {what} lately. It is at stake here.")
        return None

    def _seldom(self) -> NextCard | None:
        """A principle that hardly came up."""
        if len(self._pasts) < _ENOUGH:
            return None
        met = {
            principle: sum(any(m.principle == principle for m in past.moments) for past in self._pasts)
            for principle in self._names
        }
        for principle in sorted(met, key=lambda one: met[one]):
            card = self._at_stake(principle, self._pasts[-1].scenario)
            if met[principle] * 3 <= len(self._pasts) and card is not None:
                often = "has not come up" if not met[principle] else "has seldom come up"
                return _offer(card, f"“{self._names[principle]}” {often} lately. It is at stake here.")
        return None

    def _unmet(self) -> NextCard | None:
        """Somebody not met yet, else endings not met yet."""
        new = [card for card in self._cards if not self._times(card)]
        if new:
            card = min(new, key=lambda one: (one.order, one.length, one.title))
            return _offer(card, f"You have not met {card.who_where.partition(' · ')[0]} yet.")
        left = [card for card in self._cards if card.endings > self._played[card.id].endings]
        if not left:
            return None
        card = min(left, key=lambda one: (self._times(one), one.title))
        unmet = words.count(card.endings - self._played[card.id].endings, "ending")
        return _offer(card, f"It has {unmet} you have not met yet.")

    def _times(self, card: LibraryCard) -> int:
        return self._played.get(card.id, Played()).times

    def _at_stake(self, principle: str, last: str) -> LibraryCard | None:
        """A card with this principle at stake: if possible not the last one, the least played, with it at its core."""
        found = [card for card in self._cards if principle in card.stakes]
        ranked = sorted(
            found, key=lambda one: (one.id == last, self._times(one), one.stakes.index(principle), one.title)
        )
        return ranked[0] if ranked else None


def suggest(
    cards: Sequence[LibraryCard],
    pasts: Sequence[Past],
    played: Mapping[str, Played],
    lens: PrincipleSet,
    left_out: Sequence[str],
    now: int,
    agreed: AgreedThen | None = None,
) -> NextCard | None:
    """What could come next, at `now` (milliseconds since 1970). Topics that are `left_out` are never suggested.

    `cards` were made through `lens`, and `pasts` (the oldest first) are looked back on through it. What was `agreed` in
    supervision comes first.
    """
    suggesting = Suggesting(welcome(cards, left_out), pasts, played, lens, now)
    return suggesting.agreed(agreed) or suggesting.next()


def _was_sure(past: Past, moment: PastMoment) -> bool:
    """Whether the person said so too: very sure of the whole, or guessed that this principle was supported."""
    supporting = (Mark.SUPPORTS, Mark.SUPPORTS_A_LITTLE)
    return past.guess_sure == "very" or any(
        one.principle == moment.principle and one.guessed in supporting for one in past.guesses
    )


def _offer(card: LibraryCard, reason: str) -> NextCard:
    return NextCard(card.id, card.title, reason)
