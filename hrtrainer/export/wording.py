"""The headings and small words that every printed form of a summary says, said once."""

from dataclasses import dataclass

from hrtrainer import words


@dataclass(frozen=True, slots=True)
class Wording:
    """What the page itself says, apart from the session."""

    program: str = words.PROGRAM
    kind: str = "Supervision summary"
    page_of: tuple[str, str] = ("page", "of")
    talk: str = "What I want to talk about"
    talk_empty: str = "Left open, to fill in by hand."
    ended: str = "How it ended"
    floor: str = "The safety floor"
    principles: str = "Moves beside each principle"
    no_total: str = words.NO_TOTAL
    no_total_alone: str = "There is no total: principles are not traded for one another."
    legend: str = "Left of the line strains, right of it supports; dashed is a chance not taken; on both sides, both."
    principle: str = "Principle"
    strains: str = "strains"
    supports: str = "supports"
    chance: str = "chance not taken"
    moment: str = "A moment it came from"
    quiet: str = "Not in play:"
    beside: str = "Elsewhere on the source's page"
    board: str = "Heard, and still quiet"
    in_words: str = "The same in words"
    turn: str = "Turn"
    path_legend: str = (
        "Each circle is a turn. Ringed: it turned the conversation. Square: own words. Question mark: marked unsure. "
        "Small open circles: lines not taken."
    )
    who: str = "Who"
    line: str = "Line"
    move: str = "Move"
    own: str = "own words"
    nearest: str = "Nearest line picked:"
    unsure: str = "marked unsure"
    taken_back: str = "taken back"
    differently: str = "Seen differently:"
    moves: str = "Moves chosen"
    picks: str = words.PICKS
    strengths: str = "What this run shows, worth keeping"
    to_try: str = "To try"
    could_say: str = "Another way to say it:"
    reflections: str = "My reflections"
    guess: str = "My guess, beside the notes"
    guessed: str = "I guessed"
    notes: str = "The notes"
    answers: str = "About our organisation"
    barriers: str = "What stood in the way, for the service to change"
    fill: str = "For the two of us to fill in"
    fields: tuple[str, ...] = (
        "Something you did that I would keep",
        "One thing to practise, agreed together",
        "What I (supervisor) will do to help",
    )
    half_fields: tuple[str, ...] = ("When we look again", "Next conversation to try")
    questions: str = "Questions a supervisor might ask"
    facts: str = "Facts that were used"
    sources: str = "Sources behind the notes"
    working: str = "Show the working"
    working_note: str = (
        "Counts for one principle at a time, each beside the least and the most that the choices on offer could have "
        "made it. They are not comparable between principles, and there is no total."
    )
    chances: str = "Chances to support"
    supported: str = "Supported"
    strained: str = "Strained"
    least_most: str = "least and most"
    check: str = "check"
    heard_mark: str = "heard"
    quiet_mark: str = "not heard yet"
    reached_mark: str = "reached"
    not_reached_mark: str = "not reached"
