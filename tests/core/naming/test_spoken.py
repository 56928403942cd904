"""Nobody hears a wrong name: the spoken name, u or je, and the age behind them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.naming.person import Country, NameUse, PersonName, Pronoun, Salutation
from reception_assistant.naming.spoken import age_on, pronoun, spoken_name
from reception_assistant.naming.surname import first_name, joined, known, surname_in_use
from tests.core.naming.worked_cases import NAMES, NameCase, letters, name_cases

CASES = name_cases()
NOBLE = [
    *("baron", "barones", "graaf", "gravin", "hertog", "hertogin", "markies", "markiezin"),
    *("ridder", "prins", "prinses", "jonkheer", "jonkvrouw"),
]
M, V = Salutation.MENEER, Salutation.MEVROUW


def test_all_worked_names_are_here() -> None:
    assert len(CASES) == 48


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_each_worked_name_is_spoken_as_written(case: NameCase) -> None:
    assert spoken_name(case.name, case.age) == case.spoken


@pytest.mark.parametrize(
    ("age", "spoken"),
    [
        (0, "Sem"),
        (11, "Sem"),
        (12, "Sem de Boer"),
        (17, "Sem de Boer"),
        (18, "meneer De Boer"),
        (99, "meneer De Boer"),
        (None, "meneer De Boer"),
        (-22, "meneer De Boer"),  # born in 2048: a slip in the data, no child
    ],
)
def test_the_age_decides_between_first_name_and_meneer(age: int | None, spoken: str) -> None:
    name = PersonName(given_name="Sem", prefix="de", surname="Boer", salutation=M)
    assert spoken_name(name, age) == spoken


def test_a_child_without_a_first_name_is_addressed_as_an_adult_without_title() -> None:
    name = PersonName(
        initials="S.", prefix="de", surname="Boer", salutation=M, title="prins", title_spoken=True
    )
    assert spoken_name(name, 7) == "meneer De Boer"
    assert spoken_name(PersonName(initials="S.", prefix="de", surname="Boer"), 7) == "S. de Boer"


def test_a_teenager_without_a_first_name_hears_initials_or_the_surname() -> None:
    assert spoken_name(PersonName(initials="S.", surname="Boer", salutation=V), 15) == "S. Boer"
    assert spoken_name(PersonName(prefix="de", surname="Boer", salutation=V), 15) == "De Boer"


def test_the_call_name_goes_before_the_given_names() -> None:
    name = PersonName(given_name="Johanna Maria", call_name="Annie", surname="Smit")
    assert spoken_name(name) == "Annie Smit"
    assert spoken_name(name, 9) == "Annie"


@pytest.mark.parametrize(
    ("title", "spoken"),
    [
        ("professor", "professor Ten Cate"),
        ("Prof.", "professor Ten Cate"),
        ("prof.dr.", "professor Ten Cate"),
        ("dominee", "dominee Ten Cate"),
        ("ds.", "dominee Ten Cate"),
        ("pastoor", "pastoor Ten Cate"),
        ("rabbijn", "rabbijn Ten Cate"),
        ("imam", "imam Ten Cate"),
        ("dokter", "dokter Ten Cate"),
        ("dr.", "doctor Ten Cate"),
        ("ingenieur", "ingenieur Ten Cate"),
        *[(noble, f"{noble} ten Cate") for noble in NOBLE],
        ("Jhr.", "jonkheer ten Cate"),
        ("jkvr.", "jonkvrouw ten Cate"),
        ("mr. baron", "mr. baron ten Cate"),
    ],
)
def test_a_wanted_title_is_spoken_and_only_a_noble_one_keeps_the_prefix_small(
    title: str, spoken: str
) -> None:
    name = PersonName(given_name="Rein", prefix="ten", surname="Cate", salutation=M, title=title)
    wanted = PersonName(
        given_name="Rein",
        prefix="ten",
        surname="Cate",
        salutation=M,
        title=title,
        title_spoken=True,
    )
    assert spoken_name(wanted, 40) == spoken
    assert spoken_name(name, 40) == "meneer Ten Cate"


def test_belgian_names_stay_as_registered_also_a_small_prefix() -> None:
    name = PersonName(
        prefix="van", surname="Damme", salutation=V, country=Country.BELGIUM, given_name="Els"
    )
    assert spoken_name(name) == "mevrouw van Damme"


@pytest.mark.parametrize(
    ("prefix", "surname", "spoken"),
    [
        ("'t", "Hart", "meneer 't Hart"),
        ("’t", "Hart", "meneer ’t Hart"),
        ("d’", "Ancona", "meneer d’Ancona"),
        ("van 't", "Hof", "meneer Van 't Hof"),
        ("de l'", "Isle", "meneer De l'Isle"),
        ("ſon", "Berg", "meneer ſon Berg"),
    ],
)
def test_prefixes_with_an_apostrophe_keep_their_form(
    prefix: str, surname: str, spoken: str
) -> None:
    assert spoken_name(PersonName(prefix=prefix, surname=surname, salutation=M)) == spoken


@pytest.mark.parametrize(
    ("use", "own", "partner", "spoken"),
    [
        (NameUse.PARTNER_OWN, "Bakker", ".", "mevrouw Bakker"),
        (NameUse.OWN_PARTNER, "Bakker", "", "mevrouw Bakker"),
        (NameUse.PARTNER, ".", "Dijk", "mevrouw Van Dijk"),
        (NameUse.PARTNER_OWN, ".", "Dijk", "mevrouw Van Dijk"),
        (NameUse.OWN_PARTNER, "", "Dijk", "mevrouw Van Dijk"),
        (NameUse.OWN, ".", "Dijk", "Lotte"),
        (NameUse.PARTNER, ".", ".", "Lotte"),
    ],
)
def test_an_unknown_half_of_a_double_name_is_left_out(
    use: NameUse, own: str, partner: str, spoken: str
) -> None:
    name = PersonName(
        given_name="Lotte",
        surname=own,
        name_use=use,
        partner_prefix="van",
        partner_surname=partner,
        salutation=V,
    )
    assert spoken_name(name) == spoken


def test_a_name_in_one_field_is_shown_exactly_as_received() -> None:
    name = PersonName(as_received="Piet van der Berg", salutation=M)
    assert spoken_name(name) == "Piet van der Berg"
    assert spoken_name(name, 7) == "Piet van der Berg"


def test_nothing_known_says_nothing() -> None:
    assert spoken_name(PersonName(salutation=M)) == ""
    assert spoken_name(PersonName(prefix="de", surname=".", salutation=M)) == ""
    assert spoken_name(PersonName(title="dr.", title_spoken=True)) == ""


def test_only_initials_are_better_than_nothing() -> None:
    assert spoken_name(PersonName(initials="R.M.", salutation=V)) == "R.M."


@pytest.mark.parametrize(
    ("age", "expected"),
    [(None, Pronoun.U), (17, Pronoun.JE), (18, Pronoun.U), (0, Pronoun.JE), (-1, Pronoun.U)],
)
def test_below_eighteen_is_je(age: int | None, expected: Pronoun) -> None:
    assert pronoun(PersonName(), age) is expected


@pytest.mark.parametrize("chosen", [Pronoun.U, Pronoun.JE])
@pytest.mark.parametrize("age", [5, 17, 18, None])
def test_a_persons_own_choice_of_u_or_je_wins(chosen: Pronoun, age: int | None) -> None:
    assert pronoun(PersonName(pronoun=chosen), age) is chosen


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("2008-03-03", "2026-03-02", 17),
        ("2008-03-03", "2026-03-03", 18),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2008-02-29", "2028-02-29", 20),
        ("2026-03-03", "2026-03-03", 0),
        ("2027-01-01", "2026-12-31", -1),
    ],
)
def test_the_age_changes_on_the_birthday(born: str, day: str, age: int) -> None:
    assert age_on(date.fromisoformat(born), date.fromisoformat(day)) == age


@settings(deadline=None)
@given(NAMES, st.none() | st.integers(-5, 120))
def test_no_registered_letter_is_lost_or_changed(name: PersonName, age: int | None) -> None:
    spoken = spoken_name(name, age)
    assert spoken == " ".join(spoken.split())
    received = known(name.as_received)
    if received:
        assert spoken == received
        return
    prefix, surname = surname_in_use(name)
    if surname and spoken != first_name(name):
        # Only the first letter of the first prefix may differ, and only in being a capital.
        registered = joined(prefix, surname)
        said = spoken[len(spoken) - len(registered) :]
        assert said[1:] == registered[1:]
        assert said[0] in {registered[0], registered[0].upper()}
        assert prefix or said == registered
    else:
        assert letters(spoken) in {
            letters(known(part)) for part in (name.call_name, name.given_name, name.initials)
        }
