"""FHIR: everything that an appointment says arrives as a fact."""

from datetime import date, datetime

import pytest

from reception_assistant.agenda.incoming import IncomingRow
from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.visit import Booking
from reception_assistant.naming.person import PersonName
from tests.core.agenda.readers.fhir.helpers import (
    Json,
    appointment,
    bundle,
    ndjson,
    patient,
    practitioner,
    reading,
    row_of,
    taking,
    trouble,
)

FULL = appointment(
    participant=[taking("Patient/p1"), taking("Practitioner/d1"), taking("Location/1", "Kamer 2")],
    minutesDuration=20,
    serviceType=[{"coding": [{"code": "52", "display": "Controle"}]}],
    comment="Belt  liever.\nKomt met rolstoel.",
)
SOMEBODY = patient(
    birthDate="1948-05-15",
    telecom=[
        {"system": "email", "value": "j@example.org"},
        {"system": "phone", "value": "010-1234567", "use": "work", "rank": 1},
        {"system": "phone", "value": "06-12345678", "use": "mobile", "rank": 2},
    ],
)


def at(hour: int, minute: int) -> datetime:
    return datetime(2026, 11, 3, hour, minute)  # noqa: DTZ001  local wall time


def test_an_appointment_with_everything_arrives_whole() -> None:
    assert row_of(FULL, SOMEBODY, practitioner()) == IncomingRow(
        line=1,
        start=at(9, 5),
        minutes=20,
        key="a1",
        number="p1",
        name=PersonName(given_name="Jan", surname="Smit"),
        birth_date=date(1948, 5, 15),
        phone="06-12345678",
        treatment="Controle",
        practitioner="dr. Eva Bakker",
        remark="Belt liever.\nKomt met rolstoel.",
    )


def test_an_appointment_of_stu3_arrives_whole() -> None:
    row = row_of(
        appointment(
            status="arrived",
            end="2026-11-03T09:35:00+01:00",
            appointmentType={"coding": [{"code": "CHECKUP", "display": "A routine check-up"}]},
            reason=[{"text": "Kies breekt af"}],
            indication=[{"reference": "Condition/1"}],
        ),
        patient(),
    )
    assert (row.minutes, row.treatment, row.booking) == (30, "Kies breekt af", Booking.CAME)


@pytest.mark.parametrize(
    ("start", "told"),
    [
        ("2026-11-03T08:05:00Z", at(9, 5)),
        ("2026-11-03T09:05:00+01:00", at(9, 5)),
        ("2026-11-03T09:05:59.999+01:00", at(9, 5)),
        ("2026-11-03T00:05:00-08:00", at(9, 5)),
        ("2026-07-01T08:00:00Z", datetime(2026, 7, 1, 10, 0)),  # noqa: DTZ001  in summer
        ("2026-11-02T23:30:00Z", at(0, 30)),
    ],
)
def test_the_time_is_that_on_the_clock_of_the_practice(start: str, told: datetime) -> None:
    assert row_of(appointment(start=start), patient()).start == told


def test_a_time_without_a_zone_is_read_as_the_time_here_and_remarked() -> None:
    found = reading(bundle(appointment(start="2026-11-03T09:05:00"), patient()))
    assert [row.start for row in found.rows] == [at(9, 5)]
    assert found.remarks == (
        "Afspraak 1: bij de tijd staat geen tijdzone; Balie leest hem als de tijd hier.",
    )


@pytest.mark.parametrize(
    ("start", "reason"),
    [
        (None, "Er staat geen datum en geen tijd bij deze afspraak."),
        ("", "Er staat geen datum en geen tijd bij deze afspraak."),
        ("2026-11-03", "Er staat geen tijd bij deze afspraak."),
        ("2026-11", "Er staat geen tijd bij deze afspraak."),
        ("morgen", "De datum en de tijd zijn niet te lezen."),
        ("2026-02-31T09:00:00Z", "Deze datum bestaat niet: 31-2-2026."),
        ("0001-01-01T00:00:00+14:00", "Deze datum bestaat niet: 1-1-0001."),
        ("2026-11-03T25:00:00Z", "Deze tijd bestaat niet."),
        ("2026-11-03T09:00:00+99:00", "Deze tijd bestaat niet."),
    ],
)
def test_an_appointment_without_a_usable_time_is_refused_by_its_key(
    start: str | None, reason: str
) -> None:
    found = reading(bundle(appointment(start=start), appointment(id="a2"), patient()))
    [refused] = found.rejected
    assert (refused.where, refused.reason, refused.key) == ("afspraak 1", reason, "a1")
    assert [row.line for row in found.rows] == [2]


