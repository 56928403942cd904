"""A folder with scripts and lists is read whole, and each fault has its file and its line."""

import os
import sys
from pathlib import Path

import pytest

from reception_assistant.language.words import Phrase, PlainWord
from reception_assistant.library.content import Lists
from reception_assistant.library.context import Discipline, Sign
from reception_assistant.library.lists import (
    Allowed,
    Mandate,
    May,
    Outcome,
    Pack,
    Reason,
    StopSign,
)
from reception_assistant.library.reading.pack import PackReading, read_lists, read_pack
from reception_assistant.library.sample_person import SamplePerson
from reception_assistant.library.shipped import read_shipped
from reception_assistant.library.texts import shipped_texts
from reception_assistant.naming.person import Country, NameUse, PersonName, Salutation

SCRIPT = "id: {id}\ntitle: Kort\nstart: een\nsteps:\n  een: {{say: Dag., back: true}}\n"
PERSONS = (
    "id,omschrijving,voornaam,voorletters,voorvoegsel,achternaam,naamgebruik,partner_voorvoegsel,"
    "partner_achternaam,aanspreekvorm,geboortejaar,land,dier,volgende_afspraak,kenmerken\n"
)
WORDS = "term,discipline,kort,uitleg,ernst,vormen,opmerking\n"
PHRASES = "patroon,zeg_liever,waarom,soort\n"


