"""The assistant: what a file is, how it would be read, and who would be greeted how."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from reception_assistant.agenda.incoming import Window
from reception_assistant.agenda.profile import Kind, NameFrom, Profile, TableChoices
from reception_assistant.agenda.readers.trouble import UnclearColumnsError, UnreadableFileError
from reception_assistant.agenda.saying import Manners
from reception_assistant.desk.agenda_files import AgendaFile, take_file
from reception_assistant.desk.assistant import FileColumn, Look, Preview
from reception_assistant.desk.profiles import LONGEST_NAME
from reception_assistant.errors import KnownError
from reception_assistant.store import driver
from tests.helpers.practice import Practice
from tests.helpers.spreadsheets import Sheet, xlsx

KNOWN = "Datum;Aanvang;Patiënt\n24-11-2026;9:05;Jansen, P.\n"
UNKNOWN = "Wanneer;Wie;Waarom\n24-11-2026 9:05;Jansen, P.;controle\n"


def written(folder: Path, data: str | bytes, name: str = "lijst 24-11.csv") -> AgendaFile:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return take_file(path)


def look(practice: Practice, file: AgendaFile, table: str = "") -> Look:
    return practice.desk.assistant.look(file, practice.desk.profiles.all(), table)


def preview(
    practice: Practice, look: Look, window: Window | None = None, **columns: str
) -> Preview:
    """Return the preview of what is proposed, with these columns chosen."""
    table = replace(look.profile.table, columns={**look.profile.table.columns, **columns})
    chosen = replace(look.profile, table=table)
    return practice.desk.assistant.preview(look.file, chosen, window, Manners())


def greetings(found: Preview) -> list[str]:
    return [each.greeting for each in found.greeted]


# What a file is


def test_a_table_with_known_columns_needs_nobody(practice: Practice, tmp_path: Path) -> None:
    found = look(practice, written(tmp_path, KNOWN))
    assert (found.clear, found.known, found.tables) == (True, False, ())
    assert found.profile.table.columns == {"datum": "Datum", "tijd": "Aanvang", "naam": "Patiënt"}
    assert greetings(preview(practice, found)) == ["Goedemorgen P. Jansen."]


def test_a_table_with_other_columns_is_proposed_and_somebody_looks(
    practice: Practice, tmp_path: Path
) -> None:
    found = look(practice, written(tmp_path, UNKNOWN))
    assert (found.clear, found.known) == (False, False)
    assert found.profile.kind is Kind.TABLE
    assert found.profile.name == "lijst"
    assert found.profile.table.columns == {
        "datum": "Wanneer",
        "tijd": "Wanneer",
        "naam": "Wie",
        "behandeling": "Waarom",
    }
    assert found.columns == (
        FileColumn("Wanneer", "24-11-2026 9:05"),
        FileColumn("Wie", "Jansen, P."),
        FileColumn("Waarom", "controle"),
    )


def test_in_the_list_of_a_vet_somebody_looks(practice: Practice, tmp_path: Path) -> None:
    text = "Datum;Tijd;Eigenaar;Patiënt;Diersoort\n24-11-2026;9:05;Vries, J. de;Bello;hond\n"
    found = look(practice, written(tmp_path, text))
    assert not found.clear
    assert greetings(preview(practice, found)) == ["Goedemorgen J. de Vries, en dag Bello."]


def test_nothing_is_written_by_looking(practice: Practice, tmp_path: Path) -> None:
    before = practice.audit()
    preview(practice, look(practice, written(tmp_path, KNOWN)))
    assert practice.visits() == ()
    assert practice.audit() == before
    assert practice.desk.profiles.all() == []


def test_a_long_file_name_becomes_a_name_that_can_be_kept(
    practice: Practice, tmp_path: Path
) -> None:
    found = look(practice, written(tmp_path, UNKNOWN, f"{'lijst ' * 30}.csv"))
    assert len(found.profile.name) <= LONGEST_NAME
    assert practice.desk.profiles.save(found.profile, practice.by).name == found.profile.name


@pytest.mark.parametrize(
    "data",
    [b"", b"hallo", b"%PDF-1.7 \x00\x01", b"<html><table>", b"tijd;naam\n9:05;A\n"],
)
def test_a_file_of_no_use_is_refused_at_once(
    data: bytes, practice: Practice, tmp_path: Path
) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        look(practice, written(tmp_path, data))
    assert refused.value.advice
    assert not isinstance(refused.value, UnclearColumnsError)


def test_columns_without_a_name_are_shown_only_when_they_hold_something(
    practice: Practice, tmp_path: Path
) -> None:
    text = "Wanneer;;Wie;Wie;\n24-11-2026 9:05;x;Jansen, P.;Boer, K.;\n"
    found = look(practice, written(tmp_path, text))
    assert [column.name for column in found.columns] == ["Wanneer", "kolom 2", "Wie", "Wie (2)"]
    assert greetings(preview(practice, found, naam="Wie (2)")) == ["Goedemorgen K. Boer."]
    assert preview(practice, found, opmerking="kolom 2").remarks == ()


@pytest.mark.parametrize(("name", "number"), [("BSN", 1), ("Code", 25)])
def test_a_citizen_service_number_is_not_shown_and_not_proposed(
    name: str, number: int, practice: Practice, tmp_path: Path
) -> None:
    rows = "".join(f"24-11-2026 9:{at:02};P. Jansen;123456782\n" for at in range(number))
    found = look(practice, written(tmp_path, f"Wanneer;Wie;{name}\n{rows}"))
    assert [column.name for column in found.columns] == ["Wanneer", "Wie"]
    seen = preview(practice, found, patientnummer=name)
    assert (
        f"In de kolom “{name}” staan burgerservicenummers. Die leest Balie nooit." in seen.remarks
    )
    assert "123456782" not in f"{found.columns}{found.profile}{seen}"


# How people would be greeted


def test_the_first_twenty_are_shown_as_they_will_be_greeted(
    practice: Practice, tmp_path: Path
) -> None:
    rows = "".join(f"24-11-2026;{8 + at // 60}:{at % 60:02};P. Jansen\n" for at in range(100))
    found = preview(practice, look(practice, written(tmp_path, f"Datum;Tijd;Wie\n{rows}")))
    assert len(found.greeted) == 20
    first = found.greeted[0]
    assert (first.name, first.greeting, first.look_at) == (
        "P. Jansen",
        "Goedemorgen P. Jansen.",
        False,
    )


def test_a_name_that_is_not_certain_is_marked(practice: Practice, tmp_path: Path) -> None:
    text = "Datum;Tijd;Naam;Behandeling;Behandelaar\n24-11-2026;14:05;Bello (hond);enting;Bos\n"
    [greeted] = preview(practice, look(practice, written(tmp_path, text))).greeted
    assert greeted.look_at
    assert (greeted.treatment, greeted.practitioner) == ("enting", "Bos")
    assert greeted.greeting.startswith("Goedemiddag")


def test_what_is_not_understood_is_shown_with_its_place(practice: Practice, tmp_path: Path) -> None:
    text = "Datum;Tijd;Naam;Kamer\n24-11-2026;straks;P. Jansen;1\n24-11-2026;9:05;A. Bos;1\n"
    found = preview(practice, look(practice, written(tmp_path, text)))
    assert [each.where for each in found.rejected] == ["regel 2"]
    assert greetings(found) == ["Goedemorgen A. Bos."]


def test_a_long_text_at_the_end_of_the_part_that_is_shown_is_not_cut(
    practice: Practice, tmp_path: Path
) -> None:
    rows = "".join(
        f'24-11-2026;{8 + at // 60}:{at % 60:02};P. Jansen;"een\ntwee\ndrie"\n' for at in range(300)
    )
    found = preview(practice, look(practice, written(tmp_path, f"Datum;Tijd;Wie;Wat\n{rows}")))
    assert found.rejected == ()


def test_only_the_wanted_days_are_shown(practice: Practice, tmp_path: Path) -> None:
    rows = "".join(f"{1 + at // 60}-11-2026;9:{at % 60:02};P. Jansen\n" for at in range(1500))
    found = look(practice, written(tmp_path, f"Datum;Tijd;Wie\n{rows}"))
    seen = preview(practice, found, Window(date(2026, 11, 24), date(2026, 11, 24)))
    assert {each.start.day for each in seen.greeted} == {24}
    assert (
        "1440 afspraken buiten 24-11-2026 tot en met 24-11-2026 zijn overgeslagen." in seen.remarks
    )


def test_what_is_not_enough_is_told(practice: Practice, tmp_path: Path) -> None:
    found = look(practice, written(tmp_path, UNKNOWN))
    nothing = replace(found.profile, table=TableChoices())
    with pytest.raises(UnclearColumnsError, match="nog geen kolommen gekozen"):
        practice.desk.assistant.preview(found.file, nothing, None, Manners())


def test_a_profile_for_other_files_is_refused(practice: Practice, tmp_path: Path) -> None:
    file = written(tmp_path, UNKNOWN)
    other = Profile(id="x", name="x", kind=Kind.CALENDAR, signature="x")
    with pytest.raises(KnownError, match="ander soort bestand"):
        practice.desk.assistant.preview(file, other, None, Manners())


# Known again


def test_what_was_chosen_is_known_again_also_in_another_order(
    practice: Practice, tmp_path: Path
) -> None:
    first = look(practice, written(tmp_path, UNKNOWN))
    kept = practice.desk.profiles.save(replace(first.profile, name="Tandprogramma"), practice.by)
    again = look(
        practice, written(tmp_path, "wie;WANNEER;Waarom\nBoer, K.;25-11-2026 9:05;\n", "ander.csv")
    )
    assert (again.known, again.clear, again.profile) == (True, True, kept)
    assert greetings(preview(practice, again)) == ["Goedemorgen K. Boer."]


def test_other_columns_are_not_taken_for_the_same(practice: Practice, tmp_path: Path) -> None:
    practice.desk.profiles.save(look(practice, written(tmp_path, UNKNOWN)).profile, practice.by)
    more = UNKNOWN.replace("Waarom", "Waarom;Kamer").replace("controle", "controle;1")
    assert not look(practice, written(tmp_path, more)).known


# Several sheets and tables

COVER: list[list[str]] = [["Uitleg"], ["Dit is de agenda van deze week."], ["Vragen? Bel ons."]]
AGENDA = [["Wanneer", "Wie"], ["24-11-2026 9:05", "Jansen, P."], ["25-11-2026 9:05", "Boer, K."]]
OTHER = [["Datum", "Tijd", "Naam"], ["24-11-2026", "9:25", "Smit, A."]]


def test_of_several_sheets_the_one_that_is_read_by_itself_is_named(
    practice: Practice, tmp_path: Path
) -> None:
    data = xlsx(sheets=[Sheet("Week 48", OTHER), Sheet("Week 49", OTHER)])
    found = look(practice, written(tmp_path, data, "week.xlsx"))
    assert (found.clear, found.tables) == (True, ("Week 48", "Week 49"))
    assert found.profile.table.table == "Week 48"


def test_a_sheet_with_only_words_is_passed_over(practice: Practice, tmp_path: Path) -> None:
    data = xlsx(sheets=[Sheet("Uitleg", COVER), Sheet("Agenda", OTHER)])
    found = look(practice, written(tmp_path, data, "week.xlsx"))
    assert found.profile.table.table == "Agenda"
    assert greetings(preview(practice, found)) == ["Goedemorgen A. Smit."]


def test_another_sheet_may_be_chosen(practice: Practice, tmp_path: Path) -> None:
    file = written(tmp_path, xlsx(sheets=[Sheet("Een", OTHER), Sheet("Twee", AGENDA)]), "x.xlsx")
    found = look(practice, file, "Twee")
    assert found.profile.table == TableChoices(
        columns={"datum": "Wanneer", "tijd": "Wanneer", "naam": "Wie"}, table="Twee"
    )
    assert not found.clear


def test_a_profile_follows_a_sheet_that_is_called_after_its_week(
    practice: Practice, tmp_path: Path
) -> None:
    this_week = written(tmp_path, xlsx(sheets=[Sheet("Week 48", AGENDA)]), "a.xlsx")
    chosen = look(practice, this_week, "Week 48").profile
    kept = practice.desk.profiles.save(chosen, practice.by)
    assert kept.table.table == "Week 48"
    next_week = written(tmp_path, xlsx(sheets=[Sheet("Week 49", AGENDA)]), "b.xlsx")
    found = look(practice, next_week)
    assert (found.known, found.profile.id) == (True, kept.id)
    assert greetings(preview(practice, found)) == ["Goedemorgen P. Jansen.", "Goedemorgen K. Boer."]
    outcome = practice.desk.imports.import_taken(next_week, practice.by)
    assert (outcome.new, outcome.profile) == (2, kept.name)


def test_of_two_profiles_the_one_of_the_sheet_in_the_file_counts(
    practice: Practice, tmp_path: Path
) -> None:
    file = written(tmp_path, xlsx(sheets=[Sheet("Een", AGENDA), Sheet("Twee", AGENDA)]), "x.xlsx")
    for name in ("Nul", "Twee"):
        profile = replace(
            look(practice, file, "Een").profile,
            id=name,
            name=name,
            table=TableChoices(columns={"datum": "Wanneer", "naam": "Wie"}, table=name),
        )
        practice.desk.profiles.save(profile, practice.by)
    assert look(practice, file).profile.name == "Twee"
    assert look(practice, file, "Twee").known
    assert not look(practice, file, "Een").known


def database(folder: Path) -> AgendaFile:
    path = folder / "praktijk.db"
    with driver.connect(path) as connection:
        connection.execute("CREATE TABLE artikelen (naam TEXT, prijs INTEGER)")
        connection.execute("CREATE TABLE afspraken (datum TEXT, tijd TEXT, patient TEXT)")
        connection.execute("INSERT INTO afspraken VALUES ('2026-11-24', '9:05', 'Jansen, P.')")
        connection.commit()
    connection.close()
    return take_file(path)


def test_in_a_database_the_table_with_most_of_our_columns_is_proposed(
    practice: Practice, tmp_path: Path
) -> None:
    file = database(tmp_path)
    found = look(practice, file)
    assert found.tables == ("afspraken", "artikelen")
    assert found.profile.table.table == "afspraken"
    assert not found.clear
    assert greetings(preview(practice, found)) == ["Goedemorgen P. Jansen."]
    with pytest.raises(UnclearColumnsError, match="2 tabellen"):
        practice.desk.imports.import_taken(file, practice.by)
    practice.desk.profiles.save(found.profile, practice.by)
    assert look(practice, file).known
    assert practice.desk.imports.import_taken(file, practice.by).new == 1


# Calendars and FHIR

CALENDAR = """BEGIN:VCALENDAR
X-WR-CALNAME:Kamer 2
BEGIN:VEVENT
UID:1
DTSTART:20261124T100000
SUMMARY:controle - P. Jansen
END:VEVENT
END:VCALENDAR
"""


def test_a_calendar_is_proposed_by_its_titles(practice: Practice, tmp_path: Path) -> None:
    found = look(practice, written(tmp_path, CALENDAR, "a.ics"))
    assert (found.clear, found.known, found.profile.name) == (False, False, "Kamer 2")
    assert found.profile.calendar.name_from is NameFrom.AFTER
    assert greetings(preview(practice, found)) == ["Goedemorgen P. Jansen."]
    practice.desk.profiles.save(found.profile, practice.by)
    assert look(practice, written(tmp_path, CALENDAR, "b.ics")).clear


def test_fhir_has_nothing_to_choose(practice: Practice, tmp_path: Path) -> None:
    found = look(practice, written(tmp_path, '{"resourceType": "Bundle"}', "a.json"))
    assert (found.profile.kind, found.columns, found.tables) == (Kind.FHIR, (), ())
    assert found.profile.table.columns == {}
