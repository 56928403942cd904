"""Who comes, for what and to whom, as the events of a calendar tell it."""

import pytest

from reception_assistant.agenda.incoming import IncomingRow, Rejected
from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.profile import (
    CalendarChoices,
    NameFrom,
    PractitionerFrom,
    TreatmentFrom,
)
from reception_assistant.agenda.visit import Booking
from reception_assistant.naming.person import PersonName
from tests.core.agenda.readers.ical.helpers import at, calendar, event, reading, row_of, rows_of

BEFORE = CalendarChoices(
    name_from=NameFrom.BEFORE, separator=" - ", treatment_from=TreatmentFrom.REST
)
AFTER = CalendarChoices(
    name_from=NameFrom.AFTER, separator=" - ", treatment_from=TreatmentFrom.REST
)
ATTENDEE = CalendarChoices(name_from=NameFrom.ATTENDEE, treatment_from=TreatmentFrom.REST)


def test_without_a_profile_everything_stands_where_calendars_usually_have_it() -> None:
    row = row_of(
        "UID:abc@praktijk",
        "DTEND:20260303T093000",
        "DESCRIPTION:Controle\\, en\\nfoto",
        'ORGANIZER;CN="Dr. Smit":mailto:smit@praktijk.nl',
        title="  Piet   Jansen ",
    )
    assert row == IncomingRow(
        line=3,
        start=at("2026-03-03T09:00"),
        minutes=30,
        key="abc@praktijk",
        name=PersonName(as_received="Piet Jansen"),
        treatment="Controle, en foto",
        practitioner="Dr. Smit",
    )


def test_the_columns_are_those_that_the_choices_fill() -> None:
    always = {"datum", "tijd", "duur", "kenmerk", "naam", "status"}
    nothing = CalendarChoices(
        treatment_from=TreatmentFrom.NOWHERE, practitioner_from=PractitionerFrom.NOWHERE
    )
    rest = CalendarChoices(
        treatment_from=TreatmentFrom.REST, practitioner_from=PractitionerFrom.NOWHERE
    )
    text = calendar(event())
    assert reading(text, nothing).columns == always
    assert reading(text, rest).columns == always
    assert reading(text).columns == always | {"behandeling", "behandelaar"}
    assert reading(text, BEFORE).columns == always | {"behandeling", "behandelaar"}
    private = calendar(event("CLASS:PRIVATE"))
    assert reading(private, nothing).columns == always | {"kenmerken"}


@pytest.mark.parametrize(
    ("choices", "title", "surname", "received", "treatment"),
    [
        (CalendarChoices(), "J. Jansen - gebit", "", "J. Jansen - gebit", ""),
        (CalendarChoices(name_from=NameFrom.TITLE), "mevr. De Vries", "Vries", "", ""),
        (CalendarChoices(name_from=NameFrom.TITLE), "Piet Jansen", "", "Piet Jansen", ""),
        (BEFORE, "J. Jansen - gebit - spoed", "Jansen", "", "gebit - spoed"),
        (AFTER, "gebit - spoed - J. Jansen", "Jansen", "", "gebit - spoed"),
        (BEFORE, "J. Jansen gebit", "", "J. Jansen gebit", ""),
        (AFTER, "- J. Jansen", "", "- J. Jansen", ""),
    ],
)
def test_the_name_is_where_the_profile_says(
    choices: CalendarChoices, title: str, surname: str, received: str, treatment: str
) -> None:
    row = row_of(title=title, choices=choices)
    assert (row.name.surname, row.name.as_received, row.treatment) == (surname, received, treatment)


def test_the_guest_who_comes_is_the_first_person_with_a_name_who_is_not_the_host() -> None:
    row = row_of(
        "ORGANIZER;CN=Dr. Smit:MAILTO:smit@praktijk.nl",
        "ATTENDEE;CN=Dr. Smit:mailto:Smit@praktijk.nl",
        "ATTENDEE;CUTYPE=ROOM;CN=Kamer 1:mailto:kamer1@praktijk.nl",
        "ATTENDEE;ROLE=NON-PARTICIPANT;CN=Balie:mailto:balie@praktijk.nl",
        "ATTENDEE:mailto:zonder@naam.nl",
        "ATTENDEE;CN=piet@jansen.nl:mailto:piet@jansen.nl",
        'ATTENDEE;CUTYPE=INDIVIDUAL;CN="Jansen, P.":mailto:p@jansen.nl',
        "ATTENDEE;CN=De Vries:mailto:v@vries.nl",
        title="Gebit",
        choices=ATTENDEE,
    )
    assert (row.name.initials, row.name.surname, row.treatment) == ("P.", "Jansen", "Gebit")


