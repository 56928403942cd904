"""The kaders: what may be offered, what is asked first, what never can be and its sentence."""

import pytest

from reception_assistant.complaints.mandates_said import (
    chosen,
    kaders,
    require_possible,
    said_of,
    to_consult,
)
from reception_assistant.errors import KnownError
from reception_assistant.library.context import Discipline
from reception_assistant.library.lists import Mandate, May

COFFEE = Mandate(id="koffie", label="Koffie", may=May.SELF, say="Mag ik u koffie geven?")
MONEY = Mandate(id="korting", label="Korting", may=May.CONSULT)
FIRST = Mandate(id="voorrang", label="Voorrang", may=May.NEVER, say="Wat wel kan, is morgen.")
VET = Mandate(id="dier", label="Dier", may=May.SELF, discipline=(Discipline.VET,))
ALL = (FIRST, COFFEE, MONEY, VET)


def test_they_stand_in_three_groups_for_this_kind_of_practice() -> None:
    assert kaders(ALL, "tandarts") == ((COFFEE,), (MONEY,), (FIRST,))
    assert kaders(ALL, "dierenarts").own == (COFFEE, VET)


def test_each_line_tells_what_to_do_and_to_say() -> None:
    assert said_of(COFFEE) == "Koffie. Zeg: «Mag ik u koffie geven?»"
    assert said_of(MONEY) == "Korting: overleg dit eerst."
    assert said_of(FIRST) == "Voorrang: dat kan niet. Zeg: «Wat wel kan, is morgen.»"


def test_what_never_can_be_is_not_offered_and_what_can_is_said() -> None:
    with pytest.raises(KnownError) as error:
        require_possible(ALL, {"koffie", "voorrang"})
    assert "Wat wel kan, is morgen." in error.value.advice
    require_possible(ALL, {"koffie", "korting", "onbekend"})


def test_what_is_to_be_asked_first_is_told() -> None:
    assert chosen(ALL, ["korting", "koffie", "weg"]) == (COFFEE, MONEY)
    assert to_consult(ALL, ["korting", "koffie"]) == (MONEY,)
