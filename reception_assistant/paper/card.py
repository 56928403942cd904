"""A card for the counter: with its QR code people tell how it was, on the practice's own page."""

from urllib.parse import urlsplit

from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.paper.html import Page, escaped

_LONGEST = 300  # more makes squares that a telephone does not see any more
_MODULE = 8  # pixels of each square before it is made as large as the card wants
_SHOWN = 240  # pixels on a page of 794
_ROWS, _COLUMNS = 2, 2


def card_page(address: str, practice: str) -> Page:
    """Return four cards on one page, to be cut apart.

    Raises:
        KnownError: the address is none that a telephone can open.
    """
    card = _card(checked(address), practice)
    cell = f'<td width="50%" align="center" style="border: 1px dashed #7a8a92">{card}</td>'
    row = f"<tr>{cell * _COLUMNS}</tr>"
    table = f'<table width="100%" cellspacing="0" cellpadding="26">{row * _ROWS}</table>'
    return Page(_("Kaartje voor feedback"), table)


def checked(address: str) -> str:
    """Return the address of a page on the web, or raise `KnownError`."""
    bare = address.strip()
    try:
        parts = urlsplit(bare)
        sound = parts.scheme in ("https", "http") and "." in (parts.hostname or "")
        sound = sound and not parts.username and (parts.port is None or parts.port > 0)
    except ValueError:
        sound = False
    if not sound or any(letter.isspace() or not letter.isprintable() for letter in bare):
        raise KnownError(
            _("Dit is geen adres van een pagina op internet."),
            _("Er is geen kaartje gemaakt. Schrijf het als https://www.praktijk.nl/mening."),
        )
    if len(bare) > _LONGEST:
        raise KnownError(
            _("Dit adres is te lang voor een kaartje."),
            _("Er is geen kaartje gemaakt. Gebruik een adres van hooguit {number} tekens.").format(
                number=_LONGEST
            ),
        )
    return bare


def code(address: str) -> str:
    """Return the QR code of an address as a picture that can stand in a page."""
    import segno  # late: start  # noqa: PLC0415

    picture = segno.make_qr(address, error="m").svg_data_uri(
        scale=_MODULE,
        border=4,
        dark="#000000",
        light="#ffffff",
        encode_minimal=False,
        omitsize=False,
    )
    return str(picture)


def _card(address: str, practice: str) -> str:
    shown = escaped(address.partition("://")[2].removesuffix("/"))
    name = f'<p class="soft">{escaped(practice)}</p>' if practice.strip() else ""
    question = _("Hoe was het bij ons?")
    asked = _("Vertel het ons. Ook als het beter kan.")
    spoken = _("Liever praten? Zeg het aan de balie.")
    return (
        f'<p class="large">{escaped(question)}</p>'
        f"<p>{escaped(asked)}</p>"
        f'<p><img src="{escaped(code(address))}" width="{_SHOWN}" height="{_SHOWN}"/></p>'
        f'<p class="soft">{shown}</p>'
        f"<p>{escaped(spoken)}</p>{name}"
    )
