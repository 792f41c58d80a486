"""The one way to tell a screen reader something that has just happened."""

from PySide6.QtWidgets import QWidget

from hrtrainer.qt.plain import plain


def announce(widget: QWidget, text: str) -> None:
    """Say a text aloud, where a screen reader is listening, after what it is saying now."""
    # Here and not above: its long lists of roles and events alone take a tenth of the start.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if not text or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, plain(text))
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)
