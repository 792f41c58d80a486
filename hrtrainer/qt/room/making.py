"""The room that is led, put together: the door through which all of it is loaded, once somebody wants it."""

from hrtrainer.qt.ground import Ground
from hrtrainer.qt.room.leading import Leading
from hrtrainer.qt.shelf import Shelf
from hrtrainer.qt.wall.awake import awake_here
from hrtrainer.qt.wall.look import wall_look
from hrtrainer.qt.wall.showing import Showing
from hrtrainer.qt.wall.standing import RoomWall
from hrtrainer.qt.window import Window


def make_leading(window: Window, ground: Ground, shelf: Shelf) -> Leading:
    """Leading in a window, with the wall on the screens of this computer."""
    showing = Showing(wall_look(window.settings, window.look.assets))
    return Leading(window, ground, shelf, RoomWall(showing, window, awake_here))
