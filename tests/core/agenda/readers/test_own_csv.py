"""Our own CSV: everything that a row says arrives as a fact."""

from datetime import date, datetime
from itertools import product
from pathlib import Path

import pytest

from reception_assistant.agenda.incoming import IncomingRow
from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.visit import Booking
from reception_assistant.errors import Cancelled
from reception_assistant.naming.one_field import take_apart
from reception_assistant.naming.person import Country, NameUse, PersonName, Pronoun, Salutation
from tests.core.agenda.readers.helpers import read_table, reading, reading_of, row_of

DATA = Path(__file__).parents[3] / "data" / "agenda"
COLUMNS = (
    "datum;tijd;duur;kenmerk;patientnummer;naam;voornaam;roepnaam;voorletters;voorvoegsel;"
    "achternaam;naamgebruik;partner_voorvoegsel;partner_achternaam;aanspreekvorm;aanspreken;titel;"
    "titel_gebruiken;geboortedatum;land;telefoon;behandeling;behandelaar;dier;diersoort;ouder;"
    "kenmerken;uitspraak;status;opmerking"
)
FULL = (
    "3-11-2026;9:05;20;A12;P7;;Johanna Maria;Anneke;J.M.;van den;Bérg;V;de;Wit;v;u;prof.;ja;"
    '15-5-1948;BE;06-12345678;Controle;dr. K. Smit;Bello;hond;Jan;"tolk, Eerste bezoek";berch;'
    'gekomen;"Belt  liever.\nKomt met rolstoel."'
)
ROW = IncomingRow(
    line=2,
    start=datetime(2026, 11, 3, 9, 5),  # noqa: DTZ001  local wall time, as the source tells it
    minutes=20,
    key="A12",
    number="P7",
    name=PersonName(
        given_name="Johanna Maria",
        call_name="Anneke",
        initials="J.M.",
        prefix="van den",
        surname="Bérg",
        name_use=NameUse.PARTNER_OWN,
        partner_prefix="de",
        partner_surname="Wit",
        salutation=Salutation.MEVROUW,
        pronoun=Pronoun.U,
        title="prof.",
        title_spoken=True,
        country=Country.BELGIUM,
    ),
    birth_date=date(1948, 5, 15),
    phone="06-12345678",
    treatment="Controle",
    practitioner="dr. K. Smit",
    animal="Bello",
    species="hond",
    parent="Jan",
    marks=frozenset({Mark.INTERPRETER, Mark.FIRST_VISIT}),
    pronunciation="berch",
    booking=Booking.CAME,
    remark="Belt liever.\nKomt met rolstoel.",
)
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be")


def test_a_row_with_every_column_arrives_whole() -> None:
    found = reading(f"{COLUMNS}\n{FULL}\n")
    assert found.rows == (ROW,)
    assert (found.rejected, found.remarks) == ((), ())
    assert found.columns == frozenset(COLUMNS.split(";"))


@pytest.mark.parametrize(("encoding", "mark"), list(product(ENCODINGS, ";,\t|")))
def test_every_encoding_with_every_separator_gives_the_same_row(encoding: str, mark: str) -> None:
    cells = FULL.replace("tolk, Eerste bezoek", "tolk").replace(";", mark)
    text = f"{COLUMNS.replace(';', mark)}\r\n{cells}\r\n"
    found = reading(text.encode(encoding))
    assert found.rows[0].name == ROW.name
    assert found.rows[0].remark == ROW.remark
    assert (found.rejected, found.remarks) == ((), ())


def test_a_list_saved_by_an_old_system_is_read_from_its_file() -> None:
    found = read_table((DATA / "own_cp1252.csv").read_bytes())
    assert [(row.line, row.name.surname, row.remark) for row in found.rows] == [
        (4, "Müller", "eerste regel\ntweede regel"),
        (6, "Vries", ""),
    ]
    assert [(rejected.where, rejected.reason) for rejected in found.rejected] == [
        ("regel 7", "Deze datum bestaat niet: 31-11-2026.")
    ]
    assert found.remarks == (
        "Balie kent deze kolom niet en slaat hem over: “Kamer”.",
        "Regel 1: dit staat boven de namen van de kolommen en is overgeslagen.",
    )


def test_columns_may_come_in_any_order_and_spelling() -> None:
    text = " Partner Achternaam ;TIJD;Patiëntnummer;titel gebruiken;ACHTERNAAM;Datum\n"
    [row] = reading(text + "Wit;9:05;P7;ja;Smit;3-11-2026").rows
    assert (row.name.partner_surname, row.number, row.name.title_spoken) == ("Wit", "P7", True)
    assert (row.name.surname, row.start.hour) == ("Smit", 9)


def test_a_date_a_time_and_a_name_are_enough() -> None:
    found = reading("datum;tijd;achternaam\n3-11-2026;9:05;Smit\n")
    assert found.rows[0].name == PersonName(surname="Smit")
    assert found.rows[0].booking is Booking.PLANNED
    assert found.columns == {"datum", "tijd", "achternaam"}
    assert found.remarks == ()


@pytest.mark.parametrize(
    "column",
    ["naam", "voornaam", "roepnaam", "voorletters", "achternaam", "partner_achternaam"],
)
def test_any_part_of_a_name_is_enough_of_a_name(column: str) -> None:
    assert len(reading(f"datum;tijd;{column}\n3-11-2026;9:05;Smit").rows) == 1


