"""Beginning a complaint: from a form, or from a call in which somebody was calmed."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reception_assistant.audit.entry import Action
from reception_assistant.calls.call import CallHead
from reception_assistant.changes import Changed
from reception_assistant.complaints.complaint import (
    Complaint,
    Field,
    Form,
    NewComplaint,
    State,
    Where,
)
from reception_assistant.complaints.from_run import answers_of
from reception_assistant.complaints.steps import starting_phase
from reception_assistant.desk.acting import By
from reception_assistant.desk.complaint_deeds import (
    Change,
    ComplaintDeeds,
    clean,
    kept_reach,
    there,
)
from reception_assistant.desk.complaint_reopening import reopen
from reception_assistant.desk.complaint_terms import ComplaintTerms
from reception_assistant.desk.complaint_writing import ComplaintWriting, unfinished
from reception_assistant.desk.follow_up_checks import kept_text, owner
from reception_assistant.desk.noted_checks import refuse_gone_person
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.library.context import Mood
from reception_assistant.store import complaints as store_complaints
from reception_assistant.store.complaint_twice import same_since
from reception_assistant.store.database import Store
from reception_assistant.store.library import read_lists
from reception_assistant.store.of_one_call import tie_together

if TYPE_CHECKING:
    from reception_assistant.store.driver import Connection

_BEGINNING = 60  # letters of the customer's own words
_LONGEST_SUBJECT = 200
_PRESSED_TWICE = timedelta(minutes=1)
_LONG_AGO = timedelta(days=3_653)
"""Ten years: what came in before that is a slip of the pen."""


class ComplaintBeginning:
    """Begins complaints, each call and each form once."""

    def __init__(
        self,
        store: Store,
        deeds: ComplaintDeeds,
        terms: ComplaintTerms,
        writing: ComplaintWriting,
    ) -> None:
        self._store = store
        self._deeds = deeds
        self._terms = terms
        self._writing = writing

    def begin(self, new: NewComplaint, by: By) -> Complaint:
        """Begin a complaint; see `ComplaintsDesk.begin`."""
        key = store_complaints.complaint_id(new.call_id) if new.call_id else self._deeds.new_id()
        ready = self._checked(new)
        with self._deeds.acting.deed(by, Action.COMPLAINT_BEGUN, Changed.COMPLAINTS) as deed:
            deed.subject_id = key
            connection = deed.db.conn
            owner(ready.owner_id, deed.db)
            if not new.call_id:
                refuse_gone_person(deed, new.person_id)
            made = self._deeds.acting.now_utc()
            if not new.call_id and (same := self._pressed_before(connection, ready, made)):
                deed.needless = True
                return same
            if not store_complaints.add_complaint(connection, key, ready, made):
                deed.needless = True
                return there(connection, key)
            change = Change(deed, by, there(connection, key))
            self._deeds.note(change, "begun")
            told = {Field(name): text for name, text in ready.answers.items() if text.strip()}
            self._writing.put(change, told, {}, in_call=bool(new.call_id))
            if new.call_id and store_complaints.is_of_logged_call(connection, key):
                tie_together(connection, new.call_id, new.person_id)
                deed.changed |= Changed.PROMISES
            phase = starting_phase(ready.answers)
            if phase is not change.was.phase:
                store_complaints.change_complaint(connection, key, {"phase": int(phase)})
            return there(connection, key)

    def _pressed_before(
        self, connection: "Connection", new: NewComplaint, made_utc: str
    ) -> Complaint | None:
        """Return what the same form began a moment ago, as long as it still holds just that."""
        moment = datetime.fromisoformat(made_utc).replace(tzinfo=UTC) - _PRESSED_TWICE
        since = moment.replace(tzinfo=None).isoformat(timespec="milliseconds")
        found = same_since(connection, new, since)
        if not found:
            return None
        same = there(connection, found)
        told = {name: text for name, text in new.answers.items() if text.strip()}
        return same if same.answers == told else None

    def from_call(
        self,
        head: CallHead,
        remembered: Mapping[str, str],
        by: By,
        *,
        mood: Mood | None = None,
        whom: str = "",
        subject: str = "",
    ) -> Complaint:
        """Begin the complaint of a call, or go on with it; see `ComplaintsDesk.from_call`."""
        heard = mood or head.mood_end or head.mood_start
        answers = answers_of(remembered, heard)
        key = store_complaints.complaint_id(head.id)
        with self._store.reading() as connection:
            known = store_complaints.read_complaint(connection, key)
            reason = read_lists(connection).reason(head.reason)
        if known is not None:
            return self._go_on(key, head, answers, by)
        return self.begin(
            NewComplaint(
                subject=subject or (reason.label if reason else _("Klacht in een gesprek")),
                received=self._deeds.time.from_utc(head.started_utc).date().isoformat(),
                form=Form.SPOKEN,
                where=Where.PHONE if head.direction.is_phone else Where.DESK,
                owner_id=by.employee.id,
                reason=reason.id if reason else head.reason,
                person_id=head.person_id,
                whom=whom,
                reach=head.number,
                call_id=head.id,
                appointment_id=head.appointment_id,
                answers={field.value: text for field, text in answers.items()},
            ),
            by,
        )

    def _go_on(self, key: str, head: CallHead, answers: Mapping[Field, str], by: By) -> Complaint:
        """Add what the call told since; nothing that was written in the record is lost."""
        with self._deeds.change(key, Action.COMPLAINT_WRITTEN, by) as change:
            told = unfinished(change.was, answers)
            found = head.person_id if change.was.person_id is None else None
            change.deed.needless = not told and not found
            if told and change.was.state is State.CLOSED:
                reopen(change, self._deeds, _("Het gesprek ging verder."))
            if found:
                store_complaints.change_complaint(change.connection, key, {"person_id": found})
            if told:
                standing = store_complaints.read_answers(change.connection, key)
                self._writing.put(change, told, standing, in_call=True)
                self._step_on(change)
            return there(change.connection, key)

    def _step_on(self, change: Change) -> None:
        """Let the record be where it would have begun with all of this, and never further back."""
        now = there(change.connection, change.was.id)
        phase = starting_phase(now.answers)
        if phase > now.phase:
            store_complaints.change_complaint(change.connection, now.id, {"phase": int(phase)})

    def _checked(self, new: NewComplaint) -> NewComplaint:
        """Return a complaint as it may be kept."""
        today = self._deeds.time.now().date()
        answers = {Field(name).value: clean(text) for name, text in new.answers.items()}
        return replace(
            new,
            subject=checked_subject(new.subject, answers.get(Field.WORDS, "")),
            received=checked_day(new.received, today),
            regime=(self._terms.regime(new.regime) if new.regime else self._terms.usual()).id,
            whom=kept_text(clean(new.whom)),
            animal=kept_text(clean(new.animal)),
            reach=kept_reach(new.reach),
            answers=answers,
        )


def checked_subject(subject: str, words: str = "") -> str:
    """Return what it is about; without that, how the customer's own words begin."""
    text = " ".join(clean(subject).split()) or _beginning(" ".join(clean(words).split()))
    if not text:
        raise KnownError(
            _("Er staat nog niet waar het over gaat."),
            _("Er is niets weg. Schrijf in een paar woorden op wat er is."),
        )
    if len(text) > _LONGEST_SUBJECT:
        raise KnownError(
            _("Waar het over gaat, is te lang voor de lijst."),
            _("Er is niets weg. Houd het kort. De rest past bij de eigen woorden."),
        )
    return text


def checked_day(day: str, today: date) -> str:
    """Return the day on which it came in; raises `KnownError` when that cannot be."""
    try:
        received = date.fromisoformat(day)
    except ValueError:
        received = None
    if received is None or not today - _LONG_AGO <= received <= today:
        raise KnownError(
            _("De dag waarop de klacht binnenkwam, klopt niet."),
            _("Er is niets weg. Vul vandaag in, of een dag in de tien jaar daarvoor."),
        )
    return received.isoformat()


def _beginning(text: str) -> str:
    """Return the first words of a text."""
    if len(text) <= _BEGINNING:
        return text
    return text[:_BEGINNING].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
