"""A BSN is not kept, whatever it stands in; all other digits are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.calls.bsn import passes_eleven_test, without_bsn


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("123456782", "........."),
        (
            "Zijn nummer is 123456782.",
            "Zijn nummer is ..........",
        ),
        ("012345672 en 111222333", "......... en ........."),
        ("kamer 10 123456782", "kamer 10 ........."),
        ("prijs: 0. 123456782", "prijs: 0. ........."),
        ("a123456782b", "a.........b"),
        ("Mw belde 14:00 123456782", "Mw belde 14:00 ........."),
        ("Mw belde om 14.00 123456782", "Mw belde om 14.00 ........."),
        ("Komt om 14u00 123456782", "Komt om 14u00 ........."),
        ("€ 10,00 123456782", "€ 10,00 ........."),
        ("€ -,00 123456782", "€ -,00 ........."),
        ("kamer 2.0 123456782", "kamer 2.0 ........."),
        ("nummer\n123456782\nbellen", "nummer\n.........\nbellen"),
    ],
)
def test_nine_digits_that_pass_the_eleven_test_are_not_kept(text: str, kept: str) -> None:
    assert without_bsn(text) == (kept, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Belt over de rekening.",
        "123456783",  # does not pass
        "12345678",
        "1123456782",
        "12345678201",
        "123 456 782",
        "123.456.782",
        "0612345678",
        "+123456782",
        "+31123456782",
        "+31 123456782",
        "+31 (0)123456782",
        "0031123456782",
        "0031 123456782",
        "00123456782",
        "0123456782",
        "0-123456782",
        "tel:0031 123456782",
        "om 14:00, 0031 123456782",
        "(0)123456782",
        "geboren 14-3-1958, betaalde € 1.234,56",
        "De obsneiging 12",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert without_bsn(text) == (text, False)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("BSN 12345", "BSN ....."),
        ("bsn is 123 456 782", "bsn is ... ... ..."),
        ("Bsn: 12-34", "Bsn: ..-.."),
        ("bsnnummer: 7", "bsnnummer: ."),
        ("BSN12", "BSN.."),
        ("b.s.n. 12", "b.s.n. .."),
        ("Burgerservicenummer van hem: 44", "Burgerservicenummer van hem: .."),
        ("12 een twee BSN", ".. een twee BSN"),
        ("12 een twee drie BSN", None),
        ("BSN een twee 12", "BSN een twee .."),
        ("BSN een twee drie 12", None),
        ("BSN 123456783, telefoon 0612345678", "BSN ........., telefoon .........."),
        ("BSN klopt, hij belt zo terug op 0612345678", None),
        ("IBSN 12", None),
        ("BSN\n\n12", "BSN\n\n.."),
        ("12BSN", "..BSN"),
        ("1/2 3, een twee 4 BSN", "./. ., een twee . BSN"),
        ("1 een 2 twee 3 drie 4 BSN", "1 een . twee . drie . BSN"),
    ],
)
def test_digits_within_three_words_of_the_word_are_not_kept(text: str, kept: str | None) -> None:
    assert without_bsn(text) == (text if kept is None else kept, kept is not None)


def test_what_is_typed_piece_by_piece_is_gone_at_the_next_save() -> None:
    saved, found = "", False
    for letter in "Hij heet Jan, bsn 123456782, belt terug":
        saved, found = without_bsn(saved + letter)
    assert saved == "Hij heet Jan, bsn ........., belt terug"
    assert not found  # at the last letter there was nothing left to take out


_NOTES = st.text(alphabet="0123456789 .,-+()\nabsnBSN\u00a0", max_size=40) | st.text(max_size=40)


@given(_NOTES)
@settings(max_examples=200)
def test_only_digits_change_and_each_becomes_one_dot(text: str) -> None:
    kept, found = without_bsn(text)
    assert len(kept) == len(text)
    assert found == (kept != text)
    assert all(
        after == before or (after == "." and before.isdecimal())
        for before, after in zip(text, kept, strict=True)
    )
    assert without_bsn(kept) == (kept, False)


@given(st.text().filter(lambda text: not any(letter.isdecimal() for letter in text)))
@settings(max_examples=50)
def test_a_text_without_digits_stays(text: str) -> None:
    assert without_bsn(text) == (text, False)


@given(st.from_regex("[0-9]{9}", fullmatch=True), st.sampled_from(["", "Nummer ", "(", "x"]))
@settings(max_examples=100)
def test_nine_digits_are_gone_exactly_when_they_pass(digits: str, before: str) -> None:
    total = sum((9 - place) * int(digit) for place, digit in enumerate(digits[:8])) - int(digits[8])
    assert passes_eleven_test(digits) == (total % 11 == 0)
    assert without_bsn(before + digits).found == (total % 11 == 0)
