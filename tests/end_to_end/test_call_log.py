"""`calls export` and `calls import`: the log for a spreadsheet, and back without a change."""

import csv
import json
import os
import stat
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from reception_assistant.calls.call import CallRecord
from reception_assistant.cli.main import run
from tests.core.calls.talks import Talk, fill_library, promise, somebody
from tests.helpers.practice import open_practice
from tests.helpers.process import balie

NOTE = '=HYPERLINK("http://example.com")\nZei: "ik bel; morgen"'


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder of a practice with a call on the 23rd and one on the 24th."""
    folder = tmp_path / "data"
    monkeypatch.setenv("RECEPTION_ASSISTANT_DATA", str(folder))
    with open_practice(folder) as practice:
        fill_library(practice)
        (jan,) = somebody(practice, "Vries")
        practice.at("16:00", date(2026, 11, 23))
        talk = Talk(practice, jan, "+31612345678")
        talk.is_about(reason="factuur")
        talk.writes(NOTE)
        talk.ends("terugbelafspraak", promise=promise(practice))
        practice.at("09:00")
        Talk(practice).ends()
        practice.desk.calls.log_ended(practice.by)
    return folder


def records(folder: Path) -> list[CallRecord]:
    with open_practice(folder) as practice:
        return practice.desk.calls.records()


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_the_log_goes_to_another_computer_unchanged(
    kind: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, other = tmp_path / "logboek", tmp_path / "other"
    assert run(["calls", "export", "--format", kind, "--output", str(file)]) == 0
    assert capsys.readouterr().out == "2 gesprekken bewaard in logboek.\n"
    for told in ("2 gesprekken toegevoegd. 0 stonden er al.\n", "0 gesprekken toegevoegd. 2 sto"):
        assert run(["calls", "import", str(file), "--data", str(other)]) == 0
        assert capsys.readouterr().out.startswith(told)
    assert records(other) == records(data)
    assert run(["calls", "import", str(file)]) == 0
    assert capsys.readouterr().out == "0 gesprekken toegevoegd. 2 stonden er al.\n"


def test_a_spreadsheet_gets_text_and_no_formula(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "logboek.csv"
    assert run(["calls", "export", "--output", str(file)]) == 0
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")  # Excel reads the letters as UTF-8 by it
    first = next(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert first["notitie"] == "'" + NOTE
    assert first["nummer"] == "'+31612345678"
    assert (first["datum"], first["van"]) == ("23-11-2026", "16:00")
    assert (first["reden"], first["afloop"]) == ("Rekening", "Wij bellen terug")


def test_the_days_are_inclusive_and_the_answer_can_be_piped(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def exported(*days: str) -> list[str]:
        assert run(["calls", "export", "--format", "json", *days]) == 0
        return [each["started_utc"][:10] for each in json.loads(capsys.readouterr().out)]

    assert exported() == ["2026-11-23", "2026-11-24"]
    assert exported("--from", "24-11-2026") == ["2026-11-24"]
    assert exported("--to", "2026-11-23") == ["2026-11-23"]
    assert exported("--from", "23-11-2026", "--to", "24-11-2026") == ["2026-11-23", "2026-11-24"]
    assert exported("--from", "25-11-2026") == []


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps other rights")
def test_only_the_user_may_read_what_is_written(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "logboek.csv"
    assert run(["calls", "export", "--output", str(file)]) == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_is_never_written_over(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "logboek.csv"
    file.write_text("van iemand anders", encoding="utf-8")
    assert run(["calls", "export", "--output", str(file)]) == 1
    assert "niets overschreven" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "van iemand anders"
    assert run(["calls", "export", "--output", str(tmp_path / "weg" / "logboek.csv")]) == 1
    assert "kan hier niet worden bewaard" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "--from", "ooit"],
        ["export", "--from", "25-11-2026", "--to", "24-11-2026"],
        ["export", "--format", "xml"],
        ["import"],
        ["import", "weg.csv"],
        ["nothing"],
    ],
    ids=" ".join,
)
def test_a_wrong_call_is_told_in_dutch(
    arguments: list[str], data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["calls", *arguments]) == 2
    told = capsys.readouterr().err
    assert told.endswith("Met --help ziet u wat er kan.\n")
    assert "'xml'" not in told


@pytest.mark.parametrize("content", [b"", b"datum;tijd\n1;2\n", b"\xff\xfe\x00", b"[{}]"])
def test_another_file_adds_nothing(
    content: bytes, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "iets.csv"
    file.write_bytes(content)
    assert run(["calls", "import", str(file)]) == 1
    assert "niets toegevoegd" in capsys.readouterr().err
    assert len(records(data)) == 2


def test_a_terminal_that_lacks_letters_still_gets_the_whole_file(
    data: Path, tmp_path: Path
) -> None:
    told = balie("calls", "export", data=data, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (told.code, told.err) == (0, "")
    assert "geëindigd utc" in told.out
    piped = tmp_path / "piped.csv"
    piped.write_bytes(told.out.encode())
    assert run(["calls", "import", str(piped), "--data", str(tmp_path / "other")]) == 0
    assert records(tmp_path / "other") == records(data)
