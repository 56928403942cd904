"""A step is shown as it is said, to this listener, with what can be done at it."""

from collections.abc import Mapping

import pytest

from reception_assistant.errors import KnownError
from reception_assistant.library.context import Context, Mood, Sign
from reception_assistant.library.script import Answer, Remember, Script, Step
from reception_assistant.run.event import Kind
from reception_assistant.run.machine import replay
from reception_assistant.run.state import Run
from reception_assistant.run.view import AnswerView, InsteadView, PathPart, StepView, Way
from reception_assistant.run.viewing import view
from tests.core.run.scripts import BILL, CALM, PROMISE, SCRIPTS, Talk, made

NO_CONTEXT = Context()
NO_VALUES: dict[str, str] = {}
JANSEN = {"aanhef": "meneer Jansen", "naam": "Jan Jansen"}


def shown(
    talk: Talk, context: Context = NO_CONTEXT, values: Mapping[str, str] = NO_VALUES
) -> StepView:
    step = view(talk.run, SCRIPTS, context, values)
    assert step is not None
    return step


def test_nothing_is_shown_before_a_script_runs() -> None:
    assert view(Run(), SCRIPTS, Context(), {}) is None


def test_everything_of_a_step_is_filled_in() -> None:
    step = shown(Talk(), values=JANSEN)
    assert step.say == "Ik hoor dat u hier mee zit, meneer Jansen."
    assert step.key == "Erken het gevoel, meneer Jansen."
    assert step.tip == "Laat meneer Jansen uitpraten."
    assert step.posture == "Zit rechtop."
    assert step.avoid == (InsteadView("Nee, meneer Jansen.", "Ik zoek het uit, meneer Jansen."),)
    assert step.remember == Remember(id="woorden", label="In de woorden van meneer Jansen")
    assert (step.phase, step.literal, step.way) == (2, True, Way.ANSWERS)
    assert (step.script_id, step.title, step.step) == (
        "rekening",
        "De rekening is hoger",
        "erkennen",
    )


def test_somebody_unknown_is_spoken_to_without_a_gap() -> None:
    step = shown(Talk())
    assert step.say == "Ik hoor dat u hier mee zit."
    assert step.tip == "Laat de beller uitpraten."
    assert step.seconds == 4


def test_the_first_wording_that_fits_the_mood_is_said() -> None:
    talk = Talk()
    assert shown(talk, Context(mood=Mood.CALM)).say == "Dat klinkt vervelend."
    talk.happens(Kind.MOOD, name="boos")
    assert shown(talk, Context(mood=Mood.CALM)).say == "Ik hoor dat u boos bent."


def test_answers_are_numbered_without_gaps_and_keep_their_place() -> None:
    assert shown(Talk()).answers == (
        AnswerView(1, 0, "Vertelt wat er is"),
        AnswerView(2, 2, "Wordt bozer", aside=True),
        AnswerView(3, 3, "Hangt op"),
        AnswerView(4, 4, "Iets anders", missing=True),
    )
    with_sign = shown(Talk(), Context(signs=frozenset({Sign.NOT_ALOUD})), {"naam": "Sem"}).answers
    assert [answer.label for answer in with_sign][1] == "Belt voor Sem"
    assert [answer.key for answer in with_sign] == [1, 2, 3, 4, 5]


def test_no_more_answers_are_shown_than_there_are_digits() -> None:
    many = Step(say="", answers=tuple(Answer(label=str(at), missing=True) for at in range(12)))
    scripts = {"v": Script(id="s", title="", start="a", steps={"a": many})}
    step = view(replay([made(Kind.BEGUN, version="v")], scripts), scripts, Context(), {})
    assert step is not None
    assert [answer.key for answer in step.answers] == list(range(1, 10))


def test_what_was_written_down_is_given_back_and_never_read_as_a_template() -> None:
    talk = Talk()
    talk.happens(Kind.REMEMBERED, name="woorden", text="{naam} is te duur")
    assert shown(talk, values=JANSEN).remembered == "{naam} is te duur"
    talk.answer(0)
    assert shown(talk, values=JANSEN).say == "U zei: “{naam} is te duur”. Klopt dat?"


def test_what_was_written_down_never_takes_the_place_of_a_name() -> None:
    talk = Talk()
    talk.happens(Kind.REMEMBERED, name="aanhef", text="sukkel")
    assert shown(talk).say == "Ik hoor dat u hier mee zit."


def test_the_promise_is_asked_before_its_sentence_is_shown() -> None:
    talk = Talk()
    talk.answer(0)
    talk.go_on()
    asked = shown(talk)
    assert (asked.asks_promise, asked.say, asked.seconds) == (True, "", 0)
    talk.happens(Kind.PROMISED, promise=PROMISE)
    made_now = shown(talk, values={"belofte_wanneer": "morgenochtend"})
    assert (made_now.asks_promise, made_now.say) == (False, "Ik bel u morgenochtend.")


def test_each_step_says_what_can_be_done() -> None:
    talk = Talk()
    talk.answer(0)
    assert shown(talk).way is Way.ON
    talk.go_on()
    assert shown(talk).way is Way.END
    talk.go_aside(CALM, "terug")
    assert (shown(talk).way, shown(talk).aside) == (Way.BACK, True)
    # Begun by itself there is nothing to go back to.
    alone = shown(Talk(CALM, "terug"))
    assert (alone.way, alone.aside) == (Way.END, False)


def test_the_path_shows_where_the_conversation_came_along() -> None:
    talk = Talk()
    talk.answer(0)
    talk.go_aside()
    talk.answer(0)
    talk.go_on()
    talk.go_on()
    talk.go_aside(CALM, "terug")
    assert shown(talk).path == (
        PathPart("De rekening is hoger"),
        PathPart("Vragen stellen"),
        PathPart("Rustig worden", 1),
        PathPart("Terug", 1),
        PathPart("Vragen stellen"),
        PathPart("Beloven"),
        PathPart("Terug", 1),
    )
    talk.go_back()
    assert shown(talk).path[-1] == PathPart("Beloven")


def test_the_path_calls_a_step_by_its_key_point_and_says_it_once() -> None:
    script = Script(
        id="s",
        title="Titel",
        start="a",
        steps={
            "a": Step(say="", goto="b"),
            "b": Step(say="", key="Vat samen, {aanhef|}.", goto="c"),
            "c": Step(say="", key="Vat samen.", goto="a"),
        },
    )
    events = [made(Kind.BEGUN, version="v")]
    events += [made(Kind.WENT_ON, version="v", step=at) for at in "abc"]
    step = view(replay(events, {"v": script}), {"v": script}, Context(), {})
    assert step is not None
    assert [part.label for part in step.path] == ["Titel", "Vat samen", "Titel"]


def test_a_script_that_is_gone_says_that_nothing_is_lost() -> None:
    run = replay([made(Kind.BEGUN, version="v-gone", step="a")], SCRIPTS)
    with pytest.raises(KnownError, match="bewaard"):
        view(run, SCRIPTS, Context(), {})


def test_a_path_over_a_script_that_is_gone_is_still_shown() -> None:
    events = [
        made(Kind.BEGUN, version=BILL),
        made(Kind.WENT_ASIDE, version="v-gone", step="een-stap"),
        made(Kind.CAME_BACK, version="v-gone", step="een-stap"),
    ]
    step = view(replay(events, SCRIPTS), SCRIPTS, Context(), {})
    assert step is not None
    assert step.path[1] == PathPart("Een stap", 1)
