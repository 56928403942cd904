"""`agenda profile` and a file of unknown columns, as somebody at a terminal meets them."""

import json
import re
import shlex
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reception_assistant.cli.main import run

TABLE = "Wanneer;Hoe laat;Klant;Mobielnr\n11-3-2031;9:10;Jan de Vries;0612345678\n"
EVENT = "BEGIN:VEVENT\nUID:1\nDTSTART:20310311T101000\nSUMMARY:controle - Piet Bos\nEND:VEVENT\n"
CALENDAR = f"BEGIN:VCALENDAR\nX-WR-CALNAME:Kamer 2\n{EVENT}END:VCALENDAR\n"
MAPPED = ["--map", "datum=Wanneer", "--map", "tijd=Hoe laat", "--map", "naam=Klant"]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder that the commands work on."""
    folder = tmp_path / "data"
    monkeypatch.setenv("RECEPTION_ASSISTANT_DATA", str(folder))
    return folder


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "mijn lijst 2031-03.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def ics(tmp_path: Path) -> Path:
    path = tmp_path / "kamer.ics"
    path.write_text(CALENDAR, encoding="utf-8")
    return path


class Terminal:
    """Where somebody types; what was said by the last command."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.out = self.err = ""

    def types(self, *words: str | Path) -> int:
        """Run a command and return its exit code."""
        code = run(["agenda", *map(str, words)])
        self.out, self.err = self._capsys.readouterr()
        assert "Traceback" not in self.out + self.err
        return code

    def json(self, *words: str | Path) -> Any:
        """Return the answer of a command that goes well."""
        assert self.types(*words, "--json") == 0, self.err
        return json.loads(self.out)


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


def test_the_way_of_the_readme(terminal: Terminal, table: Path) -> None:
    """Import stops and says how; saving a profile helps; next time it goes by itself."""
    assert terminal.types("import", table) == 2
    assert terminal.types("profile", "save", "Atlas", table, *MAPPED) == 0
    assert "Bewaard: Atlas." in terminal.out
    assert terminal.json("import", table)["new"] == 1
    assert terminal.json("import", table, "--profile", "atlas")["unchanged"] == 1
    assert terminal.types("preview", table) == 0
    assert "Jan de Vries" in terminal.out


def test_an_unclear_file_says_what_it_has_and_how_to_go_on(terminal: Terminal, table: Path) -> None:
    assert terminal.types("import", table) == 2
    assert terminal.out == ""
    assert "Wanneer, Hoe laat, Klant, Mobielnr" in terminal.err
    assert "Er is niets veranderd." in terminal.err
    assert "achternaam" in terminal.err


def test_the_example_works_as_it_stands(terminal: Terminal, table: Path) -> None:
    terminal.types("import", table)
    examples = re.findall(r"^ +reception-assistant agenda (.*)$", terminal.err, re.MULTILINE)
    assert len(examples) == 2
    for example in examples:
        assert terminal.types(*shlex.split(example)) == 0, example
    assert terminal.types("sources") == 0
    assert "mijn lijst: 1 afspraak" in terminal.out


@pytest.mark.parametrize(
    "command", [["import"], ["import", "--dry-run"], ["import", "--json"], ["watch"]]
)
def test_no_message_gives_away_what_is_in_the_cells(
    command: list[str], terminal: Terminal, table: Path
) -> None:
    assert terminal.types(*command, table) == 2
    assert terminal.out == ""
    assert not re.search("Vries|0612|9:10|11-3", terminal.err)


def test_an_unclear_file_without_names_of_columns_says_how_too(
    terminal: Terminal, tmp_path: Path
) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("11-3-2031;9:10;Jan de Vries\n11-3-2031;9:20;Eva Berg\n", encoding="utf-8")
    assert terminal.types("import", path) == 2
    assert "--map 'datum=kolom 1'" in terminal.err
    assert "Berg" not in terminal.err


def test_a_column_that_is_not_there_stops_with_those_that_are(
    terminal: Terminal, table: Path
) -> None:
    assert terminal.types("profile", "save", "A", table, *MAPPED[:4], "--map", "naam=Onzin") == 2
    assert "“Onzin” staat niet in dit bestand" in terminal.err
    assert "--map 'tijd=Hoe laat'" in terminal.err
    assert " save A " in terminal.err
    assert terminal.json("profiles") == []


