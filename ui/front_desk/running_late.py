"""Telling that a practitioner runs late, and that they do not."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from reception_assistant.agenda.day import Visit
from reception_assistant.cues.outlook import Told
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.i18n import _, ngettext
from ui.tasks import Runners
from ui.widgets.banner import Tell

_MORE_MINUTES = 10


class RunningLate(QObject):
    """Keeps what the receptionist says of the practitioner of the selected visit.

    Signals:
        told: it was kept; turns may be later now.
    """

    told = Signal()

    def __init__(
        self,
        desk: Desk,
        runners: Runners,
        tell: Tell,
        by: Callable[[], By],
        chosen: Callable[[], tuple[Visit, Told] | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._runners, self._tell, self._by = desk, runners, tell, by
        self._chosen = chosen

    @Slot()
    def more(self) -> None:
        """Note that it will be ten minutes later than was told or seen before."""
        chosen = self._chosen()
        if chosen is not None:
            _visit, told = chosen
            so_far = told.seen if told.minutes is None else told.minutes
            self.tell(Told(so_far + _MORE_MINUTES))

    @Slot(object)
    def tell(self, told: Told) -> None:
        """Note what is told: so many minutes, on time, or nothing any more."""
        chosen = self._chosen()
        if chosen is None:
            return
        visit, before = chosen
        by = self._by()

        def done(_none: None) -> None:
            undo = partial(self._keep, visit, before, by, lambda _none: self.told.emit())
            self._tell.tell(_line(visit.with_whom, told), _("Ongedaan maken"), undo)
            self.told.emit()

        self._keep(visit, told, by, done)

    def _keep(self, visit: Visit, told: Told, by: By, done: Callable[[None], None]) -> None:
        self._runners.write.run(
            lambda: self._desk.ahead.run_late(visit.practitioner, told.minutes, by),
            done,
            self._tell.trouble,
        )


def _line(who: str, told: Told) -> str:
    """Return the line that says what was just told."""
    minutes = told.minutes
    if minutes is None:
        return _("Balie kijkt weer zelf of {who} uitloopt.").format(who=who)
    who = who[:1].upper() + who[1:]
    if not minutes:
        return _("{who} is weer op tijd.").format(who=who)
    return ngettext(
        "{who} loopt {minutes} minuut uit.", "{who} loopt {minutes} minuten uit.", minutes
    ).format(who=who, minutes=minutes)
