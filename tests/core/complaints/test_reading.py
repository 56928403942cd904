"""The rules and causes that ship, and how a wrong one is told."""

import pytest

from reception_assistant.complaints.reading import (
    causes_in,
    read_causes,
    regime_of,
    regimes_in,
    shipped_regimes,
    usual_regime,
)
from reception_assistant.errors import BugError
from reception_assistant.library.context import Discipline

_RULE = '[[regel]]\nid = "eigen"\nlabel = "Eigen"\n'


def test_each_kind_of_practice_begins_with_its_own_rule() -> None:
    found = {each: usual_regime(shipped_regimes(), each).id for each in Discipline}
    assert found == {
        Discipline.DENTIST: "wkkgz",
        Discipline.GP: "wkkgz",
        Discipline.VET: "dierenarts",
        Discipline.WELFARE: "wmo",
    }
    assert usual_regime(shipped_regimes(), "anders").id == "eigen"
    assert regime_of(shipped_regimes(), "weg").id == "eigen"


def test_only_the_wkkgz_sets_a_term_of_law() -> None:
    terms = {
        each.id: (each.weeks, each.extension_weeks) for each in shipped_regimes() if each.weeks
    }
    assert terms == {"wkkgz": (6, 4)}


def test_every_rule_says_where_it_comes_from_and_where_to_go_next() -> None:
    assert all(each.source and each.where_next and each.label for each in shipped_regimes())


def test_every_cause_has_a_theme() -> None:
    causes = read_causes()
    assert len(causes) >= 20
    assert all(each.theme for each in causes)
    assert 6 <= len({each.theme for each in causes}) <= 12


@pytest.mark.parametrize(
    "text",
    [
        "geen toml",
        "",
        _RULE + "weken = 6\n",
        _RULE + 'weeks = "zes"\n',
        _RULE + "spoken_days = 0\n",
        _RULE + _RULE,
        '[[regel]]\nid = "anders"\nlabel = "Anders"\n',
        '[[regel]]\nid = "eigen"\nlabel = " "\n',
    ],
)
def test_a_rule_that_is_wrong_names_its_file(text: str) -> None:
    with pytest.raises(BugError, match=r"regels\.toml"):
        regimes_in(text)


def test_a_cause_is_known_by_one_name_only() -> None:
    first = '[[oorzaak]]\nid = "a"\nlabel = "A"\naliases = ["b"]\n'
    assert causes_in(first)[0].aliases == ("b",)
    with pytest.raises(BugError, match=r"oorzaken\.toml"):
        causes_in(first + '[[oorzaak]]\nid = "b"\nlabel = "B"\n')
