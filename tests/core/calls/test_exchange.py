"""The log as a file: harmless in a spreadsheet, and read back exactly as it was."""

import csv
import re
from datetime import datetime
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reception_assistant.calls.call import CallRecord, Direction, Remembered
from reception_assistant.calls.cells import guarded, unguarded
from reception_assistant.calls.exchange import read_calls, written_csv, written_json
from reception_assistant.calls.promise import Channel, Promise
from reception_assistant.errors import KnownError
from reception_assistant.library.content import Lists
from reception_assistant.library.context import Mood
from reception_assistant.library.lists import Outcome, Reason

LISTS = Lists(
    reasons=(Reason(id="rekening", label="Rekening of vergoeding", aliases=("factuur",)),),
    outcomes=(Outcome(id="niets-nodig", label="Niets meer nodig"),),
)
CALL = CallRecord(
    id="c1",
    direction=Direction.IN,
    started_utc="2026-11-24T08:00:00.000",
    ended_utc="2026-11-24T08:04:30.000",
    employee_id="e1",
    employee="Sanne",
    outcome="niets-nodig",
    number="+31612345678",
    reason="factuur",
    note="Belt over de rekening.\n=1+1",
)

_SIGNS = st.text(alphabet="=+-@\t\r\n' ,;\"|\\\x00aé＝\ufeff", max_size=8)
_TEXT = _SIGNS | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_ID = st.text(alphabet="abc-|\\/ \n=", min_size=1, max_size=6)
_MOMENT = st.datetimes(datetime.fromisoformat("2000-01-01"), datetime.fromisoformat("2100-12-31"))
_UTC = _MOMENT.map(lambda moment: moment.isoformat(timespec="milliseconds"))
_PROMISE = st.builds(
    Promise,
    what=_TEXT.filter(bool),
    before=_MOMENT.map(lambda moment: moment.isoformat(timespec="minutes")),
    owner_id=_ID,
    by=_TEXT,
    channel=st.sampled_from(Channel),
    reach=_TEXT,
)
RECORDS = st.lists(
    st.builds(
        CallRecord,
        id=_ID,
        direction=st.sampled_from(Direction),
        started_utc=_UTC,
        ended_utc=_UTC,
        employee_id=_ID,
        employee=_TEXT,
        outcome=_ID,
        number=_TEXT,
        person_id=st.none() | _ID,
        reason=_TEXT,
        mood_start=st.none() | st.sampled_from(Mood),
        mood_end=st.none() | st.sampled_from(Mood),
        script_id=_TEXT,
        script_version=_TEXT,
        path=st.lists(_ID, max_size=3).map(tuple),
        remembered=st.lists(st.builds(Remembered, id=_ID, label=_TEXT, text=_TEXT), max_size=2).map(
            tuple
        ),
        note=_TEXT,
        alternative=_TEXT,
        promise=st.none() | _PROMISE,
    ),
    max_size=3,
)


def as_csv(*records: CallRecord) -> str:
    return written_csv(records, LISTS, datetime.fromisoformat)


def rows(*records: CallRecord) -> list[dict[str, str]]:
    """Return the rows as a spreadsheet gets them."""
    return list(csv.DictReader(StringIO(as_csv(*records), newline=""), delimiter=";"))


@given(RECORDS)
@settings(max_examples=60)
def test_what_is_written_is_read_back_exactly(records: list[CallRecord]) -> None:
    assert read_calls(as_csv(*records).encode()) == records
    assert read_calls(as_csv(*records).encode("utf-8-sig")) == records
    assert read_calls(written_json(records).encode()) == records


@given(RECORDS)
@settings(max_examples=40)
def test_no_cell_begins_as_a_formula(records: list[CallRecord]) -> None:
    for row in rows(*records):
        for cell in row.values():
            assert not cell.lstrip().startswith(("=", "+", "-", "@"))
            assert not cell.startswith(("\t", "\r", "\n"))


@given(RECORDS)
@settings(max_examples=60)
def test_no_cell_begins_as_a_formula_where_a_spreadsheet_splits_at_another_sign(
    records: list[CallRecord],
) -> None:
    for line in re.split("[,;\t\r\n]", as_csv(*records)):
        cell = line.lstrip(' "')
        assert not cell.startswith(("=", "+", "-", "@")), line


