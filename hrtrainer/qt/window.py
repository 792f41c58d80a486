"""The window: rail, screens, notice. Screens are made when they are first wanted, and again when the look changes."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from hrtrainer.problem import Problem
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.keys import bind
from hrtrainer.qt.look import Look
from hrtrainer.qt.theme import dress, look_of, undress
from hrtrainer.qt.widgets.boxes import clear, column, row
from hrtrainer.qt.widgets.notice import Notice
from hrtrainer.qt.widgets.rail import Rail
from hrtrainer.settings import TEXT_SIZES, Settings
from hrtrainer.words import PROGRAM

MINIMUM = (1024, 700)
_FRAME = 48
"""Room for a title bar and borders, which Qt does not count, when the window opens for the first time."""


class Place(NamedTuple):
    """Somewhere to be: how its screen is made, how it is filled, and whether the rail stands beside it."""

    make: Callable[[Look], QWidget]
    fill: Callable[[], None]
    rail: bool = True


class Window(QWidget):
    """The one window. `left` tells the place that is left; `finishing` comes before `closing`, while all is there."""

    settings_changed = Signal(object)
    left = Signal(str)
    files_dropped = Signal(object)
    finishing = Signal()
    closing = Signal()

    def __init__(self, settings: Settings, look: Look) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(PROGRAM)
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*MINIMUM)
        self.settings = settings
        self.look = look
        self.place = ""
        self._stands = False  # whether the place is on the screen, made and filled
        self.may_close: Callable[[], bool] = lambda: True
        self._places: dict[str, Place] = {}
        self._screens: dict[str, QWidget] = {}
        self._whole = column(self)
        self._dress()
        self._bind_keys()

    def _dress(self) -> None:
        """Put the frame together in the present look."""
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()  # while all is still there: a widget that ends with the focus tells of it when half gone
        for old in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            old.deleteLater()
        # Now, not later: a style sheet is slow on what is about to go.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        undress(self.look)
        clear(self._whole)
        self._screens = {}
        body = row()
        self._whole.addLayout(body, 1)
        self._rail = Rail(self.look)
        self._rail.wanted.connect(self.go)
        self._stack = QStackedWidget()
        body.addWidget(self._rail)
        body.addWidget(self._stack, 1)
        self._notice = Notice(self.look)
        self._whole.addWidget(self._notice)

    def put_on_style(self) -> None:
        """Give everything its style sheet. At the start it comes last: under it each new widget lays out all anew."""
        dress(self.look)

    def _bind_keys(self) -> None:
        bind(self, "Ctrl+Q", self.close)
        bind(self, "F1", partial(self.go, "help"))
        bind(self, "Ctrl++", partial(self._step_text, 1))
        bind(self, "Ctrl+=", partial(self._step_text, 1))
        bind(self, "Ctrl+-", partial(self._step_text, -1))
        bind(self, "Ctrl+0", partial(self._step_text, 0))

    def add_place(self, name: str, place: Place) -> None:
        """Make a place known."""
        self._places[name] = place

    def furnish(self) -> None:
        """Make every place known; called when one is wanted that is not."""

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Do something that may not work. False when a Problem was told."""
        try:
            deed()
        except Problem as problem:
            self.tell_problem(problem)
            return False
        return True

    def screen_of(self, name: str) -> QWidget:
        """The screen of a place; made now if it was not yet."""
        if name not in self._places:
            self.furnish()
        if name not in self._screens:
            screen = self._places[name].make(self.look)
            self._screens[name] = screen
            self._stack.addWidget(screen)
        return self._screens[name]

    def forget(self, name: str) -> None:
        """Let a screen that is not shown be made anew when it is next wanted."""
        if name != self.place and (screen := self._screens.pop(name, None)) is not None:
            self._stack.removeWidget(screen)
            screen.deleteLater()

    def go(self, name: str) -> None:
        """Go to a place."""
        if self.place != name:
            self._leave()
        screen = self.screen_of(name)
        self.place = name
        self._rail.setVisible(self._places[name].rail)
        self._rail.show_place(name, self.settings.code_name, self.settings.show_growth)
        self._rail.fold(self.width())
        self._stack.setCurrentWidget(screen)
        self._places[name].fill()
        self._stands = True
        if screen.focusProxy() is None and self._places[name].rail:
            screen.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that its keys work, and Tab goes to its first control
        if screen.focusProxy() is not None or self._places[name].rail:
            screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def refill(self) -> None:
        """Show the present place anew."""
        self._places[self.place].fill()

    def tell(self, text: str) -> None:
        """Tell a piece of news."""
        self._notice.tell(text)

    def tell_problem(self, problem: Problem) -> None:
        """Tell what did not work."""
        self._notice.tell_problem(problem)

    def change_settings(self, settings: Settings) -> None:
        """Use other settings from now on."""
        before, self.settings = self.settings, settings
        self._rail.show_place(self.place, settings.code_name, settings.show_growth)
        self.settings_changed.emit(settings)
        shown = (before.theme, before.text_size, before.reduced_motion)
        if shown != (settings.theme, settings.text_size, settings.reduced_motion):
            QTimer.singleShot(0, self.dress_again)  # not while a screen that is about to go is still talking

    def dress_again(self) -> None:
        """Draw everything in the look that the settings ask for, and stay where the person is."""
        look = look_of(self.settings, self.look.assets)
        if look == self.look:
            return
        self._leave()
        self.look = look
        self.setUpdatesEnabled(False)  # the old picture stays until the new one is whole
        self._dress()
        self.put_on_style()  # first here: a page that is filled may measure its words
        QTimer.singleShot(0, self._make_again)

    # In three breaths, between which the window answers: somebody may have gone elsewhere meanwhile.

    def _make_again(self) -> None:
        if not self.isHidden():  # it may have been closed meanwhile
            self.screen_of(self.place)
        QTimer.singleShot(0, self._show_again)

    def _show_again(self) -> None:
        if not self._stands and not self.isHidden():
            self.go(self.place)
        self.setUpdatesEnabled(True)

    def _leave(self) -> None:
        """Let the place keep what is being written in it, before its screen goes."""
        if self._stands:
            self._stands = False
            self.left.emit(self.place)

    def _step_text(self, step: int) -> None:
        at = TEXT_SIZES.index(self.settings.text_size) + step
        size = TEXT_SIZES[min(len(TEXT_SIZES) - 1, max(0, at))] if step else TEXT_SIZES[0]
        self.change_settings(self.settings._replace(text_size=size))

    def place_on_screen(self) -> None:
        """Stand where the window stood last time, as far as the screens of today allow."""
        where = self.settings.window
        screen = QGuiApplication.primaryScreen().availableGeometry()
        if len(where) == 4 and any(
            one.availableGeometry().intersects(QRect(*where)) for one in QGuiApplication.screens()
        ):
            self.setGeometry(*where)
        else:
            self.resize(min(1440, screen.width() - _FRAME), min(900, screen.height() - _FRAME))
        if self.settings.maximized:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rail.fold(self.width())

    @guarded()
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @guarded()
    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.files_dropped.emit(files)

    @guarded()
    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave()
        if not self.may_close():
            self._stands = True
            event.ignore()
            return
        normal = self.normalGeometry() if self.isMaximized() else self.geometry()
        where = (normal.x(), normal.y(), normal.width(), normal.height())
        self.change_settings(self.settings._replace(window=where, maximized=self.isMaximized()))
        self.finishing.emit()
        self.closing.emit()
        super().closeEvent(event)