def write(folder: Path, files: dict[str, str]) -> Path:
    """Put files in a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def found(reading: PackReading) -> list[tuple[str, int, str]]:
    return [(each.file, each.line, each.code.value) for each in reading.findings]


def test_a_pack_is_read_whole(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "pack.yaml": "{id: eigen, title: Eigen bundel, version: 1.0}\n",
            "kort.yaml": SCRIPT.format(id="kort"),
            "rekening/diep/lang.YML": SCRIPT.format(id="lang"),
            "rekening/redenen.yaml": SCRIPT.format(id="redenen"),
            "redenen.yaml": "- {id: geld, label: Geld, discipline: tandarts, aliases: [oud]}\n",
            "uitkomsten.yaml": "- {id: klaar, label: Klaar, promise: true, helped: false}\n",
            "kaders.yaml": '- {id: bloemetje, label: Een bloemetje, may: zelf, say: "Dank u."}\n',
            "stoptekens.yaml": '- {id: benauwd, label: Benauwd, to: 112, owner: "", next: ""}\n',
            "uitzonderingen.yaml": "- {script: kort, code: passive, reason: Zo zegt men dat}\n",
            "proefpersonen.csv": PERSONS
            + 'P1,"Vrouw, boos",Karin,K.,de,Wit,V,van den,Berg,v,1978,BE,Bello,ja,tolk|gevoelig\n'
            + "P2,Anoniem,,,,,,,,,,,,,\n",
            "woorden/vaktermen.csv": WORDS + "extractie,tandarts,trekken,,vermijden,,\n",
            "woorden/zinnen.csv": PHRASES + "u moet ...,Wilt u?,Gebod.,gebod\n",
            "LEESMIJ.md": "Niets om te lezen.\n",
        },
    )
    reading = read_pack(tmp_path)
    assert reading.findings == []
    assert reading.pack == Pack(id="eigen", title="Eigen bundel", version="1.0")
    assert [(each.file, each.script.id) for each in reading.scripts] == [
        ("kort.yaml", "kort"),
        ("rekening/diep/lang.YML", "lang"),
        ("rekening/redenen.yaml", "redenen"),
    ]
    assert reading.lists == Lists(
        reasons=(
            Reason(
                id="geld",
                label="Geld",
                discipline=(Discipline.DENTIST,),
                aliases=("oud",),
            ),
        ),
        outcomes=(Outcome(id="klaar", label="Klaar", promise=True, helped=False),),
        mandates=(Mandate(id="bloemetje", label="Een bloemetje", may=May.SELF, say="Dank u."),),
        stop_signs=(StopSign(id="benauwd", label="Benauwd", to="112"),),
        allowed=(Allowed(script="kort", code="passive", reason="Zo zegt men dat"),),
        persons=(
            SamplePerson(
                id="P1",
                description="Vrouw, boos",
                name=PersonName(
                    given_name="Karin",
                    initials="K.",
                    prefix="de",
                    surname="Wit",
                    name_use=NameUse.PARTNER_OWN,
                    partner_prefix="van den",
                    partner_surname="Berg",
                    salutation=Salutation.MEVROUW,
                    country=Country.BELGIUM,
                ),
                birth_year=1978,
                animal="Bello",
                has_next_appointment=True,
                signs=frozenset({Sign.INTERPRETER, Sign.SENSITIVE}),
            ),
            SamplePerson(id="P2", description="Anoniem", name=PersonName()),
        ),
    )
    assert [word.term for word in reading.words] == ["extractie"]
    assert [phrase.pattern for phrase in reading.phrases] == ["u moet ..."]
    assert all(isinstance(word, PlainWord) for word in reading.words)
    assert all(isinstance(phrase, Phrase) for phrase in reading.phrases)


def test_a_folder_with_nothing_in_it_is_an_empty_pack(tmp_path: Path) -> None:
    assert read_pack(tmp_path) == PackReading(None, [], Lists(), [])
    assert read_lists(tmp_path) == (Lists(), [])


def test_empty_lists_are_no_fault(tmp_path: Path) -> None:
    names = ("redenen.yaml", "uitkomsten.yaml", "kaders.yaml", "proefpersonen.csv")
    write(tmp_path, dict.fromkeys((*names, "woorden/zinnen.csv"), ""))
    write(tmp_path, {"stoptekens.yaml": "# nog geen\n", "uitzonderingen.yaml": "[]\n"})
    assert read_pack(tmp_path) == PackReading(None, [], Lists(), [])


def test_only_the_lists_are_read_when_only_they_are_asked_for(tmp_path: Path) -> None:
    write(tmp_path, {"kapot.yaml": "[", "redenen.yaml": "- {id: a, label: A}\n- {id: b}\n"})
    lists, findings = read_lists(tmp_path)
    assert [reason.id for reason in lists.reasons] == ["a", "b"]
    assert [(each.file, each.line) for each in findings] == [("redenen.yaml", 2)]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("redenen.yaml", "- {id: a, label: A}\n- {id: a, label: B}\n", [(2, "double-id")]),
        (
            "redenen.yaml",
            "- {id: a, label: A, aliases: [c]}\n- id: b\n  label: B\n  aliases:\n  - a\n  - c\n",
            [(5, "double-id"), (6, "double-id")],
        ),
        ("redenen.yaml", "- {id: A b, label: A}\n", [(1, "bad-id")]),
        ("redenen.yaml", "- {label: A}\n", [(1, "bad-id")]),
        ("redenen.yaml", "- id: a\n  label: A\n  discipline: [kapper]\n", [(3, "wrong-value")]),
        ("redenen.yaml", "- id: a\n  label: A\n  lable: B\n", [(3, "unknown-key")]),
        ("redenen.yaml", "- id: a\n  label: A\n  label: B\n", [(3, "double-key")]),
        ("redenen.yaml", "- a\n- {id: b, label: B}\n", [(1, "wrong-value")]),
        ("redenen.yaml", "a: {id: a, label: A}\n", [(1, "wrong-value")]),
        ("redenen.yaml", "- {id: a, label: [}\n", [(1, "unreadable")]),
        ("redenen.yaml", "- &a {id: a, label: A}\n- *a\n", [(1, "unsafe")]),
        ("redenen.yaml", "[" * 200_000, [(1, "unsafe")]),
        ("uitkomsten.yaml", "- {id: a, label: A, helped: nee}\n", [(1, "wrong-value")]),
        ("kaders.yaml", "- {id: a, label: A}\n", [(1, "wrong-value")]),
        ("kaders.yaml", "- {id: a, label: A, may: altijd}\n", [(1, "wrong-value")]),
        ("stoptekens.yaml", "- {id: a, label: A}\n", [(1, "wrong-value")]),
        (
            "kaders.yaml",
            '- id: b\n  label: "{x}"\n  may: zelf\n  say: "Dag {aanhef|}."\n',
            [(2, "unknown-placeholder"), (4, "unknown-placeholder")],
        ),
        (
            "stoptekens.yaml",
            '- id: a\n  label: A\n  to: "112 {x"\n  say: "Dag {praktijk}."\n',
            [(3, "unknown-placeholder"), (4, "unknown-placeholder")],
        ),
        ("redenen.yaml", '- {id: a, label: "}"}\n', [(1, "unknown-placeholder")]),
        ("stoptekens.yaml", "- id: a\n  label: A\n  to: 112\n  next: mei\n", [(4, "wrong-value")]),
        ("uitzonderingen.yaml", "- {script: a, code: passive}\n", [(1, "wrong-value")]),
        ("uitzonderingen.yaml", "- {script: a, code: x, reason: b}\n", [(1, "wrong-value")]),
        ("pack.yaml", "{id: Nl, title: A}\n", [(1, "bad-id")]),
        ("pack.yaml", "id: nl\n", [(1, "wrong-value")]),
        ("pack.yaml", "- nl\n", [(1, "wrong-value")]),
        ("pack.yaml", "!!python/name:os.system\n", [(1, "unsafe")]),
        ("proefpersonen.csv", "naam;leeftijd\nJan;3\n", [(1, "wrong-value")]),
        ("proefpersonen.csv", PERSONS + "P1,Jan\n", [(2, "wrong-value")]),
        ("proefpersonen.csv", PERSONS + "P 1,,,,,,,,,,,,,,\n", [(2, "bad-id")]),
        ("proefpersonen.csv", PERSONS + "P1,,,,,,,,,,,,,,\n" * 2, [(3, "double-id")]),
        ("proefpersonen.csv", PERSONS + "P1,,,,,,X,,,,,,,,\n", [(2, "wrong-value")]),
        ("proefpersonen.csv", PERSONS + "P1,,,,,,,,,x,,,,,\n", [(2, "wrong-value")]),
        ("proefpersonen.csv", PERSONS + "P1,,,,,,,,,,78,,,,\n", [(2, "wrong-value")]),
        ("proefpersonen.csv", PERSONS + "P1,,,,,,,,,,,DE,,,\n", [(2, "wrong-value")]),
        ("proefpersonen.csv", PERSONS + "P1,,,,,,,,,,,,,misschien,\n", [(2, "wrong-value")]),
        ("proefpersonen.csv", PERSONS + "P1,,,,,,,,,,,,,,tolk|x\n", [(2, "wrong-value")]),
        ("proefpersonen.csv", PERSONS + 'P1,"a\nb",,,,,,,,,,,,,\nP2,"\n', [(4, "unreadable")]),
        ("woorden/vaktermen.csv", "term;kort\n", [(1, "wrong-value")]),
        (
            "woorden/vaktermen.csv",
            WORDS + "a,kapper,b,,vermijden,,\nb,tandarts,c,,vermijden,,\nc,tandarts\n",
            [(2, "wrong-value"), (4, "wrong-value")],
        ),
        ("woorden/zinnen.csv", PHRASES + "u moet,,,gebod\n", [(2, "wrong-value")]),
        ("woorden/zinnen.csv", PHRASES + 'u moet,"W\n', [(2, "wrong-value")]),
    ],
)
def test_what_is_wrong_is_found_on_its_line(
    name: str, text: str, expected: list[tuple[int, str]], tmp_path: Path
) -> None:
    reading = read_pack(write(tmp_path, {name: text}))
    assert found(reading) == [(name, line, code) for line, code in expected]
    assert all(each.message and each.advice for each in reading.findings)


def test_what_is_right_is_kept_beside_what_is_wrong(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "kapot.yaml": "[",
            "kort.yaml": SCRIPT.format(id="kort"),
            "kaders.yaml": "- {id: a, label: A}\n- {id: b, label: B, may: nooit}\n",
            "proefpersonen.csv": PERSONS + "P1\nP2,,,,,,,,,,,,,,\n",
            "woorden/zinnen.csv": PHRASES + "a,b,c,gebod\nb,,,gebod\nc,d,e,verwijt\n",
        },
    )
    reading = read_pack(tmp_path)
    assert len(reading.findings) == 4
    assert [each.script.id for each in reading.scripts] == ["kort"]
    assert [each.id for each in reading.lists.mandates] == ["b"]
    assert [each.id for each in reading.lists.persons] == ["P2"]
    assert [each.pattern for each in reading.phrases] == ["a", "c"]


def test_each_item_of_a_list_knows_its_lines_also_after_one_that_is_left_out(
    tmp_path: Path,
) -> None:
    text = (
        "- {id: a, label: A, may: zelf}\n- {id: b, label: B, say: [x]}\n"
        "- id: c\n  label: C\n  may: zelf\n"
    )
    reading = read_pack(write(tmp_path, {"kaders.yaml": text, "redenen.yaml": ""}))
    assert [each.id for each in reading.lists.mandates] == ["a", "c"]
    places = reading.places["kaders.yaml"]
    assert [places.line(at, "may") for at in (0, 1)] == [1, 5]
    assert set(reading.places) == {"kaders.yaml"}


def test_findings_come_by_file_and_line(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "b.yaml": SCRIPT.format(id="B") + "x: y\n",
            "a/c.yaml": SCRIPT.format(id="C"),
            "kaders.yaml": "- {id: a}\n",
        },
    )
    assert found(read_pack(tmp_path)) == [
        ("a/c.yaml", 1, "bad-id"),
        ("b.yaml", 1, "bad-id"),
        ("b.yaml", 6, "unknown-key"),
        ("kaders.yaml", 1, "wrong-value"),
        ("kaders.yaml", 1, "wrong-value"),
    ]


def test_a_single_file_is_called_by_its_own_name(tmp_path: Path) -> None:
    write(tmp_path, {"map/kort.yaml": SCRIPT.format(id="Kort"), "redenen.yaml": "- {id: A}\n"})
    script = read_pack(tmp_path / "map" / "kort.yaml")
    assert [each.file for each in script.scripts] == ["kort.yaml"]
    assert found(script) == [("kort.yaml", 1, "bad-id")]
    assert {each.file for each in read_pack(tmp_path / "redenen.yaml").findings} == {"redenen.yaml"}


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert found(read_pack(tmp_path / "weg.yaml")) == [("weg.yaml", 1, "unreadable")]


def test_hidden_files_are_not_looked_at(tmp_path: Path) -> None:
    write(tmp_path, {"._kort.yaml": "\0\5\x16\7", ".git/config.yaml": "[", "a/.b/c.yaml": "["})
    assert read_pack(tmp_path) == PackReading(None, [], Lists(), [])


@pytest.mark.skipif(sys.platform == "win32", reason="needs rights that not everybody has there")
def test_a_link_to_another_place_is_not_followed(tmp_path: Path) -> None:
    outside = write(
        tmp_path / "elders", {"geheim.yaml": "wachtwoord: x\n", "r.yaml": "- {id: A}\n"}
    )
    pack = write(tmp_path / "bundel", {"echt/kort.yaml": SCRIPT.format(id="kort")})
    (pack / "geheim.yaml").symlink_to(outside / "geheim.yaml")
    (pack / "redenen.yaml").symlink_to(outside / "r.yaml")
    (pack / "map").symlink_to(outside, target_is_directory=True)
    (pack / "kring.yaml").symlink_to(pack / "kring.yaml")
    (pack / "echt" / "rond").symlink_to(pack, target_is_directory=True)
    reading = read_pack(pack)
    assert found(reading) == [
        ("geheim.yaml", 1, "unsafe"),
        ("kring.yaml", 1, "unreadable"),
        ("map", 1, "unsafe"),
        ("redenen.yaml", 1, "unsafe"),
    ]
    assert [each.file for each in reading.scripts] == ["echt/kort.yaml"]
    assert [each.file for each in read_lists(pack).findings] == ["redenen.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_does_not_keep_us_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.yaml")
    assert found(read_pack(tmp_path)) == [("pijp.yaml", 1, "unreadable")]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep names as text")
def test_a_name_that_is_no_text_breaks_nothing(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/k\xffrt.yaml"))).write_text("[")
    (finding,) = read_pack(tmp_path).findings
    assert finding.file == "k?rt.yaml"


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
@pytest.mark.parametrize("sign", ["\x1b[31m", "\n", "\u202e", "\u200b"])
def test_a_name_that_would_steer_a_screen_is_shown_without_that(sign: str, tmp_path: Path) -> None:
    path = tmp_path / "map" / f"k{sign}rt.yaml"
    write(tmp_path, {f"map/k{sign}rt.yaml": "["})
    for reading in (read_pack(tmp_path), read_pack(path)):
        (finding,) = reading.findings
        assert finding.file.endswith(f"k·{sign[1:]}rt.yaml")
        assert finding.file.isprintable()


def test_what_ships_has_the_right_form() -> None:
    reading = read_shipped()
    assert reading.findings == []
    assert reading.pack
    assert all(reading.lists[:4])
    assert len(reading.lists.persons) == 14
    assert reading.words
    assert reading.phrases
    texts = shipped_texts()
    assert {each.file for each in reading.scripts} <= set(texts)
    assert "redenen.yaml" in texts
