"""Where the wall stands: screens as they come and go, the one that was chosen, and the window on it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from hrtrainer.group.screens import Change, Display, change, found, others, pictures, standing
from hrtrainer.pages.wall import BlackWall, Wall, WallPage
from hrtrainer.qt.room.wall_side import ScreenShown, WallSide
from hrtrainer.qt.wall.awake import SORRY, Awake
from hrtrainer.qt.wall.moving import move_to
from hrtrainer.qt.wall.numbers import Numbers
from hrtrainer.qt.wall.showing import Showing
from hrtrainer.qt.wall.window import WallWindow


class RoomWall(WallSide):
    """The wall on the screens of this computer. `notes` is the window that the room must not see."""

    def __init__(self, showing: Showing, notes: QWidget, awake: Callable[[], Awake]) -> None:
        super().__init__(showing, notes)
        self._notes, self._make_awake = notes, awake
        self._awake: Awake | None = None
        self._chosen: Display | None = None
        self._there = self._up = False
        self._hidden = False
        self._window: WallWindow | None = None
        self._numbers = Numbers(self)
        self._numbers.chosen.connect(self._answer)
        self._soon = QTimer(self)  # screens come and go in several steps
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.look_again)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._follow)
            application.screenRemoved.connect(self._lose)
            application.primaryScreenChanged.connect(self._soon.start)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._soon.start)

    # What there is

    def screens(self) -> tuple[ScreenShown, ...]:
        firsts = [group[0] for group in pictures(_displays())]
        room = self._now()
        shown = []
        for number, one in enumerate(firsts, 1):
            screen = _screen(one)
            size = screen.size() * screen.devicePixelRatio() if screen else None
            wide, high = (size.width(), size.height()) if size else (one.width, one.height)
            mine = room is not None and any(room in group for group in pictures(_displays()) if one in group)
            shown.append(ScreenShown(number, one.name, wide, high, mine))
        return tuple(shown)

    @property
    def standing(self) -> str:
        return standing(self._chosen, _displays())

    def window(self) -> QWidget | None:
        return self._window

    def _now(self) -> Display | None:
        return found(self._chosen, _displays()) if self._chosen is not None else None

    # Choosing

    def ask(self) -> None:
        firsts = [_screen(group[0]) for group in pictures(_displays())]
        if len(firsts) > 1:
            self._numbers.ask(self.showing.look._replace(text_size=100), [one for one in firsts if one is not None])

    def _answer(self, number: int) -> None:
        if number:
            self.choose(number)
        self._notes.activateWindow()

    def choose(self, number: int) -> None:
        groups = pictures(_displays())
        if 1 <= number <= len(groups) and len(groups) > 1:
            self._numbers.put_away()
            self._take(groups[number - 1][0])

    def swap(self) -> None:
        now, groups = self._now(), pictures(_displays())
        if now is not None:
            at = next(at for at, group in enumerate(groups) if now in group)
            self._take(groups[(at + 1) % len(groups)][0])

    def _take(self, display: Display) -> None:
        """The room sees this screen: notes leave it first, then the wall goes there."""
        self._chosen, self._there = display, True
        self._clear(display)
        self._place()
        self.changed.emit()

    def _clear(self, display: Display) -> None:
        """Let the notes stand where the room does not look."""
        free = [_screen(one) for one in others(display, _displays())]
        stands = self._notes.screen()
        if stands not in free and (to := next((one for one in free if one is not None), None)) is not None:
            move_to(self._notes, to)

    # Showing

    def show_wall(self, wall: Wall) -> None:
        self._hidden = wall.hidden
        super().show_wall(wall)
        self._put_up()

    def show_page(self, page: WallPage) -> None:
        self._hidden = False
        self.showing.bar = None
        super().show_page(page)
        self._put_up()

    def put_away(self) -> None:
        self._up = False
        self._numbers.put_away()
        if self._window is not None:
            self._window.hide()
        if self._awake is not None:
            self._awake.release()
            self._awake = None
        self.showing.show_page(BlackWall())

    def _put_up(self) -> None:
        if not self._up:
            self._up = True
            self._awake = self._make_awake()
            if not self._awake.hold():
                self.told.emit(SORRY)
        self._place()

    def _place(self) -> None:
        """Put the window where it belongs, or nowhere."""
        now = self._now()
        screen = _screen(now) if now is not None else None
        if screen is not None:
            self.showing.set_shape(screen.size())
        if screen is None or not self._up or self._hidden:
            if self._window is not None:
                self._window.hide()
            return
        if self._window is None:
            self._window = WallWindow(self.showing)
            self._window.taken_away.connect(self._take_away)
            self.destroyed.connect(self._window.deleteLater)
        had_keys = self._notes.isActiveWindow()
        self._window.put_up(screen)
        if had_keys:  # some systems give them to whatever is shown last, whatever it asked for
            self._notes.activateWindow()

    def _take_away(self) -> None:
        self._hidden = True
        self._notes.activateWindow()
        self.taken_away.emit()

    # Screens that come and go

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._soon.start)
        self._soon.start()

    def _lose(self, screen: QScreen) -> None:
        """At once, before Qt moves the wall to a screen that is left, over the notes."""
        if self._window is not None and self._window.screen() is screen:
            self._window.hide()
        self._soon.start()

    def look_again(self) -> None:
        """See what became of the room's screen."""
        if self._numbers.shown:
            self._numbers.put_away()
            self.ask()
        what, now = change(self._chosen, self._there, _displays())
        if now is not None:
            self._chosen = now
        self._there = self._there if self._chosen is None else now is not None
        if what is Change.RETURNED:
            self.showing.show_page(BlackWall())
        if now is not None:
            self._clear(now)
        self._place()
        if what is Change.LOST:
            self.lost.emit()
        elif what is Change.RETURNED:
            self.returned.emit()
        self.changed.emit()


def _displays() -> tuple[Display, ...]:
    return tuple(map(_display, QGuiApplication.screens()))


def _display(screen: QScreen) -> Display:
    box = screen.geometry()
    make = " ".join(one for one in (screen.manufacturer(), screen.model(), screen.serialNumber()) if one)
    return Display(screen.name(), make, box.x(), box.y(), box.width(), box.height())


def _screen(display: Display) -> QScreen | None:
    return next((one for one in QGuiApplication.screens() if _display(one) == display), None)
