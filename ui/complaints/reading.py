"""What the Klachten screen reads: the list, one record, and what stands round it."""

from datetime import date, datetime
from typing import NamedTuple

from reception_assistant.complaints.complaint import Complaint, Field, Form, State
from reception_assistant.complaints.feedback import Feedback
from reception_assistant.complaints.learning import Improvement
from reception_assistant.complaints.listed import Row, Search
from reception_assistant.complaints.mandates_said import Kaders, kaders
from reception_assistant.complaints.regime import Regime
from reception_assistant.complaints.repeating import improvement_words, repeated_words
from reception_assistant.complaints.terms import (
    TermWords,
    due_words,
    has_term,
    is_near,
    is_overdue,
    may_extend,
    term_words,
    weeks_left,
)
from reception_assistant.desk.opening import Desk
from reception_assistant.follow_ups.follow_up import FollowUp
from reception_assistant.follow_ups.follow_up import State as Done
from reception_assistant.i18n import _
from reception_assistant.language.matching import Matcher
from reception_assistant.naming.listed import full_name
from reception_assistant.naming.spoken_time import date_words
from reception_assistant.settings.catalogue import DISCIPLINE
from reception_assistant.staff.employee import Employee
from ui.complaints.feedback_panel import SORTS
from ui.complaints.register_list import Line
from ui.theme.marks import Ink


class Background(NamedTuple):
    """What stays the same from one complaint to the next."""

    people: tuple[Employee, ...]
    kaders: Kaders
    causes: tuple[tuple[str, str], ...]
    regimes: tuple[Regime, ...]
    scripts: tuple[tuple[str, str], ...]
    matcher: Matcher


class Record(NamedTuple):
    """One complaint, with all that is shown beside it."""

    complaint: Complaint
    who: str
    reach: str
    term: TermWords
    alarm: str
    alarm_ink: Ink
    weeks_left: int
    promises: tuple[str, ...]
    repeated: str
    improvements: tuple[str, ...]
    to_review: Improvement | None
    closed: date | None


class Told(NamedTuple):
    """Something that somebody told us, with who it was."""

    feedback: Feedback
    who: str
    day: date


def read_background(desk: Desk) -> Background:
    """Read who works here, the kaders, and the lists."""
    library, settings = desk.library.all(), desk.settings.all()
    causes = desk.after.learning.causes()
    return Background(
        tuple(each for each in desk.staff.everybody() if each.active),
        kaders(library.lists.mandates, str(settings.get(DISCIPLINE))),
        tuple((each.id, each.label) for each in causes),
        tuple(desk.after.complaints.regimes()),
        tuple(sorted(_scripts(desk), key=_by_title)),
        desk.plain_words.matcher(),
    )


def read_lines(desk: Desk, search: Search, *, closed: bool) -> list[Line]:
    """Read the lines of the register."""
    return [_line(row, closed=closed) for row in desk.after.complaints.listed(search)]


def read_told(desk: Desk, text: str) -> list[Line]:
    """Read what else people told us, of which the words hold `text`."""
    wanted = text.casefold()
    told = desk.after.feedback.listed()
    lines = (_line_of_told(desk, each) for each in told)
    return [each for each in lines if wanted in each.spoken.casefold()]


def read_record(desk: Desk, complaint_id: str) -> Record | None:
    """Read a complaint with all that is shown beside it."""
    complaint = desk.after.complaints.one(complaint_id)
    if complaint is None:
        return None
    complaints, today = desk.after.complaints, desk.time.now().date()
    regime, due = complaints.regime(complaint), complaints.due(complaint)
    is_open = complaint.state is State.OPEN
    late, near = is_overdue(due, today), is_near(due, today)
    repeated, improvements, to_review = _learned(desk, complaint)
    alarming = is_open and (late or near) and has_term(complaint)
    return Record(
        complaint,
        *_who(desk, complaint),
        term_words(complaint, regime, due, today),
        due_words(due, today) if alarming else "",
        "stop" if late else "attention",
        weeks_left(regime, complaint.extensions)
        if may_extend(complaint, regime, due, today)
        else 0,
        tuple(_promise_line(each) for each in complaints.promised(complaint_id)),
        repeated,
        improvements,
        to_review,
        desk.time.from_utc(complaint.closed_utc).date() if complaint.closed_utc else None,
    )


