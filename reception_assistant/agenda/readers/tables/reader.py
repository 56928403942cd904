"""Reading a table: every appointment in it, and what was not understood."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from reception_assistant.agenda.incoming import Progress, Reading, let_go
from reception_assistant.agenda.profile import DayOrder
from reception_assistant.agenda.readers.day_orders import DayOrders
from reception_assistant.agenda.readers.remarks import Remarks
from reception_assistant.agenda.readers.tables.columns import Columns
from reception_assistant.agenda.readers.tables.opening import OpenTable
from reception_assistant.agenda.readers.tables.rows import Rows
from reception_assistant.agenda.readers.tables.vocabulary import Vocabulary
from reception_assistant.i18n import _


class TableReader:
    """Reads tables for one practice: its words, its zone, and the day that it is."""

    def __init__(self, vocabulary: Vocabulary, today: date, zone: ZoneInfo) -> None:
        self._vocabulary, self._today, self._zone = vocabulary, today, zone

    def read(
        self, table: OpenTable, columns: Columns, remarks: Remarks, progress: Progress
    ) -> Reading:
        """Return every appointment in `table`, and what was not understood of it.

        Where no order of day and month was chosen it is that of the Netherlands, unless the dates
        can only be read the other way round. `table` is empty after this. `progress` may raise
        `Cancelled`.
        """
        order = columns.day_order
        told = remarks.copy()
        with _no_collection():
            rows = self._rows(table, columns, remarks, order)
            reading = rows.read(progress)
            found = rows.orders
            if not order and found.order is DayOrder.MONTH_FIRST:
                told.say(
                    _("De datums staan met de maand eerst, zo zijn ze gelezen: 11/24 is 24-11.")
                )
                rows = self._rows(table, columns, told, DayOrder.MONTH_FIRST)
                reading = rows.read(progress)
            elif doubt := _chosen_doubt(found, order) if order else _doubt(found, columns):
                reading = replace(reading, remarks=(doubt, *reading.remarks))
            let_go(table.text.lines)
        return replace(reading, whole=table.whole)

    def _rows(self, table: OpenTable, columns: Columns, remarks: Remarks, order: DayOrder) -> Rows:
        return Rows(
            table,
            columns,
            self._vocabulary,
            remarks,
            today=self._today,
            zone=self._zone,
            order=order,
        )


def _doubt(found: DayOrders, columns: Columns) -> str:
    """Return what is not certain about the dates; in our own form the day always comes first."""
    if found.contradicts:
        return _(
            "In sommige datums staat de dag eerst, in andere de maand. Balie leest eerst de dag; "
            "kijk de datums na."
        )
    if found.leaves_open and not columns.own:
        return _(
            "Aan de datums is niet te zien wat de dag is en wat de maand. Balie leest eerst de "
            "dag: 3-11 is 3 november."
        )
    return ""


def _chosen_doubt(found: DayOrders, order: DayOrder) -> str:
    """Return what to say when the dates can only be read another way than somebody chose."""
    if not found.contradicts and found.order in (DayOrder.UNKNOWN, order):
        return ""
    if order is DayOrder.MONTH_FIRST:
        return _(
            "Gekozen is: eerst de maand. Maar in dit bestand staat in datums de dag eerst; "
            "kijk de datums na."
        )
    return _(
        "Gekozen is: eerst de dag. Maar in dit bestand staat in datums de maand eerst; "
        "kijk de datums na."
    )


@contextmanager
def _no_collection() -> Iterator[None]:
    # The rows hold no cycles; looking for some while they come in doubles the time.
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
