"""`agenda sources`, `watch` and `refresh` as somebody at a terminal, or a script, meets them."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from reception_assistant.cli.main import run
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import open_desk
from reception_assistant.staff.employee import Role

DAY = "11-3-2031"
HEADER = "datum;tijd;patientnummer;achternaam;behandelaar"
VRIES = f"{DAY};09:10;1;Vries;Bakker"
BERG = f"{DAY};09:30;2;Berg;Bakker"
DAM = f"{DAY};09:50;3;Dam;Bakker"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder that the commands work on."""
    folder = tmp_path / "data"
    monkeypatch.setenv("RECEPTION_ASSISTANT_DATA", str(folder))
    return folder


class Terminal:
    """Where somebody types; what was said by the last command."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.out = self.err = ""

    def types(self, *words: str | Path) -> int:
        """Run a command and return its exit code."""
        code = run([*map(str, words)])
        self.out, self.err = self._capsys.readouterr()
        assert "Traceback" not in self.out + self.err
        return code

    def sources(self) -> Any:
        """Return what `agenda sources` answers to a program."""
        assert self.types("agenda", "sources", "--json") == 0
        return json.loads(self.out)

    def day(self) -> list[str]:
        """Return who is in the day."""
        assert self.types("today", "--date", DAY, "--json") == 0
        return [visit["list_name"] for visit in json.loads(self.out)]


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


def write(path: Path, *rows: str) -> Path:
    """Write a file, later than the one before."""
    before = path.stat().st_mtime_ns if path.exists() else 10**18
    path.write_text("\n".join((HEADER, *rows, "")), encoding="utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))
    return path


def test_the_sources_tell_when_from_where_and_what_was_not_understood(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = write(tmp_path / "a.csv", VRIES, f"{DAY};25:00;3;Bos;")
    terminal.types("agenda", "import", file)
    assert terminal.types("agenda", "sources") == 0
    first, *others = terminal.out.splitlines()
    assert first.startswith("eigen csv: 1 afspraak, gelezen: ")
    assert others == [f"  van {file}", "  regel 3: Deze tijd bestaat niet."]


def test_a_program_is_told_of_the_sources_with_exactly_these_fields(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = write(tmp_path / "a.csv", VRIES, f"{DAY};25:00;3;Bos;")
    terminal.types("agenda", "import", file)
    terminal.types("agenda", "watch", file)
    (told,) = terminal.sources()
    (reading,) = told.pop("readings")
    assert told == {
        "name": "eigen csv",
        "kind": "csv",
        "appointments": 1,
        "marked": 0,
        "first_day": "2031-03-11",
        "last_day": "2031-03-11",
        "profile": "",
        "watched": str(file),
        "trouble": "",
        "problems": [{"place": "regel 3", "problem": "Deze tijd bestaat niet."}],
    }
    assert (reading["place"], reading["read"], reading["new"], reading["rejected"]) == (
        str(file),
        2,
        1,
        1,
    )


def test_without_any_source_that_is_said(terminal: Terminal) -> None:
    assert terminal.types("agenda", "sources") == 0
    assert "nog geen agenda ingelezen" in terminal.out
    assert terminal.sources() == []
    assert terminal.types("agenda", "refresh") == 0
    assert "nog niets gevolgd" in terminal.out


def test_following_refreshing_and_stopping(terminal: Terminal, tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", VRIES, BERG)
    assert terminal.types("agenda", "watch", file) == 0
    assert terminal.out == f"Balie volgt nu {file}. De bron heet «eigen csv».\n"
    assert terminal.types("agenda", "refresh") == 0
    assert "eigen csv:\n2 regels gelezen." in terminal.out
    assert terminal.day() == ["Vries", "Berg"]
    write(file, VRIES, BERG, DAM)
    assert terminal.types("agenda", "refresh") == 0
    assert "1 nieuw, 0 veranderd, 2 hetzelfde" in terminal.out
    assert terminal.types("agenda", "unwatch", "Eigen csv") == 0
    assert "«eigen csv» wordt niet meer gevolgd." in terminal.out
    assert terminal.types("agenda", "refresh") == 0
    assert terminal.day() == ["Vries", "Berg", "Dam"]
    assert terminal.sources()[0]["watched"] == ""


def test_a_place_that_is_seen_from_here_is_kept_whole(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.csv", VRIES)
    monkeypatch.chdir(tmp_path)
    terminal.types("agenda", "watch", "a.csv")
    assert str(tmp_path / "a.csv") in terminal.out


def test_a_source_that_is_fed_from_elsewhere_now_says_what_it_was_fed_from(
    terminal: Terminal, tmp_path: Path
) -> None:
    first, second = write(tmp_path / "a.csv", VRIES), write(tmp_path / "b.csv", VRIES)
    terminal.types("agenda", "watch", first)
    assert terminal.types("agenda", "watch", second) == 0
    assert f"Hiervoor kwam deze bron uit {first}. Dat volgt Balie niet meer." in terminal.out
    assert terminal.types("agenda", "watch", second) == 0
    assert "Hiervoor" not in terminal.out


def test_trouble_is_told_at_each_refresh_kept_and_forgotten(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = write(tmp_path / "a.csv", VRIES)
    terminal.types("agenda", "watch", file)
    terminal.types("agenda", "refresh")
    aside = file.rename(tmp_path / "weg.csv")
    for _each in range(2):
        assert terminal.types("agenda", "refresh") == 1
        assert terminal.err.startswith("eigen csv: Het bestand of de map")
    assert terminal.types("agenda", "sources") == 0
    assert "niet bereikbaar" in terminal.out
    assert terminal.day() == ["Vries"]
    aside.rename(file)
    assert terminal.types("agenda", "refresh") == 0
    assert terminal.sources()[0]["trouble"] == ""


def test_one_source_in_trouble_does_not_keep_the_others_from_being_read(
    terminal: Terminal, tmp_path: Path
) -> None:
    folder = tmp_path / "leeg"
    folder.mkdir()
    gone = tmp_path / "a.ics"
    gone.write_text("BEGIN:VCALENDAR\nX-WR-CALNAME:A\nEND:VCALENDAR\n", encoding="utf-8")
    file = write(tmp_path / "a.csv", VRIES)
    for place in (gone, folder, file):
        assert terminal.types("agenda", "watch", place) == 0
    gone.unlink()
    assert terminal.types("agenda", "refresh") == 1
    assert terminal.err.startswith("A: ")
    assert "leeg: er staat nog geen bestand." in terminal.out
    assert terminal.day() == ["Vries"]


def test_a_folder_is_followed_with_a_profile(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "a.csv").write_text(f"een;twee;drie\n{DAY};9:10;Jan Vries\n", encoding="utf-8")
    columns = ["--map", "datum=een", "--map", "tijd=twee", "--map", "naam=drie"]
    terminal.types("agenda", "profile", "save", "Atlas", folder / "a.csv", *columns)
    assert terminal.types("agenda", "watch", folder, "--profile", "Atlas") == 0
    assert "De bron heet «Atlas»." in terminal.out
    assert terminal.types("agenda", "refresh") == 0
    assert terminal.sources()[0]["profile"] == "Atlas"
    assert terminal.types("agenda", "sources") == 0
    assert "  profiel: Atlas" in terminal.out


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("http://voorbeeld.nl/a.ics", "niet beveiligd"),
        ("https://", "niet compleet"),
        ("", "nog niets gekozen"),
        ("er niet.csv", "niet bereikbaar"),
    ],
)
def test_what_cannot_be_followed_says_why(place: str, words: str, terminal: Terminal) -> None:
    assert terminal.types("agenda", "watch", place) == 1
    assert words in terminal.err
    assert terminal.sources() == []


def test_an_address_can_be_chosen_without_being_asked_yet(terminal: Terminal) -> None:
    address = "webcal://kalender.voorbeeld.nl/a.ics"
    assert terminal.types("agenda", "watch", address, "--minutes", "30") == 0
    assert "De bron heet «kalender.voorbeeld.nl»." in terminal.out
    (told,) = terminal.sources()
    assert (told["watched"], told["readings"]) == (address, [])
    assert terminal.types("agenda", "sources") == 0
    assert "nog niet gelezen" in terminal.out


@pytest.mark.parametrize("minutes", ["4", "1441", "-1", "vaak"])
def test_an_interval_that_is_too_short_or_too_long_is_a_wrong_call(
    minutes: str, terminal: Terminal
) -> None:
    assert terminal.types("agenda", "watch", "https://voorbeeld.nl", "--minutes", minutes) == 2


def test_a_removal_first_says_what_goes(terminal: Terminal, tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", VRIES, BERG)
    terminal.types("agenda", "import", file)
    assert terminal.types("agenda", "source", "remove", "eigen csv") == 1
    assert "Met «eigen csv» gaan 2 afspraken weg" in terminal.out
    assert "--yes" in terminal.out
    assert len(terminal.day()) == 2
    assert terminal.types("agenda", "source", "remove", "eigen csv", "--yes") == 0
    assert terminal.day() == []
    assert terminal.types("agenda", "source", "remove", "eigen csv", "--yes") == 1
    assert "Er is geen bron" in terminal.err
    assert terminal.types("agenda", "import", file) == 0
    assert len(terminal.day()) == 2


def test_a_removal_says_that_the_profile_goes_too(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"een;twee;drie\n{DAY};9:10;Jan Vries\n", encoding="utf-8")
    columns = ["--map", "datum=een", "--map", "tijd=twee", "--map", "naam=drie"]
    terminal.types("agenda", "profile", "save", "Atlas", file, *columns)
    terminal.types("agenda", "import", file)
    terminal.types("agenda", "source", "remove", "Atlas")
    assert "Het profiel «Atlas» gaat ook weg." in terminal.out
    terminal.types("agenda", "source", "remove", "Atlas", "--yes")
    assert terminal.types("agenda", "import", file) == 2


def test_who_may_not_is_told_so(terminal: Terminal, tmp_path: Path, data: Path) -> None:
    file = write(tmp_path / "a.csv", VRIES)
    terminal.types("agenda", "import", file)
    terminal.types("agenda", "watch", file)
    with open_desk(data) as desk:
        by = By(desk.staff.at_the_desk())
        desk.staff.sit_down(desk.staff.add("Sanne", Role.RECEPTIONIST, by))
    for words in (
        ("watch", str(tmp_path)),
        ("unwatch", "eigen csv"),
        ("source", "remove", "eigen csv", "--yes"),
    ):
        assert terminal.types("agenda", *words) == 1
        assert "alleen een beheerder" in terminal.err
    assert terminal.types("agenda", "refresh") == 0
    assert terminal.types("agenda", "import", file) == 0
    assert terminal.sources()[0]["watched"] == str(file)


@pytest.mark.parametrize(
    "words",
    [["unwatch", "Zaal"], ["source", "remove", "Zaal"], ["source", "remove", "Zaal", "--yes"]],
)
def test_a_source_that_is_not_there_is_told(words: list[str], terminal: Terminal) -> None:
    assert terminal.types("agenda", *words) == 1
    assert "Er is geen bron «Zaal». Met «agenda sources» ziet u welke er zijn." in terminal.err


def test_the_demo_touches_nothing_of_the_practice(terminal: Terminal, tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", VRIES)
    assert terminal.types("agenda", "import", file, "--demo") == 0
    assert terminal.types("agenda", "sources", "--demo") == 0
    assert "gelezen:" in terminal.out
    assert terminal.sources() == []
