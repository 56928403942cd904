"""Two programs write in one complaint: the second sees what changed, and nothing is lost."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from reception_assistant.calls.call import Direction
from reception_assistant.complaints.complaint import Complaint, Form, NewComplaint, Phase, Where
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import open_desk
from reception_assistant.follow_ups.follow_up import Kind
from reception_assistant.staff.employee import Role
from tests.helpers.practice import open_practice

# A colleague at another computer: does what each line on stdin asks for, and tells what came of it.
_COLLEAGUE = """
import json, sys
from pathlib import Path
from reception_assistant.calls.call import CallHead
from reception_assistant.complaints.complaint import Field, Phase
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import open_desk
from reception_assistant.errors import KnownError
import msgspec

folder, name = sys.argv[1:]
with open_desk(Path(folder)) as desk:
    by = next(By(each) for each in desk.staff.everybody() if each.name == name)
    complaints, seen = desk.after.complaints, None

    def do(what, **told):
        global seen
        if what == "read":
            seen = complaints.one(told["id"])
            return {}
        if what == "call":
            head = msgspec.convert(told["head"], CallHead)
            return {"id": complaints.from_call(head, told["remembered"], by).id}
        if what == "go":
            return {"phase": complaints.go_to(told["id"], Phase(told["phase"]), by).phase}
        if what == "close":
            return {"state": complaints.close(told["id"], by, told["reason"]).state}
        if what == "change":
            changed = complaints.change(seen.id, seen.row_version, by, subject=told["subject"])
            return {"subject": changed.subject}
        done = complaints.write(
            seen.id, {Field(key): text for key, text in told["answers"].items()}, seen.versions, by
        )
        seen = done.complaint
        clashes = [[each.field, each.mine, each.theirs, each.who] for each in done.clashes]
        return {"clashes": clashes}

    print("{}", flush=True)
    for line in sys.stdin:
        try:
            told = do(**json.loads(line))
        except KnownError as error:
            told = {"trouble": str(error)}
        print(json.dumps(told), flush=True)
