"""A telephone number is one number, however it is written."""

import pytest

from reception_assistant.agenda.finding import phone_key
from reception_assistant.calls.phone import Number, number_key, read_number
from reception_assistant.naming.person import Country

MOBILE = Number("0612345678", "06 12345678", "+31612345678")


@pytest.mark.parametrize(
    "text",
    [
        "0612345678",
        "06-12345678",
        "06 12 34 56 78",
        "+31612345678",
        "+31 (0)6 12345678",
        "0031 6 12345678",
        "tel:+31612345678",
        "TEL:%2B31612345678",
        "tel:0612345678;ext=3",
        "sip:0612345678@centrale.example",
        "callto:0612345678",
        "06 12 34 56 78 (moeder)",
        "0612345678 / 0201234567",
        "moeder: 0612345678",
    ],
)
def test_one_number_in_all_its_forms(text: str) -> None:
    assert read_number(text) == MOBILE


@pytest.mark.parametrize(
    ("text", "country", "shown", "key"),
    [
        ("020-1234567", Country.NETHERLANDS, "020 123 4567", "0201234567"),
        ("0800-2000", Country.NETHERLANDS, "0800 2000", "08002000"),
        ("14020", Country.NETHERLANDS, "14 020", "014020"),
        ("0470 123456", Country.BELGIUM, "0470 12 34 56", "0470123456"),
        ("+32 470 12 34 56", Country.BELGIUM, "0470 12 34 56", "0470123456"),
        ("+32470123456", Country.NETHERLANDS, "+32 470 12 34 56", "0470123456"),
        ("+49 30 123456", Country.NETHERLANDS, "+49 30 123456", "004930123456"),
    ],
)
def test_a_number_is_shown_as_people_here_write_it(
    text: str, country: Country, shown: str, key: str
) -> None:
    found = read_number(text, country)
    assert found is not None
    assert (found.shown, found.key) == (shown, key)
    assert found.key == phone_key(found.dialled)  # people are found by this one


@pytest.mark.parametrize(
    "text",
    ["", " ", "+", "abc", "anoniem", "1", "112", "06-BELLEN", "14-3-1958", "9" * 500, "tel:"],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert read_number(text) is None


def test_calls_are_compared_by_digits_also_where_it_is_no_number() -> None:
    assert number_key("+31 6 12345678") == number_key("06-12345678") == "0612345678"
    assert number_key("toestel 12") == "12"
    assert number_key("") == ""
