"""The log can be sent to support as it is: nothing in it says who came, or why."""

import io
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from reception_assistant import log
from reception_assistant.agenda.visit import EventKind
from tests.helpers.practice import Practice, open_practice

MARKERS = ("Zonneveld-Achterberg", "wortelkanaal", "0612399887", "Pietje Puk BV")
pytestmark = pytest.mark.logs


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Path]:
    """Give the file that is being logged to."""
    root = logging.getLogger()
    before = root.level
    handler = log.start(tmp_path / "log")
    yield tmp_path / "log" / "balie.log"
    log.stop(handler)
    root.setLevel(before)


def test_a_line_keeps_its_numbers_and_ids_and_loses_everything_else(logged: Path) -> None:
    some_id = "01999999-9999-7999-8999-999999999999"
    logging.getLogger("balie.test").warning(
        "read %d rows of %s for %s by %s, %s", 3, "Zonneveld-Achterberg", some_id, None, 1.5
    )
    (line,) = logged.read_text(encoding="utf-8").splitlines()
    assert line.endswith(f"WARNING balie.test: read 3 rows of … for {some_id} by None, 1.5")


def test_members_of_our_own_lists_are_shown(logged: Path) -> None:
    logging.getLogger("balie.test").warning("marked %s", EventKind.ARRIVED)
    assert "marked arrived" in logged.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "value", ["Zonneveld-Achterberg", b"Zonneveld-Achterberg", ["Zonneveld-Achterberg"]]
)
def test_no_kind_of_value_carries_a_name_into_the_log(value: object, logged: Path) -> None:
    logger = logging.getLogger("balie.test")
    logger.warning("seen: %s", value)
    logger.warning("seen: %(who)s", {"who": value})
    assert "Zonneveld" not in logged.read_text(encoding="utf-8")


def test_an_error_handed_over_as_the_message_is_not_quoted(logged: Path) -> None:
    logging.getLogger("balie.test").warning(ValueError("Zonneveld-Achterberg"))
    assert logged.read_text(encoding="utf-8").endswith("balie.test: …\n")


def test_of_an_error_only_kind_and_place_are_logged(logged: Path) -> None:
    _fail_in_two_steps()
    text = logged.read_text(encoding="utf-8")
    assert "Zonneveld" not in text
    assert "RuntimeError" in text
    assert "ValueError" in text
    assert "test_log.py" in text
    assert "_fail_in_two_steps" in text


def test_an_error_that_another_handler_wrote_out_stays_out_of_the_log(logged: Path) -> None:
    everything = logging.StreamHandler(io.StringIO())
    logger = logging.getLogger("balie.test")
    logger.addHandler(everything)
    try:
        _fail_in_two_steps()
    finally:
        logger.removeHandler(everything)
    assert "Zonneveld" in everything.stream.getvalue()
    assert "Zonneveld" not in logged.read_text(encoding="utf-8")


def test_nothing_that_is_done_at_the_desk_names_anybody(logged: Path, tmp_path: Path) -> None:
    with open_practice(tmp_path / "data") as practice:
        _work_a_day(practice)
    text = logged.read_text(encoding="utf-8")
    assert "agenda read: 2 rows" in text
    assert [marker for marker in MARKERS if marker in text] == []


def test_the_log_stops_growing(logged: Path) -> None:
    logger = logging.getLogger("balie.test")
    for _each in range(5):
        logger.warning("x" * 600_000)
    assert logged.stat().st_size < 1_100_000
    kept = sorted(path.name for path in logged.parent.iterdir())
    assert kept == ["balie.log", "balie.log.1", "balie.log.2"]


def _fail_in_two_steps() -> None:
    def fail() -> None:
        raise ValueError("Zonneveld-Achterberg")

    def fail_again() -> None:
        try:
            fail()
        except ValueError as error:
            raise RuntimeError("over Zonneveld-Achterberg") from error

    try:
        fail_again()
    except RuntimeError:
        logging.getLogger("balie.test").exception("failed")


def _work_a_day(practice: Practice) -> None:
    practice.read(
        "datum;tijd;naam;achternaam;telefoon;behandeling;behandelaar",
        "24-11-2026;09:00;;Zonneveld-Achterberg;0612399887;wortelkanaal;Pietje Puk BV",
        "24-11-2026;09:99;;Zonneveld-Achterberg;0612399887;wortelkanaal;Pietje Puk BV",
    )
    practice.mark(EventKind.ARRIVED)
    practice.desk.agenda.undo(practice.by)
    practice.found("Zonneveld")


def test_the_program_runs_on_where_no_log_can_be_written(tmp_path: Path) -> None:
    in_the_way = tmp_path / "log"
    in_the_way.touch()
    handler = log.start(in_the_way)
    logging.getLogger("balie").info("this goes nowhere")
    log.stop(handler)
    assert in_the_way.read_bytes() == b""
