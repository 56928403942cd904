"""Lists as practices really have them: any mark, encoding and place, known names or chosen ones."""

import csv
import io
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.agenda.incoming import IncomingRow, Reading
from reception_assistant.agenda.profile import TableChoices
from reception_assistant.agenda.readers.cells import visible
from reception_assistant.agenda.readers.remarks import Remarks
from reception_assistant.agenda.readers.tables.columns import known_columns
from reception_assistant.agenda.readers.tables.opening import open_table
from reception_assistant.agenda.readers.tables.reader import TableReader
from reception_assistant.agenda.readers.tables.text import DELIMITERS
from reception_assistant.agenda.visit import Booking
from reception_assistant.errors import Cancelled
from reception_assistant.naming.person import PersonName, Salutation
from tests.core.agenda.readers.helpers import (
    TODAY,
    VOCABULARY,
    ZONE,
    opened,
    read_table,
    reading,
    reading_of,
    row_of,
)

at = datetime.fromisoformat
PIET = PersonName(given_name="Piet", prefix="van den", surname="Bérg")


def strip_lines(rows: tuple[IncomingRow, ...]) -> list[tuple[object, ...]]:
    """Return what rows say, without the lines on which they stand."""
    return [(row.start, row.minutes, row.name, row.phone, row.treatment) for row in rows]


# Layouts of practice systems, calendars and spreadsheets

