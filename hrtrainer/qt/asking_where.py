"""Asking for a place or a file: one dialog, in the folder that was used last, with a name to begin from.

What goes on with the answer may raise a Problem, which is told.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from hrtrainer.qt.window import Window

Then = Callable[[Path], object]
Kind = tuple[str, str]
"""What a kind of file is called, and how its names end, with the dot."""


def ask_where(
    window: Window, title: str, name: str, kinds: Sequence[Kind], then: Then, remembered: bool = True
) -> None:
    """Ask where to save a file of one of these kinds, proposing a name; `then` is called with the path.

    The folder is proposed the next time, unless it is not to be `remembered`.
    """
    dialog = _dialog(window, title, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(kinds[0][1].removeprefix("."))
    dialog.selectFile(f"{name}{kinds[0][1]}")

    def go_on(file: str) -> None:
        if remembered:
            window.change_settings(window.settings._replace(save_folder=str(Path(file).parent)))
        window.attempt(partial(then, Path(file)))

    dialog.fileSelected.connect(go_on)
    dialog.open()


def ask_for_file(window: Window, title: str, kind: Kind, then: Then) -> None:
    """Ask for a file that is there; `then` is called with its path."""
    dialog = _dialog(window, title, (kind,))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda file: window.attempt(partial(then, Path(file))))
    dialog.open()


def ask_for_files(window: Window, title: str, kind: Kind, then: Callable[[list[Path]], object]) -> None:
    """Ask for some files that are there; `then` is called with their paths."""
    dialog = _dialog(window, title, (kind,))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda files: window.attempt(partial(then, [Path(file) for file in files])))
    dialog.open()


def ask_for_folder(window: Window, title: str, then: Then) -> None:
    """Ask for a folder; `then` is called with its path."""
    dialog = _dialog(window, title, ())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda folder: window.attempt(partial(then, Path(folder))))
    dialog.open()


def _dialog(window: Window, title: str, kinds: Sequence[Kind]) -> QFileDialog:
    dialog = QFileDialog(window, title)
    if kinds:
        dialog.setNameFilters([f"{kind} (*{suffix})" for kind, suffix in kinds])
    if window.settings.save_folder:
        dialog.setDirectory(window.settings.save_folder)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
