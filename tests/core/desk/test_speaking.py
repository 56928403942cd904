"""What is filled in while a script is said, and for which moment: from what is really known."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.agenda.day import Following, Person, Visit
from reception_assistant.agenda.marks import Mark
from reception_assistant.calls.call import CallHead, Direction
from reception_assistant.calls.promise import Promise
from reception_assistant.desk.caller import Caller
from reception_assistant.desk.speaking import Speaker, context_of, signs_of, speaker, values_of
from reception_assistant.library.context import (
    Age,
    Context,
    Moment,
    Mood,
    Sign,
    When,
    age_band,
    fits,
)
from reception_assistant.library.filling import fill
from reception_assistant.library.placeholders import ALWAYS_FILLED, Placeholder
from reception_assistant.library.script import Step, Variant
from reception_assistant.naming.person import PersonName, Salutation
from reception_assistant.naming.spoken import spoken_name
from reception_assistant.run.viewing import words_for
from reception_assistant.settings.catalogue import COUNTRY, DISCIPLINE, PRACTICE_NAME
from tests.helpers.practice import Practice

NOW = datetime.fromisoformat("2026-11-24T09:00")
BY = Speaker("Sanne", "De Linde", "tandarts")
JAN = PersonName(
    given_name="Jan", prefix="de", surname="Vries", salutation=Salutation.MENEER, title="dr."
)
NEXT = Following(
    datetime.fromisoformat("2027-05-25T14:15"), "Smit", treatment="C02", plain="gewone controle"
)
PROMISE = Promise(what="de rekening nakijken", before="2026-11-25T12:00", owner_id="e1")
ALWAYS = {name.value for name in ALWAYS_FILLED} - {"belofte_wat", "belofte_wanneer"}


def caller(
    marks: Iterable[Mark] = (), *, name: PersonName = JAN, age: int | None = 68, **facts: Any
) -> Caller:
    """Return somebody on the line, of whom only `facts` are known besides the name."""
    person = Person(id="p", name=name, marks=frozenset(marks))
    return Caller(person, spoken_name(name, age), "Vries, Jan de", age=age)._replace(**facts)


def visit(marks: Iterable[Mark] = (), *, at: str = "09:30", **facts: Any) -> Visit:
    """Return a visit of today, of whoever it is."""
    start = datetime.fromisoformat(f"2026-11-24T{at}")
    made = Visit(id="v", start=start, person=Person(id="p", name=JAN), marks=frozenset(marks))
    return made._replace(**facts)


def values(
    somebody: Caller | None = None, promise: Promise | None = None, by: Speaker = BY
) -> dict[str, str]:
    return values_of(somebody, promise, by, NOW)


# --- the placeholders


def test_on_the_telephone_everything_that_is_known_is_filled_in() -> None:
    assert values(caller(following=NEXT, animal="Bello"), PROMISE) == {
        "groet": "Goedemorgen",
        "aanhef": "meneer De Vries",
        "naam": "Jan de Vries",
        "medewerker": "Sanne",
        "praktijk": "De Linde",
        "behandelaar": "Smit",
        "behandeling": "gewone controle",
        "afspraak": "dinsdag 25 mei 2027 om kwart over twee",
        "volgende_afspraak": "dinsdag 25 mei 2027 om kwart over twee",
        "tot": "tot over een half jaar",
        "dier": "Bello",
        "belofte_wat": "de rekening nakijken",
        "belofte_wanneer": "morgenochtend",
    }


def test_at_the_desk_it_is_about_the_visit_of_now() -> None:
    here = visit(
        treatment="E13", plain="een vulling", practitioner="Bakker", animal="Minoes"
    )._replace(practitioner_spoken="tandarts Bakker")
    found = values(caller(visit=here, following=NEXT, late=25, animal="Bello"))
    assert {name: found[name] for name in ("behandelaar", "behandeling", "afspraak", "dier")} == {
        "behandelaar": "tandarts Bakker",
        "behandeling": "een vulling",
        "afspraak": "vandaag om half tien",
        "dier": "Minoes",
    }
    assert found["wachttijd"] == "vijfentwintig minuten"
    assert found["volgende_afspraak"] == "dinsdag 25 mei 2027 om kwart over twee"


def test_every_placeholder_of_the_closed_list_can_be_filled() -> None:
    here = visit(treatment="vulling", practitioner="Bakker", animal="Bello")
    assert set(values(caller(visit=here, following=NEXT, late=5), PROMISE)) == set(Placeholder)


def test_of_nobody_only_is_filled_what_always_is() -> None:
    assert set(values()) == ALWAYS
    assert values()["tot"] == "tot ziens"


def test_what_is_not_known_is_left_out_so_that_the_fallback_is_said() -> None:
    unknown = caller(name=PersonName(), age=None)
    assert set(values(unknown)) == ALWAYS
    said = "Dag {aanhef|}, tot {volgende_afspraak|een andere keer}."
    assert fill(said, values(unknown)) == "Dag, tot een andere keer."


def test_a_practice_without_a_name_is_called_the_practice() -> None:
    assert values(by=Speaker("Sanne"))["praktijk"] == "de praktijk"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(-5, None), (0, None), (1, "een minuut"), (2, "twee minuten"), (40, "veertig minuten")],
)
def test_how_long_to_wait_is_said_in_words(minutes: int, said: str | None) -> None:
    assert values(caller(late=minutes)).get("wachttijd") == said


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-11-24T16:30", "vandaag om half vijf"),
        ("2026-11-24T19:00", "vandaag om zeven uur 's avonds"),
        ("2026-12-08T14:15", "dinsdag 8 december om kwart over twee"),
        ("2027-01-05T09:00", "dinsdag 5 januari 2027 om negen uur"),
    ],
)
def test_a_moment_is_said_as_people_say_it(at: str, said: str) -> None:
    following = Following(datetime.fromisoformat(at))
    assert values(caller(following=following))["volgende_afspraak"] == said


def test_what_a_file_holds_is_said_as_it_stands_and_never_filled_in_again() -> None:
    name = PersonName(given_name="{naam}", surname="{medewerker.__class__}")
    found = values(caller(name=name))
    assert fill("Dag {aanhef|}.", found) == "Dag {naam} {medewerker.__class__}."


def test_in_belgium_the_afternoon_is_told_with_its_time() -> None:
    following = Following(datetime.fromisoformat("2026-11-24T15:00"))
    dutch, belgian = (
        values(caller(following=following), by=Speaker("Sanne", belgian=belgian))["tot"]
        for belgian in (False, True)
    )
    assert (dutch, belgian) == ("tot vanmiddag", "tot vanmiddag om drie uur")


# --- the name that is not said aloud


MARKED = frozenset({Mark.NOT_ALOUD})


@pytest.mark.parametrize(
    "marked",
    [
        caller(MARKED),
        caller(MARKED, visit=visit()._replace(person=Person("p", JAN, marks=MARKED))),
        caller(visit=visit(MARKED)),
    ],
    ids=["on the telephone", "at the desk", "for this visit"],
)
def test_the_name_of_who_is_not_to_be_named_aloud_is_not_known(marked: Caller) -> None:
    found = values(marked._replace(following=NEXT))
    assert not found.keys() & {"aanhef", "naam"}
    assert not any("Vries" in text or "Jan" in text for text in found.values())
    assert found["volgende_afspraak"]


# --- the moment


def test_the_moment_of_a_conversation_is_what_is_known_of_it() -> None:
    head = CallHead(id="c", employee_id="e", started_utc="2026-11-24T08:00Z", reason="rekening")
    somebody = caller({Mark.TENSE}, promised=True)
    assert context_of(head, Mood.ANGRY, somebody, BY) == Context(
        Moment.PHONE,
        "tandarts",
        "rekening",
        Mood.ANGRY,
        Age.ADULT,
        frozenset({Sign.TENSE, Sign.OPEN_PROMISE}),
    )
    assert context_of(head, None, None, BY) == Context(Moment.PHONE, "tandarts", "rekening")


@pytest.mark.parametrize(
    ("direction", "where"),
    [
        (Direction.IN, Moment.PHONE),
        (Direction.OUT, Moment.PHONE),
        (Direction.DESK, Moment.DESK),
    ],
)
def test_whoever_stands_here_is_at_the_desk_and_who_calls_or_is_called_is_not(
    direction: Direction, where: Moment
) -> None:
    head = CallHead(id="c", employee_id="e", started_utc="", direction=direction)
    assert context_of(head, None, None, BY).moment is where


@given(st.frozensets(st.sampled_from(list(Mark))), st.frozensets(st.sampled_from(list(Mark))))
def test_every_mark_is_a_sign_at_the_desk_those_of_the_person_and_those_of_the_visit(
    of_person: frozenset[Mark], of_visit: frozenset[Mark]
) -> None:
    person = Person(id="p", name=JAN, marks=of_person)
    here = visit(of_visit)._replace(person=person)
    signs = signs_of(caller(of_person, visit=here))
    assert {sign.value for sign in signs} == {mark.value for mark in of_person | of_visit}


def test_sorrow_and_a_promise_are_signs_too() -> None:
    assert signs_of(caller(visit=visit(animal_deceased=True))) == {Sign.ANIMAL_DECEASED}
    assert signs_of(caller(promised=True)) == {Sign.OPEN_PROMISE}
    assert signs_of(caller()) == frozenset()


# --- u and je


@pytest.mark.parametrize(
    ("age", "said"),
    [(None, "u"), (7, "u"), (11, "u"), (12, "je"), (17, "je"), (18, "u"), (70, "u")],
)
def test_the_wording_follows_the_age(age: int | None, said: str) -> None:
    """Of a child somebody else calls; a youth is spoken to as je, by a wording of its own."""
    step = Step(say="u", variants=(Variant(when=When(age=(Age.YOUTH,)), say="je"),))
    head = CallHead(id="c", employee_id="e", started_utc="")
    assert words_for(step, context_of(head, None, caller(age=age), BY)) == said


@given(st.one_of(st.none(), st.integers(-1, 120)))
def test_everybody_whose_age_is_known_is_in_one_band(age: int | None) -> None:
    bands = [band for band in Age if fits(When(age=(band,)), Context(age=age_band(age)))]
    assert len(bands) == (0 if age is None or age < 0 else 1)


def test_a_child_is_called_by_the_first_name() -> None:
    noor = PersonName(given_name="Noor", surname="Visser", salutation=Salutation.MEVROUW)
    found = values(caller(name=noor, age=7))
    assert (found["aanhef"], found["naam"]) == ("Noor", "Noor Visser")


# --- who speaks


def test_who_speaks_is_asked_of_the_settings(practice: Practice) -> None:
    settings = practice.desk.settings
    for setting, value in (
        (PRACTICE_NAME, "De Linde"),
        (DISCIPLINE, "dierenarts"),
        (COUNTRY, "BE"),
    ):
        settings.choose(setting, value, practice.by)
    assert speaker(settings.all(), "Sanne") == Speaker(
        "Sanne", "De Linde", "dierenarts", belgian=True
    )


def test_age_is_counted_to_the_day(practice: Practice) -> None:
    practice.read(
        "datum;tijd;achternaam;voornaam;geboortedatum",
        f"24-11-2026;09:30;Mulder;Daan;{date(2008, 11, 25):%d-%m-%Y}",
        f"24-11-2026;10:30;Mulder;Sem;{date(2008, 11, 24):%d-%m-%Y}",
    )
    bands = []
    for time in ("09:30", "10:30"):
        found = practice.desk.callers.caller(practice.visit(time).person.id)
        assert found is not None
        bands.append(age_band(found.age))
    assert bands == [Age.YOUTH, Age.ADULT]
