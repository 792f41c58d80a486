"""The recovery code on paper."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPainter
from PySide6.QtWidgets import QWidget

from hrtrainer.qt.look import MONO
from hrtrainer.words import PROGRAM


def code_sheet(code: str) -> list[str]:
    """The lines of the sheet. No name stands on it."""
    groups = code.split("-")
    return [
        f"{PROGRAM}: recovery code",
        "",
        "  ".join(groups[:4]),
        "  ".join(groups[4:]),
        "",
        "It opens what was written under a passphrase, when the passphrase is lost.",
        "Choose “I lost my passphrase” where it is asked for.",
        "Keep this sheet away from the computer. Whoever has it can open what was written.",
    ]


def print_code(parent: QWidget, code: str) -> None:
    """Ask for a printer, and print the sheet."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # once in the life of a passphrase

    printer = QPrinter()
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: paint_sheet(printer, code))
    dialog.setModal(True)
    dialog.show()


def paint_sheet(printer: QPagedPaintDevice, code: str) -> None:
    """Draw the sheet."""
    painter = QPainter(printer)
    box = QRectF(painter.viewport())
    painter.setFont(QFont(MONO, 12))
    margin = box.width() / 10
    inside = box.adjusted(margin, margin, -margin, -margin)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
    painter.drawText(inside, int(flags), "\n".join(code_sheet(code)))
    painter.end()