"""


class Colleague:
    """A process with the practice open; `ask` waits for its answer, `begin` does not."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def begin(self, what: str, **told: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"what": what, **told}) + "\n")
        self._process.stdin.flush()

    def hear(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def ask(self, what: str, **told: object) -> dict[str, Any]:
        self.begin(what, **told)
        return self.hear()


@contextmanager
def at_work(folder: Path, name: str) -> Iterator[Colleague]:
    process = subprocess.Popen(  # noqa: S603  our own lines
        [sys.executable, "-c", _COLLEAGUE, str(folder), name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield Colleague(process)
        process.stdin.close()
        assert process.wait(timeout=30) == 0
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a practice with two receptionists."""
    made = tmp_path_factory.mktemp("two") / "data"
    with open_practice(made) as practice:
        for name in ("Sanne", "Youssef"):
            practice.desk.staff.add(name, Role.RECEPTIONIST, practice.by)
        practice.desk.library.fill()
    return made


@pytest.fixture(scope="module")
def both(folder: Path) -> Iterator[tuple[Colleague, Colleague]]:
    """Give two programs that have it open."""
    with at_work(folder, "Sanne") as sanne, at_work(folder, "Youssef") as youssef:
        sanne.hear(), youssef.hear()
        yield sanne, youssef


@pytest.fixture
def complaint(folder: Path) -> str:
    """Give a complaint that begins now."""
    with open_desk(folder) as desk:
        by = By(desk.staff.at_the_desk())
        new = NewComplaint(
            subject="lang gewacht",
            received=f"{desk.time.now().date()}",
            form=Form.WRITTEN,
            where=Where.MAIL,
            owner_id=by.employee.id,
            whom="mevrouw De Vries",
        )
        return desk.after.complaints.begin(new, by).id


def stored(folder: Path, complaint_id: str) -> Complaint:
    with open_desk(folder) as desk:
        found = desk.after.complaints.one(complaint_id)
    assert found is not None
    return found


def test_what_two_people_write_in_other_places_is_all_kept(
    folder: Path, both: tuple[Colleague, Colleague], complaint: str
) -> None:
    sanne, youssef = both
    sanne.ask("read", id=complaint), youssef.ask("read", id=complaint)
    for number in range(10):
        sanne.begin("write", answers={"woorden": f"veertig minuten, {number}"})
        youssef.begin("write", answers={"wens": f"dat iemand het zegt, {number}"})
        assert sanne.hear() == youssef.hear() == {"clashes": []}
    answers = stored(folder, complaint).answers
    assert answers["woorden"] == "veertig minuten, 9"
    assert answers["wens"] == "dat iemand het zegt, 9"


def test_the_second_sees_what_the_first_wrote_and_chooses(
    folder: Path, both: tuple[Colleague, Colleague], complaint: str
) -> None:
    sanne, youssef = both
    sanne.ask("read", id=complaint), youssef.ask("read", id=complaint)
    sanne.begin("write", answers={"woorden": "Ik zat er veertig minuten."})
    youssef.begin("write", answers={"woorden": "Zij wachtte lang.", "wens": "excuses"})
    by_name = {"Sanne": sanne.hear()["clashes"], "Youssef": youssef.hear()["clashes"]}
    (loser,) = (name for name, clashes in by_name.items() if clashes)
    ((field, mine, theirs, who),) = by_name[loser]
    assert (field, {mine, theirs}) == (
        "woorden",
        {"Ik zat er veertig minuten.", "Zij wachtte lang."},
    )
    assert {loser, who} == {"Sanne", "Youssef"}
    kept = stored(folder, complaint).answers
    assert (kept["woorden"], kept["wens"]) == (theirs, "excuses")

    together = f"{theirs} {mine}"
    settling = sanne if loser == "Sanne" else youssef
    assert settling.ask("write", answers={"woorden": together}) == {"clashes": []}
    assert stored(folder, complaint).answers["woorden"] == together


def test_putting_right_what_a_colleague_put_right_changes_nothing(
    folder: Path, both: tuple[Colleague, Colleague], complaint: str
) -> None:
    sanne, youssef = both
    sanne.ask("read", id=complaint), youssef.ask("read", id=complaint)
    sanne.begin("change", subject="wachttijd")
    youssef.begin("change", subject="wachtkamer")
    told = [sanne.hear(), youssef.hear()]
    (done,) = (each["subject"] for each in told if "subject" in each)
    (trouble,) = (each["trouble"] for each in told if "trouble" in each)
    assert "Een collega" in trouble
    assert stored(folder, complaint).subject == done


def test_a_step_that_both_take_is_taken_once(
    folder: Path, both: tuple[Colleague, Colleague], complaint: str
) -> None:
    sanne, youssef = both
    sanne.begin("go", id=complaint, phase=2)
    youssef.begin("go", id=complaint, phase=2)
    assert sanne.hear() == youssef.hear() == {"phase": 2}
    found = stored(folder, complaint)
    assert (found.phase, found.row_version) == (Phase.ACKNOWLEDGE, 2)


def test_what_both_close_is_closed_once_and_asked_about_once(
    folder: Path, both: tuple[Colleague, Colleague], complaint: str
) -> None:
    sanne, youssef = both
    sanne.begin("close", id=complaint, reason="De klant is verhuisd.")
    youssef.begin("close", id=complaint, reason="De klant is verhuisd.")
    assert sanne.hear() == youssef.hear() == {"state": "gesloten"}
    found = stored(folder, complaint)
    assert [each.kind for each in found.events] == ["begun", "closed"]
    with open_desk(folder) as desk:
        (asked,) = desk.after.complaints.promised(complaint)
    assert asked.kind is Kind.SOLVED


def test_a_customer_who_says_no_once_goes_round_once(
    folder: Path, both: tuple[Colleague, Colleague], complaint: str
) -> None:
    sanne, youssef = both
    sanne.ask("read", id=complaint), youssef.ask("read", id=complaint)
    sanne.begin("write", answers={"opgelost": "nee"})
    youssef.begin("write", answers={"opgelost": "nee"})
    sanne.hear(), youssef.hear()
    assert stored(folder, complaint).loops == 1


def test_a_call_that_both_make_a_complaint_of_is_one(
    folder: Path, both: tuple[Colleague, Colleague]
) -> None:
    with open_desk(folder) as desk:
        by = By(desk.staff.at_the_desk())
        head = desk.calls.begin(Direction.IN, by)
    told = {
        "head": {name: getattr(head, name) for name in head.__struct_fields__},
        "remembered": {"woorden": "Ik zat er veertig minuten.", "wens": "excuses"},
    }
    sanne, youssef = both
    sanne.begin("call", **told)
    youssef.begin("call", **told)
    first, second = sanne.hear()["id"], youssef.hear()["id"]
    assert first == second
    assert stored(folder, first).answers["woorden"] == "Ik zat er veertig minuten."
