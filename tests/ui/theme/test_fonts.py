"""The shipped letters load, write every name, and can set digits in columns."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QRawFont
from PySide6.QtWidgets import QApplication, QLabel

from reception_assistant.paths import resources
from ui.theme import fonts
from ui.theme.look import Appearance

NAMES = (
    "Nguyễn Thị Hương", "Yılmaz Şahin", "Łukasz Żak", "Željko Žižek", "Çelik", "Müller", "Škoda",
    "’t Hart-IJzerman", "Fryšlân", "Đorđe", "Ștefan Țepeș", "Ørsted", "Åse", "Þór", "Œuvray",
    "“Ja” ‘nee’ – — … · › → ← ↑ ↓ € ✓ × ½",
)  # fmt: skip


@pytest.mark.parametrize("weight", fonts.WEIGHTS)
def test_every_weight_writes_every_name(qapp: QApplication, weight: str) -> None:
    font = QRawFont(str(resources("fonts", f"Inter-{weight}.otf")), 13)
    assert font.isValid()
    missing = {sign for name in NAMES for sign in name if not font.supportsCharacter(ord(sign))}
    assert not missing


@pytest.mark.parametrize("weight", fonts.WEIGHTS)
def test_the_files_stay_small(weight: str) -> None:
    assert resources("fonts", f"Inter-{weight}.otf").stat().st_size < 150_000


def test_the_licence_travels_with_the_letters() -> None:
    assert "SIL OPEN FONT LICENSE" in resources("fonts", "OFL.txt").read_text(encoding="utf-8")


def test_our_own_letters_are_used(appearance: Appearance) -> None:
    for font in (fonts.body(), fonts.heading(), fonts.sentence(150), fonts.caption(200)):
        assert QFontInfo(font).family() == fonts.FAMILY
        assert QFontInfo(font).weight() == font.weight()


def test_bold_is_the_drawn_weight_and_not_a_smeared_one(appearance: Appearance) -> None:
    bold, drawn = fonts.body(), fonts.sized(fonts.BODY, 100, QFont.Weight.DemiBold)
    bold.setBold(True)
    assert QFontInfo(bold).styleName() == "SemiBold"
    one, other = (
        QFontMetrics(font).horizontalAdvance("mevrouw De Vries") for font in (bold, drawn)
    )
    assert one == other


def test_digits_in_columns(appearance: Appearance) -> None:
    wide = QFontMetrics(fonts.tabular(fonts.body()))
    assert len({wide.horizontalAdvance(digit * 10) for digit in "0123456789"}) == 1
    usual = QFontMetrics(fonts.body())
    assert usual.horizontalAdvance("1" * 10) < usual.horizontalAdvance("0" * 10)


def test_tabular_follows_the_text_size(appearance: Appearance) -> None:
    label = QLabel("11:11")
    label.setFont(fonts.tabular())
    label.ensurePolished()
    appearance.set_scale(200)
    assert label.font().pixelSize() == 2 * fonts.BODY
    assert label.font().featureTags()


@pytest.mark.logs
def test_without_the_files_the_program_goes_on(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "resources", tmp_path.joinpath)
    assert not fonts.load()
