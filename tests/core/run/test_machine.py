"""A conversation goes where its events say, and nothing that does not fit moves it."""

import pytest

from reception_assistant.library.context import Mood
from reception_assistant.library.script import Answer, End, Script, Step
from reception_assistant.run.event import Kind
from reception_assistant.run.machine import needs_promise, replay, step
from reception_assistant.run.state import Place, Run
from tests.core.run.scripts import BILL, CALM, LIMIT, OLD_CALM, PROMISE, SCRIPTS, Talk, made


def test_a_script_begins_at_its_start_or_where_it_is_told_to() -> None:
    assert Talk(BILL).run.stack == (Place(BILL, "erkennen"),)
    assert Talk(CALM, "erkennen").at == "erkennen"
    assert Talk(CALM, "bestaat-niet").at == "voorbereiden"


def test_nothing_moves_before_a_script_has_begun() -> None:
    for kind in set(Kind) - {Kind.BEGUN, Kind.MOOD, Kind.PROMISED, Kind.REMEMBERED}:
        assert step(Run(), made(kind), SCRIPTS) == Run()


def test_an_answer_and_what_is_said_lead_on_and_back_returns() -> None:
    talk = Talk()
    first = talk.run.stack
    talk.answer(0)
    assert talk.at == "vragen-stellen"
    talk.go_on()
    assert talk.at == "beloven"
    talk.go_back()
    assert talk.at == "vragen-stellen"
    talk.go_back()
    assert talk.run.stack == first
    assert talk.go_back().stack == first  # there is nothing before it


def test_an_answer_that_was_missing_stays_where_it_is() -> None:
    talk = Talk()
    before = talk.run
    assert talk.answer(4) == before
    assert talk.happens(Kind.MISSING, text="Wil de baas spreken") == before


@pytest.mark.parametrize("number", [-1, 5, 99])
def test_an_answer_that_does_not_exist_moves_nothing(number: int) -> None:
    talk = Talk()
    before = talk.run
    assert talk.answer(number) == before


def test_a_key_pressed_twice_gives_one_answer() -> None:
    answered = made(Kind.ANSWERED, version=BILL, step="erkennen", number=0)
    went_on = made(Kind.WENT_ON, version=BILL, step="vragen-stellen")
    once = step(Talk().run, answered, SCRIPTS)
    assert step(once, answered, SCRIPTS) == once
    twice = step(once, went_on, SCRIPTS)
    assert step(twice, went_on, SCRIPTS) == twice
    back = made(Kind.WENT_BACK, version=BILL, step="beloven")
    returned = step(twice, back, SCRIPTS)
    assert returned.stack == once.stack
    assert step(returned, back, SCRIPTS) == returned


def test_a_detour_lies_over_the_script_and_comes_back_to_the_same_step() -> None:
    talk = Talk()
    talk.answer(2, name=CALM)
    assert talk.at == "erkennen > voorbereiden"
    talk.go_on()
    talk.answer(0)
    assert talk.at == "erkennen > terug"
    talk.go_on()
    assert talk.at == "erkennen"
    assert not talk.run.asks_finish


def test_escape_leaves_a_detour_from_any_step_and_back_enters_it_again() -> None:
    talk = Talk()
    talk.answer(0)
    talk.go_aside()
    assert talk.at == "vragen-stellen > erkennen"
    talk.come_back()
    assert talk.at == "vragen-stellen"
    assert talk.come_back() is talk.run
    talk.go_back()
    assert talk.at == "vragen-stellen > erkennen"
    talk.go_back()
    assert talk.at == "vragen-stellen"


@pytest.mark.parametrize("version", [CALM, OLD_CALM])
def test_calming_twice_lies_there_once(version: str) -> None:
    talk = Talk()
    before = talk.go_aside()
    assert talk.go_aside(version) == before


def test_calming_that_lies_under_the_boundary_is_gone_back_out_to() -> None:
    talk = Talk()
    talk.go_aside(CALM)
    calm = talk.run.stack
    talk.go_aside(LIMIT, "noemen")
    assert talk.at == "erkennen > erkennen > noemen"
    talk.go_aside(OLD_CALM)
    assert talk.run.stack == calm
    assert talk.go_aside(CALM) is talk.run
    talk.go_back()
    assert talk.at == "erkennen > erkennen > noemen"


def test_calming_that_was_begun_by_itself_is_gone_back_out_to_as_well() -> None:
    talk = Talk(CALM)
    talk.go_aside(LIMIT, "noemen")
    talk.go_aside(CALM)
    assert talk.at == "voorbereiden"
    assert not talk.run.aside


def test_an_answer_into_a_script_that_is_under_way_goes_back_out_to_it() -> None:
    talk = Talk()
    talk.go_aside(LIMIT, "noemen")
    talk.go_aside(CALM)
    talk.answer(1, name=LIMIT)
    assert talk.at == "erkennen > noemen"


def test_a_detour_without_its_script_moves_nothing() -> None:
    talk = Talk()
    before = talk.run
    assert talk.answer(2) == before
    assert talk.answer(2, name=LIMIT) == before  # another script than the answer means


def test_detours_lie_five_deep_at_most() -> None:
    scripts = {
        f"v{at}": Script(id=f"s{at}", title="", start="a", steps={"a": Step(say="", back=True)})
        for at in range(9)
    }
    run = replay([made(Kind.BEGUN, version="v0")], scripts)
    for at in range(1, 9):
        run = step(run, made(Kind.WENT_ASIDE, version=f"v{at}"), scripts)
    assert len(run.stack) == 6


