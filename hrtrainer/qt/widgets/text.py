"""Wrapped text that is as high as its width makes it, and no higher: for pages that scroll."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from hrtrainer.qt.plain import Plain


class Text(Plain):
    """A plain text that a layout may make as low as its lines are.

    A plain text alone asks for the height it would have in a narrow column, which leaves gaps in a wide one.
    """

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None, wrap: bool = True) -> None:
        super().__init__(text, role, parent, wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
