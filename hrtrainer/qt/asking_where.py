"""Asking where a file is to be saved: one dialog, in the folder that was used last, with a name to begin from."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from hrtrainer.qt.window import Window

Then = Callable[[Path], object]


def ask_where(window: Window, title: str, name: str, kind: str, suffix: str, then: Then) -> None:
    """Ask where to save a file of a kind, proposing a name; `then` is called with the path once there is one."""
    dialog = QFileDialog(window, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(f"{kind} (*{suffix})")
    dialog.setDefaultSuffix(suffix.removeprefix("."))
    if window.settings.save_folder:
        dialog.setDirectory(window.settings.save_folder)
    dialog.selectFile(f"{name}{suffix}")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(_Then(window, then).call)
    dialog.open()


class _Then(QObject):
    """Remembers what a dialog was opened for."""

    def __init__(self, window: Window, then: Then) -> None:
        super().__init__(window)
        self._window, self._then = window, then

    def call(self, path: str) -> None:
        """Go on with the path."""
        window = self._window
        window.change_settings(window.settings._replace(save_folder=str(Path(path).parent)))
        window.attempt(partial(self._then, Path(path)))
        self.deleteLater()
