"""What makes a wall legible, check by check, for every wall of every shipped conversation.

L1-L3, sizes            here, and by the row they reach in test_wall_legible
L4, L5, words           here
L6, L13, it fits        test_wall_legible: whole or parted, never smaller, and with texts a third longer
L7, contrast            test_wall_legible
L8, colours apart       here
L9, letter and shape    here; on paper and in the report in tests/export
L10, margins            here and in test_wall_legible
L11, length of lines    here
L12, motion             test_wall_window
L14, that the lines are read aloud is a sentence in the facilitator's notes; nothing can check that somebody does.
"""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF

from hrtrainer.group.letters import SHAPES
from hrtrainer.group.timing import SIZES
from hrtrainer.group.wording import SCRIPTS
from hrtrainer.pages.wall import CloseWall, CompareWall, RevealWall, SpotlightWall, WallPage
from hrtrainer.pages.wall_parts import MOST_OPTION_WORDS
from hrtrainer.qt.wall.laying import laid_out
from hrtrainer.qt.wall.look import COLOURS, DARK_ROOM, DAY, EDGE, HIGH, WallLook
from hrtrainer.qt.wall.pieces import Panel, Sheet, Sign, Words
from hrtrainer.qt.wall.setting import MOST_CHARACTERS, in_lines
from tests.qt.colour_vision import SEEN, apart, ciede2000
from tests.qt.test_wall_legible import look, options_of, pages
from tests.stage import SHIPPED

__all__ = ["look"]
SCREENS = {
    "1920x1080": QSize(1920, 1080),
    "1280x720": QSize(1280, 720),
    "1024x768": QSize(1024, 768),
    "3840x2160": QSize(3840, 2160),
}
LEAST, READ, NAMED = 0.042, 0.056, 0.07
READ_ROLES = ("client", "heard", "said", "option", "strong", "question", "prompt", "ask", "word", "sentence")
NAMED_ROLES = ("letter", "principle")
LEAST_CHARACTERS = 25
A_FEW_WORDS = ("title", "calm", "ask", "principle", "question", "prompt", "word", "letter")
"""Set large and said in a line or two: a wall that is narrow for its height has fewer letters of these in a line."""
MOST_SENTENCE_WORDS, MOST_COLUMN_WORDS = 25, 50


def every_text(sheet: Sheet) -> list[Words]:
    return [piece for piece in sheet.pieces if isinstance(piece, Words)]


@pytest.mark.parametrize("theme", [DAY, DARK_ROOM])
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", SHIPPED)
def test_sizes_margins_and_lines(name: str, screen: str, theme: str, look: WallLook) -> None:
    size, painted = SCREENS[screen], look._replace(theme=theme)
    for key, page in pages(name):
        for sheet in laid_out(page, painted, size):
            where = f"{name} {key} {screen} {theme}"
            safe = QRectF(sheet.width * EDGE, HIGH * EDGE, sheet.width * (1 - 2 * EDGE), HIGH * (1 - 2 * EDGE))
            assert sheet.whole, where
            for piece in every_text(sheet):
                assert _size(piece, painted) >= _least(piece), (where, piece.text)
                assert safe.adjusted(-1, -1, 1, 1).contains(piece.box), (where, piece.text)
                assert len(piece.text) <= MOST_CHARACTERS, (where, piece.text)


def _size(piece: Words, look: WallLook) -> float:
    """The em of a text as a share of the height of the wall. The test of the back row is there to be too small."""
    return 1.0 if piece.percent else look.font(piece.role).pixelSize() / HIGH


def _least(piece: Words) -> float:
    return NAMED if piece.role in NAMED_ROLES else READ if piece.role in READ_ROLES else LEAST


@pytest.mark.parametrize("scale", [SIZES[0], SIZES[-1]])
@pytest.mark.parametrize("name", SHIPPED)
def test_no_line_is_longer_than_sixty_characters_at_any_size(name: str, scale: int, look: WallLook) -> None:
    for key, page in pages(name):
        for sheet in laid_out(page, look._replace(text_size=scale), SCREENS["1920x1080"]):
            assert all(len(piece.text) <= MOST_CHARACTERS for piece in every_text(sheet)), key


@pytest.mark.parametrize("screen", ["1920x1080", "1024x768"])
@pytest.mark.parametrize("name", SHIPPED)
def test_a_text_that_takes_several_lines_has_room_for_twenty_five_characters(
    name: str, screen: str, look: WallLook
) -> None:
    """So it takes no more lines than it would at that width. Columns beside each other are for walls that are wide."""
    narrow = (CloseWall, CompareWall) if screen == "1024x768" else (CloseWall,)
    for key, page in pages(name):
        for sheet in laid_out(page, look, SCREENS[screen]) if not isinstance(page, narrow) else ():
            for lines in _running(sheet, look):
                font, whole = look.font(lines[0].role), " ".join(one.text for one in lines)
                wide = QFontMetricsF(font).horizontalAdvance(whole) / len(whole) * LEAST_CHARACTERS
                assert len(in_lines(whole, font, wide)) >= len(lines), (key, whole)


