"""Whose appointment is this: within one source by the surest fact, never by a guess."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reception_assistant.agenda.incoming import IncomingRow
from reception_assistant.agenda.matching import Entry, KnownPerson, Matcher
from reception_assistant.naming.person import PersonName
from tests.helpers.practice import Ids

BORN, OTHER_DAY = date(1958, 3, 14), date(1990, 1, 2)
PHONE, OTHER_PHONE = "06 1234 5678", "06 8765 4321"


def _row(line: int, surname: str = "Vries", **facts: Any) -> IncomingRow:
    return IncomingRow(
        line=line,
        start=datetime.fromisoformat(f"2026-11-24T09:{line:02}"),
        name=PersonName(given_name="Jan", surname=surname),
        **facts,
    )


def _matched(
    *rows: IncomingRow, known: Sequence[KnownPerson] = (), by_hand: Sequence[KnownPerson] = ()
) -> list[Entry]:
    """Return the person of each row."""
    return [entry for _row, entry in Matcher(known, by_hand, Ids()).match(rows)]


def _known(person_id: str, **facts: Any) -> KnownPerson:
    told = {"number": "", "birth_date": "", "phone_key": "", "name_key": "jan vries", **facts}
    return KnownPerson(person_id=person_id, **told)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"number": "12"}, {"number": "12"}),
        ({"number": "12", "surname": "Vries"}, {"number": "12", "surname": "Berg"}),
        ({"number": "12", "birth_date": BORN}, {"number": "12", "birth_date": OTHER_DAY}),
        ({"birth_date": BORN}, {"birth_date": BORN}),
        ({"birth_date": BORN, "phone": PHONE}, {"birth_date": BORN, "phone": OTHER_PHONE}),
        ({"birth_date": BORN, "surname": "de Vriès"}, {"birth_date": BORN, "surname": "De Vries"}),
        ({"phone": PHONE}, {"phone": "+31 6 12345678"}),
        ({"birth_date": BORN, "phone": PHONE}, {"phone": PHONE}),
        ({"number": "12", "birth_date": BORN}, {"birth_date": BORN}),
        ({"number": "12", "phone": PHONE}, {"phone": PHONE}),
        ({}, {}),
    ],
)
def test_these_rows_are_of_one_person(first: dict[str, Any], second: dict[str, Any]) -> None:
    one, two = _matched(_row(1, **first), _row(2, **second))
    assert one is two
    again, once_more = _matched(_row(1, **second), _row(2, **first))
    assert again is once_more


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"number": "12"}, {"number": "13"}),
        ({"number": "12", "birth_date": BORN}, {"number": "13", "birth_date": BORN}),
        ({"birth_date": BORN}, {"birth_date": OTHER_DAY}),
        (
            {"birth_date": BORN, "phone": PHONE},
            {"birth_date": OTHER_DAY, "phone": PHONE},
        ),
        ({"birth_date": BORN}, {"surname": "Berg", "birth_date": BORN}),
        ({"phone": PHONE}, {"phone": OTHER_PHONE}),
        ({"phone": PHONE}, {"surname": "Berg", "phone": PHONE}),
        ({"number": "12"}, {}),
        ({"birth_date": BORN}, {}),
        ({"phone": PHONE}, {}),
        ({"birth_date": BORN}, {"phone": PHONE}),
    ],
)
def test_these_rows_are_of_two_people(first: dict[str, Any], second: dict[str, Any]) -> None:
    one, two = _matched(_row(1, **first), _row(2, **second))
    assert one.person_id != two.person_id
    again, once_more = _matched(_row(1, **second), _row(2, **first))
    assert again.person_id != once_more.person_id


def test_a_name_alone_is_somebody_known_by_name_only() -> None:
    loose, sure = _matched(_row(1), _row(2, birth_date=BORN))
    assert loose.loose
    assert not sure.loose


def test_when_two_people_share_name_and_birth_date_a_row_without_a_number_is_nobodys() -> None:
    one, two, unsure = _matched(
        _row(1, number="1", birth_date=BORN),
        _row(2, number="2", birth_date=BORN),
        _row(3, birth_date=BORN),
    )
    assert unsure.loose
    assert len({one.person_id, two.person_id, unsure.person_id}) == 3


def test_when_two_people_share_name_and_phone_a_row_without_more_is_nobodys() -> None:
    *_both, unsure = _matched(
        _row(1, birth_date=BORN, phone=PHONE),
        _row(2, birth_date=OTHER_DAY, phone=PHONE),
        _row(3, phone=PHONE),
    )
    assert unsure.loose


def test_somebody_who_gets_a_number_stays_the_same_person() -> None:
    known = [_known("P", birth_date=BORN.isoformat())]
    (entry,) = _matched(_row(1, number="12", birth_date=BORN), known=known)
    assert entry.person_id == "P"
    assert entry.identity.number == "12"


def test_a_number_goes_before_a_name_that_somebody_else_has() -> None:
    known = [_known("P", number="12"), _known("Q", number="13", birth_date=BORN.isoformat())]
    (entry,) = _matched(_row(1, number="12", birth_date=BORN), known=known)
    assert entry.person_id == "P"


def test_somebody_known_by_phone_who_tells_a_birth_date_stays_the_same_person() -> None:
    known = [_known("P", phone_key="0612345678")]
    (entry,) = _matched(_row(1, birth_date=BORN, phone=PHONE), known=known)
    assert entry.person_id == "P"


def test_somebody_added_by_hand_is_recognised_by_name_and_birth_date() -> None:
    by_hand = [_known("H", birth_date=BORN.isoformat())]
    (entry,) = _matched(_row(1, number="12", birth_date=BORN), by_hand=by_hand)
    assert (entry.person_id, entry.is_new) == ("H", False)


@pytest.mark.parametrize(
    ("by_hand", "facts"),
    [
        ({"birth_date": BORN.isoformat()}, {"birth_date": OTHER_DAY}),
        ({"birth_date": BORN.isoformat()}, {}),
        ({"birth_date": ""}, {}),
        ({"birth_date": "", "phone_key": "0612345678"}, {"phone": PHONE}),
        ({"birth_date": BORN.isoformat(), "name_key": "jan berg"}, {"birth_date": BORN}),
    ],
)
def test_somebody_added_by_hand_is_never_recognised_by_less(
    by_hand: dict[str, Any], facts: dict[str, Any]
) -> None:
    (entry,) = _matched(_row(1, **facts), by_hand=[_known("H", **by_hand)])
    assert entry.is_new


def test_of_two_alike_added_by_hand_neither_is_taken() -> None:
    twice = [_known(key, birth_date=BORN.isoformat()) for key in "HK"]
    (entry,) = _matched(_row(1, birth_date=BORN), by_hand=twice)
    assert entry.is_new


def test_somebody_added_by_hand_becomes_one_person_of_the_source_and_no_more() -> None:
    by_hand = [_known("H", birth_date=BORN.isoformat())]
    one, two = _matched(
        _row(1, number="1", birth_date=BORN), _row(2, number="2", birth_date=BORN), by_hand=by_hand
    )
    assert one.person_id == "H"
    assert two.is_new
    known = [_known("H", number="1", birth_date=BORN.isoformat())]
    (third,) = _matched(_row(1, number="3", birth_date=BORN), known=known, by_hand=by_hand)
    assert third.is_new


NUMBERS = st.sampled_from(["", "", "1", "2"])
DAYS = st.sampled_from([None, None, BORN, OTHER_DAY])
PHONES = st.sampled_from(["", "", PHONE, OTHER_PHONE])
FACTS = st.fixed_dictionaries(
    {
        "surname": st.sampled_from(["Vries", "Berg"]),
        "number": NUMBERS,
        "birth_date": DAYS,
        "phone": PHONES,
    }
)
KNOWN = st.lists(
    st.fixed_dictionaries(
        {
            "number": NUMBERS,
            "birth_date": DAYS.map(lambda day: day.isoformat() if day else ""),
            "phone_key": PHONES.map(lambda phone: phone.replace(" ", "")),
        }
    ).filter(lambda facts: any(facts.values())),
    max_size=3,
    unique_by=lambda facts: facts["number"] or str(facts),
)


@given(
    st.lists(FACTS, max_size=7).flatmap(
        lambda facts: st.tuples(st.just(facts), st.permutations(range(len(facts))))
    ),
    KNOWN,
)
@example(
    (
        [
            {"surname": "Vries", "number": "2", "birth_date": BORN, "phone": ""},
            {"surname": "Vries", "number": "1", "birth_date": BORN, "phone": ""},
        ],
        [1, 0],
    ),
    [{"number": "", "birth_date": BORN.isoformat(), "phone_key": ""}],
)
def test_the_order_of_the_lines_does_not_matter(
    rows: tuple[list[dict[str, Any]], list[int]], known: list[dict[str, Any]]
) -> None:
    facts, order = rows
    people = [_known(f"K{place}", **told) for place, told in enumerate(known)]
    assert _partition(facts, range(len(facts)), people) == _partition(facts, order, people)


def _partition(
    facts: Sequence[dict[str, Any]], order: Sequence[int], known: Sequence[KnownPerson]
) -> set[tuple[str, frozenset[int]]]:
    """Return which rows go together, with the known person they belong to."""
    rows = [_row(line, **facts[place]) for line, place in enumerate(order, 1)]
    together: dict[str, set[int]] = {}
    for row, entry in Matcher(known, (), Ids()).match(rows):
        together.setdefault(entry.person_id, set()).add(order[row.line - 1])
    return {
        (person_id if person_id.startswith("K") else "", frozenset(places))
        for person_id, places in together.items()
    }


@given(st.lists(FACTS, max_size=6))
def test_no_two_rows_with_different_numbers_are_one_person(facts: list[dict[str, Any]]) -> None:
    rows = [_row(line, **told) for line, told in enumerate(facts, 1)]
    for entry in _matched(*rows):
        assert len({row.number for row in entry.rows if row.number}) <= 1


@given(st.lists(FACTS, max_size=6))
def test_every_row_gets_a_person_and_keeps_its_place(facts: list[dict[str, Any]]) -> None:
    rows = [_row(line, **told) for line, told in enumerate(facts, 1)]
    matched = Matcher((), (), Ids()).match(rows)
    assert [row for row, _entry in matched] == rows
    for entry in (entry for _row, entry in matched):
        assert [row.line for row in entry.rows] == sorted(row.line for row in entry.rows)
