"""Ways: every script begins, leads on, comes to an end, and never goes round in a circle."""

import pytest
from msgspec.structs import replace

from reception_assistant.library.checking.check import check
from reception_assistant.library.finding import Code, Severity
from tests.core.library.checking.scripts import (
    ASKED,
    HEAD,
    LAST,
    LISTS,
    TODAY,
    WORDS,
    codes,
    found_in,
    line_of,
    only,
    script_of,
)


def test_a_script_without_fault_has_no_findings() -> None:
    assert found_in(HEAD + ASKED + LAST) == []


def test_a_start_that_is_no_step_names_the_step_that_was_meant() -> None:
    text = HEAD.replace("start: eerst", "start: eerts") + ASKED + LAST
    found = only(Code.START_NOWHERE, text)
    assert found.line == line_of(text, "start: eerts")
    assert "«eerst»" in found.advice
    assert (found.script, found.step) == ("proef", "")


@pytest.mark.parametrize("way", ["goto: laast", "goto: nergens"])
def test_a_way_to_a_step_that_is_not_there_is_an_error_on_its_line(way: str) -> None:
    text = HEAD + ASKED + LAST.replace("end: {outcome: klaar}", way)
    found = only(Code.GOTO_NOWHERE, text)
    assert (found.line, found.step) == (line_of(text, way), "laatst")
    assert "laatst" in found.advice


def test_an_answer_to_a_step_that_is_not_there_is_found_too() -> None:
    text = HEAD + ASKED.replace("goto: laatst", "goto: weg") + LAST
    assert codes(text) == ["goto-nowhere", "unreachable"]


def test_a_step_that_nobody_comes_to_is_found() -> None:
    lost = '  los:\n    say: "Tot ziens."\n    goto: laatst\n'
    text = HEAD + ASKED + LAST + lost
    found = only(Code.UNREACHABLE, text)
    assert (found.line, found.step) == (line_of(text, "  los:"), "los")


@pytest.mark.parametrize(
    "ways",
    [
        "",
        "    goto: eerst\n    end: {outcome: klaar}\n",
        "    end: {outcome: klaar}\n    back: true\n",
    ],
)
def test_a_step_has_exactly_one_way_on(ways: str) -> None:
    text = HEAD + ASKED + '  laatst:\n    say: "Fijne dag nog."\n' + ways
    found = [each for each in found_in(text) if each.severity is Severity.ERROR]
    assert [each.code for each in found] == [Code.NO_WAY_ON]
    assert found[0].line == line_of(text, "  laatst:")


@pytest.mark.parametrize("way", ["goto: laatst", "end: {outcome: klaar}", "back: true"])
def test_each_way_on_is_enough(way: str) -> None:
    text = HEAD + ASKED.split("    answers")[0] + f"    {way}\n"
    assert "no-way-on" not in codes(text + (LAST if "goto" in way else ""))


@pytest.mark.parametrize("missing", [True, False])
def test_the_answers_of_a_script_that_was_never_a_file_are_checked_too(*, missing: bool) -> None:
    file = script_of(HEAD + ASKED + LAST)
    step = file.script.steps["eerst"]
    wrong = replace(step.answers[0], goto="laatst" if missing else "", missing=missing)
    steps = {**file.script.steps, "eerst": replace(step, answers=(wrong, *step.answers[1:]))}
    changed = file._replace(script=replace(file.script, steps=steps))
    found = check([changed], LISTS, known={}, words=WORDS, today=TODAY)
    assert (Code.WRONG_VALUE, "eerst") in [(each.code, each.step) for each in found]


ROUND = (
    '  laatst:\n    say: "Ik kijk het na."\n    goto: verder\n'
    '  verder:\n    say: "Een moment."\n    goto: laatst\n'
)


def test_steps_that_never_end_are_found_once_on_the_first_of_them() -> None:
    text = HEAD + ASKED + ROUND
    found = [each for each in found_in(text) if each.severity is Severity.ERROR]
    assert [each.code for each in found] == [Code.LOOP_WITHOUT_EXIT]
    assert (found[0].line, found[0].step) == (line_of(text, "  laatst:"), "laatst")
    assert "laatst → verder" in found[0].message


