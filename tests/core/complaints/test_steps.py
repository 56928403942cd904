"""The seven steps: need before solution, back is always allowed, and only the customer's yes."""

from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec.structs import replace

from reception_assistant.complaints.complaint import Complaint, Field, Phase, Where, Yes
from reception_assistant.complaints.steps import (
    FIELDS,
    LOOP_TO,
    after_answers,
    lacking,
    lacking_for_closing,
    lacking_for_solution,
    nobody_to_ask,
    phase_of,
    require_closing,
    require_step,
    starting_phase,
)
from reception_assistant.errors import KnownError
from tests.core.complaints.a_complaint import HEARD, SOLVED, complaint


def fields_lacking(found: Complaint, to: Phase) -> list[Field | None]:
    return [each.field for each in lacking(found, to)]


def test_the_first_three_steps_are_open_at_once() -> None:
    for to in (Phase.ACKNOWLEDGE, Phase.CLARIFY):
        assert not lacking(complaint(), to)


def test_the_solution_opens_after_words_wish_and_yes() -> None:
    found = complaint(Phase.CLARIFY)
    assert fields_lacking(found, Phase.SOLVE) == [Field.WORDS, Field.WISH, Field.CONFIRMED]
    assert not lacking(replace(found, answers=HEARD), Phase.SOLVE)


@pytest.mark.parametrize("field", HEARD)
def test_the_solution_stays_closed_without_one_of_them(field: Field) -> None:
    answers = {each: text for each, text in HEARD.items() if each is not field}
    assert fields_lacking(complaint(answers=answers), Phase.SOLVE) == [field]


@pytest.mark.parametrize("answer", ["nee", "deels", "", " ", "ja hoor"])
def test_only_a_yes_of_the_customer_is_a_yes(answer: str) -> None:
    found = complaint(answers={**HEARD, Field.CONFIRMED: answer})
    assert fields_lacking(found, Phase.SOLVE) == [Field.CONFIRMED]


def test_spaces_are_no_words_of_the_customer() -> None:
    found = complaint(answers={**HEARD, Field.WORDS: "  \n"})
    assert fields_lacking(found, Phase.SOLVE) == [Field.WORDS]


def test_after_solving_it_is_asked_whether_it_is_solved_and_something_is_promised() -> None:
    found = complaint(Phase.SOLVE, answers=HEARD)
    assert fields_lacking(found, Phase.LEARN) == [Field.SOLUTION, Field.SOLVED, None]
    done = replace(found, answers=SOLVED)
    assert not lacking(done, Phase.DO)
    assert fields_lacking(done, Phase.LEARN) == [None]
    assert not lacking(replace(done, promised=True), Phase.LEARN)


def test_the_step_that_is_closed_says_what_to_ask() -> None:
    with pytest.raises(KnownError) as error:
        require_step(complaint(answers={Field.WORDS: "Te lang gewacht."}), Phase.SOLVE)
    assert "bewaard" in error.value.message
    assert "ander het liefst" in error.value.advice
    assert "«Klopt dat?»" in error.value.advice
    assert "woorden" not in error.value.advice


def test_a_no_to_klopt_dat_goes_back_to_listening() -> None:
    found = complaint(Phase.SOLVE, answers={**HEARD, Field.CONFIRMED: Yes.NO.value})
    move = after_answers(found, [Field.CONFIRMED])
    assert (move.phase, move.kind, move.clears) == (Phase.CLARIFY, "back", ())
    assert move.said


def test_words_that_are_wiped_out_close_the_solution_again() -> None:
    found = complaint(Phase.CHECK, answers={**HEARD, Field.WISH: ""})
    assert after_answers(found, [Field.WISH]).phase is Phase.CLARIFY


def test_a_no_while_listening_stays_there() -> None:
    found = complaint(Phase.CLARIFY, answers={**HEARD, Field.CONFIRMED: Yes.NO.value})
    assert after_answers(found, [Field.CONFIRMED]) == (Phase.CLARIFY, "", (), "")


@pytest.mark.parametrize(("answer", "to"), [(Yes.PARTLY, Phase.SOLVE), (Yes.NO, Phase.CLARIFY)])
def test_what_is_not_solved_loops_and_is_asked_again(answer: Yes, to: Phase) -> None:
    found = complaint(Phase.CHECK, answers={**SOLVED, Field.SOLVED: answer.value})
    move = after_answers(found, [Field.SOLVED])
    assert (move.phase, move.kind, move.clears) == (to, "looped", (Field.SOLVED,))
    assert to in LOOP_TO


@pytest.mark.parametrize("field", [Field.SOLUTION, Field.WISH, Field.CONFIRMED])
def test_a_yes_to_something_else_is_asked_anew(field: Field) -> None:
    found = complaint(Phase.LEARN, answers={**SOLVED, field: "ja"})
    move = after_answers(found, [field])
    assert (move.phase, move.kind, move.clears) == (Phase.CHECK, "back", (Field.SOLVED,))
    assert after_answers(found, [field, Field.SOLVED]).kind == ""


