"""A script is read with the line of each part, and all that is wrong is told at once."""

from textwrap import dedent

import pytest

from reception_assistant.library.context import Age, Discipline, Moment, Mood, Sign, When
from reception_assistant.library.finding import Code, Finding, Severity
from reception_assistant.library.reading.script import ScriptReading, read_script
from reception_assistant.library.script import (
    Answer,
    End,
    Instead,
    Remember,
    Review,
    Script,
    Step,
    Variant,
)

WHOLE = """\
id: rekening-te-hoog
title: De rekening is hoog
theme: Rekening
goal: De klant weet waarom.
when:
  moment: telefoon
  discipline: [tandarts, dierenarts]
  mood: [boos]
review: {by: Manager, date: 2026-11-01, next: 2027-11-01}
start: erkennen
steps:
  erkennen:
    phase: 2
    key: Erken het gevoel.
    say: >
      Ik hoor dat u hier mee zit,
      {aanhef|}.
    literal: true
    variants:
      - {when: {age: [jongere]}, say: "Wat vervelend voor je."}
    tip: Laat een stilte vallen.
    posture: Zit rechtop.
    avoid:
      -
        say: Dat staat in de offerte.
        instead: Ik zoek het uit.
    remember: {id: eigen_woorden, label: In eigen woorden}
    answers:
      - label: Vertelt
        goto: beloven
      - {label: Wordt bozer, detour: kalmeren}
      - {label: Hangt op, end: {outcome: verbroken}, when: {signs: niet-hardop}}
      - {label: Iets anders, missing: true}
  beloven:
    say: Ik bel u {belofte_wanneer}.
    end:
      outcome: terugbelafspraak
      promise: true
  terug:
    say: Dank u.
    back: true
"""

ONE_STEP = """\
id: kort
title: Kort
start: een
steps:
  een:
    say: Dag.
    back: true
"""


def read(text: str) -> ScriptReading:
    return read_script(dedent(text).encode(), "map/kort.yaml")


def found(text: str) -> list[tuple[int, str]]:
    """Return the line and the code of all that is found."""
    return [(each.line, each.code.value) for each in read(text).findings]


def script_of(text: str) -> Script:
    file = read(text).script
    assert file is not None
    return file.script


def with_step(*lines: str) -> str:
    """Return a script of which the step begins on line 5, with its keys from line 6 on."""
    head = "id: kort\ntitle: Kort\nstart: een\nsteps:\n  een:\n"
    return head + "".join(f"    {line}\n" for line in lines)


def test_a_whole_script_is_read() -> None:
    reading = read(WHOLE)
    assert reading.findings == []
    assert script_of(WHOLE) == Script(
        id="rekening-te-hoog",
        title="De rekening is hoog",
        theme="Rekening",
        goal="De klant weet waarom.",
        when=When(
            moment=(Moment.PHONE,),
            discipline=(Discipline.DENTIST, Discipline.VET),
            mood=(Mood.ANGRY,),
        ),
        review=Review(by="Manager", date="2026-11-01", next="2027-11-01"),
        start="erkennen",
        steps={
            "erkennen": Step(
                phase=2,
                key="Erken het gevoel.",
                say="Ik hoor dat u hier mee zit, {aanhef|}.\n",
                literal=True,
                variants=(Variant(when=When(age=(Age.YOUTH,)), say="Wat vervelend voor je."),),
                tip="Laat een stilte vallen.",
                posture="Zit rechtop.",
                avoid=(Instead(say="Dat staat in de offerte.", instead="Ik zoek het uit."),),
                remember=Remember(id="eigen_woorden", label="In eigen woorden"),
                answers=(
                    Answer(label="Vertelt", goto="beloven"),
                    Answer(label="Wordt bozer", detour="kalmeren"),
                    Answer(
                        label="Hangt op",
                        end=End(outcome="verbroken"),
                        when=When(signs=(Sign.NOT_ALOUD,)),
                    ),
                    Answer(label="Iets anders", missing=True),
                ),
            ),
            "beloven": Step(
                say="Ik bel u {belofte_wanneer}.",
                end=End(outcome="terugbelafspraak", promise=True),
            ),
            "terug": Step(say="Dank u.", back=True),
        },
    )