@pytest.mark.parametrize(
    ("more", "minutes"),
    [
        ({"minutesDuration": 15, "end": "2026-11-03T12:00:00+01:00"}, 15),
        ({"minutesDuration": "15"}, 15),
        ({"minutesDuration": 15.0}, 15),
        ({"end": "2026-11-03T09:25:00+01:00"}, 20),
        ({"end": "2026-11-03T08:25:00Z"}, 20),
        ({}, 0),
    ],
)
def test_the_duration_is_told_or_follows_from_the_end(
    more: dict[str, object], minutes: int
) -> None:
    assert row_of(appointment(**more), patient()).minutes == minutes


@pytest.mark.parametrize(
    ("more", "remark"),
    [
        ({"minutesDuration": 1441}, "de duur kan niet kloppen; die is overgeslagen."),
        ({"minutesDuration": -5}, "de duur kan niet kloppen; die is overgeslagen."),
        (
            {"end": "2026-11-03T08:00:00+01:00"},
            "de duur kan niet kloppen; die is overgeslagen.",
        ),
        ({"end": "straks"}, "het einde is niet te lezen; de duur is overgeslagen."),
        (
            {"minutesDuration": "lang"},
            "“minutesDuration” heeft een vorm die Balie niet kent; dat is overgeslagen.",
        ),
    ],
)
def test_a_duration_that_cannot_be_is_left_out_and_remarked(
    more: dict[str, object], remark: str
) -> None:
    found = reading(bundle(appointment(**more), patient()))
    assert [row.minutes for row in found.rows] == [0]
    assert found.remarks == (f"Afspraak 1: {remark}",)


@pytest.mark.parametrize(
    ("status", "booking"),
    [
        ("booked", Booking.PLANNED),
        ("arrived", Booking.CAME),
        ("checked-in", Booking.CAME),
        ("fulfilled", Booking.CAME),
        ("noshow", Booking.NO_SHOW),
        ("cancelled", Booking.CANCELLED),
        ("entered-in-error", Booking.CANCELLED),
    ],
)
def test_the_status_tells_what_became_of_it(status: str, booking: Booking) -> None:
    assert row_of(appointment(status=status), patient()).booking is booking


@pytest.mark.parametrize(
    ("status", "remark"),
    [
        ("pending", "deze afspraak is nog niet door iedereen bevestigd."),
        ("geheim", "Balie kent de status niet en leest de afspraak als gepland."),
        (None, "er staat geen status bij; Balie leest de afspraak als gepland."),
    ],
)
def test_a_status_that_is_not_certain_is_shown_as_planned_and_remarked(
    status: str | None, remark: str
) -> None:
    found = reading(bundle(appointment(status=status), patient()))
    assert [row.booking for row in found.rows] == [Booking.PLANNED]
    assert found.remarks == (f"Afspraak 1: {remark}",)


@pytest.mark.parametrize("status", ["proposed", "waitlist"])
def test_a_proposal_is_no_appointment_yet(status: str) -> None:
    found = reading(bundle(appointment(status=status), patient()))
    assert (found.rows, found.rejected) == ((), ())
    assert found.remarks == (
        "Afspraak 1: er is nog geen tijd afgesproken (voorstel of wachtlijst); niet overgenomen.",
    )


def test_what_was_cancelled_without_a_time_is_no_longer_kept_by_its_key() -> None:
    found = reading(bundle(appointment(status="cancelled", start=None), patient()))
    assert [refused.key for refused in found.rejected] == [""]
    assert found.whole


