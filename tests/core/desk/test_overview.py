"""The year in figures, and the page for the change of shift, counted from a real register."""

from datetime import date

import pytest
from msgspec.structs import replace

from reception_assistant.complaints.complaint import Complaint, Field, Form, NewComplaint, Where
from reception_assistant.complaints.feedback import NewFeedback, Sort
from reception_assistant.complaints.learning import Worked
from reception_assistant.complaints.overview import Count, Overview, Promises
from reception_assistant.desk.learning import NewImprovement
from reception_assistant.desk.people import PersonForm
from reception_assistant.follow_ups.follow_up import Done, Helped, Kind, NewFollowUp
from reception_assistant.naming.person import PersonName
from reception_assistant.paper.letters import Kind as LetterKind
from reception_assistant.paper.overview_page import overview_csv, overview_page
from reception_assistant.paper.sheet import sheet_text
from reception_assistant.settings.catalogue import SPOKEN_DAYS
from tests.helpers.practice import Practice

HEADER = "datum;tijd;duur;kenmerk;patientnummer;achternaam;behandelaar;status;geboortedatum"
LONG_AGO = "01-10-2025;09:00;20;a;900;Vroeg;Smit;gekomen;"
FAR_AHEAD = "01-03-2027;09:00;20;z;901;Laat;Smit;gepland;"


def complaint(practice: Practice, **new: object) -> Complaint:
    facts = NewComplaint(
        subject="Niet teruggebeld",
        received="2026-11-20",
        form=Form.SPOKEN,
        where=Where.PHONE,
        owner_id=practice.by.employee.id,
        reason="rekening",
        whom="mevrouw Zonneveld",
        answers={Field.WORDS.value: "Niemand belde.", Field.CAUSE.value: "telefoon-bezet"},
    )
    return practice.desk.after.complaints.begin(replace(facts, **new), practice.by)


def promise(practice: Practice, **new: object) -> str:
    facts = NewFollowUp(
        kind=Kind.CALLBACK,
        what="Bellen over de rekening",
        before="2026-11-24T17:00",
        owner_id=practice.by.employee.id,
        whom="meneer Jansen",
    )
    return practice.desk.after.follow_ups.add(replace(facts, **new), practice.by)


def year(practice: Practice, number: int = 2026) -> Overview:
    return practice.desk.after.overview.year(number)


def test_a_complaint_is_in_the_year_with_its_cause_and_theme(practice: Practice) -> None:
    practice.desk.library.fill()
    about = complaint(practice)
    found = year(practice)
    assert (found.received, found.closed, found.terms.waiting) == (1, 0, 1)
    assert found.causes == (Count("Telefoon bezet of niet opgenomen", 1),)
    assert found.themes == (Count("Bereikbaar zijn", 1),)
    assert found.channels == (Count("Telefoon", 1),)
    assert found.reasons != (Count("rekening", 1),), "a reason is told in words"
    practice.desk.after.complaints.close(about.id, practice.by, "De klant wil niet verder.")
    found = year(practice)
    assert (found.closed, found.agreed, found.terms.in_time) == (1, 0, 1)
    assert year(practice, 2025).received == 0


def test_the_letter_with_the_outcome_is_the_answer(practice: Practice) -> None:
    about = complaint(practice, received="2026-11-23")
    practice.desk.after.letters.note_made(about.id, LetterKind.OUTCOME, practice.by)
    practice.at("09:00", date(2026, 12, 20))
    assert year(practice).terms.in_time == 1
    other = complaint(practice, whom="meneer Bos", received="2026-11-23")
    assert year(practice).terms.overdue == 1
    practice.desk.after.complaints.close(other.id, practice.by, "Niet meer bereikt.")
    assert year(practice).terms.too_late == 1


def test_nobody_is_named_in_the_year(practice: Practice) -> None:
    key = practice.desk.people.add(
        PersonForm(name=PersonName(call_name="Eva", surname="Zonneveld")), practice.by
    )
    about = complaint(practice, person_id=key, whom="", animal="Bello")
    owner = practice.by.employee
    what = f"{owner.name} belt Eva Zonneveld en Bello zelf terug"
    learning = practice.desk.after.learning
    improvement = learning.improve(
        NewImprovement("telefoon-bezet", what, owner.id, "2026-12-20", about.id, rule="Zonneveld"),
        practice.by,
    )
    learning.review(improvement, Worked.YES, "", practice.by)
    found = year(practice)
    (change,) = found.changes
    assert change.done == "iemand belt iemand en iemand zelf terug"
    assert (change.changed, change.worked) == ("iemand", Worked.YES)
    for told in (overview_csv(found), overview_page(found, "").body):
        for name in ("Zonneveld", "Eva", "Bello", owner.name):
            assert name not in told


def test_nobody_of_another_complaint_is_named_either(practice: Practice) -> None:
    complaint(practice, whom="mevrouw De Vries")
    about = complaint(practice, whom="")
    what = "Na de klacht van mevrouw de Vries en Zonneveld bellen wij zelf"
    complaint(practice)
    practice.desk.after.learning.improve(
        NewImprovement("telefoon-bezet", what, practice.by.employee.id, "2026-12-20", about.id),
        practice.by,
    )
    (change,) = year(practice).changes
    assert change.done == "Na de klacht van iemand en iemand bellen wij zelf"


def test_what_is_on_no_list_may_be_a_name_and_is_not_told(practice: Practice) -> None:
    practice.desk.library.fill()
    answers = {Field.CAUSE.value: "Piet heeft het gedaan"}
    complaint(practice, reason="klacht van Jansen", answers=answers)
    found = year(practice)
    assert [each.label for each in (*found.causes, *found.reasons)] == ["Iets anders"] * 2
    assert [each.label for each in found.themes] == ["Iets anders"]


