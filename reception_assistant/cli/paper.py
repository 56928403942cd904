"""`overview`, `hand-over`, `letter` and `feedback-card`: what goes on paper."""

from collections.abc import Callable
from pathlib import Path

import click

from reception_assistant.cli.commands import Command
from reception_assistant.cli.options import data_options, desk_of
from reception_assistant.cli.output import columns
from reception_assistant.desk.acting import By
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.paper.card import card_page
from reception_assistant.paper.html import Page
from reception_assistant.paper.letters import Kind, letter_page, letter_text
from reception_assistant.paper.overview_page import figures, overview_csv, overview_page
from reception_assistant.paper.saving import refuse_existing, save_new
from reception_assistant.paper.sheet import sheet_page, sheet_text
from reception_assistant.settings.catalogue import PRACTICE_NAME

PdfOf = Callable[[Page], bytes]
"""Makes a PDF; `__main__` hands it in as the object of the context, because that takes Qt."""

_WITH_BOM = "utf-8-sig"  # by it a spreadsheet sees that the letters are UTF-8
_FILE = click.Path(path_type=Path)
_FIRST_YEAR, _LAST_YEAR = 2000, 2100


def _pdf_option(*, required: bool = False) -> Callable[[click.decorators.FC], click.decorators.FC]:
    return click.option(
        "--pdf",
        type=_FILE,
        required=required,
        metavar=_("BESTAND"),
        help=_("Bewaar het als PDF in dit nieuwe bestand."),
    )


@click.command("overview", cls=Command, help=_("Klachten van een jaar in cijfers, zonder namen."))
@click.option("--year", metavar=_("JAAR"), help=_("Een ander jaar dan dit."))
@_pdf_option()
@click.option(
    "--csv",
    "table",
    type=_FILE,
    metavar=_("BESTAND"),
    help=_("Bewaar het voor een rekenblad in dit nieuwe bestand."),
)
@data_options
@click.pass_context
def overview(
    context: click.Context,
    /,
    year: str | None,
    pdf: Path | None,
    table: Path | None,
    **_options: object,
) -> None:
    """Show the figures of a year, or save them."""
    chosen = _year(year)
    for path in filter(None, (pdf, table)):
        refuse_existing(path)
    with desk_of(context) as desk:
        practice = desk.settings.all().get(PRACTICE_NAME)
        found = desk.after.overview.year(chosen or desk.time.now().year)
    if pdf is not None:
        _save_pdf(context, pdf, overview_page(found, practice))
    if table is not None:
        _save(table, overview_csv(found).encode(_WITH_BOM))
    if pdf is None and table is None:
        click.echo("\n".join(columns(figures(found))))


@click.command("hand-over", cls=Command, help=_("Alles voor de wissel van dienst op één blad."))
@_pdf_option()
@click.option("--text", "_text", is_flag=True, help=_("Toon het als tekst; dat is gewoon."))
@data_options
@click.pass_context
def hand_over(context: click.Context, /, pdf: Path | None, **_options: object) -> None:
    """Show the page for the change of shift, or save it."""
    if pdf is not None:
        refuse_existing(pdf)
    with desk_of(context) as desk:
        sheet = desk.after.overview.hand_over_sheet()
    if pdf is None:
        click.echo(sheet_text(sheet), nl=False)
    else:
        _save_pdf(context, pdf, sheet_page(sheet))


def _known_kind(_context: click.Context, _parameter: click.Parameter, kind: str) -> Kind:
    try:
        return Kind(kind)
    except ValueError as error:
        raise click.BadParameter(
            _("kies een brief uit: {kinds}.").format(kinds=", ".join(Kind))
        ) from error


@click.command("letter", cls=Command, help=_("Schrijf een brief over een klacht."))
@click.argument("complaint", metavar=_("KLACHT"))
@click.argument("kind", callback=_known_kind, metavar=_("BRIEF"))
@_pdf_option()
@click.option(
    "--text",
    type=_FILE,
    metavar=_("BESTAND"),
    help=_("Bewaar de brief als gewone tekst in dit nieuwe bestand."),
)
@data_options
@click.pass_context
def letter(
    context: click.Context,
    /,
    complaint: str,
    kind: Kind,
    pdf: Path | None,
    text: Path | None,
    **_options: object,
) -> None:
    """Write a letter to a file, or show it; a letter that was saved is remembered."""
    for path in filter(None, (pdf, text)):
        refuse_existing(path)
    with desk_of(context) as desk:
        by = By(desk.staff.at_the_desk())
        found = desk.after.letters.letter(complaint, kind, by)
        if pdf is not None:
            _save_pdf(context, pdf, letter_page(found))
        if text is not None:
            _save(text, letter_text(found).encode())
        if pdf is None and text is None:
            click.echo(letter_text(found), nl=False)
        else:
            desk.after.letters.note_made(complaint, kind, by)


@click.command("feedback-card", cls=Command, help=_("Maak kaartjes met een QR-code voor feedback."))
@click.argument("address", metavar=_("ADRES"))
@_pdf_option(required=True)
@data_options
@click.pass_context
def feedback_card(context: click.Context, /, address: str, pdf: Path, **_options: object) -> None:
    """Save cards on which people find the page where they tell how it was."""
    refuse_existing(pdf)
    with desk_of(context) as desk:
        practice = desk.settings.all().get(PRACTICE_NAME)
    _save_pdf(context, pdf, card_page(address, practice))


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and _FIRST_YEAR <= int(text) <= _LAST_YEAR):
        raise click.BadParameter(_("schrijf het jaar als 2026."))
    return int(text)


def _save_pdf(context: click.Context, path: Path, page: Page) -> None:
    pdf_of: PdfOf | None = context.obj
    if pdf_of is None:
        raise _no_pdf()
    try:
        content = pdf_of(page)
    except ImportError as error:
        if "PySide6" not in (error.path or "") and ".so" not in str(error):
            raise  # ours
        raise _no_pdf() from error
    _save(path, content)


def _no_pdf() -> KnownError:
    return KnownError(
        _("Balie kan hier geen PDF maken: er ontbreekt een onderdeel."),
        _("Er is niets bewaard. Kies een andere vorm, of maak de PDF op een andere computer."),
    )


def _save(path: Path, content: bytes) -> None:
    save_new(path, content)
    click.echo(_("Bewaard in {name}.").format(name=path.name))
