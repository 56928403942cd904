"""Incidents of aggression: facts, who was told, how the colleague is, and gone after their term."""

from datetime import date
from typing import NamedTuple

from reception_assistant.audit.entry import Action
from reception_assistant.changes import Changed
from reception_assistant.complaints.aftercare import CareQuestion, care_question, with_answer
from reception_assistant.complaints.facts_only import judging_words
from reception_assistant.complaints.incident import Incident
from reception_assistant.complaints.wording import Mark
from reception_assistant.desk.acting import Acting, By, Deed
from reception_assistant.desk.follow_up_checks import clash, kept_text
from reception_assistant.desk.noted_checks import day_from, day_of, refuse_gone_person
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.ids import NewId
from reception_assistant.settings.catalogue import AT_THE_DESK
from reception_assistant.staff.employee import Role, at_the_desk
from reception_assistant.store import incidents as store_incidents
from reception_assistant.store.database import Store
from reception_assistant.store.staff import read_employees, read_settings

KEPT_FOR_YEARS = 1
"""So long an incident is kept when nobody says otherwise."""
_ALL = -1


class NewIncident(NamedTuple):
    """What happened; the fields are those of `Incident`, "" is today and the usual term."""

    facts: str
    told: str
    day: str = ""
    expires: str = ""
    person_id: str | None = None
    whom: str = ""
    call_id: str | None = None
    complaint_id: str | None = None
    warned: bool = False
    ended: bool = False
    reported: bool = False


