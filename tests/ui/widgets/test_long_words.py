"""A word wider than its place goes on on the next line, and is never changed."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.helpers.layout import findings
from ui.widgets.blocks import label
from ui.widgets.long_words import breakable, pieces, whole


def by_letters(text: str) -> int:
    """Measure ten pixels for each letter."""
    return 10 * len(text)


def test_a_text_that_fits_is_left_alone() -> None:
    assert breakable("Anna Groot", 100, by_letters) == "Anna Groot"


def test_only_the_word_that_is_too_long_is_broken() -> None:
    assert pieces(breakable("Anna Boetzelaer", 60, by_letters)) == ["Anna", "Boetze", "laer"]


def test_a_double_name_is_broken_at_its_hyphen_first() -> None:
    assert pieces(breakable("Groot-Wassink", 90, by_letters)) == ["Groot-", "Wassink"]


def test_a_hyphen_without_room_takes_the_last_letter_along() -> None:
    assert pieces(breakable("Groot-Wassink", 50, by_letters)) == ["Groo", "t-Was", "sink"]


@given(st.text(st.characters(categories=["Lu", "Ll"]), min_size=2, max_size=20), st.integers(2, 9))
def test_no_hyphen_is_cut_off_or_begins_a_line(part: str, letters: int) -> None:
    for piece in pieces(breakable(f"{part}-{part}", 10 * letters, by_letters)):
        assert by_letters(piece) <= 10 * letters
        assert not piece.startswith("-")


def test_an_accent_stays_on_its_letter() -> None:
    assert pieces(breakable("aaae\u0301bbb", 40, by_letters))[0] == "aaae\u0301"


@given(st.text(max_size=60), st.integers(10, 200))
def test_no_letter_is_lost_or_changed(text: str, room: int) -> None:
    assert whole(breakable(text, room, by_letters)) == whole(text)


@given(st.text(st.characters(categories=["Lu", "Ll"]), max_size=60), st.integers(10, 200))
def test_every_piece_fits(text: str, room: int) -> None:
    assert all(by_letters(piece) <= room for piece in pieces(breakable(text, room, by_letters)))


def test_a_label_shows_all_of_a_long_name_whatever_its_width(qtbot: QtBot) -> None:
    made = label("greeting", "Goedemorgen mevrouw Donaudampfschifffahrtsgesellschaft.")
    qtbot.addWidget(made)
    for width in (400, 120, 700):
        made.setFixedWidth(width)
        made.setFixedHeight(made.heightForWidth(width))
        made.show()
        made.setFixedHeight(made.heightForWidth(width))
        assert findings(made) == []
        assert whole(made.text()) == "Goedemorgen mevrouw Donaudampfschifffahrtsgesellschaft."


def test_a_label_never_takes_a_name_for_markup(qtbot: QtBot) -> None:
    made = label("greeting", "<b>Anna</b>")
    qtbot.addWidget(made)
    assert isinstance(made, QLabel)
    assert made.text() == "<b>Anna</b>"
    assert made.textFormat().name == "PlainText"
