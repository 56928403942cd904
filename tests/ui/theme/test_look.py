"""The look is worn by every widget, and changes while the program runs."""

import re
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reception_assistant.paths import resources
from tests.helpers.layout import findings
from ui.theme import marks
from ui.theme.colors import DARK, HIGH_CONTRAST, LIGHT, THEMES, shipped_theme
from ui.theme.icons import GLYPHS, Icons
from ui.theme.look import SYSTEM, Appearance
from ui.theme.style import Look

HERE = Path(__file__).parents[3]
COLOUR = re.compile(
    r"""["']#[0-9A-Fa-f]{3,8}["']|QColor\(\s*\d|\bsetStyleSheet\(|GlobalColor\.(?!trans)"""
)


def painted_outside_the_theme(folder: Path) -> list[str]:
    """Return every line under `folder` with a colour or a stylesheet that is not ours."""
    return [
        f"{path.relative_to(folder)}:{number}: {line.strip()}"
        for path in sorted(folder.rglob("*.py"))
        if "theme" not in path.parts
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if COLOUR.search(line)
    ]


def a_bit_of_everything() -> QWidget:
    """Return a window with every kind of widget that the stylesheet dresses."""
    window = QWidget()
    rows = QVBoxLayout(window)
    tree = QTreeWidget(window)
    tree.setHeaderLabels(["Scripts"])
    branch = QTreeWidgetItem(tree, ["Telefoon"])
    QTreeWidgetItem(branch, ["Afspraak maken"])
    branch.setExpanded(True)
    table = QTableWidget(2, 2, window)
    table.setHorizontalHeaderLabels(["Tijd", "Naam"])
    table.verticalHeader().hide()
    table.resizeColumnsToContents()
    combo = QComboBox()
    combo.addItems(["tandarts", "mondhygiënist"])
    rail = marks.place(QFrame(), "rail")
    item = marks.kind(QToolButton(), "rail")
    item.setText("Balie")
    QVBoxLayout(rail).addWidget(item)
    card = marks.card(QFrame())
    inside = QVBoxLayout(card)
    for role in (
        "title",
        "heading",
        "caption",
        "strong",
        "muted",
        "sentence",
        "greeting",
        "answer",
        "key",
        "body",
    ):
        inside.addWidget(marks.role(QLabel("mevrouw De Vries"), role))
    for state in ("done", "now", "later"):
        inside.addWidget(marks.phase(QLabel("2 Erkennen"), state))
    for tone in ("attention", "calm", "stop", "good"):
        inside.addWidget(marks.tone(QLabel("Bakker loopt uit."), tone))
    for kind in ("plain", "primary", "quiet", "chip", "stop", "answer", "line", "step"):
        inside.addWidget(marks.kind(QPushButton("Naar binnen"), kind))
    date = marks.quiet_weekend(QDateEdit(QDate(2026, 11, 24)))
    fields = (QLineEdit("Jansen"), marks.wrong(QLineEdit("x")), QPlainTextEdit(), QSpinBox())
    keys = marks.card(QFrame(), takes_keys=True)
    keys.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for widget in (
        rail,
        card,
        keys,
        tree,
        table,
        combo,
        date,
        QCheckBox("Naam niet hardop"),
        *fields,
    ):
        rows.addWidget(widget)
    return window


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_everything_is_dressed_without_a_warning(
    qtbot: QtBot, appearance: Appearance, name: str, scale: int
) -> None:
    appearance.choose(name)
    appearance.set_scale(scale)
    window = a_bit_of_everything()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert not window.grab().isNull()
    assert not findings(window)


def test_only_roles_and_lengths_are_open_in_the_stylesheet() -> None:
    text = resources("theme", "balie.qss").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{3,6}\b", text)
    look = Look(shipped_theme(LIGHT), 150)
    filled = look.stylesheet(":/x")
    assert "$" not in filled
    assert "border-radius: 15px" in filled  # 10 at 100 percent
    assert "border: 1px" in filled  # a line stays a line
    assert "padding: 11px 17px" in filled  # 8 and 12, less the pixel of the thicker line


@pytest.mark.parametrize("scale", range(100, 205, 5))
def test_round_corners_never_outgrow_their_box(appearance: Appearance, scale: int) -> None:
    look = Look(shipped_theme(LIGHT), scale)
    assert 2 * (look.px(8) + 1) <= look.px(16) + 2  # radio button
    line = QFontMetrics(look.font()).height()
    assert 2 * look.px(13) <= line + 2 * look.px(5) + 2  # chip


def test_text_size_has_limits() -> None:
    theme = shipped_theme(LIGHT)
    assert [Look(theme, scale).scale for scale in (50, 125, 900)] == [100, 125, 200]
    assert Look(theme, 150).space(4) == 24