def test_steps_keep_the_order_of_the_file() -> None:
    assert list(script_of(WHOLE).steps) == ["erkennen", "beloven", "terug"]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("title",), 2),
        (("when", "discipline"), 7),
        (("when", "discipline", 1), 7),
        (("review", "next"), 9),
        (("steps",), 11),
        (("steps", "erkennen"), 12),
        (("steps", "erkennen", "say"), 15),
        (("steps", "erkennen", "variants", 0, "when", "age"), 20),
        (("steps", "erkennen", "avoid", 0), 25),
        (("steps", "erkennen", "avoid", 0, "instead"), 26),
        (("steps", "erkennen", "remember", "id"), 27),
        (("steps", "erkennen", "answers"), 28),
        (("steps", "erkennen", "answers", 0), 29),
        (("steps", "erkennen", "answers", 0, "goto"), 30),
        (("steps", "erkennen", "answers", 2, "end", "outcome"), 32),
        (("steps", "beloven", "end", "promise"), 38),
        (("steps", "erkennen", "goto"), 12),
        (("steps", "nergens", "say"), 11),
    ],
)
def test_each_part_knows_its_line(path: tuple[str | int, ...], line: int) -> None:
    file = read(WHOLE).script
    assert file is not None
    assert file.places.line(*path) == line


@pytest.mark.parametrize(
    "word",
    [
        "on",
        "no",
        "yes",
        "12:30",
        "0612",
        "1.0",
        "~",
        "null",
        "2026-11-01",
        "true",
        "0x1F",
        "=",
        "1_0",
    ],
)
def test_text_stays_the_text_it_is(word: str) -> None:
    text = with_step(f"say: {word}", "back: true").replace("title: Kort", f"title: {word}")
    assert found(text) == []
    assert (script_of(text).title, script_of(text).steps["een"].say) == (word, word)


def test_a_step_may_be_called_after_a_word_that_yaml_knows() -> None:
    assert list(script_of(ONE_STEP.replace("een", "on")).steps) == ["on"]


def test_a_key_without_a_value_is_empty_text() -> None:
    script = script_of(with_step("say: Dag.", "tip:", "answers:", "back: true") + "goal:\nwhen:\n")
    assert (script.goal, script.when, script.steps["een"].tip) == ("", When(), "")
    assert script.steps["een"].answers == ()