def read_one_told(desk: Desk, feedback_id: str) -> Told | None:
    """Read something that somebody told us."""
    told = desk.after.feedback.one(feedback_id)
    if told is None:
        return None
    return Told(told, _who_told(desk, told), desk.time.from_utc(told.at_utc).date())


def _line(row: Row, *, closed: bool) -> Line:
    step = _("stap {number} van 7").format(number=int(row.phase))
    form = _("schriftelijk") if row.form is Form.WRITTEN else _("mondeling")
    if closed:
        day = date_words(date.fromisoformat(row.received), year=True)
        status = _("gesloten · kwam op {day}").format(day=day)
        return Line(row.id, row.who, row.subject, status)
    alarming = row.overdue or row.near
    parts = [step, form] if alarming else [step, form, row.due_words]
    alarm = row.due_words if alarming else ""
    return Line(row.id, row.who, row.subject, " · ".join(parts), alarm, row.overdue)


def _line_of_told(desk: Desk, told: Feedback) -> Line:
    day = desk.time.from_utc(told.at_utc).date()
    parts = [_(SORTS[told.sort]).lower(), date_words(day), _("gedaan") if told.done else ""]
    waits = told.reply_before if not told.done else ""
    alarm, late = "", False
    if waits:
        before = date.fromisoformat(waits)
        late = before < desk.time.now().date()
        words = _("antwoord was er {day} nog niet") if late else _("antwoord uiterlijk {day}")
        alarm = words.format(day=date_words(before))
    status = " · ".join(filter(None, parts))
    return Line(told.id, _who_told(desk, told), told.text, status, alarm, late)


def _who(desk: Desk, complaint: Complaint) -> tuple[str, str]:
    """Return how somebody is called, and where they can be reached."""
    nobody = complaint.whom or _("anoniem")
    if complaint.person_id is None:
        return nobody, complaint.reach
    rows = desk.after.complaints.of_person(complaint.person_id)
    who = next((row.who for row in rows if row.id == complaint.id), nobody)
    person = desk.people.person(complaint.person_id)
    return who, complaint.reach or (person.phone if person is not None else "")


def _who_told(desk: Desk, told: Feedback) -> str:
    person = desk.people.person(told.person_id) if told.person_id else None
    if person is not None:
        return full_name(person.name)
    return told.whom or _("anoniem")


def _promise_line(promise: FollowUp) -> str:
    before = datetime.fromisoformat(promise.before)
    words = _("✓ {what} (gedaan)") if promise.state is Done.DONE else _("{what}, {name}: {day}")
    day = _("{day} voor {time}").format(day=date_words(before), time=f"{before:%H.%M}")
    return words.format(what=promise.what, name=promise.owner, day=day)


def _learned(desk: Desk, complaint: Complaint) -> tuple[str, tuple[str, ...], Improvement | None]:
    """Return whether the cause came back, what is done about it, and what to look back at."""
    cause = complaint.answer(Field.CAUSE)
    repeated = (each for each in desk.after.learning.repeated() if each.cause.id == cause)
    line = next(map(repeated_words, repeated), "") if cause else ""
    own = desk.after.learning.of_complaint(complaint.id)
    words = (improvement_words(each) for each in own)
    waiting = next((each for each in own if each.worked is None), None)
    return line, tuple(each for each in words if each not in line), waiting


def _scripts(desk: Desk) -> list[tuple[str, str]]:
    library = desk.library.all()
    return [(each, version.script.title) for each, version in library.scripts.items()]


def _by_title(script: tuple[str, str]) -> str:
    return script[1].casefold()
