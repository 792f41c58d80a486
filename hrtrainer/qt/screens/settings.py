"""Settings: how it looks, how you like to practise, what stays out. Every change counts at once."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from hrtrainer import words
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.backup_card import BackupCard
from hrtrainer.qt.widgets.boxes import clear, column
from hrtrainer.qt.widgets.buttons import PLAIN, Button
from hrtrainer.qt.widgets.check import Check
from hrtrainer.qt.widgets.fold import Flow, Fold, PageScroll
from hrtrainer.qt.widgets.pick import Pick
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.record_card import RecordCard
from hrtrainer.qt.widgets.section import Section, named_rows
from hrtrainer.qt.widgets.segments import Segments
from hrtrainer.qt.widgets.supervisor_card import SupervisorCard
from hrtrainer.qt.widgets.topics import topic_name
from hrtrainer.settings import TEXT_SIZES, THEMES, Settings

_THEME_NAMES = {"system": "System", "light": "Light", "dark": "Dark"}
_CODE_NAME_HELP = "Shown on summaries. Not your real name unless you want it."


class SettingsScreen(QWidget):
    """Everything that can be set. `changed` carries new Settings; `folder_wanted` says data, scenarios or another."""

    changed = Signal(object)
    folder_wanted = Signal(str)
    people_wanted = Signal()
    keys_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._settings = look, Settings()
        self._topics: dict[str, Check] = {}
        inner = QWidget()
        inside = column(inner, (look.px(32), look.px(24), look.px(32), look.px(32)), look.px(18))
        inside.addWidget(Prose(look, "Settings", "h1"))
        fold = Fold(look.px(430), 2, (look.px(18), look.px(18)))
        fold.fill([self._appearance(), self._practice()])
        inside.addWidget(fold)
        inside.addWidget(self._leaving_out())
        inside.addWidget(self._people())
        inside.addWidget(self._leading())
        self.backups = BackupCard(look)
        inside.addWidget(self._files())
        inside.addWidget(self.backups)
        self.records = RecordCard(look)
        inside.addWidget(self.records)
        self.supervisors = SupervisorCard(look)
        inside.addWidget(self.supervisors)
        inside.addStretch(1)
        column(self).addWidget(PageScroll(look, inner, look.px(1240)))

    def _appearance(self) -> Section:
        look = self._look
        section = Section(look, "How it looks", "sun")
        self._theme = Segments(look, "Theme", [(one, _THEME_NAMES[one]) for one in THEMES])
        self._theme.picked.connect(partial(self._set, "theme"))
        section.add_field("Theme", self._theme)
        self._size = Segments(look, "Text size", [(str(one), f"{one} %") for one in TEXT_SIZES])
        self._size.picked.connect(self._set_size)
        section.add_field("Text size", self._size)
        self._motion = Check(look, "Reduced motion: nothing slides or fades")
        self._motion.clicked.connect(self._set_motion)
        section.inside.addWidget(self._motion)
        section.inside.addStretch(1)
        return section

    def _practice(self) -> Section:
        look = self._look
        section = Section(look, "How you practise", "message-circle")
        self._lens, self._region = Pick(look, "Principles to read by"), Pick(look, "Local facts from")
        self._tempo = Pick(look, "Notes")
        self._tempo.show_options([(one, f"{name}: {_small(about)}") for one, (name, about) in words.TEMPOS.items()], "")
        for pick, key in ((self._lens, "lens"), (self._region, "region"), (self._tempo, "tempo")):
            pick.picked.connect(partial(self._set, key))
            section.add_field(pick.accessibleName(), pick)
        self._keeping = Check(look, "Don't keep sessions unless I say so (for a computer that is shared)")
        self._keeping.clicked.connect(self._set_keeping)
        section.inside.addWidget(self._keeping)
        self._growth = Check(look, "Show Growth")
        self._growth.clicked.connect(partial(self._set, "show_growth"))
        section.inside.addWidget(self._growth)
        self._code_name = QLineEdit()
        self._code_name.setMaxLength(60)
        self._code_name.editingFinished.connect(self._set_code_name)
        section.add_field("Code name", self._code_name, _CODE_NAME_HELP)
        section.inside.addStretch(1)
        return section

    def _leaving_out(self) -> Section:
        look = self._look
        section = Section(look, "Topics left out", "feather")
        section.add_text("Conversations that touch a checked topic are not shown in the library.", "small")
        self._checks = Fold(look.px(210), 4, (look.px(12), 0))
        section.inside.addWidget(self._checks)
        self._no_topics = section.add_text("No conversation here names a topic.")
        return section

    def _people(self) -> Section:
        look = self._look
        section = Section(look, "People on this computer", "users")
        section.add_text("Several people, a passphrase on what you write, and deleting everything of yours.", "small")
        self._to_people = Button(look, "People, passphrase, deleting", PLAIN)
        self._to_people.clicked.connect(self.people_wanted)
        ways = Flow((look.px(4), 0))
        ways.fill([self._to_people])
        section.inside.addWidget(ways)
        return section

    def _leading(self) -> Section:
        look = self._look
        section = Section(look, "When you lead a room", "presentation")
        section.add_text("What every key and every button of a clicker does.", "small")
        self._to_keys = Button(look, "Keys and clicker", PLAIN, "keyboard")
        self._to_keys.clicked.connect(self.keys_wanted)
        ways = Flow((look.px(4), 0))
        ways.fill([self._to_keys])
        section.inside.addWidget(ways)
        return section

    def _files(self) -> Section:
        look = self._look
        section = Section(look, "Your files", "folder-open")
        self._places = column()
        section.inside.addLayout(self._places)
        ways = Flow((look.px(4), 0))
        self._folders = buttons = [
            Button(look, "Open the data folder", PLAIN),
            Button(look, "Open your scenarios folder", PLAIN),
            Button(look, "Keep it all in another folder", PLAIN),
        ]
        for button, which in zip(buttons, ("data", "scenarios", "another"), strict=True):
            button.setAutoDefault(True)
            button.clicked.connect(partial(self._want_folder, which))
        ways.fill(buttons)
        section.inside.addWidget(ways)
        return section

    def show_settings(
        self,
        settings: Settings,
        lenses: Sequence[tuple[str, str]],
        regions: Sequence[tuple[str, str]],
        topics: Sequence[str],
        places: Sequence[tuple[str, str]],
    ) -> None:
        """Show what is set, and what can be picked."""
        self._settings = settings
        self._theme.pick(settings.theme)
        self._size.pick(str(settings.text_size))
        self._motion.setChecked(settings.reduced_motion)
        self._lens.show_options(lenses, settings.lens)
        self._region.show_options(regions, settings.region)
        self._keeping.setChecked(not settings.keep_sessions)
        self._growth.setChecked(settings.show_growth)
        self._tempo.setCurrentIndex(self._tempo.findData(settings.tempo))
        if not self._code_name.hasFocus():
            self._code_name.setText(settings.code_name)
        self._show_topics(tuple(dict.fromkeys((*topics, *settings.left_out))))
        clear(self._places)
        self._places.addWidget(named_rows(self._look, places, "source"))

    def _show_topics(self, topics: tuple[str, ...]) -> None:
        """A box for each topic; one that is left out keeps its box even when no scenario names it any more."""
        if tuple(self._topics) != topics:
            for old in self._topics.values():
                old.hide()
                old.deleteLater()
            self._topics = {one: Check(self._look, words.first_capital(topic_name(one))) for one in topics}
            for check in self._topics.values():
                check.clicked.connect(self._set_topics)
            self._checks.fill(list(self._topics.values()))
        buttons = (self._to_people, self._to_keys, *self._folders)
        for before, after in pairwise([self._code_name, *self._topics.values(), *buttons]):
            QWidget.setTabOrder(before, after)
        for topic, check in self._topics.items():
            check.setChecked(topic in self._settings.left_out)
        self._checks.setVisible(bool(topics))
        self._no_topics.setVisible(not topics)

    def _set(self, key: str, value: Any) -> None:
        """Change one setting and tell it, if it is a change."""
        if getattr(self._settings, key) != value:
            self._settings = self._settings._replace(**{key: value})
            self.changed.emit(self._settings)

    def _set_motion(self, on: bool) -> None:
        self._set("reduced_motion", on)

    def _set_keeping(self, on: bool) -> None:
        self._set("keep_sessions", not on)

    def _set_size(self, size: str) -> None:
        self._set("text_size", int(size))

    def _set_code_name(self) -> None:
        self._set("code_name", self._code_name.text().strip())

    def _set_topics(self) -> None:
        self._set("left_out", tuple(topic for topic, check in self._topics.items() if check.isChecked()))

    def _want_folder(self, which: str) -> None:
        self.folder_wanted.emit(which)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
