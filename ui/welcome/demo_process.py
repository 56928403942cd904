"""Opening the demo: a second program, on data of its own that go when it is closed."""

import sys

from PySide6.QtCore import QProcess

from reception_assistant.errors import KnownError
from reception_assistant.i18n import _


def demo_call(discipline: str) -> tuple[str, list[str]]:
    """Return the program that shows the demo, and what it is given."""
    arguments = [f"--demo={discipline}"]
    if getattr(sys, "frozen", False):  # then the program itself is what runs
        return sys.executable, arguments
    return sys.executable, ["-m", "reception_assistant", *arguments]


def start_demo(discipline: str) -> None:
    """Open the demo of `discipline` in a window of its own; raises `KnownError` when it cannot."""
    program, arguments = demo_call(discipline)
    started, _number = QProcess.startDetached(program, arguments)
    if not started:
        raise KnownError(
            _("De demo gaat niet open."),
            _("Er is niets veranderd. U kunt gewoon verder met uw eigen agenda."),
        )
