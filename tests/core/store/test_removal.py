"""A source that is removed is gone with all that only it told, and nothing else is touched."""

from datetime import datetime
from pathlib import Path

import pytest

from reception_assistant.agenda.visit import EventKind
from reception_assistant.desk.agenda import Booked
from reception_assistant.desk.agenda_files import take_file
from reception_assistant.desk.people import PersonForm
from reception_assistant.desk.source_choice import OWN_CSV
from reception_assistant.naming.person import PersonName
from reception_assistant.store.removal import remove_source
from tests.core.calls.talks import Talk, fill_library, promise
from tests.helpers.practice import Practice, counts, open_practice, surnames

HEADER = "datum;tijd;kenmerk;patientnummer;voornaam;achternaam;geboortedatum;behandelaar;dier"
JAN = "24-11-2026;09:10;A1;7;Jan;Vries;14-3-1958;Bakker;Bello"
EVA = "24-11-2026;09:30;A2;8;Eva;Berg;2-1-1990;Bakker;"

# Where whatever a source told is kept; what stays is only what was there before it.
TABLES = (
    *("sources", "source_persons", "persons", "animals", "animal_owners", "appointments"),
    *("practitioners", "visit_events", "readings", "reading_problems", "watches", "profiles"),
)


def sizes(practice: Practice) -> dict[str, int]:
    """Return how many rows each table has, and how many people can be found."""
    with practice.desk.store.reading() as connection:
        return {
            table: connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]  # noqa: S608  our own names
            for table in (*TABLES, "person_search")
        }


def remove(practice: Practice, name: str = OWN_CSV) -> None:
    practice.desk.sources.remove(practice.desk.sources.named(name).source.id, practice.by)


def read_calendar(practice: Practice, *titles: str, name: str = "Kamer 2") -> Path:
    """Read a calendar: a source of its own."""
    path = practice.folder / "kamer.ics"
    events = [
        f"BEGIN:VEVENT\nUID:{title}\nDTSTART:20261124T{8 + number // 60:02}{number % 60:02}00\n"
        f"SUMMARY:{title}\nEND:VEVENT"
        for number, title in enumerate(titles)
    ]
    lines = ("BEGIN:VCALENDAR", f"X-WR-CALNAME:{name}", *events, "END:VCALENDAR", "")
    path.write_text("\n".join(lines), encoding="utf-8")
    practice.desk.imports.import_file(path, practice.by)
    return path


def test_everything_that_a_source_told_goes(practice: Practice) -> None:
    before = sizes(practice)
    practice.read(HEADER, JAN, EVA, "24-11-2026;25:00;A3;9;An;Bos;;;")
    practice.mark(EventKind.ARRIVED, "09:10")
    practice.desk.agenda.undo(practice.by)
    practice.mark(EventKind.TAKEN_IN, "09:10")
    remove(practice)
    assert sizes(practice) == before
    assert practice.visits() == ()
    assert practice.found("vries") == []
    assert practice.desk.sources.all() == []
    assert practice.desk.agenda.practitioners() == []


def test_other_sources_stay_as_they_were(practice: Practice) -> None:
    read_calendar(practice, "Piet Bos", "Jan Vries")
    before, visits = sizes(practice), practice.visits()
    practice.read(HEADER, JAN, EVA)
    remove(practice)
    assert sizes(practice) == before
    assert practice.visits() == visits
    assert [view.source.name for view in practice.desk.sources.all()] == ["Kamer 2"]
    assert len(practice.found("vries")) == 1


def test_what_was_put_right_by_hand_stays_and_is_known_again(practice: Practice) -> None:
    practice.read(HEADER, JAN, EVA)
    jan = practice.visit("09:10").person
    practice.desk.people.correct(
        jan, PersonForm(name=jan.name._replace(call_name="Jan-Piet")), practice.by
    )
    remove(practice)
    assert [person.id for person in practice.found("vries")] == [jan.id]
    assert practice.found("berg") == []
    practice.read(HEADER, JAN, EVA)
    assert practice.visit("09:10").person.id == jan.id
    assert practice.visit("09:10").person.name.call_name == "Jan-Piet"
    assert len(practice.found("vries")) == 1


def test_whoever_has_an_appointment_by_hand_stays(practice: Practice) -> None:
    practice.read(HEADER, JAN, EVA)
    eva = practice.visit("09:30").person
    practice.desk.agenda.add(
        Booked(person_id=eva.id, start=datetime.fromisoformat("2026-11-24T16:00"), animal="Poes"),
        practice.by,
    )
    remove(practice)
    (visit,) = practice.visits()
    assert (visit.person.id, visit.animal) == (eva.id, "Poes")
    assert surnames(practice.found("berg")) == ["Berg"]
    practice.read(HEADER, JAN, EVA)
    assert practice.visit("09:30").person.id == eva.id


def test_whoever_was_added_by_hand_stays(practice: Practice) -> None:
    form = PersonForm(name=PersonName(given_name="Jan", surname="Vries"))
    practice.desk.people.add(form, practice.by)
    before = sizes(practice)
    practice.read(HEADER, JAN)
    remove(practice)
    assert sizes(practice) == before
    assert surnames(practice.found("vries")) == ["Vries"]