def test_without_a_guest_the_title_is_shown_as_received() -> None:
    row = row_of("ORGANIZER;CN=Dr. Smit:mailto:a@b.nl", title="J. Jansen", choices=ATTENDEE)
    assert (row.name, row.treatment) == (PersonName(as_received="J. Jansen"), "")


def test_a_guest_needs_no_title() -> None:
    row = row_of("ATTENDEE;CN=J. Jansen:mailto:a@b.nl", title="", choices=ATTENDEE)
    assert (row.name.surname, row.treatment) == ("Jansen", "")


@pytest.mark.parametrize(
    ("source", "treatment"),
    [
        (TreatmentFrom.DESCRIPTION, "Wortel; boven links"),
        (TreatmentFrom.CATEGORIES, "Gebit, Spoed, a, b"),
        (TreatmentFrom.REST, ""),
        (TreatmentFrom.NOWHERE, ""),
    ],
)
def test_the_treatment_is_where_the_profile_says(source: TreatmentFrom, treatment: str) -> None:
    row = row_of(
        "DESCRIPTION:<html><p>Wortel\\;</p> <br/>boven links",
        "CATEGORIES:Gebit,Spoed",
        "CATEGORIES:a\\, b,Gebit",
        choices=CalendarChoices(treatment_from=source),
    )
    assert row.treatment == treatment


@pytest.mark.parametrize(
    ("source", "practitioner"),
    [
        (PractitionerFrom.ORGANIZER, "Dr. Smit"),
        (PractitionerFrom.CALENDAR, "Kamer 2"),
        (PractitionerFrom.FIXED, "Dr. Vast"),
        (PractitionerFrom.NOWHERE, ""),
    ],
)
def test_the_practitioner_is_where_the_profile_says(
    source: PractitionerFrom, practitioner: str
) -> None:
    text = calendar("X-WR-CALNAME:Kamer 2", event("ORGANIZER;CN=Dr. Smit:mailto:smit@praktijk.nl"))
    choices = CalendarChoices(practitioner_from=source, practitioner="Dr. Vast")
    assert rows_of(text, choices)[0].practitioner == practitioner


def test_each_calendar_of_a_file_has_its_own_practitioner() -> None:
    text = "".join(
        calendar(f"NAME:{name}", event(f"UID:{name}")) for name in ("Dr. Smit", "Dr. Bos")
    ) + event("UID:bare")
    choices = CalendarChoices(practitioner_from=PractitionerFrom.CALENDAR)
    assert [row.practitioner for row in rows_of(text, choices)] == ["Dr. Smit", "Dr. Bos", ""]


def test_an_address_is_no_name_of_a_practitioner() -> None:
    assert row_of("ORGANIZER:mailto:smit@praktijk.nl").practitioner == ""
    assert row_of("ORGANIZER;CN=smit@praktijk.nl:mailto:smit@praktijk.nl").practitioner == ""


@pytest.mark.parametrize("word", ["PRIVATE", "CONFIDENTIAL", "private", "X-GEHEIM"])
def test_of_a_private_event_only_its_time_is_shown(word: str) -> None:
    row = row_of(
        f"CLASS:{word}",
        "UID:abc",
        "DTEND:20260303T100000",
        "DESCRIPTION:Geheim",
        "ORGANIZER;CN=Dr. Smit:mailto:smit@praktijk.nl",
        title="Geheim",
    )
    assert row == IncomingRow(
        line=3,
        start=at("2026-03-03T09:00"),
        minutes=60,
        key="abc",
        number="prive:abc",
        name=PersonName(given_name="bezet"),
        practitioner="Dr. Smit",
        marks=frozenset({Mark.NOT_ALOUD}),
    )


def test_private_events_are_each_somebody_else_and_need_no_title() -> None:
    text = calendar(
        event("CLASS:PRIVATE", "UID:a", title=""),
        event("CLASS:PRIVATE", "UID:b"),
        event("CLASS:PRIVATE", start="DTSTART:20260303T100000"),
        event("CLASS:PRIVATE", start="DTSTART:20260303T110000"),
    )
    assert len({row.number for row in rows_of(text)}) == 4


def test_a_public_event_is_shown() -> None:
    assert row_of("CLASS:PUBLIC").name.as_received == "Jansen"


def test_free_time_in_the_calendar_of_the_practitioner_may_still_be_an_appointment() -> None:
    assert row_of("TRANSP:TRANSPARENT").booking is Booking.PLANNED


