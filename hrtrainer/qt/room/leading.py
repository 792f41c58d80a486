"""Leading a room: what is wished for goes to the desk, and what became of it to the presenter's screen and the wall."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hrtrainer.facilitating import Facilitating, gather, gather_again
from hrtrainer.group.action import Action
from hrtrainer.group.keys import SAVE, Wish
from hrtrainer.group.stage import Cover, Stage
from hrtrainer.history.rows import SessionRow
from hrtrainer.pages.presenter_of import presenter_page
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.keys import bind
from hrtrainer.qt.look import Look
from hrtrainer.qt.room.card import Deed
from hrtrainer.qt.room.desk import RoomDesk
from hrtrainer.qt.room.ending import Ending
from hrtrainer.qt.room.key_setting import PLACE as KEYS_PLACE
from hrtrainer.qt.room.key_setting import KeySetting
from hrtrainer.qt.room.presenter import PresenterScreen
from hrtrainer.qt.room.room_keys import RoomKeys
from hrtrainer.qt.room.setting_up import PLACE as SETUP
from hrtrainer.qt.room.setting_up import SettingUp, set_up_room
from hrtrainer.qt.room.wall_side import TWO, WallSide
from hrtrainer.qt.shelf import Shelf
from hrtrainer.qt.window import Place, Window
from hrtrainer.sitting import Wishes, draw_seed

PLACE = "presenter"
_LOST = "The room’s screen is gone. Everything stands as it was; when it is back it shows black."


class Leading(QObject):
    """One room being led, from its set-up to its report."""

    def __init__(self, window: Window, ground: Ground, shelf: Shelf, wall: WallSide) -> None:
        super().__init__(window)
        self._window, self._ground, self._wall = window, ground, wall
        self.desk = RoomDesk(self)
        self.setting_up = SettingUp(window, ground, shelf, self.desk, wall)
        self.key_setting = KeySetting(window)
        self._ending = Ending(window, ground, self.desk)
        self._ending.gone.connect(self._go_home)
        self._keys = RoomKeys(window, self._awake, self._screen)
        self._connect()
        window.add_place(PLACE, Place(self._make, self._fill, rail=False))

    def _connect(self) -> None:
        window, desk, wall = self._window, self.desk, self._wall
        self.setting_up.opened.connect(self._open_both)
        self.setting_up.gone_on.connect(self._go_on)
        desk.changed.connect(self._show)
        desk.refused.connect(self._tell)
        desk.failed.connect(window.tell_problem)
        wall.changed.connect(self._show)
        wall.lost.connect(self._lose)
        wall.returned.connect(self._come_back)
        wall.taken_away.connect(self._hide_wall)
        wall.told.connect(window.tell)
        window.left.connect(self._leave)
        window.closing.connect(wall.put_away)
        self._keys.wished.connect(self.wish)
        self._keys.changed.connect(partial(window.forget, PLACE))  # its buttons show the keys
        self._keys.use()

    def make(self, place: str, look: Look) -> QWidget:
        """The screen of one of the places of the room."""
        makers = {SETUP: self.setting_up.make, KEYS_PLACE: self.key_setting.make, PLACE: self._make}
        return makers[place](look)

    def _awake(self) -> bool:
        return self._window.place == PLACE and self.desk.led is not None

    def rise(self) -> None:
        """Leave the room on the desk: the history is another now."""
        self.desk.clear()
        self._wall.put_away()

    # Opening

    def _go_on(self, row: object) -> None:
        assert isinstance(row, SessionRow)
        if self.desk.begin(partial(gather_again, self._ground.history, row, self._ground.reference)):
            self.setting_up.take_over()
            self._window.refill()
            self._window.tell("The room is as it was left. Open both windows when you are ready; the wall is black.")

    def _open_both(self) -> None:
        if self.desk.led is None and not self.desk.begin(self._gathered):
            return
        draft = self.setting_up.draft
        if self.desk.act(partial(set_up_room, draft, self._wall.standing)):
            self._window.go(PLACE)

    def _gathered(self) -> Facilitating:
        settings, reading = self._window.settings, self.setting_up.reading
        assert reading is not None  # there is no set-up without a conversation
        wishes = Wishes(settings.lens, settings.region, seed=draw_seed(), kept=settings.keep_sessions)
        return gather(self._ground.keeping(wishes.kept), reading, self._ground.reference, wishes)

    # The presenter's screen

    def _make(self, look: Look) -> QWidget:
        screen = PresenterScreen(look, self._wall.showing, self._keys.first, self._keys.keys)
        screen.wished.connect(self.wish)
        screen.moved.connect(self._keys.lead_out)
        screen.wanted.connect(self._do)
        screen.save_wanted.connect(self._save)
        screen.log_unwanted.connect(self._ending.ask_to_delete)
        screen.setup_wanted.connect(self.setting_up.open)
        bind(screen, SAVE, self._save_by_key)
        return screen

    def _screen(self) -> PresenterScreen:
        screen = self._window.screen_of(PLACE)
        assert isinstance(screen, PresenterScreen)
        return screen

    def _fill(self) -> None:
        if self.desk.led is not None:
            self._show()
            self._screen().take_focus()

    def _show(self) -> None:
        """Both windows, as the room stands now."""
        led = self.desk.led
        if led is None:
            return
        page = presenter_page(led.room, led.reference)
        self._wall.show_wall(page.wall)
        window = self._wall.window()
        if window is not None:
            self._keys.hear(window)
        if self._window.place == PLACE:
            self._screen().share(self._wall.standing != TWO)
            self._screen().wall.show_screen(self._screen_name())
            self._screen().show_page(page)

    def _screen_name(self) -> str:
        found = (one for one in self._wall.screens() if one.room)
        one = next(found, None)
        return f"Screen {one.number}, {one.width} × {one.height}" if one is not None else "no screen of its own"

    def _tell(self, sentence: str) -> None:
        if self._window.place == PLACE:
            self._screen().tell(sentence)
        else:
            self._window.tell(sentence)

    # Wishes

    def wish(self, wish: object) -> None:
        """Do what was wished for, by key or button."""
        assert isinstance(wish, Wish)
        screen, action, number = self._screen(), wish.action, wish.number
        match action:
            case Action.MAP | Action.GO | Action.PARK | Action.KEYS if screen.is_bare and not number:
                screen.tell("That opens among your notes, while they are seen.")
            case Action.MAP:
                screen.map.toggle()
            case Action.GO if not number:
                screen.map.open(by_number=True)
            case Action.PARK:
                screen.park.take_focus()
            case Action.TIMER:
                screen.clock.hold()
            case Action.NOTES_LARGER | Action.NOTES_SMALLER:
                screen.notes.step_size(1 if action is Action.NOTES_LARGER else -1)
            case Action.SWAP:
                self._wall.swap()
            case Action.KEYS:
                screen.toggle_keys()
            case Action.END:
                self._ending.ask_to_end()
            case _:
                self._act(action, number)

    def _act(self, action: Action, number: int) -> None:
        screen = self._screen()
        screen.finish()
        if action is Action.ESCAPE:
            screen.settle()
        if not self._turned(action):
            self.desk.act(lambda led: led.wish(action, number))

    def _turned(self, action: Action) -> bool:
        """Whether another part of the wall's page was meant, and is there now; a frozen wall stays as it is."""
        room = self.desk.room
        still = room is None or Cover.FREEZE in room.state.covers
        by = {Action.FORWARD: 1, Action.BACK: -1}.get(action, 0)
        return bool(by) and not still and self._wall.turn(by)

    def _do(self, deed: object) -> None:
        if callable(deed):
            doing: Deed = deed
            self.desk.act(doing)

    # Screens that go and come

    def _lose(self) -> None:
        self._window.tell(_LOST)

    def _come_back(self) -> None:
        self.desk.act(lambda led: led.came_back())

    def _hide_wall(self) -> None:
        """Somebody closed the wall's window: that hides it, and ends nothing."""
        room = self.desk.room
        if room is not None and Cover.HIDE not in room.state.covers:
            self.desk.act(lambda led: led.wish(Action.HIDE))

    def _leave(self, place: str) -> None:
        if place == PLACE:
            self._screen().finish()
            self._screen().clock.rest()

    def _save(self, form: str) -> None:
        self._screen().finish()
        self._ending.save(form)

    def _save_by_key(self) -> None:
        room = self.desk.room
        if room is not None and room.state.spot.stage is Stage.REPORT:
            self._save("pdf")

    def _go_home(self, told: str) -> None:
        self._wall.put_away()
        self.setting_up.start_over()
        self._window.go(SETUP)
        self._window.tell(told)