def test_an_end_inside_a_detour_ends_the_conversation_and_back_takes_it_up() -> None:
    talk = Talk()
    talk.go_aside(LIMIT, "")
    talk.answer(2)
    ended = talk.go_on()
    assert ended.ended == End(outcome="beeindigd")
    assert talk.go_on() == ended
    assert talk.answer(0) == ended
    talk.go_back()
    assert talk.run.ended is None
    assert talk.at == "erkennen > ophangen"


def test_an_answer_can_end_the_conversation() -> None:
    talk = Talk()
    assert talk.answer(3).ended == End(outcome="opgehangen")
    talk.go_back()
    assert (talk.at, talk.run.ended) == ("erkennen", None)


def test_one_can_still_go_aside_after_the_end() -> None:
    talk = Talk()
    talk.answer(3)
    talk.go_aside()
    assert (talk.at, talk.run.ended) == ("erkennen > erkennen", None)


def test_a_detour_that_was_begun_by_itself_asks_how_it_ended() -> None:
    talk = Talk(CALM, "terug")
    talk.go_on()
    assert talk.run.asks_finish
    assert talk.go_on() == talk.run
    talk.go_back()
    assert (talk.at, talk.run.asks_finish) == ("terug", False)


def test_another_script_begins_afresh_and_keeps_what_was_told() -> None:
    talk = Talk()
    talk.happens(Kind.REMEMBERED, name="woorden", text="Het is te duur")
    talk.happens(Kind.PROMISED, promise=PROMISE)
    talk.happens(Kind.MOOD, name="boos")
    talk.go_aside()
    talk.happens(Kind.BEGUN, version=LIMIT)
    assert talk.run == Run(
        stack=(Place(LIMIT, "noemen"),),
        remembered={"woorden": "Het is te duur"},
        promise=PROMISE,
        mood=Mood.ANGRY,
    )


def test_what_is_remembered_can_be_changed_and_taken_away_also_from_another_step() -> None:
    talk = Talk()
    talk.happens(Kind.REMEMBERED, name="woorden", text="duur")
    talk.answer(0)
    talk.happens(Kind.REMEMBERED, name="woorden", text="te duur", step="erkennen")
    assert talk.run.remembered == {"woorden": "te duur"}
    talk.happens(Kind.REMEMBERED, name="woorden", text=" ")
    assert talk.run.remembered == {}


def test_a_mood_that_nobody_knows_changes_nothing() -> None:
    talk = Talk()
    talk.happens(Kind.MOOD, name="gespannen")
    assert talk.happens(Kind.MOOD, name="razend").mood is Mood.TENSE
    assert talk.happens(Kind.MOOD).mood is None


def test_parking_and_resuming_move_nothing() -> None:
    talk = Talk()
    before = talk.go_aside()
    assert talk.happens(Kind.PARKED) == before
    assert talk.happens(Kind.RESUMED) == before


def test_the_promise_is_needed_where_it_is_said_and_only_until_it_is_made() -> None:
    talk = Talk()
    assert not needs_promise(talk.run, SCRIPTS)
    talk.answer(0)
    talk.go_on()
    assert needs_promise(talk.run, SCRIPTS)
    talk.happens(Kind.PROMISED, promise=PROMISE)
    assert not needs_promise(talk.run, SCRIPTS)
    assert talk.go_on().ended == End(outcome="terugbellen", promise=True)
    talk.happens(Kind.PROMISED)
    assert needs_promise(talk.run, SCRIPTS)


def test_a_version_that_is_gone_keeps_its_place_and_can_be_left() -> None:
    events = [
        made(Kind.BEGUN, version=BILL),
        made(Kind.WENT_ASIDE, version="v-gone", step="erkennen"),
        made(Kind.ANSWERED, version="v-gone", step="erkennen", number=0),
        made(Kind.WENT_ON, version="v-gone", step="erkennen"),
    ]
    run = replay(events, SCRIPTS)
    assert run.stack == (Place(BILL, "erkennen"), Place("v-gone", "erkennen"))
    assert step(run, made(Kind.WENT_ASIDE, version="v-gone"), SCRIPTS) == run
    run = step(run, made(Kind.CAME_BACK, version="v-gone", step="erkennen"), SCRIPTS)
    assert run.stack == (Place(BILL, "erkennen"),)


def test_a_script_that_leads_nowhere_stays_where_it_is() -> None:
    lost = Script(
        id="lost",
        title="",
        start="a",
        steps={
            "a": Step(say="", goto="nowhere"),
            "b": Step(say="", answers=(Answer(label="", goto="nowhere"), Answer(label=""))),
            "c": Step(say=""),
        },
    )
    for at in lost.steps:
        run = replay([made(Kind.BEGUN, version="v", step=at)], {"v": lost})
        assert step(run, made(Kind.WENT_ON, version="v", step=at), {"v": lost}) == run
        for number in range(3):
            answered = made(Kind.ANSWERED, version="v", step=at, number=number)
            assert step(run, answered, {"v": lost}) == run
    nowhere = {"v": Script(id="lost", title="", start="z", steps=lost.steps)}
    assert replay([made(Kind.BEGUN, version="v")], nowhere) == Run()
    assert replay([made(Kind.BEGUN)], nowhere) == Run()
