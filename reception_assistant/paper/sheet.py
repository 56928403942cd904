"""The page for the change of shift: what is open, who comes, and what is said otherwise now."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reception_assistant.i18n import _, ngettext
from reception_assistant.paper import html
from reception_assistant.paper.html import Page

_WIDTHS = (22, 24, 36, 18)
_ARRIVAL_WIDTHS = (10, 30, 60)


class Line(NamedTuple):
    """One thing that is open: before when, for whom, what, who sees to it, and what to know."""

    when: str
    who: str
    what: str
    owner: str
    know: str = ""


class Part(NamedTuple):
    """Some lines, and how many more there are."""

    lines: tuple[Line, ...] = ()
    more: int = 0

    @property
    def number(self) -> int:
        """How many there are in all."""
        return len(self.lines) + self.more


class Arrival(NamedTuple):
    """Somebody who comes, and what to know before."""

    time: str
    who: str
    know: str


class Arrivals(NamedTuple):
    """Those of one day for whom there is something to know."""

    day: str
    people: tuple[Arrival, ...] = ()
    more: int = 0


class Sheet(NamedTuple):
    """All that a colleague needs who takes over now; `made` says when it was made."""

    practice: str
    made: str
    late: Part = Part()
    today: Part = Part()
    waiting: Part = Part()
    later: int = 0
    complaints: Part = Part()
    arrivals: tuple[Arrivals, ...] = ()
    scripts: tuple[str, ...] = ()


def sheet_page(sheet: Sheet) -> Page:
    """Return the page."""
    return Page(_("Overdracht"), "".join(_pieces(sheet)), _care(), one_sheet=True)


def sheet_text(sheet: Sheet) -> str:
    """Return the same as plain text, for a terminal."""
    lines = [" · ".join(filter(None, (_("Overdracht"), sheet.practice, sheet.made)))]
    for title, part in _parts(sheet):
        lines += ["", f"{title} ({part.number})"]
        lines += [f"  {_as_text(each)}" for each in part.lines] or [f"  {_nothing()}"]
        lines += [f"  {_more(part.more)}"] if part.more else []
    for day in sheet.arrivals:
        lines += ["", _coming(day)]
        lines += [f"  {each.time}  {each.who}: {each.know}" for each in day.people]
        lines += [f"  {_more(day.more)}"] if day.more else []
    if sheet.scripts:
        lines += ["", _("Anders sinds gisteren"), *(f"  {each}" for each in sheet.scripts)]
    return "\n".join((*lines, "", _later(sheet.later), ""))


def _pieces(sheet: Sheet) -> Iterator[str]:
    yield html.heading(_("Overdracht"))
    yield html.paragraph(" · ".join(filter(None, (sheet.practice, sheet.made))), "soft")
    heads = (_("Wanneer"), _("Voor wie"), _("Wat"), _("Wie doet het"))
    for title, part in _parts(sheet):
        yield html.part(title, part.number)
        if part.lines:
            yield html.table(heads, map(_cells, part.lines), _WIDTHS)
        else:
            yield html.paragraph(_nothing(), "soft")
        if part.more:
            yield html.paragraph(_more(part.more), "soft")
    yield html.paragraph(_later(sheet.later), "soft")
    for day in sheet.arrivals:
        yield html.part(_coming(day))
        yield html.table((_("Tijd"), _("Wie"), _("Goed om te weten")), day.people, _ARRIVAL_WIDTHS)
        if day.more:
            yield html.paragraph(_more(day.more), "soft")
    if sheet.scripts:
        yield html.part(_("Anders sinds gisteren"))
        yield html.bullets(sheet.scripts)


def _parts(sheet: Sheet) -> Sequence[tuple[str, Part]]:
    """Return the parts about promises and complaints; a part that is always looked for stays."""
    always = ((_("Te laat"), sheet.late), (_("Vandaag"), sheet.today))
    rest = (
        (_("Wacht op een ander"), sheet.waiting),
        (_("Klachten die snel antwoord vragen"), sheet.complaints),
    )
    return (*always, *(each for each in rest if each[1].number))


def _cells(line: Line) -> tuple[str, str, str, str]:
    what = f"{line.what}\n{line.know}" if line.know else line.what
    return line.when, line.who, what, line.owner


def _as_text(line: Line) -> str:
    told = " · ".join(filter(None, (line.when, line.who, line.what, line.owner)))
    return f"{told} ({line.know})" if line.know else told


def _coming(day: Arrivals) -> str:
    return _("Wie er komt, {day}").format(day=day.day)


def _nothing() -> str:
    return _("Niets. Mooi zo.")


def _more(number: int) -> str:
    return ngettext(
        "En nog {number}. Die staat in Balie.", "En nog {number}. Die staan in Balie.", number
    ).format(number=number)


def _later(number: int) -> str:
    if not number:
        return _("Na vandaag staat er niets open.")
    return ngettext(
        "Na vandaag staat er nog {number} belofte open.",
        "Na vandaag staan er nog {number} beloften open.",
        number,
    ).format(number=number)


def _care() -> str:
    return _("Hier staan namen op. Na gebruik in de papierversnipperaar.")
