"""`scripts list`, `scripts check` and `scripts try`, as somebody at a terminal meets them."""

import json
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest

from reception_assistant.cli.main import run
from reception_assistant.desk.library import CALM
from reception_assistant.desk.opening import open_desk
from reception_assistant.library.content import Lists
from reception_assistant.library.script import Script
from reception_assistant.library.shipped import read_shipped
from reception_assistant.paths import scripts_nl

SCRIPT = """\
id: mijn-script
title: Mijn script
review: {by: Praktijkmanager, date: 2026-11-01, next: 2099-11-01}
start: groeten
steps:
  groeten:
    say: "{groet}. Waarmee kan ik u helpen?"
    answers:
      - {label: Vertelt het, goto: vragen}
      - {label: Wordt boos, detour: kalmeren-in-zeven-stappen}
      - {label: Iets anders, missing: true}
  vragen:
    say: "Mag ik uw naam, {aanhef|}?"
    goto: beloven
  beloven:
    say: "U hoort {belofte_wanneer} van ons."
    end: {outcome: terugbelafspraak, promise: true}
"""
FIELDS = ["file", "line", "severity", "code", "message", "advice"]


class Shipped(NamedTuple):
    """What ships, read once."""

    scripts: dict[str, Script]
    lists: Lists


@pytest.fixture(scope="module")
def shipped() -> Shipped:
    pack = read_shipped()
    return Shipped({file.script.id: file.script for file in pack.scripts}, pack.lists)


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a practice, made once: nothing here changes it."""
    return tmp_path_factory.mktemp("practice")


@pytest.fixture
def data(practice: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the program use this practice."""
    monkeypatch.setenv("RECEPTION_ASSISTANT_DATA", str(practice))
    return practice


