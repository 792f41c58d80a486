"""Keeping the display awake on Linux: the desktop is asked over the session bus."""

from PySide6.QtDBus import QDBusConnection, QDBusMessage

from hrtrainer.words import PROGRAM


class OverBus:
    """The desktop forgets the wish when the connection ends, however it ends. `patience` in milliseconds."""

    _NAME = "org.freedesktop.ScreenSaver"
    _PATHS = ("/org/freedesktop/ScreenSaver", "/ScreenSaver")
    _LINK = "hrtrainer-wall"

    def __init__(self, reason: str, patience: int) -> None:
        self._reason, self._patience = reason, patience
        self._held = False

    def hold(self) -> bool:
        if self._held:
            return True
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, self._LINK)
        for path in self._PATHS if bus.isConnected() else ():
            call = QDBusMessage.createMethodCall(self._NAME, path, self._NAME, "Inhibit")
            call.setArguments([PROGRAM, self._reason])
            answer = bus.call(call, timeout=self._patience)
            if answer.type() == QDBusMessage.MessageType.ReplyMessage:
                self._held = True
                return True
        QDBusConnection.disconnectFromBus(self._LINK)
        return False

    def release(self) -> None:
        if self._held:
            self._held = False
            QDBusConnection.disconnectFromBus(self._LINK)
