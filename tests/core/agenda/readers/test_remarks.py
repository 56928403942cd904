"""Remarks of one kind are gathered, so that a long file gives a short list."""

import pytest

from reception_assistant.agenda.readers.remarks import Remarks, listed


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([3], "Regel 3: a."),
        ([3, 9], "Regel 3 en 9: a."),
        ([3, 9, 14], "Regel 3, 9 en 14: a."),
        ([3, 9, 14, 15], "Regel 3, 9 en 14 en nog 1 andere: a."),
        ([3, 3, 9, 14, *range(20, 32)], "Regel 3, 9 en 14 en nog 12 andere: a."),
    ],
)
def test_lines_with_the_same_remark_share_it(lines: list[int], told: str) -> None:
    remarks = Remarks()
    for line in lines:
        remarks.add(line, "a.")
    assert remarks.all() == (told,)


def test_what_is_about_the_whole_file_comes_first_and_the_rest_in_order_of_the_file() -> None:
    remarks = Remarks()
    remarks.add(9, "b.")
    remarks.add(2, "a.")
    remarks.say("Het hele bestand.")
    assert remarks.all() == ("Het hele bestand.", "Regel 2: a.", "Regel 9: b.")


def test_words_are_listed_as_in_a_sentence() -> None:
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a en b",
        "a, b en c",
    ]
