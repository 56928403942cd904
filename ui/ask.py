"""Asking the user: a decision that cannot be undone, a name, a file. The only place with boxes."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from reception_assistant.i18n import _

_KINDS = "*.csv *.txt *.tsv *.xlsx *.ods *.ics *.ical *.json *.ndjson *.db *.sqlite *.sqlite3 *.db3"


class Ask(Protocol):
    """Asks the user something and waits for the answer."""

    def confirm(self, question: str, yes: str) -> bool:
        """Ask for a decision; `yes` is what the button says that goes on."""

    def name(self, question: str) -> str:
        """Ask for a name; empty when the user would rather not."""

    def agenda_file(self) -> Path | None:
        """Ask which agenda file to read."""

    def folder(self) -> Path | None:
        """Ask which folder to follow."""

    def new_file(self, name: str, kinds: str) -> Path | None:
        """Ask for a new file; `name` is proposed, `kinds` says which there are."""


class QtAsk:
    """Asks in boxes over the window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._chosen_in = self._saved_in = ""

    def confirm(self, question: str, yes: str) -> bool:
        """Ask for a decision; the safe answer is the one that Enter gives."""
        box = QMessageBox(QMessageBox.Icon.Question, "Balie", question, parent=self._window)
        go_on = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        stop = box.addButton(_("Niet doen"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stop)
        box.exec()
        answer = box.clickedButton() is go_on
        box.deleteLater()
        return answer

    def tell(self, text: str) -> None:
        """Say something that cannot wait for the window."""
        box = QMessageBox(QMessageBox.Icon.Information, "Balie", text, parent=self._window)
        box.addButton(_("Sluiten"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        box.deleteLater()

    def name(self, question: str) -> str:
        """Ask for a name in one line."""
        text, kept = QInputDialog.getText(self._window, "Balie", question)
        return text.strip() if kept else ""

    def agenda_file(self) -> Path | None:
        """Ask for a file with the dialog of the computer."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self._window,
            _("Welk bestand is de agenda?"),
            self._chosen_in or _documents(),
            _("Agenda ({kinds});;Alle bestanden (*)").format(kinds=_KINDS),
        )
        if not chosen:
            return None
        self._chosen_in = str(Path(chosen).parent)
        return Path(chosen)

    def folder(self) -> Path | None:
        """Ask for a folder with the dialog of the computer."""
        chosen = QFileDialog.getExistingDirectory(
            self._window, _("In welke map zet uw praktijksysteem de agenda?")
        )
        return Path(chosen) if chosen else None

    def new_file(self, name: str, kinds: str) -> Path | None:
        """Ask for a new file; whoever writes refuses one that is there, so it is not asked here."""
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window,
            _("Waar wilt u dit bewaren?"),
            str(Path(self._saved_in or _documents()) / name),
            kinds,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if not chosen:
            return None
        self._saved_in = str(Path(chosen).parent)
        return Path(chosen)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
