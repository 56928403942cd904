"""Cues: what to know first, in order of weight, and nothing said aloud that others may not hear."""

from datetime import datetime

import pytest

from reception_assistant.agenda.day import Person, Visit
from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.visit import EventKind, Status
from reception_assistant.agenda.words import mark_word, marked_sentence, status_word
from reception_assistant.cues.cue import Cue, Situation, Tone
from reception_assistant.cues.rules import RULES, cues_for
from reception_assistant.naming.person import PersonName


def _cues(**facts: object) -> list[Cue]:
    person = Person(
        id="p",
        name=PersonName(surname="Zonneveld"),
        pronunciation=str(facts.pop("pronunciation", "")),
        marks=frozenset(facts.pop("person_marks", ())),  # type: ignore[call-overload]
    )
    start = datetime.fromisoformat("2026-11-24T09:00")
    visit = Visit(id="v", start=start, person=person, treatment="wortelkanaal", **facts)  # type: ignore[arg-type]
    return cues_for(Situation(visit, "mevrouw Zonneveld", None))


def test_a_usual_visit_has_no_cues() -> None:
    assert _cues() == []


@pytest.mark.parametrize(
    ("mark", "kind", "tone"),
    [
        (Mark.NOT_ALOUD, "not_aloud", Tone.STOP),
        (Mark.SENSITIVE, "sensitive", Tone.STOP),
        (Mark.FIRST_VISIT, "first_visit", Tone.ATTENTION),
        (Mark.HARD_OF_HEARING, "hard_of_hearing", Tone.CALM),
        (Mark.INTERPRETER, "interpreter", Tone.CALM),
        (Mark.TENSE, "tense", Tone.CALM),
    ],
)
@pytest.mark.parametrize("where", ["marks", "person_marks"])
def test_a_mark_gives_its_cue_wherever_it_stands(
    mark: Mark, kind: str, tone: Tone, where: str
) -> None:
    (cue,) = _cues(**{where: frozenset({mark})})
    assert (cue.kind, cue.tone) == (kind, tone)
    assert cue.know
    assert cue.because.startswith("omdat")


def test_how_a_name_sounds_is_told() -> None:
    (cue,) = _cues(pronunciation="ZON-ne-velt.")
    assert cue.know == "Zo zegt u het: ZON-ne-velt."


def test_a_child_comes_with_somebody() -> None:
    (cue,) = _cues(parent="mevrouw De Boer")
    assert "mevrouw De Boer" in cue.know


def test_an_animal_that_died_comes_before_everything_cheerful() -> None:
    cues = _cues(animal="Bello", animal_deceased=True, marks=frozenset({Mark.FIRST_VISIT}))
    assert [cue.kind for cue in cues] == ["animal_deceased", "first_visit"]
    assert "Bello is overleden" in cues[0].know
    (nameless,) = _cues(animal_deceased=True)
    assert "Het dier is overleden" in nameless.know


def _all() -> list[Cue]:
    return _cues(
        marks=frozenset(Mark),
        animal="Bello",
        animal_deceased=True,
        parent="mevrouw De Boer",
        pronunciation="ZON-ne-velt",
    )


def test_what_must_not_go_wrong_comes_first() -> None:
    tones = [cue.tone for cue in _all()]
    assert len(tones) == len(RULES)
    assert tones == sorted(tones, key=[Tone.STOP, Tone.ATTENTION, Tone.CALM].index)


def test_nothing_that_is_said_names_a_person_or_a_treatment() -> None:
    """It may be heard in the waiting room."""
    for cue in _all():
        for secret in ("Zonneveld", "wortelkanaal", "Bello", "De Boer"):
            assert secret not in cue.say


def test_every_state_and_mark_has_its_word() -> None:
    assert len({status_word(status) for status in Status}) == len(Status)
    assert len({mark_word(mark) for mark in Mark}) == len(Mark)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (EventKind.ARRIVED, "meneer Bos is aangemeld."),
        (EventKind.TAKEN_IN, "meneer Bos is naar binnen."),
        (EventKind.LEFT, "meneer Bos is vertrokken."),
        (EventKind.NO_SHOW, "meneer Bos is niet gekomen."),
    ],
)
def test_a_mark_is_told_in_a_sentence(kind: EventKind, sentence: str) -> None:
    assert marked_sentence(kind, "meneer Bos").casefold() == sentence.casefold()
    assert marked_sentence(kind, "").startswith("Deze persoon")
