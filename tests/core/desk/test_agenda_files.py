"""Agenda files of every kind: taken from the disk, known again, and read for the wanted days."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from reception_assistant.agenda.incoming import Reading, Window
from reception_assistant.agenda.profile import Kind, Profile, TableChoices
from reception_assistant.agenda.readers.trouble import UnclearColumnsError
from reception_assistant.desk.agenda_files import AgendaFile, AgendaFiles, take_file
from reception_assistant.errors import Cancelled, KnownError
from reception_assistant.store import driver
from tests.helpers.practice import Practice
from tests.helpers.spreadsheets import Sheet, xlsx

TABLE = "Wanneer;Wie\n24-11-2026 9:05;Jansen, P.\n"
COLUMNS = {"datum": "Wanneer", "tijd": "Wanneer", "naam": "Wie"}


@pytest.fixture
def files(practice: Practice) -> AgendaFiles:
    return practice.desk._files


def taken(data: str | bytes, name: str = "lijst.csv", kind: Kind = Kind.TABLE) -> AgendaFile:
    encoded = data if isinstance(data, bytes) else data.encode()
    return AgendaFile(name=name, place=name, kind=kind, data=encoded)


def read(files: AgendaFiles, file: AgendaFile, profile: Profile | None = None) -> Reading:
    return files.read(file, profile, None, lambda _part: None)


def profile_for(files: AgendaFiles, file: AgendaFile, name: str = "", table: str = "") -> Profile:
    return Profile(
        id=name,
        name=name,
        kind=file.kind,
        signature=files.signature(file, table),
        table=TableChoices(columns=COLUMNS, table=table),
    )


# Taken from the disk


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("agenda.csv", "agenda"),
        ("Agenda 24-11-2026.csv", "Agenda"),
        ("export_20261124_0905 (2).xlsx", "export"),
        ("Tandarts Smit - week 48.txt", "Tandarts Smit week"),
        ("2026-11-24.csv", "agenda"),
        (".csv", "agenda"),
        ("agenda", "agenda"),
        ("", "agenda"),
        ("afspraken.van.vandaag.csv", "afspraken van vandaag"),
    ],
)
def test_what_differs_from_day_to_day_is_no_part_of_the_title(name: str, title: str) -> None:
    assert taken(TABLE, name).title() == title


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (TABLE.encode(), Kind.TABLE),
        (b"BEGIN:VCALENDAR\r\n", Kind.CALENDAR),
        (b'{"resourceType": "Bundle"}', Kind.FHIR),
        (xlsx([["Wanneer", "Wie"]]), Kind.TABLE),
        (b"", Kind.TABLE),
    ],
)
def test_a_file_is_taken_whole_whatever_its_name(data: bytes, kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / "agenda.doc"
    path.write_bytes(data)
    file = take_file(path)
    assert (file.kind, file.data, file.name, file.place) == (kind, data, "agenda.doc", str(path))


def test_a_database_is_not_taken_into_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    driver.connect(path).execute("CREATE TABLE a (b)").connection.close()
    assert take_file(path) == AgendaFile(
        name="a.db", place=str(path), kind=Kind.DATABASE, path=path
    )


def test_what_cannot_be_taken_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "weg.csv", tmp_path):
        with pytest.raises(KnownError, match="kan niet worden gelezen"):
            take_file(path)


# Known again


def test_a_profile_is_known_by_the_columns_in_any_order(files: AgendaFiles) -> None:
    profile = profile_for(files, taken(TABLE))
    assert files.recognised(taken("WIE;wanneer\nBoer, K.;24-11-2026 9:05\n"), [profile]) == profile
    assert files.recognised(taken("Wanneer;Wie;Wat\n1;2;3\n"), [profile]) is None


def test_a_profile_is_known_below_other_lines_and_by_any_mark(files: AgendaFiles) -> None:
    profile = profile_for(files, taken(TABLE))
    for text in (
        "sep=,\nWanneer,Wie\n24-11-2026 9:05,Jansen\n",
        "Praktijk\n\nWanneer\tWie\n24-11-2026 9:05\tJansen\n",
    ):
        assert files.recognised(taken(text), [profile]) == profile


def test_a_list_without_a_header_is_known_by_its_number_of_columns(files: AgendaFiles) -> None:
    profile = profile_for(files, taken("24-11-2026 9:05;Jansen, P.\n"))
    assert files.recognised(taken("25-11-2026 9:05;Boer, K.\n"), [profile]) == profile
    assert files.recognised(taken("25-11-2026 9:05;Boer, K.;x\n"), [profile]) is None


def test_a_profile_for_another_kind_of_file_is_not_taken(files: AgendaFiles) -> None:
    profile = replace(profile_for(files, taken(TABLE)), kind=Kind.DATABASE)
    assert files.recognised(taken(TABLE), [profile]) is None


def test_a_file_of_no_use_is_not_known(files: AgendaFiles) -> None:
    profiles = [
        profile_for(files, taken(TABLE)),
        replace(profile_for(files, taken(TABLE)), signature=""),
        replace(profile_for(files, taken(TABLE)), table=TableChoices(table="Blad7")),
    ]
    for data in (b"", b"\x01" * 99, b"PK\x03\x04rommel", b"<html><table>"):
        assert files.recognised(taken(data), profiles) is None


def test_a_very_long_file_is_known_by_its_beginning(files: AgendaFiles) -> None:
    profile = profile_for(files, taken(TABLE))
    for encoding in ("utf-8", "cp1252", "utf-16"):
        rows = "".join(f"24-11-2026 9:05;Jansén, P. {'x' * at}\n" for at in range(2000))
        long = taken(("Wanneer;Wie\n" + rows).encode(encoding))
        assert len(long.data) > 1_000_000
        assert files.recognised(long, [profile]) == profile


SHEET = [["Wanneer", "Wie"], ["24-11-2026 9:05", "Jansen, P."]]


def test_a_profile_stays_with_its_sheet_and_follows_one_with_another_name(
    files: AgendaFiles,
) -> None:
    two = taken(xlsx(sheets=[Sheet("Een", [["x", "y"], ["1", "2"]]), Sheet("Twee", SHEET)]))
    profile = profile_for(files, two, "Twee", "Twee")
    assert files.recognised(two, [profile]) == profile
    assert files.table_of(two, profile) == "Twee"
    renamed = taken(xlsx(sheets=[Sheet("Week 49", SHEET)]))
    assert files.recognised(renamed, [profile]) == profile
    assert files.table_of(renamed, profile) == ""
    assert len(read(files, renamed, profile).rows) == 1
    other = taken(xlsx(sheets=[Sheet("Week 49", [["x", "y"], ["1", "2"]])]))
    assert files.recognised(other, [profile]) is None
    assert files.table_of(other, profile) == "Twee"
    [rejected] = read(files, other, profile).rejected
    assert rejected.reason.startswith("Het gekozen werkblad staat niet meer in dit bestand.")


def test_the_profile_of_a_sheet_that_is_there_counts_before_one_that_must_move(
    files: AgendaFiles,
) -> None:
    file = taken(xlsx(sheets=[Sheet("Een", SHEET), Sheet("Twee", SHEET)]))
    gone = replace(profile_for(files, file, "A", "Een"), table=TableChoices(table="Weg"))
    there = profile_for(files, file, "B", "Twee")
    assert files.recognised(file, [gone, there]) == there
    assert files.recognised(file, [gone]) == gone


# Read


def test_a_table_is_read_for_the_wanted_days_and_the_others_are_counted(
    files: AgendaFiles,
) -> None:
    text = "datum;tijd;naam\n23-11-2026;9:05;A\n24-11-2026;9:05;B\n25-11-2026;9:05;C\n"
    window = Window(date(2026, 11, 24), date(2026, 11, 25))
    found = files.read(taken(text), None, window, lambda _part: None)
    assert [row.start.day for row in found.rows] == [24, 25]
    assert found.remarks == ("1 afspraak buiten 24-11-2026 tot en met 25-11-2026 is overgeslagen.",)
    everything = Window(date(2026, 1, 1), date(2026, 12, 31))
    assert files.read(taken(text), None, everything, lambda _part: None).remarks == ()


def test_without_a_window_a_table_is_read_whole(files: AgendaFiles) -> None:
    text = "datum;tijd;naam\n24-11-2006;9:05;A\n24-11-2046;9:05;B\n"
    assert len(read(files, taken(text)).rows) == 2


@pytest.mark.parametrize(
    "data",
    [b"", b"hallo", b"\x01" * 99, b"PK\x03\x04rommel", b"<html>", b"tijd;naam\n9:05;A\n", b"%PDF"],
)
def test_trouble_with_the_whole_file_is_one_rejection(data: bytes, files: AgendaFiles) -> None:
    found = read(files, taken(data))
    assert [each.where for each in found.rejected] == ["bestand"]
    assert (found.rows, found.remarks) == ((), ())


def test_what_must_be_asked_is_asked(files: AgendaFiles) -> None:
    with pytest.raises(UnclearColumnsError):
        read(files, taken(TABLE))
    with pytest.raises(UnclearColumnsError):
        read(files, taken("datum;tijd;Patiënt;Klant\n24-11-2026;9:05;A;B\n"))


def test_a_table_of_a_database_that_was_cut_off_is_only_a_part(
    files: AgendaFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.db"
    with driver.connect(path) as connection:
        connection.execute("CREATE TABLE afspraken (datum, tijd, naam)")
        connection.executemany(
            "INSERT INTO afspraken VALUES ('2026-11-24', ?, 'A')",
            [(f"9:{at:02}",) for at in range(9)],
        )
    connection.close()
    assert read(files, take_file(path)).whole
    monkeypatch.setattr("reception_assistant.store.foreign.MOST_ROWS", 5)
    found = read(files, take_file(path))
    assert (len(found.rows), found.whole) == (5, False)


def test_reading_can_be_stopped(files: AgendaFiles) -> None:
    def stop(_part: float) -> None:
        raise Cancelled("Gestopt.")

    with pytest.raises(Cancelled):
        files.read(taken("datum;tijd;naam\n24-11-2026;9:05;A\n"), None, None, stop)


def test_the_usual_days_are_a_year_back_and_two_ahead(files: AgendaFiles) -> None:
    window = files.usual_window()
    assert (window.first.year, window.last.year) == (2025, 2028)
