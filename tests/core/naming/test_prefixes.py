"""A prefix is taken off a surname only where it stands in small letters, and nothing gets lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.naming.prefixes import MOST_WORDS, PREFIX_WORDS, PREFIXES, prefix_apart


@pytest.mark.parametrize(
    ("surname", "prefix", "rest"),
    [
        ("de Vries", "de", "Vries"),
        ("van den Berg", "van den", "Berg"),
        ("van de Ven", "van de", "Ven"),
        ("in 't Veld", "in 't", "Veld"),
        ("in ’t Veld", "in ’t", "Veld"),
        ("’t Hart", "’t", "Hart"),
        ("'s Gravesande", "'s", "Gravesande"),
        ("'t Hooft van Iddekinge", "'t", "Hooft van Iddekinge"),
        ("uit te de Broek", "uit te de", "Broek"),
        ("de la Fuente", "de la", "Fuente"),
        ("van der Berg-de Wit", "van der", "Berg-de Wit"),
        ("de  Vries", "de", "Vries"),
        ("Vries, de", "de", "Vries"),
        ("Berg,van den", "van den", "Berg"),
        ("Hart, ’t", "’t", "Hart"),
    ],
)
def test_the_longest_prefix_comes_apart_letter_for_letter(
    surname: str, prefix: str, rest: str
) -> None:
    assert prefix_apart(surname) == (prefix, rest)


@pytest.mark.parametrize(
    "surname",
    [
        *("De Wit", "Van den Berg", "DE VRIES", "Vries", "de", "van den", "van der", ""),
        *("Vries, De", "Vries, J. de", "Vries, Jan", ", de", "Vries,", "Den", "Vandenberg"),
        *("v.d. Berg", "vd Berg", "ben Ali", "d'Ancona"),
    ],
)
def test_what_is_not_certain_stays_whole(surname: str) -> None:
    assert prefix_apart(surname) == ("", surname)


NAMES = st.sampled_from(["Vries", "Berg", "Jansen-de Wit", "Ó Briain", "عمیت", "Hart"])


@given(st.sampled_from(sorted(PREFIXES)), NAMES)
def test_every_prefix_of_the_table_is_found_before_and_after_the_name(
    prefix: str, name: str
) -> None:
    assert prefix_apart(f"{prefix} {name}") == (prefix, name)
    assert prefix_apart(f"{name}, {prefix}") == (prefix, name)


@given(
    st.text(max_size=30)
    | st.lists(st.sampled_from([*sorted(PREFIX_WORDS), "De", ",", "Vries"])).map(" ".join)
)
def test_no_letter_is_lost_or_made_up(surname: str) -> None:
    prefix, rest = prefix_apart(surname)
    assert sorted((prefix + rest).replace(" ", "")) == sorted(
        "".join(surname.split()).replace(",", "") if prefix else surname.replace(" ", "")
    )
    assert rest or not surname
    assert prefix.count(" ") < MOST_WORDS
