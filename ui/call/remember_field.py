"""What is written down at a step."""

from PySide6.QtCore import QTimer, Signal, Slot

from reception_assistant.i18n import _
from reception_assistant.library.script import Remember
from ui.call.inline_field import InlineField
from ui.call.quick_flow import quick_flow
from ui.widgets.blocks import GAP, column, label

_PAUSE_MILLISECONDS = 400


class RememberField(InlineField):
    """A field with its label; what is typed is told after a pause, and when the field is left.

    Signals:
        remembered: something else stands in the field.
            arg: the id of what is remembered.
            arg: its label.
            arg: the text.
    """

    remembered = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self._remember: Remember | None = None
        self._told = ""
        self._label = label("strong", one_line=True)
        self.field.setObjectName("script.remember")
        head = quick_flow(GAP, self._label, label("muted", _("Tab: opschrijven"), one_line=True))
        inside = column(head, self.field, gap=GAP // 2)
        inside.addStretch(1)  # beside answers there is more room than it needs
        self.setLayout(inside)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.settle)
        self.field.textEdited.connect(self._on_field_text_edited)
        self.lost_keys.connect(self.settle)
        self.hide()

    def ask(self, remember: Remember | None, text: str) -> None:
        """Ask for `remember`, with what was written down before; None asks nothing."""
        self.settle()
        self._remember, self._told = None, text
        self.field.setText(text)
        self._remember = remember
        self.setVisible(remember is not None)
        if remember is not None:
            self._label.setText(remember.label)
            self.field.setAccessibleName(remember.label)

    @Slot()
    def settle(self) -> None:
        """Tell what was typed since the last time, now."""
        self._pause.stop()
        text, remember = self.text(), self._remember
        if remember is not None and text != self._told:
            self._told = text
            self.remembered.emit(remember.id, remember.label, text)

    def waits(self) -> bool:
        """Tell whether something was typed that was not told yet."""
        return self._remember is not None and self.text() != self._told

    @Slot(str)
    def _on_field_text_edited(self, _text: str) -> None:
        if self._remember is not None:
            self._pause.start()
