"""Reading an agenda: the same again changes nothing, what was put right by hand stays."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.visit import Booking, EventKind, Status
from reception_assistant.audit.entry import Action
from reception_assistant.changes import Change, Changed
from reception_assistant.desk.agenda import Booked
from reception_assistant.desk.people import PersonForm
from reception_assistant.errors import Cancelled, KnownError
from reception_assistant.naming.person import PersonName, Salutation
from tests.helpers.practice import Practice, counts, open_practice, surnames

HEADER = (
    "datum;tijd;duur;kenmerk;patientnummer;voornaam;achternaam;geboortedatum;telefoon;"
    "behandeling;behandelaar"
)
JAN = "24-11-2026;09:10;20;A1;7;Jan;Vries;14-3-1958;0612345678;controle;Bakker"
EVA = "24-11-2026;09:30;20;A2;8;Eva;Berg;2-1-1990;0687654321;vulling;Bakker"


def test_all_that_a_row_tells_is_kept(practice: Practice) -> None:
    header = (
        "datum;tijd;duur;kenmerk;patientnummer;naam;voornaam;roepnaam;voorletters;voorvoegsel;"
        "achternaam;naamgebruik;partner_voorvoegsel;partner_achternaam;aanspreekvorm;aanspreken;"
        "titel;titel_gebruiken;geboortedatum;land;telefoon;behandeling;behandelaar;dier;diersoort;"
        "ouder;kenmerken;uitspraak;status;opmerking"
    )
    row = (
        "24-11-2026;09:10;20;A1;7;;Johanna;Jo;J.;van den;Berg;P;de;Vries;v;u;dr.;ja;14-3-1958;BE;"
        "0612345678;controle;Bakker;Bello;hond;meneer Bos;gespannen,gevoelig;jo-HAN-na;gepland;"
        "Komt met de taxi."
    )
    assert counts(practice.read(header, row)) == (1, 0, 0, 0)
    visit = practice.visit()
    name = visit.person.name
    assert visit.start == datetime.fromisoformat("2026-11-24T09:10")
    assert (visit.minutes, visit.treatment, visit.practitioner) == (20, "controle", "Bakker")
    assert (visit.animal, visit.species, visit.parent) == ("Bello", "hond", "meneer Bos")
    assert visit.marks == frozenset({Mark.SENSITIVE})
    assert visit.person.marks == frozenset({Mark.TENSE})
    assert (visit.remark, visit.by_hand, visit.status) == ("Komt met de taxi.", False, "expected")
    assert (name.given_name, name.call_name, name.initials) == ("Johanna", "Jo", "J.")
    assert (name.prefix, name.surname, name.name_use) == ("van den", "Berg", "P")
    assert (name.partner_prefix, name.partner_surname) == ("de", "Vries")
    assert (name.salutation, name.pronoun, name.country) == ("v", "u", "BE")
    assert (name.title, name.title_spoken) == ("dr.", True)
    assert (visit.person.phone, visit.person.pronunciation) == ("0612345678", "jo-HAN-na")
    assert f"{visit.person.birth_date}" == "1958-03-14"


def test_a_new_time_is_a_change_of_the_same_appointment(practice: Practice) -> None:
    practice.read(HEADER, JAN, EVA)
    before = practice.visit("09:10").id
    outcome = practice.read(HEADER, JAN.replace("09:10", "11:00"), EVA)
    assert counts(outcome) == (0, 1, 1, 0)
    assert practice.visit("11:00").id == before


def test_a_new_day_under_the_same_key_moves_the_appointment(practice: Practice) -> None:
    practice.read(HEADER, JAN, EVA)
    moved = JAN.replace("24-11", "1-12")
    assert counts(practice.read(HEADER, moved, EVA)) == (0, 1, 1, 0)
    assert [visit.person.name.surname for visit in practice.visits()] == ["Berg"]
    back = practice.read(HEADER, JAN, EVA)
    assert counts(back) == (0, 1, 1, 0)


def test_a_key_is_known_outside_the_days_of_the_file_as_well(practice: Practice) -> None:
    practice.read(HEADER, JAN.replace("24-11", "1-12"))
    assert counts(practice.read(HEADER, JAN, EVA)) == (1, 1, 0, 0)


def test_what_is_known_of_a_person_is_brought_up_to_date(practice: Practice) -> None:
    practice.read(HEADER, JAN, EVA)
    renamed = JAN.replace("Vries", "Bos").replace("0612345678", "0201234567")
    assert counts(practice.read(HEADER, renamed, EVA)) == (0, 1, 1, 0)
    person = practice.visit("09:10").person
    assert (person.name.surname, person.phone) == ("Bos", "0201234567")
    assert surnames(practice.found("Bos")) == ["Bos"]
    assert practice.found("Vries") == []
    assert surnames(practice.found("0201234567")) == ["Bos"]


def test_a_file_without_a_column_leaves_what_was_told_before(practice: Practice) -> None:
    practice.read(HEADER, JAN)
    outcome = practice.read(
        "datum;tijd;kenmerk;patientnummer;achternaam", "24-11-2026;09:10;A1;7;Vries"
    )
    assert counts(outcome)[:2] == (0, 0)
    visit = practice.visit()
    assert (visit.treatment, visit.practitioner, visit.minutes) == ("controle", "Bakker", 20)
    assert visit.person.phone == "0612345678"


def test_a_cell_that_became_empty_is_empty(practice: Practice) -> None:
    practice.read(HEADER, JAN)
    practice.read(HEADER, JAN.replace("controle", ""))
    assert practice.visit().treatment == ""


def test_a_dry_run_tells_the_same_and_writes_nothing(practice: Practice) -> None:
    practice.read(HEADER, JAN, EVA, EVA.replace("A2", "A3").replace("09:30", "09:50"))
    file = practice.file(HEADER, JAN.replace("controle", "kroon"), EVA)
    tried = practice.desk.imports.try_file(file)
    assert counts(tried) == (0, 1, 1, 1)
    assert practice.visit("09:10").treatment == "controle"
    assert practice.desk.imports.import_file(file, practice.by) == tried


def test_a_dry_run_on_an_empty_practice_writes_nothing(practice: Practice) -> None:
    tried = practice.desk.imports.try_file(practice.file(HEADER, JAN, EVA))
    assert counts(tried) == (2, 0, 0, 0)
    assert practice.visits() == ()


@pytest.mark.parametrize("at", [0.0, 0.3, 0.5, 0.9])
def test_stopping_an_import_leaves_everything_as_it_was(at: float, practice: Practice) -> None:
    practice.read(HEADER, JAN)

    def stop(done: float) -> None:
        if done >= at:
            raise Cancelled("Gestopt.")

    file = practice.file(HEADER, JAN.replace("controle", "kroon"), EVA)
    with pytest.raises(Cancelled):
        practice.desk.imports.import_file(file, practice.by, progress=stop)
    assert practice.visit().treatment == "controle"
    assert practice.found("Berg") == []


def test_progress_only_goes_forward_and_ends_at_the_end(practice: Practice) -> None:
    told: list[float] = []
    file = practice.file(HEADER, JAN, EVA)
    practice.desk.imports.import_file(file, practice.by, progress=told.append)
    assert told == sorted(told)
    assert (told[0] >= 0, told[-1]) == (True, 1.0)


def test_news_of_an_import_goes_round_once_with_its_origin(practice: Practice) -> None:
    heard: list[Change] = []
    practice.desk.changes.listen(heard.append)
    practice.read(HEADER, JAN, EVA)
    assert [change.what for change in heard] == [Changed.DAY | Changed.SOURCES]


def test_an_import_leaves_one_line_in_the_audit_with_counts_only(practice: Practice) -> None:
    practice.read(HEADER, JAN, EVA)
    (entry,) = practice.audit()
    assert entry.action is Action.AGENDA_IMPORTED
    assert entry.employee_id == practice.by.employee.id
    assert entry.detail == "read=2 new=2 changed=0 unchanged=0 withdrawn=0 rejected=0"


@pytest.mark.parametrize("content", ["", "nothing here\n", f"{HEADER}\n", f"{HEADER}\nx;y;z\n"])
def test_a_file_without_a_usable_row_changes_nothing(content: str, practice: Practice) -> None:
    practice.read(HEADER, JAN)
    file = practice.folder / "other.csv"
    file.write_text(content, encoding="utf-8")
    outcome = practice.desk.imports.import_file(file, practice.by)
    assert outcome.usable == outcome.withdrawn == 0
    assert outcome.rejected or outcome.remarks
    assert outcome == practice.desk.imports.try_file(file)
    assert practice.visit().status is Status.EXPECTED


def test_rows_read_are_those_used_and_those_rejected(practice: Practice) -> None:
    outcome = practice.read(HEADER, JAN, "24-11-2026;25:61;;;;;Bos;;;;", EVA, JAN)
    assert outcome.read == 4
    assert (outcome.usable, len(outcome.rejected)) == (2, 2)
    nothing = practice.read(HEADER, "24-11-2026;25:61;;;;;Bos;;;;")
    assert (nothing.read, nothing.usable, len(nothing.rejected)) == (1, 0, 1)


def test_the_same_appointment_twice_counts_once_and_is_told(practice: Practice) -> None:
    """Also when only the person shows that it is the same: written otherwise, not the same line."""
    outcome = practice.read(
        "datum;tijd;achternaam;geboortedatum;opmerking;behandelaar",
        "24-11-2026;09:10;Vries;14-3-1958;een;Bakker",
        "24-11-2026;9:10;VRIES;14-03-1958;twee;Bakker",
    )
    assert counts(outcome) == (1, 0, 0, 0)
    (rejected,) = outcome.rejected
    assert rejected.where == "regel 3"
    assert "regel 2" in rejected.reason


def test_an_owner_may_come_with_two_animals_at_once(practice: Practice) -> None:
    header = "datum;tijd;patientnummer;achternaam;dier;diersoort"
    rows = ("24-11-2026;09:10;7;Vries;Bello;hond", "24-11-2026;09:10;7;Vries;Minoes;kat")
    assert counts(practice.read(header, *rows)) == (2, 0, 0, 0)
    assert counts(practice.read(header, *rows)) == (0, 0, 2, 0)
    assert {visit.animal for visit in practice.visits()} == {"Bello", "Minoes"}


def test_an_appointment_that_goes_to_another_owner_takes_their_animal(practice: Practice) -> None:
    header = "datum;tijd;kenmerk;patientnummer;achternaam;dier;kenmerken"
    practice.read(
        header,
        "24-11-2026;09:10;A1;7;Vries;Bello;",
        "24-11-2026;10:10;A2;8;Bos;Bello;dier-overleden",
    )
    practice.read(
        header, "24-11-2026;09:10;A1;8;Bos;Bello;", "24-11-2026;10:10;A2;8;Bos;Bello;dier-overleden"
    )
    visit = practice.visit("09:10")
    assert (visit.person.name.surname, visit.animal_deceased) == ("Bos", True)


def test_what_was_put_right_by_hand_survives_reading_again(practice: Practice) -> None:
    practice.read(HEADER, JAN)
    person = practice.visit().person
    form = PersonForm(
        name=PersonName(given_name="Jan", surname="Vriesman", salutation=Salutation.MENEER),
        birth_date=person.birth_date,
        phone=person.phone,
    )
    practice.desk.people.correct(person, form, practice.by)
    practice.read(HEADER, JAN)
    practice.read(HEADER, JAN.replace("0612345678", "0201234567").replace("Vries", "de Vries"))
    now = practice.visit().person
    assert (now.name.surname, now.name.salutation, now.phone) == ("Vriesman", "m", "0201234567")
    assert now.corrected == {"surname", "salutation"}


def test_an_appointment_moved_by_hand_stays_until_the_source_says_something_new(
    practice: Practice,
) -> None:
    practice.read(HEADER, JAN, EVA)
    visit = practice.visit("09:10")
    later = Booked(
        person_id=visit.person.id,
        start=datetime.fromisoformat("2026-11-26T15:00"),
        treatment="controle",
        practitioner="Bakker",
    )
    practice.desk.agenda.change(visit.id, visit.version, later, practice.by)
    assert counts(practice.read(HEADER, JAN, EVA)) == (0, 0, 2, 0)
    thursday = datetime.fromisoformat("2026-11-26T15:00").date()
    assert practice.visit(day=thursday).id == visit.id
    practice.read(HEADER, JAN.replace("controle", "kroon"), EVA)
    assert practice.visit(day=thursday).treatment == "kroon"
    practice.read(HEADER, JAN.replace("09:10", "09:20"), EVA)
    assert practice.visit("09:20").id == visit.id


def test_an_appointment_cancelled_by_hand_stays_cancelled(practice: Practice) -> None:
    practice.read(HEADER, JAN, EVA)
    visit = practice.visit("09:10")
    practice.desk.agenda.cancel(visit.id, visit.version, practice.by)
    assert counts(practice.read(HEADER, JAN, EVA)) == (0, 0, 2, 0)
    assert practice.visit("09:10").status is Status.CANCELLED


def _by_hand(practice: Practice, surname: str, birth_date: str) -> str:
    form = PersonForm(
        name=PersonName(given_name="Jan", surname=surname, salutation=Salutation.MENEER),
        birth_date=datetime.fromisoformat(birth_date).date(),
    )
    return practice.desk.people.add(form, practice.by)


def test_somebody_added_by_hand_is_the_one_in_the_file(practice: Practice) -> None:
    person_id = _by_hand(practice, "Vries", "1958-03-14")
    assert counts(practice.read(HEADER, JAN)) == (1, 0, 0, 0)
    person = practice.visit().person
    assert person.id == person_id
    assert (person.name.salutation, person.phone) == ("m", "0612345678")
    assert counts(practice.read(HEADER, JAN)) == (0, 0, 1, 0)
    assert len(practice.found("Vries")) == 1


def test_an_appointment_made_by_hand_is_the_one_in_the_file(practice: Practice) -> None:
    person_id = _by_hand(practice, "Vries", "1958-03-14")
    start = datetime.fromisoformat("2026-11-24T09:10")
    made = practice.desk.agenda.add(Booked(person_id=person_id, start=start), practice.by)
    practice.mark(EventKind.ARRIVED)
    practice.read(HEADER, JAN)
    visit = practice.visit()
    assert (visit.id, visit.status, visit.by_hand) == (made, "arrived", False)
    assert visit.treatment == "controle"
    assert counts(practice.read(HEADER, JAN)) == (0, 0, 1, 0)


def test_two_rows_at_the_time_of_one_appointment_made_by_hand_both_stand(
    practice: Practice,
) -> None:
    person_id = _by_hand(practice, "Vries", "1958-03-14")
    start = datetime.fromisoformat("2026-11-24T09:10")
    practice.desk.agenda.add(Booked(person_id=person_id, start=start), practice.by)
    second = JAN.replace("A1", "A9").replace("Bakker", "Smit")
    practice.read(HEADER, JAN, second)
    assert {visit.practitioner for visit in practice.visits()} == {"Bakker", "Smit"}
    assert counts(practice.read(HEADER, JAN, second)) == (0, 0, 2, 0)


def test_a_booking_in_the_file_decides_until_the_desk_saw_better(practice: Practice) -> None:
    header = "datum;tijd;kenmerk;achternaam;status"
    for booking, status in (
        (Booking.PLANNED, Status.EXPECTED),
        (Booking.CANCELLED, Status.CANCELLED),
        (Booking.MOVED, Status.CANCELLED),
        (Booking.CAME, Status.ARRIVED),
        (Booking.NO_SHOW, Status.NO_SHOW),
    ):
        practice.read(header, f"24-11-2026;09:10;A1;Vries;{booking}")
        assert practice.visit().status is status
    practice.mark(EventKind.TAKEN_IN)
    practice.read(header, "24-11-2026;09:10;A1;Vries;afgezegd")
    assert practice.visit().status is Status.TAKEN_IN


def test_a_file_that_is_not_there_is_told(practice: Practice) -> None:
    with pytest.raises(KnownError, match="kan niet worden gelezen") as told:
        practice.desk.imports.import_file(Path("/nergens.csv"), practice.by)
    assert "niets veranderd" in told.value.advice


ROW = st.tuples(
    st.sampled_from(["24-11-2026", "25-11-2026", "2026-12-01"]),
    st.sampled_from(["09:10", "9:30", "14.05"]),
    st.sampled_from(["", "", "1", "2", "3"]),  # patientnummer
    st.sampled_from(["Vries", "VRIES", "Berg", "de Bos"]),
    st.sampled_from(["", "", "14-3-1958", "2-1-1990"]),
    st.sampled_from(["", "", "0612345678", "+31 6 87654321"]),
    st.sampled_from(["", "Bakker", "El Amrani"]),
    st.sampled_from(["", "", "Bello"]),
    st.sampled_from(["", "", "gespannen", "gevoelig,tolk"]),
    st.sampled_from(["", "gepland", "afgezegd", "gekomen"]),
)
AGENDAS = st.lists(ROW, min_size=1, max_size=8)
SMALL = (
    "datum;tijd;patientnummer;achternaam;geboortedatum;telefoon;behandelaar;dier;kenmerken;status"
)


@settings(max_examples=60, deadline=None)
@given(AGENDAS, st.sampled_from(["", "K{n}"]))
def test_the_same_file_twice_gives_nothing_new_and_nothing_changed(
    rows: list[tuple[str, ...]], key: str
) -> None:
    header = f"kenmerk;{SMALL}"
    lines = [";".join((key.format(n=n), *row)) for n, row in enumerate(rows)]
    with TemporaryDirectory() as folder, open_practice(Path(folder)) as practice:
        first = practice.read(header, *lines)
        again = practice.read(header, *lines)
        assert first.new == first.usable
        assert counts(again) == (0, 0, first.new, 0)
        assert first.read == again.read == len(rows)


@settings(max_examples=60, deadline=None)
@given(AGENDAS.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_same_appointments_in_another_order_are_not_new(
    both: tuple[list[tuple[str, ...]], list[tuple[str, ...]]],
) -> None:
    rows, shuffled = both
    with TemporaryDirectory() as folder, open_practice(Path(folder)) as practice:
        practice.read(SMALL, *map(";".join, rows))
        again = practice.read(SMALL, *map(";".join, shuffled))
        assert (again.new, again.withdrawn) == (0, 0)


def test_without_a_key_another_practitioner_is_still_the_same_appointment(
    practice: Practice,
) -> None:
    header = "datum;tijd;achternaam;behandelaar"
    practice.read(header, "24-11-2026;9:10;Groot;Bakker")
    practice.mark(EventKind.ARRIVED)
    assert counts(practice.read(header, "24-11-2026;9:10;Groot;Smit")) == (0, 1, 0, 0)
    visit = practice.visit()
    assert (visit.practitioner, visit.status) == ("Smit", Status.ARRIVED)


def test_an_owner_with_two_animals_at_once_stays_with_both(practice: Practice) -> None:
    header = "datum;tijd;achternaam;behandelaar;dier"
    both = ("24-11-2026;9:10;Groot;Bakker;Bello", "24-11-2026;9:10;Groot;Bakker;Minoes")
    practice.read(header, *both)
    others = (each.replace("Bakker", "Smit") for each in both)
    practice.read(header, *others, yes=True)
    standing = [visit for visit in practice.visits() if visit.practitioner == "Smit"]
    assert sorted(visit.animal for visit in standing) == ["Bello", "Minoes"]
