"""All cues together: in order of weight, and nothing said aloud that others may not hear."""

from datetime import date, datetime

import pytest

from reception_assistant.agenda.background import Past
from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.turns import Turn
from reception_assistant.agenda.visit import EventKind, Status
from reception_assistant.agenda.words import mark_word, marked_sentence, status_word
from reception_assistant.cues.cue import Cue, Priority, Situation, Tone, Wishes
from reception_assistant.cues.rules import RULES, cues_for
from tests.core.cues.situations import NOW, cues, situation


def _all() -> list[Cue]:
    return cues(
        marks=frozenset(Mark),
        animal="Bello",
        animal_deceased=True,
        parent="mevrouw De Boer",
        pronunciation="ZON-ne-velt",
        birth_date=date(1960, 11, 24),
        practitioner_spoken="tandarts Bakker",
        past=Past(
            last_day=date(2027, 5, 1),
            read_on=date(2026, 11, 24),
            missed_at=datetime.fromisoformat("2026-10-05T11:00"),
            moved=2,
        ),
        turn=Turn(datetime.fromisoformat("2026-11-24T09:30"), 20, busy_since_plan=NOW),
        waited=20,
        wishes=Wishes(birthdays=True),
    )


def test_a_usual_visit_has_no_cues() -> None:
    assert cues() == []


def test_every_rule_can_speak() -> None:
    assert len(_all()) == len(RULES)
    assert len({cue.kind for cue in _all()}) == len(RULES)


def test_what_must_not_go_wrong_comes_first() -> None:
    weights = [cue.priority for cue in _all()]
    assert weights == sorted(weights)
    assert [cue.kind for cue in _all()][:3] == ["not_aloud", "animal_deceased", "sensitive"]


def test_nothing_that_is_said_names_a_person_or_a_treatment() -> None:
    """It may be heard in the waiting room."""
    for cue in _all():
        for secret in ("Zonneveld", "wortelkanaal", "Bello", "De Boer", "Bakker"):
            assert secret not in cue.say


def test_every_cue_says_why_it_is_there() -> None:
    assert all(cue.because.startswith("omdat ") for cue in _all())
    assert all(cue.know.endswith(".") for cue in _all())


def test_others_can_be_added_without_touching_these() -> None:
    """A promise that is overdue, say: it comes in its own place, by its own weight."""

    def promise(_seen: Situation) -> Cue | None:
        return Cue(
            "promise", "Er is iets beloofd.", "", "omdat het er staat", Tone.STOP, Priority.NOW
        )

    def nothing(_seen: Situation) -> Cue | None:
        return None

    seen = situation(marks=frozenset({Mark.TENSE, Mark.NOT_ALOUD}))
    told = cues_for(seen, (*RULES, promise, nothing))
    assert [cue.kind for cue in told] == ["not_aloud", "promise", "tense"]


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
