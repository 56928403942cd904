"""`today` as somebody at a terminal, or a script, meets it."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reception_assistant.agenda.visit import Status
from reception_assistant.cli.main import run

DAY = "2031-03-11"  # a Tuesday
DATA = Path(__file__).parents[1] / "data"
HEADER = (
    "datum;tijd;patientnummer;voornaam;voorvoegsel;achternaam;aanspreekvorm;kenmerken;behandeling;"
    "behandelaar;status"
)
ROWS = (
    f"{DAY};15:00;3;Ria;;Bos;v;;controle;Smit;afgezegd",
    f"{DAY};09:10;1;Jan;de;Vries;m;slechthorend;controle;Bakker;gepland",
    "2031-09-11;09:10;1;Jan;de;Vries;m;;controle;Bakker;gepland",
    f"{DAY};08:00;2;Eva;;Kok;v;niet-hardop;vulling;Bakker;gekomen",
)
FIELDS = [
    *("time", "spoken_name", "list_name", "sort_key", "greeting", "farewell", "next_appointment"),
    *("treatment", "practitioner", "status", "cues"),
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Give the folder of a practice with a few appointments."""
    return _practice(tmp_path, HEADER, *ROWS)


def _practice(folder: Path, *lines: str) -> Path:
    file = folder / "agenda.csv"
    file.write_text("\n".join((*lines, "")), encoding="utf-8")
    assert run(["--data", str(folder / "data"), "agenda", "import", str(file)]) == 0
    return folder / "data"


@pytest.fixture
def today(data: Path, capsys: pytest.CaptureFixture[str]) -> "Today":
    """Give a way to ask for the day."""
    capsys.readouterr()
    return Today(data, capsys)


class Today:
    """Asks for a day as JSON."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._data = data
        self._capsys = capsys

    def json(self, *arguments: str) -> Any:
        assert run(["today", "--data", str(self._data), "--json", *arguments]) == 0
        return json.loads(self._capsys.readouterr().out)

    def text(self, *arguments: str) -> str:
        assert run(["today", "--data", str(self._data), *arguments]) == 0
        return self._capsys.readouterr().out


def test_a_visit_has_exactly_these_fields(today: Today) -> None:
    _first, visit = today.json("--date", DAY)
    assert list(visit) == FIELDS
    cues = visit.pop("cues")
    assert visit == {
        "time": "09:10",
        "spoken_name": "meneer De Vries",
        "list_name": "Vries, Jan de",
        "sort_key": "vries|jan|de",
        "greeting": "Goedemorgen meneer De Vries.",
        "farewell": "Dag meneer De Vries, tot over een half jaar! Fijne dag!",
        "next_appointment": "2031-09-11T09:10",
        "treatment": "controle",
        "practitioner": "Bakker",
        "status": "expected",
    }
    assert [list(cue) for cue in cues] == [["kind", "know", "say", "because"]]
    assert cues[0]["kind"] == "hard_of_hearing"


def test_without_a_next_appointment_there_is_none(today: Today) -> None:
    first, _visit = today.json("--date", DAY)
    assert first["next_appointment"] is None
    assert (first["greeting"], first["status"]) == ("Goedemorgen.", "arrived")
    assert first["farewell"] == "Dag, tot ziens! Fijne dag!"


def test_who_does_not_come_is_shown_only_when_asked_for(today: Today) -> None:
    assert [visit["time"] for visit in today.json("--date", DAY)] == ["08:00", "09:10"]
    everybody = today.json("--date", DAY, "--all")
    assert [visit["time"] for visit in everybody] == ["08:00", "09:10", "15:00"]
    assert everybody[2]["status"] == "cancelled"
    assert {visit["status"] for visit in everybody} <= set(Status)


def test_a_given_time_is_now_for_everybody(today: Today) -> None:
    evening = today.json("--date", DAY, "--at", "18:05")
    assert [visit["greeting"] for visit in evening] == [
        "Goedenavond.",
        "Goedenavond meneer De Vries.",
    ]
    own = today.json("--date", DAY, "--all")
    assert own[2]["greeting"] == "Goedemiddag mevrouw Bos."


@pytest.mark.parametrize("written", ["2031-03-11", "11-3-2031", "11/03/2031", "11 maart 2031"])
def test_a_day_may_be_written_in_the_usual_ways(written: str, today: Today) -> None:
    assert len(today.json("--date", written)) == 2


def test_the_list_for_people_can_be_read_aloud(today: Today) -> None:
    text = today.text("--date", DAY)
    lines = text.splitlines()
    assert "11 maart 2031" in lines[0]
    assert lines[1].split() == ["TIJD", "NAAM", "KOMT", "VOOR", "BIJ", "STATUS"]
    (line,) = (number for number, each in enumerate(lines) if each.startswith("09:10"))
    assert lines[line].startswith("09:10  meneer De Vries")
    assert lines[line].endswith("Bakker  verwacht")
    said = lines[line + 1].strip()
    assert said.startswith("Goedemorgen meneer De Vries.  ·  Dag meneer De Vries, tot")
    assert all(line == line.rstrip() for line in lines)


def test_an_empty_day_says_so(today: Today) -> None:
    assert "niemand in de agenda" in today.text("--date", "2031-03-12")
    assert today.json("--date", "2031-03-12") == []


def test_without_a_day_it_is_today(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # Around midnight the day may turn while this runs: either one is right.
    before = date.today()  # noqa: DTZ011  the wall clock is what the user sees
    rows = [f"{before};{hour:02}:00;{hour};;;Bos;;;;;" for hour in range(24)]
    data = _practice(tmp_path, HEADER, *rows)
    capsys.readouterr()
    listed = Today(data, capsys).json()
    assert len(listed) in (24, 0)
    assert len({visit["greeting"] for visit in listed}) <= 1  # one moment for everybody


def _surnames() -> list[tuple[str, str]]:
    with (DATA / "agenda" / "surnames.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return [(row["voorvoegsel"], row["achternaam"]) for row in rows]


def _all_day(surnames: list[tuple[str, str]]) -> list[str]:
    return [
        f"{DAY};{8 + number // 60:02}:{number % 60:02};{number};;{prefix};{surname};"
        f"{('m', 'v')[number % 2]};;;;"
        for number, (prefix, surname) in enumerate(surnames)
    ]


def test_a_day_of_every_kind_of_surname_goes_through_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Five hundred appointments; the names were written for this test."""
    surnames = (_surnames() * 5)[:500]
    assert len(set(surnames)) > 110
    data = _practice(tmp_path, HEADER, *_all_day(surnames))
    assert "500 nieuw" in capsys.readouterr().out
    listed = Today(data, capsys).json("--date", DAY)
    assert len(listed) == 500
    for visit, (prefix, surname) in zip(listed, surnames, strict=True):
        if surname != ".":  # registered as unknown
            assert surname in visit["spoken_name"], surname
            assert prefix.casefold() in visit["spoken_name"].casefold()
            assert surname in visit["list_name"]
            assert visit["spoken_name"].removeprefix("me").startswith(("neer ", "vrouw "))
        assert "  " not in visit["greeting"] + visit["farewell"]
        assert visit["greeting"].startswith("Goede")
    assert len(Today(data, capsys).text("--date", DAY).splitlines()) == 2 + 2 * 500
