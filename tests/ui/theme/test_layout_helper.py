"""The layout helper catches what a strict user would see, and leaves good layouts in peace."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.helpers.layout import assert_tidy, findings
from ui.theme import marks
from ui.theme.icons import Icons
from ui.theme.look import Appearance

LONG = "mevrouw Van der Heijden-Bartholomeus uit Nieuwegein"
Show = Callable[[QWidget], QWidget]


@pytest.fixture(params=[100, 150])
def show(request: pytest.FixtureRequest, qtbot: QtBot, appearance: Appearance) -> Show:
    """Show a widget at both text sizes."""
    appearance.set_scale(request.param)

    def shown(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return shown


def boxed(*widgets: QWidget, wide: int = 0) -> QWidget:
    """Return a window with these widgets below each other."""
    window = QWidget()
    column = QVBoxLayout(window)
    for widget in widgets:
        column.addWidget(widget)
    if wide:
        window.setFixedWidth(wide)
    return window


def placed(widget: QWidget, width: int, height: int) -> QWidget:
    """Return a large window with `widget` at a fixed size in it."""
    window = QWidget()
    window.resize(1200, 400)
    widget.setParent(window)
    widget.setGeometry(20, 20, width, height)
    return window


def wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label


def table(text: str = LONG) -> QTableWidget:
    cells = QTableWidget(2, 2)
    cells.verticalHeader().hide()
    cells.setHorizontalHeaderLabels(["Tijd", "Naam"])
    cells.setItem(0, 1, QTableWidgetItem(text))
    cells.resizeColumnsToContents()
    cells.resizeRowsToContents()
    return cells


def test_good_layouts_pass(show: Show, appearance: Appearance) -> None:
    button = QPushButton(Icons(appearance).icon("phone"), "Gesprek starten   F5")
    combo, spin = QComboBox(), QSpinBox()
    combo.addItem("mondhygiënist")
    notes = QPlainTextEdit("regel\n" * 60)
    search = QLineEdit(clearButtonEnabled=True)
    search.setPlaceholderText("Zoek")
    tabs = QTabWidget()
    tabs.addTab(QLabel("inhoud"), "Stappen")
    box = marks.tone(wrapped(f"<b>{LONG}</b> {LONG}"), "calm")
    names = QListWidget()
    names.addItems([LONG, "Łukasz Żak"])
    everything = (QLabel(LONG), wrapped(LONG * 4), box, button, combo, spin, notes, search, tabs)
    window = boxed(*everything, names, table())
    window.resize(1400, 1800)
    assert_tidy(show(window))


def test_what_can_be_scrolled_to_counts_as_visible(show: Show) -> None:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(boxed(*(QLabel(LONG) for _ in range(60))))
    area.setFixedHeight(200)
    assert_tidy(show(boxed(area, QLabel("eronder"))))


def test_content_behind_a_switched_off_scroll_bar_does_not(show: Show) -> None:
    area = QScrollArea()
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(boxed(*(QLabel("regel") for _ in range(60))))
    assert "cannot be scrolled to" in findings(show(placed(area, 300, 100)))[0]


@pytest.mark.parametrize(
    ("make", "width", "height"),
    [
        (lambda: QLabel(LONG), 120, 40),
        (lambda: QLabel(f"<b>{LONG}</b>"), 120, 40),
        (lambda: QLabel(LONG), 1000, 8),
        (lambda: wrapped(LONG * 3), 200, 30),
        (lambda: wrapped("Behandelovereenkomstgegevens"), 60, 200),
        (lambda: wrapped(f"<i>{LONG * 3}</i>"), 200, 30),
        (lambda: marks.role(QLabel("Goedemorgen mevrouw"), "greeting"), 150, 50),
        (lambda: QPushButton("Niet verschenen"), 60, 60),
        (lambda: QPushButton("Niet verschenen"), 400, 12),
        (lambda: QLineEdit(LONG), 120, 60),
        (lambda: QLineEdit(placeholderText=LONG), 120, 60),
        (lambda: QLineEdit("a"), 120, 20),
        (lambda: QPlainTextEdit(placeholderText=LONG * 3), 160, 60),
    ],
)
def test_cut_off(show: Show, make: Callable[[], QWidget], width: int, height: int) -> None:
    (found,) = findings(show(placed(make(), width, height)))
    assert found.startswith("text cut off")


def test_cut_off_beside_an_icon(show: Show, appearance: Appearance) -> None:
    icon = Icons(appearance).icon("phone")
    bare = QPushButton("Bellen")
    window = show(placed(bare, 400, 60))
    bare.resize(bare.sizeHint())
    assert_tidy(window)
    bare.setIcon(icon)
    assert findings(window)


def test_cut_off_beside_the_icon_of_a_field(show: Show, appearance: Appearance) -> None:
    field = QLineEdit(placeholderText="Zoek patiënt, script of vakterm")
    window = show(placed(field, 900, 60))
    field.resize(field.fontMetrics().horizontalAdvance(field.placeholderText()) + 45, 60)
    assert_tidy(window)
    field.addAction(Icons(appearance).icon("search"), QLineEdit.ActionPosition.LeadingPosition)
    assert findings(window)
    field.resize(field.width() + 60, 60)
    assert_tidy(window)


def test_cut_off_in_a_combo_box_and_a_tab(show: Show) -> None:
    combo = QComboBox()
    combo.addItem(LONG)
    assert "QComboBox" in findings(show(placed(combo, 150, 60)))[0]
    tabs = QTabWidget()
    tabs.addTab(QLabel(), LONG)
    tabs.tabBar().setElideMode(Qt.TextElideMode.ElideRight)
    tabs.setUsesScrollButtons(False)
    assert "tab" in findings(show(placed(tabs, 150, 200)))[0]


def test_cells_and_headings_cut_off(show: Show) -> None:
    cells = table()
    window = show(placed(cells, 900, 300))
    assert_tidy(window)
    cells.setColumnWidth(1, 60)
    cells.setColumnWidth(0, 12)
    found = findings(window)
    assert any(line.startswith("cell cut off") for line in found)
    assert any('heading "Tijd"' in line for line in found)
    cells.resizeColumnsToContents()
    cells.verticalHeader().setMinimumSectionSize(4)
    cells.setRowHeight(0, 8)
    assert any(line.startswith("cell cut off") for line in findings(window))


def test_a_delegate_may_tell_what_it_needs(show: Show) -> None:
    class Large(QStyledItemDelegate):
        def needed_size(
            self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
        ) -> QSize:
            return QSize(option.rect.width(), 90)

    names: QAbstractItemView = QListWidget()
    assert isinstance(names, QListWidget)
    names.addItem("kort")
    window = show(placed(names, 400, 300))
    assert_tidy(window)
    delegate = Large(names)
    names.setItemDelegate(delegate)
    assert "x90" in findings(window)[0]
    assert isinstance(names.model(), QAbstractItemModel)


def test_a_widget_may_tell_what_it_needs(show: Show) -> None:
    class Painted(QWidget):
        def needed_size(self) -> QSize:
            return QSize(300, 20)

    assert "needs 300x20" in findings(show(placed(Painted(), 200, 50)))[0]


def test_overlap(show: Show) -> None:
    window = show(placed(QLabel("een"), 200, 60))
    other = QPushButton("twee", window)
    other.setGeometry(100, 40, 200, 60)
    other.show()
    (found,) = findings(window)
    assert found.startswith("overlap")
    other.setProperty("overlay", "yes")
    assert_tidy(window)


def test_overlap_across_parents(show: Show) -> None:
    window = QWidget()
    window.resize(900, 400)
    for left in (0, 100):
        holder = boxed(QLabel("een naam"))
        holder.setParent(window)
        holder.setGeometry(left, 0, 300, 100)
    assert any("overlap" in line for line in findings(show(window)))


def test_hidden_pages_do_not_overlap(show: Show) -> None:
    window = show(placed(QLabel("een"), 200, 60))
    QLabel("verborgen", window).hide()
    assert_tidy(window)


def test_sticking_out(show: Show) -> None:
    (found,) = findings(show(placed(QPushButton("ver"), 2000, 60)))
    assert found.startswith("sticks out")


def test_squeezed_by_a_layout(show: Show) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    for _ in range(3):
        label = QLabel(LONG)
        label.setMinimumWidth(1)
        row.addWidget(label)
    window.setFixedWidth(400)
    assert len(findings(show(window))) == 3


def test_shortened_text(show: Show) -> None:
    window = show(boxed(QLabel("mevrouw Van der H…")))
    assert findings(window) == ['shortened text: QLabel "mevrouw Van der H…"']
    assert_tidy(window, meant={"mevrouw Van der H…"})


def test_the_message_lists_everything(show: Show) -> None:
    with pytest.raises(AssertionError, match=r"text cut off.*QLabel"):
        assert_tidy(show(placed(QLabel(LONG), 50, 40)))
