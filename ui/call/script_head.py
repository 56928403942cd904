"""Above the script: its title, how long the call takes, and the button that parks it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reception_assistant.i18n import _
from ui.actions import Do
from ui.call.beside import OWN_WIDTH, beside
from ui.call.quick_flow import quick_flow
from ui.theme import fonts
from ui.widgets.blocks import GAP, column, label
from ui.widgets.wrapping_button import action_button

_LETTERS = 24


class ScriptHead(QWidget):
    """The title, with button and clock at the end of the line.

    Signals:
        park_requested: the call is to wait.
    """

    park_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = label("heading", one_line=True)
        self._clock = label("heading", wrap=False)
        self._clock.setFont(fonts.tabular())
        self.park = action_button(Do.PARK, "plain", self.park_requested.emit)
        tools = quick_flow(GAP + 4, self.park, self._clock)
        self.setLayout(column(beside(GAP, _LETTERS, (self._title, 1), (tools, OWN_WIDTH))))
        self._clock.hide()

    def show_title(self, title: str) -> None:
        """Show what the conversation is about."""
        self._title.setText(title)

    def show_clock(self, text: str) -> None:
        """Show how long it takes."""
        if text == self._clock.text():
            return
        self._clock.setText(text)
        self._clock.setVisible(bool(text))
        self._clock.setAccessibleName(_("Duur van het gesprek: {time}").format(time=text))
