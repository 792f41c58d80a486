"""The way into leading a room: everything of it is loaded when somebody first wants it."""

from hrtrainer.qt.ground import Ground
from hrtrainer.qt.room.leading import Leading
from hrtrainer.qt.shelf import Shelf
from hrtrainer.qt.wall.awake import awake_here
from hrtrainer.qt.wall.look import wall_look
from hrtrainer.qt.wall.showing import Showing
from hrtrainer.qt.wall.standing import RoomWall
from hrtrainer.qt.window import Window


def leading(window: Window, ground: Ground, shelf: Shelf) -> Leading:
    """The places of a room, made known to the window, with a wall of its own."""
    wall = RoomWall(Showing(wall_look(window.settings, window.look.assets)), window, awake_here)
    return Leading(window, ground, shelf, wall)
