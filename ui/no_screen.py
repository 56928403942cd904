"""Without a reachable screen: one sentence and the way on, instead of an abort.

Qt ends the process when no platform plug-in can be started. It says so to the message handler
first, so that is where the sentence is said; a normal start costs nothing.
"""

import logging
import os

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from reception_assistant.cli.screenless import tell_no_screen

log = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def watch_start() -> None:
    """Wait for Qt's last words while it starts."""
    qInstallMessageHandler(_on_message_at_start)


def watch_run() -> None:
    """Send what Qt has to say to the log from now on."""
    qInstallMessageHandler(_on_message)


def _on_message_at_start(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if kind == QtMsgType.QtFatalMsg:
        os._exit(tell_no_screen())
    if kind == QtMsgType.QtCriticalMsg:
        _on_message(kind, context, message)


def _on_message(kind: QtMsgType, context: QMessageLogContext, _message: str) -> None:
    log.log(_LEVELS[kind], "message in line %d", context.line)
