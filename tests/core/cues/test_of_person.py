"""Cues about the person: by mark, by name, by birth date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.agenda.background import Past
from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.visit import Status
from reception_assistant.cues.cue import Tone, Wishes
from reception_assistant.naming.spoken import age_on
from tests.core.cues.situations import START, cues

WITH_BIRTHDAYS = Wishes(birthdays=True)


@pytest.mark.parametrize(
    ("mark", "kind", "tone"),
    [
        (Mark.NOT_ALOUD, "not_aloud", Tone.STOP),
        (Mark.HARD_OF_HEARING, "hard_of_hearing", Tone.CALM),
        (Mark.INTERPRETER, "interpreter", Tone.CALM),
        (Mark.TENSE, "tense", Tone.CALM),
    ],
)
@pytest.mark.parametrize("where", ["marks", "person_marks"])
def test_a_mark_gives_its_cue_wherever_it_stands(
    mark: Mark, kind: str, tone: Tone, where: str
) -> None:
    (cue,) = cues(**{where: frozenset({mark})})
    assert (cue.kind, cue.tone) == (kind, tone)
    assert cue.know
    assert cue.because.startswith("omdat")


def test_how_a_name_sounds_is_told() -> None:
    (cue,) = cues(pronunciation="ZON-ne-velt.")
    assert cue.know == "Zo klinkt de naam: ZON-ne-velt."


def test_a_child_comes_with_somebody() -> None:
    (cue,) = cues(parent="mevrouw De Boer")
    assert cue.know == "Komt met mevrouw De Boer. Groet het kind eerst."


def test_who_is_no_child_any_more_is_not_called_one() -> None:
    (cue,) = cues(parent="mevrouw De Boer", birth_date=date(2011, 5, 1))
    assert cue.know == "Komt met mevrouw De Boer. Groet eerst wie de afspraak heeft."


@pytest.mark.parametrize("status", [Status.TAKEN_IN, Status.LEFT])
def test_what_is_for_the_arrival_is_over_once_somebody_is_inside(status: Status) -> None:
    marks = frozenset({Mark.TENSE, Mark.FIRST_VISIT, Mark.HARD_OF_HEARING, Mark.NOT_ALOUD})
    past = Past(moved=2, missed_at=START)
    told = cues(status=status, marks=marks, parent="oma", past=past)
    assert [cue.kind for cue in told] == ["not_aloud", "hard_of_hearing"]


def test_a_mark_says_where_it_stands() -> None:
    (of_person,) = cues(person_marks=frozenset({Mark.TENSE}))
    (of_visit,) = cues(marks=frozenset({Mark.TENSE}))
    assert of_person.because == "omdat «gespannen» bij deze persoon staat"
    assert of_visit.because == "omdat «gespannen» bij deze afspraak staat"


def test_near_sorrow_nobody_is_asked_how_to_make_it_pleasant() -> None:
    told = cues(marks=frozenset({Mark.TENSE}), sober=True)
    assert [cue.say for cue in told] == ["", ""]


def test_a_birthday_is_told_where_the_practice_wants_that() -> None:
    born = date(1960, 11, 24)
    assert cues(birth_date=born) == []
    (cue,) = cues(birth_date=born, wishes=WITH_BIRTHDAYS)
    assert (cue.kind, cue.know, cue.say) == (
        "birthday",
        "Is vandaag jarig.",
        "Van harte gefeliciteerd!",
    )


def test_of_a_child_the_new_age_is_told() -> None:
    (cue,) = cues(birth_date=date(2017, 11, 24), wishes=WITH_BIRTHDAYS)
    assert cue.know == "Wordt vandaag 9."


def test_nobody_is_congratulated_near_sorrow() -> None:
    told = cues(birth_date=date(1960, 11, 24), wishes=WITH_BIRTHDAYS, sober=True)
    assert "birthday" not in [cue.kind for cue in told]


def test_who_must_not_be_named_aloud_is_not_congratulated_aloud() -> None:
    marks = frozenset({Mark.NOT_ALOUD})
    told = cues(birth_date=date(1960, 11, 24), wishes=WITH_BIRTHDAYS, marks=marks)
    (birthday,) = (cue for cue in told if cue.kind == "birthday")
    assert birthday.say == ""


@given(st.dates(date(1915, 1, 1), date(2026, 11, 23)))
def test_a_birthday_is_the_day_on_which_somebody_becomes_older(born: date) -> None:
    older = age_on(born, START.date()) > age_on(born, date(2026, 11, 23))
    assert bool(cues(birth_date=born, wishes=WITH_BIRTHDAYS)) == older


def test_who_is_born_on_29_february_has_one_birthday_a_year() -> None:
    born = date(2000, 2, 29)
    days = [
        day
        for day in (date(2026, 2, 27), date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 2))
        if cues(
            birth_date=born,
            wishes=WITH_BIRTHDAYS,
            start=START.replace(year=day.year, month=day.month, day=day.day),
        )
    ]
    assert len(days) == 1


def test_a_birth_date_in_the_future_is_no_birthday() -> None:
    assert cues(birth_date=date(2027, 11, 24), wishes=WITH_BIRTHDAYS) == []
    assert cues(birth_date=START.date(), wishes=WITH_BIRTHDAYS) == []
