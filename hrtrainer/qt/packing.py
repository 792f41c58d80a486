"""Putting a pack together: which conversations, what of them, and saving the very value that is on the screen."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hrtrainer import words
from hrtrainer.export.preview import rows
from hrtrainer.forming.proving import TEXTS, Proof, Wanted
from hrtrainer.pages.pack import part_notes, struck_lines
from hrtrainer.problem import Problem
from hrtrainer.qt.desk import Desk
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.keys import bind
from hrtrainer.qt.look import Look
from hrtrainer.qt.pack_log import Note, PackLog
from hrtrainer.qt.pack_memory import habit_of, kept_habit
from hrtrainer.qt.pack_printing import PackPrinting
from hrtrainer.qt.pack_proving import Proving
from hrtrainer.qt.pack_saving import PackFiles
from hrtrainer.qt.pack_sittings import PackSittings
from hrtrainer.qt.screens.pack import NO_PAGES, PackScreen
from hrtrainer.qt.window import Place, Window
from hrtrainer.session.naming import names_in
from hrtrainer.session.packing import Choices, packed, talk_of
from hrtrainer.session.summary import Summary
from hrtrainer.sitting import Sitting


class Packing(QObject):
    """The place where a pack is put together. `sending_wanted` tells sittings, choices, and the set to read through."""

    sending_wanted = Signal(object, object, str)
    supervisors_wanted = Signal()

    def __init__(self, window: Window, ground: Ground, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._ground, self._desk = window, ground, desk
        self._in_it = PackSittings(ground, desk)
        self._known: tuple[str, ...] = ()
        self._choices, self._form, self._lens = Choices(), "", ""
        self._begin_anew()
        self.may_send: Callable[[], bool] = lambda: False
        self._files, self.log = PackFiles(window, ground), PackLog(window, ground, desk)
        self._files.saved.connect(self.log.add)
        self._files.form_chosen.connect(self._fill)
        self._printing = PackPrinting(window, ground)
        self._printing.printed.connect(self.log.add)
        self.log.changed.connect(self._show_log)
        self._proving = Proving(window, ground.paths.fonts)
        self._proving.proved.connect(self._show_proof)
        self._proving.failed.connect(self._show_problem)
        window.add_place("pack", Place(self.make, self._fill))
        window.left.connect(self._leave)

    def _begin_anew(self) -> None:
        """Begin with what is kept of the choices for earlier packs."""
        habit = habit_of(self._window.settings.pack)
        self._choices, self._form, self._lens = habit.choices(), habit.form, habit.lens

    def open_with(self, sitting: Sitting, form: str = "") -> None:
        """Put a pack together of one conversation; with a format, to be saved in that."""
        self._take([sitting])
        self._form = form or self._form
        self._window.go("pack")

    def save_at_once(self, sitting: Sitting, form: str) -> None:
        """Ask where, and save one conversation as a pack would begin, without a look at it before."""
        self._take([sitting])
        self._form = form
        self._window.attempt(self._save)

    def _take(self, sittings: list[Sitting]) -> None:
        """Begin a pack of these; what was struck and hidden so far stays so, what was written goes with its pack."""
        if self._in_it.take(sittings):
            struck, hidden = self._choices.struck, self._choices.hidden
            self._begin_anew()
            self._choices = replace(self._choices, struck=struck, hidden=hidden)
        self._choices = replace(self._choices, talk=None)

    def make(self, look: Look) -> QWidget:
        """The screen on which a pack is put together."""
        screen = PackScreen(look)
        screen.struck.connect(self._strike)
        screen.save_wanted.connect(self.save)
        screen.print_wanted.connect(self._print)
        screen.supervisors_wanted.connect(self.supervisors_wanted)
        screen.choices.changed.connect(self._change)
        screen.saving.send_wanted.connect(self._send)
        screen.saving.format_picked.connect(partial(self._change, "form"))
        screen.saving.paper_picked.connect(self._pick_paper)
        screen.saving.form_wanted.connect(self._files.ask_for_form)
        screen.saving.form_dropped.connect(self._files.drop_form)
        screen.saving.log_wanted.connect(self.log.show)
        screen.saving.at_once_picked.connect(self._save_at_once_from_now_on)
        bind(screen, "Ctrl+S", self.save)
        bind(screen, "Ctrl+P", self._print)
        return screen

    def _screen(self) -> PackScreen:
        screen = self._window.screen_of("pack")
        assert isinstance(screen, PackScreen)
        return screen

    def wanted(self, told: list[Summary] | None = None) -> Wanted:
        """What is seen and would be saved now; of what is `told`, if that is at hand. Raises Problem N01, N06, E01."""
        pack = packed(told or self._in_it.summaries(self._lens), self._choices)
        return self._files.wanted(pack, self._form, self._in_it.chosen.values(), self._choices.date)

    def _fill(self) -> None:
        if self._window.place == "pack":
            try:
                self._show()
            except Problem as problem:
                self._window.tell_problem(problem)
                self._show_problem(problem)

    def forget(self) -> None:
        """Take nothing along into another history."""
        self._in_it.take([])
        self._begin_anew()
        self._proving.forget()

    def _show(self) -> None:
        self._in_it.keep_up()
        screen, chosen = self._screen(), self._in_it.chosen
        if not chosen:
            self._take(self._in_it.newest())
        if not (chosen := self._in_it.chosen):
            self._proving.forget()
            screen.show_nothing()
            return
        told = self._in_it.summaries(self._lens)
        wanted = self.wanted(told)
        lenses = [(one.id, one.short) for one in self._ground.reference.yardstick.sets.values()]
        talk, lens = talk_of(told, self._choices), self._lens or told[0].lens
        screen.choices.show_choices(self._choices, talk, wanted.pack.code_name, lenses, lens)
        screen.choices.show_notes(part_notes(told, self._choices))
        screen.choices.show_struck(struck_lines(told, self._choices))
        screen.choices.show_sessions(self._in_it.offered(), tuple(chosen))
        screen.choices.show_questions(wanted.house.questions)
        screen.choices.show_names([name for name in names_in(wanted.pack) if name not in self._known])
        settings = self._window.settings
        screen.saving.show_saving(self._form, settings.paper, wanted.house.name or wanted.house.header)
        screen.saving.show_sending(self.may_send())
        screen.saving.show_at_once(settings.save_at_once)
        about = words.listing([f"{one.title}, {words.long_day(one.day)}" for one in told])
        screen.show_rows(rows(wanted.pack, told, self._choices, wanted.house), about)
        self._show_log()
        self._proving.want(wanted)

    def _show_log(self) -> None:
        if self._window.place == "pack" and self._in_it.chosen:
            self._window.attempt(lambda: self._screen().saving.show_log(self.log.lines_of(tuple(self._in_it.chosen))))

    def _show_proof(self, proof: Proof) -> None:
        if self._window.place == "pack":
            self._screen().show_proof(proof)

    def _show_problem(self, problem: Problem) -> None:
        if self._window.place == "pack":
            self._screen().preview.show_problem(problem)

    # What is chosen

    def _strike(self, id: str) -> None:
        self._choices = replace(self._choices, struck=self._choices.struck ^ {id})
        self._fill()

    def _change(self, what: str, value: object) -> None:
        """Take a choice from the screen."""
        before = self._choices
        match what, value:
            case "typed", dict():
                self._choices = replace(self._choices, **value)
                if self._choices == before:
                    return
            case "sessions", ():
                self._window.tell("A pack holds at least one conversation.")
            case "sessions", tuple():
                self._window.attempt(partial(self._in_it.put_in, value))
            case "lens", str():
                self._lens = value
            case "form", str():
                self._form = value
            case "hidden", tuple():
                self._choices = replace(self._choices, hidden=(*self._choices.hidden, *value))
            case "known", tuple():
                self._known = (*self._known, *value)
            case "back", str():
                self._choices = replace(self._choices, struck=self._choices.struck - {value})
            case "date", str():
                self._choices = replace(self._choices, date=value)
            case "parts", frozenset():
                self._choices = replace(self._choices, parts=value)
        self._keep_habit()
        self._fill()

    def _keep_habit(self) -> None:
        """Keep how things are handed over, for the next pack."""
        kept = kept_habit(self._choices, self._form, self._lens)
        if kept != self._window.settings.pack:
            self._window.change_settings(self._window.settings._replace(pack=kept))

    def _pick_paper(self, paper: str) -> None:
        self._window.change_settings(self._window.settings._replace(paper=paper))
        self._fill()

    def _save_at_once_from_now_on(self, at_once: bool) -> None:
        self._window.change_settings(self._window.settings._replace(save_at_once=at_once))

    # Handing over

    def save(self) -> None:
        """Ask where, and save what is seen."""
        self._screen().choices.flush()
        self._window.attempt(self._save)

    def _save(self) -> None:
        if self._in_it.chosen:
            wanted = self.wanted()
            self._files.save(wanted, self._proving.ready(wanted), self._note())

    def _print(self) -> None:
        self._screen().choices.flush()
        if self._form in TEXTS:
            self._window.tell(NO_PAGES)
        elif self._in_it.chosen:
            self._printing.ask(self.wanted(), self._note())

    def _send(self) -> None:
        self._screen().choices.flush()
        self.sending_wanted.emit(tuple(self._in_it.chosen.values()), self._choices, self._in_it.known(self._lens))

    def log_sent(self, form: str, name: str) -> None:
        """Keep that the pack as it is now was put into the outbox."""
        self.log.add(form, name, self._note())

    def _note(self) -> Note:
        """What is handed over now, for the log."""
        return Note(tuple(self._in_it.chosen.values()), self._choices)

    def _leave(self, place: str) -> None:
        if place == "pack":
            self._screen().choices.flush()