def test_a_profile_for_another_file_stops_with_the_columns_of_this_one(
    terminal: Terminal, table: Path, tmp_path: Path
) -> None:
    terminal.types("profile", "save", "Atlas", table, *MAPPED)
    other = tmp_path / "anders.csv"
    other.write_text("een;twee;drie\n1;2;3\n", encoding="utf-8")
    assert terminal.types("import", other, "--profile", "Atlas") == 2
    assert "een, twee, drie" in terminal.err


def test_a_database_with_more_than_one_table_says_which(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "systeem.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE klanten (nummer, naam)")
        db.execute("CREATE TABLE afspraken (dag_van, uur_van, wie)")
        db.execute("INSERT INTO afspraken VALUES ('2031-03-11', '9:10', 'Jan de Vries')")
        db.commit()
    assert terminal.types("import", path) == 2
    assert "afspraken, klanten" in terminal.err
    columns = ["--map", "datum=dag_van", "--map", "tijd=uur_van", "--map", "naam=wie"]
    assert terminal.types("profile", "save", "A", path, "--table", "weg", *columns) == 2
    assert "afspraken, klanten" in terminal.err
    assert terminal.types("profile", "save", "A", path, "--table", "afspraken", *columns) == 0
    assert terminal.json("import", path)["new"] == 1


def test_a_profile_by_which_nothing_can_be_read_is_not_kept(
    terminal: Terminal, table: Path
) -> None:
    wrong = ["--map", "datum=Klant", "--map", "tijd=Hoe laat", "--map", "naam=Klant"]
    assert terminal.types("profile", "save", "Atlas", table, *wrong) == 1
    assert "geen enkele afspraak lezen. regel 2:" in terminal.err
    assert terminal.json("profiles") == []


@pytest.mark.parametrize(
    "mapped",
    [
        ["--map", "achternaam"],
        ["--map", "sterrenbeeld=Klant"],
        ["--map", "=Klant"],
        ["--map", "naam=Klant", "--map", "NAAM = Mobielnr"],
        ["--name-from", "title"],
        ["--separator", ""],
        ["--practitioner", "Bakker"],
        ["--order", "jj"],
    ],
)
def test_what_makes_no_sense_is_a_wrong_call(
    mapped: list[str], terminal: Terminal, table: Path
) -> None:
    assert terminal.types("profile", "save", "A", table, *mapped) == 2
    assert terminal.err
    assert terminal.json("profiles") == []


@pytest.mark.parametrize(
    "chosen",
    [
        ["--map", "naam=SUMMARY"],
        ["--table", "blad"],
        ["--split-prefix"],
        ["--order", "md"],
        ["--practitioner-from", "fixed"],
        ["--name-from", "after", "--separator", ""],
        ["--name-from", "ergens"],
    ],
)
def test_what_makes_no_sense_for_a_calendar_is_a_wrong_call(
    chosen: list[str], terminal: Terminal, ics: Path
) -> None:
    assert terminal.types("profile", "save", "Kamer", ics, *chosen) == 2
    assert terminal.json("profiles") == []


def test_fhir_needs_no_choices(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"resourceType": "Bundle", "entry": []}', encoding="utf-8")
    assert terminal.types("profile", "save", "F", path, "--map", "naam=name") == 2
    assert "FHIR" in terminal.err


def test_a_column_that_was_guessed_can_be_left_out(terminal: Terminal, table: Path) -> None:
    terminal.types("profile", "save", "Atlas", table, *MAPPED, "--map", "telefoon=")
    (kept,) = terminal.json("profiles")
    assert kept["table"]["columns"] == {"datum": "Wanneer", "tijd": "Hoe laat", "naam": "Klant"}


def test_how_a_calendar_is_read_can_be_chosen(terminal: Terminal, ics: Path) -> None:
    chosen = ["--name-from", "after", "--separator", " - ", "--treatment-from", "rest"]
    assert terminal.types("profile", "save", "Kamer", ics, *chosen, "--practitioner", "Bakker") == 0
    (kept,) = terminal.json("profiles")
    assert kept["calendar"] == {
        "name_from": "after",
        "separator": " - ",
        "treatment_from": "rest",
        "practitioner_from": "fixed",
        "practitioner": "Bakker",
    }
    assert terminal.types("preview", ics, "--from", "1-1-2031", "--to", "31-12-2031") == 0
    assert re.search(r"11-03-2031 10:10 .*Bos.* controle +Bakker", terminal.out)


