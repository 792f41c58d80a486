"""Practising: conversation, notes, debrief, and stepping out. Screens tell wishes; the desk acts; pages come back."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hrtrainer.history.rows import SessionRow
from hrtrainer.pages.conversation import conversation_page
from hrtrainer.pages.debrief import debrief_page
from hrtrainer.pages.feedback import feedback_page
from hrtrainer.qt.desk import Desk
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.keys import bind
from hrtrainer.qt.look import Look
from hrtrainer.qt.screens.conversation import ConversationScreen
from hrtrainer.qt.screens.debrief import PRINCIPLES, REFLECT, DebriefScreen
from hrtrainer.qt.screens.feedback import FeedbackScreen
from hrtrainer.qt.screens.stepped_out import SteppedOutScreen
from hrtrainer.qt.window import Place, Window
from hrtrainer.scenario.reader import Reading
from hrtrainer.session.event import COACHED
from hrtrainer.session.play import Session
from hrtrainer.session.turns import lens
from hrtrainer.sitting import Sitting, Wishes, draw_seed, sit_down, sit_down_again


class Practice(QObject):
    """One person at one conversation. `pack_wanted` and `save_wanted` carry the sitting that is to be handed over."""

    pack_wanted = Signal(object)
    save_wanted = Signal(object, str)

    def __init__(self, window: Window, ground: Ground, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._ground, self._desk = window, ground, desk
        self._reading: Reading | None = None
        self._from = "conversation"
        self._step: int | None = None
        self._home = "library"
        self._draft = ""
        window.add_place("conversation", Place(self._make_conversation, self._fill_conversation, rail=False))
        window.add_place("feedback", Place(self._make_feedback, self._fill_feedback, rail=False))
        window.add_place("debrief", Place(self._make_debrief, self._fill_debrief, rail=False))
        window.add_place("stepped-out", Place(self._make_stepped_out, self._fill_stepped_out, rail=False))
        window.left.connect(self._leave)

    def begin(self, reading: Reading, wishes: Wishes) -> None:
        """Begin a conversation."""
        if self._desk.do(lambda: self._sit(reading, wishes)):
            self._window.go("conversation")

    def look_back(self, key: str, turn: int, reflected: bool = False) -> None:
        """Open a kept session where it stands in its path: at a turn, or (0) as a whole; or at its reflections."""
        row = self._ground.history.session(key)
        if row is not None and self._desk.do(lambda: self._sit_again(row)):
            self._home = "growth"
            self.show_debrief(REFLECT if reflected else PRINCIPLES)
            screen = self._window.screen_of("debrief")
            assert isinstance(screen, DebriefScreen)
            screen.show_turn(turn)

    def _sit(self, reading: Reading, wishes: Wishes) -> None:
        self._desk.sitting = sit_down(self._ground.keeping(wishes.kept), reading, self._ground.reference, wishes)
        self._reading, self._step, self._home = reading, None, "library"

    def go_on(self, row: SessionRow) -> None:
        """Go on with a session that was left."""
        if self._desk.do(lambda: self._sit_again(row)):
            self._window.go("conversation")

    def _sit_again(self, row: SessionRow) -> None:
        self._desk.sitting = sit_down_again(self._ground.history, row, self._ground.reference)
        self._reading, self._step, self._home = None, None, "library"

    def _sitting(self) -> Sitting:
        sitting = self._desk.sitting
        assert sitting is not None  # these places are only gone to with a sitting on the desk
        return sitting

    def _session(self) -> Session:
        return self._sitting().session

    # The conversation

    def _make_conversation(self, look: Look) -> QWidget:
        screen = ConversationScreen(look)
        screen.chosen.connect(self._choose)
        screen.said_own.connect(self._say)
        screen.went_on.connect(self._go_on_otherwise)
        screen.rewound.connect(self._rewind)
        screen.stepped_out.connect(partial(self._step_out, "conversation"))
        screen.went_back.connect(self._to_library)
        screen.debrief_wanted.connect(self.show_debrief)
        return screen

    def _fill_conversation(self) -> None:
        screen = self._window.screen_of("conversation")
        assert isinstance(screen, ConversationScreen)
        page = conversation_page(self._session(), self._sitting().reference, self._ground.today())
        screen.show_page(page if self._sitting().kept else replace(page, tempo=f"{page.tempo} · not kept"))
        if self._draft:
            screen.take_up(self._draft)
            self._draft = ""

    def _choose(self, choice: str, unsure: bool) -> None:
        if not self._desk.act(lambda sitting: sitting.choose(choice, unsure)):
            return
        session = self._session()
        noted = session.started.tempo == COACHED
        page = feedback_page(session, self._sitting().reference, self._ground.today()) if noted else None
        self._window.go("feedback" if page is not None else "conversation")

    def _say(self, text: str) -> None:
        if self._desk.act(lambda sitting: sitting.say(text)):
            self._fill_conversation()

    def _go_on_otherwise(self) -> None:
        if self._desk.act(lambda sitting: sitting.go_on()):
            self._fill_conversation()

    def _rewind(self) -> None:
        if self._desk.act(lambda sitting: sitting.rewind()):
            self._window.go("conversation")

    # The notes

    def _make_feedback(self, look: Look) -> QWidget:
        screen = FeedbackScreen(look)
        screen.went_on.connect(partial(self._window.go, "conversation"))
        screen.retried.connect(self._rewind)
        screen.saw_differently.connect(self._see_differently)
        screen.stepped_out.connect(partial(self._step_out, "feedback"))
        screen.went_back.connect(self._to_library)
        return screen

    def _fill_feedback(self) -> None:
        screen = self._window.screen_of("feedback")
        assert isinstance(screen, FeedbackScreen)
        page = feedback_page(self._session(), self._sitting().reference, self._ground.today())
        if page is not None:
            screen.show_page(page)

    def _see_differently(self, event: int, text: str) -> None:
        if self._desk.act(lambda sitting: sitting.see_differently(event, text)):
            self._window.tell("Kept with your session." if self._sitting().kept else "Noted for this session only.")

    # The debrief

    def _make_debrief(self, look: Look) -> QWidget:
        screen = DebriefScreen(look)
        screen.guessed.connect(self._guess)
        screen.reflected.connect(self._reflect)
        screen.lens_changed.connect(self._change_lens)
        screen.save_wanted.connect(self._save)
        screen.again.connect(self._again)
        screen.finished.connect(self._to_home)
        screen.stepped_out.connect(partial(self._step_out, "debrief"))
        screen.step_changed.connect(partial(setattr, self, "_step"))
        bind(screen, "Ctrl+S", partial(screen.save, ""))
        return screen

    def _fill_debrief(self) -> None:
        screen = self._window.screen_of("debrief")
        assert isinstance(screen, DebriefScreen)
        screen.show_keeping(self._sitting().kept)
        screen.show_page(debrief_page(self._session(), self._sitting().reference, self._ground.today()), self._step)

    def _guess(self, marks: object, left: str, sure: str) -> None:
        assert isinstance(marks, tuple)
        if self._desk.act(lambda sitting: sitting.guess(marks, left, sure)):
            self._fill_debrief()

    def _reflect(self, question: str, text: str) -> None:
        if not self._desk.act(lambda sitting: sitting.reflect(question, text)):
            screen = self._window.screen_of("debrief")
            assert isinstance(screen, DebriefScreen)
            screen.show_kept(False)

    def _change_lens(self, lens_id: str) -> None:
        if lens_id != lens(self._session()) and self._desk.act(lambda sitting: sitting.change_lens(lens_id)):
            self._fill_debrief()

    def _save(self, form: str) -> None:
        if form:
            self.save_wanted.emit(self._sitting(), form)
        else:
            self.pack_wanted.emit(self._sitting())

    def _again(self) -> None:
        started = self._session().started
        name, kept = self._window.settings.code_name, self._sitting().kept
        wishes = Wishes(started.lens, started.region, started.tempo, name, draw_seed(), kept)
        if self._reading is not None:
            self.begin(self._reading, wishes)
        elif (reading := self._ground.stock.find(started.scenario)) is not None:
            self.begin(reading, wishes)
        else:
            self._to_library()

    # Coming and going

    def show_debrief(self, step: int | None = None) -> None:
        """Go to the debrief, at a step (from 1) or where it begins."""
        self._step = step
        self._window.go("debrief")

    def _to_home(self) -> None:
        """Go back to where the debrief was opened from."""
        self._window.go(self._home)

    def _to_library(self) -> None:
        self._window.go("library")

    def _step_out(self, place: str) -> None:
        self._from = place
        self._window.go("stepped-out")

    def _make_stepped_out(self, look: Look) -> QWidget:
        screen = SteppedOutScreen(look)
        screen.came_back.connect(self._come_back)
        screen.left.connect(self._to_library)
        return screen

    def _fill_stepped_out(self) -> None:
        screen = self._window.screen_of("stepped-out")
        assert isinstance(screen, SteppedOutScreen)
        screen.show_person(self._session().scenario.person.name, self._sitting().kept)

    def _come_back(self) -> None:
        self._window.go(self._from)

    def _leave(self, place: str) -> None:
        """Keep what was being written before its screen goes."""
        if place == "conversation":
            talk = self._window.screen_of("conversation")
            assert isinstance(talk, ConversationScreen)
            self._draft = talk.draft()
        if place == "feedback":
            notes = self._window.screen_of("feedback")
            assert isinstance(notes, FeedbackScreen)
            notes.keep_note()
        if place == "debrief":
            screen = self._window.screen_of("debrief")
            assert isinstance(screen, DebriefScreen)
            screen.flush()
