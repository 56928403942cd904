"""The other pages: a year, a change of shift, a card, and where they are saved."""

import csv
import stat
from datetime import date
from io import StringIO
from pathlib import Path
from urllib.parse import quote

import pytest

from reception_assistant.complaints.learning import Worked
from reception_assistant.complaints.overview import Change, Count, Overview, counted
from reception_assistant.errors import KnownError
from reception_assistant.paper.card import card_page, checked
from reception_assistant.paper.html import Page, escaped
from reception_assistant.paper.overview_page import overview_csv, overview_page
from reception_assistant.paper.saving import save_new
from reception_assistant.paper.sheet import (
    Arrival,
    Arrivals,
    Line,
    Part,
    Sheet,
    sheet_page,
    sheet_text,
)

ADDRESS = "https://www.praktijk.nl/mening?van=balie&taal=nl"
HARMFUL = "=HYPERLINK(1);<b>"
YEAR = counted(2026, date(2026, 11, 24), [])._replace(
    received=2,
    themes=(Count(HARMFUL, 2),),
    changes=(Change("Niet teruggebeld", HARMFUL, date(2026, 4, 2), "De rekening", Worked.YES),),
)
SHEET = Sheet(
    "De Linde",
    "dinsdag 24 november 2026, 12:58",
    late=Part((Line("gisteren", "meneer <Jansen>", "Bellen", "Sanne", "2 keer geprobeerd"),)),
    today=Part((Line("voor 17:00", "Lisa", "Bellen", "Sanne"),), more=3),
    later=4,
    arrivals=(Arrivals("vandaag", (Arrival("13:10", "mevrouw Yılmaz", "Tolk."),)),),
    scripts=("De rekening uitleggen",),
)


def test_a_spreadsheet_shows_the_figures_and_runs_none() -> None:
    rows = list(csv.reader(StringIO(overview_csv(YEAR)), delimiter=";"))
    assert rows[0] == ["onderdeel", "wat", "aantal"]
    assert ["klachten", "binnengekomen", "2"] in rows
    assert ["thema", f"'{HARMFUL}", "2"] in rows
    assert {len(row) for row in rows} == {3}
    assert rows[-1][2] == "02-04-2026"


def test_the_year_tells_what_was_heard_and_what_was_done() -> None:
    body = overview_page(YEAR, "De Linde").body
    assert "tot en met dinsdag 24 november 2026" in body
    assert "=HYPERLINK(1);&lt;b&gt; (aangepast: De rekening)" in body
    assert "Ja, het hielp" in body


def test_a_year_without_complaints_is_a_page_too() -> None:
    body = overview_page(Overview(2025, date(2026, 11, 24)), "").body
    assert "nog geen verbetering" in body
    assert "geteld op" in body


def test_the_change_of_shift_shows_all_of_it_and_how_much_more_there_is() -> None:
    text, page = sheet_text(SHEET), sheet_page(SHEET)
    for words in ("Te laat (1)", "Vandaag (4)", "En nog 3", "mevrouw Yılmaz: Tolk.", "4 beloften"):
        assert words in text
    assert "meneer &lt;Jansen&gt;" in page.body
    assert page.one_sheet
    assert page.title == "Overdracht"
    assert "Wacht op een ander" not in text


def test_an_empty_desk_is_handed_over_with_a_good_word() -> None:
    text = sheet_text(Sheet("", "nu"))
    assert text.count("Niets. Mooi zo.") == 2
    assert "Na vandaag staat er niets open." in text


def test_the_foot_tells_which_sheet_it_is_only_where_there_are_more() -> None:
    page = Page("Titel", "", "Voet")
    assert "bladzijde" not in page.foot_html(1, 1)
    assert "Voet · bladzijde 1 van 2" in page.foot_html(1, 2)


def test_letters_of_any_kind_stay_letters() -> None:
    assert escaped(' <a href="x">\r\n&amp; ') == "&lt;a href=&quot;x&quot;&gt;<br/>&amp;amp;"


def test_the_card_holds_the_code_of_its_address() -> None:
    body = card_page(f" {ADDRESS} ", "De <Linde>").body
    assert body.count("data:image/svg+xml") == 4
    assert "www.praktijk.nl/mening?van=balie&amp;taal=nl" in body
    assert "De &lt;Linde&gt;" in body


@pytest.mark.parametrize(
    "address",
    [
        "",
        "praktijk.nl",
        "ftp://praktijk.nl",
        "javascript:alert(1)",
        "https://",
        "https://praktijk",
        "https://a b.nl",
        "https://sanne:geheim@praktijk.nl",
        "https://praktijk.nl:99999",
        "https://[praktijk.nl",
        "https://praktijk.nl/\n1",
        "https://praktijk.nl/" + quote("é" * 200),
    ],
)
def test_an_address_that_no_telephone_opens_is_refused(address: str) -> None:
    with pytest.raises(KnownError, match="adres") as told:
        checked(address)
    assert told.value.advice.startswith("Er is geen kaartje gemaakt.")


def test_a_saved_page_is_only_for_whoever_asked_and_overwrites_nothing(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    save_new(path, b"een")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(KnownError, match="is er al"):
        save_new(path, b"twee")
    assert path.read_bytes() == b"een"
    with pytest.raises(KnownError, match="kan hier niet"):
        save_new(tmp_path / "weg" / "brief.pdf", b"drie")
