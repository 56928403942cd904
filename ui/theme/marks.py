"""How a widget says what it is, so that the stylesheet can dress it.

Each function marks a widget and returns it: `row.addWidget(role(QLabel(_("Vandaag")), "heading"))`.
A mark may change later; the widget and what it holds are dressed again at once.
"""

from typing import TYPE_CHECKING, Literal, TypeVar

from PySide6 import QtCore, QtGui
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDateTimeEdit

Kind = Literal[
    "plain", "primary", "quiet", "chip", "stop", "answer", "line", "link", "word", "step", "rail"
]
Role = Literal[
    "body",
    "strong",
    "small",
    "muted",
    "caption",
    "title",
    "heading",
    "sentence",
    "greeting",
    "answer",
    "key",
]
Ink = Literal["text", "primary", "muted", "attention", "calm", "stop", "good"]
Tone = Literal["attention", "calm", "stop", "good"]
Bar = Literal["primary", "attention", "calm", "stop", "good"]
Place = Literal["rail", "now"]
State = Literal["done", "now", "later"]

_Widget = TypeVar("_Widget", bound=QWidget)
_Button = TypeVar("_Button", bound=QAbstractButton)
_Label = TypeVar("_Label", bound=QLabel)
_Frame = TypeVar("_Frame", bound=QFrame)


def kind(button: _Button, name: Kind) -> _Button:
    """Say what a button is for: primary, quiet, chip (to choose from), answer, rail, and so on."""
    return _mark(button, "kind", name)


def state(button: _Button, name: State) -> _Button:
    """Say where a button of kind `step` stands: done, now or later."""
    return _mark(button, "state", name)


def phase(label: _Label, name: State) -> _Label:
    """Make a label one of a row of steps, and say where it stands: done, now or later."""
    return _mark(label, "phase", name)


def role(label: _Label, name: Role) -> _Label:
    """Say what the text of a label is: a heading, a caption, a sentence to say, and so on."""
    return _mark(label, "role", name)


def ink(label: _Label, name: Ink) -> _Label:
    """Say in which colour a label is written; its words must say the same."""
    return _mark(label, "ink", name)


def tone(frame: _Frame, name: Tone) -> _Frame:
    """Make a frame or a label a box that asks for attention, calms, stops or is good news."""
    return _mark(frame, "tone", name)


def bar(frame: _Frame, name: Bar) -> _Frame:
    """Give a frame a coloured bar at its left side."""
    return _mark(frame, "bar", name)


def card(frame: _Frame, *, takes_keys: bool = False) -> _Frame:
    """Make a frame a card: surface, thin line, round corners; it may show that it has the keys."""
    return _mark(frame, "card", "keys" if takes_keys else "true")


def place(frame: _Frame, name: Place) -> _Frame:
    """Say which fixed part of the window a frame is."""
    return _mark(frame, "place", name)


def quiet_weekend(field: "QDateTimeEdit") -> "QDateTimeEdit":
    """Write the weekend in the calendar of a date field like the other days, and not in red."""
    field.setCalendarPopup(True)
    for day in (QtCore.Qt.DayOfWeek.Saturday, QtCore.Qt.DayOfWeek.Sunday):
        field.calendarWidget().setWeekdayTextFormat(day, QtGui.QTextCharFormat())
    return field


def wrong(field: _Widget, *, is_wrong: bool = True) -> _Widget:
    """Show that what stands in a field is not right yet, or is."""
    return _mark(field, "wrong", "true" if is_wrong else "false")


def _mark(widget: _Widget, name: str, value: str) -> _Widget:
    if widget.property(name) == value:
        return widget
    widget.setProperty(name, value)
    if widget.parentWidget() is None and not widget.isVisible():
        return widget  # just made: not dressed yet
    if widget.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_Polished):
        dress_again(widget)
    return widget


def dress_again(widget: QWidget) -> None:
    """Let the stylesheet look again at a widget and at what it holds."""
    style = widget.style()
    everyone: list[QWidget] = [widget, *widget.findChildren(QWidget)]
    for each in everyone:
        style.unpolish(each)
        style.polish(each)
        each.updateGeometry()
        each.update()
