"""What is said to somebody who tells us something: warm, short, and it promises only what is."""

from datetime import date

import pytest

from reception_assistant.complaints.complaint import Where
from reception_assistant.complaints.feedback import Sort
from reception_assistant.complaints.thanks import reply_to_do, thanks, with_care
from reception_assistant.language.matching import Matcher
from reception_assistant.language.shipped import shipped_phrases
from reception_assistant.library.context import Moment

LONGEST = 15  # words, as in a script
EVERYTHING = [(sort, moment) for sort in Sort for moment in Moment]


@pytest.mark.parametrize(("sort", "moment"), EVERYTHING)
def test_thanks_are_easy_to_say_and_hurt_nobody(sort: Sort, moment: Moment) -> None:
    said = thanks(sort, moment, date(2026, 12, 4))
    assert all(len(sentence.split()) <= LONGEST for sentence in said.split(". "))
    assert Matcher((), shipped_phrases(), "tandarts").find(said) == []


@pytest.mark.parametrize(("sort", "moment"), EVERYTHING)
def test_an_answer_is_promised_only_with_its_day(sort: Sort, moment: Moment) -> None:
    assert "U hoort" not in thanks(sort, moment)
    assert thanks(sort, moment, date(2026, 12, 4)).endswith(
        "U hoort uiterlijk vrijdag 4 december van ons wat wij ermee doen."
    )


def test_at_the_desk_and_on_the_phone_it_sounds_different() -> None:
    for sort in (Sort.COMPLIMENT, Sort.IDEA, Sort.FEEDBACK):
        assert thanks(sort, Moment.DESK) != thanks(sort, Moment.PHONE)


def test_each_sort_has_its_own_thing_to_do() -> None:
    assert len({reply_to_do(sort) for sort in Sort}) == len(Sort)


def test_only_where_others_read_along_a_warning_is_given() -> None:
    assert "lezen mee" in with_care(Where.ONLINE)
    assert {with_care(where) for where in Where if where is not Where.ONLINE} == {""}
    assert with_care("") == ""
