"""Appointments and people made or put right by hand."""

from datetime import date, datetime

import pytest

from reception_assistant.agenda.day import Visit
from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.visit import Status
from reception_assistant.audit.entry import Action
from reception_assistant.desk.agenda import Booked
from reception_assistant.desk.people import PersonForm
from reception_assistant.errors import BugError, KnownError
from reception_assistant.naming.person import PersonName, Salutation
from tests.helpers.practice import Practice, open_practice

NINE = datetime.fromisoformat("2026-11-24T09:00")
BOS = PersonForm(
    name=PersonName(given_name="Eva", surname="Bos", salutation=Salutation.MEVROUW),
    birth_date=date(1990, 1, 2),
    phone=" 06 12345678 ",
    pronunciation="bos",
    marks=frozenset({Mark.TENSE, Mark.FIRST_VISIT}),
)


@pytest.fixture
def eva(practice: Practice) -> str:
    """Give the id of Eva Bos, added by hand."""
    return practice.desk.people.add(BOS, practice.by)


def _booked(practice: Practice, person_id: str, **facts: object) -> Visit:
    told = {"person_id": person_id, "start": NINE, **facts}
    made = practice.desk.agenda.add(Booked(**told), practice.by)  # type: ignore[arg-type]
    visit = practice.visit()
    assert visit.id == made
    return visit


def test_somebody_added_is_kept_as_filled_in(practice: Practice, eva: str) -> None:
    person = practice.desk.people.person(eva)
    assert person is not None
    assert person.name == BOS.name
    assert (person.birth_date, person.phone) == (date(1990, 1, 2), "06 12345678")
    assert person.marks == frozenset({Mark.TENSE})  # a first visit is of a visit
    assert person.corrected >= {"given_name", "surname", "salutation", "phone", "birth_date"}
    assert not person.loose


def test_somebody_who_is_not_there_is_nobody(practice: Practice) -> None:
    assert practice.desk.people.person("nobody") is None


@pytest.mark.parametrize("name", [PersonName(), PersonName(surname="  "), PersonName(title="dr.")])
def test_without_a_name_nobody_is_added(name: PersonName, practice: Practice) -> None:
    before = practice.audit()
    with pytest.raises(KnownError, match="nog geen naam"):
        practice.desk.people.add(PersonForm(name=name), practice.by)
    assert practice.audit() == before


def test_a_name_without_end_is_refused(practice: Practice) -> None:
    with pytest.raises(KnownError, match="te lang"):
        practice.desk.people.add(PersonForm(name=PersonName(surname="x" * 10_000)), practice.by)


def test_what_was_put_right_is_remembered_by_field(practice: Practice, eva: str) -> None:
    person = practice.desk.people.person(eva)
    assert person is not None
    form = PersonForm(name=BOS.name, birth_date=BOS.birth_date, phone="", pronunciation="bos")
    practice.desk.people.correct(person, form, practice.by)
    entry = practice.audit()[-1]
    assert (entry.action, entry.subject_id) == (Action.PERSON_CORRECTED, eva)
    assert entry.detail == "marks phone"


def test_putting_nothing_right_changes_nothing(practice: Practice, eva: str) -> None:
    person = practice.desk.people.person(eva)
    assert person is not None
    before = practice.audit()
    same = PersonForm(
        name=BOS.name,
        birth_date=BOS.birth_date,
        phone="06 12345678",
        pronunciation="bos",
        marks=person.marks,
    )
    practice.desk.people.correct(person, same, practice.by)
    assert practice.audit() == before
    assert practice.desk.people.person(eva) == person


def test_what_somebody_else_just_put_right_is_not_overwritten(practice: Practice, eva: str) -> None:
    person = practice.desk.people.person(eva)
    assert person is not None
    first = PersonForm(name=PersonName(surname="Bosman"))
    practice.desk.people.correct(person, first, practice.by)
    with pytest.raises(KnownError, match="net door iemand anders"):
        practice.desk.people.correct(person, PersonForm(name=PersonName(surname="X")), practice.by)
    now = practice.desk.people.person(eva)
    assert now is not None
    assert now.name.surname == "Bosman"


