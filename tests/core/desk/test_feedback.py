"""Compliments and ideas: noted in one go, and answered when that was promised."""

from datetime import date

import pytest

from reception_assistant.audit.entry import Action
from reception_assistant.calls.promise import Channel
from reception_assistant.changes import Change, Changed
from reception_assistant.complaints.complaint import Where
from reception_assistant.complaints.feedback import Feedback, NewFeedback, Sort
from reception_assistant.desk.feedback import FeedbackDesk
from reception_assistant.errors import KnownError
from reception_assistant.follow_ups.follow_up import FollowUp, Helped, Kind, Source, State
from reception_assistant.library.context import Moment
from reception_assistant.store import follow_ups as store_follow_ups
from tests.helpers.practice import Ids, Practice, open_practice

AGENDA = "datum;tijd;achternaam"
IDEA = NewFeedback(
    sort=Sort.IDEA,
    text="Een bankje bij de deur",
    where=Where.DESK,
    whom="Mevrouw Bos",
    reply_before="2026-12-04",
    reach="bos@example.com",
)
NICE = NewFeedback(sort=Sort.COMPLIMENT, text="Wat werd ik fijn geholpen.")


@pytest.fixture
def desk(practice: Practice) -> FeedbackDesk:
    return practice.desk.after.feedback


def only(desk: FeedbackDesk) -> Feedback:
    (found,) = desk.listed()
    return found


def promises(practice: Practice, told: str) -> list[FollowUp]:
    with practice.desk.store.reading() as connection:
        found = [store_follow_ups.read(connection, f"{told}:{number}") for number in (1, 2)]
    return [each for each in found if each]


def test_a_compliment_takes_one_sentence(practice: Practice, desk: FeedbackDesk) -> None:
    told = desk.tell(NICE, practice.by)
    kept = only(desk)
    assert (kept.id, kept.sort, kept.text) == (told, Sort.COMPLIMENT, NICE.text)
    assert kept.employee == practice.by.employee.name
    assert desk.one(told) == kept
    assert promises(practice, told) == []
    with open_practice(practice.folder) as again:
        assert again.desk.after.feedback.listed() == [kept]


def test_an_answer_that_was_promised_is_on_the_list(practice: Practice, desk: FeedbackDesk) -> None:
    heard: list[Change] = []
    practice.desk.changes.listen(heard.append)
    told = desk.tell(IDEA, practice.by)
    (promise,) = promises(practice, told)
    assert (promise.kind, promise.source, promise.state) == (
        Kind.REPLY,
        Source.FEEDBACK,
        State.OPEN,
    )
    assert (promise.before, promise.whom) == ("2026-12-04T17:00", "Mevrouw Bos")
    assert (promise.channel, promise.reach) == (Channel.MAIL, "bos@example.com")
    assert (promise.owner_id, promise.feedback_id) == (practice.by.employee.id, told)
    assert [change.what for change in heard] == [Changed.COMPLAINTS | Changed.PROMISES]


def test_answering_keeps_the_promise_too(practice: Practice, desk: FeedbackDesk) -> None:
    told = desk.tell(IDEA, practice.by)
    desk.reply(told, " Het bankje staat er. ", practice.by)
    assert only(desk).done == "Het bankje staat er."
    (promise,) = promises(practice, told)
    assert (promise.state, promise.result) == (State.DONE, "Het bankje staat er.")
    desk.reply(told, "Het bankje staat er.", practice.by)  # pressed twice
    assert [entry.action for entry in practice.audit()].count(Action.FEEDBACK_REPLIED) == 1


def test_what_was_answered_in_the_list_is_not_asked_again(
    practice: Practice, desk: FeedbackDesk
) -> None:
    told = desk.tell(IDEA, practice.by)
    with practice.desk.store.writing() as db:
        store_follow_ups.close(
            db.conn,
            f"{told}:1",
            State.DONE,
            result="Gemaild.",
            helped=Helped.YES,
            closed_utc="2026-11-24T10:00",
            closed_by=practice.by.employee.id,
        )
    assert (only(desk).done, only(desk).done_utc) == ("Gemaild.", "2026-11-24T10:00")


def test_what_a_colleague_answered_is_not_overwritten(
    practice: Practice, desk: FeedbackDesk
) -> None:
    told = desk.tell(NICE, practice.by)
    with open_practice(practice.folder) as other:
        other.desk.after.feedback.reply(told, "Doorgegeven.", other.by)
    with pytest.raises(KnownError, match="niets overschreven"):
        desk.reply(told, "Taart gekocht.", practice.by)
    assert only(desk).done == "Doorgegeven."