def test_whoever_called_stays_with_the_call_and_what_was_promised(practice: Practice) -> None:
    """The visit from which the conversation began goes, the conversation does not."""
    fill_library(practice)
    practice.read(HEADER, JAN, EVA)
    visit = practice.visit("09:10")
    talk = Talk(practice, visit.person.id)
    talk.is_about(appointment_id=visit.id)
    talk.ends("terugbelafspraak", promise=promise(practice))
    talk.logged()
    remove(practice)
    calls = practice.desk.calls
    assert [past.id for past in calls.history(visit.person.id)] == [talk.id]
    assert [each.what for each in calls.open_promises(visit.person.id)] == [promise(practice).what]
    assert surnames(practice.found("vri")) == ["Vries"]
    assert practice.found("berg") == []
    practice.read(HEADER, JAN, EVA)
    assert practice.visit("09:10").person.id == visit.person.id


@pytest.mark.parametrize("stands", ["going on", "over"])
def test_whoever_is_on_the_line_stays_for_the_log(stands: str, practice: Practice) -> None:
    fill_library(practice)
    practice.read(HEADER, JAN, EVA)
    person = practice.visit("09:10").person
    talk = Talk(practice, person.id)
    talk.writes("notitie")
    if stands == "over":
        talk.ends()
    remove(practice)
    talk.ends()
    record = talk.logged()
    assert (record.person_id, record.note) == (person.id, "notitie")
    assert [each.id for each in practice.found("vri")] == [person.id]
    assert practice.found("berg") == []
    practice.read(HEADER, JAN, EVA)
    assert practice.visit("09:10").person.id == person.id


def test_the_same_file_is_read_anew_as_new(practice: Practice) -> None:
    assert counts(practice.read(HEADER, JAN, EVA)) == (2, 0, 0, 0)
    practice.mark(EventKind.ARRIVED, "09:10")
    for _each in range(2):
        remove(practice)
        assert counts(practice.read(HEADER, JAN, EVA)) == (2, 0, 0, 0)
        assert [visit.status for visit in practice.visits()] == ["expected", "expected"]
        assert surnames(practice.found("vri")) == ["Vries"]


def test_a_source_goes_with_its_profile_and_the_file_asks_again(practice: Practice) -> None:
    path = read_calendar(practice, "Piet Bos - controle")
    assistant = practice.desk.assistant
    practice.desk.profiles.save(assistant.look(take_file(path), []).profile, practice.by)
    practice.desk.imports.import_file(path, practice.by)
    remove(practice, "Kamer 2")
    assert practice.desk.profiles.all() == []
    assert practice.visits() == ()
    assert not assistant.look(take_file(path), practice.desk.profiles.all()).known


def test_people_who_change_after_a_removal_are_found_by_their_new_name(practice: Practice) -> None:
    """Finding holds people in memory; a removal must not make it miss what comes next."""
    form = PersonForm(name=PersonName(given_name="Eva", surname="Berg"))
    eva = practice.desk.people.add(form, practice.by)
    practice.desk.agenda.add(
        Booked(person_id=eva, start=datetime.fromisoformat("2026-11-24T16:00")), practice.by
    )
    practice.read(HEADER, JAN)
    practice.read(HEADER, JAN.replace("Vries", "Smit"))
    assert surnames(practice.found("berg")) == ["Berg"]  # held from here on
    remove(practice)
    person = practice.desk.people.person(eva)
    assert person is not None
    practice.desk.people.correct(
        person, PersonForm(name=PersonName(given_name="Eva", surname="Dam")), practice.by
    )
    assert surnames(practice.found("dam")) == ["Dam"]
    assert practice.found("berg") == []


def test_a_removal_that_fails_halfway_changes_nothing(practice: Practice) -> None:
    practice.read(HEADER, JAN, EVA)
    before = sizes(practice)
    source = practice.desk.sources.named(OWN_CSV).source

    def fail_halfway() -> None:
        with practice.desk.store.writing() as db:
            remove_source(db.conn, source.id)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_halfway()
    assert sizes(practice) == before
    remove(practice)
    assert practice.visits() == ()


def test_a_removal_leaves_the_tables_as_they_were_made(practice: Practice) -> None:
    def schema() -> list[object]:
        with practice.desk.store.reading() as connection:
            return connection.execute(
                "SELECT name, sql FROM sqlite_schema ORDER BY name"
            ).fetchall()

    before = schema()
    practice.read(HEADER, JAN, EVA)
    remove(practice)
    assert schema() == before


def steps_to_remove(practice: Practice, number: int) -> int:
    """Return in how many steps of SQLite one of two sources with so many people is removed."""
    titles = [f"Piet Bos{each}" for each in range(number)]
    read_calendar(practice, *(f"Anna Dam{each}" for each in range(number)), name="Kamer 3")
    read_calendar(practice, *titles)
    for visit in practice.visits():
        practice.desk.agenda.mark(visit.id, EventKind.ARRIVED, practice.by)
    source, counted = practice.desk.sources.named("Kamer 2").source, []
    with practice.desk.store.writing() as db:
        db.conn.set_progress_handler(lambda: counted.append(1), 10)
        remove_source(db.conn, source.id)
        db.conn.set_progress_handler(None, 0)
    return len(counted)


def test_four_times_as_many_take_four_times_as_long_and_not_sixteen(tmp_path: Path) -> None:
    few, many = 60, 240
    with open_practice(tmp_path / "few") as practice:
        small = steps_to_remove(practice, few)
    with open_practice(tmp_path / "many") as practice:
        large = steps_to_remove(practice, many)
    assert large < small * 6
