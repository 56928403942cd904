"""Which column of a file is what: the file's own columns, each with what it can mean."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from reception_assistant.agenda.profile import DayOrder, TableChoices
from reception_assistant.desk.assistant import FileColumn
from reception_assistant.i18n import N_, _
from ui.sources.meanings import by_file_column, by_our_column, meanings
from ui.theme.marks import ink, wrong
from ui.widgets.blocks import GAP, label
from ui.widgets.form import ChoiceField, choice_field

_ORDERS = (
    (DayOrder.UNKNOWN, N_("Balie kijkt of dag of maand eerst staat")),
    (DayOrder.DAY_FIRST, N_("In datums staat de dag eerst: 3-11")),
    (DayOrder.MONTH_FIRST, N_("In datums staat de maand eerst: 11/3")),
)
_LONGEST_EXAMPLE = 40


class TableChoicesForm(QWidget):
    """Asks what each column of a table is.

    Signals:
        chosen: something was chosen.
        table_chosen: another sheet or table is wanted.
            arg: its name.
    """

    chosen = Signal()
    table_chosen = Signal(str)

    def __init__(
        self,
        columns: Sequence[FileColumn],
        tables: Sequence[str],
        choices: TableChoices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        self._fields: dict[str, QComboBox] = {}
        self.table = self._table_field(tables)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        if len(tables) > 1:
            layout.addWidget(label("muted", _("Het blad of de tabel met de agenda")))
            layout.addWidget(self.table)
        layout.addLayout(self._grid(columns))
        self._doubles = ink(
            label("body", _("Twee kolommen zijn hetzelfde. Balie leest de bovenste.")), "stop"
        )
        self._doubles.hide()
        layout.addWidget(self._doubles)
        self.order = choice_field(
            [(order, _(words)) for order, words in _ORDERS], choices.day_order
        )
        self.order.setAccessibleName(_("Dag of maand eerst"))
        self.order.currentIndexChanged.connect(self._on_chosen)
        self.split = QCheckBox(_("Het tussenvoegsel staat bij de achternaam (de Vries)"))
        self.split.setChecked(choices.prefix_in_surname)
        self.split.toggled.connect(self._on_chosen)
        layout.addWidget(self.order)
        layout.addWidget(self.split)

    def choices(self) -> TableChoices:
        """Return what is chosen now."""
        found = {name: str(field.currentData()) for name, field in self._fields.items()}
        return replace(
            self._choices,
            columns=by_our_column(found),
            day_order=DayOrder(self.order.currentData()),
            prefix_in_surname=self.split.isChecked(),
        )

    def field(self, name: str) -> QComboBox:
        """Return the field in which the meaning of a column is chosen."""
        return self._fields[name]

    def focus_first(self) -> None:
        """Put the cursor in the first field."""
        next(iter(self._fields.values()), self.order).setFocus()

    def _table_field(self, tables: Sequence[str]) -> QComboBox:
        field = ChoiceField()
        field.addItems(list(tables))
        if self._choices.table in tables:
            field.setCurrentIndex(list(tables).index(self._choices.table))
        field.setAccessibleName(_("Het blad of de tabel met de agenda"))
        field.textActivated.connect(self.table_chosen)
        return field

    def _grid(self, columns: Sequence[FileColumn]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP * 2)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        means = by_file_column(self._choices.columns, [column.name for column in columns])
        for row, column in enumerate(columns):
            field = ChoiceField()
            for value, words in meanings():
                field.addItem(words, value)
            field.setCurrentIndex(field.findData(means[column.name]))
            field.setAccessibleName(_("Wat is de kolom {name}?").format(name=column.name))
            field.currentIndexChanged.connect(self._on_chosen)
            self._fields[column.name] = field
            grid.addWidget(_named(column), row, 0)
            grid.addWidget(field, row, 1)
        return grid

    def _show_doubles(self) -> None:
        """Say it when two columns mean the same; the arrow keys pass over every meaning."""
        seen: dict[str, str] = {}
        for name, field in self._fields.items():
            parts = [part for part in str(field.currentData()).split("+") if part]
            double = any(part in seen for part in parts)
            wrong(field, is_wrong=double)
            seen |= dict.fromkeys(parts, name)
        doubles = any(field.property("wrong") == "true" for field in self._fields.values())
        self._doubles.setVisible(doubles)

    @Slot()
    def _on_chosen(self) -> None:
        self._show_doubles()
        self.chosen.emit()


def _named(column: FileColumn) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(label("strong", column.name))
    example: QLabel = label("muted", _example(column.example))
    layout.addWidget(example)
    return holder


def _example(text: str) -> str:
    if not text:
        return _("leeg")
    return text if len(text) <= _LONGEST_EXAMPLE else text[: _LONGEST_EXAMPLE - 1] + "…"
