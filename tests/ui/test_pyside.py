"""PySide6 keeps count of what it borrows.

PySide6 6.12.0 loses a reference to None with each call that returns nothing, on a Python before
3.12, until the program goes down; that is why `pyproject.toml` keeps it out.
"""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_a_thousand_calls_lose_no_reference_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 100
