"""Every encoding that a practice system writes gives the same text, and what is no text is told."""

import contextlib
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.agenda.readers import decoding
from reception_assistant.agenda.readers.decoding import decode
from reception_assistant.agenda.readers.trouble import UnreadableFileError

TEXT = "datum;tijd;naam\n3-11-2026;9:05;Zoë Müller-Ruíz\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_a_name_with_accents_arrives_whole_in_every_encoding(encoding: str) -> None:
    decoded = decode(TEXT.encode(encoding))
    assert decoded.text == TEXT
    assert decoded.remarks == ()


def test_utf16_with_its_mark_in_the_other_order() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")).text == TEXT


def test_quotes_and_the_euro_sign_of_windows_arrive() -> None:
    assert decode("’s-Gravenhage € “x”".encode("cp1252")).text == "’s-Gravenhage € “x”"


def test_two_lists_pasted_together_in_two_encodings_are_both_right_and_remarked() -> None:
    decoded = decode("één\n".encode() + "twéé\n".encode("cp1252"))
    assert decoded.text == "één\ntwéé\n"
    assert "op twee manieren opgeslagen" in decoded.remarks[0]


@pytest.mark.parametrize("data", [b"Jans\x81n\n", b"\xff\xfeJ\x00a\x00\x00\xd8n\x00"])
def test_a_damaged_letter_is_shown_as_such_and_remarked(data: bytes) -> None:
    decoded = decode(data)
    assert "\ufffd" in decoded.text
    assert "beschadigd" in decoded.remarks[0]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b" \r\n\t\n", b"\0\0\x1a"])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="Het bestand is leeg"):
        decode(data)


def test_what_an_old_system_fills_its_last_block_with_is_no_part_of_the_text() -> None:
    assert decode(b"datum;tijd\n\x1a" + b"\0" * 500).text == "datum;tijd\n"


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_workbook_says_how_to_make_a_csv_of_it(start: bytes) -> None:
    with pytest.raises(UnreadableFileError, match=r"Excel.*Sla het daar op als CSV"):
        decode(start + bytes(range(256)))


@pytest.mark.parametrize("data", [b"%PDF-1.7 abc", b"SQLite format 3\0..", bytes(range(256)) * 9])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="geen leesbare tekst"):
        decode(data)


def test_a_few_stray_zeros_do_not_make_a_file_binary() -> None:
    assert decode(b"datum;tijd;naam\n3-11-2026;9:05;Jan\0sen\n").text.count("\0") == 1


def test_a_file_that_is_too_big_is_refused_with_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MOST_BYTES", 1_000_000)
    with pytest.raises(UnreadableFileError, match="te groot: 2 MB, hoogstens 1 MB"):
        decode(b"x;" * 500_001)


def test_a_line_of_150_mb_is_refused_at_once_and_without_a_copy_of_it() -> None:
    data = b"datum;tijd;naam\n" + b"x" * 150_000_000
    tracemalloc.start()
    began = time.perf_counter()
    with pytest.raises(UnreadableFileError, match="een regel van meer dan 1000000 tekens"):
        decode(data)
    took = time.perf_counter() - began
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert took < 1
    assert peak < 1_000_000


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_longest_line_allowed_is_counted_in_letters(end: str, encoding: str) -> None:
    fits = "é" * 999_999 + "x"
    assert decode(f"{end}{fits}{end}x".encode(encoding)).text.count("é") == 999_999
    with pytest.raises(UnreadableFileError, match="tekens"):
        decode(f"{end}{fits}x{end}x".encode(encoding))


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_reason(data: bytes) -> None:
    with contextlib.suppress(UnreadableFileError):
        assert decode(data).text.strip()