@pytest.mark.parametrize(
    ("lines", "booking"),
    [
        (["STATUS:CANCELLED"], Booking.CANCELLED),
        (["STATUS:cancelled"], Booking.CANCELLED),
        (["STATUS:TENTATIVE"], Booking.PLANNED),
        ([], Booking.PLANNED),
    ],
)
def test_what_is_cancelled_is_known_as_cancelled(lines: list[str], booking: Booking) -> None:
    assert row_of(*lines).booking is booking


def test_a_cancellation_by_mail_cancels_all_its_events() -> None:
    found = reading(calendar("METHOD:CANCEL", event("UID:a", title="Geannuleerd: Jansen")))
    assert [row.booking for row in found.rows] == [Booking.CANCELLED]
    assert found.rows[0].name.as_received == "Jansen"
    assert (found.whole, found.until) == (False, None)


@pytest.mark.parametrize("method", ["REQUEST", "REPLY", "CANCEL", "ADD", "COUNTER", "request"])
def test_an_invitation_tells_of_nothing_else_than_itself(method: str) -> None:
    found = reading(calendar(f"METHOD:{method}", event()))
    assert (len(found.rows), found.whole, found.until) == (1, False, None)


def test_a_whole_calendar_tells_of_every_day_of_the_window() -> None:
    found = reading(calendar("METHOD:PUBLISH", event()))
    assert (found.whole, str(found.until)) == (True, "2026-12-31")


def test_an_event_without_a_title_is_refused_with_its_place_and_key() -> None:
    found = reading(calendar(event("UID:a"), event("UID:b", title="")))
    assert found.rejected == (Rejected("regel 8", "Er staat geen naam bij deze afspraak.", "b"),)
    assert [row.key for row in found.rows] == ["a"]


def test_a_cancellation_without_a_title_takes_who_comes_from_its_original() -> None:
    text = calendar(
        event("UID:a", "SEQUENCE:0"), event("UID:a", "SEQUENCE:1", "STATUS:CANCELLED", title="")
    )
    found = reading(text)
    assert [(row.name.as_received, row.booking) for row in found.rows] == [
        ("Jansen", Booking.CANCELLED)
    ]
    assert found.rejected == ()


def test_a_cancellation_of_something_unknown_without_a_title_is_told() -> None:
    found = reading(calendar(event("UID:a", "STATUS:CANCELLED", title="")))
    assert [rejected.key for rejected in found.rejected] == ["a"]


def test_a_very_long_title_is_refused_and_a_very_long_description_is_cut() -> None:
    found = reading(
        calendar(event(title="x" * 201), event("DESCRIPTION:" + "y" * 2001, title="z" * 200))
    )
    assert [rejected.reason for rejected in found.rejected] == [
        "De naam is te lang: 201 tekens, hoogstens 200."
    ]
    assert [len(row.treatment) for row in found.rows] == [2000]
    assert found.remarks == (
        "Regel 7: een tekst is langer dan 2000 tekens; alleen het begin is gelezen.",
    )


def test_an_event_without_a_uid_gets_no_key_of_its_own() -> None:
    assert row_of().key == ""
    assert row_of("UID: ").key == ""


def test_a_very_long_uid_is_made_short_and_stays_the_same() -> None:
    keys = {row_of("UID:" + "x" * length).key for length in (255, 5000, 5000, 5001)}
    assert len(keys) == 3
    assert max(map(len, keys)) == 255


def test_tasks_and_journals_and_alarms_are_no_appointments() -> None:
    alarm = ["BEGIN:VALARM", "SUMMARY:Let op", "DTSTART:20200101T000000", "END:VALARM"]
    text = calendar(
        "BEGIN:VTODO\nSUMMARY:Bellen\nEND:VTODO",
        "BEGIN:VJOURNAL\nSUMMARY:Dag\nEND:VJOURNAL",
        event(*alarm),
    )
    found = reading(text)
    assert [row.name.as_received for row in found.rows] == ["Jansen"]
    assert found.remarks == ("1 taak staat ook in dit bestand; die is overgeslagen.",)


@pytest.mark.parametrize(
    "start",
    [
        "DTSTART;VALUE=DATE:20260303",
        "DTSTART:20260303",
        "DTSTART;VALUE=DATE:20260303T000000",
        "DTSTART:20260303T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
    ],
)
def test_what_takes_all_day_is_no_visit(start: str) -> None:
    found = reading(calendar(event(start=start), event(start=start, title="")))
    assert (found.rows, found.rejected) == ((), ())
    assert found.remarks == (
        "2 afspraken duren de hele dag. Dat zijn geen bezoeken; die zijn overgeslagen.",
    )
