"""Plain building blocks: surfaces, rows and columns without margins, scrolling, thin lines."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget


def surface(name: str, parent: QWidget | None = None) -> QFrame:
    """A frame of the style sheet: rail, paper, sunken, card, well, or a tint."""
    frame = QFrame(parent)
    frame.setProperty("surface", name)
    return frame


def column(
    owner: QWidget | None = None, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 0
) -> QVBoxLayout:
    """A column. Margins are left, top, right, bottom."""
    layout = QVBoxLayout(owner) if owner is not None else QVBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    return layout


def row(owner: QWidget | None = None, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 0) -> QHBoxLayout:
    """A row. Margins are left, top, right, bottom."""
    layout = QHBoxLayout(owner) if owner is not None else QHBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    return layout


def line() -> QFrame:
    """A thin line across."""
    frame = surface("line")
    frame.setFixedHeight(1)
    return frame


def upright() -> QFrame:
    """A thin line down."""
    frame = surface("line")
    frame.setFixedWidth(1)
    return frame


def scrolling(inner: QWidget) -> QScrollArea:
    """What may be longer than the window."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inner.setProperty("clear", "true")
    area.setWidget(inner)
    area.viewport().setAutoFillBackground(False)
    return area


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def add_all(layout: QVBoxLayout | QHBoxLayout, widgets: Iterable[QWidget]) -> None:
    """Add several widgets, one after the other."""
    for widget in widgets:
        layout.addWidget(widget)
