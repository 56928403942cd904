"""The calls in the log that belong to nobody yet, and finding out who it was."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from reception_assistant.agenda.day import Person
from reception_assistant.calls.unattached import Unattached
from reception_assistant.i18n import _
from ui.call.choice_list import Choice, ChoiceList
from ui.call.history_list import short_moment
from ui.widgets.blocks import GAP, column, label, say
from ui.widgets.caller_field import CallerField


class NamelessCalls(QWidget):
    """A line for each call; choosing one asks who it was.

    Signals:
        search_requested: something else is typed in the field.
            arg: the text.
        attach_requested: it is known who it was.
            arg: the id of the call, and the person.
    """

    search_requested = Signal(str)
    attach_requested = Signal(str, object)  # Person

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls: tuple[Unattached, ...] = ()
        self._chosen = ""
        self._list, self._asked, self.field = ChoiceList("strong"), label("body"), CallerField()
        self.field.setAccessibleName(_("Wie was dit?"))
        self._list.chosen.connect(self._on_list_chosen)
        self.field.search_requested.connect(self.search_requested)
        self.field.person_chosen.connect(self._on_field_person_chosen)
        self.field.left.connect(self._close)
        caption = label("caption", _("Nog zonder naam"))
        self.setLayout(column(caption, self._list, self._asked, self.field, gap=GAP))
        self.show_calls(())

    def show_calls(self, calls: Sequence[Unattached]) -> None:
        """Show these calls; without any it takes no room."""
        self._calls = tuple(calls)
        self._list.show_choices([_choice(each) for each in calls])
        self.setVisible(bool(calls))
        if self._chosen not in {each.call.id for each in calls}:
            self._close()

    @Slot(int)
    def _on_list_chosen(self, place: int) -> None:
        chosen = self._calls[place]
        self._chosen = chosen.call.id
        say(self._asked, _("Wie was dit? {call}").format(call=_words(chosen)))
        self.field.show()
        self.field.setFocus()

    @Slot(object)
    def _on_field_person_chosen(self, person: Person) -> None:
        self.attach_requested.emit(self._chosen, person)
        self._close()

    @Slot()
    def _close(self) -> None:
        self._chosen = ""
        say(self._asked, "")
        self.field.empty()
        self.field.hide()


def _choice(each: Unattached) -> Choice:
    return Choice(0, _words(each), more=each.call.note.strip().partition("\n")[0][:80])


def _words(each: Unattached) -> str:
    call = each.call
    parts = (short_moment(call.started, year=False), call.reason, call.outcome, each.number)
    return " · ".join(part for part in parts if part)
