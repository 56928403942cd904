"""The lists beside the scripts name only what is there, and each slip has its file and its line."""

from pathlib import Path

import pytest

from reception_assistant.library.checking.of_pack import check_pack
from reception_assistant.library.finding import Finding, Severity
from reception_assistant.library.reading.capping import MOST_FINDINGS
from tests.core.library.checking.scripts import ASKED, HEAD, LAST, TODAY

SCRIPT = HEAD + ASKED + LAST.replace("klaar", "niets-nodig")


def checked(folder: Path, **lists: str) -> list[Finding]:
    """Check a pack with one script and these lists."""
    for name, text in {"proef": SCRIPT, **lists}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return check_pack(folder, TODAY)


@pytest.mark.parametrize(
    ("name", "text", "line", "code"),
    [
        (
            "stoptekens",
            "- {id: a, label: A}\n- id: b\n  label: B\n  to: 112\n  reason:\n  - klacht\n  - x\n",
            7,
            "unknown-reason",
        ),
        ("redenen", "- id: a\n  label: A\n  outcomes: [niets-nodig, wegg]\n", 3, "unknown-outcome"),
        ("uitzonderingen", "- {script: weg, code: passive, reason: Zo}\n", 1, "wrong-value"),
        (
            "uitzonderingen",
            "- script: proef\n  code: passive\n  reason: Zo\n  step: laast\n",
            4,
            "wrong-value",
        ),
    ],
)
def test_what_is_not_there_is_an_error_on_its_line(
    name: str, text: str, line: int, code: str, tmp_path: Path
) -> None:
    found = checked(tmp_path, **{name: text})[-1]
    assert (found.file, found.line, found.code.value) == (f"{name}.yaml", line, code)
    assert found.severity is Severity.ERROR
    assert found.advice


def test_what_was_probably_meant_is_told(tmp_path: Path) -> None:
    (found,) = checked(tmp_path, uitzonderingen="- {script: proeff, code: passive, reason: Zo}\n")
    assert "«proef»" in found.advice


def test_what_the_pack_and_the_library_know_is_fine(tmp_path: Path) -> None:
    assert (
        checked(
            tmp_path,
            redenen="- {id: eigen, label: Eigen, aliases: [oud], outcomes: [klaar, niets-nodig]}\n",
            uitkomsten="- {id: gereed, label: Gereed, aliases: [klaar]}\n",
            stoptekens="- {id: a, label: A, to: 112, reason: [oud, eigen, klacht]}\n",
            uitzonderingen="- {script: proef, code: passive, step: eerst, reason: Zo}\n"
            "- {script: gesprek-openen, code: passive, reason: Zo}\n",
        )
        == []
    )


def test_far_too_much_is_told_in_part(tmp_path: Path) -> None:
    names = ", ".join(f"weg-{number}" for number in range(900))
    found = checked(tmp_path, redenen=f"- {{id: a, label: A, outcomes: [{names}]}}\n")
    assert len(found) == MOST_FINDINGS + 1
    assert "nog meer" in found[-1].message


def test_a_line_with_far_too_many_braces_is_told_in_part(tmp_path: Path) -> None:
    (tmp_path / "vol.yaml").write_text(SCRIPT.replace("Fijne dag nog", "{" * 50_000))
    found = check_pack(tmp_path, TODAY)
    assert len(found) == MOST_FINDINGS + 1
    assert "nog meer" in found[-1].message
