"""What states and marks are called on screen."""

from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.visit import EventKind, Status
from reception_assistant.i18n import N_, _

_STATUS = {
    Status.EXPECTED: N_("verwacht"),
    Status.ARRIVED: N_("wachtkamer"),
    Status.TAKEN_IN: N_("binnen"),
    Status.LEFT: N_("vertrokken"),
    Status.NO_SHOW: N_("niet gekomen"),
    Status.CANCELLED: N_("afgezegd"),
    Status.WITHDRAWN: N_("niet meer in de agenda"),
}
_MARKED = {
    EventKind.ARRIVED: N_("{name} is aangemeld."),
    EventKind.TAKEN_IN: N_("{name} is naar binnen."),
    EventKind.LEFT: N_("{name} is vertrokken."),
    EventKind.NO_SHOW: N_("{name} is niet gekomen."),
}
_MARK = {
    Mark.TENSE: N_("gespannen"),
    Mark.HARD_OF_HEARING: N_("hoort slecht"),
    Mark.INTERPRETER: N_("tolk erbij"),
    Mark.NOT_ALOUD: N_("naam niet hardop"),
    Mark.FIRST_VISIT: N_("eerste bezoek"),
    Mark.SENSITIVE: N_("gevoelig"),
    Mark.ANIMAL_DECEASED: N_("dier overleden"),
}


def status_word(status: Status) -> str:
    """Return how a state is called."""
    return _(_STATUS[status])


def marked_sentence(kind: EventKind, name: str) -> str:
    """Return the line that says what was just noted of somebody."""
    return _(_MARKED[kind]).format(name=name or _("Deze persoon"))


def mark_word(mark: Mark) -> str:
    """Return how a mark is called."""
    return _(_MARK[mark])
