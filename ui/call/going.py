"""Going to a part of the Telefoon screen with one key, also where it lies in a drawer."""

from ui.call.knowing import Knowing
from ui.call.noting import Noting
from ui.call.screen import CallScreen


class Going:
    """Brings a part in sight and gives it the keys."""

    def __init__(self, screen: CallScreen, knowing: Knowing, noting: Noting) -> None:
        self._screen, self._knowing, self._noting = screen, knowing, noting

    def to_caller(self) -> None:
        """Give the keys to finding who this is."""
        self._screen.reveal(self._knowing.caller)
        self._knowing.caller.focus_field()

    def to_reason(self) -> None:
        """Give the keys to why they call."""
        self._screen.reveal(self._knowing.reasons)
        self._knowing.reasons.take_keys()

    def to_hand_over(self) -> None:
        """Ask to whom this goes at once."""
        self._screen.reveal(self._knowing.stop)
        self._knowing.hand_over()

    def to_mood(self) -> None:
        """Give the keys to how they sound."""
        self._screen.reveal(self._knowing.mood)
        self._knowing.mood.take_keys()

    def to_note(self) -> None:
        """Give the keys to the note."""
        self._screen.reveal(self._noting.note)
        self._noting.note.setFocus()

    def look_up(self, text: str) -> None:
        """Look up plain words beside the note."""
        self._screen.reveal(self._noting.words)
        self._noting.words.ask(text)
