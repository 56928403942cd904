"""Calendars in every encoding, with any line end, and folded wherever a program likes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.agenda.incoming import Rejected
from tests.core.agenda.readers.ical.helpers import calendar, event, reading, row_of

NAME = "Renée Hôtel-Çelik ‘Łukasz’"


def name_in(data: bytes) -> str:
    found = reading(data)
    assert (found.rejected, found.remarks) == ((), ())
    return found.rows[0].name.as_received


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_any_line_end_and_encoding_will_do(end: str, encoding: str) -> None:
    text = calendar(event(title=NAME))
    assert name_in(text.replace("\n", end).encode(encoding)) == NAME


def test_a_calendar_of_an_old_program_is_read() -> None:
    text = calendar(event(title="Renée Çelik"))
    assert name_in(text.encode("cp1252")) == "Renée Çelik"


@given(st.integers(1, 60), st.sampled_from(["\n ", "\r\n ", "\r\n\t"]))
def test_a_line_may_be_folded_anywhere(place: int, fold: str) -> None:
    data = calendar(event("UID:abc", title=NAME)).encode()
    begin = data.index(b"SUMMARY") + place - 20
    if data[begin - 1 : begin + 1] in (b"\n", b"\r\n") or b"\n" in data[begin - 1 : begin + 1]:
        return
    assert name_in(data[:begin] + fold.encode() + data[begin:]) == NAME


def test_lines_keep_their_numbers_when_some_are_folded() -> None:
    text = calendar(event("DESCRIPTION:a\n b\n c", title="x"), event(title=""))
    assert reading(text).rejected == (
        Rejected("regel 10", "Er staat geen naam bij deze afspraak."),
    )


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("SUMMARY:Jansen\\, P.\\; de \\\\ en\\nzo", "Jansen, P.; de \\ en zo"),
        ("SUMMARY;LANGUAGE=nl:Jansen: P.", "Jansen: P."),
        ('SUMMARY;ALTREP="http://a:b;c":Jansen', "Jansen"),
        ("SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Ren=C3=A9e", "Renée"),
        ("SUMMARY;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Ren=E9e", "Renée"),
        ("SUMMARY;QUOTED-PRINTABLE:Ren=E9e", "Renée"),
        ("SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=rot13:Ren=C3=A9e", "Renée"),
        ("SUMMARY;ENCODING=QUOTED-PRINTABLE:Jan=\nsen=\n =20P.", "Jansen P."),
        ('SUMMARY;X-ODD="a:Jansen', "Jansen"),
        ("summary : Jansen", "Jansen"),
        ("SUMMARY;:Jansen", "Jansen"),
    ],
)
def test_a_text_is_told_as_it_was_typed(line: str, title: str) -> None:
    assert row_of(line, title="").name.as_received == title


def test_a_name_of_a_host_may_hold_quotes_and_line_ends() -> None:
    row = row_of("ORGANIZER;CN=Dr. ^'Jan^' Smit^nmondhygiënist:mailto:a@b.nl")
    assert row.practitioner == 'Dr. "Jan" Smit mondhygiënist'


def test_letters_that_nobody_sees_are_left_out_with_a_remark() -> None:
    found = reading(calendar(event("X-NOTE:\u200b", title="Jan\u200bsen\u202e")))
    assert found.rows[0].name.as_received == "Jansen"
    assert found.remarks == ("Regel 5: hier stonden onzichtbare tekens; die zijn weggelaten.",)


def test_a_mark_of_the_encoding_in_the_middle_does_no_harm() -> None:
    found = reading("\ufeff" + calendar(event()) + "\ufeff" + calendar(event()))
    assert len(found.rows) == 2


def test_a_line_of_many_letters_is_cut_with_a_remark() -> None:
    attached = "ATTACH:" + "\n ".join(["x" * 70] * 20_000)
    text = calendar(event("DESCRIPTION:" + "y" * 1_000_001, attached))
    found = reading(text)
    assert found.rows[0].treatment == "y" * 2000
    assert found.remarks == (
        "Regel 3: een tekst is langer dan 2000 tekens; alleen het begin is gelezen.",
        "Regel 6: deze regel is veel te lang; alleen het begin is gelezen.",
    )


def test_twenty_megabytes_is_too_much() -> None:
    found = reading(b"BEGIN:VCALENDAR\n" + b"x" * 20_000_000)
    assert found.rejected == (
        Rejected(
            "bestand",
            "Het bestand is te groot: 21 MB, hoogstens 20 MB. "
            "Maak een bestand van een kortere periode, of van één agenda tegelijk.",
        ),
    )
    assert found.columns == frozenset()
