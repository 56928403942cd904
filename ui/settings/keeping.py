"""Keeping what somebody asked for: written elsewhere, and answered to whoever asked."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from reception_assistant.desk.acting import By
from ui.tasks import Runners
from ui.widgets.banner import Tell

_Result = TypeVar("_Result")


class Asker(Protocol):
    """A part of the screen that asked to keep a value, and hears what came of it."""

    def keep(self, value: str, /) -> None:
        """Take it that `value` is kept."""

    def refuse(self, value: str, error: Exception, /) -> None:
        """Say why it is not."""

    def isVisible(self) -> bool:
        """Tell whether somebody can see what it says."""


class Keeping:
    """Hands wishes of a screen to the writing thread, and the answers back."""

    def __init__(self, runners: Runners, tell: Tell, by: Callable[[], By], screen: QWidget) -> None:
        self._runners, self.tell, self._by = runners, tell, by
        self._screen = screen

    def by(self) -> By:
        """Return who asks, with the screen as the origin."""
        return By(self._by().employee, self._screen)

    def do(self, work: Callable[[], _Result], done: Callable[[_Result], None]) -> None:
        """Carry out what nobody waits for; trouble goes to the banner."""
        self._runners.write.run(work, done, self.tell.trouble)

    def ask(
        self,
        asker: Asker,
        value: str,
        work: Callable[[], _Result],
        done: Callable[[_Result], None],
    ) -> None:
        """Carry out what `asker` wants with `value`, and let it know; then `done` tells of it."""

        def kept(result: _Result) -> None:
            if isValid(asker):
                asker.keep(value)
            done(result)

        def refused(error: Exception) -> None:
            seen = False
            if isValid(asker):
                asker.refuse(value, error)
                seen = self._screen.isVisible() and asker.isVisible()
            if not seen:
                self.tell.trouble(error)

        self._runners.write.run(work, kept, refused)