def test_a_yes_does_not_outlive_the_confirmation() -> None:
    found = complaint(Phase.DO, answers={**SOLVED, Field.CONFIRMED: "nee"})
    move = after_answers(found, [Field.CONFIRMED])
    assert (move.phase, move.clears) == (Phase.CLARIFY, (Field.SOLVED,))
    assert lacking_for_closing(found)


def test_an_answer_that_was_not_changed_moves_nothing() -> None:
    found = complaint(Phase.CHECK, answers={**SOLVED, Field.SOLVED: Yes.NO.value})
    assert after_answers(found, [Field.THINKS]).kind == ""


def test_closing_needs_a_yes_or_a_written_reason() -> None:
    found = complaint(Phase.DO)
    needed = [*HEARD, Field.SOLUTION, Field.SOLVED, None]
    assert [each.field for each in lacking_for_closing(found)] == needed
    assert lacking_for_closing(found, "   ")
    assert not lacking_for_closing(found, "De klant is verhuisd.")
    assert not lacking_for_closing(replace(found, answers=SOLVED))
    with pytest.raises(KnownError, match="blijft nog open"):
        require_closing(found)


def test_of_whom_nobody_knows_nothing_is_asked_but_the_words() -> None:
    found = complaint(whom="", where=Where.ONLINE)
    assert nobody_to_ask(found)
    assert fields_lacking(found, Phase.LEARN) == [Field.WORDS, Field.SOLUTION]
    assert [each.field for each in lacking_for_closing(found)] == [None]


def test_who_stays_unknown_on_the_phone_can_be_asked() -> None:
    assert not nobody_to_ask(complaint(whom="", where=Where.PHONE))


@pytest.mark.parametrize(
    ("answers", "phase"),
    [
        ({}, Phase.PREPARE),
        ({Field.BETWEEN_LINES: "Stem trilde."}, Phase.PREPARE),
        ({Field.GOAL: "behouden"}, Phase.ACKNOWLEDGE),
        ({Field.EMOTION: "boos"}, Phase.CLARIFY),
        ({**HEARD, Field.CONFIRMED: "nee"}, Phase.CLARIFY),
        (HEARD, Phase.SOLVE),
        ({**HEARD, Field.SOLUTION: "Wij bellen."}, Phase.CHECK),
        ({Field.SOLUTION: "Wij bellen."}, Phase.CLARIFY),
    ],
)
def test_a_record_goes_on_where_the_call_stopped(answers: Any, phase: Phase) -> None:
    assert starting_phase(answers) is phase
    assert not lacking(complaint(answers=answers), phase)


def test_each_field_belongs_to_one_step_but_the_private_one() -> None:
    asked = [field for fields in FIELDS.values() for field in fields]
    assert len(asked) == len(set(asked))
    assert set(Field) - set(asked) == {Field.BETWEEN_LINES}
    assert phase_of(Field.WISH) is Phase.CLARIFY
    assert phase_of(Field.BETWEEN_LINES) is None


class Record(RuleBasedStateMachine):
    """Somebody leads a record through its steps, in any order and with any answers."""

    @initialize()
    def begin(self) -> None:
        self.now = complaint()

    @rule(
        field=st.sampled_from([*HEARD, Field.SOLUTION, Field.SOLVED, Field.THINKS]),
        text=st.sampled_from(["ja", "nee", "deels", "", "Dat iemand het zegt."]),
    )
    def write(self, field: Field, text: str) -> None:
        was = self.now
        written = replace(was, answers={**was.answers, field: text})
        move = after_answers(written, [field])
        kept = {key: "" if key in move.clears else each for key, each in written.answers.items()}
        self.now = replace(
            written,
            phase=move.phase,
            answers=kept,
            loops=was.loops + (move.kind == "looped"),
        )
        assert move.phase <= was.phase, "an answer opens a step, and never goes there by itself"
        assert bool(move.said) == bool(move.kind)

    @rule(to=st.sampled_from(Phase))
    def go(self, to: Phase) -> None:
        if not lacking(self.now, to):
            self.now = replace(self.now, phase=to)

    @rule()
    def promise(self) -> None:
        self.now = replace(self.now, promised=True)

    @invariant()
    def solution_is_open_only_after_listening(self) -> None:
        if self.now.phase > Phase.CLARIFY:
            assert not lacking_for_solution(self.now)

    @invariant()
    def back_is_always_allowed(self) -> None:
        assert not any(lacking(self.now, to) for to in Phase if to <= self.now.phase)

    @invariant()
    def a_later_step_never_needs_less(self) -> None:
        counts = [len(lacking(self.now, to)) for to in Phase]
        assert counts == sorted(counts)


Record.TestCase.settings = settings(max_examples=40, stateful_step_count=15, deadline=None)
TestRecord = Record.TestCase
