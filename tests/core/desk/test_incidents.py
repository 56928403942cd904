"""Incidents: facts, told to somebody, gone after their term; and somebody asks how you are."""

from datetime import date

import pytest

from reception_assistant.audit.entry import Action
from reception_assistant.desk.acting import By
from reception_assistant.desk.incidents import IncidentsDesk, NewIncident
from reception_assistant.errors import KnownError
from reception_assistant.staff.employee import Role
from tests.helpers.practice import Practice, open_practice

CUP = NewIncident("Er is een beker tegen het raam gegooid.", "Fatima", warned=True)
AGENDA = "datum;tijd;achternaam"


@pytest.fixture
def desk(practice: Practice) -> IncidentsDesk:
    return practice.desk.after.incidents


@pytest.fixture
def sanne(practice: Practice) -> By:
    return By(practice.desk.staff.add("Sanne", Role.RECEPTIONIST, practice.by))


def test_facts_and_who_was_told_are_kept_for_a_year(
    practice: Practice, desk: IncidentsDesk
) -> None:
    key = desk.note(CUP, practice.by)
    kept = desk.one(key)
    assert kept is not None
    assert (kept.facts, kept.told, kept.day) == (CUP.facts, "Fatima", "2026-11-24")
    assert (kept.warned, kept.ended, kept.reported) == (True, False, False)
    assert kept.expires == "2027-11-24"
    with open_practice(practice.folder) as again:
        assert again.desk.after.incidents.listed() == [kept]


def test_a_leap_day_has_a_year_too(desk: IncidentsDesk) -> None:
    assert desk.usual_end("2028-02-29") == "2029-02-28"


def test_it_goes_by_itself_after_its_term(practice: Practice, desk: IncidentsDesk) -> None:
    soon = desk.note(CUP._replace(expires="2026-12-01"), practice.by)
    later = desk.note(CUP._replace(facts="Er is gescholden."), practice.by)
    practice.at("09:00", date(2026, 12, 1))
    assert desk.expire() == 0
    assert desk.one(soon) is not None
    practice.at("09:00", date(2026, 12, 2))
    assert desk.one(soon) is None  # also before it is removed
    assert desk.expire() == 1
    assert [each.id for each in desk.listed()] == [later]
    entry = practice.audit()[-1]
    assert (entry.action, entry.detail) == (Action.INCIDENT_EXPIRED, "1")
    assert desk.expire() == 0
    assert practice.audit()[-1] == entry


