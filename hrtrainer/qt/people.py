"""People and passphrases: what the screen about them does."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal
from PySide6.QtWidgets import QWidget

from hrtrainer.history.atomic import atomic_write
from hrtrainer.paths import Paths, elsewhere, paths
from hrtrainer.problem import Problem
from hrtrainer.profiles.erasing import CANNOT_REACH, erase, erase_copies
from hrtrainer.profiles.moving import fit_to_move, left_behind, move
from hrtrainer.profiles.people import add_person, forget_person, people
from hrtrainer.qt.asking_where import ask_for_folder, ask_where
from hrtrainer.qt.code_sheet import code_sheet, print_code
from hrtrainer.qt.farewell import say_farewell
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.guest import Guest
from hrtrainer.qt.keys import bind
from hrtrainer.qt.logbook import end_log
from hrtrainer.qt.look import Look
from hrtrainer.qt.screens.people import PeopleScreen
from hrtrainer.qt.window import Place, Window


class People(QObject):
    """Who practises here. `parting` carries a deed to do once the window is closed and everything is put away."""

    parting = Signal(object)

    def __init__(self, window: Window, ground: Ground) -> None:
        super().__init__(window)
        self._window, self._ground = window, ground
        self._guest = Guest(ground.paths, ground.paths)
        self._code = ""
        window.add_place("people", Place(self._make, self._fill))

    def welcome(self, guest: Guest) -> None:
        """Know who sits here."""
        self._guest = guest

    def _make(self, look: Look) -> QWidget:
        screen = PeopleScreen(look)
        screen.back.connect(self._to_settings)
        screen.added.connect(self._add)
        screen.switch_wanted.connect(self._switch)
        screen.erase_wanted.connect(self._erase)
        screen.setting.wanted.connect(self._set)
        screen.having.changed.connect(self._change)
        screen.having.code_wanted.connect(self._new_code)
        screen.having.off_wanted.connect(self._take_off)
        screen.having.lock_wanted.connect(self._switch)
        screen.code.print_wanted.connect(partial(print_code, self._window))
        screen.code.save_wanted.connect(self._save_code)
        screen.code.done.connect(self._forget_code)
        if self._code:  # made anew, as the text grew: it has not been read yet
            screen.show_code(self._code)
        bind(screen, "Esc", self._to_settings)
        return screen

    def _screen(self) -> PeopleScreen:
        screen = self._window.screen_of("people")
        assert isinstance(screen, PeopleScreen)
        return screen

    def _fill(self) -> None:
        self._window.attempt(self._show)

    def _show(self) -> None:
        mine = self._guest.places
        here = [(one.shown, one.places == mine, one.locked) for one in people(self._guest.root)]
        self._screen().show_people(here, mine.keys.exists())

    def _to_settings(self) -> None:
        self._window.go("settings")

    def _add(self, name: str) -> None:
        def deed() -> None:
            person = add_person(self._guest.root, name)
            self._screen().clear_new()
            self._show()
            self._window.tell(f"There is a place for {person.name}. At the next start you are asked who is here.")

        self._window.attempt(deed)

    def _switch(self) -> None:
        self.parting.emit(partial(_start_anew, self._guest.root))

    # The passphrase

    def _try(self, part: Callable[[str], None], deed: Callable[[], None]) -> None:
        """Do something with a passphrase; what does not work is said beside its fields."""
        try:
            deed()
        except Problem as problem:
            part(f"{problem.message} {problem.hint}".strip())
        else:
            part("")
            self._show()

    def _set(self, passphrase: str) -> None:
        # Here and not above, in all of these: it loads what most people have no use for.
        from hrtrainer.profiles.locked import set_passphrase

        def deed() -> None:
            places = self._guest.places
            history = self._ground.history
            history.must_reach_the_disk()
            key, code = set_passphrase(places.keys, passphrase, history, lambda: erase_copies(places))
            self._guest = self._guest._replace(key=key)
            places.catalogue.unlink(missing_ok=True)  # it tells what was played
            self._show_code(code)

        self._try(self._screen().setting.tell, deed)

    def _change(self, present: str, new: str) -> None:
        from hrtrainer.profiles.locked import change_passphrase, open_with_passphrase

        def deed() -> None:
            keys = self._guest.places.keys
            change_passphrase(keys, open_with_passphrase(keys, present), new)
            self._window.tell("The passphrase is changed. The recovery code stays as it was.")

        self._try(self._screen().having.tell, deed)

    def _new_code(self, present: str) -> None:
        from hrtrainer.profiles.locked import change_code, open_with_passphrase

        def deed() -> None:
            keys = self._guest.places.keys
            self._show_code(change_code(keys, open_with_passphrase(keys, present)))
            self._window.tell("Only the new recovery code opens what you wrote now.")

        self._try(self._screen().having.tell, deed)

    def _take_off(self, present: str) -> None:
        from hrtrainer.profiles.locked import open_with_passphrase, take_off

        def deed() -> None:
            places, history = self._guest.places, self._ground.history
            history.must_reach_the_disk()
            key = open_with_passphrase(places.keys, present)
            take_off(places.keys, key, history, lambda: erase_copies(places))
            self._guest = self._guest._replace(key=b"")
            self._window.tell("The passphrase is off. What you wrote can be read in the files again.")

        self._try(self._screen().having.tell, deed)

    def seal_again(self) -> None:
        """Seal what came into the history from elsewhere."""
        if self._guest.key:
            from hrtrainer.profiles.locked import seal_again

            self._window.attempt(lambda: seal_again(self._guest.key, self._ground.history))

    def _show_code(self, code: str) -> None:
        self._code = code
        self._screen().show_code(code)

    def _forget_code(self) -> None:
        self._code = ""

    def _save_code(self, code: str) -> None:
        kinds = (("Text", ".txt"),)
        ask_where(
            self._window, "Save the recovery code", "recovery code", kinds, partial(self._write_code, code), False
        )

    def _write_code(self, code: str, path: Path) -> None:
        atomic_write(path, "\n".join(code_sheet(code)).encode())
        self._window.tell(f"Saved {path.name}. Move it away from this computer.")

    # Another folder for everything

    def ask_for_folder(self) -> None:
        """Ask for another folder to keep everything in."""
        if self._guest.root.home != paths().home:
            self._window.tell("The folder was named with --home. Name another one there.")
            return
        ask_for_folder(self._window, "Keep everything in another folder", self.move_to)

    def move_to(self, target: Path) -> None:
        """Close, move, and start again there; a folder that cannot be used is told at once."""
        root = self._guest.root
        if self._window.attempt(lambda: fit_to_move(root, target)):
            self.parting.emit(partial(_move, root, target, self._window.look))

    # Leaving without a trace

    def _erase(self) -> None:
        self.parting.emit(partial(_leave_no_trace, self._guest, self._window.look))


def _start_anew(root: Paths | None) -> None:
    """Start the program again, in a folder or (None) the usual one: of who sat here nothing stays in its memory."""
    where = ["--home", str(root.home)] if root is not None else []
    program = [] if getattr(sys, "frozen", False) else ["-m", "hrtrainer"]
    QProcess.startDetached(sys.executable, [*program, *where])


def _move(root: Paths, target: Path, look: Look) -> None:
    """Move everything, say how it went, and start again."""
    try:
        move(root, target)
    except Problem as problem:
        say_farewell(look, problem.message, [f"{problem.hint} ({problem.code})"])
    else:
        old = f"The old folder is as it was: {root.home}. Delete it once you have seen that everything is there."
        say_farewell(look, "Everything is in the other folder now.", [old])
    _start_anew(None)


def _leave_no_trace(guest: Guest, look: Look) -> None:
    """Delete everything of a person, and say so."""
    end_log()
    old = left_behind(guest.root, guest.places)
    left = [*erase(guest.places), *(erase(old) if old is not None else ())]
    if guest.places != guest.root:
        forget_person(guest.root, guest.places)
    elif old is not None and not guest.root.people.exists():
        elsewhere(old.home).unlink(missing_ok=True)
    title = "Not everything could be deleted." if left else "Everything of yours is deleted."
    open_still = [f"Another program has these open: {', '.join(left)}."] if left else []
    reach = "Out of reach of this program, and still there if you had any:"
    say_farewell(look, title, [*open_still, reach, *(f"·  {text}" for text in CANNOT_REACH)])
