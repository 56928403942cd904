"""What comes after the conversations of the demo: promises, complaints and a compliment.

Each row of `scripts_nl/demo/na-afloop.csv` is about whoever comes at the `plek`-th place of the
day; `dagen` are counted from today.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from reception_assistant.agenda.day import Visit
from reception_assistant.calls.promise import Channel
from reception_assistant.clock import StandingClock
from reception_assistant.complaints.complaint import Field, Form, NewComplaint, Phase, Where, Yes
from reception_assistant.complaints.feedback import NewFeedback, Sort
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.follow_ups.follow_up import Kind, NewFollowUp

_PROMISED_BEFORE = timedelta(days=3)
_KINDS = {each.value: each for each in Kind}


def fill_after(desk: Desk, clock: StandingClock, rows: Sequence[Mapping[str, str]], by: By) -> None:
    """Promise, complain and praise as the rows tell, where the day has so many visits.

    What is over time by now was promised some days ago, when it was not.
    """
    moment, now = clock.moment, desk.time.now()
    visits = desk.agenda.day(now.date(), now).visits
    for row in rows:
        at = int(row["plek"])
        if at < len(visits):
            clock.moment = moment - _PROMISED_BEFORE if row["soort"] in _KINDS else moment
            _tell(desk, row, visits[at], now, by)
    clock.moment = moment


def _tell(desk: Desk, row: Mapping[str, str], visit: Visit, now: datetime, by: By) -> None:
    day = now.date() + timedelta(days=int(row["dagen"]))
    if row["soort"] in _KINDS:
        _promise(desk, row, visit, f"{day}T{row['tijd']}", by)
    elif row["soort"] == "klacht":
        _complain(desk, row, visit, day.isoformat(), by)
    else:
        told = NewFeedback(
            sort=Sort(row["soort"]), text=row["wat"], where=row["bij"], person_id=visit.person.id
        )
        desk.after.feedback.tell(told, by)


def _promise(desk: Desk, row: Mapping[str, str], visit: Visit, before: str, by: By) -> None:
    kind = _KINDS[row["soort"]]
    new = NewFollowUp(
        kind=kind,
        what=row["wat"],
        before=before,
        owner_id=by.employee.id,
        channel=Channel(row["bij"]),
        reach=visit.person.phone,
        person_id=visit.person.id,
        third_party="de verzekering" if kind is Kind.THIRD_PARTY else "",
    )
    desk.after.follow_ups.add(new, by)


def _complain(desk: Desk, row: Mapping[str, str], visit: Visit, received: str, by: By) -> None:
    answers = {Field.WORDS: row["klant"], Field.WISH: row["wens"]}
    if int(row["stap"]) >= Phase.SOLVE:
        answers[Field.CONFIRMED] = Yes.YES
    new = NewComplaint(
        subject=row["wat"],
        received=received,
        form=Form.SPOKEN,
        where=Where(row["bij"]),
        owner_id=by.employee.id,
        person_id=visit.person.id,
        answers={field: text for field, text in answers.items() if text},
    )
    desk.after.complaints.begin(new, by)