LAYOUTS = {
    "dentist, times from and to": (
        "Datum;Van;Tot;Pat.nr;Naam patiënt;Geb.datum;Tel. mobiel;Behandelaar;Soort afspraak;Opm.",
        "24-11-2026;09:05;09:25;1001;Bérg, Piet van den;14-03-1958;0612345678;dr. Smit;Controle;",
    ),
    "dentist, parts of the name": (
        "Afspraakdatum;Aanvang;Duur (min);Patiëntnummer;Achternaam;Tussenvoegsels;Voornaam;"
        "Geslacht;Geboortedatum;Mobiel;Stoel;Medewerker;Verrichting;Status",
        "24-11-2026;0905;20;1001;Bérg;van den;Piet;M;14-03-1958;0612345678;2;dr. Smit;Controle;"
        "Bevestigd",
    ),
    "doctor, a number that does not belong here": (
        "Dag;Tijd;Duur;Patiënt;Geboortedatum;BSN;Telefoonnummer;Reden van komst;Huisarts",
        "24-11-2026;9.05;10;Bérg, Piet van den;14-3-1958;123456782;0612345678;Controle;dr. Smit",
    ),
    "doctor, day and time together": (
        "Agenda;Datum/tijd;Einde;Patiëntnaam;Geb. dat.;Telefoon;Soort consult;Afspraakstatus",
        "dr. Smit;24-11-2026 09:05;24-11-2026 09:15;Bérg, Piet van den;14-3-1958;0612345678;"
        "Controle;Gepland",
    ),
    "physiotherapist": (
        "Startdatum;Starttijd;Eindtijd;Cliëntnr.;Cliënt;Geb.datum;Tel.;Therapeut;Type afspraak",
        "24-11-2026;9:05;9:35;77;Bérg, Piet van den;14-3-1958;0612345678;dr. Smit;Controle",
    ),
    "hygienist, with tabs": (
        "Datum\tUur\tAchternaam, voornaam\tGeboren\tMobiel nr.\tMondhygiënist\tWaarvoor",
        "di 24 nov 2026\t9u05\tBérg, Piet van den\t14-3-58\t0612345678\tdr. Smit\tControle",
    ),
    "vet with a column for the animal": (
        "Datum;Tijd;Klantnr;Naam eigenaar;GSM;Naam dier;Diersoort;Ras;Dierenarts;Reden bezoek",
        "24-11-2026;9:05;55;Bérg, Piet van den;0612345678;Bello;hond;labrador;dr. Smit;Controle",
    ),
    "vet, parts of the name of the owner": (
        "Datum;Tijd;Achternaam eigenaar;Tussenvoegsel eigenaar;Voornaam eigenaar;Telefoon;"
        "Huisdier;Soort dier;Arts;Omschrijving",
        "24-11-2026;9:05;Bérg;van den;Piet;0612345678;Bello;hond;dr. Smit;Controle",
    ),
    "Belgian": (
        "Datum|Uur|Voornaam|Voorvoegsel|Familienaam|GSM|Arts|Reden",
        "24/11/2026|9u05|Piet|van den|Bérg|0612345678|dr. Smit|Controle",
    ),
    "Access": (
        '"AfspraakID";"Datum";"Begin";"Eind";"VoorNaam";"TussenVoegsel";"AchterNaam";"Tel";'
        '"Behandeling";"Behandelaar"',
        '12;24-11-2026 0:00:00;30-12-1899 9:05:00;30-12-1899 9:25:00;"Piet";"van den";"Bérg";'
        '"0612345678";"Controle";"dr. Smit"',
    ),
    "Access, with brackets": (
        "[Datum];[Tijd];[Naam];[Telefoon];[Behandeling];[Behandelaar]",
        "24-11-2026;9:05;Bérg, Piet van den;0612345678;Controle;dr. Smit",
    ),
    "booking site": (
        "id,start,end,customer,phone,service,staff_member,state",
        '7,2026-11-24T08:05:00Z,2026-11-24T08:25:00Z,"Bérg, Piet van den",0612345678,Controle,'
        "dr. Smit,confirmed",
    ),
    "English": (
        "Appointment Date,Start Time,End Time,Last Name,Prefix,First Name,Mobile Phone,Provider,"
        "Reason for Visit",
        "2026-11-24,9:05 AM,9:25 AM,Bérg,x,Piet,0612345678,dr. Smit,Controle",
    ),
    "whole name beside its parts": (
        "Datum;Tijd;Voornaam;Voorvoegsel;Naam;Telefoon 1;Behandelend arts;Afspraaktype",
        "24-11-2026;9:05;Piet;van den;Bérg;0612345678;dr. Smit;Controle",
    ),
    "database": (
        "afspraak_id|afspraak_datum|start_tijd|eind_tijd|patient_naam|mobiel|behandelaar|reden",
        "7|2026-11-24|09:05:00|09:25:00|Bérg, Piet van den|0612345678|dr. Smit|Controle",
    ),
    "list that was typed": (
        "dag;hoe laat;wie;tel;waarvoor;bij wie;tijd",
        "24-11-2026;x;x;0612345678;Controle;dr. Smit;9:05",
    ),
}
ASKED = {"list that was typed": "De kolom naam ontbreekt in dit bestand"}


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_list_of_a_practice_is_read_by_the_names_that_everybody_knows(name: str) -> None:
    found = reading("\n".join(LAYOUTS[name]))
    if name in ASKED:
        assert found.rejected[0].reason.startswith(ASKED[name])
        return
    assert found.rejected == ()
    [row] = found.rows
    prefix = "" if name == "English" else "van den"
    assert row.name == PersonName(given_name="Piet", prefix=prefix, surname="Bérg")
    assert (row.start, row.phone) == (at("2026-11-24 09:05"), "0612345678")
    assert (row.treatment, row.practitioner) == ("Controle", "dr. Smit")
    assert row.booking is Booking.PLANNED
    assert not any("1234567" in remark for remark in found.remarks)


@pytest.mark.parametrize(
    "header",
    [
        # Outlook and Google: the title may be anything.
        '"Onderwerp","Begindatum","Begintijd","Einddatum","Eindtijd","Hele dag","Categorieën"',
        "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Private",
        "Titel;Begin;Einde;Hele dag;Locatie",
        "Datum;Tijd;Patiënt;Diersoort;Behandeling",
        "Datum;Tijd;Eigenaar;Patiënt;Diersoort",
        "Datum;Starttijd;Naam;Eigenaar;Ras",
    ],
)
def test_a_list_that_does_not_tell_who_comes_is_asked(header: str) -> None:
    cells = header.replace('"', "").count(";") or header.count(",")
    mark = ";" if ";" in header else ","
    row = mark.join(["x", "24-11-2026 9:05", *["x"] * (cells - 1)])
    [rejected] = reading(f"{header}\n{row}\n").rejected
    assert rejected.where == "bestand"


