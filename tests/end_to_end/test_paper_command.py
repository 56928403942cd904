"""`overview`, `hand-over`, `letter` and `feedback-card`: paper from the command line."""

from pathlib import Path

import pytest

from reception_assistant.cli.main import run
from reception_assistant.complaints.complaint import Form, NewComplaint, Where
from tests.helpers.practice import open_practice
from tests.helpers.process import balie


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder of a practice with one complaint of this year."""
    folder = tmp_path / "data"
    monkeypatch.setenv("RECEPTION_ASSISTANT_DATA", str(folder))
    with open_practice(folder) as practice:
        complaint = NewComplaint(
            subject="Niet teruggebeld",
            received="2026-11-12",
            form=Form.WRITTEN,
            where=Where.LETTER,
            owner_id=practice.by.employee.id,
            regime="wkkgz",
            whom="mevrouw Bos",
        )
        made = practice.desk.after.complaints.begin(complaint, practice.by)
        (folder / "klacht").write_text(made.id, encoding="utf-8")
    return folder


def complaint_in(data: Path) -> str:
    return (data / "klacht").read_text(encoding="utf-8")


def test_the_year_is_told_in_figures_without_names(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["overview", "--year", "2026"]) == 0
    told = capsys.readouterr().out
    assert "binnengekomen" in told
    assert "Bos" not in told
    table = tmp_path / "jaar.csv"
    assert run(["overview", "--year", "2026", "--csv", str(table)]) == 0
    assert table.read_bytes().startswith("\ufeffonderdeel;wat;aantal\r\n".encode())
    assert run(["overview", "--csv", str(table)]) == 1
    assert "is er al" in capsys.readouterr().err
    assert run(["overview", "--year", "26"]) == 2


def test_a_letter_can_be_read_first_and_is_remembered_when_saved(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = complaint_in(data)
    assert run(["letter", key, "ontvangst"]) == 0
    assert "Beste mevrouw Bos," in capsys.readouterr().out
    saved = tmp_path / "brief.txt"
    assert run(["letter", key, "ontvangst", "--text", str(saved)]) == 0
    assert "Beste mevrouw Bos," in saved.read_text(encoding="utf-8")
    with open_practice(data) as practice:
        kept = practice.desk.after.complaints.one(key)
        assert kept is not None
        assert [each.detail for each in kept.events if each.kind == "letter"] == ["ontvangst"]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("weg", "ontvangst"), 1, "er niet meer"),
        (("weg", "groet"), 2, "ontvangst, verlenging, uitkomst"),
        (("weg",), 2, "BRIEF"),
    ],
)
def test_a_letter_that_cannot_be_written_says_why(
    data: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, told: str
) -> None:
    assert run(["letter", *words]) == code
    assert told in capsys.readouterr().err


def test_the_change_of_shift_is_there_as_text(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["hand-over"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Overdracht")
    assert data.is_dir()


def test_without_qt_everything_but_the_pdf_is_made(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "blad.pdf"
    assert run(["hand-over", "--pdf", str(path)]) == 1
    assert "kan hier geen PDF maken" in capsys.readouterr().err
    assert not path.exists()
    assert data.is_dir()


def test_a_pdf_is_made_without_a_screen(data: Path, tmp_path: Path) -> None:
    letter, card = tmp_path / "brief.pdf", tmp_path / "kaart.pdf"
    told = balie("letter", complaint_in(data), "ontvangst", "--pdf", letter, data=data, DISPLAY="")
    assert (told.code, told.out, told.err) == (0, "Bewaard in brief.pdf.\n", "")
    assert letter.read_bytes().startswith(b"%PDF-")
    told = balie("feedback-card", "https://www.praktijk.nl", "--pdf", card, data=data)
    assert (told.code, told.err) == (0, "")
    assert card.read_bytes().startswith(b"%PDF-")
    told = balie("feedback-card", "praktijk", "--pdf", tmp_path / "niet.pdf", data=data)
    assert told.code == 1
    assert "geen adres" in told.err
