"""Letters about a real complaint, and what is remembered of them."""

from datetime import date

import pytest
from msgspec.structs import replace

from reception_assistant.audit.entry import Action
from reception_assistant.complaints.complaint import (
    Complaint,
    Field,
    Form,
    NewComplaint,
    Where,
)
from reception_assistant.desk.learning import NewImprovement
from reception_assistant.desk.letters import LettersDesk
from reception_assistant.desk.people import PersonForm
from reception_assistant.errors import KnownError
from reception_assistant.follow_ups.follow_up import Kind as ToDo
from reception_assistant.follow_ups.follow_up import NewFollowUp
from reception_assistant.naming.person import PersonName, Salutation
from reception_assistant.paper.letters import Kind, letter_text
from reception_assistant.staff.employee import Role
from tests.helpers.practice import Practice

PRIVATE = "Lijkt eenzaam sinds het overlijden."
EVA = PersonName(call_name="Eva", prefix="de", surname="Vries", salutation=Salutation.MEVROUW)
ANSWERS = {
    Field.WORDS: "Niemand belde terug.",
    Field.WISH: "Dat iemand belt.",
    Field.BETWEEN_LINES: PRIVATE,
}


def person(practice: Practice, name: PersonName, born: date | None = None) -> str:
    return practice.desk.people.add(PersonForm(name=name, birth_date=born), practice.by)


def complaint(practice: Practice, **new: object) -> Complaint:
    facts = NewComplaint(
        subject="Niet teruggebeld",
        received="2026-11-12",
        form=Form.WRITTEN,
        where=Where.LETTER,
        owner_id=practice.by.employee.id,
        regime="wkkgz",
        whom="mevrouw Bos",
        answers={each.value: text for each, text in ANSWERS.items()},
    )
    return practice.desk.after.complaints.begin(replace(facts, **new), practice.by)


def text(practice: Practice, about: Complaint, kind: Kind) -> str:
    return letter_text(desk_of(practice).letter(about.id, kind, practice.by))


def desk_of(practice: Practice) -> LettersDesk:
    return practice.desk.after.letters


def test_the_receipt_tells_what_who_and_before_when(practice: Practice) -> None:
    told = text(practice, complaint(practice), Kind.RECEIPT)
    assert told.count("mevrouw Bos") == 2
    assert "Beste mevrouw Bos," in told
    assert "Op donderdag 12 november 2026 kwam uw klacht" in told
    assert "Niemand belde terug." in told
    assert "U krijgt uiterlijk donderdag 24 december 2026 antwoord" in told
    assert practice.by.employee.name in told


@pytest.mark.parametrize("kind", Kind)
def test_what_is_between_the_lines_is_in_no_letter(practice: Practice, kind: Kind) -> None:
    about = complaint(practice)
    after = practice.desk.after.complaints
    after.extend(about.id, 2, "Het lab is dicht.", practice.by)
    after.write(about.id, {Field.SOLUTION: "Wij bellen."}, {}, practice.by)
    assert PRIVATE not in text(practice, about, kind)


def test_more_time_is_told_with_the_old_day_the_new_day_and_the_reason(practice: Practice) -> None:
    about = complaint(practice)
    with pytest.raises(KnownError, match="nog geen extra tijd"):
        desk_of(practice).letter(about.id, Kind.EXTENSION, practice.by)
    practice.desk.after.complaints.extend(about.id, 2, "Het lab is dicht.", practice.by)
    told = text(practice, about, Kind.EXTENSION)
    assert "uiterlijk donderdag 24 december 2026 antwoord krijgen" in told
    assert "Wij hebben twee weken langer nodig." in told
    assert "U krijgt uiterlijk donderdag 7 januari 2027 antwoord" in told
    assert "Het lab is dicht." in told


