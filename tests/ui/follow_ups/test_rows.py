"""What is still to be done as lines of a list."""

import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reception_assistant.follow_ups.follow_up import Kind
from reception_assistant.follow_ups.listed import Listed, Numbers, Row
from tests.ui.call.dressing import dressed
from ui.follow_ups.list_view import FollowUpView
from ui.follow_ups.rows import FollowUpRows


def row(number: int, **told: object) -> Row:
    """Return a row."""
    made = Row(
        id=str(number),
        who=f"mevrouw Ten Brink {number}",
        what="offerte kroon nasturen",
        when="gisteren voor 17:00",
        owner="Sanne",
        owner_id="s",
        kind=Kind.CALLBACK,
    )
    return made._replace(**told)  # type: ignore[arg-type]  # fields of a row


def listed(late: int, later: int) -> Listed:
    """Return a list of so many."""
    return Listed(
        late=tuple(row(each) for each in range(late)),
        later=tuple(row(each, when="voor 16:00") for each in range(late, late + later)),
        numbers=Numbers(late=late, later=later),
    )


def says(rows: FollowUpRows) -> list[str]:
    """Return what all lines say."""
    return [rows.index(place, 0).data() for place in range(rows.rowCount())]


def test_each_group_stands_below_its_words_and_says_all_of_it() -> None:
    rows = FollowUpRows()
    rows.set_listed(
        Listed(
            late=(row(1, tries=2, handed_over_often=True),),
            waiting=(row(2, waits_for="de verzekeraar", not_aloud=True),),
            numbers=Numbers(late=1, waiting=1),
        )
    )
    assert says(rows) == [
        "Te laat",
        "mevrouw Ten Brink 1 · offerte kroon nasturen · 2 keer geprobeerd · vaker overgedragen"
        " · gisteren voor 17:00 · Sanne",
        "Wacht op een ander",
        "mevrouw Ten Brink 2 · offerte kroon nasturen · wacht op de verzekeraar · naam niet hardop"
        " · gisteren voor 17:00 · Sanne",
    ]
    heard = rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("Te laat: mevrouw Ten Brink 1")


def test_a_group_of_which_not_all_is_shown_says_so() -> None:
    rows = FollowUpRows()
    rows.set_listed(Listed(late=(row(1),), numbers=Numbers(late=1_200)))
    assert says(rows)[0] == "Te laat: de eerste 1 van 1200"


def test_headings_cannot_be_chosen() -> None:
    rows = FollowUpRows()
    rows.set_listed(listed(1, 1))
    can = [bool(rows.index(at, 0).flags() & Qt.ItemFlag.ItemIsSelectable) for at in range(4)]
    assert can == [False, True, False, True]
    assert (rows.row_near(0), rows.row_near(2), rows.row_near(2, -1), rows.row_near(9)) == (
        1,
        3,
        1,
        3,
    )


def test_the_list_behaves_as_qt_expects(qtmodeltester: ModelTester) -> None:
    rows = FollowUpRows()
    for each in (listed(2, 3), listed(1, 3), Listed()):
        rows.set_listed(each)
        qtmodeltester.check(rows)  # type: ignore[no-untyped-call]  # of pytest-qt


def test_rows_that_only_change_keep_their_place(qtbot: QtBot) -> None:
    rows = FollowUpRows()
    rows.set_listed(listed(2, 0))
    changed = Listed(late=(row(0), row(1, tries=1)), numbers=Numbers(late=2))
    with qtbot.assertNotEmitted(rows.modelReset), qtbot.waitSignal(rows.dataChanged) as told:
        rows.set_listed(changed)
    assert told.args[0].row() == 2


def test_twenty_thousand_rows_are_painted_at_once(qapp: QApplication, qtbot: QtBot) -> None:
    many = listed(10_000, 10_000)
    with dressed(qapp) as appearance:
        rows = FollowUpRows()
        view = FollowUpView(rows, appearance.look)
        qtbot.addWidget(view)
        view.resize(660, 560)
        with qtbot.waitExposed(view):
            view.show()
        best = 9.0
        for _each in range(3):
            rows.set_listed(Listed())
            began = time.perf_counter()
            rows.set_listed(many)
            view.grab()
            best = min(best, time.perf_counter() - began)
        assert best < 0.25, "50 ms alone on this machine; it is shared with other tests"
        view.choose("19999")
        last = view.visualRect(rows.index(rows.rowCount() - 1, 0))
        assert view.viewport().rect().contains(last.center())
