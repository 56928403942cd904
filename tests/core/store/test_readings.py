"""What each reading of a source gave is kept: the last twenty, with what was not understood."""

from datetime import timedelta

from reception_assistant.desk.source_choice import OWN_CSV
from reception_assistant.desk.sources import SourceView
from reception_assistant.store.readings import (
    KeptReading,
    Problem,
    add_reading,
    last_source_from,
    problems_of,
    readings_of,
)
from tests.helpers.practice import Practice

HEADER = "datum;tijd;kenmerk;voornaam;achternaam;behandelaar"
JAN = "24-11-2026;09:10;A1;Jan;Vries;Bakker"
EVA = "24-11-2026;09:30;A2;Eva;Berg;Bakker"


def view(practice: Practice) -> SourceView:
    return practice.desk.sources.named(OWN_CSV)


def test_a_reading_tells_when_from_where_and_how_many(practice: Practice) -> None:
    practice.read(HEADER, JAN)
    practice.clock.moment += timedelta(minutes=1)
    practice.read(HEADER, JAN.replace("Jan", "Johan"), EVA, "24-11-2026;25:00;A3;An;Bos;")
    last, first = view(practice).readings
    assert first.at_utc < last.at_utc
    assert last.place == str(practice.folder / "agenda.csv")
    assert (last.read, last.new, last.changed, last.unchanged) == (3, 1, 1, 0)
    assert (last.withdrawn, last.rejected) == (0, 1)
    assert view(practice).problems == (Problem("regel 4", "Deze tijd bestaat niet."),)


def test_only_what_was_wrong_the_last_time_is_told(practice: Practice) -> None:
    practice.read(HEADER, JAN, "24-11-2026;25:00;A3;An;Bos;")
    practice.clock.moment += timedelta(minutes=1)
    practice.read(HEADER, JAN)
    assert view(practice).problems == ()


def test_a_file_of_which_nothing_was_understood_is_kept_too(practice: Practice) -> None:
    practice.read(HEADER, JAN)
    practice.clock.moment += timedelta(minutes=1)
    practice.read(HEADER, "24-11-2026;25:00;A3;An;Bos;")
    last = view(practice).readings[0]
    assert (last.new, last.unchanged, last.rejected) == (0, 0, 1)
    assert practice.visit().person.name.surname == "Vries"


def test_rubbish_alone_makes_no_source(practice: Practice) -> None:
    practice.read(HEADER, "24-11-2026;25:00;A3;An;Bos;")
    assert practice.desk.sources.all() == []


def test_what_is_about_the_whole_file_comes_first(practice: Practice) -> None:
    wrong = [f"24-11-2026;25:00;B{number};An;Bos;" for number in range(600)]
    practice.read(f"{HEADER};lievelingskleur", JAN, *wrong)
    problems = view(practice).problems
    whole = [each for each in problems if not each.place]
    assert any("lievelingskleur" in each.problem for each in whole)
    assert [each.place for each in problems[len(whole) :][:2]] == ["regel 3", "regel 4"]
    assert len(problems) == 500
    assert view(practice).readings[0].rejected == 600


def test_the_last_twenty_are_kept_of_each_source(practice: Practice) -> None:
    practice.read(HEADER, JAN)
    source = view(practice).source
    with practice.desk.store.writing() as db:
        for number in range(30):
            key, minute = f"r{number:02}", f"2026-11-25T10:{number:02}:00.000"
            reading = KeptReading(key, source.id, minute, "b.csv", 1, 0, 0, 1, 0, 0)
            add_reading(db.conn, reading, [Problem("regel 2", f"{number}")])
        kept = readings_of(db.conn, source.id)
        gone = problems_of(db.conn, "r05"), problems_of(db.conn, "r29")
    assert [each.id for each in kept] == [f"r{number:02}" for number in range(29, 9, -1)]
    assert gone == ([], [Problem("regel 2", "29")])


def test_a_place_is_known_by_the_source_that_was_read_from_it_last(practice: Practice) -> None:
    practice.read(HEADER, JAN)
    source = view(practice).source
    with practice.desk.store.reading() as connection:
        assert last_source_from(connection, str(practice.folder / "agenda.csv")) == source.id
        assert last_source_from(connection, "https://voorbeeld.nl/a.ics") == ""


def test_a_file_whose_name_is_no_text_is_read(practice: Practice) -> None:
    """A name from an old system, in letters that UTF-8 has not: no reason to refuse the file."""
    path = practice.file(HEADER, JAN).rename(practice.folder / "agenda \udce9\udcff.csv")
    assert practice.desk.imports.import_file(path, practice.by).new == 1
    assert view(practice).readings[0].place.endswith("agenda ??.csv")
