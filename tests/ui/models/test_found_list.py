"""The people found while somebody types."""

from datetime import date, datetime

from pytestqt.modeltest import ModelTester

from reception_assistant.agenda.day import Person, Visit
from reception_assistant.naming.person import PersonName, Salutation
from ui.widgets.found_list import Found, FoundList

GROOT = Person(
    id="1",
    name=PersonName(given_name="Anna", prefix="de", surname="Groot", salutation=Salutation.MEVROUW),
    birth_date=date(1958, 3, 14),
    phone="06 11 22 33 44",
)
KLEIN = Person(id="2", name=PersonName(given_name="Jan", surname="Klein"))


def lines(found: FoundList) -> list[str]:
    return [found.index(row, 0).data() for row in range(found.rowCount())]


def test_a_line_tells_people_of_one_name_apart() -> None:
    found = FoundList()
    visit = Visit(
        id="v",
        start=datetime.fromisoformat("2026-11-24T09:10"),
        person=GROOT,
        treatment="controle",
    )
    found.set_found([Found(GROOT), Found(GROOT, visit), Found(KLEIN)])
    assert lines(found) == [
        "Groot, Anna de · 14-03-1958 · 06 11 22 33 44",
        "Groot, Anna de · 09:10 controle · 14-03-1958 · 06 11 22 33 44",
        "Klein, Jan",
    ]


def test_who_stands_on_a_row_can_be_asked_for() -> None:
    found = FoundList()
    found.set_found([Found(GROOT), Found(KLEIN)])
    assert found.found(1) == Found(KLEIN)
    assert found.found(2) is None
    assert found.found(-1) is None


def test_the_list_behaves_as_qt_expects(qtmodeltester: ModelTester) -> None:
    found = FoundList()
    for people in ([Found(GROOT), Found(KLEIN)], [Found(KLEIN)], []):
        found.set_found(people)
        qtmodeltester.check(found)  # type: ignore[no-untyped-call]  # of pytest-qt