def test_more_ways_on_are_all_kept_for_the_checks() -> None:
    text = with_step("say: Dag.", "goto: een", "back: true", "end: {outcome: klaar}")
    step = script_of(text).steps["een"]
    assert found(text) == []
    assert (step.goto, step.back, step.end) == ("een", True, End(outcome="klaar"))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_of_windows_is_read_like_any_other(end: str, mark: str) -> None:
    reading = read_script((mark + WHOLE).replace("\n", end).encode(), "x.yaml")
    assert reading.findings == []
    assert reading.script
    assert reading.script.script == script_of(WHOLE)
    assert reading.script.places.line("steps", "beloven") == 34


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Keys
        (ONE_STEP + "gaol: Iets\n", [(8, "unknown-key")]),
        (with_step("say: Dag.", "gotoo: een", "back: true"), [(7, "unknown-key")]),
        (with_step("say: Dag.", "back: true", "say: Hoi."), [(8, "double-key")]),
        (with_step("say: Dag.", "back: true") + "  een:\n    say: Hoi.\n", [(8, "double-key")]),
        (ONE_STEP + "title: Nog een\n", [(8, "double-key")]),
        (ONE_STEP + "[a, b]: c\n", [(8, "wrong-value")]),
        (ONE_STEP + "<<: {goal: Iets}\n", [(8, "unknown-key")]),
        # Values
        (with_step("say: {a: b}", "back: true"), [(6, "wrong-value")]),
        (with_step("say: [a]", "back: true"), [(6, "wrong-value")]),
        (with_step("say:", "back: true"), [(6, "wrong-value")]),
        (with_step("say: '  '", "back: true"), [(6, "wrong-value")]),
        (with_step("say: Dag.", "phase: 8", "back: true"), [(7, "wrong-value")]),
        (with_step("say: Dag.", "phase: twee", "back: true"), [(7, "wrong-value")]),
        (with_step("say: Dag.", "phase: 02", "back: true"), [(7, "wrong-value")]),
        (with_step("say: Dag.", "literal: ja", "back: true"), [(7, "wrong-value")]),
        (with_step("say: Dag.", "back: yes"), [(7, "wrong-value")]),
        (with_step("say: Dag.", "back: True"), [(7, "wrong-value")]),
        (with_step("say: Dag.", "back: [true]"), [(7, "wrong-value")]),
        (with_step("say: Dag.", "end: klaar"), [(7, "wrong-value")]),
        (with_step("say: Dag.", "end: {outcome: x, promise: ja}"), [(7, "wrong-value")]),
        (with_step("say: Dag.", "answers: {label: Ja}"), [(7, "wrong-value")]),
        (with_step("say: Dag.", "avoid: tekst", "back: true"), [(7, "wrong-value")]),
        (with_step('say: "Dag\\e[31m"', "back: true"), [(6, "wrong-value")]),
        (ONE_STEP + "when: telefoon\n", [(8, "wrong-value")]),
        (ONE_STEP + "when:\n  moment: [telefon]\n", [(9, "wrong-value")]),
        (ONE_STEP + "when:\n  mood:\n    - boos\n    - woest\n", [(11, "wrong-value")]),
        (ONE_STEP + "when:\n  reason: {a: b}\n", [(9, "wrong-value")]),
        (ONE_STEP + "when:\n  reason: [a, [b]]\n", [(9, "wrong-value")]),
        (ONE_STEP + "review: {date: 1-11-2026}\n", [(8, "wrong-value")]),
        (ONE_STEP + "review: {date: 2026-02-30}\n", [(8, "wrong-value")]),
        (ONE_STEP.replace("    say: Dag.\n    back: true\n", "    - a\n"), [(5, "wrong-value")]),
        # What is missing
        (with_step("back: true"), [(5, "wrong-value")]),
        (with_step("say: Dag.", "avoid:", "  - say: Nee.", "back: true"), [(8, "wrong-value")]),
        (with_step("say: Dag.", "variants:", "  - say: Dag.", "back: true"), [(8, "wrong-value")]),
        (with_step("say: Dag.", "remember: {id: x}", "back: true"), [(7, "wrong-value")]),
        (with_step("say: Dag.", "remember: {label: x}", "back: true"), [(7, "bad-id")]),
        (ONE_STEP.replace("title: Kort\n", ""), [(1, "wrong-value")]),
        (ONE_STEP.replace("id: kort\n", ""), [(1, "bad-id")]),
        (ONE_STEP.replace("start: een\n", ""), [(1, "start-nowhere")]),
        (ONE_STEP.replace("start: een", "start:"), [(3, "start-nowhere")]),
        # Answers
        (with_step("say: Dag.", "answers:", "- label: Ja"), [(8, "wrong-value")]),
        (with_step("say: Dag.", "answers:", "- {goto: een}"), [(8, "wrong-value")]),
        (with_step("say: Dag.", "answers:", "- {label: Ja, goto: ''}"), [(8, "wrong-value")]),
        (with_step("say: D.", "answers:", "- {label: Ja, missing: false}"), [(8, "wrong-value")]),
        (
            with_step("say: D.", "answers:", "- {label: J, goto: a, detour: b}"),
            [(8, "wrong-value")],
        ),
        (with_step("say: D.", "answers:", "- {label: J, missing: ja}"), [(8, "wrong-value")]),
        (with_step("say: D.", "answers:", "- Ja"), [(8, "wrong-value")]),
        # Ids
        (ONE_STEP.replace("id: kort", "id: Kort"), [(1, "bad-id")]),
        (ONE_STEP.replace("id: kort", "id: 1e-hulp"), [(1, "bad-id")]),
        (ONE_STEP.replace("id: kort", "id: te_kort"), [(1, "bad-id")]),
        (ONE_STEP.replace("id: kort", f"id: {'a' * 61}"), [(1, "bad-id")]),
        (ONE_STEP.replace("id: kort", "id: ../../etc"), [(1, "bad-id")]),
        (ONE_STEP.replace("  een:", "  Eén:"), [(5, "bad-id")]),
        (with_step("say: D.", "remember: {id: x.y, label: L}", "back: true"), [(7, "bad-id")]),
        # No script
        ("", [(1, "not-a-script")]),
        ("# niets\n", [(1, "not-a-script")]),
        ("Beste collega,\n", [(1, "not-a-script")]),
        ("- id: kort\n", [(1, "not-a-script")]),
        ("id: kort\ntitle: Kort\n", [(1, "not-a-script")]),
        ("id: kort\nsteps: [a]\n", [(1, "not-a-script")]),
        (ONE_STEP + "---\n" + ONE_STEP, [(8, "not-a-script")]),
    ],
)
def test_what_is_wrong_is_found_on_its_line(text: str, expected: list[tuple[int, str]]) -> None:
    assert found(text) == expected


