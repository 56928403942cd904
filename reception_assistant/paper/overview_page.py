"""The complaints of a year on paper, and as a table for a spreadsheet."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from reception_assistant.calls.cells import guarded
from reception_assistant.complaints.overview import (
    Change,
    Count,
    Overview,
    loops_words,
    worked_words,
)
from reception_assistant.i18n import _
from reception_assistant.naming.spoken_time import date_words
from reception_assistant.paper import html
from reception_assistant.paper.html import Page

_DELIMITER = ";"
_CHANGE_WIDTHS = (28, 40, 16, 16)


def overview_page(overview: Overview, practice: str) -> Page:
    """Return the figures of a year as a page; there is no name of anybody in it."""
    title = _("Klachten en complimenten in {year}").format(year=overview.year)
    return Page(title, "".join(_pieces(overview, title, practice)), _("Zonder namen van mensen"))


def overview_csv(overview: Overview) -> str:
    """Return all figures as CSV, which a spreadsheet shows and does not run."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=_DELIMITER, lineterminator="\r\n")
    for row in figures(overview):
        writer.writerow(map(guarded, row))
    return out.getvalue()


def figures(overview: Overview) -> list[tuple[str, str, str]]:
    """Return all figures below their heads: of what part, what, and how many."""
    rows = [(_("onderdeel"), _("wat"), _("aantal"))]
    rows += [(part, what, str(number)) for part, what, number in _figures(overview)]
    for each in overview.changes:
        what = _("{heard} -> {done} ({worked})").format(
            heard=each.heard, done=_done(each), worked=worked_words(each)
        )
        rows.append((_("gehoord en gedaan"), what, f"{each.since:%d-%m-%Y}"))
    return rows


def _pieces(overview: Overview, title: str, practice: str) -> Iterator[str]:
    yield html.heading(title)
    yield html.paragraph(" · ".join(filter(None, (practice, _counted_on(overview)))), "soft")
    terms = overview.terms
    yield html.tiles(
        (
            (str(overview.received), _("klachten binnen")),
            (str(overview.agreed), _("opgelost, zegt de klant zelf")),
            (terms.kept or "–", _("op tijd beantwoord")),
            (
                str(sum(each.number for each in overview.told)),
                _("complimenten en ideeën"),
            ),
        )
    )
    yield from _learned(overview)
    yield html.part(_("Op tijd"))
    yield html.bullets(_term_lines(overview))
    yield from _counts(_("Waarover het ging"), overview.themes)
    yield from _counts(_("Waardoor het kwam"), overview.causes)
    yield from _counts(_("Reden van het contact"), overview.reasons)
    yield from _counts(_("Hoe de klacht binnenkwam"), overview.channels)
    yield html.part(_("Beloften"))
    yield html.bullets(_promise_lines(overview))
    yield from _counts(_("Wat mensen ons nog meer vertelden"), overview.told)
    yield from _counts(_("Per maand"), _begun(overview))


def _begun(overview: Overview) -> tuple[Count, ...]:
    """Return the months that have begun."""
    return overview.months if overview.is_whole else overview.months[: overview.until.month]


def _counted_on(overview: Overview) -> str:
    day = date_words(overview.until, year=True)
    if overview.is_whole:
        return _("geteld op {day}").format(day=day)
    return _("tot en met {day}").format(day=day)


def _learned(overview: Overview) -> Iterator[str]:
    yield html.part(_("Gehoord en gedaan"))
    if not overview.changes:
        yield html.paragraph(_("Er is dit jaar nog geen verbetering opgeschreven."))
        return
    heads = (_("Gehoord"), _("Gedaan"), _("Sinds"), _("Hielp het?"))
    rows = (
        (each.heard, _done(each), f"{each.since:%d-%m-%Y}", worked_words(each))
        for each in overview.changes
    )
    yield html.table(heads, rows, _CHANGE_WIDTHS)


def _done(change: Change) -> str:
    """Return what was done, and which script or rule changed by it."""
    if not change.changed:
        return change.done
    return _("{what} (aangepast: {changed})").format(what=change.done, changed=change.changed)


def _counts(title: str, counts: Sequence[Count]) -> Iterator[str]:
    """Give a table of counts with bars, so that their size is seen at once."""
    if not any(each.number for each in counts):
        return
    most = max(each.number for each in counts)
    yield html.part(title)
    yield html.bars(counts, most)


def _term_lines(overview: Overview) -> Iterator[str]:
    terms = overview.terms
    yield _("Op tijd beantwoord: {number}.").format(number=terms.in_time)
    yield _("Te laat beantwoord: {number}.").format(number=terms.too_late)
    yield _("Wacht nog op antwoord: {number}. Daarvan te laat: {late}.").format(
        number=terms.waiting + terms.overdue, late=terms.overdue
    )
    yield _("Kreeg meer tijd: {number}.").format(number=terms.extended)
    if terms.nobody:
        yield _("Zonder afzender, dus zonder antwoord: {number}.").format(number=terms.nobody)
    solved = loops_words(overview)
    if solved:
        yield solved


def _promise_lines(overview: Overview) -> Iterator[str]:
    made = overview.promises
    yield _("Op tijd gedaan: {number}.").format(number=made.in_time)
    yield _("Later gedaan dan beloofd: {number}.").format(number=made.later)
    yield _("Staat nog open: {number}. Daarvan te laat: {late}.").format(
        number=made.open, late=made.overdue
    )
    yield _("Bleek niet nodig: {number}.").format(number=made.not_needed)
    if made.asked:
        yield _("Gevraagd of het hielp: {asked}. Zei ja: {helped}.").format(
            asked=made.asked, helped=made.helped
        )


def _figures(overview: Overview) -> Iterator[tuple[str, str, int]]:
    """Give each figure with its part and what it counts."""
    terms, made, complaints = overview.terms, overview.promises, _("klachten")
    yield complaints, _("binnengekomen"), overview.received
    yield complaints, _("gesloten"), overview.closed
    yield complaints, _("opgelost volgens de klant"), overview.agreed
    yield complaints, _("eerste oplossing nog niet goed"), overview.loops.complaints
    yield complaints, _("keer opnieuw gezocht"), overview.loops.times
    for what, number in (
        (_("op tijd beantwoord"), terms.in_time),
        (_("te laat beantwoord"), terms.too_late),
        (_("wacht binnen de termijn"), terms.waiting),
        (_("wacht al te lang"), terms.overdue),
        (_("niemand om te antwoorden"), terms.nobody),
        (_("termijn verlengd"), terms.extended),
    ):
        yield _("termijn"), what, number
    for part, counts in (
        (_("vorm"), overview.forms),
        (_("thema"), overview.themes),
        (_("oorzaak"), overview.causes),
        (_("reden"), overview.reasons),
        (_("waar"), overview.channels),
        (_("maand"), overview.months),
        (_("ook gehoord"), overview.told),
    ):
        yield from ((part, each.label, each.number) for each in counts)
    for what, number in (
        (_("op tijd gedaan"), made.in_time),
        (_("later gedaan"), made.later),
        (_("staat open"), made.open),
        (_("staat open en is te laat"), made.overdue),
        (_("bleek niet nodig"), made.not_needed),
        (_("gevraagd of het hielp"), made.asked),
        (_("voelde zich geholpen"), made.helped),
    ):
        yield _("beloften"), what, number
