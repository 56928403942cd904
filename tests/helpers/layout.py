"""Looks at a shown window as a strict user would: nothing cut off, nothing on top of another.

    assert_tidy(window)                        # fails with every finding, one a line
    findings(window, meant={"Iets anders…"})   # the findings; these texts may hold an ellipsis

What can be scrolled to counts as visible. A widget that lies on others on purpose says so with
`setProperty("overlay", True)`. Who paints by itself may tell what it needs, and is believed:
`widget.needed_size() -> QSize`, `delegate.needed_size(option, index) -> QSize`.
"""

from collections.abc import Callable, Collection, Iterator
from itertools import combinations
from typing import Any

from PySide6 import QtGui
from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QScrollBar,
    QSizeGrip,
    QSplitterHandle,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
    QTextEdit,
    QTreeView,
    QWidget,
)

ELLIPSIS = "…"
OVERLAY = "overlay"
_ATOMS = (
    QLabel,
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
    QTextEdit,
    QPlainTextEdit,
    QProgressBar,
    QTabBar,
    QAbstractSlider,
)
_AIDS = (QSizeGrip, QSplitterHandle, QHeaderView, QScrollBar)
_ICON_BUTTON_EDGE = 6  # what a button in a QLineEdit has round its icon
_LINE_EDIT_EDGE = 2  # what QLineEdit keeps free at each side of its text


def assert_tidy(window: QWidget, *, meant: Collection[str] = ()) -> None:
    """Fail with every finding in `window`."""
    found = findings(window, meant=meant)
    assert not found, "\n" + "\n".join(found)


def findings(window: QWidget, *, meant: Collection[str] = ()) -> list[str]:
    """Return what is cut off, overlaps or sticks out in `window`, which must be shown."""
    assert window.isVisible(), "show the window first"
    widgets = [window, *_visible_below(window)]
    found: list[str] = []
    for widget in widgets:
        found += _text_findings(widget)
        found += _ellipsis_findings(widget, meant)
        if widget is not window:
            found += _sticking_out(widget)
    return [*found, *_overlaps(window, widgets)]


def described(widget: QWidget) -> str:
    """Return the kind, name and first words of a widget, for a message."""
    name = f"#{widget.objectName()}" if widget.objectName() else ""
    text = _text_of(widget)
    return f"{type(widget).__name__}{name}" + (f' "{text[:40]}"' if text else "")


# --- walking


def _visible_below(widget: QWidget) -> Iterator[QWidget]:
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if not child.isVisible() or child.isWindow() or isinstance(child, _AIDS):
            continue
        inside_field = isinstance(widget, QLineEdit | QComboBox | QAbstractSpinBox | QTabBar)
        if inside_field and not isinstance(child, QLineEdit):
            continue
        yield child
        yield from _visible_below(child)


def _is_leaf(widget: QWidget) -> bool:
    if isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox):
        return False
    if isinstance(widget, _ATOMS):
        return True
    return not isinstance(_scroller(widget), QAbstractScrollArea) and not any(
        _visible_below(widget)
    )


def _scroller(widget: QWidget) -> QAbstractScrollArea | None:
    """Return the scroll area of which `widget` is the window on its content."""
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
        return parent
    return None


# --- texts


def _text_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return ""


def _ellipsis_findings(widget: QWidget, meant: Collection[str]) -> list[str]:
    texts = [_text_of(widget)]
    if isinstance(widget, QTabBar):
        texts = [widget.tabText(at) for at in range(widget.count())]
    typed = isinstance(widget, QLineEdit) and bool(widget.text())  # somebody's own words
    return [
        f"shortened text: {described(widget)}"
        for text in texts
        if ELLIPSIS in text and text not in meant and not typed
    ]


def _text_findings(widget: QWidget) -> list[str]:
    needed_size = getattr(widget, "needed_size", None)
    if callable(needed_size):
        return _too_small(widget, widget.size(), needed_size())
    looks: tuple[tuple[type[QWidget], Callable[[Any], list[str]]], ...] = (
        (QLabel, _label_findings),
        (QAbstractButton, _button_findings),
        (QLineEdit, _line_edit_findings),
        (QComboBox, _combo_findings),
        (QTextEdit, _text_edit_findings),
        (QPlainTextEdit, _text_edit_findings),
        (QTabBar, _tab_findings),
        (QAbstractItemView, _view_findings),
    )
    return next((look(widget) for kind, look in looks if isinstance(widget, kind)), [])