def test_its_term_can_be_changed_by_one_at_a_time(practice: Practice, desk: IncidentsDesk) -> None:
    key = desk.note(CUP, practice.by)
    desk.keep_until(key, "2027-05-01", 1, practice.by)
    desk.keep_until(key, "2027-05-01", 1, practice.by)  # pressed twice
    with pytest.raises(KnownError, match="niets overschreven"):
        desk.keep_until(key, "2028-01-01", 1, practice.by)
    with pytest.raises(KnownError, match="voorbij"):
        desk.keep_until(key, "2026-11-01", 2, practice.by)
    (kept,) = desk.listed()
    assert (kept.expires, kept.row_version) == ("2027-05-01", 2)


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (NewIncident("  ", "Fatima"), "wat er gebeurde"),
        (NewIncident("Een beker.", ""), "aan wie"),
        (CUP._replace(day="2026-11-25"), "nog niet geweest"),
        (CUP._replace(day="ooit"), "te lezen"),
        (CUP._replace(expires="2026-11-23"), "voorbij"),
        (CUP._replace(person_id="weg"), "er niet meer"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_kept(
    new: NewIncident, told: str, practice: Practice, desk: IncidentsDesk
) -> None:
    with pytest.raises(KnownError, match=told):
        desk.note(new, practice.by)
    assert desk.listed() == []


def test_it_is_noted_once_and_without_a_bsn(practice: Practice, desk: IncidentsDesk) -> None:
    new = NewIncident("Hij noemde BSN 123456782.", "Fatima")
    assert desk.note(new, practice.by) == desk.note(new, practice.by)
    (kept,) = desk.listed()
    assert kept.facts == "Hij noemde BSN .........."


def test_a_call_that_is_not_in_the_log_yet_never_holds_it_up(
    practice: Practice, desk: IncidentsDesk
) -> None:
    desk.note(CUP._replace(call_id="loopt-nog", complaint_id="weg"), practice.by)
    (kept,) = desk.listed()
    assert (kept.call_id, kept.complaint_id) == (None, None)


def test_a_judgement_is_marked_and_not_refused(practice: Practice, desk: IncidentsDesk) -> None:
    facts = "Een agressieve man."
    assert [facts[mark.start : mark.end] for mark in desk.judging_words(facts)] == ["agressieve"]
    desk.note(NewIncident(facts, "Fatima"), practice.by)
    assert len(desk.listed()) == 1


def test_incidents_of_somebody_are_found_the_newest_first(
    practice: Practice, desk: IncidentsDesk
) -> None:
    practice.read(AGENDA, "24-11-2026;09:00;Bos")
    (bos,) = practice.found("Bos")
    for day in ("2026-11-02", "2026-11-20"):
        desk.note(CUP._replace(person_id=bos.id, day=day), practice.by)
    desk.note(CUP, practice.by)
    assert [each.day for each in desk.of_person(bos.id)] == ["2026-11-20", "2026-11-02"]


def test_somebody_asks_how_you_are_the_next_day_and_after_a_week(
    practice: Practice, desk: IncidentsDesk, sanne: By
) -> None:
    key = desk.note(CUP, sanne)
    assert desk.care_questions(sanne) == []
    practice.at("09:00", date(2026, 11, 25))
    (asked,) = desk.care_questions(sanne)
    assert (asked.incident_id, "met u" in asked.question) == (key, True)
    desk.aftercare(key, " Het gaat\nweer. ", sanne)
    desk.aftercare(key, "Het gaat weer.", sanne)  # pressed twice
    assert desk.care_questions(sanne) == []
    practice.at("09:00", date(2026, 12, 1))
    assert len(desk.care_questions(sanne)) == 1
    desk.aftercare(key, "Goed.", sanne)
    (kept,) = desk.listed()
    assert kept.aftercare == "25-11-2026: Het gaat weer.\n01-12-2026: Goed."
    assert desk.care_questions(sanne) == []


def test_only_a_manager_is_asked_about_a_colleague(
    practice: Practice, desk: IncidentsDesk, sanne: By
) -> None:
    desk.note(CUP, sanne)
    noor = By(practice.desk.staff.add("Noor", Role.RECEPTIONIST, practice.by))
    practice.at("09:00", date(2026, 11, 25))
    assert desk.care_questions(noor) == []
    assert [each.question for each in desk.care_questions(practice.by)] == [
        "Hoe gaat het met Sanne?"
    ]
    practice.desk.staff.change(sanne.employee._replace(active=False), practice.by)
    assert desk.care_questions(practice.by) == []


def test_an_answer_needs_words_and_an_incident(practice: Practice, desk: IncidentsDesk) -> None:
    key = desk.note(CUP, practice.by)
    with pytest.raises(KnownError, match="geen antwoord"):
        desk.aftercare(key, " ", practice.by)
    with pytest.raises(KnownError, match="er niet meer"):
        desk.aftercare("weg", "Goed.", practice.by)


def test_emergency_care_stays_open_and_the_audit_holds_no_facts(
    practice: Practice, desk: IncidentsDesk
) -> None:
    key = desk.note(CUP, practice.by)
    assert "spoed" in desk.emergency_words()
    entry = practice.audit()[-1]
    assert (entry.action, entry.subject_id, entry.detail) == (Action.INCIDENT_NOTED, key, "")


def test_what_was_long_ago_is_kept_from_the_day_it_is_written_down(
    practice: Practice, desk: IncidentsDesk
) -> None:
    kept = desk.one(desk.note(CUP._replace(day="2024-01-01"), practice.by))
    assert kept is not None
    assert (kept.day, kept.expires) == ("2024-01-01", "2027-11-24")
