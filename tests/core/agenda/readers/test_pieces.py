"""Reading a large file in pieces."""

from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.agenda.readers import pieces as module
from reception_assistant.agenda.readers.pieces import pieces


def test_pieces_together_are_the_whole_again_and_end_where_a_line_ends() -> None:
    whole = "".join(f"regel {number};é\n" for number in range(60_000)) + "zonder einde"
    parts = list(pieces(whole, "\n"))
    assert "".join(parts) == whole
    assert len(parts) > 2
    assert all(part.endswith("\n") for part in parts[:-1])


@given(st.binary(max_size=60))
def test_a_small_file_is_one_piece(whole: bytes) -> None:
    assert list(pieces(whole, b"\n")) == ([whole] if whole else [])


def test_a_file_of_one_long_line_is_one_piece() -> None:
    whole = "x" * (2 * module._AT_ONCE)
    assert list(pieces(whole, "\n")) == [whole]
