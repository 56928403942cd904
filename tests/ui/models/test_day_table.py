"""The day as a table."""

from datetime import datetime

from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reception_assistant.agenda.day import Person, Visit
from reception_assistant.agenda.visit import Status
from reception_assistant.naming.person import PersonName, Salutation
from ui.models.day_table import COL_STATUS, ROW_ROLE, DayTable, heading


def visit(time: str, surname: str, **told: object) -> Visit:
    """Return a visit of somebody."""
    name = PersonName(given_name="Anna", surname=surname, salutation=Salutation.MEVROUW)
    made = Visit(
        id=f"visit {time}",
        start=datetime.fromisoformat(f"2026-11-24T{time}"),
        person=Person(id=surname, name=name),
        treatment="controle",
        practitioner="Bakker",
    )
    return made._replace(**told)  # type: ignore[arg-type]  # fields of a visit


def shown(table: DayTable) -> list[list[str]]:
    """Return the texts of all cells."""
    return [
        [table.index(row, column).data() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_a_row_says_when_who_why_with_whom_and_how_it_stands() -> None:
    table = DayTable()
    table.set_visits([visit("09:10", "Groot"), visit("09:20", "Klein", status=Status.ARRIVED)])
    assert shown(table) == [
        ["09:10", "mevrouw Groot", "controle", "Bakker", "verwacht"],
        ["09:20", "mevrouw Klein", "controle", "Bakker", "wachtkamer"],
    ]
    assert [heading(column) for column in range(5)] == [
        "Tijd",
        "Naam",
        "Komt voor",
        "Bij",
        "Status",
    ]


def test_a_child_has_its_age_and_a_nameless_row_says_so() -> None:
    table = DayTable()
    child = visit("09:10", "Groot")
    born = child.person._replace(birth_date=datetime(2017, 1, 2).date())  # noqa: DTZ001
    nobody = visit("09:20", "")
    nameless = nobody.person._replace(name=PersonName())
    table.set_visits([child._replace(person=born), nobody._replace(person=nameless)])
    assert [row[1] for row in shown(table)] == ["Anna (9)", "(geen naam)"]


def test_a_screen_reader_hears_the_whole_row() -> None:
    table = DayTable()
    table.set_visits([visit("09:10", "Groot")])
    heard = table.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "09:10 · mevrouw Groot · controle · Bakker · verwacht"


def test_the_row_behind_a_cell_can_be_asked_for() -> None:
    table = DayTable()
    table.set_visits([visit("09:10", "Groot")])
    assert table.index(0, COL_STATUS).data(ROW_ROLE).visit.person.id == "Groot"
    assert table.row_of("visit 09:10") == 0
    assert table.row_of("visit 23:00") == -1


def test_the_table_behaves_as_qt_expects(qtmodeltester: ModelTester) -> None:
    table = DayTable()
    table.set_visits([visit("09:10", "Groot"), visit("09:20", "Klein")])
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]  # of pytest-qt
    table.set_visits([visit("09:20", "Klein")])
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]  # of pytest-qt
    table.set_visits([])
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]  # of pytest-qt


def test_when_rows_only_change_the_selection_stays(qtbot: QtBot) -> None:
    table = DayTable()
    table.set_visits([visit("09:10", "Groot"), visit("09:20", "Klein")])
    selection = QItemSelectionModel(table)
    selection.setCurrentIndex(table.index(1, 0), QItemSelectionModel.SelectionFlag.Select)
    arrived = visit("09:20", "Klein", status=Status.ARRIVED)
    with (
        qtbot.assertNotEmitted(table.modelReset),
        qtbot.waitSignal(table.dataChanged) as changed,
    ):
        table.set_visits([visit("09:10", "Groot"), arrived])
    assert [changed.args[0].row(), changed.args[1].row()] == [1, 1]
    assert selection.currentIndex().row() == 1
    assert shown(table)[1][-1] == "wachtkamer"


def test_nothing_is_painted_again_when_nothing_changed(qtbot: QtBot) -> None:
    table = DayTable()
    rows = [visit("09:10", "Groot"), visit("09:20", "Klein")]
    table.set_visits(rows)
    with qtbot.assertNotEmitted(table.dataChanged), qtbot.assertNotEmitted(table.modelReset):
        table.set_visits(list(rows))


def test_another_order_is_another_table(qtbot: QtBot) -> None:
    table = DayTable()
    table.set_visits([visit("09:10", "Groot"), visit("09:20", "Klein")])
    with qtbot.waitSignal(table.modelReset):
        table.set_visits([visit("09:20", "Klein"), visit("09:10", "Groot")])
