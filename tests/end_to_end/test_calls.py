"""Every way to call the program: the right exit code, a Dutch sentence, never a traceback."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reception_assistant import __version__
from reception_assistant.__main__ import window_options
from reception_assistant.cli import main as cli_main
from reception_assistant.cli.demo_choice import DISCIPLINES
from reception_assistant.cli.main import run
from reception_assistant.desk import demo
from reception_assistant.desk.health import HealthDesk
from reception_assistant.settings.catalogue import DISCIPLINE
from tests.helpers.process import balie, started

WRONG_CALLS = [
    ["nothing"],
    ["--nothing"],
    ["agenda"],
    ["agenda", "nothing"],
    ["agenda", "import"],
    ["agenda", "import", "a.csv", "b.csv"],
    ["today", "extra"],
    ["today", "--date"],
    ["today", "--date", "morgen"],
    ["today", "--date", "31-2-2031"],
    ["today", "--date", "\x00"],
    ["today", "--at", "25:00"],
    ["today", "--at", "halfnegen"],
    ["today", "--json=ja"],
    ["today", "--nothing"],
    ["settings"],
    ["settings", "get"],
    ["settings", "get", "nothing"],
    ["settings", "set", "practice.name"],
    ["settings", "set", "nothing", "x"],
    ["doctor", "extra"],
    ["--data"],
    ["--demo", "nothing"],
    ["--demo=nothing", "today"],
]


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECEPTION_ASSISTANT_DATA", str(tmp_path / "data"))


@pytest.mark.parametrize("arguments", WRONG_CALLS, ids=" ".join)
def test_a_wrong_call_is_told_in_dutch_and_does_nothing(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.endswith("Met --help ziet u wat er kan.\n")
    assert not any(
        word in streams.err for word in ("Error", "No such", "Missing", "Invalid", "Got")
    )
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["today", "--version"],
        ["agenda", "--version"],
        ["agenda", "import", "--version"],
    ],
)
def test_the_version_is_told_before_and_after_the_command(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 0
    assert capsys.readouterr().out == f"Balie {__version__}\n"


@pytest.mark.parametrize(
    "command", [[], ["agenda"], ["agenda", "import"], ["today"], ["doctor"], ["settings"]]
)
def test_every_command_explains_itself(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "--help"]) == 0
    assert "--help" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["--demo", "today"],
        ["today", "--demo"],
        ["--demo", "agenda", "import"],
        ["doctor", "--demo"],
        ["--demo", "dierenarts", "today"],
        ["today", "--demo", "welzijn"],
        ["today", "--demo=huisarts"],
    ],
)
def test_the_demo_comes_before_or_after_the_command(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "agenda.csv"
    file.write_text("datum;tijd;naam\n11-3-2031;09:10;Bos\n", encoding="utf-8")
    assert run([*arguments, *([str(file)] if "import" in arguments else []), "--json"]) in (0, 1)
    told = json.loads(capsys.readouterr().out)
    assert told
    assert not (tmp_path / "data").exists()


def test_every_demo_can_be_asked_for() -> None:
    assert demo.DISCIPLINES == DISCIPLINES == DISCIPLINE.choices[:-1]


def test_the_demo_is_made_anew_each_time(capsys: pytest.CaptureFixture[str]) -> None:
    for _each in range(2):
        assert run(["settings", "set", "practice.name", "Anders", "--demo"]) == 1
        assert "alleen een beheerder" in capsys.readouterr().err
        assert run(["today", "--demo", "--json", "--all"]) == 0
        assert len(json.loads(capsys.readouterr().out)) == 40


def test_a_chosen_folder_goes_before_that_of_the_environment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (
        ["--data", str(tmp_path / "one"), "today"],
        ["today", "--data", str(tmp_path / "two")],
        ["today", f"--data={tmp_path / 'three'}"],
        ["--data", str(tmp_path / "outer"), "today", "--data", str(tmp_path / "inner")],
        ["today"],
    ):
        assert run(arguments) == 0
    made = {path.parent.name for path in tmp_path.glob("*/balie.db")}
    assert made == {"one", "two", "three", "inner", "data"}


def test_settings_are_shown_and_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["settings", "set", "practice.name", "De Linde"]) == 0
    assert run(["settings", "get", "practice.name"]) == 0
    assert capsys.readouterr().out == "De Linde\n"
    assert run(["settings", "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["practice.name"] == "De Linde"
    assert run(["settings", "list"]) == 0
    assert "De Linde" in capsys.readouterr().out
    assert run(["settings", "set", "look.text_size", "9"]) == 1
    assert "van 100 tot 200" in capsys.readouterr().err
    assert run(["today"]) == 0
    assert capsys.readouterr().out.startswith("De Linde · ")


def test_doctor_tells_what_it_saw(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["doctor", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert [list(each) for each in told] == [["subject", "well", "seen", "advice"]] * 6
    assert code == (0 if all(each["well"] for each in told) else 1)
    assert run(["doctor"]) == code
    assert "gegevens" in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"datum;tijd;naam\n" * 300, b"\x00" * 9000])
def test_a_broken_database_is_told_kept_and_begun_anew(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "balie.db").write_bytes(content)
    assert run(["today"]) == 0
    assert "niet te lezen" in capsys.readouterr().err
    (aside,) = (tmp_path / "data").glob("balie-beschadigd-*.db")
    assert aside.read_bytes() == content


@pytest.mark.parametrize("command", [["today"], ["doctor"], ["settings", "list"]])
def test_a_place_that_is_not_safe_is_told_by_every_command(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "--data", str(tmp_path / "Dropbox" / "balie")]) == 1
    streams = capsys.readouterr()
    assert "Dropbox" in streams.err
    assert streams.out == ""


@pytest.mark.parametrize("folder", ["/dev/null/balie", "/proc/balie", "a\0b"])
def test_a_folder_that_cannot_be_is_told(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["today", "--data", folder]) == 1
    streams = capsys.readouterr()
    assert streams.err.count("\n") == 1
    assert "Traceback" not in streams.err


def test_a_mistake_of_our_own_is_one_sentence_without_what_was_typed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_self: HealthDesk) -> None:
        raise KeyError("Zonneveld")

    monkeypatch.setattr(HealthDesk, "examine", fail)
    assert run(["doctor"]) == 1
    told = capsys.readouterr().err
    assert "mis in Balie zelf" in told
    assert "KeyError test_calls.py:" in told
    assert "Zonneveld" not in told
    assert told.count("\n") == 1


def test_stopping_a_command_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(_self: HealthDesk) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(HealthDesk, "examine", stop)
    assert cli_main.run(["doctor"]) == 1
    assert "Gestopt." in capsys.readouterr().err


def test_the_program_runs_from_a_terminal(tmp_path: Path) -> None:
    told = balie("today", data=tmp_path / "data")
    assert (told.code, told.err) == (0, "")
    assert "niemand in de agenda" in told.out
    wrong = balie("nothing", data=tmp_path / "data")
    assert (wrong.code, wrong.out) == (2, "")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_terminal_that_lacks_letters_still_gets_its_answer(encoding: str, tmp_path: Path) -> None:
    process = started("today", "--demo", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert b"Jansen" in out


def test_a_reader_that_stops_early_is_no_trouble(tmp_path: Path) -> None:
    """As in `reception-assistant today --demo --json | head -1`."""
    process = started("today", "--demo", "--json", data=tmp_path / "data")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    err = process.stderr.read()
    process.wait(timeout=60)
    process.stderr.close()
    assert err == b""


def test_without_any_output_nothing_breaks(tmp_path: Path) -> None:
    """As a scheduled task may be started: no stdout at all."""
    script = (
        "import sys; sys.stdout = sys.stderr = None\n"
        "from reception_assistant.cli.main import run\n"
        f"raise SystemExit(run(['today', '--data', {str(tmp_path / 'data')!r}]))"
    )
    told = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True)  # noqa: S603
    assert (told.returncode, told.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ([], {}),
        (["--demo"], {"--demo": "tandarts"}),
        (["--demo", "huisarts"], {"--demo": "huisarts"}),
        (["--demo=welzijn"], {"--demo": "welzijn"}),
        (["--data", "x"], {"--data": "x"}),
        (["--data=x", "--demo"], {"--data": "x", "--demo": "tandarts"}),
        (["--screenshots", "y"], {"--screenshots": "y"}),
        (["--data"], None),
        (["--data="], None),
        (["today"], None),
        (["--demo", "today"], None),
        (["--data", "x", "today"], None),
        (["--version"], None),
        (["--help"], None),
        (["--nothing"], None),
        (["--demo=yes"], None),
    ],
)
def test_only_a_call_without_a_command_opens_the_window(
    arguments: list[str], options: dict[str, str] | None
) -> None:
    assert window_options(arguments) == options