class IncidentsDesk:
    """What may be asked about incidents; one whose term is over is not there any more."""

    def __init__(self, store: Store, acting: Acting, time: PracticeTime, new_id: NewId) -> None:
        self._store = store
        self._acting = acting
        self._time = time
        self._new_id = new_id

    def note(self, new: NewIncident, by: By) -> str:
        """Write down what happened; returns its id. The same again on that day changes nothing.

        Raises:
            KnownError: what happened or who was told is missing, or a day cannot be.
        """
        incident = self._incident(new, by)
        with self._acting.deed(by, Action.INCIDENT_NOTED, Changed.COMPLAINTS) as deed:
            refuse_gone_person(deed, incident.person_id)
            known = store_incidents.same_day(deed.db.conn, incident)
            if known:
                deed.needless = True
                return known
            deed.subject_id = incident.id
            store_incidents.add_incident(deed.db.conn, incident)
        return incident.id

    def one(self, incident_id: str) -> Incident | None:
        """Return an incident; None when there is none, or its term is over."""
        with self._store.reading() as connection:
            return store_incidents.read_incident(connection, incident_id, self._today())

    def of_person(self, person_id: str) -> list[Incident]:
        """Return the incidents with somebody, the newest first."""
        with self._store.reading() as connection:
            return store_incidents.of_person(connection, person_id, self._today())

    def listed(self, limit: int = 500) -> list[Incident]:
        """Return the incidents, the newest first."""
        with self._store.reading() as connection:
            return store_incidents.newest(connection, self._today(), limit)

    def usual_end(self, day: str = "") -> str:
        """Return until when an incident of `day` is kept when nobody says otherwise.

        What is written down when that would be over already counts from today.
        """
        today = self._today()
        end = _years_later(day_of(day or today), KEPT_FOR_YEARS).isoformat()
        return end if end >= today else self.usual_end(today)

    def keep_until(self, incident_id: str, expires: str, row_version: int, by: By) -> None:
        """Keep an incident until another day.

        Raises:
            KnownError: it is gone, the day is past, or somebody else changed it.
        """
        until = day_from(expires, self._time.now().date())
        with self._acting.deed(by, Action.INCIDENT_NOTED, Changed.COMPLAINTS) as deed:
            deed.subject_id, deed.detail = incident_id, "expires"
            now = self._found(deed, incident_id)
            if now.expires == until:
                deed.needless = True
                return
            if now.row_version != row_version:
                raise clash()
            store_incidents.keep_until(deed.db.conn, incident_id, until)

    def aftercare(self, incident_id: str, words: str, by: By) -> None:
        """Keep how the employee is doing today, under what was said before."""
        answer = kept_text(words)
        if not answer:
            raise KnownError(_("Er staat nog geen antwoord."), _("Een paar woorden zijn genoeg."))
        with self._acting.deed(by, Action.INCIDENT_CARED, Changed.COMPLAINTS) as deed:
            deed.subject_id = incident_id
            now = self._found(deed, incident_id)
            kept = with_answer(now.aftercare, self._time.now().date(), answer)
            if kept == now.aftercare:
                deed.needless = True
                return
            store_incidents.keep_aftercare(deed.db.conn, incident_id, kept)

    def care_questions(self, by: By) -> list[CareQuestion]:
        """Return what to ask now: an employee about herself, a manager also about colleagues."""
        today, me = self._time.now().date(), by.employee
        with self._store.reading() as connection:
            incidents = store_incidents.newest(connection, self._today(), _ALL)
            here = {each.id for each in read_employees(connection) if each.active}
        asked = (
            care_question(each, today, me.id)
            for each in incidents
            if each.employee_id == me.id or (me.role is Role.MANAGER and each.employee_id in here)
        )
        return [question for question in asked if question]

    def judging_words(self, facts: str) -> tuple[Mark, ...]:
        """Return the words in `facts` that judge a person, to be marked as they are typed."""
        return judging_words(facts)

    def emergency_words(self) -> str:
        """Return what always stands beside an incident."""
        return _("Voor spoed blijft iedereen welkom, ook na een incident.")

    def expire(self, today: date | None = None, by: By | None = None) -> int:
        """Remove what is over, as whoever is at the desk; returns how many."""
        day = (today or self._time.now().date()).isoformat()
        with self._store.reading() as connection:
            if not store_incidents.anything_over(connection, day):
                return 0
            chosen = read_settings(connection).get(AT_THE_DESK)
            by = by or By(at_the_desk(read_employees(connection), chosen))
        with self._acting.deed(by, Action.INCIDENT_EXPIRED, Changed.COMPLAINTS) as deed:
            gone = store_incidents.remove_over(deed.db.conn, day)
            deed.detail, deed.needless = str(gone), not gone
        return gone

    def _today(self) -> str:
        return self._time.now().date().isoformat()

    def _incident(self, new: NewIncident, by: By) -> Incident:
        facts, told = kept_text(new.facts), kept_text(new.told)
        if not facts:
            raise KnownError(
                _("Er staat nog niet wat er gebeurde."),
                _("Schrijf op wat u zag en hoorde, in gewone woorden."),
            )
        if not told:
            raise KnownError(
                _("Er staat nog niet aan wie u het heeft verteld."),
                _("Vertel het eerst aan een collega. U hoeft dit niet alleen te dragen."),
            )
        today = self._time.now().date()
        day = day_of(new.day) if new.day else today
        if day > today:
            raise KnownError(
                _("Deze dag is nog niet geweest."), _("Kies de dag waarop het gebeurde.")
            )
        return Incident(
            id=self._new_id(),
            day=day.isoformat(),
            facts=facts,
            employee_id=by.employee.id,
            employee=by.employee.name,
            told=told,
            expires=day_from(new.expires or self.usual_end(day.isoformat()), today),
            made_utc=self._acting.now_utc(),
            person_id=new.person_id,
            whom=kept_text(new.whom),
            call_id=new.call_id,
            complaint_id=new.complaint_id,
            warned=new.warned,
            ended=new.ended,
            reported=new.reported,
        )

    def _found(self, deed: Deed, incident_id: str) -> Incident:
        found = store_incidents.read_incident(deed.db.conn, incident_id, self._today())
        if found is None:
            raise KnownError(_("Dit incident is er niet meer."), _("Er is niets veranderd."))
        return found


def _years_later(day: date, years: int) -> date:
    """Return the same day of a later year; of 29 February the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
