"""Forms: fields with their names above them, in the columns that fit."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.widgets.form import FieldGrid


def test_a_form_of_wide_fields_alone_stands_under_each_other(qtbot: QtBot) -> None:
    grid = FieldGrid()
    qtbot.addWidget(grid)
    fields = [QLineEdit(), QLineEdit()]
    for field in fields:
        grid.add("Naam", field, wide=True)
    grid.resize(900, 200)
    with qtbot.waitExposed(grid):
        grid.show()
    first, second = (field.mapTo(grid, field.rect().topLeft()) for field in fields)
    assert first.x() == second.x()
    assert second.y() > first.y()