def _too_small(widget: QWidget, has: QSize, needs: QSize) -> list[str]:
    if needs.width() <= has.width() and needs.height() <= has.height():
        return []
    return [
        f"text cut off: {described(widget)} needs {needs.width()}x{needs.height()}, "
        f"has {has.width()}x{has.height()}"
    ]


def _button_findings(button: QAbstractButton) -> list[str]:
    if not button.text() and button.icon().isNull():
        return []
    return _too_small(button, button.size(), button.sizeHint())


def _label_findings(label: QLabel) -> list[str]:
    room = label.contentsRect().size() - QSize(2, 2) * label.margin()
    if QtGui.Qt.mightBeRichText(label.text()) and label.textFormat() != Qt.TextFormat.PlainText:
        return _too_small(label, room, _rich_size(label, room.width()))
    metrics = label.fontMetrics()
    text = label.text().replace("&", "") if label.buddy() is not None else label.text()
    flags = int(Qt.TextFlag.TextWordWrap.value) if label.wordWrap() else 0
    needs = metrics.boundingRect(QRect(0, 0, room.width(), 1 << 20), flags, text).size()
    lines = text.replace("\u200b", " ").split() if label.wordWrap() else text.splitlines()
    widest = max((metrics.horizontalAdvance(line) for line in lines), default=0)
    return _too_small(label, room, QSize(max(widest, needs.width()), needs.height()))


def _rich_size(label: QLabel, width: int) -> QSize:
    document = QtGui.QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(label.font())
    document.setHtml(label.text())
    if label.wordWrap():
        document.setTextWidth(width)
    return QSize(int(document.idealWidth()), int(document.size().height()))


def _line_edit_findings(field: QLineEdit) -> list[str]:
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    room = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    room = room.marginsRemoved(field.textMargins())
    for button in field.findChildren(QAbstractButton):
        if button.isVisible():  # Qt keeps a quarter of the icon free beside it
            taken = button.width() + (button.width() - _ICON_BUTTON_EDGE) // 4
            room.setWidth(room.width() - taken)
    metrics = field.fontMetrics()
    widest = metrics.horizontalAdvance(field.displayText() or field.placeholderText())
    needs = QSize(widest + 2 * _LINE_EDIT_EDGE if widest else 0, metrics.height())
    return _too_small(field, room.size(), needs)


def _combo_findings(combo: QComboBox) -> list[str]:
    if combo.isEditable():
        return []  # its line edit is looked at
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    room = combo.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, combo
    )
    metrics = combo.fontMetrics()
    width = metrics.horizontalAdvance(combo.currentText() or combo.placeholderText())
    if not combo.itemIcon(combo.currentIndex()).isNull():
        width += combo.iconSize().width() + 4
    return _too_small(combo, room.size(), QSize(width, metrics.height()))


def _text_edit_findings(edit: QTextEdit | QPlainTextEdit) -> list[str]:
    found = _unreachable(edit)
    if not edit.toPlainText() and edit.placeholderText():
        room = edit.viewport().size() - QSize(2, 2) * int(edit.document().documentMargin())
        flags = int(Qt.TextFlag.TextWordWrap.value)
        needs = edit.fontMetrics().boundingRect(
            QRect(0, 0, room.width(), 1 << 20), flags, edit.placeholderText()
        )
        found += _too_small(edit, room, needs.size())
    return found


def _tab_findings(tabs: QTabBar) -> list[str]:
    room = [(tabs.tabText(at), tabs.tabRect(at).width()) for at in range(tabs.count())]
    metrics = tabs.fontMetrics()
    return [
        f'text cut off: tab "{text}"'
        for text, width in room
        if metrics.horizontalAdvance(text) > width
    ]


# --- cells


def _view_findings(view: QAbstractItemView) -> list[str]:
    found = _unreachable(view)
    if isinstance(view, QTableView):
        for header in (view.horizontalHeader(), view.verticalHeader()):
            found += _header_findings(header)
    elif isinstance(view, QTreeView):
        found += _header_findings(view.header())
    if isinstance(view.model(), QAbstractItemModel):
        for index in _cells(view):
            found += _cell_findings(view, index)
    return found