# Any mark between the cells, any encoding, any place of the header

ROWS = [
    ["24-11-2026", "9:05", "20", "Bérg, Piet van den", "06-12345678", "belt\nliever; echt | waar"],
    ["ma 23 nov 2026", "0910", "", "mevr. A. Müller", "", 'zegt "nee", altijd\tja'],
    ["2026-11-25", "14.30", "5 min", "Zoë", "+31 6 12345678", ""],
]
KNOWN = ["Datum", "Aanvang", "Duur", "Patiënt", "Mobiel", "Reden"]
UNKNOWN = ["Wanneer", "Uurtje", "Lang", "Wie", "Contact", "Verhaal"]
COLUMNS = ("datum", "tijd", "duur", "naam", "telefoon", "behandeling")
TITLES = st.sampled_from(["Praktijk De Kies", "", "Week 48", "  ", "Overzicht afspraken"])


def text_of(rows: list[list[str]], mark: str, quoting: int) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=mark, quoting=quoting, lineterminator="\n").writerows(rows)  # type: ignore[arg-type]
    return out.getvalue()


EXPECTED = strip_lines(reading(text_of([KNOWN, *ROWS], ";", csv.QUOTE_ALL)).rows)


def test_all_three_rows_are_understood() -> None:
    assert [(f"{start}", minutes) for start, minutes, *_rest in EXPECTED] == [
        ("2026-11-24 09:05:00", 20),
        ("2026-11-23 09:10:00", 0),
        ("2026-11-25 14:30:00", 5),
    ]


@given(
    st.sampled_from(DELIMITERS),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.lists(TITLES, max_size=4),
    st.sampled_from(["known", "unknown", "none"]),
    st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_a_list_says_the_same_in_every_form(
    mark: str,
    encoding: str,
    end: str,
    quoting: int,
    titles: list[str],
    header: str,
    says_mark: bool,  # noqa: FBT001
) -> None:
    top = {"known": [KNOWN], "unknown": [UNKNOWN], "none": []}[header]
    first = [f"sep={mark}"] if says_mark else []
    text = "\n".join([*first, *titles, text_of([*top, *ROWS], mark, quoting)])
    data = text.replace("\n", end).encode(encoding)
    chosen = {
        "known": None,
        "unknown": UNKNOWN,
        "none": [f"kolom {number}" for number in range(1, 7)],
    }[header]
    columns = dict(zip(COLUMNS, chosen or (), strict=bool(chosen)))
    found = read_table(data, TableChoices(columns=columns) if chosen else None)
    assert found.rejected == ()
    assert strip_lines(found.rows) == EXPECTED
    before = len(first) + len(titles) + len(top)
    assert [row.line - before for row in found.rows] == [1, 3, 4]


# One name column or many


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        ({"voornaam": "Piet", "naam": "Jansen"}, PersonName(given_name="Piet", surname="Jansen")),
        ({"roepnaam": "Piet", "naam": "Jansen"}, PersonName(call_name="Piet", surname="Jansen")),
        (
            {"voorletters": "P.", "voorvoegsel": "de", "naam": "Wit"},
            PersonName(initials="P.", prefix="de", surname="Wit"),
        ),
        (
            {"voorletters": "PJ", "naam": "van den Berg"},
            PersonName(initials="PJ", prefix="van den", surname="Berg"),
        ),
        ({"voorvoegsel": "de", "naam": "Wit"}, PersonName(prefix="de", surname="Wit")),
        (
            {"voornaam": "Piet", "naam": "Piet de Wit"},
            PersonName(given_name="Piet", prefix="de", surname="Wit"),
        ),
        (
            {"voornaam": "Piet", "naam": "mevr. Jansen"},
            PersonName(given_name="Piet", surname="Jansen", salutation=Salutation.MEVROUW),
        ),
        ({"voornaam": "Piet", "naam": "Piet"}, PersonName(given_name="Piet", as_received="Piet")),
        (
            {"voornaam": "Anna", "naam": "Anna Maria Smit"},
            PersonName(given_name="Anna", as_received="Anna Maria Smit"),
        ),
        (
            {"voornaam": "Bo", "naam": "fam. Smit"},
            PersonName(given_name="Bo", as_received="fam. Smit"),
        ),
        ({"naam": "Jansen"}, PersonName(as_received="Jansen")),
    ],
)
def test_a_whole_name_beside_another_part_is_the_surname_only_when_that_is_certain(
    cells: dict[str, str], name: PersonName
) -> None:
    assert row_of(**cells).name == name