def test_two_rounds_without_an_end_are_two_findings() -> None:
    other = ROUND.replace("laatst", "dan").replace("verder", "nog")
    asked = ASKED.replace("{label: Iets anders, missing: true}", "{label: Nee, goto: dan}")
    found = codes(HEAD + asked + ROUND + other)
    assert found.count("loop-without-exit") == 2


def test_a_step_from_which_one_only_goes_aside_never_ends() -> None:
    text = HEAD + ASKED.replace("goto: laatst", "missing: true")
    assert codes(text) == ["loop-without-exit"]


@pytest.mark.parametrize("way_out", ["back: true", "end: {outcome: klaar}"])
def test_a_round_with_a_way_out_is_no_error(way_out: str) -> None:
    text = (
        HEAD
        + ASKED
        + ROUND.replace(
            "goto: verder", "answers: [{label: Ja, goto: verder}, {label: Nee, goto: uit}]"
        )
        + f'  uit:\n    say: "Tot ziens."\n    {way_out}\n'
    )
    assert "loop-without-exit" not in codes(text)


def test_a_way_to_nowhere_is_not_called_a_round_as_well() -> None:
    text = HEAD + ASKED + LAST.replace("end: {outcome: klaar}", "goto: weg")
    assert codes(text) == ["goto-nowhere"]


AGAIN = (
    '  laatst:\n    say: "Klopt dat?"\n    answers:\n'
    "      - {label: Ja, end: {outcome: klaar}}\n      - {label: Nee, goto: eerst}\n"
)


def test_a_sentence_that_comes_back_word_for_word_is_a_warning() -> None:
    found = only(Code.SAME_SENTENCE_AGAIN, HEAD + ASKED + AGAIN)
    assert (found.severity, found.step) == (Severity.WARNING, "eerst")
    assert "eerst → laatst" in found.message


BACK = "U zegt: {woorden|iets}. Waarmee kan ik u helpen?"
HEARD = "    remember: {id: woorden, label: Wat hij of zij zegt}\n    answers"


def asked_again(say: str, variant: str = "") -> str:
    """Return a script that comes back to a question, with what was heard."""
    asked = ASKED.replace("Waarmee kan ik u helpen?", say).replace("    answers", HEARD)
    return HEAD + asked.replace("    answers", f"{variant}    answers") + AGAIN


def test_a_step_that_says_back_what_it_heard_comes_back_in_peace() -> None:
    found = only(Code.SAME_SENTENCE_AGAIN, asked_again(BACK))
    assert found.step == "laatst"


@pytest.mark.parametrize("facet", ["mood: [boos]", "age: [jongere]", "moment: [balie]"])
def test_words_for_another_listener_hide_no_sentence_that_comes_back(facet: str) -> None:
    variant = f'    variants: [{{when: {{{facet}}}, say: "%s"}}]\n'
    for say, other in (("Hoe gaat het?", "Zegt u het maar?"), (BACK, "Zegt u het maar?")):
        found = only(Code.SAME_SENTENCE_AGAIN, asked_again(say, variant % other))
        assert "eerst → laatst" in found.message
    found = only(Code.SAME_SENTENCE_AGAIN, asked_again(BACK, variant % "Dus {woorden|dit}?"))
    assert found.step == "laatst"


def test_asking_what_was_said_is_no_repetition() -> None:
    assert "same-sentence-again" not in codes(HEAD + ASKED + LAST)


def test_a_thousand_steps_in_a_row_are_no_trouble() -> None:
    steps = "".join(
        f'  stap-{number}:\n    say: "Goed."\n    goto: stap-{number + 1}\n'
        for number in range(998)
    )
    text = (
        HEAD.replace("start: eerst", "start: stap-0") + steps + LAST.replace("laatst", "stap-998")
    )
    assert codes(text) == []