@pytest.fixture
def no_data(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the program use a practice that is not there yet."""
    folder = tmp_path / "data"
    monkeypatch.setenv("RECEPTION_ASSISTANT_DATA", str(folder))
    return folder


class Terminal:
    """Runs `scripts` with something typed, and tells what stood on the screen."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def __call__(self, *arguments: str | Path, typed: str = "", code: int = 0) -> str:
        with self._monkeypatch.context() as keys:
            keys.setattr("sys.stdin", StringIO(typed))
            assert run(["scripts", *map(str, arguments)]) == code
        streams = self._capsys.readouterr()
        assert (streams.err == "") == (code == 0 or streams.out != "")
        return streams.out + streams.err


@pytest.fixture
def scripts(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    return Terminal(monkeypatch, capsys)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


# --- list


def test_the_list_names_every_script_that_ships(scripts: Terminal, shipped: Shipped) -> None:
    *lines, total = scripts("list").splitlines()
    assert lines[0].split() == ["id", "thema", "titel", "stappen"]
    listed = {line.split()[0]: line.split()[-1] for line in lines[1:]}
    assert listed == {name: str(len(each.steps)) for name, each in shipped.scripts.items()}
    assert total == f"{len(shipped.scripts)} scripts."


def test_a_program_gets_the_list_as_json(scripts: Terminal, shipped: Shipped) -> None:
    listed = json.loads(scripts("list", "--json", "--demo"))
    assert [list(each) for each in listed] == [
        ["id", "title", "theme", "goal", "steps", "review"]
    ] * len(shipped.scripts)
    assert {each["id"] for each in listed} == shipped.scripts.keys()
    assert [each["theme"] for each in listed] == sorted(each["theme"] for each in listed)


# --- check


def test_what_ships_can_be_published(scripts: Terminal, no_data: Path) -> None:
    told = json.loads(scripts("check", scripts_nl(), "--json"))
    assert [each for each in told if each["severity"] == "error"] == []
    assert all(list(each) == FIELDS for each in told)
    assert not no_data.exists()


def test_a_good_script_passes_and_says_so(scripts: Terminal, tmp_path: Path) -> None:
    file = written(tmp_path, "mijn.yaml", SCRIPT)
    assert json.loads(scripts("check", file, "--json")) == []
    assert scripts("check", file) == "Alles is in orde: 1 script nagekeken.\n"


def test_all_that_is_wrong_is_told_at_once_with_its_place(
    scripts: Terminal, tmp_path: Path, no_data: Path
) -> None:
    bad = SCRIPT.replace("goto: beloven", "goto: nergens").replace("{aanhef|}", "{zomaar}")
    file = written(tmp_path, "mijn.yaml", bad)
    found = json.loads(scripts("check", file, "--json", code=1))
    assert {(each["code"], each["line"]) for each in found if each["severity"] == "error"} == {
        ("unknown-placeholder", 13),
        ("goto-nowhere", 14),
        ("unreachable", 15),
    }
    assert {each["file"] for each in found} == {"mijn.yaml"}
    told = scripts("check", tmp_path, code=1)
    assert "mijn.yaml:14" in told
    assert "3 fouten" in told
    assert not no_data.exists()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('a: !!python/object/apply:os.system ["touch gotcha"]', "unsafe"),
        ("a: &a [x]\nb: *a", "unsafe"),
        ("[" * 200_000, "unsafe"),
        ("id: [", "unreadable"),
        ("zomaar een tekst", "not-a-script"),
        ("", "not-a-script"),
    ],
    ids=["a tag", "an alias", "brackets", "half a list", "a text", "nothing"],
)
def test_a_file_that_tries_something_is_refused_and_nothing_in_it_runs(
    content: str, code: str, scripts: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = written(tmp_path, "vreemd.yaml", content)
    (found,) = json.loads(scripts("check", file, "--json", code=1))
    assert (found["code"], found["severity"], found["file"]) == (code, "error", "vreemd.yaml")
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("path", ["weg.yaml", "weg/ook-weg"])
def test_a_path_that_is_not_there_is_a_wrong_call(path: str, scripts: Terminal) -> None:
    assert "is er niet" in scripts("check", path, "--json", code=2)


def test_a_folder_without_scripts_says_so(scripts: Terminal, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    assert scripts("check", tmp_path / "leeg") == "Hier staan geen scripts.\n"


# --- try


def ones(times: int = 60) -> str:
    """Return the first answer, again and again."""
    return "1\n" * times


@pytest.mark.parametrize("person", ["P01", "P07", "P12"])
def test_a_script_is_played_to_its_end_from_what_is_piped_in(
    person: str, scripts: Terminal, shipped: Shipped
) -> None:
    told = scripts("try", "rekening", "--person", person, typed=ones())
    (description,) = (each.description for each in shipped.lists.persons if each.id == person)
    assert told.startswith(f"Op de lijn: {description}.\n")
    assert told.splitlines()[-1].startswith("Klaar.")
    assert "{" not in told


def test_the_one_on_the_line_is_spoken_to_by_name_and_nobody_by_none(scripts: Terminal) -> None:
    asked = ("try", "gesprek-openen", "--person")
    assert "mevrouw Postma" in scripts(*asked, "P07", typed=ones())
    assert "mevrouw" not in scripts(*asked, "P12", typed=ones())


def test_at_the_desk_it_is_said_in_the_words_of_the_desk(scripts: Terminal) -> None:
    phone, desk = (scripts("try", CALM, *at, typed="") for at in ((), ("--desk",)))
    assert "“Ik hoor" in phone
    assert "“Ik zie" in desk


def test_nothing_of_a_trial_is_kept(scripts: Terminal, data: Path) -> None:
    scripts("try", "rekening", typed=ones())
    with open_desk(data) as desk:
        assert desk.calls.open_calls() == []
        assert desk.calls.records() == []


@pytest.mark.parametrize("typed", ["", "q\n", "Q\n"], ids=["end of the input", "q", "Q"])
def test_it_stops_when_asked_and_where_nothing_is_typed_any_more(
    typed: str, scripts: Terminal
) -> None:
    assert scripts("try", "rekening", typed=typed).endswith("Gestopt.\n")


def first_said(shipped: Shipped, script_id: str) -> str:
    script = shipped.scripts[script_id]
    return script.steps[script.start].key


def key_of(script: Script, *, detour: bool) -> str:
    """Return the digit of the first answer of the first step that leads aside, or is missing."""
    answers = script.steps[script.start].answers
    numbers = (n for n, each in enumerate(answers, 1) if (each.detour if detour else each.missing))
    return str(next(numbers))


def test_back_shows_what_was_shown_before(scripts: Terminal, shipped: Shipped) -> None:
    told = scripts("try", "rekening", typed="1\nb\nq\n")
    assert told.count(first_said(shipped, "rekening")) == 2


def test_a_detour_leads_aside_and_back(scripts: Terminal, shipped: Shipped) -> None:
    aside = key_of(shipped.scripts["rekening"], detour=True)
    told = scripts("try", "rekening", typed=f"{aside}\nt\nq\n")
    assert first_said(shipped, CALM) in told
    assert told.count(first_said(shipped, "rekening")) == 2


def test_what_is_no_answer_is_asked_again(scripts: Terminal, shipped: Shipped) -> None:
    told = scripts("try", "rekening", typed="42\n\nja\nq\n")
    assert told.count("Typ een van de nummers.") == 3
    assert told.count(first_said(shipped, "rekening")) == 4


def test_an_answer_that_is_missing_is_asked_for(scripts: Terminal, shipped: Shipped) -> None:
    missing = key_of(shipped.scripts["rekening"], detour=False)
    told = scripts("try", "rekening", typed=f"{missing}\nMijn man weet het\nq\n")
    assert "Wat zei de beller?" in told
    assert "hoort uw manager dit" in told
    assert told.count(first_said(shipped, "rekening")) == 2


def test_what_is_not_there_is_told_with_what_is(scripts: Terminal) -> None:
    assert "«scripts list»" in scripts("try", "weg", code=1)
    assert "P01, P02" in scripts("try", "rekening", "--person", "P99", code=1)


@pytest.mark.parametrize("arguments", [["try"], ["check"], ["list", "x"], ["nothing"], []])
def test_a_wrong_call_is_told_in_dutch(arguments: list[str], scripts: Terminal) -> None:
    told = scripts(*arguments, code=2)
    assert told.endswith("Met --help ziet u wat er kan.\n")
    assert not any(word in told for word in ("Error", "No such", "Missing", "Invalid", "Usage"))
