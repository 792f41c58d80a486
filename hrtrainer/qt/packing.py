"""Putting a pack together: which conversations, what of them, and saving the very value that is on the screen."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hrtrainer import words
from hrtrainer.export.form import USUAL_FORM, Form
from hrtrainer.export.preview import rows
from hrtrainer.history.spans import Span, sessions_in
from hrtrainer.problem import Problem
from hrtrainer.qt.desk import Desk
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.keys import bind
from hrtrainer.qt.look import Look
from hrtrainer.qt.pack_saving import PackFiles
from hrtrainer.qt.screens.pack import PackScreen
from hrtrainer.qt.window import Place, Window
from hrtrainer.session.event import Shared
from hrtrainer.session.naming import names_in
from hrtrainer.session.packing import USUAL, Choices, Pack, packed, talk_of
from hrtrainer.session.summarise import summarise
from hrtrainer.session.summary import Summary
from hrtrainer.sitting import Sitting, sit_down_again

_MOST = 12
"""How many conversations are offered, the newest first."""


class Packing(QObject):
    """The place where a pack is put together. `sending_wanted` tells sittings, choices, and the set to read through."""

    sending_wanted = Signal(object, object, str)

    def __init__(self, window: Window, ground: Ground, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._ground, self._desk = window, ground, desk
        self._choices = Choices(USUAL)
        self._sittings: dict[str, Sitting] = {}
        self._known: tuple[str, ...] = ()
        self._form, self._lens, self._house, self._house_read = "pdf", "", USUAL_FORM, ""
        self.may_send: Callable[[], bool] = lambda: False
        self._files = PackFiles(window, ground)
        self._files.saved.connect(self.log)
        window.add_place("pack", Place(self.make, self._fill))
        window.left.connect(self._leave)

    def open_with(self, sitting: Sitting) -> None:
        """Put a pack together of one conversation."""
        self._take([sitting])
        self._window.go("pack")

    def _take(self, sittings: list[Sitting]) -> None:
        self._sittings = {sitting.key: sitting for sitting in sittings}
        self._choices = replace(self._choices, talk=None)

    def make(self, look: Look) -> QWidget:
        """The screen on which a pack is put together."""
        screen = PackScreen(look)
        screen.struck.connect(self._strike)
        screen.save_wanted.connect(self.save)
        screen.send_wanted.connect(self._send)
        screen.choices.changed.connect(self._change)
        screen.saving.format_picked.connect(self._pick_format)
        screen.saving.paper_picked.connect(self._pick_paper)
        screen.saving.form_wanted.connect(self._files.ask_for_form)
        screen.saving.form_dropped.connect(self._drop_form)
        self._files.form_chosen.connect(self._take_form)
        bind(screen, "Ctrl+S", self.save)
        return screen

    def _screen(self) -> PackScreen:
        screen = self._window.screen_of("pack")
        assert isinstance(screen, PackScreen)
        return screen

    # What is in it

    def summaries(self) -> list[Summary]:
        """The conversations that are in the pack, the oldest first."""
        today = self._ground.today()
        found = [summarise(one.session, one.reference, today, self._lens) for one in self._sittings.values()]
        return sorted(found, key=lambda told: (told.day, told.session))

    def pack(self) -> Pack:
        """The pack as it is seen, and would be saved, now."""
        return packed(self.summaries(), self._choices)

    def _fill(self) -> None:
        self._window.attempt(self._show)

    def forget(self) -> None:
        """Take nothing along into another history."""
        self._sittings, self._choices = {}, Choices(USUAL)

    def _keep_up(self) -> None:
        """Use the sitting on the desk for its conversation, and let go of one that was not kept and is over."""
        desk = self._desk.sitting
        self._sittings = {
            key: desk if desk is not None and desk.key == key else one
            for key, one in self._sittings.items()
            if one.kept or one is desk
        }

    def _show(self) -> None:
        self._keep_up()
        screen, offered = self._screen(), self._offered()
        if not self._sittings and offered:
            self._take([self._sat(offered[0][0])])
        if not self._sittings:
            screen.show_nothing()
            return
        self._read_house()
        screen.show_sending(self.may_send())
        told = self.summaries()
        pack = packed(told, self._choices)
        lenses = [(one.id, one.short) for one in self._ground.reference.yardstick.sets.values()]
        screen.choices.show_choices(
            self._choices, talk_of(told, self._choices), pack.code_name, lenses, self._lens or told[0].lens
        )
        screen.choices.show_sessions(offered, tuple(self._sittings))
        screen.choices.show_questions(self._house.questions)
        screen.choices.show_names([name for name in names_in(pack) if name not in self._known])
        settings = self._window.settings
        screen.saving.show_saving(self._form, settings.paper, self._house.name or self._house.header)
        screen.saving.show_log(self._saved_so_far())
        struck = words.first_capital(words.count(sum(map(self._struck_of, self._sittings)), "line"))
        about = words.listing([f"{one.title}, {words.long_day(one.day)}" for one in told])
        screen.show_rows(rows(pack, told, self._choices, self._house), f"{about}. {struck} struck.")

    def _offered(self) -> list[tuple[str, str]]:
        """The conversations that can be put in: those on the desk and the newest that were kept."""
        kept = sessions_in(self._ground.history, Span(), _MOST)
        found = {row.key: f"{row.title}, {words.long_day(words.day(row.started))}" for row in kept}
        sitting = self._desk.sitting
        here = [*self._sittings.values(), *([sitting] if sitting is not None and sitting.session.length > 1 else [])]
        for one in here:
            title = one.session.scenario.title
            found.setdefault(one.key, f"{title}, {words.long_day(words.day(one.session.started.at))}")
        return list(found.items())

    def _sat(self, key: str) -> Sitting:
        """The sitting of a conversation: the one on the desk, or one of what was kept. Raises Problem H03, H05, C14."""
        if self._desk.sitting is not None and self._desk.sitting.key == key:
            return self._desk.sitting
        row = self._ground.history.session(key)
        if row is None:
            raise Problem("C14", "This conversation is not there any more.", "Choose another one.")
        return sit_down_again(self._ground.history, row, self._ground.reference)

    # What is chosen

    def _strike(self, id: str) -> None:
        self._choices = replace(self._choices, struck=self._choices.struck ^ {id})
        self._fill()

    def _change(self, what: str, value: object) -> None:
        """Take a choice from the screen."""
        match what, value:
            case "typed", dict():
                changed = replace(self._choices, **value)
                if changed == self._choices:
                    return
                self._choices = changed
            case "sessions", tuple():
                self._window.attempt(partial(self._put_in, value))
            case "lens", str():
                self._lens = value
            case "hidden", tuple():
                self._choices = replace(self._choices, hidden=(*self._choices.hidden, *value))
            case "known", tuple():
                self._known = (*self._known, *value)
            case "date", str():
                self._choices = replace(self._choices, date=value)
            case "parts", frozenset():
                self._choices = replace(self._choices, parts=value)
        self._fill()

    def _put_in(self, keys: tuple[str, ...]) -> None:
        if keys:
            self._sittings = {key: self._sittings.get(key) or self._sat(key) for key in keys}
        else:
            self._window.tell("A pack holds at least one conversation.")

    def _pick_format(self, form: str) -> None:
        self._form = form
        self._fill()

    def _pick_paper(self, paper: str) -> None:
        self._window.change_settings(self._window.settings._replace(paper=paper))

    # The form

    def _read_house(self) -> None:
        """Read the organisation's form, when another one is set than was read."""
        wanted = self._window.settings.form_file
        if wanted != self._house_read:
            self._house, self._house_read = USUAL_FORM, wanted
            if wanted:
                self._window.attempt(lambda: self._use(self._files.form_in(wanted)))

    def _use(self, house: Form) -> None:
        self._house = house

    def _take_form(self, path: str) -> None:
        self._house, self._house_read = USUAL_FORM, ""
        self._window.change_settings(self._window.settings._replace(form_file=path))
        self._fill()

    def _drop_form(self) -> None:
        self._take_form("")

    # Saving

    def save(self) -> None:
        """Ask where, and save what is seen."""
        self._screen().choices.flush()
        if self._sittings:
            self._files.save(self.pack(), self._form, self._house)

    def _send(self) -> None:
        self._screen().choices.flush()
        self.sending_wanted.emit(tuple(self._sittings.values()), self._choices, self._lens)

    def log(self, form: str, file: str) -> None:
        """Keep with each conversation that it was saved, as which file."""
        self._keep_up()
        for key, sitting in self._sittings.items():
            self._window.attempt(partial(sitting.share, form, file, self._struck_of(key)))
        if self._window.place == "pack":
            self._fill()

    def _struck_of(self, key: str) -> int:
        """How many lines of a conversation are struck."""
        return sum(id.startswith(f"{key}/") for id in self._choices.struck)

    def _saved_so_far(self) -> list[str]:
        shared = [one for sitting in self._sittings.values() for one in sitting.session.log if isinstance(one, Shared)]
        found = {
            (one.at // 1000, one.file): f"{words.long_day(words.day(one.at))}: {one.file}"
            for one in sorted(shared, key=lambda one: -one.at)
        }
        return list(found.values())[:_MOST]

    def _leave(self, place: str) -> None:
        if place == "pack":
            self._screen().choices.flush()
