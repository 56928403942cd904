"""The words that Qt itself puts on screen, in Dutch."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication, QWidget


def speak_dutch(owner: QWidget) -> None:
    """Let Qt's own buttons and menus speak Dutch as long as `owner` lives."""
    translator = QTranslator(owner)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_nl", folder):
        QApplication.installTranslator(translator)