@given(_TEXT)
@settings(max_examples=100)
def test_a_guard_comes_off_as_it_went_on(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+31612345678", "'+31612345678"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" =1", "' =1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("＝1", "'＝1"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("'s middags", "''s middags"),
        ('Ja,=HYPERLINK("x"),y', 'Ja,\'=HYPERLINK("x"),y'),
        ('Ja,"=1"', 'Ja,\'"=1"'),
        ("Ja;+1\t@2", "Ja;'+1\t'@2"),
        ("Ja, -5", "Ja,' -5"),
        ("Belt over:\r\n- de prijs\n- de bon", "Belt over:\r\n'- de prijs\n'- de bon"),
        ("Komt,'s middags", "Komt,''s middags"),
        ("Ja, graag; en: -5", "Ja, graag; en: -5"),
        ("Belt om 9 = te vroeg", "Belt om 9 = te vroeg"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_could_run_gets_an_apostrophe(text: str, cell: str) -> None:
    assert guarded(text) == cell


def test_a_row_can_be_read_by_a_person() -> None:
    promise = Promise(what="Bellen", before="2026-11-25T12:00", owner_id="e1", by="Sanne")
    (row,) = rows(replace(CALL, promise=promise, path=("rekening/erkennen", "rekening/beloven")))
    assert row["datum"] == "24-11-2026"
    assert (row["van"], row["tot"]) == ("08:00", "08:04")
    assert (row["reden"], row["afloop"]) == ("Rekening of vergoeding", "Niets meer nodig")
    assert row["stappen"] == "rekening/erkennen\nrekening/beloven"
    assert (row["belofte"], row["belofte wie"]) == ("Bellen", "Sanne")


def test_a_very_long_note_is_read_back() -> None:
    long = replace(CALL, note="woord " * 60_000)
    limit = csv.field_size_limit()
    assert read_calls(as_csv(long).encode()) == [long]
    assert csv.field_size_limit() == limit


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_a_file_that_a_spreadsheet_saved_again_is_read(delimiter: str) -> None:
    out = StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(
        csv.reader(StringIO(as_csv(CALL), newline=""), delimiter=";")
    )
    assert read_calls((out.getvalue() + "\r\n" + delimiter * 3).encode()) == [CALL]


@pytest.mark.parametrize(
    "moment", ["9999-12-31T23:59", "0001-01-01T00:00", "1999-12-31T23:59", "2101-01-01T00:00"]
)
def test_a_moment_that_no_clock_can_show_is_refused_with_its_call(moment: str) -> None:
    promise = Promise(what="Bellen", before=moment, owner_id="e1")
    for wrong in (replace(CALL, started_utc=moment), replace(CALL, promise=promise)):
        for text in (as_csv(CALL, wrong), written_json([CALL, wrong])):
            with pytest.raises(KnownError) as refused:
                read_calls(text.encode())
            assert refused.value.message.startswith("Gesprek 2 ")
            assert "niets toegevoegd" in refused.value.advice
            assert "2000 tot en met 2100" in refused.value.advice


@pytest.mark.parametrize(
    "text",
    [
        "",
        "datum;tijd;naam\r\n24-11-2026;09:00;Bos\r\n",
        "[1, 2]",
        '[{"id": "c1"}]',
        "[",
        '"' * 5,
        as_csv(CALL).replace(";2026-11-24T08:00:00.000;", ";gisteren;"),
        as_csv(CALL).replace(";in;", ";naar binnen;"),
        as_csv(CALL) + "los;woord\r\n",
        written_json([replace(CALL, started_utc="2026-11-24T08:00Z")]),
        written_json([replace(CALL, id="")]),
        written_json([replace(CALL, promise=Promise(what="x", before="ooit", owner_id="e"))]),
    ],
)
def test_another_file_is_refused_and_adds_nothing(text: str) -> None:
    with pytest.raises(KnownError) as refused:
        read_calls(text.encode())
    assert "niets toegevoegd" in refused.value.advice
