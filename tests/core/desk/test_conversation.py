"""A conversation as one employee leads it: what happens, and what must still be kept."""

import itertools
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from reception_assistant.calls.call import CallHead
from reception_assistant.calls.promise import Promise
from reception_assistant.desk.conversation import Conversation
from reception_assistant.library.content import Library, Version
from reception_assistant.library.context import Mood
from reception_assistant.library.script import Answer, End, Remember, Script, Step
from reception_assistant.run.event import Kind
from reception_assistant.run.machine import replay
from reception_assistant.run.open_call import OpenCall

BILL = Script(
    id="rekening",
    title="De rekening",
    start="erkennen",
    steps={
        "erkennen": Step(
            say="Ik hoor u.",
            remember=Remember(id="woorden", label="In eigen woorden"),
            answers=(
                Answer(label="Vertelt het", goto="beloven"),
                Answer(label="Wordt boos", detour="kalmeren"),
                Answer(label="Iets anders", missing=True),
            ),
        ),
        "beloven": Step(
            say="Ik bel u {belofte_wanneer}.", end=End(outcome="terugbelafspraak", promise=True)
        ),
    },
)
CALM = Script(
    id="kalmeren",
    title="Kalmeren",
    start="erkennen",
    steps={
        "erkennen": Step(say="Ik hoor dat u boos bent.", goto="terug"),
        "terug": Step(say="Zullen we verdergaan?", back=True),
    },
)
LIBRARY = Library({"rekening": Version("v1", BILL), "kalmeren": Version("v2", CALM)})
PROMISE = Promise(what="de offerte", before="2026-11-25T12:00", owner_id="sanne", by="Sanne")


@pytest.fixture
def now_utc() -> Callable[[], str]:
    seconds = itertools.count()
    return lambda: f"2026-11-24T08:12:{next(seconds):02d}.000"


@pytest.fixture
def talk(now_utc: Callable[[], str]) -> Conversation:
    head = CallHead(id="call", employee_id="sanne", started_utc="2026-11-24T08:12:00.000")
    return Conversation(OpenCall(head), {}, lambda: "sanne", now_utc)


def step_of(talk: Conversation) -> str:
    return talk.run.place.step if talk.run.place else ""


def test_an_answer_leads_on_and_back_leads_back(talk: Conversation) -> None:
    talk.begin(LIBRARY.scripts["rekening"])
    talk.answer(0, LIBRARY)
    assert step_of(talk) == "beloven"
    talk.go_back()
    assert step_of(talk) == "erkennen"
    assert [event.kind for event in talk.events] == [Kind.BEGUN, Kind.ANSWERED, Kind.WENT_BACK]


def test_calming_lies_over_the_script_and_leaves_it_where_it_was(talk: Conversation) -> None:
    talk.begin(LIBRARY.scripts["rekening"])
    talk.go_aside(LIBRARY.scripts["kalmeren"])
    assert (step_of(talk), talk.run.aside) == ("erkennen", True)
    talk.go_on()
    assert step_of(talk) == "terug"
    talk.come_back()
    assert (step_of(talk), talk.run.aside) == ("erkennen", False)


def test_an_answer_goes_aside_by_itself(talk: Conversation) -> None:
    talk.begin(LIBRARY.scripts["rekening"])
    talk.answer(1, LIBRARY)
    assert talk.run.place is not None
    assert talk.run.place.version == "v2"


def test_calming_before_any_script_begins_it(talk: Conversation) -> None:
    talk.go_aside(LIBRARY.scripts["kalmeren"])
    assert (step_of(talk), talk.run.aside) == ("erkennen", False)


def test_a_key_that_does_nothing_leaves_no_trace(talk: Conversation) -> None:
    talk.begin(LIBRARY.scripts["rekening"])
    before = list(talk.events)
    talk.go_back()
    talk.come_back()
    talk.answer(7, LIBRARY)
    talk.answer(2, LIBRARY)
    talk.sounds(None)
    assert talk.events == before


def test_what_was_said_instead_is_kept_where_it_was_said(talk: Conversation) -> None:
    talk.begin(LIBRARY.scripts["rekening"])
    talk.miss("Wil de baas spreken")
    assert (talk.events[-1].kind, talk.events[-1].step) == (Kind.MISSING, "erkennen")
    assert talk.events[-1].text == "Wil de baas spreken"
    assert step_of(talk) == "erkennen"


def test_the_mood_at_the_start_stays_known(talk: Conversation) -> None:
    talk.sounds(Mood.ANGRY)
    talk.sounds(Mood.CALM)
    assert (talk.head.mood_start, talk.head.mood_end) == (Mood.ANGRY, Mood.CALM)


def test_all_is_kept_once_and_what_comes_after_is_still_to_be_kept(talk: Conversation) -> None:
    talk.begin(LIBRARY.scripts["rekening"])
    talk.write("Reke")
    first = talk.unsaved()
    assert first is not None
    assert (first.first, len(first.events), first.note) == (0, 1, "Reke")
    talk.write("Rekening 412")
    talk.answer(0, LIBRARY)
    talk.note_saved(first)
    second = talk.unsaved()
    assert second is not None
    assert (second.first, len(second.events), second.note) == (1, 1, "Rekening 412")
    talk.note_saved(second)
    assert talk.unsaved() is None


def test_a_kept_conversation_is_taken_up_where_it_was(
    talk: Conversation, now_utc: Callable[[], str]
) -> None:
    talk.begin(LIBRARY.scripts["rekening"])
    talk.sounds(Mood.TENSE)
    talk.remember("woorden", "In eigen woorden", "Te duur")
    talk.go_aside(LIBRARY.scripts["kalmeren"])
    talk.write("Belt over de rekening")
    kept = OpenCall(talk.head, tuple(talk.events), talk.note, "2026-11-24T08:13:00.000")
    again = Conversation(kept, talk.scripts, lambda: "thijs", now_utc)
    assert again.run == talk.run
    assert again.unsaved() is None
    again.come_back()
    assert again.events[-1].employee_id == "thijs"
    assert replay(again.events, again.scripts) == again.run


def test_a_parked_conversation_says_so_until_it_is_resumed(talk: Conversation) -> None:
    talk.begin(LIBRARY.scripts["rekening"])
    talk.park()
    assert talk.head.parked_utc
    talk.resume()
    assert talk.head.parked_utc == ""
    assert [event.kind for event in talk.events[1:]] == [Kind.PARKED, Kind.RESUMED]


def test_a_promise_is_part_of_what_happened(talk: Conversation) -> None:
    talk.begin(LIBRARY.scripts["rekening"])
    talk.answer(0, LIBRARY)
    talk.promise(PROMISE)
    assert talk.run.promise == PROMISE
    talk.go_on()
    assert talk.run.ended == End(outcome="terugbelafspraak", promise=True)


def test_who_it_is_and_why_can_change(talk: Conversation) -> None:
    talk.is_with("p1")
    talk.is_about("rekening")
    assert talk.head == replace(talk.head, person_id="p1", reason="rekening", unknown=False)
    talk.is_with(None, unknown=True)
    assert (talk.head.person_id, talk.head.unknown) == (None, True)


def test_a_running_script_keeps_its_version(talk: Conversation) -> None:
    talk.begin(LIBRARY.scripts["rekening"])
    changed = replace(BILL, title="Anders")
    newer = Library({**LIBRARY.scripts, "rekening": Version("v3", changed)})
    talk.answer(0, newer)
    assert talk.scripts["v1"].title == "De rekening"
    assert talk.run.place is not None
    assert talk.run.place.version == "v1"