def test_what_is_chosen_later_changes_nothing_of_what_is_closed(practice: Practice) -> None:
    after = practice.desk.after.complaints
    about = complaint(practice, received="2026-11-19")
    after.close(about.id, practice.by, "De klant wil het zo laten.")
    assert year(practice).terms.in_time == 1
    practice.desk.settings.choose(SPOKEN_DAYS, "1", practice.by)
    assert (year(practice).terms.in_time, year(practice).terms.too_late) == (1, 0)
    after.reopen(about.id, "Er kwam nog iets.", practice.by)
    assert year(practice).terms.overdue == 1


def test_only_a_yes_of_the_customer_counts_as_solved(practice: Practice) -> None:
    after = practice.desk.after.complaints
    about = complaint(practice)
    answers = {
        Field.WISH: "Dat iemand belt.",
        Field.CONFIRMED: "ja",
        Field.SOLUTION: "Wij bellen.",
        Field.SOLVED: "ja",
    }
    for field, value in answers.items():
        after.write(about.id, {field: value}, {}, practice.by)
    after.close(about.id, practice.by)
    other = complaint(practice, whom="meneer Bos")
    after.close(other.id, practice.by, "Niet meer bereikt.")
    assert (year(practice).closed, year(practice).agreed) == (2, 1)


def test_promises_count_by_what_became_of_them(practice: Practice) -> None:
    desk, by = practice.desk.after.follow_ups, practice.by
    kept, late = promise(practice), promise(practice, what="Mailen")
    gone, _open = promise(practice, what="Brief"), promise(practice, what="Nog een brief")
    promise(practice, what="Volgend jaar", before="2027-01-05T17:00")
    desk.done(kept, Done(result="Gebeld.", helped=Helped.YES), by)
    desk.not_needed(gone, "Kwam zelf langs.", by)
    practice.at("09:00", date(2026, 11, 26))
    desk.done(late, Done(result="Gemaild.", helped=Helped.NOT_ASKED), by)
    assert year(practice).promises == Promises(
        in_time=1, later=1, open=1, overdue=1, not_needed=1, helped=1, asked=1
    )


def test_compliments_are_in_the_year(practice: Practice) -> None:
    practice.desk.after.feedback.tell(NewFeedback(sort=Sort.COMPLIMENT, text="Fijn."), practice.by)
    assert year(practice).told[0] == Count("Complimenten", 1)


def test_the_change_of_shift_holds_what_is_open_and_what_comes(practice: Practice) -> None:
    practice.read(
        HEADER,
        LONG_AGO,
        "24-11-2026;09:30;20;n;1;Zonneveld;Bakker;gepland;",
        "25-11-2026;10:00;20;m;2;Maan;Bakker;gepland;",
        FAR_AHEAD,
        yes=True,
    )
    promise(practice, before="2026-11-24T09:30", what="Eerst dit")
    promise(practice)
    promise(practice, before="2026-11-30T17:00", what="Volgende week")
    complaint(practice, received="2026-11-10")
    practice.at("10:00")
    sheet = practice.desk.after.overview.hand_over_sheet()
    assert [each.what for each in sheet.late.lines] == ["Eerst dit"]
    assert [each.who for each in sheet.today.lines] == ["meneer Jansen"]
    assert sheet.later == 1
    assert [each.who for each in sheet.complaints.lines] == ["mevrouw Zonneveld"]
    today, tomorrow = sheet.arrivals
    assert (today.day, [each.who for each in today.people]) == ("vandaag", ["Zonneveld"])
    assert tomorrow.day == "woensdag 25 november"
    assert "meneer Jansen" in sheet_text(sheet)
    assert sheet.scripts == ()


def test_the_working_day_after_a_friday_is_monday(practice: Practice) -> None:
    practice.read(
        HEADER, LONG_AGO, "30-11-2026;10:00;20;m;2;Maan;Bakker;gepland;", FAR_AHEAD, yes=True
    )
    practice.at("16:00", date(2026, 11, 27))
    (monday,) = practice.desk.after.overview.hand_over_sheet().arrivals
    assert monday.day == "maandag 30 november"


def test_many_promises_fit_on_one_page_with_how_many_more_there_are(practice: Practice) -> None:
    for number in range(30):
        promise(practice, what=f"Belofte {number}")
    today = practice.desk.after.overview.hand_over_sheet().today
    assert len(today.lines) + today.more == 30
    assert today.more > 0


@pytest.mark.parametrize("changed", [True, False])
def test_a_script_that_changed_since_yesterday_is_named(
    practice: Practice, *, changed: bool
) -> None:
    practice.at("09:00", date(2026, 11, 20))
    practice.desk.library.fill()
    practice.at("09:00")
    if changed:
        with practice.desk.store.writing() as db:
            db.conn.execute(
                """INSERT INTO script_versions
                SELECT 'nieuw', script_id, 2, text, facts, 'practice', '2026-11-23T12:00:00.000',
                    NULL FROM script_versions WHERE script_id = 'prijs-vraag'"""
            )
            db.conn.execute(
                """UPDATE scripts SET version_id = 'nieuw', row_version = 2
                WHERE id = 'prijs-vraag'"""
            )
    scripts = practice.desk.after.overview.hand_over_sheet().scripts
    title = practice.desk.library.all().scripts["prijs-vraag"].script.title
    assert scripts == ((title,) if changed else ())