@pytest.mark.parametrize(
    ("cell", "prefix", "surname"),
    [
        ("de Vries", "de", "Vries"),
        ("Vries, van der", "van der", "Vries"),
        ("De Wit", "", "De Wit"),
        ("Jansen-de Vries", "", "Jansen-de Vries"),
    ],
)
def test_a_prefix_comes_off_the_surname_only_where_somebody_said_so(
    cell: str, prefix: str, surname: str
) -> None:
    data = f'datum;tijd;achternaam;partner_achternaam\n24-11-2026;9:05;"{cell}";"{cell}"\n'.encode()
    columns = {name: name for name in ("datum", "tijd", "achternaam", "partner_achternaam")}
    [row] = read_table(data, TableChoices(columns=columns, prefix_in_surname=True)).rows
    assert (row.name.prefix, row.name.surname) == (prefix, surname)
    assert (row.name.partner_prefix, row.name.partner_surname) == (prefix, surname)
    [row] = read_table(data, TableChoices(columns=columns)).rows
    assert (row.name.prefix, row.name.surname) == ("", cell)


def test_a_prefix_with_a_column_of_its_own_is_left_alone() -> None:
    data = b"datum;tijd;voorvoegsel;achternaam\n24-11-2026;9:05;van;de Vries\n"
    columns = {name: name for name in ("datum", "tijd", "voorvoegsel", "achternaam")}
    [row] = read_table(data, TableChoices(columns=columns, prefix_in_surname=True)).rows
    assert (row.name.prefix, row.name.surname) == ("van", "de Vries")


# What a spreadsheet did to numbers


@pytest.mark.parametrize("phone", ["6,1E+08", "6.12345678E+8", "3,16123E+10", "6.1e+08", "6E+08"])
def test_a_phone_number_that_a_spreadsheet_broke_is_told_and_left_out(phone: str) -> None:
    found = reading_of(telefoon=phone)
    assert found.rows[0].phone == ""
    assert found.remarks == (
        "Regel 2: een spreadsheet heeft de kolom telefoon beschadigd (zoals 6,1E+08); "
        "dit vak is overgeslagen.",
    )


@pytest.mark.parametrize(
    "phone", ["612345678", "201234567", "612345678.0", "612.345.678", "612 345 678", "31612345678"]
)
def test_a_phone_number_without_its_zero_is_told_and_not_mended(phone: str) -> None:
    found = reading_of(telefoon=phone)
    assert found.rows[0].phone == phone
    assert found.remarks == (
        "Regel 2: dit telefoonnummer begint niet met een 0. Waarschijnlijk haalde een spreadsheet "
        "die weg; het nummer staat er zoals in het bestand.",
    )


@pytest.mark.parametrize(
    "phone",
    ["0612345678", "06-12345678", "+31612345678", "0031612345678", "020 1234567", "112", "geen",
     "0471 23 45 67", "(020) 123 45 67", "1E+08 of 06-12345678"],
)  # fmt: skip
def test_a_good_phone_number_is_not_doubted(phone: str) -> None:
    assert row_of(telefoon=phone).phone == phone


