"""A summary without the parts that somebody does not want to hand over."""

from dataclasses import replace

from hrtrainer.session.summary import Summary, TurnTold
from hrtrainer.session.withholding import PART_WITHHELD


def left_out(told: Summary, parts: frozenset[str]) -> Summary:
    """Without the parts that were not chosen."""
    turns = tuple(_turn_of(turn, parts) for turn in told.turns) if "path" in parts else ()
    told = replace(
        told,
        turns=turns,
        withdrawn=tuple(_turn_of(turn, parts) for turn in told.withdrawn) if "taken-back" in parts and turns else (),
        talk_about="",
        minutes=0,
    )
    if "ledger" not in parts:
        told = replace(told, left_with=(), floor=())
    if "quotes" not in parts:
        told = _without_quotes(told)
    if "ending" not in parts and told.ending:
        told = replace(told, ending=replace(told.ending, id="", title="", kind="", kind_name="", lines=()))
    if "marks" not in parts:
        told = replace(told, principles=(), beside=(), lens="", lens_name="", lens_publisher="")
    told = replace(
        told,
        board=told.board if "board" in parts else (),
        moves=told.moves if "moves" in parts else (),
        reflections=told.reflections if "reflections" in parts else (),
        questions=told.questions if "questions" in parts else (),
    )
    if "learning" not in parts:
        told = replace(told, strengths=(), to_try=())
    if "sources" not in parts:
        told = replace(told, facts=(), sources=())
    return told if "guess" in parts else replace(told, guess=None)


def _without_quotes(told: Summary) -> Summary:
    """Without what somebody said, where it is quoted as the ground of a note."""
    principles, beside = (
        tuple(
            replace(
                one,
                moments=tuple(
                    replace(m, evidence=tuple(replace(e, quote="") for e in m.evidence)) for m in one.moments
                ),
            )
            for one in group
        )
        for group in (told.principles, told.beside)
    )
    return replace(
        told,
        principles=principles,
        beside=beside,
        ending=replace(told.ending, lines=()) if told.ending else None,
        strengths=tuple(replace(one, quote=PART_WITHHELD) for one in told.strengths),
        to_try=tuple(replace(one, said=PART_WITHHELD) for one in told.to_try),
    )


def _turn_of(turn: TurnTold, parts: frozenset[str]) -> TurnTold:
    if "own-words" not in parts and turn.own:
        turn = replace(turn, own=PART_WITHHELD, differently="")
    if "marks" not in parts:
        turn = replace(turn, marks=(), headline="", instead=(), differently="")
    if "moves" not in parts:
        turn = replace(turn, moves=())
    if "quotes" in parts:
        return turn
    hide = PART_WITHHELD if turn.said else ""
    return replace(turn, heard=(), reply=(), said=hide, instead=(), not_taken=(), headline="")
