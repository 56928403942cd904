"""Cues about the times before and after: only where the agenda can know."""

from datetime import date, datetime, timedelta

import pytest

from reception_assistant.agenda.background import Past
from reception_assistant.agenda.day import Following
from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.visit import Status
from reception_assistant.cues.cue import Wishes
from reception_assistant.naming.person import Pronoun
from tests.core.cues.situations import NOW, cues

AT = datetime.fromisoformat
TODAY = NOW.date()
A_YEAR = Past(first_day=date(2025, 11, 24))
AHEAD = Past(last_day=TODAY + timedelta(weeks=8), read_on=TODAY)


def test_the_source_may_say_that_it_is_the_first_visit() -> None:
    (cue,) = cues(marks=frozenset({Mark.FIRST_VISIT}))
    assert cue.kind == "first_visit"
    assert cue.because == "omdat «eerste bezoek» bij deze afspraak staat"


def test_who_is_not_in_a_year_of_the_agenda_is_here_for_the_first_time() -> None:
    (cue,) = cues(past=A_YEAR)
    assert cue.kind == "first_visit"
    assert cue.know == "Waarschijnlijk voor het eerst hier. Vraag het even."
    assert cue.because.startswith("omdat de agenda sinds maandag 24 november 2025 geen eerder")


@pytest.mark.parametrize(
    "past",
    [
        Past(),
        Past(first_day=date(2025, 11, 25)),
        A_YEAR._replace(came_at=AT("2026-05-01T10:00")),
    ],
)
def test_what_the_agenda_cannot_know_is_not_said(past: Past) -> None:
    assert cues(past=past) == []


def test_of_who_is_known_by_name_only_no_first_visit_is_guessed() -> None:
    assert cues(past=A_YEAR, loose=True) == []


def test_near_sorrow_the_welcome_is_not_cheerful() -> None:
    told = cues(marks=frozenset({Mark.FIRST_VISIT, Mark.SENSITIVE}), sober=True)
    assert [cue.kind for cue in told] == ["sensitive", "first_visit"]
    assert all(cue.say == "" for cue in told)


def test_an_appointment_that_was_moved_twice_is_told() -> None:
    assert cues(past=Past(moved=1)) == []
    (cue,) = cues(past=Past(moved=2))
    assert (cue.kind, cue.know) == ("moved_twice", "Deze afspraak is al twee keer verzet.")
    assert cues(past=Past(moved=3))[0].know == "Deze afspraak is al drie keer verzet."


def test_who_did_not_come_the_last_time_gets_no_reproach() -> None:
    (cue,) = cues(past=Past(missed_at=AT("2026-10-05T11:00")))
    assert (cue.kind, cue.say) == ("no_show_last", "Fijn dat u er bent.")
    assert cue.because == "omdat de afspraak van maandag 5 oktober op «niet gekomen» staat"
    (young,) = cues(past=Past(missed_at=AT("2026-10-05T11:00")), pronoun=Pronoun.JE)
    assert young.say == "Fijn dat je er bent."


def test_not_coming_is_forgotten_after_a_year() -> None:
    assert cues(past=Past(missed_at=AT("2025-11-23T11:00"))) == []
    assert cues(past=Past(missed_at=AT("2025-11-25T11:00")))


def test_a_new_appointment_is_offered_where_the_agenda_knows_that_there_is_none() -> None:
    (cue,) = cues(past=AHEAD)
    assert (cue.kind, cue.at_leaving) == ("no_next", True)
    assert cue.say == "Is er nog een afspraak nodig? Dan maken we die meteen."
    assert (
        cue.because == "omdat de agenda tot dinsdag 19 januari 2027 geen nieuwe afspraak laat zien"
    )


@pytest.mark.parametrize(
    "facts",
    [
        {"past": Past()},
        {"past": AHEAD._replace(last_day=TODAY + timedelta(weeks=8, days=-1))},
        {"past": AHEAD._replace(read_on=TODAY - timedelta(days=7))},
        {"past": AHEAD, "wishes": Wishes(ahead_weeks=9)},
        {"past": AHEAD, "loose": True},
        {"past": AHEAD, "following": Following(NOW + timedelta(days=30))},
        {"past": AHEAD, "status": Status.NO_SHOW},
        {"past": AHEAD, "status": Status.CANCELLED},
    ],
)
def test_no_appointment_is_offered_where_it_cannot_be_known_or_makes_no_sense(
    facts: dict[str, object],
) -> None:
    assert cues(**facts) == []


def test_no_appointment_is_offered_near_sorrow() -> None:
    assert "no_next" not in [cue.kind for cue in cues(past=AHEAD, sober=True)]


def test_the_setting_may_ask_for_less() -> None:
    near = AHEAD._replace(last_day=TODAY + timedelta(weeks=2))
    assert cues(past=near, wishes=Wishes(ahead_weeks=2))
