"""Coming in, where several people have a folder or somebody has a passphrase."""

from PySide6.QtCore import QEventLoop, QObject, QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from hrtrainer.paths import Paths
from hrtrainer.problem import Problem
from hrtrainer.profiles.erasing import erase_copies
from hrtrainer.profiles.locked import change_passphrase, make_ready, open_with_code, open_with_passphrase
from hrtrainer.profiles.people import Person, people, person_named
from hrtrainer.qt.background import Work
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.guest import Guest
from hrtrainer.qt.look import Look, load_fonts
from hrtrainer.qt.screens.entrance import EntranceScreen
from hrtrainer.qt.theme import dress, look_of, undress
from hrtrainer.qt.widgets.boxes import column
from hrtrainer.settings import read_settings
from hrtrainer.words import PROGRAM


class Entrance(QWidget):
    """The window before the window. `guest` is who came in, or None; `loop` ends when that is known."""

    def __init__(self, root: Paths, look: Look) -> None:
        super().__init__()
        self._root = root
        self._person: Person | None = None
        self._here: tuple[Person, ...] = ()
        self._doing = QObject(self)
        self.guest: Guest | None = None
        self.loop = QEventLoop()
        self.setWindowTitle(PROGRAM)
        self.setMinimumSize(QSize(640, 560))
        self.screen_shown = EntranceScreen(look)
        column(self).addWidget(self.screen_shown)
        self.screen_shown.chosen.connect(self._choose)
        self.screen_shown.unlocked.connect(self._unlock)
        self.screen_shown.recovered.connect(self._recover)
        self.screen_shown.left.connect(self._show_people)

    def welcome(self, profile: str | None) -> None:
        """Show who is here; with the name of a profile, or nobody else here, only what is left to ask."""
        try:
            self._here = people(self._root)
            named = person_named(self._root, profile) if profile is not None else None
        except Problem as problem:
            self._here = self._here or (Person("", self._root, self._root.keys.exists()),)
            self._show_people()
            self.screen_shown.tell(f"{problem.message} {problem.hint} ({problem.code})")
            return
        if named is not None or len(self._here) == 1:
            self._come(named or self._here[0])
        else:
            self._show_people()

    def _show_people(self) -> None:
        self.screen_shown.show_people([(one.shown, one.locked) for one in self._here])

    def _choose(self, at: int) -> None:
        self._come(self._here[at])

    def _come(self, person: Person) -> None:
        self._person = person
        if person.locked:
            self.screen_shown.ask(person.shown, len(self._here) > 1)
        else:
            self._enter(b"")

    def _enter(self, key: object) -> None:
        assert self._person is not None and isinstance(key, bytes)
        self.guest = Guest(self._root, self._person.places, key)
        self.loop.quit()

    def _unlock(self, passphrase: str) -> None:
        assert self._person is not None
        places = self._person.places

        def deed() -> bytes:
            key = open_with_passphrase(places.keys, passphrase)
            make_ready(places.keys, key, places.history, lambda: erase_copies(places))
            return key

        self._begin(Work(deed, self._doing))

    def _recover(self, code: str, passphrase: str) -> None:
        assert self._person is not None
        places = self._person.places

        def deed() -> bytes:
            key = open_with_code(places.keys, code)
            change_passphrase(places.keys, key, passphrase)
            make_ready(places.keys, key, places.history, lambda: erase_copies(places))
            return key

        self._begin(Work(deed, self._doing))

    def _begin(self, work: Work) -> None:
        """Try beside the window: it takes a quarter of a second by design."""
        self.screen_shown.wait()
        work.done.connect(self._enter)
        work.failed.connect(self._tell)
        work.begin()

    def _tell(self, problem: object) -> None:
        assert isinstance(problem, Problem)
        self.screen_shown.tell(f"{problem.message} {problem.hint}")

    @guarded()
    def closeEvent(self, event: QCloseEvent) -> None:
        for work in self._doing.findChildren(Work):
            work.wait()
        self.loop.quit()


def enter(root: Paths, profile: str | None) -> Guest | None:
    """Ask who comes in; None when nobody does."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    settings, _ = read_settings(root.settings)
    load_fonts(root.fonts, first=False)
    look = look_of(settings, root.assets)
    undress(look)
    dress(look)
    entrance = Entrance(root, look)
    entrance.resize(QSize(look.px(760), look.px(640)).boundedTo(entrance.screen().availableSize()))
    entrance.welcome(profile)
    if entrance.guest is None:
        application.setQuitOnLastWindowClosed(False)  # the window that counts is still to come
        entrance.show()
        entrance.loop.exec()
        entrance.close()
        application.processEvents()
        application.setQuitOnLastWindowClosed(True)
    return entrance.guest
