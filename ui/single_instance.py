"""The window listens: for a second start on the same folder, and for who is calling."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from reception_assistant.call_pop import (
    LONGEST_LINE,
    Message,
    Reply,
    Wish,
    answer_of,
    read_line,
    send,
    server_name,
)

log = logging.getLogger(__name__)

READ_MILLISECONDS = 5_000


def ask_to_show(folder: Path) -> bool:
    """Ask the window that has `folder` to come forward; tells whether it heard."""
    return send(folder, Message(Wish.SHOW)) is not None


class InstanceServer(QObject):
    """Listens for the window of `folder`, or of the demo (None).

    Signals:
        show_requested: somebody started the program again.
        call_requested: somebody is calling.
            arg: the number, as it was given.
    """

    show_requested = Signal()
    call_requested = Signal(str)

    def __init__(self, folder: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)
        name = server_name(folder)
        QLocalServer.removeServer(name)
        if not self._server.listen(name):
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
        if socket.bytesAvailable() > LONGEST_LINE:
            socket.abort()
        elif socket.canReadLine():
            socket.write(answer_of(self._do(bytes(socket.readLine().data()))))
            socket.flush()

    def _do(self, line: bytes) -> Reply:
        """Do what a line asks; rubbish and other versions are answered, logged and survived."""
        message = read_line(line)
        if message is None:
            log.info("a line that is not understood")
            return Reply.REFUSED
        if message.wish is Wish.CALL:
            self.call_requested.emit(message.number)
            return Reply.TAKEN
        self.show_requested.emit()
        return Reply.SHOWN
