"""Light or dark: what the system prefers, and giving the application its colours and its style sheet.

Qt tells every widget of those, one by one from a list made before. What Python's collector takes apart meanwhile would
still be in the list, and be told, and end the program; so the collector rests.
"""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from hrtrainer.collector import without_collecting
from hrtrainer.qt.look import Look
from hrtrainer.settings import Settings


def theme_now(wanted: str) -> str:
    """The theme to draw: what the person set, or what the system prefers."""
    if wanted != "system":
        return wanted
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def look_of(settings: Settings, assets: Path) -> Look:
    """The look that settings ask for."""
    return Look(theme_now(settings.theme), settings.text_size, assets, settings.reduced_motion)


@without_collecting()
def undress(look: Look) -> None:
    """Give the application the colours of a look, and no style sheet yet."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        if application.styleSheet():
            application.setStyleSheet("")
        application.setPalette(palette_of(look))


@without_collecting()
def dress(look: Look) -> None:
    """Give the application the style sheet of a look."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setStyleSheet(look.qss())


def palette_of(look: Look) -> QPalette:
    """What Qt paints by itself, in the colours of a look."""
    colours = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, "ground"),
        (roles.WindowText, "ink"),
        (roles.Base, "paper"),
        (roles.Text, "ink"),
        (roles.Button, "paper"),
        (roles.ButtonText, "ink"),
        (roles.PlaceholderText, "ink3"),
        (roles.Highlight, "plum"),
        (roles.HighlightedText, "onPlum"),
        (roles.ToolTipBase, "paper"),
        (roles.ToolTipText, "ink"),
    ):
        colours.setColor(role, look.colour(colour))
    return colours
