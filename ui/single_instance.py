"""A second start on the same folder brings the window of the first one forward."""

import hashlib
import json
import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)

PROTOCOL = 1
CONNECT_MILLISECONDS = 500
READ_MILLISECONDS = 5_000
_LONGEST_LINE = 10_000


def ask_to_show(folder: Path) -> bool:
    """Ask the window that has `folder` to come forward; tells whether it heard."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    if not socket.waitForConnected(CONNECT_MILLISECONDS):
        return False
    line = json.dumps({"protocol": PROTOCOL, "kind": "show", "payload": {}}) + "\n"
    socket.write(line.encode())
    heard = socket.waitForBytesWritten(CONNECT_MILLISECONDS)
    socket.waitForReadyRead(CONNECT_MILLISECONDS)
    socket.disconnectFromServer()
    return heard


class InstanceServer(QObject):
    """Listens for later starts.

    Signals:
        show_requested: somebody started the program again.
    """

    show_requested = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)
        QLocalServer.removeServer(_name(folder))
        if not self._server.listen(_name(folder)):
            log.warning("no place to listen for a second start")

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    @Slot()
    def _on_new_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(self._on_ready_read)
            QTimer.singleShot(READ_MILLISECONDS, socket, socket.abort)
            socket.disconnected.connect(socket.deleteLater)

    @Slot()
    def _on_ready_read(self) -> None:
        socket = self.sender()
        if not isinstance(socket, QLocalSocket):
            return
        if socket.bytesAvailable() > _LONGEST_LINE:
            socket.abort()
        elif socket.canReadLine():
            socket.write(self._answer(bytes(socket.readLine().data())))
            socket.flush()

    def _answer(self, line: bytes) -> bytes:
        """Do what a line asks; rubbish and other versions are answered, logged and survived."""
        try:
            asked = json.loads(line)
            known = asked["protocol"] == PROTOCOL and asked["kind"] == "show"
        except (ValueError, TypeError, KeyError, RecursionError):
            known = False
        if not known:
            log.info("a line that is not understood")
            return b'{"protocol": 1, "kind": "refused"}\n'
        self.show_requested.emit()
        return b'{"protocol": 1, "kind": "shown"}\n'


def _name(folder: Path) -> str:
    return "balie-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]