@pytest.mark.parametrize(
    ("text", "salutation"),
    [
        *[(text, Salutation.MENEER) for text in ("m", "M", "man", "Meneer", "dhr.", "Dhr", "heer")],
        *[(text, Salutation.MEVROUW) for text in ("v", "V", "vrouw", "mevrouw", "Mevr.", "mw.")],
        ("", Salutation.UNKNOWN),
    ],
)
def test_the_form_of_address_is_what_the_practice_chose(text: str, salutation: Salutation) -> None:
    assert row_of(aanspreekvorm=text).name.salutation is salutation


@pytest.mark.parametrize(("text", "use"), [("E", "E"), ("p", "P"), ("V", "V"), ("n", "N")])
def test_the_use_of_surnames_follows_its_letter(text: str, use: str) -> None:
    assert row_of(naamgebruik=text).name.name_use is NameUse(use)


@pytest.mark.parametrize(
    ("text", "country"),
    [("NL", "NL"), ("be", "BE"), ("Nederland", "NL"), ("België", "BE"), ("BELGIE", "BE")],
)
def test_the_country_of_a_name_is_understood(text: str, country: str) -> None:
    assert row_of(land=text).name.country is Country(country)


def test_u_or_je_and_the_title_follow_the_wish_of_the_person() -> None:
    name = row_of(aanspreken="Je", titel="dr.", titel_gebruiken="Nee").name
    assert (name.pronoun, name.title, name.title_spoken) == (Pronoun.JE, "dr.", False)


@pytest.mark.parametrize("booking", list(Booking))
def test_every_status_is_known(booking: Booking) -> None:
    assert row_of(status=booking.value).booking is booking
    assert row_of(status=booking.value.upper().replace("-", " ")).booking is booking


@pytest.mark.parametrize("mark", list(Mark))
def test_every_mark_is_known(mark: Mark) -> None:
    assert row_of(kenmerken=f"{mark.value.title()},").marks == {mark}


@pytest.mark.parametrize(
    ("text", "minutes"), [("20", 20), ("20 min", 20), ("15.0", 15), ("0", 0), ("1440", 1440)]
)
def test_the_length_of_an_appointment_is_in_minutes(text: str, minutes: int) -> None:
    assert row_of(duur=text).minutes == minutes


def test_parts_of_a_name_win_over_the_name_in_one_field() -> None:
    name = row_of(naam="Jansen, P.", voorletters="K.", achternaam="Smit").name
    assert name == PersonName(initials="K.", surname="Smit")


@pytest.mark.parametrize("text", ["Vries, J. de", "dhr. J.P. van der Berg", "mevrouw De Vries"])
def test_a_name_in_one_field_is_taken_apart_when_that_is_certain(text: str) -> None:
    assert row_of(naam=text).name == take_apart(text)
    assert row_of(naam=text).name.surname


def test_what_has_its_own_column_completes_a_name_that_was_taken_apart() -> None:
    name = row_of(naam="Vries, J. de", roepnaam="Jan", aanspreekvorm="m", titel="prof.").name
    apart = take_apart("Vries, J. de")
    assert name == apart._replace(call_name="Jan", salutation=Salutation.MENEER, title="prof.")


def test_an_uncertain_name_stays_as_received_and_keeps_what_the_row_says() -> None:
    name = row_of(naam="Bello  (hond van Smit)", aanspreekvorm="m").name
    assert name == PersonName(as_received="Bello (hond van Smit)", salutation=Salutation.MENEER)


def test_an_uncertain_name_next_to_a_surname_does_no_harm() -> None:
    assert row_of(naam="Bello (hond)", achternaam="Smit").name == PersonName(surname="Smit")


def test_text_is_only_text_whatever_it_says() -> None:
    evil = "'); DROP TABLE persons;--"
    assert row_of(achternaam=evil, opmerking=evil).name.surname == evil


def test_names_in_other_scripts_arrive_letter_for_letter() -> None:
    assert row_of(achternaam="עמית", voornaam="محمد").name == PersonName(
        surname="עמית", given_name="محمد"
    )


def test_a_row_says_on_which_line_it_starts() -> None:
    found = reading('datum;tijd;naam;opmerking\n3-11-2026;9:00;A;"x\ny"\n\n3-11-2026;9:10;B;\n')
    assert [row.line for row in found.rows] == [2, 5]


def test_progress_is_told_from_start_to_end_and_the_user_may_stop() -> None:
    text = "datum;tijd;naam\n" + "\n".join(
        f"3-11-2026;{hour}:{minute:02};N{number}"
        for number in range(10)
        for hour in range(8, 18)
        for minute in range(60)
    )
    told: list[float] = []
    assert len(read_table(text.encode(), progress=told.append).rows) == 6000
    assert told[0] == 0
    assert told[-1] == 1
    assert told == sorted(told)
    assert len(told) == 5

    def stop(part: float) -> None:
        if part > 0:
            raise Cancelled("Gestopt.")

    with pytest.raises(Cancelled):
        read_table(text.encode(), progress=stop)


def test_a_phone_number_is_kept_as_it_was_written() -> None:
    assert row_of(telefoon="+31 (0)6 - 12 34 56 78").phone == "+31 (0)6 - 12 34 56 78"
    assert reading_of(telefoon="0612345678").rows[0].phone == "0612345678"
