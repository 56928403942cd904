"""A page that is to be seen first: what it is, and all that can be done with it."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from reception_assistant.complaints.overview import Overview
from reception_assistant.i18n import _
from reception_assistant.paper.card import card_page
from reception_assistant.paper.html import Page
from reception_assistant.paper.letters import TITLES, Kind, Letter, letter_page, letter_text
from reception_assistant.paper.overview_page import figures, overview_csv, overview_page
from reception_assistant.paper.sheet import Sheet, sheet_page, sheet_text


class Sort(StrEnum):
    """What kind of page it is."""

    HAND_OVER = "hand-over"
    LETTER = "letter"
    OVERVIEW = "overview"
    CARD = "card"


class OfComplaint(NamedTuple):
    """Which letter about which complaint."""

    complaint_id: str
    kind: Kind


class Draft(NamedTuple):
    """A page, and what stands beside it.

    `name` is that of its file without the ending; no name of anybody is in it, nor in `title`.
    `aloud` is the same as text for whoever cannot see the page; `table` is a CSV.
    """

    sort: Sort
    title: str
    advice: str
    name: str
    page: Page | None = None
    aloud: str = ""
    table: str = ""
    letter: OfComplaint | None = None
    year: int = 0
    address: str = ""


def hand_over(sheet: Sheet, now: datetime) -> Draft:
    """Return the page for the change of shift."""
    return Draft(
        Sort.HAND_OVER,
        _("Overdracht"),
        _("Voor wie de dienst overneemt. Er staan namen op: laat het blad niet liggen."),
        "-".join((_("overdracht"), f"{now:%Y-%m-%d-%H%M}")),
        sheet_page(sheet),
        sheet_text(sheet),
    )


def letter(written: Letter, complaint_id: str, now: datetime) -> Draft:
    """Return a letter about a complaint."""
    return Draft(
        Sort.LETTER,
        _("Brief: {title}").format(title=_(TITLES[written.kind]).lower()),
        _("Lees de brief eerst rustig na. Bij de klacht komt te staan dat u hem maakte."),
        "-".join((_("brief"), written.kind, f"{now:%Y-%m-%d-%H%M}")),
        letter_page(written),
        letter_text(written),
        letter=OfComplaint(complaint_id, written.kind),
    )


def overview(found: Overview, practice: str) -> Draft:
    """Return the figures of a year."""
    return Draft(
        Sort.OVERVIEW,
        _("Jaaroverzicht"),
        _("Wat mensen ons vertelden en wat we ermee deden. Er staan geen namen in."),
        "-".join((_("jaaroverzicht"), f"{found.year}")),
        overview_page(found, practice),
        "\n".join(" ".join(row) for row in figures(found)),
        overview_csv(found),
        year=found.year,
    )


def empty_card(address: str = "") -> Draft:
    """Return the cards for the counter, before it is known to which page they lead."""
    return Draft(
        Sort.CARD,
        _("Kaartje voor feedback"),
        _("Vier kaartjes op één blad. Wie de code scant, komt op uw eigen pagina."),
        _("kaartje-feedback"),
        address=address,
    )


def card(address: str, practice: str) -> Draft:
    """Return the cards for the counter, whose code leads to `address`."""
    page = card_page(address, practice)
    aloud = _("Vier kaartjes met een code naar {address}.").format(address=address)
    return empty_card(address)._replace(page=page, aloud=aloud)
