"""One source: what was read of it and when, what was not understood, and what to do with it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reception_assistant.desk.source_choice import OWN_CSV
from reception_assistant.desk.sources import SourceView
from reception_assistant.i18n import _, ngettext
from reception_assistant.naming.spoken_time import date_words
from ui.sources.problems import shortened
from ui.theme.marks import card
from ui.widgets.blocks import EDGE, GAP, box_of, label, plain_button
from ui.widgets.flow import flow

_MOST_PROBLEMS = 8

LocalTime = Callable[[str], datetime]
"""Turns a moment in UTC (ISO) into the wall time of the practice."""


class SourceCard(QFrame):
    """Shows one source.

    Signals:
        change_requested: its files are to be read otherwise.
        watch_requested: a file of it is to be followed from now on.
        unwatch_requested: it is no longer to be followed.
        remove_requested: it must go, with its appointments.
            arg of all: the source (SourceView).
    """

    change_requested = Signal(object)  # SourceView
    watch_requested = Signal(object)
    unwatch_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, view: SourceView, local: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card(self)
        self.setObjectName(f"source.{view.source.id}")
        self._view = view
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(GAP)
        layout.addWidget(label("heading", shown_name(view)))
        for line in (_held(view), _read(view, local), _counted(view), _followed(view)):
            if line:
                layout.addWidget(label("body", line))
        if view.watch and view.watch.trouble:
            layout.addWidget(box_of("stop", label("body", view.watch.trouble)))
        trouble = view.watch.trouble if view.watch else ""
        if any(each.problem != trouble for each in view.problems):
            layout.addWidget(self._problems())
        layout.addWidget(self._buttons())

    def _problems(self) -> QFrame:
        lines = [
            f"{each.place}: {each.problem}" if each.place else each.problem
            for each in self._view.problems
        ]
        return box_of(
            "attention",
            label("strong", _("Wat u moet weten van de laatste keer")),
            label("body", "\n".join(shortened(lines, _MOST_PROBLEMS))),
        )

    def _buttons(self) -> QWidget:
        view = self._view
        follow = (
            plain_button(_("Niet meer volgen"), "plain", lambda: self.unwatch_requested.emit(view))
            if view.watch
            else plain_button(_("Bestand volgen"), "plain", lambda: self.watch_requested.emit(view))
        )
        return flow(
            GAP,
            plain_button(_("Anders lezen"), "plain", lambda: self.change_requested.emit(view)),
            follow,
            plain_button(_("Weghalen"), "stop", lambda: self.remove_requested.emit(view)),
        )


def shown_name(view: SourceView) -> str:
    """Return what a source is called on screen."""
    return _("Bestanden met bekende kolommen") if view.source.name == OWN_CSV else view.source.name


def _held(view: SourceView) -> str:
    number = view.holding.appointments
    return ngettext(
        "{number} afspraak in de agenda.", "{number} afspraken in de agenda.", number
    ).format(number=number)


def _read(view: SourceView, local: LocalTime) -> str:
    if not view.readings:
        return _("Nog niet gelezen.")
    moment = local(view.readings[0].at_utc)
    return _("Gelezen op {day} om {time}, uit {place}.").format(
        day=date_words(moment.date()), time=f"{moment:%H:%M}", place=view.readings[0].place
    )


def _counted(view: SourceView) -> str:
    if not view.readings:
        return ""
    last = view.readings[0]
    return _(
        "Toen: {new} nieuw, {changed} veranderd, {unchanged} hetzelfde, {withdrawn} verdwenen, "
        "{rejected} niet begrepen."
    ).format(
        new=last.new,
        changed=last.changed,
        unchanged=last.unchanged,
        withdrawn=last.withdrawn,
        rejected=last.rejected,
    )


def _followed(view: SourceView) -> str:
    if not view.watch:
        return ""
    if view.watch.every_minutes:
        return ngettext(
            "Balie haalt dit elke minuut op: {place}.",
            "Balie haalt dit elke {minutes} minuten op: {place}.",
            view.watch.every_minutes,
        ).format(minutes=view.watch.every_minutes, place=view.watch.place)
    return _("Balie volgt {place} en leest het vanzelf opnieuw.").format(place=view.watch.place)