def test_a_double_press_notes_it_once_and_the_same_words_later_again(
    practice: Practice, desk: FeedbackDesk
) -> None:
    assert desk.tell(IDEA, practice.by) == desk.tell(IDEA, practice.by)
    assert len(desk.listed()) == 1
    practice.at("09:05")
    desk.tell(IDEA, practice.by)
    assert len(desk.listed()) == 2


def test_a_bsn_is_never_kept(practice: Practice, desk: FeedbackDesk) -> None:
    desk.tell(NewFeedback(sort=Sort.FEEDBACK, text="BSN 123456782 \ud800"), practice.by)
    assert only(desk).text == "BSN ......... ?"


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (NewFeedback(sort=Sort.IDEA, text="  "), "wat er is verteld"),
        (NewFeedback(sort=Sort.IDEA, text="Ja", reply_before="2026-12-01"), "wie het antwoord"),
        (NewFeedback(sort=Sort.IDEA, text="Ja", whom="Bos", reply_before="2026-11-23"), "voorbij"),
        (NewFeedback(sort=Sort.IDEA, text="Ja", whom="Bos", reply_before="ooit"), "te lezen"),
        (NewFeedback(sort=Sort.IDEA, text="Ja", person_id="weg"), "er niet meer"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_kept(
    new: NewFeedback, told: str, practice: Practice, desk: FeedbackDesk
) -> None:
    with pytest.raises(KnownError, match=told):
        desk.tell(new, practice.by)
    assert desk.listed() == []
    assert all(entry.action is not Action.FEEDBACK_TOLD for entry in practice.audit())


def test_an_empty_answer_or_one_to_nothing_is_refused(
    practice: Practice, desk: FeedbackDesk
) -> None:
    told = desk.tell(NICE, practice.by)
    with pytest.raises(KnownError, match="wat u ermee deed"):
        desk.reply(told, " ", practice.by)
    with pytest.raises(KnownError, match="er niet meer"):
        desk.reply("weg", "Gedaan.", practice.by)


def test_the_newest_comes_first_and_one_sort_can_be_asked(
    practice: Practice, desk: FeedbackDesk
) -> None:
    desk.tell(NICE, practice.by)
    practice.at("09:30")
    desk.tell(IDEA, practice.by)
    assert [each.sort for each in desk.listed()] == [Sort.IDEA, Sort.COMPLIMENT]
    assert [each.sort for each in desk.listed(Sort.COMPLIMENT)] == [Sort.COMPLIMENT]
    assert [each.sort for each in desk.listed(limit=1)] == [Sort.IDEA]


def test_somebodys_own_words_are_found_back(practice: Practice, desk: FeedbackDesk) -> None:
    practice.read(AGENDA, "24-11-2026;09:00;Bos")
    (bos,) = practice.found("Bos")
    desk.tell(NewFeedback(sort=Sort.MOMENT, text="Mooi.", person_id=bos.id), practice.by)
    desk.tell(NICE, practice.by)
    assert [each.sort for each in desk.of_person(bos.id)] == [Sort.MOMENT]


def test_it_is_counted_by_the_days_of_the_practice(practice: Practice, desk: FeedbackDesk) -> None:
    practice.at("23:30", date(2025, 12, 31))
    desk.tell(NICE, practice.by)
    practice.at("00:10", date(2026, 1, 1))  # still the old year in UTC
    desk.tell(NICE, practice.by)
    year = desk.numbers(date(2026, 1, 1), date(2026, 12, 31))
    assert year == {Sort.COMPLIMENT: 1, Sort.IDEA: 0, Sort.FEEDBACK: 0, Sort.MOMENT: 0}
    assert desk.numbers()[Sort.COMPLIMENT] == 2


def test_the_audit_knows_the_sort_and_not_the_words(practice: Practice, desk: FeedbackDesk) -> None:
    told = desk.tell(IDEA, practice.by)
    entry = practice.audit()[-1]
    assert (entry.action, entry.subject_id, entry.detail) == (
        Action.FEEDBACK_TOLD,
        told,
        "idee",
    )


def test_the_sentence_of_thanks_says_the_day(desk: FeedbackDesk) -> None:
    assert "vrijdag 4 december" in desk.thanks(Sort.IDEA, Moment.PHONE, "2026-12-04")
    assert desk.with_care(Where.ONLINE)


def test_two_windows_can_note_at_once(practice: Practice) -> None:
    with open_practice(practice.folder, ids=Ids(1)) as other:
        other.desk.after.feedback.tell(NICE, other.by)
        practice.at("09:10")
        practice.desk.after.feedback.tell(NICE, practice.by)
    assert len(practice.desk.after.feedback.listed()) == 2
