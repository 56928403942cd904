"""`follow-ups`: from a terminal, what was promised is shown, tried, handed over and done."""

import json
from collections.abc import Sequence
from pathlib import Path

import click
import pytest

from reception_assistant.cli.follow_ups import follow_ups
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import open_desk
from reception_assistant.errors import KnownError
from reception_assistant.staff.employee import Role

Groups = dict[str, Sequence[dict[str, object]]]

pytestmark = pytest.mark.usefixtures("_data")


@pytest.fixture
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECEPTION_ASSISTANT_DATA", str(tmp_path / "data"))


@pytest.fixture
def _youssef(tmp_path: Path) -> None:
    with open_desk(tmp_path / "data") as desk:
        desk.staff.add("Youssef", Role.RECEPTIONIST, By(desk.staff.at_the_desk()))


def run(*arguments: str) -> None:
    follow_ups.main(args=list(arguments), standalone_mode=False)


def listed(
    capsys: pytest.CaptureFixture[str], *options: str
) -> dict[str, Sequence[dict[str, object]]]:
    capsys.readouterr()
    run("--json", *options)
    found: dict[str, Sequence[dict[str, object]]] = json.loads(capsys.readouterr().out)
    return found


def added(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    """Promise something for later, and return its number."""
    run("add", "Rekening nakijken", "--before", "over 2 weken", "--whom", "meneer Jansen", *options)
    (row,) = listed(capsys)["later"]
    return str(row["id"])


@pytest.mark.usefixtures("_youssef")
def test_a_promise_from_beginning_to_end(capsys: pytest.CaptureFixture[str]) -> None:
    run()
    assert capsys.readouterr().out == "Er staat niets open.\n"
    key = added(capsys)
    run()
    told = capsys.readouterr().out
    assert told.startswith("LATER (1)")
    assert "meneer Jansen" in told
    run("tried", key, "--note", "In gesprek")
    assert capsys.readouterr().out.startswith("1 keer geprobeerd. Opnieuw vanaf ")
    run("hand-over", key, "youssef", "--note", "Ik ben er morgen niet")
    assert capsys.readouterr().out == "Youssef zorgt hier nu voor.\n"
    mine = listed(capsys, "--mine", "Youssef")
    assert [row["id"] for rows in mine.values() for row in rows] == [key]
    run(
        "done",
        key,
        "--result",
        "Gebeld",
        "--helped",
        "deels",
        "--next",
        "Mailen",
        "--before",
        "over 3 weken",
    )
    assert capsys.readouterr().out.startswith("Afgerond. Wat volgt: ")
    (row,) = listed(capsys)["later"]
    assert (row["what"], row["who"]) == ("Mailen", "meneer Jansen")
    run("done", str(row["id"]), "--result", "Gemaild", "--helped", "ja")
    assert capsys.readouterr().out == "Afgerond.\n"
    assert not any(listed(capsys).values())


def test_we_call_somebody_else_ourselves(capsys: pytest.CaptureFixture[str]) -> None:
    key = added(capsys, "--third-party", "Zilverdam")
    run("tried", key, "--reached", "gesproken")
    (row,) = listed(capsys)["waiting"]
    assert row["waits_for"] == "Zilverdam"
    run()
    assert "wacht op Zilverdam" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["tried", "nothing"], "is er niet meer"),
        (["hand-over", "nothing", "Niemand"], "«Niemand» is er niet"),
        (["--mine", "Niemand"], "«Niemand» is er niet"),
        (["done", "nothing", "--helped", "nee", "--result", "x"], "Wat doet u nu"),
    ],
)
def test_what_cannot_be_is_told_in_dutch(arguments: list[str], told: str) -> None:
    with pytest.raises(KnownError, match=told):
        run(*arguments)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["add", "Bellen", "--before", "blauw"], "morgen voor 12"),
        (["add", "Bellen", "--before", "gisteren"], "morgen voor 12"),
        (["tried", "x", "--reached", "half"], "kies uit: niet-bereikt"),
        (["done", "x", "--helped", "misschien"], "kies uit: ja"),
    ],
)
def test_a_wrong_word_is_told_in_dutch(arguments: list[str], told: str) -> None:
    with pytest.raises(click.BadParameter, match=told):
        run(*arguments)
