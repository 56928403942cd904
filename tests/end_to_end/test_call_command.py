"""`call NUMBER`: the telephone system tells the open window who is calling."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import gettempdir

import pytest

from reception_assistant.call_pop import server_name
from reception_assistant.calls.call import Direction
from reception_assistant.cli.main import run
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import open_desk
from reception_assistant.settings.catalogue import WELCOMED, YES
from tests.end_to_end.test_window import log_of, wait_until, window


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the folder that the program will use; it is not there yet."""
    folder = tmp_path / "data"
    monkeypatch.setenv("RECEPTION_ASSISTANT_DATA", str(folder))
    yield folder
    # A window that was killed leaves the place where it listened.
    Path(gettempdir(), server_name(folder)).unlink(missing_ok=True)


def test_the_open_window_begins_a_call_with_this_number(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_desk(data) as desk:  # else the first questions are on the screen
        desk.settings.choose(WELCOMED, YES, By(desk.staff.at_the_desk()))
    with window(data):
        assert run(["call", "06 1234 5678"]) == 0
        assert capsys.readouterr().out == "Doorgegeven aan Balie.\n"
        with open_desk(data) as desk:
            wait_until(lambda: bool(desk.calls.open_calls()))
            (opened,) = desk.calls.open_calls()
            assert (opened.head.number, opened.head.direction) == ("06 12345678", Direction.IN)
        assert run(["call", "0687654321", "--data", str(data)]) == 0
        assert capsys.readouterr().out == "Doorgegeven aan Balie.\n"
        assert not any("1234" in line or "8765" in line for line in log_of(data))
    with open_desk(data) as desk:
        assert [each.head.number for each in desk.calls.open_calls()] == ["06 12345678"]


def test_without_a_window_it_says_so_and_begins_nothing(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["call", "0612345678"]) == 1
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err == (
        "Er staat geen venster van Balie open. Het nummer is niet doorgegeven. "
        "Open Balie en probeer het opnieuw.\n"
    )
    assert not data.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["anoniem"],
        ["12"],
        [""],
        ["0612345678", "0687654321"],
        ["9" * 500],
        ["0612345678", "--nothing"],
    ],
    ids=" ".join,
)
def test_what_is_no_number_is_told_and_goes_nowhere(
    arguments: list[str], data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["call", *arguments]) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.endswith("Met --help ziet u wat er kan.\n")
    assert not data.exists()


def test_the_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["call", "--help"]) == 0
    assert "telefooncentrale" in capsys.readouterr().out