def _header_findings(header: QHeaderView) -> list[str]:
    if not header.isVisible() or not isinstance(header.model(), QAbstractItemModel):
        return []
    shown = [at for at in range(header.count()) if not header.isSectionHidden(at)]
    return [
        f'text cut off: heading "{header.model().headerData(at, header.orientation())}" '
        f"needs {header.sectionSizeHint(at)}, has {header.sectionSize(at)}"
        for at in shown
        if header.sectionSizeHint(at) > header.sectionSize(at)
    ]


def _cells(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """Walk the cells of `view` that are on screen now."""
    model = view.model()
    area = view.viewport().rect()
    for first in _rows(view):
        columns = (
            [view.modelColumn()] if isinstance(view, QListView) else range(model.columnCount())
        )
        for column in columns:
            index = first.siblingAtColumn(column)
            if not view.isIndexHidden(index) and view.visualRect(index).intersects(area):
                yield index


def _rows(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model = view.model()
    if isinstance(view, QTreeView):
        index = model.index(0, 0, view.rootIndex())
        while index.isValid():
            yield index
            index = view.indexBelow(index)
        return
    for row in range(model.rowCount(view.rootIndex())):
        yield model.index(row, 0, view.rootIndex())


def _cell_findings(view: QAbstractItemView, index: QModelIndex) -> list[str]:
    rect = view.visualRect(index)
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = rect
    delegate = view.itemDelegateForIndex(index)
    tell = getattr(delegate, "needed_size", None) or delegate.sizeHint
    needs = tell(option, index)
    found = []
    if needs.width() > rect.width() or needs.height() > rect.height():
        found.append(
            f'cell cut off: {described(view)} row {index.row()} column {index.column()} "'
            f'{index.data()}" needs {needs.width()}x{needs.height()}, '
            f"has {rect.width()}x{rect.height()}"
        )
    if ELLIPSIS in str(index.data() or ""):
        found.append(f'shortened text: {described(view)} "{index.data()}"')
    return found


# --- places


def _unreachable(area: QAbstractScrollArea) -> list[str]:
    """Find content that is larger than its window while its scroll bar is switched off."""
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    bars = (
        ("wide", area.horizontalScrollBar(), area.horizontalScrollBarPolicy()),
        ("high", area.verticalScrollBar(), area.verticalScrollBarPolicy()),
    )
    return [
        f"cannot be scrolled to: {described(area)} is {bar.maximum()} too {way}"
        for way, bar, policy in bars
        if policy is off and bar.maximum() > bar.minimum()
    ]


def _sticking_out(widget: QWidget) -> list[str]:
    parent = widget.parentWidget()
    assert parent is not None
    if isinstance(widget, QScrollArea) and (found := _unreachable(widget)):
        return found
    if _scroller(parent) is not None or parent.rect().contains(widget.geometry()):
        return []
    inside, rect = parent.rect(), widget.geometry()
    return [
        f"sticks out: {described(widget)} at {rect.x()},{rect.y()} {rect.width()}x{rect.height()} "
        f"in {described(parent)} of {inside.width()}x{inside.height()}"
    ]


def _overlaps(window: QWidget, widgets: list[QWidget]) -> list[str]:
    leaves = [
        (widget, _seen_part(window, widget))
        for widget in widgets
        if _is_leaf(widget) and not _on_purpose(window, widget)
    ]
    return [
        f"overlap: {described(one)} and {described(other)}"
        for (one, here), (other, there) in combinations(leaves, 2)
        if here.intersects(there) and not one.isAncestorOf(other) and not other.isAncestorOf(one)
    ]


def _seen_part(window: QWidget, widget: QWidget) -> QRect:
    """Return where `widget` is in `window`, less what its parents cut off."""
    rect = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    parent = widget.parentWidget() if widget is not window else None
    while parent is not None:
        rect &= QRect(parent.mapTo(window, QPoint(0, 0)), parent.size())
        parent = parent.parentWidget() if parent is not window else None
    return rect


def _on_purpose(window: QWidget, widget: QWidget) -> bool:
    each: QWidget | None = widget
    while each is not None and each is not window:
        if each.property(OVERLAY):
            return True
        each = each.parentWidget()
    return False
