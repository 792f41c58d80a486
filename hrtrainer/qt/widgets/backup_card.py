"""The card of backups in the settings: one now, going back to one, a check of everything, and a copy from elsewhere."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.buttons import PLAIN, Button
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.pick import Pick
from hrtrainer.qt.widgets.section import Section

_ABOUT = (
    "On every day that something is kept, a copy is made and checked, beside your data. Of the last days, weeks and "
    "months one each stays. They hold what you wrote, as your data does."
)
_NONE = "There is no backup yet."


class BackupCard(Section):
    """`restore_wanted` carries the stamp of a backup; the others are wishes."""

    restore_wanted = Signal(str)
    backup_wanted = Signal()
    check_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "Backups", "history", parent=parent)
        self.add_text(_ABOUT, "small")
        self._none = self.add_text(_NONE)
        self._pick = Pick(look, "Backup to go back to")
        self.inside.addWidget(self._pick)
        self._back = Button(look, "Go back to this backup", PLAIN)
        self._back.clicked.connect(self._want_restore)
        now, check, copy = (
            Button(look, text, PLAIN) for text in ("Back up now", "Check everything", "Bring in a copy")
        )
        now.clicked.connect(self.backup_wanted)
        check.clicked.connect(self.check_wanted)
        copy.clicked.connect(self.copy_wanted)
        ways = Flow((look.px(4), 0))
        ways.fill([self._back, now, check, copy])
        self.inside.addWidget(ways)

    def show_backups(self, backups: Sequence[tuple[str, str]]) -> None:
        """Show which backups there are, each by its stamp and in words, the newest first."""
        self._none.setVisible(not backups)
        self._pick.setVisible(bool(backups))
        self._back.setVisible(bool(backups))
        if backups:
            self._pick.show_options(backups, backups[0][0])

    def _want_restore(self) -> None:
        self.restore_wanted.emit(str(self._pick.currentData()))