def test_the_outcome_tells_what_is_done_by_whom_and_what_changes(practice: Practice) -> None:
    about, after = complaint(practice), practice.desk.after
    with pytest.raises(KnownError, match="nog geen oplossing"):
        desk_of(practice).letter(about.id, Kind.OUTCOME, practice.by)
    after.complaints.write(about.id, {Field.SOLUTION: "Wij bellen elke week."}, {}, practice.by)
    promise = _new_promise(practice)
    after.complaints.promise(about.id, promise, practice.by)
    after.learning.improve(
        NewImprovement(
            "telefoon-bezet", "Wij bellen zelf.", promise.owner_id, "2027-02-01", about.id
        ),
        practice.by,
    )
    told = text(practice, about, Kind.OUTCOME)
    assert "Wij bellen elke week." in told
    name = practice.by.employee.name
    assert f"Bellen over de rekening: uiterlijk vrijdag 4 december 2026, door {name}." in told
    assert "Wij bellen zelf." in told
    assert "klachtenfunctionaris" in told
    assert "terugkijken" not in told


def test_somebody_of_the_agenda_is_written_to_by_name(practice: Practice) -> None:
    key = person(practice, EVA)
    told = text(practice, complaint(practice, person_id=key, whom=""), Kind.RECEIPT)
    assert "Eva de Vries" in told.splitlines()
    assert "Beste mevrouw De Vries," in told


def test_a_letter_about_a_child_goes_to_the_parents(practice: Practice) -> None:
    key = person(practice, PersonName(call_name="Lisa", surname="Bos"), date(2018, 5, 1))
    told = text(practice, complaint(practice, person_id=key, whom=""), Kind.RECEIPT)
    assert "Aan de ouder of verzorger van Lisa Bos" in told
    assert "Beste ouder of verzorger van Lisa" in told


def test_a_name_with_braces_stays_a_name(practice: Practice) -> None:
    about = complaint(practice, whom="{termijn} {onbekend")
    assert "Beste {termijn} {onbekend," in text(practice, about, Kind.RECEIPT)


def test_an_anonymous_complaint_gets_no_promise_of_an_answer(practice: Practice) -> None:
    told = text(practice, complaint(practice, whom=""), Kind.RECEIPT)
    assert "Goedendag," in told
    assert "antwoord van ons" not in told


def test_a_letter_never_promises_a_day_that_is_over(practice: Practice) -> None:
    about = complaint(practice, form=Form.SPOKEN)
    with pytest.raises(KnownError, match=r"al voorbij.*Bel de klant vandaag"):
        text(practice, about, Kind.RECEIPT)
    about = complaint(practice, received="2026-11-14")  # until 26 December, shown as the 24th
    after = practice.desk.after.complaints
    after.write(about.id, {Field.SOLUTION: "Wij bellen."}, {}, practice.by)
    after.promise(about.id, _new_promise(practice), practice.by)
    practice.at("09:00", date(2026, 12, 25))
    assert "uiterlijk zaterdag 26 december" in text(practice, about, Kind.RECEIPT)
    told = text(practice, about, Kind.OUTCOME)
    assert "Bellen over de rekening: daar zijn we nog mee bezig." in told
    assert "4 december" not in told
    practice.at("09:00", date(2026, 12, 27))
    with pytest.raises(KnownError, match="al voorbij"):
        text(practice, about, Kind.RECEIPT)
    assert "Wij bellen." in text(practice, about, Kind.OUTCOME)


def test_without_a_term_the_receipt_speaks_of_no_day(practice: Practice) -> None:
    assert "die dag" in text(practice, complaint(practice), Kind.RECEIPT)
    assert "die dag" not in text(practice, complaint(practice, whom=""), Kind.RECEIPT)


