"""What is said to somebody: cheerful where it may, sober where it must, and no name too loud."""

from datetime import date, datetime

import pytest

from reception_assistant.agenda.calling import called
from reception_assistant.agenda.day import Following, Person, Visit
from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.saying import Manners, Sayings, is_sober, sayings
from reception_assistant.desk.settings import manners
from reception_assistant.naming.person import PersonName, Pronoun, Salutation
from reception_assistant.settings.catalogue import COUNTRY, SOBER_TREATMENTS
from tests.helpers.practice import Practice

NOW = datetime.fromisoformat("2026-11-24T09:00")
VRIES = PersonName(given_name="Jan", prefix="de", surname="Vries", salutation=Salutation.MENEER)
HALF_A_YEAR = Following(start=datetime.fromisoformat("2027-05-25T09:10"))


def _visit(
    *marks: Mark,
    name: PersonName = VRIES,
    born: date | None = None,
    person_marks: tuple[Mark, ...] = (),
    treatment: str = "controle",
    animal: str = "",
    animal_deceased: bool = False,
    following: Following | None = HALF_A_YEAR,
) -> Visit:
    person = Person(id="p", name=name, birth_date=born, marks=frozenset(person_marks))
    return Visit(
        id="v",
        start=NOW,
        person=person,
        marks=frozenset(marks),
        treatment=treatment,
        animal=animal,
        animal_deceased=animal_deceased,
        following=following,
    )


def _said(visit: Visit, practice: Manners = Manners()) -> Sayings:  # noqa: B008  frozen
    return sayings(visit, NOW, practice)


def test_a_usual_visit() -> None:
    said = _said(_visit())
    assert said.spoken_name == "meneer De Vries"
    assert said.greeting == "Goedemorgen meneer De Vries."
    assert said.whole_farewell == "Dag meneer De Vries, tot over een half jaar! Fijne dag!"
    assert said.appointment == "Uw afspraak is op dinsdag 25 mei om tien over negen."
    assert (said.sober, said.age, said.look_at, said.pronoun) == (False, None, False, Pronoun.U)


def test_without_a_next_appointment() -> None:
    said = _said(_visit(following=None))
    assert said.whole_farewell == "Dag meneer De Vries, tot ziens! Fijne dag!"
    assert said.appointment == ""


@pytest.mark.parametrize("of_person", ["", "of the person"])
def test_a_name_that_must_not_be_heard_is_not_said(of_person: str) -> None:
    mark = Mark.NOT_ALOUD
    visit = _visit(person_marks=(mark,), animal="Bello") if of_person else _visit(mark, animal="B")
    said = _said(visit)
    assert said.greeting == "Goedemorgen."
    assert said.whole_farewell == "Dag, tot over een half jaar! Fijne dag!"
    assert said.spoken_name == "meneer De Vries"  # on the screen it stands
    assert "Vries" not in said.greeting + said.whole_farewell + said.appointment


@pytest.mark.parametrize(
    "visit",
    [
        _visit(Mark.SENSITIVE),
        _visit(Mark.ANIMAL_DECEASED, animal="Bello", animal_deceased=True),
        _visit(animal="Bello", animal_deceased=True),
    ],
)
def test_a_sober_visit_has_no_cheerful_word(visit: Visit) -> None:
    said = _said(visit)
    assert said.sober
    assert said.greeting == "Goedemorgen meneer De Vries."
    assert said.whole_farewell == "Sterkte, meneer De Vries."
    assert said.wish == ""


def test_a_sober_visit_without_a_name_to_say() -> None:
    assert _said(_visit(Mark.SENSITIVE, Mark.NOT_ALOUD)).whole_farewell == "Sterkte."


@pytest.mark.parametrize(
    ("treatment", "sober"),
    [
        ("Spoed", True),
        ("SPOED: gebroken kies", True),
        ("gesprek slecht nieuws", True),
        ("spoedcontrole", True),
        ("uitslag (slecht-nieuws)", True),
        ("controle,spoed", True),
        ("controle", False),
        ("bespoediging", False),
        ("", False),
    ],
)
def test_treatments_on_the_practices_list_are_sober(treatment: str, sober: object) -> None:
    practice = Manners(sober_treatments=("euthanasie", "slecht nieuws", "spoed"))
    assert is_sober(_visit(treatment=treatment), practice) is sober


@pytest.mark.parametrize("listed", ["-", ".", "  ", "?!"])
def test_a_line_without_letters_makes_nothing_sober(listed: str) -> None:
    assert not is_sober(_visit(), Manners(sober_treatments=(listed,)))


def test_an_animal_is_greeted_too() -> None:
    assert _said(_visit(animal="Bello")).greeting == "Goedemorgen meneer De Vries, en dag Bello."


def test_an_animal_that_died_is_never_greeted() -> None:
    assert "Bello" not in _said(_visit(animal="Bello", animal_deceased=True)).greeting


def test_a_child_is_called_by_its_first_name_with_its_age() -> None:
    said = _said(_visit(born=date(2017, 3, 14)))
    assert (said.spoken_name, said.age, said.pronoun) == ("Jan", 9, Pronoun.JE)
    assert said.appointment.startswith("Je afspraak")


@pytest.mark.parametrize(
    ("born", "age"),
    [(date(2008, 11, 25), 17), (date(2008, 11, 24), None), (date(2026, 11, 24), 0)],
)
def test_the_age_is_shown_below_eighteen_only(born: date, age: int | None) -> None:
    assert called(_visit(born=born)).age == age


def test_a_birth_date_after_the_visit_is_no_age() -> None:
    assert called(_visit(born=date(2026, 12, 1))).age is None


def test_a_name_that_could_not_be_taken_apart_is_to_be_looked_at() -> None:
    received = PersonName(as_received="Fam. Bos en Smit", salutation=Salutation.MEVROUW)
    said = _said(_visit(name=received))
    assert said.look_at
    assert said.spoken_name == "Fam. Bos en Smit"


def test_a_belgian_practice_says_the_hour(practice: Practice) -> None:
    practice.desk.settings.choose(COUNTRY, "BE", practice.by)
    later = Following(start=NOW.replace(hour=15))
    said = _said(_visit(following=later), manners(practice.desk.settings.all()))
    assert said.farewell == "Dag meneer De Vries, tot vanmiddag om drie uur!"


def test_the_practice_chooses_what_is_sober(practice: Practice) -> None:
    chosen = manners(practice.desk.settings.all())
    assert "euthanasie" in chosen.sober_treatments
    practice.desk.settings.choose(SOBER_TREATMENTS, "uitvaart\n\n  rouw ", practice.by)
    chosen = manners(practice.desk.settings.all())
    assert chosen.sober_treatments == ("uitvaart", "rouw")


@pytest.mark.parametrize(
    ("now", "wish"),
    [
        ("2026-11-24T16:59", "Fijne dag!"),
        ("2026-11-24T17:00", "Fijne avond!"),
        ("2026-11-27T12:00", "Fijn weekend!"),
        ("2026-12-25T10:00", "Fijne kerst!"),
        ("2026-12-30T10:00", "Alvast een goed nieuwjaar!"),
        ("2027-01-05T10:00", "Goed nieuwjaar!"),
    ],
)
def test_the_wish_goes_by_the_clock(now: str, wish: str) -> None:
    visit = _visit()
    assert sayings(visit, datetime.fromisoformat(now), Manners()).wish == wish
