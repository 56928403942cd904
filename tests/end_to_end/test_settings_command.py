"""`settings` on the command line: the same catalogue as the screen, by subject, in Dutch."""

import json
from pathlib import Path

import pytest

from reception_assistant.cli.main import run
from reception_assistant.settings.catalogue import CATALOGUE, Group, Kind, Setting, of_group


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECEPTION_ASSISTANT_DATA", str(tmp_path / "data"))


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what a call prints, which must end well."""
    assert run(["settings", *arguments]) == 0
    streams = capsys.readouterr()
    assert streams.err == ""
    return streams.out


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Return how a call ends that changes nothing."""
    before = told(capsys, "list", "--json")
    code = run(["settings", *arguments])
    error = capsys.readouterr().err
    assert told(capsys, "list", "--json") == before
    return code, error


def test_the_list_stands_by_subject_with_every_setting_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    subjects = told(capsys, "list").rstrip("\n").split("\n\n")
    assert [subject.splitlines()[0] for subject in subjects] == [
        "Praktijk",
        "Begroeten",
        "Woorden",
        "Aandachtspunten",
        "Kaders en termijnen",
        "Uiterlijk",
        "Houdt Balie zelf bij",
    ]
    for subject, group in zip(subjects, Group, strict=True):
        lines = subject.splitlines()[1:]
        assert [line.split()[0] for line in lines] == [each.name for each in of_group(group)]
        for line, setting in zip(lines, of_group(group), strict=True):
            assert setting.label in line
    column = {line.index("Naam van") for line in subjects[0].splitlines() if "Naam van" in line}
    assert column == {subjects[3].splitlines()[1].index("Zoveel minuten")}


def test_the_list_for_programs_is_names_with_values(capsys: pytest.CaptureFixture[str]) -> None:
    values = json.loads(told(capsys, "list", "--json"))
    assert values == {setting.name: setting.default for setting in CATALOGUE}


@pytest.mark.parametrize("setting", CATALOGUE, ids=lambda setting: setting.name)
def test_what_is_told_can_be_set_again(
    setting: Setting, capsys: pytest.CaptureFixture[str]
) -> None:
    value = told(capsys, "get", setting.name).rstrip("\n")
    assert value == setting.default
    between = ";" if setting.kind in (Kind.LIST, Kind.PAIRS) else "\n"
    assert told(capsys, "set", setting.name, between.join(value.split("\n"))) == ""
    assert told(capsys, "get", setting.name).rstrip("\n") == value


def test_a_list_is_set_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    name = "practice.sober_treatments"
    told(capsys, "set", name, "euthanasie; slecht nieuws ;spoed")
    assert told(capsys, "get", name) == "euthanasie\nslecht nieuws\nspoed\n"
    assert "euthanasie; slecht nieuws; spoed\n" in told(capsys, "list")


def test_a_list_is_set_on_several_lines_too(capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "set", "words.own", "C-afspraak = controle\nMH = mondhygiëne")
    assert told(capsys, "get", "words.own") == "C-afspraak = controle\nMH = mondhygiëne\n"


def test_a_list_is_emptied(capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "set", "practice.sober_treatments", "")
    assert told(capsys, "get", "practice.sober_treatments") == "\n"


def test_of_a_long_list_the_first_lines_are_shown_and_how_many_more(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told(capsys, "set", "practice.sober_treatments", ";".join(f"b{each}" for each in range(9)))
    assert "b0; b1; b2; b3 (en nog 5 regels)\n" in told(capsys, "list")
    assert len(told(capsys, "get", "practice.sober_treatments").splitlines()) == 9


@pytest.mark.parametrize("value", ["ja", "Ja", "JA"])
def test_a_question_is_answered_with_yes_or_no(
    value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "set", "greeting.birthday", value)
    assert told(capsys, "get", "greeting.birthday") == "ja\n"


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("greeting.birthday", "misschien", "Kies uit: ja, nee."),
        ("practice.discipline", "bakker", "Kies uit: tandarts, dierenarts"),
        ("limits.waiting_minutes", "veel", "van 5 tot 120"),
        ("words.own", "C-afspraak = controle; en dit", "vakwoord = gewone taal"),
        ("practice.zone", "Amsterdam", "Europe/Amsterdam"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(
    name: str, value: str, advice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, error = refused(capsys, "set", name, value)
    assert code == 1
    assert advice in error


def test_a_setting_that_does_not_exist_is_a_wrong_call(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, error = refused(capsys, "set", "practice.color", "blauw")
    assert code == 2
    assert "practice.color bestaat niet" in error


def test_the_help_tells_how_a_list_is_typed(capsys: pytest.CaptureFixture[str]) -> None:
    shown = " ".join(told(capsys, "set", "--help").split())
    assert "een ; tussen de regels" in shown
    assert "ja of nee" in shown
