"""Finding out who calls: by number, by name, or from the visit that is selected."""

from reception_assistant.agenda.day import Person, Visit
from reception_assistant.agenda.describing import born_words, following_sentence
from reception_assistant.calls.phone import read_number
from reception_assistant.cues.cue import Cue
from reception_assistant.cues.of_caller import Calling, cues_of_caller
from reception_assistant.desk.agenda import AgendaDesk
from reception_assistant.desk.ahead import AheadDesk
from reception_assistant.desk.caller import Caller
from reception_assistant.desk.calls import CallsDesk
from reception_assistant.desk.people import PeopleDesk
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.desk.standing import StandingDesk
from reception_assistant.i18n import _
from reception_assistant.naming.listed import list_name
from reception_assistant.naming.person import Pronoun
from reception_assistant.naming.spoken import age_on, pronoun, spoken_name
from reception_assistant.store import people
from reception_assistant.store.database import Store


class CallersDesk:
    """What may be asked about who is on the line."""

    def __init__(
        self,
        store: Store,
        time: PracticeTime,
        people_desk: PeopleDesk,
        agenda: AgendaDesk,
        ahead: AheadDesk,
        calls: CallsDesk,
        standing: StandingDesk,
    ) -> None:
        self._store = store
        self._time = time
        self._people = people_desk
        self._agenda = agenda
        self._ahead = ahead
        self._calls = calls
        self._standing = standing

    def caller(self, person_id: str, appointment_id: str | None = None) -> Caller | None:
        """Return somebody who calls, or who stands at the desk for an appointment of today."""
        now = self._time.now()
        person = self._people.person(person_id)
        if person is None:
            return None
        age = age_on(person.birth_date, now.date()) if person.birth_date else None
        following = self._people.following(person_id, now)
        visit, seen, late = self._visit(appointment_id) if appointment_id else (None, (), 0)
        promises = self._calls.open_promises(person_id)
        calling = Calling(person, self._standing.of_person(person_id, tuple(promises)))
        with self._store.reading() as connection:
            animals = people.animals_of(connection, person_id)
        return Caller(
            person=person,
            spoken_name=spoken_name(person.name, age),
            list_name=list_name(person.name),
            facts=_facts(person, age, following_sentence(following, now)),
            cues=seen or cues_of_caller(calling),
            history=tuple(self._calls.history(person_id)),
            look_at=bool(person.name.as_received),
            age=age,
            following=following,
            visit=visit,
            late=late,
            animal=animals[0] if len(animals) == 1 else "",
            promised=bool(promises),
        )

    def with_number(self, number: str) -> list[Person]:
        """Return the people who have this number, however it is written."""
        read = read_number(number)
        found = self._people.find(read.key, self._time.now().date()) if read else []
        return [person for person in found if _same(person.phone, number)]

    def _visit(self, appointment_id: str) -> tuple[Visit | None, tuple[Cue, ...], int]:
        """Return a visit of today with its cues, and how many minutes later its turn comes."""
        now = self._time.now()
        day = self._agenda.day(now.date(), now)
        visit = next((each for each in day.visits if each.id == appointment_id), None)
        if visit is None:
            return None, (), 0
        outlook = self._ahead.outlook(day)
        told = outlook.told_late(visit, now)
        late = (told.minutes if told.minutes is not None else told.seen) if told else 0
        return visit, tuple(outlook.cues(visit, now)), late


def _facts(person: Person, age: int | None, following: str) -> tuple[str, ...]:
    spoken = _("spreek met je") if pronoun(person.name, age) is Pronoun.JE else _("spreek met u")
    lines = (
        " · ".join(filter(None, (born_words(person, age), spoken))),
        person.phone,
        following or _("Geen volgende afspraak."),
    )
    return tuple(line for line in lines if line)


def _same(phone: str, number: str) -> bool:
    first, second = read_number(phone), read_number(number)
    return first is not None and second is not None and first.key == second.key
