"""A sample person gives a script all that a real one would."""

from datetime import datetime

import pytest

from reception_assistant.library.context import Age, Context, Discipline, Moment, Mood, Sign
from reception_assistant.library.placeholders import ALWAYS_FILLED, Placeholder
from reception_assistant.library.sample_person import SamplePerson
from reception_assistant.library.trying import context_of, values_of
from reception_assistant.naming.person import PersonName, Salutation

NOW = datetime.fromisoformat("2026-11-24 09:20")
SANNE = SamplePerson(
    id="P10",
    description="Eigenaar met een dier",
    name=PersonName(
        given_name="Sanne",
        prefix="van 't",
        surname="Hof",
        salutation=Salutation.MEVROUW,
        title="dr.",
        title_spoken=True,
    ),
    birth_year=1995,
    animal="Bello",
    has_next_appointment=True,
    signs=frozenset({Sign.OPEN_PROMISE}),
)
CHILD = SamplePerson(
    id="P05",
    description="Kind",
    name=PersonName(given_name="Noor", surname="Visser", salutation=Salutation.MEVROUW),
    birth_year=2019,
)
NOBODY = SamplePerson(id="P12", description="Niets bekend", name=PersonName())


def values(
    person: SamplePerson, discipline: str = "dierenarts", *, desk: bool = False
) -> list[str]:
    """Return all values in the order of the closed list."""
    found = values_of(
        person,
        practice="De Linde",
        employee="Eva",
        now=NOW,
        discipline=discipline,
        moment=Moment.DESK if desk else Moment.PHONE,
    )
    assert set(found) == {name.value for name in Placeholder}
    return [found[name] for name in Placeholder]


def test_the_moment_is_that_of_the_person_and_of_the_one_who_tries() -> None:
    context = context_of(SANNE, "dierenarts", Moment.DESK, Mood.TENSE, NOW.date())
    assert context == Context(
        Moment.DESK, "dierenarts", "", Mood.TENSE, Age.ADULT, frozenset({Sign.OPEN_PROMISE})
    )
    assert context_of(CHILD, "", Moment.PHONE, None, NOW.date()).age is Age.CHILD
    assert context_of(NOBODY, "", Moment.PHONE, None, NOW.date()).age is None


def test_everything_is_filled_in_for_somebody_with_an_appointment() -> None:
    next_one = "dinsdag 25 mei om tien uur"
    assert values(SANNE) == [
        *("Goedemorgen", "doctor Van 't Hof", "Sanne van 't Hof", "Eva", "De Linde"),
        *("dierenarts Bakker", "inenting", next_one, next_one, "tot over een half jaar"),
        *("", "Bello", "u terugbellen", "morgenochtend"),
    ]


def test_somebody_at_the_desk_has_a_visit_now() -> None:
    assert values(CHILD, "tandarts", desk=True) == [
        *("Goedemorgen", "Noor", "Noor Visser", "Eva", "De Linde"),
        *("tandarts Bakker", "gewone controle", "vandaag om negen uur", "", "tot ziens"),
        *("tien minuten", "", "u terugbellen", "morgenochtend"),
    ]


@pytest.mark.parametrize("desk", [True, False])
def test_of_nobody_only_what_is_always_known_is_filled_in(*, desk: bool) -> None:
    found = dict(zip(Placeholder, values(NOBODY, desk=desk), strict=True))
    assert {name for name, text in found.items() if text} == ALWAYS_FILLED


def test_a_name_that_is_not_said_aloud_is_not_filled_in() -> None:
    quiet = SANNE._replace(signs=frozenset({Sign.NOT_ALOUD}))
    assert values(quiet)[1:3] == ["", ""]


@pytest.mark.parametrize("discipline", ["", *Discipline])
def test_every_practice_has_somebody_to_come_to(discipline: str) -> None:
    practitioner, treatment = values(SANNE, discipline)[5:7]
    assert practitioner.endswith(" Bakker")
    assert treatment


def test_what_was_promised_while_trying_is_said() -> None:
    found = values_of(
        SANNE, practice="", employee="Eva", now=NOW, promised=("mailen", "vandaag voor vijf uur")
    )
    assert found["belofte_wat"] == "mailen"
    assert found["belofte_wanneer"] == "vandaag voor vijf uur"
    assert found["praktijk"] == "de praktijk"