def test_who_declined_is_shown_as_cancelled() -> None:
    people = [taking("Patient/p1", status="declined"), taking("Patient/p2", "Vries, J. de")]
    found = reading(bundle(appointment(participant=people), patient()))
    assert [row.booking for row in found.rows] == [Booking.CANCELLED, Booking.PLANNED]
    assert (
        "Afspraak 1: deze persoon heeft de afspraak afgewezen; die staat nu als afgezegd."
        in found.remarks
    )


def test_several_patients_give_a_row_each_with_a_key_of_its_own() -> None:
    found = reading(
        bundle(
            appointment("Patient/p1", "Patient/p2", "Patient/p1"),
            patient(),
            patient(id="p2", name=[{"family": "Vos"}]),
        )
    )
    assert [(row.key, row.name.surname) for row in found.rows] == [
        ("a1|p1", "Smit"),
        ("a1|p2", "Vos"),
    ]


def test_several_patients_at_a_time_that_cannot_be_read_keep_their_keys() -> None:
    found = reading(bundle(appointment("Patient/p1", "Patient/p2", start="2026")))
    assert [refused.key for refused in found.rejected] == ["a1|p1", "a1|p2"]


def test_an_appointment_without_a_patient_is_refused() -> None:
    found = bundle(appointment("Practitioner/d1"), practitioner())
    assert trouble(found) == [("afspraak 1", "Er staat geen naam bij deze afspraak.")]


def test_a_patient_who_is_nowhere_named_is_refused() -> None:
    reason = "De persoon van deze afspraak staat niet met een naam in het bestand."
    assert trouble(bundle(appointment())) == [("afspraak 1", reason)]
    assert trouble(bundle(appointment(), patient(name=[]))) == [("afspraak 1", reason)]


@pytest.mark.parametrize(
    ("more", "treatment"),
    [
        (
            {
                "serviceType": [{"text": "Controle", "coding": [{"display": "Check"}]}],
                "description": "Halfjaarlijks",
            },
            "Controle",
        ),
        ({"serviceType": [{"text": "Controle"}, {"text": "Foto"}]}, "Controle, Foto"),
        ({"serviceType": [{"coding": [{"code": "52"}]}], "description": "Jaarlijks"}, "Jaarlijks"),
        ({"reasonCode": [{"text": "Kiespijn"}]}, "Kiespijn"),
        ({"appointmentType": {"text": "Spoed"}}, "Spoed"),
        ({}, ""),
    ],
)
def test_the_treatment_is_what_says_most_plainly_why(
    more: dict[str, object], treatment: str
) -> None:
    assert row_of(appointment(**more), patient()).treatment == treatment


def test_the_practitioner_may_stand_behind_a_role_or_only_be_shown() -> None:
    role: Json = {
        "resourceType": "PractitionerRole",
        "id": "r1",
        "practitioner": {"reference": "Practitioner/d1", "display": "E. Bakker"},
    }
    people = [taking("Patient/p1"), taking("PractitionerRole/r1")]
    both = row_of(appointment(participant=people), patient(), role, practitioner())
    assert both.practitioner == "dr. Eva Bakker"
    alone = row_of(appointment(participant=people), patient(), role)
    assert alone.practitioner == "E. Bakker"
    shown = [taking("Patient/p1"), taking("Practitioner/d9", "Mondhygiënist")]
    assert row_of(appointment(participant=shown), patient()).practitioner == "Mondhygiënist"


def test_a_practitioner_whose_name_is_no_name_is_called_as_the_appointment_does() -> None:
    people = [taking("Patient/p1"), taking("Practitioner/d1", "E. Bakker")]
    for names in ([], [{"text": "x" * 201}]):
        row = row_of(appointment(participant=people), patient(), practitioner(name=names))
        assert row.practitioner == "E. Bakker"


def test_of_several_practitioners_who_does_it_is_shown_and_the_others_remarked() -> None:
    doing = [{"coding": [{"code": "PPRF"}]}]
    people = [
        taking("Patient/p1"),
        taking("Practitioner/1", "Kijkt mee"),
        taking("Practitioner/2", "Is ziek", status="declined", type=doing),
        taking("Practitioner/3", "Doet het", type=doing),
    ]
    found = reading(bundle(appointment(participant=people), patient()))
    assert [row.practitioner for row in found.rows] == ["Doet het"]
    assert found.remarks == (
        "Afspraak 1: er staat meer dan één behandelaar bij; Balie toont de eerste.",
    )