def _running(sheet: Sheet, look: WallLook) -> list[list[Words]]:
    """The texts of a sheet that take several lines, each as its lines."""
    found: list[list[Words]] = []
    for one in every_text(sheet):
        before = found[-1][-1] if found else None
        if before is not None and _goes_on(before, one, look.line(one.role)):
            found[-1].append(one)
        else:
            found.append([one])
    return [lines for lines in found if len(lines) > 1 and lines[0].role not in A_FEW_WORDS]


def _goes_on(before: Words, one: Words, line: float) -> bool:
    below = 0 < one.box.y() - before.box.y() <= line * 1.05
    return below and before.role == one.role and abs(before.box.x() - one.box.x()) < 2


@pytest.mark.parametrize("name", SHIPPED)
def test_the_words_of_a_reply_a_sentence_and_a_column_are_few(name: str) -> None:
    seen = 0
    for key, page in pages(name):
        for option in getattr(page, "options", ()):
            assert len(option.text.split()) <= MOST_OPTION_WORDS, (key, option.text)
        for sentence in page.sentences if isinstance(page, RevealWall) else ():
            seen += 1
            assert len(sentence.split()) <= MOST_SENTENCE_WORDS, (key, sentence)
        for side in (page.ours, page.other) if isinstance(page, CompareWall) else ():
            seen += 1
            words = [side.said, *(line.text for line in side.lines)]
            assert sum(len(one.split()) for one in words) <= MOST_COLUMN_WORDS, (key, words)
    assert seen > 20


@pytest.mark.parametrize("name", SHIPPED)
def test_a_reply_is_told_by_letter_and_shape_in_every_view_and_by_no_colour(name: str, look: WallLook) -> None:
    kinds = set()
    for key, page in pages(name):
        told = _replies(page)
        sheets = laid_out(page, look, SCREENS["1920x1080"])
        signs = [piece for sheet in sheets for piece in sheet.pieces if isinstance(piece, Sign)]
        letters = [piece.text for sheet in sheets for piece in every_text(sheet) if piece.role == "letter"]
        for letter, shape in told:
            assert shape == SHAPES["ABCDEFGH".index(letter)], key
            assert letter in letters and shape in {sign.shape for sign in signs}, (key, letter)
        if len(told) > 1:
            kinds.add(type(page).__name__)
            assert len({sign.ink for sign in signs}) == 1, key
            chips = {one.fill for sheet in sheets for one in sheet.pieces if isinstance(one, Panel) and _is_chip(one)}
            assert len(chips) <= 1, (key, chips)
    assert kinds >= {"ThinkWall", "VoteWall", "DiscussWall", "CommitWall", "CountsWall", "WhatIfWall", "CompareWall"}


def _is_chip(panel: Panel) -> bool:
    return panel.fill in ("plum", "marigold", "supportsFill", "strainsFill") and panel.box.width() < 400


def _replies(page: WallPage) -> set[tuple[str, str]]:
    found = {(one.letter, one.shape) for one in options_of(page)}
    if isinstance(page, CompareWall):
        found |= {(side.letter, side.shape) for side in (page.ours, page.other)}
    if isinstance(page, SpotlightWall):
        found.add((page.letter, page.shape))
    return found


PAIRS = (
    *combinations(("supportsFill", "strainsFill", "neither"), 2),
    *combinations(("supports", "strains"), 2),
    ("marigold", "plum"),
)
"""Colours that mean different things and stand beside each other: the marks, their words, who speaks."""


@pytest.mark.parametrize("theme", [DAY, DARK_ROOM])
def test_colours_that_mean_something_are_apart_for_all_eyes_and_in_a_lit_room(theme: str) -> None:
    colours = COLOURS[theme]
    for seen in SEEN:
        for one, other in PAIRS:
            assert apart(colours[one], colours[other], seen) >= 9, (theme, seen, one, other)


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1, 2), (50, 0, 0), 2.3669),
        ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_distance_is_that_of_the_published_pairs(
    one: tuple[float, float, float], other: tuple[float, float, float], known: float
) -> None:
    assert ciede2000(one, other) == pytest.approx(known, abs=1e-4)


def test_the_notes_say_that_the_lines_are_read_aloud() -> None:
    assert any("aloud" in script.lower() or "read" in script.lower() for script in SCRIPTS.values())