@pytest.mark.parametrize("whole", [True, False])
def test_a_table_that_was_cut_off_is_only_a_part(whole: bool) -> None:  # noqa: FBT001
    table = open_table("datum;tijd;naam\n24-11-2026;9:05;A\n", VOCABULARY, whole=whole)
    columns = known_columns(table.header, VOCABULARY, table.dropped, bool, Remarks())
    reader = TableReader(VOCABULARY, TODAY, ZONE)
    assert reader.read(table, columns, Remarks(), lambda _part: None).whole is whole


def test_the_beginning_of_a_table_has_whole_rows() -> None:
    rows = [f'24-11-2026;9:{number:02};A;"een\ntwee\n{number}"' for number in range(30)]
    table = opened("datum;tijd;naam;opmerking", *rows)
    for lines in (1, 2, 3, 4, 50, 1000):
        beginning = table.beginning(lines)
        columns = known_columns(table.header, VOCABULARY, frozenset(), bool, Remarks())
        reader = TableReader(VOCABULARY, TODAY, ZONE)
        found = reader.read(beginning, columns, Remarks(), lambda _part: None)
        assert found.rejected == ()
        assert len(found.rows) == min(30, -(-lines // 3))


# Whatever happened to the file

PIECES = [
    *(
        '"',
        ";",
        ",",
        "\t",
        "|",
        "\n",
        "\r\n",
        "\0",
        "\ufeff",
        "\u202e",
        " ",
        "sep=,\n",
        "E+",
        "0:00",
    ),
    *(
        "24-11-2026",
        "11/24/2026",
        "9:05 PM",
        "T09:05Z",
        "+99:99",
        "Datum",
        "naam",
        "bsn",
        "Patiënt",
    ),
    *("123456782", "Vries, J. de", "=1+1", "é", "x" * 300, "https://", "Diersoort", "Eigenaar"),
]
SEEDS = [
    "\n".join([*LAYOUTS[name], LAYOUTS[name][1].replace("24", "25")])
    for name in LAYOUTS
    if name not in ASKED
]
CHOICES = TableChoices(
    columns={"datum": "Datum", "tijd": "Van", "naam": "Naam patiënt", "eindtijd": "Tot"},
    prefix_in_surname=True,
)


def lines_told(found: Reading) -> set[int]:
    refused = {int(each.where.removeprefix("regel ")) for each in found.rejected}
    return refused | {row.line for row in found.rows}


@given(
    st.sampled_from(SEEDS),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(["", *PIECES])), max_size=6
    ),
    st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_whatever_went_wrong_with_a_file_nothing_is_lost_in_silence(
    text: str,
    accidents: list[tuple[float, int, str]],
    chosen: bool,  # noqa: FBT001
) -> None:
    for where, gone, new in accidents:
        at = int(where * len(text))
        text = text[:at] + new + text[at + gone :]
    found = read_table(text.encode(), CHOICES if chosen else None)
    assert found.rows or found.rejected or found.remarks
    if any(each.where == "bestand" for each in found.rejected) or '"' in text:
        return
    physical = text.rstrip("\0\x1a").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    said = {
        number
        for number, line in enumerate(physical, 1)
        if visible(line).strip(" \t;,|\xa0") and not line.lstrip().lower().startswith("sep=")
    }
    told = lines_told(found)
    first = min(told, default=len(physical) + 1)
    above = {number for number in said if number < first}
    assert said - above <= told
    # All lines above the header are told of in one remark.
    assert len(above) <= 1 or any("boven de namen" in remark for remark in found.remarks)


@given(st.integers(0, 3))
def test_reading_stops_when_the_user_wants_to(steps: int) -> None:
    rows = "".join(
        f"24-11-2026;{hour}:{minute:02};N{hour}\n" for hour in range(24) for minute in range(60)
    )
    told: list[float] = []

    def stop(part: float) -> None:
        told.append(part)
        if len(told) > steps:
            raise Cancelled("Gestopt.")

    data = f"datum;tijd;naam\n{rows * 3}".encode()
    with pytest.raises(Cancelled):
        read_table(data, progress=stop)
    assert len(told) == steps + 1