def test_all_that_is_wrong_is_told_at_once_from_top_to_bottom() -> None:
    text = """\
        id: Kort
        titel: Kort
        steps:
          een:
            say: Dag.
            phase: 9
            answers:
              - {labell: Ja, goto: een}
              - {label: Nee, goto: een}
          twee:
            goto: een
        """
    assert found(text) == [
        (1, "bad-id"),
        (1, "wrong-value"),
        (1, "start-nowhere"),
        (2, "unknown-key"),
        (6, "wrong-value"),
        (8, "unknown-key"),
        (8, "wrong-value"),
        (10, "wrong-value"),
    ]
    script = script_of(text)
    assert [answer.goto for answer in script.steps["een"].answers] == ["een", "een"]
    assert script.steps["twee"] == Step(say="", goto="een")


def test_a_finding_says_in_plain_dutch_what_to_do_and_where_it_belongs() -> None:
    text = with_step("say: Dag.", "gotoo: een", "back: true")
    assert read(text).findings == [
        Finding(
            file="map/kort.yaml",
            line=7,
            severity=Severity.ERROR,
            code=Code.UNKNOWN_KEY,
            message="Er staat een sleutel die Balie niet kent: «gotoo». Bedoelt u «goto»?",
            advice="Hier kan staan: say, phase, key, literal, variants, tip, posture, avoid, "
            "remember, answers, goto, end, back.",
            script="kort",
            step="een",
        )
    ]


def test_the_words_to_choose_from_are_listed() -> None:
    (finding,) = read(ONE_STEP + "when: {moment: telefon}\n").findings
    assert finding.message == "«telefon» kan hier niet."
    assert finding.advice == "Kies uit: telefoon, balie."
    assert finding.step == ""


def test_what_is_repeated_in_a_message_cannot_steer_a_terminal() -> None:
    (finding,) = read(ONE_STEP + '"\\e[31m\\u202e": x\n').findings
    assert finding.message.isprintable()


def test_what_was_meant_is_taken_along_so_that_nothing_else_seems_wrong() -> None:
    assert script_of(with_step("say: Dag.", "back: yes")).steps["een"].back is True
    assert script_of(with_step("say: Dag.", "end: {promise: true}")).steps["een"].end == End(
        outcome="", promise=True
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('id: kort\ntitle: "Kort\nstart: een\n', 2),
        ("id: kort\ntitle: Let op: iets\n", 2),
        ("id: kort\n\ttitle: Kort\n", 2),
        ("id: kort\nsteps:\n  een:\n    say: Dag.\n   tip: Scheef\n", 5),
        ("id: kort\nwhen: {moment: [balie}\n", 2),
        ("id: kort\ntitle: \u00e9\x07\n", 2),
        ("id: kort\n@titel: Kort\n", 2),
        ("id: kort\nsteps:\n  zomaar tekst\nstart: een\nnog iets\n", 6),
        ("%YAML 9.9\n---\nid: kort\n", 1),
        ("id: k\0rt\n", 1),
    ],
)
def test_what_is_no_yaml_is_told_in_dutch_on_its_line(text: str, line: int) -> None:
    reading = read(text)
    (finding,) = reading.findings
    assert reading.script is None
    assert (finding.code, finding.line) == (Code.UNREADABLE, line)
    assert finding.message
    assert finding.advice
    assert "expected" not in finding.message + finding.advice
