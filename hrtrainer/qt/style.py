"""The style sheet of the window, made from colours, type and a measure that grows with the text."""

from collections.abc import Callable, Mapping

Fonts = Mapping[str, tuple[int, str, int, bool]]

_INK = {
    "small": "ink2",
    "smallstrong": "ink2",
    "caption": "ink3",
    "cue": "ink2",
    "narration": "ink2",
    "quote": "ink2",
}
"""Roles that are not written in the first ink."""


def sheet(colours: Mapping[str, str], fonts: Fonts, px: Callable[[float], int]) -> str:
    """The whole style sheet."""
    return "\n".join(
        [
            _ground(colours, fonts),
            *(_label(role, fonts, colours[_INK.get(role, "ink")]) for role in fonts),
            _tones(colours),
            _surfaces(colours, px),
            _fields(colours, fonts, px),
            _bars(colours, px),
        ]
    )


def _type(fonts: Fonts, role: str) -> str:
    size, family, weight, italic = fonts[role]
    return f'font-family: "{family}"; font-size: {size}px; font-weight: {weight}; font-style: {"italic" if italic else "normal"};'


def _ground(c: Mapping[str, str], fonts: Fonts) -> str:
    return f"""
* {{ {_type(fonts, "body")} color: {c["ink"]}; }}
QWidget#window, QDialog#asking, QWidget[surface="ground"] {{ background: {c["ground"]}; }}
QScrollArea, QScrollArea > QWidget > QWidget[clear="true"] {{ background: transparent; border: none; }}
QLabel {{ background: transparent; }}
QToolTip {{ background: {c["paper"]}; color: {c["ink"]}; border: 1px solid {c["lineStrong"]}; padding: 6px; }}
"""


def _label(role: str, fonts: Fonts, colour: str) -> str:
    return f'QLabel[role="{role}"] {{ {_type(fonts, role)} color: {colour}; }}'


def _tones(c: Mapping[str, str]) -> str:
    """A label's `tone` colours it apart from its role."""
    tones = ("ink", "ink2", "ink3", "plum", "marigoldInk", "strains", "supports", "neither", "onPlum")
    return "\n".join(f'QLabel[tone="{tone}"] {{ color: {c[tone]}; }}' for tone in tones)


def _surfaces(c: Mapping[str, str], px: Callable[[float], int]) -> str:
    radius = 14
    return f"""
QFrame[surface="rail"] {{ background: {c["rail"]}; border: none; }}
QFrame[surface="paper"] {{ background: {c["paper"]}; border: none; }}
QFrame[surface="sunken"] {{ background: {c["sunken"]}; border: none; }}
QFrame[surface="card"] {{ background: {c["paper"]}; border: 1px solid {c["line"]}; border-radius: {radius}px; }}
QFrame[surface="well"] {{ background: {c["ground"]}; border: 1px solid {c["line"]}; border-radius: {radius}px; }}
QFrame[surface="plumTint"] {{ background: {c["plumTint"]}; border: none; border-radius: {radius}px; }}
QFrame[surface="marigoldTint"] {{ background: {c["marigoldTint"]}; border: none; border-radius: {radius}px; }}
QFrame[surface="strainsTint"] {{ background: {c["strainsTint"]}; border: none; border-radius: {radius}px; }}
QFrame[surface="supportsTint"] {{ background: {c["supportsTint"]}; border: none; border-radius: {radius}px; }}
QFrame[surface="neitherTint"] {{ background: {c["neitherTint"]}; border: none; border-radius: {radius}px; }}
QFrame[band="true"] {{ border-bottom-left-radius: 0; border-bottom-right-radius: 0; }}
QFrame[surface="line"] {{ background: {c["line"]}; border: none; }}
QLabel[role="chip"] {{ background: {c["sunken"]}; color: {c["ink2"]}; border-radius: {px(11)}px; padding: {px(3)}px {px(10)}px; font-size: {px(14)}px; }}
QLabel[role="badge"] {{ background: {c["marigoldTint"]}; color: {c["marigoldInk"]}; border-radius: {px(8)}px; padding: {px(1)}px {px(8)}px; font-size: {px(13)}px; font-weight: 600; }}
"""


def _fields(c: Mapping[str, str], fonts: Fonts, px: Callable[[float], int]) -> str:
    field = f"background: {c['paper']}; border: 1px solid {c['lineStrong']}; border-radius: 10px; color: {c['ink']};"
    return f"""
QLineEdit {{ {field} padding: 0 {px(12)}px; min-height: {px(42)}px; selection-background-color: {c["plum"]}; selection-color: {c["onPlum"]}; }}
QPlainTextEdit {{ {field} padding: {px(8)}px; selection-background-color: {c["plum"]}; selection-color: {c["onPlum"]}; }}
QLineEdit[bare="true"] {{ border-color: transparent; background: transparent; padding: 0; min-height: {px(34)}px; font-weight: 600; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {c["ink3"]}; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 3px solid {c["focus"]}; }}
QComboBox {{ {field} padding: 0 {px(12)}px; min-height: {px(42)}px; }}
QComboBox:focus {{ border: 3px solid {c["focus"]}; }}
QComboBox::drop-down {{ border: none; width: {px(28)}px; }}
QComboBox QAbstractItemView {{ background: {c["paper"]}; color: {c["ink"]}; border: 1px solid {c["lineStrong"]}; selection-background-color: {c["plumTint"]}; selection-color: {c["ink"]}; outline: none; }}
QComboBox QAbstractItemView::item {{ min-height: {px(36)}px; padding: 0 {px(8)}px; }}
QListView, QTreeView {{ background: transparent; border: none; outline: none; }}
QTreeView {{ show-decoration-selected: 1; }}
QTreeView::item {{ color: {c["ink"]}; padding: 0 {px(6)}px; }}
QTreeView::item:selected, QTreeView::branch:selected {{ background: {c["plumTint"]}; color: {c["ink"]}; }}
"""


def _bars(c: Mapping[str, str], px: Callable[[float], int]) -> str:
    return f"""
QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {c["lineStrong"]}; border-radius: {px(4)}px; min-height: {px(32)}px; margin: 2px {px(3)}px; }}
QScrollBar:horizontal {{ height: 0; }}
QScrollArea[both="true"] QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: 0; }}
QScrollArea[both="true"] QScrollBar::handle:horizontal {{ background: {c["lineStrong"]}; border-radius: {px(4)}px; min-width: {px(32)}px; margin: {px(3)}px 2px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {c["paper"]}; border: 1px solid {c["lineStrong"]}; padding: 6px; }}
QMenu::item {{ padding: {px(8)}px {px(20)}px; border-radius: 6px; }}
QMenu::item:selected {{ background: {c["plumTint"]}; }}
"""
