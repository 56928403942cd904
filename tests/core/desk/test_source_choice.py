"""To which source a file belongs: what it tells must meet what the same source told before."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from reception_assistant.agenda.profile import Kind, Profile, TableChoices
from reception_assistant.agenda.visit import Status
from reception_assistant.desk.agenda_files import take_file
from reception_assistant.desk.importing import How
from reception_assistant.desk.source_choice import OWN_CSV, Belonging
from reception_assistant.errors import KnownError
from reception_assistant.store.sources import BY_HAND, Source
from tests.helpers.practice import Ids, Practice, counts

PROFILE = Profile(id="p1", name="Kamer 2", kind=Kind.CALENDAR, signature="X|Kamer 2")
OWN = Source("s1", OWN_CSV, "csv")
CALENDAR = Source("s2", "Kamer 2", Kind.CALENDAR, signature="X|Kamer 2")
OTHER = Source("s3", "Kamer 3", Kind.CALENDAR, signature="X|Kamer 3")
OF_PROFILE = Source("s4", "Zaal", Kind.CALENDAR, profile_id="p1", signature="X|Kamer 2")


def chosen(belongs: Belonging, *known: Source) -> Source:
    return belongs.among(known, Ids())


def test_all_tables_with_known_columns_are_one_source() -> None:
    first = chosen(Belonging(Kind.TABLE, "agenda"))
    assert (first.name, first.kind) == (OWN_CSV, "csv")
    assert chosen(Belonging(Kind.TABLE, "iets anders"), CALENDAR, OWN) == OWN


def test_a_calendar_goes_on_in_the_source_with_its_signature() -> None:
    belongs = Belonging(Kind.CALENDAR, "Kamer 2", "X|Kamer 2")
    assert chosen(belongs, OWN, OTHER, CALENDAR) == CALENDAR
    new = chosen(belongs, OWN, OTHER)
    assert (new.name, new.kind, new.signature) == ("Kamer 2", Kind.CALENDAR, "X|Kamer 2")
    fhir = Belonging(Kind.FHIR, "fhir", "X|Kamer 2")
    assert chosen(fhir, CALENDAR).id != CALENDAR.id


@pytest.mark.parametrize("title", ["Kamer 2", OWN_CSV, BY_HAND])
def test_a_new_source_gets_a_name_of_its_own(title: str) -> None:
    taken = Source("s9", "Kamer 2", Kind.CALENDAR, signature="iets anders")
    second = Source("s8", "Kamer 2 (2)", Kind.CALENDAR, signature="nog iets")
    name = chosen(Belonging(Kind.CALENDAR, title, "X|Y"), taken, second).name
    assert name == (f"{title} (3)" if title == "Kamer 2" else f"{title} (2)")


def test_a_profile_has_a_source_of_its_own() -> None:
    belongs = Belonging(Kind.CALENDAR, "agenda", profile=PROFILE)
    assert chosen(belongs, OWN, CALENDAR, OF_PROFILE) == OF_PROFILE
    new = chosen(belongs, OWN, OTHER)
    assert (new.name, new.profile_id, new.signature) == ("Kamer 2", "p1", "X|Kamer 2")
    table = Belonging(Kind.TABLE, "agenda", profile=replace(PROFILE, kind=Kind.TABLE))
    assert chosen(table, OWN).id != OWN.id


def test_what_was_read_before_the_profile_was_made_goes_on_in_its_source() -> None:
    found = chosen(Belonging(Kind.CALENDAR, "x", profile=PROFILE), OTHER, CALENDAR)
    assert found == CALENDAR._replace(profile_id="p1")
    renamed = chosen(
        Belonging(Kind.CALENDAR, "x", profile=replace(PROFILE, name="Kamer 3")), OTHER, CALENDAR
    )
    assert (renamed.id, renamed.name) == (CALENDAR.id, "Kamer 3 (2)")


def test_the_source_of_another_profile_is_left_alone() -> None:
    taken = CALENDAR._replace(profile_id="p9")
    assert chosen(Belonging(Kind.CALENDAR, "x", profile=PROFILE), taken).id != taken.id


def test_a_source_that_is_certain_is_taken_whatever_the_file() -> None:
    belongs = Belonging(Kind.CALENDAR, "x", "X|Kamer 3", source_id="s2")
    assert chosen(belongs, OWN, OTHER, CALENDAR) == CALENDAR
    assert chosen(belongs, OWN, OTHER) == OTHER


# In a practice

ICS = """BEGIN:VCALENDAR
PRODID:-//X//
X-WR-CALNAME:{name}
BEGIN:VEVENT
UID:{name}1
DTSTART:20261124T100000
SUMMARY:P. Jansen - controle
END:VEVENT
{more}END:VCALENDAR
"""


def written(folder: Path, text: str, name: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_after_a_profile_was_made_nobody_is_in_the_day_twice(
    practice: Practice, tmp_path: Path
) -> None:
    path = written(tmp_path, ICS.format(name="Kamer 2", more=""), "a.ics")
    practice.desk.imports.import_file(path, practice.by)
    assert practice.visit().person.name.as_received == "P. Jansen - controle"
    look = practice.desk.assistant.look(take_file(path), [])
    practice.desk.profiles.save(replace(look.profile, name="Smit"), practice.by)
    outcome = practice.desk.imports.import_file(path, practice.by)
    assert (outcome.new, outcome.changed, outcome.source) == (0, 1, "Smit")
    assert practice.visit().person.name.surname == "Jansen"
    assert [view.source.name for view in practice.desk.sources.all()] == ["Smit"]


def test_calendars_of_two_rooms_do_not_withdraw_one_another(
    practice: Practice, tmp_path: Path
) -> None:
    for name in ("Kamer 2", "Kamer 3", "Kamer 2"):
        path = written(tmp_path, ICS.format(name=name, more=""), "agenda.ics")
        practice.desk.imports.import_file(path, practice.by)
    assert [visit.status for visit in practice.visits()] == [Status.EXPECTED] * 2
    assert [view.source.name for view in practice.desk.sources.all()] == ["Kamer 2", "Kamer 3"]


def test_after_a_profile_was_forgotten_its_calendar_goes_on_in_the_same_source(
    practice: Practice, tmp_path: Path
) -> None:
    path = written(tmp_path, ICS.format(name="Kamer 2", more=""), "a.ics")
    look = practice.desk.assistant.look(take_file(path), [])
    profile = practice.desk.profiles.save(look.profile, practice.by)
    practice.desk.imports.import_file(path, practice.by)
    practice.desk.profiles.remove(profile, practice.by)
    outcome = practice.desk.imports.import_file(path, practice.by)
    assert (outcome.new, outcome.profile) == (0, "")
    assert len(practice.visits()) == 1


def test_two_lists_with_a_profile_each_are_two_sources(practice: Practice, tmp_path: Path) -> None:
    for name, header in (("Een", "Wanneer;Wie"), ("Twee", "Moment van komst;Wie")):
        path = written(tmp_path, f"{header}\n24-11-2026 9:05;P. {name}\n", "lijst.csv")
        look = practice.desk.assistant.look(take_file(path), [])
        practice.desk.profiles.save(replace(look.profile, name=name), practice.by)
        outcome = practice.desk.imports.import_file(path, practice.by)
        assert (outcome.new, outcome.source, outcome.profile) == (1, name, name)
    assert len(practice.visits()) == 2


def test_a_profile_for_another_kind_of_file_is_refused_and_nothing_changes(
    practice: Practice, tmp_path: Path
) -> None:
    path = written(tmp_path, ICS.format(name="Kamer 2", more=""), "a.ics")
    table = Profile(
        id="x",
        name="x",
        kind=Kind.TABLE,
        signature="x",
        table=TableChoices(columns={"datum": "a", "naam": "b"}),
    )
    with pytest.raises(KnownError, match="ander soort bestand"):
        practice.desk.imports.try_file(path, How(profile=table))
    with pytest.raises(KnownError, match="ander soort bestand"):
        practice.desk.imports.import_file(path, practice.by, How(profile=table))
    assert practice.desk.sources.all() == []


# Files that tell of a part, and of a certain period

EVENT = """BEGIN:VEVENT
UID:{uid}
DTSTART:202611{day}T{hour:02}0000
SUMMARY:P. Jansen
END:VEVENT
"""


def _day(number: int) -> date:
    return date(2026, 11, number)


def calendar(*days: int, method: str = "") -> str:
    events = "".join(EVENT.format(uid=f"u{day}", day=day, hour=10) for day in days)
    method = f"METHOD:{method}\n" if method else ""
    return f"BEGIN:VCALENDAR\nX-WR-CALNAME:Kamer 2\n{method}{events}END:VCALENDAR\n"


def test_the_last_appointment_of_a_calendar_can_be_withdrawn(
    practice: Practice, tmp_path: Path
) -> None:
    path = written(tmp_path, calendar(25, 26, 27), "a.ics")
    practice.desk.imports.import_file(path, practice.by)
    path = written(tmp_path, calendar(25, 26), "a.ics")
    outcome = practice.desk.imports.import_file(path, practice.by, How(even_large=True))
    assert counts(outcome) == (0, 0, 2, 1)


def test_the_last_appointment_of_a_list_stays_because_the_list_may_end_there(
    practice: Practice,
) -> None:
    header = "datum;tijd;kenmerk;naam"
    rows = [f"{day}-11-2026;10:00;K{day};P. Jansen" for day in (25, 26, 27)]
    practice.read(header, *rows)
    assert counts(practice.read(header, *rows[:2], yes=True)) == (0, 0, 2, 0)


def test_an_invitation_tells_of_one_appointment_and_withdraws_nothing(
    practice: Practice, tmp_path: Path
) -> None:
    path = written(tmp_path, calendar(25, 26, 27), "a.ics")
    practice.desk.imports.import_file(path, practice.by)
    path = written(tmp_path, calendar(26, method="REQUEST"), "b.ics")
    outcome = practice.desk.imports.import_file(path, practice.by, How(even_large=True))
    assert counts(outcome) == (0, 0, 1, 0)


def test_outside_the_wanted_days_nothing_is_read_and_nothing_withdrawn(practice: Practice) -> None:
    header = "datum;tijd;kenmerk;naam"
    rows = [f"{day}-11-2026;10:00;K{day};P. Jansen" for day in (25, 26, 27)]
    practice.read(header, *rows)
    new = [*rows[1:2], "26-11-2026;11:00;K9;A. Bos"]
    window = practice.desk.imports.window(_day(26), _day(26))
    outcome = practice.desk.imports.import_file(
        practice.file(header, *new, "30-11-2026;9:00;K30;A. Bos"), practice.by, How(window=window)
    )
    assert counts(outcome) == (1, 0, 1, 0)
    assert outcome.remarks == (
        "1 afspraak buiten 26-11-2026 tot en met 26-11-2026 is overgeslagen.",
    )
    for day in (25, 26, 27):
        assert all(visit.status is Status.EXPECTED for visit in practice.visits(_day(day)))
    assert practice.visits(_day(30)) == ()


def test_a_try_tells_the_same_and_changes_nothing(practice: Practice) -> None:
    header = "datum;tijd;kenmerk;naam"
    path = practice.file(header, "25-11-2026;10:00;K1;P. Jansen", "26-11-2026;10:00;K2;A. Bos")
    how = How(window=practice.desk.imports.window(None, _day(25)))
    tried = practice.desk.imports.try_file(path, how)
    assert practice.desk.sources.all() == []
    assert practice.desk.imports.import_file(path, practice.by, how) == tried
    assert tried.new == 1


def test_a_profile_for_a_file_that_was_read_before_puts_nobody_in_the_day_twice(
    practice: Practice,
) -> None:
    """A column that was not known is told what it is; the appointments stay what they were."""
    path = practice.file("datum;tijd;naam;Kamer", "24-11-2026;9:10;Jansen, P.;Bakker")
    practice.desk.imports.import_file(path, practice.by)
    look = practice.desk.assistant.look(take_file(path), ())
    columns = {**look.profile.table.columns, "behandelaar": "Kamer"}
    profile = replace(look.profile, table=replace(look.profile.table, columns=columns))
    practice.desk.profiles.save(profile, practice.by)
    assert counts(practice.desk.imports.try_file(path)) == (0, 1, 0, 0)
    assert counts(practice.desk.imports.import_file(path, practice.by)) == (0, 1, 0, 0)
    assert practice.visit().practitioner == "Bakker"
    assert len(practice.desk.sources.all()) == 1
