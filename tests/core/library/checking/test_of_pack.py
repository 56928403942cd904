"""Files on disk: a script or a folder, held against the library that it is added to."""

import json
from pathlib import Path

import click
import pytest

from reception_assistant.cli.scripts_check import check
from reception_assistant.library.checking.of_pack import check_pack
from reception_assistant.library.finding import Code
from reception_assistant.library.shipped import read_shipped
from reception_assistant.paths import scripts_nl
from tests.core.library.checking.scripts import ASKED, HEAD, LAST, TODAY, line_of

GOOD = HEAD + ASKED + LAST.replace("klaar", "niets-nodig")
EXAMPLE = """\
id: rekening-hoger-dan-begroot
title: De rekening is hoger dan begroot
theme: Rekening
goal: De klant weet waarom het bedrag anders is, of wie dat wanneer uitzoekt.
when:
  moment: [telefoon]
  discipline: [tandarts, dierenarts]
  reason: [rekening]
  mood: [gespannen, boos]
review: {by: Praktijkmanager, date: 2026-11-01, next: 2027-11-01}
start: erkennen
steps:
  erkennen:
    phase: 2
    key: Erken het gevoel, nog niet de schuld.
    say: "Ik hoor dat u hier echt mee zit, {aanhef|}. Dat vind ik vervelend voor u."
    variants:
      - {when: {age: [jongere]}, say: "Ik hoor dat je hier echt mee zit, {naam|}."}
    avoid:
      - {say: "Dat staat gewoon in de offerte.", instead: "Ik zoek het met u uit."}
    remember: {id: woorden, label: In zijn of haar eigen woorden}
    answers:
      - {label: Vertelt wat er is, goto: verhelderen}
      - {label: Is voor een ander gebeld, goto: verhelderen, when: {signs: [niet-hardop]}}
      - {label: Wordt bozer, detour: een-zijpad-dat-er-niet-is}
      - {label: Iets anders, missing: true}
  verhelderen:
    say: "Wat ik u hoor zeggen, is dat het bedrag hoger is dan u dacht. Klopt dat?"
    answers:
      - {label: Ja, goto: beloven}
      - {label: Nee, goto: doorvragen}
      - {label: Iets anders, missing: true}
  doorvragen:
    say: "Vertelt u mij wat er anders is?"
    goto: verhelderen
  beloven:
    say: "Ik zoek het uit en bel u {belofte_wanneer}."
    end: {outcome: terugbelafspraak, promise: true}
"""


def written(folder: Path, name: str, text: str) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def found(path: Path) -> list[tuple[str, str]]:
    return [(each.file, each.code.value) for each in check_pack(path, TODAY)]


def test_the_example_of_the_format_lacks_only_the_script_that_it_names(tmp_path: Path) -> None:
    findings = check_pack(written(tmp_path, "rekening.yaml", EXAMPLE), TODAY)
    assert [(each.code, each.line) for each in findings] == [
        (Code.DETOUR_NOWHERE, line_of(EXAMPLE, "detour: een-zijpad")),
        (Code.SAME_SENTENCE_AGAIN, line_of(EXAMPLE, "  verhelderen:")),
    ]


def test_what_a_folder_lacks_comes_from_the_library(tmp_path: Path) -> None:
    written(tmp_path, "groep/een.yaml", GOOD)
    assert found(tmp_path) == []


def test_what_a_folder_brings_itself_counts_as_well(tmp_path: Path) -> None:
    written(tmp_path, "een.yaml", GOOD.replace("niets-nodig", "eigen-uitkomst"))
    assert found(tmp_path) == [("een.yaml", "unknown-outcome")]
    written(tmp_path, "uitkomsten.yaml", "- {id: eigen-uitkomst, label: Onze eigen uitkomst}\n")
    assert found(tmp_path) == []


def test_words_of_the_folder_count_before_those_of_the_library(tmp_path: Path) -> None:
    written(tmp_path, "een.yaml", GOOD.replace("Fijne dag nog", "Dat is een flubbel"))
    assert found(tmp_path) == []
    head = "term,discipline,kort,uitleg,ernst,vormen,opmerking\n"
    written(tmp_path, "woorden/vaktermen.csv", f"{head}flubbel,tandarts,ding,,vermijden,,\n")
    assert found(tmp_path) == [("een.yaml", "jargon")]


def test_what_reading_found_is_not_told_twice(tmp_path: Path) -> None:
    written(tmp_path, "een.yaml", GOOD.replace("start: eerst\n", ""))
    assert found(tmp_path) == [("een.yaml", "start-nowhere")]
    both = GOOD.replace("goto: laatst}", "goto: laatst, missing: true}")
    written(tmp_path, "een.yaml", both)
    assert found(tmp_path) == [("een.yaml", "wrong-value")]


def test_the_shipped_library_has_no_doubles_with_itself() -> None:
    assert "double-id" not in {code for _file, code in found(scripts_nl())}


def test_a_shipped_script_alone_is_a_new_version_of_itself(tmp_path: Path) -> None:
    for file in read_shipped().scripts[:1]:
        text = scripts_nl(*file.file.split("/")).read_text(encoding="utf-8")
        path = written(tmp_path, "nieuw.yaml", text)
        assert "double-id" not in {code for _file, code in found(path)}


# --- the command


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Run the command and return its exit code and what it says."""
    code = check.main(args=list(arguments), standalone_mode=False)
    return code, capsys.readouterr().out


def test_the_command_says_where_what_and_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = GOOD.replace("Fijne dag nog", "We plannen een extractie")
    written(tmp_path, "een.yaml", text)
    code, out = run(str(tmp_path), capsys=capsys)
    assert code == 1
    first, summary = out.splitlines()
    assert first.startswith(f"een.yaml:{line_of(text, 'We plannen')}  fout  jargon")
    assert "tand of kies trekken" in first
    assert summary.startswith("1 fout en 0 keer «let op»")


def test_a_warning_alone_is_not_in_the_way(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, "een.yaml", GOOD.replace("Fijne dag nog", "Bel morgen terug"))
    code, out = run(str(path), capsys=capsys)
    assert code == 0
    assert "let op  command" in out


def test_programs_get_exactly_six_facts_of_each_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, "map/een.yaml", GOOD.replace("goto: laatst", "goto: láátst"))
    code, out = run(str(tmp_path), "--json", capsys=capsys)
    told = json.loads(out)
    assert code == 1
    assert "láátst" in out
    assert [list(each) for each in told] == [
        ["file", "line", "severity", "code", "message", "advice"]
    ] * len(told)
    assert (told[0]["file"], told[0]["severity"]) == ("map/een.yaml", "error")
    assert out.startswith("[\n  {\n")


def test_nothing_wrong_is_an_empty_list_or_a_kind_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, "een.yaml", GOOD)
    assert run(str(path), "--json", capsys=capsys) == (0, "[]\n")
    assert run(str(path), capsys=capsys) == (0, "Alles is in orde: 1 script nagekeken.\n")
    empty = tmp_path / "leeg"
    empty.mkdir()
    assert run(str(empty), capsys=capsys) == (0, "Hier staan geen scripts.\n")


def test_a_path_that_is_not_there_is_a_wrong_call(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(click.BadParameter, match="is er niet"):
        run(str(tmp_path / "weg.yaml"), capsys=capsys)
