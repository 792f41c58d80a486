"""From a page to its sheets, laid out for the shape of a screen. How many pixels it has is no matter."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize

from hrtrainer.pages import wall
from hrtrainer.qt.wall import around, choosing, hearing
from hrtrainer.qt.wall.look import HIGH, WallLook
from hrtrainer.qt.wall.pieces import Sheet

_KINDS: dict[type, Callable[[WallLook, float, Any], tuple[Sheet, ...]]] = {
    wall.HoldWall: around.hold,
    wall.BriefWall: around.brief,
    wall.SceneWall: hearing.scene,
    wall.ThinkWall: choosing.think,
    wall.VoteWall: choosing.vote,
    wall.DiscussWall: choosing.discuss,
    wall.CommitWall: choosing.commit,
    wall.CountsWall: choosing.counts,
    wall.ReplyWall: hearing.reply,
    wall.RevealWall: hearing.reveal,
    wall.DebriefWall: around.debrief,
    wall.CrossroadsWall: around.crossroads,
    wall.WhatIfWall: choosing.what_if,
    wall.CompareWall: hearing.compare,
    wall.CloseWall: around.close,
    wall.ReportWall: around.report,
    wall.BlackWall: around.black,
    wall.CardWall: around.card,
    wall.PauseWall: around.pause,
    wall.BackRowWall: around.back_row,
    wall.SpotlightWall: choosing.spotlight,
}


def laid_out(page: wall.WallPage, look: WallLook, size: QSize) -> tuple[Sheet, ...]:
    """The parts of a page, one sheet each, for a screen of this shape. At least one."""
    width = HIGH * max(1, size.width()) / max(1, size.height())
    return _KINDS[type(page)](look, max(width, 0.75 * HIGH), page)
