"""`feedback tell` and `feedback list`: what somebody says, noted in one line."""

import json
from pathlib import Path

import pytest

from reception_assistant.cli.main import run
from reception_assistant.complaints.feedback import Sort
from tests.helpers.practice import open_practice


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder of a practice."""
    folder = tmp_path / "data"
    monkeypatch.setenv("RECEPTION_ASSISTANT_DATA", str(folder))
    with open_practice(folder):
        return folder


def test_a_compliment_is_noted_and_says_how_to_thank(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["feedback", "tell", "Fijn geholpen", "--sort", "compliment"]) == 0
    assert capsys.readouterr().out.startswith("Opgeschreven. U kunt zeggen: Wat fijn")
    with open_practice(data) as practice:
        (kept,) = practice.desk.after.feedback.listed()
    assert (kept.sort, kept.text) == (Sort.COMPLIMENT, "Fijn geholpen")


def test_an_answer_is_promised_with_its_day(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    idea = ["Een bankje", "--sort", "idee", "--whom", "Mevrouw Bos", "--where", "online"]
    assert run(["feedback", "tell", *idea, "--reply-before", "4-12-2100"]) == 0
    told = capsys.readouterr().out
    assert "uiterlijk zaterdag 4 december" in told
    assert "Anderen lezen mee" in told
    assert run(["feedback", "list"]) == 0
    listed = capsys.readouterr().out
    assert listed.endswith("idee  Een bankje  antwoord voor 04-12-2100\n")
    assert "Bos" not in listed


def test_the_list_is_there_for_programs_and_by_sort(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["feedback", "list"]) == 0
    assert capsys.readouterr().out == "Er is nog niets opgeschreven.\n"
    for sort in ("idee", "compliment"):
        assert run(["feedback", "tell", "Mooi", "--sort", sort]) == 0
    capsys.readouterr()
    assert run(["feedback", "list", "--json", "--sort", "idee"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["sort"], told["text"]) == ("idee", "Mooi")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["tell"], 2),
        (["tell", "Mooi", "--sort", "klacht"], 2),
        (["tell", "Mooi", "--reply-before", "ooit"], 2),
        (["list", "--limit", "0"], 2),
        (["tell", "  "], 1),
        (["tell", "Mooi", "--reply-before", "4-12-2100"], 1),
    ],
)
def test_a_wrong_call_is_told_in_dutch(
    arguments: list[str], code: int, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["feedback", *arguments]) == code
    told = capsys.readouterr()
    assert (told.out, bool(told.err)) == ("", True)
    with open_practice(data) as practice:
        assert practice.desk.after.feedback.listed() == []