def test_what_was_not_said_again_stays_as_it_was(terminal: Terminal, ics: Path) -> None:
    terminal.types("profile", "save", "Kamer", ics, "--name-from", "after", "--separator", " - ")
    assert terminal.types("profile", "save", "Kamer", ics, "--treatment-from", "none") == 0
    (kept,) = terminal.json("profiles")
    assert (kept["calendar"]["name_from"], kept["calendar"]["treatment_from"]) == ("after", "")
    assert terminal.types("profile", "save", "Kamer", ics, "--name-from", "as-received") == 0
    assert terminal.json("profiles")[0]["calendar"]["name_from"] == ""


def test_the_profiles_are_listed(terminal: Terminal, table: Path, ics: Path) -> None:
    assert terminal.types("profiles") == 0
    assert "Er zijn nog geen profielen." in terminal.out
    terminal.types("profile", "save", "Zaal", table, *MAPPED)
    terminal.types("profile", "save", "kamer", ics, "--name-from", "as-received")
    assert terminal.types("profiles") == 0
    first, second = terminal.out.splitlines()
    assert first.startswith("kamer  agenda: naam uit as-received")
    assert second.startswith("Zaal   ")
    assert "naam=Klant" in second


def test_a_profile_can_be_forgotten(terminal: Terminal, table: Path) -> None:
    terminal.types("profile", "save", "Atlas", table, *MAPPED)
    terminal.types("import", table)
    assert terminal.types("profile", "remove", "ATLAS") == 0
    assert "Vergeten: Atlas." in terminal.out
    assert terminal.types("import", table) == 2
    assert terminal.json("sources")[0]["appointments"] == 1


@pytest.mark.parametrize(
    "words", [["profile", "remove", "Zaal"], ["import", "{table}", "--profile", "Zaal"]]
)
def test_a_profile_that_is_not_there_is_told(
    words: list[str], terminal: Terminal, table: Path
) -> None:
    assert terminal.types(*(word.format(table=table) for word in words)) == 1
    assert "Er is geen profiel «Zaal»" in terminal.err


@pytest.mark.parametrize(
    "days",
    [
        ["--from", "1-1-2032", "--to", "1-1-2031"],
        ["--from", "1-1-2090"],
        ["--to", "1-1-1990"],
        ["--from", "gisteren"],
    ],
)
@pytest.mark.parametrize("command", ["import", "preview"])
def test_days_in_the_wrong_order_are_a_wrong_call(
    command: str, days: list[str], terminal: Terminal, ics: Path
) -> None:
    """Otherwise everything is passed over, and nobody knows why."""
    assert terminal.types(command, ics, *days) == 2
    assert terminal.err.startswith("Dit klopt niet:")


BAD_FILES = {
    "empty": b"",
    "binary": bytes(range(256)) * 50,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(1000),
    "a zip": b"PK\x03\x04" + bytes(1000),
    "a database": b"SQLite format 3\0" + bytes(4000),
    "half a calendar": CALENDAR[:60].encode(),
    "a calendar of zeros": b"BEGIN:VCALENDAR\n" + bytes(5000),
    "a calendar in no encoding": b"BEGIN:VCALENDAR\n\xff\xfe\xfd\x81\x8d",
    "half a bundle": b'{"resourceType": "Bundle", "entry": [',
    "deep": b"[" * 100_000,
    "a web page": b"<!DOCTYPE html><html><body>a;b;c</body></html>",
    "one word": b"hallo",
}


@pytest.mark.parametrize("content", BAD_FILES.values(), ids=BAD_FILES.keys())
@pytest.mark.parametrize("command", ["import", "preview", "profile save Naam", "watch"])
def test_whatever_the_file_nothing_falls_over(
    command: str, content: bytes, terminal: Terminal, tmp_path: Path
) -> None:
    path = tmp_path / "agenda.csv"
    path.write_bytes(content)
    code = terminal.types(*command.split(), path)
    assert code in (0, 1, 2)
    assert terminal.out or terminal.err
    assert "Balie zelf" not in terminal.err