def test_an_appointment_made_by_hand_is_in_the_day(practice: Practice, eva: str) -> None:
    visit = _booked(
        practice,
        eva,
        minutes=20,
        treatment=" controle ",
        practitioner=" Bakker ",
        animal="Bello",
        species="hond",
        marks=frozenset({Mark.SENSITIVE}),
        remark="Belt eerst.",
    )
    assert (visit.start, visit.minutes, visit.treatment) == (NINE, 20, "controle")
    assert (visit.practitioner, visit.animal, visit.species) == ("Bakker", "Bello", "hond")
    assert (visit.by_hand, visit.status, visit.remark) == (True, Status.EXPECTED, "Belt eerst.")
    assert visit.marks == frozenset({Mark.SENSITIVE})
    assert practice.desk.agenda.practitioners() == ["Bakker"]


def test_the_same_animal_and_practitioner_are_made_once(practice: Practice, eva: str) -> None:
    for minute in (0, 10):
        practice.desk.agenda.add(
            Booked(
                person_id=eva,
                start=NINE.replace(minute=minute),
                practitioner="Bakker",
                animal="Bello" if minute else "bello",
            ),
            practice.by,
        )
    assert {visit.animal for visit in practice.visits()} == {"bello"}
    assert practice.desk.agenda.practitioners() == ["Bakker"]


def test_an_appointment_is_moved(practice: Practice, eva: str) -> None:
    visit = _booked(practice, eva, practitioner="Bakker")
    later = Booked(person_id=eva, start=NINE.replace(hour=15), practitioner="Smit")
    practice.desk.agenda.change(visit.id, visit.version, later, practice.by)
    moved = practice.visit()
    assert (moved.id, f"{moved.start:%H:%M}", moved.practitioner) == (visit.id, "15:00", "Smit")
    assert moved.version == visit.version + 1


def test_an_appointment_is_cancelled_and_restored(practice: Practice, eva: str) -> None:
    visit = _booked(practice, eva)
    practice.desk.agenda.cancel(visit.id, visit.version, practice.by)
    cancelled = practice.visit()
    assert cancelled.status is Status.CANCELLED
    practice.desk.agenda.restore(visit.id, cancelled.version, practice.by)
    assert practice.visit().status is Status.EXPECTED


def test_what_somebody_else_just_changed_is_not_overwritten(practice: Practice, eva: str) -> None:
    visit = _booked(practice, eva)
    practice.desk.agenda.cancel(visit.id, visit.version, practice.by)
    later = Booked(person_id=eva, start=NINE.replace(hour=15))
    before = practice.audit()
    agenda = practice.desk.agenda
    with pytest.raises(KnownError, match="net door iemand anders"):
        agenda.change(visit.id, visit.version, later, practice.by)
    for visit_id, version in ((visit.id, visit.version), ("nothing", 1)):
        with pytest.raises(KnownError, match="net door iemand anders"):
            agenda.cancel(visit_id, version, practice.by)
        with pytest.raises(KnownError, match="net door iemand anders"):
            agenda.restore(visit_id, version, practice.by)
    assert practice.visit().status is Status.CANCELLED
    assert practice.audit() == before


@pytest.mark.parametrize("minutes", [-1, 24 * 60 + 1])
def test_an_appointment_of_impossible_length_is_refused(
    minutes: int, practice: Practice, eva: str
) -> None:
    with pytest.raises(KnownError, match="hooguit een dag"):
        practice.desk.agenda.add(Booked(person_id=eva, start=NINE, minutes=minutes), practice.by)
    assert practice.visits() == ()


def test_an_appointment_of_nobody_is_our_own_mistake(practice: Practice) -> None:
    with pytest.raises(BugError):
        practice.desk.agenda.add(Booked(person_id="nobody", start=NINE), practice.by)
    assert practice.visits() == ()


def test_the_next_appointment_of_somebody_found(practice: Practice, eva: str) -> None:
    _booked(practice, eva, practitioner="Bakker", treatment="controle")
    following = practice.desk.people.following(eva, NINE.replace(hour=8))
    assert following is not None
    assert (following.start, following.practitioner) == (NINE, "Bakker")
    assert practice.desk.people.following(eva, NINE) is None


def test_a_second_window_sees_what_was_done_in_the_first(practice: Practice, eva: str) -> None:
    with open_practice(practice.folder) as other:
        other.desk.written_elsewhere()
        _booked(practice, eva)
        assert other.desk.written_elsewhere()
        assert other.visit().person.name.surname == "Bos"
