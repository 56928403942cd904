"""Cues about this visit: sorrow, running late, and waiting."""

from datetime import datetime

import pytest

from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.turns import Turn
from reception_assistant.cues.cue import Tone, Wishes
from reception_assistant.naming.person import Pronoun
from tests.core.cues.situations import cues

AT = datetime.fromisoformat
TOLD = Turn(AT("2026-11-24T09:30"), 20, told_at=AT("2026-11-24T08:55"))
SEEN = Turn(AT("2026-11-24T09:25"), 15, busy_since_plan=AT("2026-11-24T08:50"))


def test_an_animal_that_died_comes_before_everything_cheerful() -> None:
    told = cues(animal="Bello", animal_deceased=True, marks=frozenset({Mark.FIRST_VISIT}))
    assert [cue.kind for cue in told] == ["animal_deceased", "first_visit"]
    assert "Bello is overleden" in told[0].know
    (nameless,) = cues(animal_deceased=True)
    assert "Het dier is overleden" in nameless.know


def test_a_sensitive_visit_is_told() -> None:
    (cue,) = cues(marks=frozenset({Mark.SENSITIVE}))
    assert (cue.kind, cue.tone, cue.say) == ("sensitive", Tone.CALM, "")


def test_a_visit_on_the_list_of_the_practice_says_that_it_is_why() -> None:
    (cue,) = cues(sober=True)
    assert cue.kind == "sensitive"
    assert "uw lijst" in cue.because


def test_an_animal_that_died_is_told_once() -> None:
    told = cues(animal="Bello", animal_deceased=True, sober=True)
    assert [cue.kind for cue in told] == ["animal_deceased"]


def test_who_runs_late_and_the_new_time_are_told_in_words() -> None:
    (cue,) = cues(turn=TOLD, practitioner_spoken="tandarts Bakker")
    assert cue.kind == "practitioner_late"
    assert cue.know == "Tandarts Bakker loopt uit: ongeveer 20 minuten later."
    assert cue.say == "Het loopt wat uit. U bent rond half tien aan de beurt."
    assert cue.because == "omdat dit om 08:55 aan de balie is gemeld"


def test_what_was_seen_says_so() -> None:
    (cue,) = cues(turn=SEEN)
    assert cue.because == "omdat het bezoek van 08:50 nog bezig is"
    assert cue.know.startswith("Bakker loopt uit: ongeveer 15 minuten later.")


def test_the_young_are_spoken_to_as_they_are() -> None:
    (cue,) = cues(turn=TOLD, pronoun=Pronoun.JE)
    assert "Je bent rond half tien aan de beurt." in cue.say


def test_a_few_minutes_late_is_on_time_unless_somebody_said_so() -> None:
    assert cues(turn=SEEN._replace(minutes=9)) == []
    assert cues(turn=SEEN, wishes=Wishes(late_minutes=20)) == []
    assert cues(turn=TOLD._replace(minutes=5))


@pytest.mark.parametrize(
    ("waited", "kinds"),
    [(None, []), (14, []), (15, ["waiting_long"]), (60, ["waiting_long"])],
)
def test_waiting_is_long_from_the_limit_of_the_practice(
    waited: int | None, kinds: list[str]
) -> None:
    assert [cue.kind for cue in cues(waited=waited)] == kinds


def test_with_a_new_time_nobody_has_to_ask_how_long() -> None:
    late, waiting = cues(waited=25, turn=TOLD)
    assert waiting.say == "Dank u voor het wachten."
    assert "half tien" in late.say
    (alone,) = cues(waited=25)
    assert alone.say == "Dank u voor het wachten. Ik vraag even hoe lang het nog duurt."


def test_the_limit_of_the_practice_counts() -> None:
    assert cues(waited=25, wishes=Wishes(waiting_minutes=30)) == []
    (cue,) = cues(waited=25, wishes=Wishes(waiting_minutes=20))
    assert "Wacht al 25 minuten." in cue.know
    assert cue.because == "omdat 20 minuten wachten bij u lang is"
