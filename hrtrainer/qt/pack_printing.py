"""A pack on paper: its very pages, as sharp as a printer wants them."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from hrtrainer.export.pdf import laid_pack
from hrtrainer.forming.proving import Wanted, on_paper
from hrtrainer.problem import Problem
from hrtrainer.qt.background import Work
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.window import Window

_PAPERS = {"a4": QPageSize.PageSizeId.A4, "us-letter": QPageSize.PageSizeId.Letter}


class PackPrinting(QObject):
    """Asks for a printer, and prints. `printed` tells the format and the file of the log, and the note."""

    printed = Signal(str, str, object)

    def __init__(self, window: Window, ground: Ground) -> None:
        super().__init__(window)
        self._window, self._ground = window, ground
        window.finishing.connect(self._finish)

    def _finish(self) -> None:
        """What is being printed is printed to its end, and noted, before the window goes."""
        for work in self.findChildren(Work):
            work.end()

    def ask(self, wanted: Wanted, note: object) -> None:
        """Ask for a printer, and print the pages of a pack on it."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # few packs are printed from here

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(layout_of(wanted.paper))
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_on(printer, wanted, note))
        dialog.setModal(True)
        dialog.show()

    def print_on(self, printer: QPagedPaintDevice, wanted: Wanted, note: object) -> None:
        """Print beside the window's own work."""
        fonts = self._ground.paths.fonts
        self._window.tell("Printing …")
        work = Work(lambda: print_pages(printer, wanted, fonts), self)
        work.done.connect(lambda _: self._tell_printed(note))
        work.failed.connect(self._window.tell_problem)
        work.begin()

    def _tell_printed(self, note: object) -> None:
        self._window.tell("Printed. Nothing was sent anywhere else.")
        self.printed.emit("print", "on paper", note)


def layout_of(paper: str) -> QPageLayout:
    """A page of this paper, to its edges: the margins are in the pages themselves."""
    size = QPageSize(_PAPERS[paper])
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def print_pages(printer: QPagedPaintDevice, wanted: Wanted, fonts: Path) -> None:
    """Draw the pages of a pack, each on its sheet. Raises Problem E03, and E14 where the printer does not take them."""
    pages = on_paper(laid_pack(wanted.pack, wanted.house, fonts, wanted.paper), fonts)
    painter = QPainter()
    if not painter.begin(printer):
        raise Problem("E14", "The printer does not take the pages.", "Save a PDF, and print that.")
    for at, page in enumerate(pages):
        if at:
            printer.newPage()
        image = QImage.fromData(page)
        room = QRectF(painter.viewport())
        size = QSizeF(image.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(room.topLeft(), size), image)
    painter.end()
