"""Letters made comparable, the same way for sorting, searching and matching."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reception_assistant.text import digits, fold

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("De Vries", "de vries"),
        ("Çelik-Öztürk", "celik ozturk"),
        ("Yılmaz", "yilmaz"),
        ("İnci", "inci"),
        ("Sørensen", "sorensen"),
        ("Łukasz", "lukasz"),
        ("Đorđević", "dordevic"),
        ("Groß", "gross"),
        ("Æneas Œuvre Þór", "aeneas oeuvre thor"),
        ("d'Ancona d’Ancona d´Ancona d`Ancona", "dancona dancona dancona dancona"),
        ("J.P.", "jp"),
        ("van  der\tBerg\u00a0", "van der berg"),
        ("Berg–de Wit‐Jansen", "berg de wit jansen"),
        ("ﬁnn", "finn"),
        ("Ĳsbrand", "ijsbrand"),
        ("", ""),
        ("'’.", ""),
    ],
)
def test_names_that_a_dutch_list_treats_alike_fold_alike(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(ANY)
@example("D´Angelo")
@example("ŉ")
@example("\u0345ᾳ")
@example("Ꭰꭰ")
@example("－")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY)
def test_accents_and_their_form_make_no_difference(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(ANY)
def test_what_is_folded_is_one_line_with_single_spaces(text: str) -> None:
    assert fold(text) == " ".join(fold(text).split())


@given(st.text("aàéïøßıŁ'’-. ", max_size=20))
def test_capitals_make_no_difference(text: str) -> None:
    assert fold(text.upper().lower()) == fold(text.lower().upper())


def test_only_plain_digits_count_in_a_number() -> None:
    assert digits("+31 (0)6-12.34") == "310612" + "34"
    assert digits("٣²½") == ""