def test_switching_recolours_label_and_icon(qtbot: QtBot, appearance: Appearance) -> None:
    icons = Icons(appearance)
    button = QPushButton(icons.icon("phone", "primary"), "")
    label = marks.role(QLabel("Goedemorgen"), "greeting")
    for widget in (button, label):
        qtbot.addWidget(widget)
        widget.show()
    with qtbot.waitSignal(appearance.look_changed):
        appearance.choose(DARK)
    dark = shipped_theme(DARK)
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(dark.primary)
    assert QColor(dark.primary).name() in _colours(button.icon().pixmap(48, 48).toImage())
    assert QColor(dark.primary).name() in _colours(label.grab().toImage())


def test_text_size_changes_at_once(qtbot: QtBot, appearance: Appearance) -> None:
    label, heading = QLabel("tekst"), marks.role(QLabel("kop"), "heading")
    tree = QTreeWidget()
    tree.ensurePolished()
    QTreeWidgetItem(tree, ["Telefoon"])
    for widget in (label, heading, tree):
        qtbot.addWidget(widget)
        widget.show()
    appearance.set_scale(200)
    assert label.font().pixelSize() == 26
    assert heading.font().pixelSize() == 38
    assert not findings(tree)


def test_a_mark_may_change_later(qtbot: QtBot, appearance: Appearance) -> None:
    box = QFrame()
    line = QLabel("Bakker loopt uit.", box)
    qtbot.addWidget(box)
    marks.tone(box, "calm")
    box.show()
    marks.tone(box, "stop")
    assert line.palette().color(QPalette.ColorRole.WindowText) == QColor(appearance.look.theme.stop)


def test_marks_are_what_the_sheet_knows() -> None:
    sheet = resources("theme", "balie.qss").read_text(encoding="utf-8")
    for prop, names, unnamed in (
        ("kind", marks.Kind, {"plain"}),
        ("role", marks.Role, {"body"}),
        ("ink", marks.Ink, {"text"}),
        ("tone", marks.Tone, set[str]()),
        ("bar", marks.Bar, set[str]()),
        ("state", marks.State, {"later"}),
        ("phase", marks.State, {"later"}),
    ):
        known = set(re.findall(rf'\[{prop}="([a-z]+)"\]', sheet))
        assert known | unnamed == set(get_args(names))


def test_following_the_system(
    qtbot: QtBot, appearance: Appearance, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    appearance.follow()
    appearance.choose(SYSTEM)
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    monkeypatch.setattr(appearance, "_system_theme", lambda: HIGH_CONTRAST)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert appearance.look.theme.name == HIGH_CONTRAST
    appearance.choose(LIGHT)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert appearance.look.theme.name == LIGHT


def test_the_first_dress_is_that_of_the_system(qapp: QApplication, appearance: Appearance) -> None:
    for ground, name in (("dark", DARK), ("light", LIGHT)):
        palette = Look(shipped_theme(ground)).palette()
        qapp.setPalette(palette)
        another = Appearance(qapp, SYSTEM)
        assert another.look.theme.name == name
        another.undress()


def test_an_icon_outlives_its_maker_and_its_copies(qtbot: QtBot, appearance: Appearance) -> None:
    icon = QIcon(Icons(appearance).icon("search"))
    copies = [QIcon(icon) for _ in range(50)]
    del icon
    assert not copies[-1].pixmap(QSize(32, 32)).isNull()


def test_a_disabled_icon_is_faint_and_a_chosen_one_is_another_colour(
    qtbot: QtBot, appearance: Appearance
) -> None:
    icon = Icons(appearance).icon("stop", "text", on="on_primary")
    theme, size = appearance.look.theme, QSize(64, 64)
    off = icon.pixmap(size, QIcon.Mode.Disabled).toImage()
    on = icon.pixmap(size, QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert QColor(theme.disabled).name() in _colours(off)
    assert QColor(theme.on_primary).name() in _colours(on)


def test_code_points_are_those_of_the_package(qtbot: QtBot, appearance: Appearance) -> None:
    from fonticon_mdi7 import MDI7  # type: ignore[import-untyped]  # noqa: PLC0415  slow to import

    wrong = [m for m, (name, point) in GLYPHS.items() if getattr(MDI7, name)[-1] != chr(point)]
    assert not wrong
    icons = Icons(appearance)
    assert not [meaning for meaning in GLYPHS if icons.outline(meaning).isEmpty()]


def test_no_colour_and_no_stylesheet_outside_the_theme(tmp_path: Path) -> None:
    assert not painted_outside_the_theme(HERE / "ui")
    (tmp_path / "bad.py").write_text('QColor("#FFF")\nx.setStyleSheet("")\n', encoding="utf-8")
    assert len(painted_outside_the_theme(tmp_path)) == 2


def _colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