def test_who_left_is_named_in_no_letter(practice: Practice) -> None:
    noor = practice.desk.staff.add("Noor", Role.RECEPTIONIST, practice.by)
    about, after = complaint(practice, owner_id=noor.id), practice.desk.after.complaints
    after.write(about.id, {Field.SOLUTION: "Wij bellen."}, {}, practice.by)
    after.promise(about.id, replace(_new_promise(practice), owner_id=noor.id), practice.by)
    assert "4 december 2026, door Noor." in text(practice, about, Kind.OUTCOME)
    practice.desk.staff.change(noor._replace(active=False), practice.by)
    told = [text(practice, about, kind) for kind in (Kind.RECEIPT, Kind.OUTCOME)]
    for each in told:
        assert "Noor" not in each
        assert f"{practice.by.employee.name} helpt u" in " ".join(each.split())
    assert "uiterlijk vrijdag 4 december 2026." in told[1]


def test_what_we_change_about_a_colleague_is_not_told_to_the_customer(practice: Practice) -> None:
    about, after = complaint(practice), practice.desk.after
    after.complaints.write(about.id, {Field.SOLUTION: "Wij bellen."}, {}, practice.by)
    practice.desk.staff.add("Fatima", Role.RECEPTIONIST, practice.by)
    own = practice.by.employee.id
    for what in ("Fatima's training", "Wij bellen zelf."):
        new = NewImprovement("telefoon-bezet", what, own, "2027-02-01", about.id)
        after.learning.improve(new, practice.by)
    told = text(practice, about, Kind.OUTCOME)
    assert "Wij bellen zelf." in told
    assert "training" not in told


def _new_promise(practice: Practice) -> NewFollowUp:
    return NewFollowUp(
        kind=ToDo.CALLBACK,
        what="Bellen over de rekening.",
        before="2026-12-04T17:00",
        owner_id=practice.by.employee.id,
    )


def test_a_practice_may_have_its_own_letter(practice: Practice) -> None:
    own = practice.folder / "brieven"
    own.mkdir()
    path = own / "ontvangst.md"
    path.write_text("Dag {naam|daar}, tot {termijn}!", encoding="utf-8")
    about = complaint(practice)
    assert text(practice, about, Kind.RECEIPT).startswith("Dag mevrouw Bos, tot uiterlijk")
    path.write_text("Dag {patient}", encoding="utf-8")
    with pytest.raises(KnownError, match=r"«ontvangst\.md».*«patient»"):
        text(practice, about, Kind.RECEIPT)
    path.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(KnownError, match=r"«ontvangst\.md» is niet te lezen"):
        text(practice, about, Kind.RECEIPT)


def test_a_letter_that_went_out_is_remembered_once_a_day(practice: Practice) -> None:
    about, desk = complaint(practice), desk_of(practice)
    for _each in range(2):
        desk.note_made(about.id, Kind.RECEIPT, practice.by)
    entries = [each for each in practice.audit() if each.action == Action.COMPLAINT_LETTER]
    assert [(each.subject_id, each.detail) for each in entries] == [(about.id, "ontvangst")]
    kept = practice.desk.after.complaints.one(about.id)
    assert kept is not None
    assert [each.detail for each in kept.events if each.kind == "letter"] == ["ontvangst"]
    practice.at("09:00", date(2026, 11, 25))
    desk.note_made(about.id, Kind.RECEIPT, practice.by)
    assert len([each for each in practice.audit() if each.action == Action.COMPLAINT_LETTER]) == 2


def test_only_letters_that_make_sense_are_offered(practice: Practice) -> None:
    about, after = complaint(practice), practice.desk.after.complaints
    assert desk_of(practice).kinds(about) == (Kind.RECEIPT,)
    after.extend(about.id, 1, "Druk.", practice.by)
    now = after.write(about.id, {Field.SOLUTION: "Bellen."}, {}, practice.by).complaint
    assert desk_of(practice).kinds(now) == tuple(Kind)


def test_a_complaint_that_is_gone_gets_no_letter(practice: Practice) -> None:
    with pytest.raises(KnownError, match="er niet meer"):
        desk_of(practice).letter("weg", Kind.RECEIPT, practice.by)
    with pytest.raises(KnownError, match="er niet meer"):
        desk_of(practice).note_made("weg", Kind.RECEIPT, practice.by)