@pytest.mark.parametrize(("born", "parent"), [("2018-01-01", "Ria Smit"), ("1980-01-01", "")])
def test_who_comes_with_a_child_is_told(born: str, parent: str) -> None:
    mother: Json = {
        "resourceType": "RelatedPerson",
        "id": "m1",
        "patient": {"reference": "Patient/p1"},
        "name": [{"family": "Smit", "given": ["Ria"]}],
    }
    visit = appointment("Patient/p1", "RelatedPerson/m1")
    assert row_of(visit, patient(birthDate=born), mother).parent == parent


@pytest.mark.parametrize(
    "more",
    [{"deceasedBoolean": True}, {"deceasedBoolean": "true"}, {"deceasedDateTime": "2026-11-01"}],
)
def test_somebody_who_has_died_stops_every_cheerful_line(more: dict[str, object]) -> None:
    assert row_of(appointment(), patient(**more)).marks == {Mark.SENSITIVE}


def test_somebody_who_is_alive_has_no_mark() -> None:
    assert row_of(appointment(), patient(deceasedBoolean=False)).marks == frozenset()


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("1948", "de geboortedatum is niet volledig; die is overgeslagen."),
        ("1948-05", "de geboortedatum is niet volledig; die is overgeslagen."),
        ("15-5-1948", "er staat geen geboortedatum die kan kloppen; die is overgeslagen."),
        ("1948-02-31", "er staat geen geboortedatum die kan kloppen; die is overgeslagen."),
        ("2026-11-04", "er staat geen geboortedatum die kan kloppen; die is overgeslagen."),
    ],
)
def test_a_birth_date_that_is_not_a_whole_day_is_left_out_and_remarked(
    text: str, remark: str
) -> None:
    found = reading(bundle(appointment(), appointment(id="a2"), patient(birthDate=text)))
    assert [row.birth_date for row in found.rows] == [None, None]
    assert found.remarks == (f"Afspraak 1 en 2: {remark}",)


@pytest.mark.parametrize(
    ("telecom", "phone"),
    [
        ([{"system": "phone", "value": "tel:+31612345678"}], "+31612345678"),
        (
            [
                {"system": "phone", "value": "1", "use": "work"},
                {"system": "phone", "value": "2", "use": "home", "rank": 2},
                {"system": "phone", "value": "3", "use": "home", "rank": 1},
                {"system": "phone", "value": "4", "use": "old"},
                {"system": "phone", "value": "5", "use": "mobile", "period": {"end": "2020"}},
                {"system": "fax", "value": "6", "use": "mobile"},
                {"system": "phone", "use": "mobile"},
            ],
            "3",
        ),
        ([], ""),
    ],
)
def test_the_phone_is_the_one_that_reaches_somebody(telecom: object, phone: str) -> None:
    assert row_of(appointment(), patient(telecom=telecom)).phone == phone


def test_each_line_of_ndjson_is_a_place() -> None:
    found = reading(ndjson(patient(), appointment(), appointment(id="a2", start="")))
    assert [row.line for row in found.rows] == [2]
    assert [refused.where for refused in found.rejected] == ["regel 3"]
    assert found.place == "regel {number}"


def test_a_text_that_is_too_long_is_cut_and_remarked() -> None:
    found = reading(bundle(appointment(comment="x" * 2001), patient()))
    assert [len(row.remark) for row in found.rows] == [2000]
    assert found.remarks == (
        "Afspraak 1: een tekst is te lang; daarvan zijn de eerste 2000 tekens gelezen.",
    )


def test_a_file_with_persons_says_so_and_one_with_appointments_only_is_silent_on_them() -> None:
    both = reading(bundle(appointment(), patient()))
    alone = reading(appointment(participant=[taking("Patient/p1", "Vries, J. de")]))
    assert both.columns - alone.columns >= {"geboortedatum", "telefoon", "roepnaam", "titel"}
    assert {"datum", "tijd", "naam", "status", "behandelaar"} <= alone.columns
