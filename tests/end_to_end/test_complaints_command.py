"""`complaints`: begun, shown, found and taken elsewhere, and what is private stays here."""

import csv
import json
import os
import stat
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest

from reception_assistant.cli.main import run
from reception_assistant.complaints.complaint import Field
from tests.helpers.practice import open_practice

PRIVATE = "Klonk alsof er thuis iets speelt"
WORDS = '=HYPERLINK("http://example.com")'


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder of a practice."""
    folder = tmp_path / "data"
    monkeypatch.setenv("RECEPTION_ASSISTANT_DATA", str(folder))
    return folder


@pytest.fixture
def begun(data: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Give the id of a complaint with something private."""
    told = ("--who", "mevrouw De Vries", "--reach", "+31612345678", "--words", WORDS)
    assert run(["complaints", "begin", "lang gewacht", *told, "--received", "12-11-2025"]) == 0
    key = capsys.readouterr().out.removeprefix("De klacht is genoteerd: ").strip()
    with open_practice(data) as practice:
        practice.desk.after.complaints.write(key, {Field.BETWEEN_LINES: PRIVATE}, {}, practice.by)
    return key


def test_the_register_stands_in_the_terminal(
    begun: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["complaints", "list"]) == 0
    line = capsys.readouterr().out
    for part in ("te laat", "mevrouw De Vries", "lang gewacht", "stap 3 van 7", "Balie", begun):
        assert part in line
    assert run(["complaints", "list", "--json", "--text", "VRIES"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["id"], row["phase"], row["overdue"]) == (begun, 3, True)
    for none in ("--closed", "--text=niets"):
        assert run(["complaints", "list", none]) == 0
        assert capsys.readouterr().out == "Er zijn hier geen klachten.\n"


def test_a_record_is_shown_without_what_is_private(
    begun: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for how in ((), ("--json",)):
        assert run(["complaints", "show", begun, *how]) == 0
        shown = capsys.readouterr().out
        assert "mevrouw De Vries" in shown
        assert "HYPERLINK" in shown
        assert PRIVATE not in shown
    assert run(["complaints", "show", "niets"]) == 1
    assert "complaints list" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_an_export_holds_nothing_private_and_no_formula(
    kind: str, begun: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "klachten"
    how = ("--format", kind, "--output", str(file))
    assert run(["complaints", "export", "--from", "12-11-2025", *how]) == 0
    assert capsys.readouterr().out == "1 klacht bewaard in klachten.\n"
    text = file.read_text(encoding="utf-8-sig")
    assert PRIVATE not in text
    assert "tussen-de-regels" not in text
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    if kind == "csv":
        (row,) = csv.DictReader(StringIO(text, newline=""), delimiter=";")
        assert row["woorden"] == "'" + WORDS
        assert row["bereik"] == "'+31612345678"
        assert (row["wie"], row["binnen"], row["stap"]) == ("mevrouw De Vries", "2025-11-12", "3")
    else:
        (told,) = json.loads(text)
        assert (told["id"], told["answers"]) == (begun, {"woorden": WORDS})
    assert run(["complaints", "export", *how]) == 1
    assert "overschreven" in capsys.readouterr().err


def test_the_days_of_an_export_are_inclusive(
    begun: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def exported(*days: str) -> int:
        assert run(["complaints", "export", "--format", "json", *days]) == 0
        return len(json.loads(capsys.readouterr().out))

    assert exported("--to", "12-11-2025") == exported("--from", "12-11-2025") == 1
    assert exported("--to", "11-11-2025") == exported("--from", "13-11-2025") == 0
    assert run(["complaints", "export", "--from", "2026-02-30"]) == 2


def test_what_cannot_be_is_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tomorrow = f"{date.today() + timedelta(days=2):%d-%m-%Y}"  # noqa: DTZ011  the day it is here
    assert run(["complaints", "begin", "iets", "--received", tomorrow]) == 1
    assert "Vul vandaag in" in capsys.readouterr().err
    assert run(["complaints", "begin", " "]) == 1
    assert "waar het over gaat" in capsys.readouterr().err
    assert run(["complaints", "begin", "iets", "--received", "ooit"]) == 2
