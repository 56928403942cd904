"""The year in figures, and the page for the change of shift."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from reception_assistant.agenda.day import Visit
from reception_assistant.agenda.visit import OFF_THE_LIST, Status
from reception_assistant.complaints.complaint import Complaint, State
from reception_assistant.complaints.listed import Row as ComplaintRow
from reception_assistant.complaints.listed import Search
from reception_assistant.complaints.nameless import Names
from reception_assistant.complaints.overview import (
    Case,
    Change,
    Overview,
    counted,
    told_counts,
)
from reception_assistant.complaints.terms import has_term
from reception_assistant.cues.cue import Cue, Priority
from reception_assistant.desk.acting import By
from reception_assistant.desk.ahead import AheadDesk
from reception_assistant.desk.library import LibraryDesk
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.desk.working_days import working_days
from reception_assistant.follow_ups.listed import Row, Which
from reception_assistant.i18n import _, ngettext
from reception_assistant.naming.spoken import age_on, spoken_name
from reception_assistant.naming.spoken_time import date_words
from reception_assistant.paper.overview_page import overview_page
from reception_assistant.paper.sheet import Arrival, Arrivals, Line, Part, Sheet, sheet_page
from reception_assistant.settings.catalogue import AT_THE_DESK, PRACTICE_NAME
from reception_assistant.staff.employee import at_the_desk
from reception_assistant.store import feedback as store_feedback
from reception_assistant.store import overview as store_overview
from reception_assistant.store.database import Store
from reception_assistant.store.first_day import read_day
from reception_assistant.store.staff import read_employees, read_settings

if TYPE_CHECKING:
    from reception_assistant.complaints.learning import Improvement
    from reception_assistant.desk.complaints import ComplaintsDesk
    from reception_assistant.desk.follow_ups import FollowUpsDesk
    from reception_assistant.desk.learning import LearningDesk
    from reception_assistant.paper.html import Page
    from reception_assistant.store.overview import YearCase

_DAY = timedelta(days=1)
_MOST_LATE, _MOST_TODAY, _MOST_WAITING, _MOST_COMPLAINTS, _MOST_ARRIVALS = 10, 12, 5, 6, 8
_MOST_SCRIPTS = 6
_BEFORE_THE_VISIT = (Priority.HARM, Priority.WELCOME)
"""What is known before somebody comes; how late it is now changes with every minute."""


class OverviewDesk:
    """What may be asked about all of it together."""

    def __init__(
        self,
        store: Store,
        time: PracticeTime,
        follow_ups: "FollowUpsDesk",
        complaints: "ComplaintsDesk",
        learning: "LearningDesk",
        ahead: AheadDesk,
        library: LibraryDesk,
    ) -> None:
        self._store = store
        self._time = time
        self._follow_ups = follow_ups
        self._complaints = complaints
        self._learning = learning
        self._ahead = ahead
        self._library = library

    def year(self, year: int) -> Overview:
        """Return the figures of a year, without the name of anybody."""
        first, after = date(year, 1, 1), date(year + 1, 1, 1)
        now_utc = self._time.to_utc(self._time.now().isoformat(timespec="minutes"))
        with self._store.reading() as connection:
            cases = store_overview.complaints_between(connection, f"{first}", f"{after - _DAY}")
            promises = store_overview.promises_between(
                connection, f"{first}T00:00", f"{after}T00:00", now_utc
            )
            told = store_feedback.numbers(
                connection,
                self._time.to_utc(f"{first}T00:00"),
                self._time.to_utc(f"{after}T00:00"),
            )
        overview = counted(year, self._time.now().date(), self._cases(cases))
        return overview._replace(
            promises=promises, told=told_counts(told), changes=tuple(self._changes(year))
        )

    def year_page(self, year: int) -> "Page":
        """Return the figures of a year as a page to print."""
        return overview_page(self.year(year), self._practice())

    def hand_over_sheet(self) -> Sheet:
        """Return what a colleague needs who takes over now."""
        now = self._time.now()
        everything = self._follow_ups.listed(Which.ALL, self._by())
        numbers = everything.numbers
        return Sheet(
            practice=self._practice(),
            made=_("{day}, {time}").format(
                day=date_words(now.date(), year=True), time=f"{now:%H:%M}"
            ),
            late=_part(everything.late, numbers.late, _MOST_LATE),
            today=_part(everything.today, numbers.today, _MOST_TODAY),
            waiting=_part(everything.waiting, numbers.waiting, _MOST_WAITING),
            later=numbers.later,
            complaints=self._near_their_end(),
            arrivals=tuple(self._arrivals(now)),
            scripts=tuple(self._changed_scripts(now)),
        )

    def hand_over_page(self) -> "Page":
        """Return the same as a page to print."""
        return sheet_page(self.hand_over_sheet())

    def _practice(self) -> str:
        with self._store.reading() as connection:
            return read_settings(connection).get(PRACTICE_NAME)

    def _by(self) -> By:
        with self._store.reading() as connection:
            chosen = read_settings(connection).get(AT_THE_DESK)
            return By(at_the_desk(read_employees(connection), chosen))

    def _cases(self, found: Sequence["YearCase"]) -> list[Case]:
        lists = self._library.all().lists
        cases = []
        for complaint, written, outcome_utc, solved, last in found:
            reason = lists.reason(complaint.reason)
            told = min(filter(None, (outcome_utc, complaint.closed_utc)), default="")
            cases.append(
                Case(
                    received=date.fromisoformat(complaint.received),
                    form=complaint.form,
                    where=complaint.where,
                    due=self._last_day(complaint, last),
                    answered=self._time.from_utc(told).date() if told else None,
                    closed=complaint.state is State.CLOSED,
                    agreed=solved and not complaint.closed_reason,
                    reason=reason.label if reason else _of_no_list(complaint.reason),
                    theme=self._theme(written),
                    cause=self._cause(written),
                    loops=complaint.loops,
                    extended=bool(complaint.extensions),
                )
            )
        return cases

    def _last_day(self, complaint: Complaint, kept: str) -> date | None:
        """Return the last day inside the term; of what is closed as it was then."""
        if not has_term(complaint):
            return None
        return date.fromisoformat(kept) if kept else self._complaints.due(complaint).legal

    def _changes(self, year: int) -> Iterator[Change]:
        """Give what was changed in a year, as it happened."""
        found = [each for each in self._learning.improvements() if each.since[:4] == f"{year:04}"]
        with self._store.reading() as connection:
            names = Names(store_overview.names_known(connection))
        for each in sorted(found, key=lambda it: (it.since, it.id)):
            yield Change(
                heard=self._cause(each.cause),
                done=names.out_of(each.what),
                since=date.fromisoformat(each.since),
                changed=names.out_of(self._changed(each)),
                worked=each.worked,
            )

    def _cause(self, written: str) -> str:
        """Return how a cause is called; what is on no list may hold anything, also a name."""
        known = self._learning.known_cause(written)
        return known.label if known else _of_no_list(written)

    def _theme(self, written: str) -> str:
        known = self._learning.known_cause(written)
        return known.theme if known else _of_no_list(written)

    def _changed(self, improvement: "Improvement") -> str:
        """Return which script or rule changed by it."""
        if not improvement.script_id:
            return improvement.rule
        title = self._title(improvement.script_id)
        return ", ".join(
            filter(None, (_("script «{title}»").format(title=title), improvement.rule))
        )

    def _title(self, script_id: str) -> str:
        version = self._library.all().scripts.get(script_id)
        return version.script.title if version else script_id

    def _near_their_end(self) -> Part:
        rows = self._complaints.listed(Search(state=State.OPEN))
        near = [_complaint_line(each) for each in rows if each.overdue or each.near]
        return Part(tuple(near[:_MOST_COMPLAINTS]), max(0, len(near) - _MOST_COMPLAINTS))

    def _arrivals(self, now: datetime) -> Iterator[Arrivals]:
        """Give for today and the next working day who needs something else than usual."""
        today = now.date()
        with self._store.reading() as connection:
            works = working_days(read_settings(connection))
        following = today + _DAY
        while not works(following):
            following += _DAY
        for day, words in ((today, _("vandaag")), (following, date_words(following))):
            people = [_arrival(*each) for each in self._special(day, now)]
            if people:
                more = max(0, len(people) - _MOST_ARRIVALS)
                yield Arrivals(words, tuple(people[:_MOST_ARRIVALS]), more)

    def _special(self, on: date, now: datetime) -> Iterator[tuple[Visit, list[Cue]]]:
        with self._store.reading() as connection:
            day = read_day(connection, on, now)
        outlook = self._ahead.outlook(day)
        for visit in day.visits:
            came = visit.status in (Status.TAKEN_IN, Status.LEFT)
            if visit.status in OFF_THE_LIST or came:
                continue
            cues = [each for each in outlook.cues(visit, now) if each.priority in _BEFORE_THE_VISIT]
            if cues:
                yield visit, cues

    def _changed_scripts(self, now: datetime) -> list[str]:
        yesterday = self._time.to_utc(f"{now.date() - _DAY}T00:00")
        with self._store.reading() as connection:
            found = store_overview.scripts_changed_since(connection, yesterday)
        titles = [self._title(each) for each in found[:_MOST_SCRIPTS]]
        more = len(found) - len(titles)
        if more > 0:
            titles.append(
                ngettext("en nog {number} script", "en nog {number} scripts", more).format(
                    number=more
                )
            )
        return titles


def _of_no_list(written: str) -> str:
    """Return what stands for something that is on no list any more; "" for nothing."""
    return _("Iets anders") if written else ""


def _part(rows: Sequence[Row], number: int, most: int) -> Part:
    shown = tuple(map(_line, rows[:most]))
    return Part(shown, max(number, len(rows)) - len(shown))


def _line(row: Row) -> Line:
    know = (
        _("wacht op {whom}").format(whom=row.waits_for) if row.waits_for else "",
        ngettext("{number} keer geprobeerd", "{number} keer geprobeerd", row.tries).format(
            number=row.tries
        )
        if row.tries
        else "",
        _("tweede keer overgedragen") if row.handed_over_often else "",
        _("naam niet hardop") if row.not_aloud else "",
    )
    return Line(row.when, row.who, row.what, row.owner, ", ".join(filter(None, know)))


def _complaint_line(row: ComplaintRow) -> Line:
    step = _("stap {number} van 7").format(number=int(row.phase))
    return Line(row.due_words, row.who, row.subject, row.owner, step)


def _arrival(visit: Visit, cues: Sequence[Cue]) -> Arrival:
    person = visit.person
    age = age_on(person.birth_date, visit.start.date()) if person.birth_date else None
    know = " ".join(dict.fromkeys(cue.know for cue in cues))
    return Arrival(f"{visit.start:%H:%M}", spoken_name(person.name, age), know)
