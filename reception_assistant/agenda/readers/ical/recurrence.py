"""When a repetition falls: worked out period by period, lazily, and for a counted price."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from reception_assistant.agenda.readers.ical.counting import last_of_count
from reception_assistant.agenda.readers.ical.rule import Frequency, Rule, completed
from reception_assistant.agenda.readers.ical.steps import Steps

_WEEK = 7
_MONTHS = 12
_LAST_DAY = date.max.toordinal()
_ENOUGH_OF_A_WEEK = 3  # days before its year that the first week of a year may begin


class Reach(Struct, frozen=True):
    """The days that are looked at, as their numbers in the calendar; nothing outside is needed."""

    first: int
    last: int


def occurrences(
    rule: Rule, start: datetime, until: datetime, reach: Reach, steps: Steps
) -> Iterator[datetime]:
    """Yield when `rule` falls, in order and in wall time, from `start` up to and with `until`.

    What falls before the reach is only yielded when it has to be counted. Raises
    `OutOfStepsError`.
    """
    last = last_of_count(rule, start)
    if last:
        rule, until = replace(rule, count=0), min(until, last)
    rule = completed(rule, start)
    steps.spend(len(rule.hours) * len(rule.minutes) * len(rule.seconds))
    times = [time(*parts) for parts in product(rule.hours, rule.minutes, rule.seconds)]
    left = rule.count
    reach = Reach(reach.first, min(reach.last, until.toordinal()))
    for days in _Periods(rule, start, reach, steps).days():
        for moment in _moments(days, times, rule.places):
            steps.spend(1)
            if moment > until:
                return
            if moment < start:
                continue
            yield moment
            left -= 1
            if not left:
                return


def _moments(
    days: Sequence[int], times: Sequence[time], places: Sequence[int]
) -> Iterator[datetime]:
    """Yield the moments of one period; with `places` only those that stand there."""
    if not places:
        for day in days:
            on = date.fromordinal(day)
            for at in times:
                yield datetime.combine(on, at)
        return
    total = len(days) * len(times)
    chosen = {place - 1 if place > 0 else total + place for place in places}
    for index in sorted(index for index in chosen if 0 <= index < total):
        place, part = divmod(index, len(times))
        yield datetime.combine(date.fromordinal(days[place]), times[part])


class _Periods:
    """Goes through the years, months, weeks or days of a rule, and finds the days in each."""

    def __init__(self, rule: Rule, start: datetime, reach: Reach, steps: Steps) -> None:
        self._rule, self._steps = rule, steps
        self._start = start.date()
        self._last = min(reach.last, _LAST_DAY)
        # One that is counted is worked out from the beginning.
        self._first = self._start.toordinal() if rule.count else reach.first
        self._every = {weekday for number, weekday in rule.weekdays if not number}
        self._nth = {pair for pair in rule.weekdays if pair[0]}
        if rule.frequency <= Frequency.WEEKLY and self._nth:
            # "The second Monday" of a day or a week says no more than "Monday".
            self._every |= {weekday for _number, weekday in self._nth}
            self._nth = set()
        self._in_year = rule.frequency is Frequency.YEARLY and not rule.months

    def days(self) -> Iterator[list[int]]:
        """Yield the days of each period, as their numbers in the calendar."""
        if self._rule.frequency is Frequency.DAILY:
            return self._by_days(self._start.toordinal(), 1)
        if self._rule.frequency is Frequency.WEEKLY:
            back = (self._start.weekday() - self._rule.week_start) % _WEEK
            return self._by_days(self._start.toordinal() - back, _WEEK)
        if self._rule.frequency is Frequency.MONTHLY:
            return self._by_months(1, (0,))
        months = [month - 1 for month in self._rule.months] or range(_MONTHS)
        return self._by_months(_MONTHS, months)

    def _by_days(self, begin: int, length: int) -> Iterator[list[int]]:
        step = length * self._rule.interval
        begin += max(self._first - length - begin, 0) // step * step
        while begin <= self._last:
            self._steps.spend(length)
            until = min(begin + length, _LAST_DAY + 1)
            yield [day for day in range(max(begin, 1), until) if self._fits(day)]
            begin += step

    def _by_months(self, length: int, parts: Sequence[int]) -> Iterator[list[int]]:
        step = length * self._rule.interval
        begin = self._start.year * _MONTHS
        if length == 1:
            begin += self._start.month - 1
        first = date.fromordinal(max(self._first, 1))
        ahead = first.year * _MONTHS + first.month - 1 - length - begin
        begin += max(ahead, 0) // step * step
        last = date.fromordinal(max(self._last, 1))
        end = last.year * _MONTHS + last.month - 1
        while begin <= end:
            yield [day for part in parts for day in self._of_month(*divmod(begin + part, _MONTHS))]
            begin += step

    def _of_month(self, year: int, month: int) -> list[int]:
        """Return the days that fit in a month, January being 0."""
        rule = self._rule
        if rule.months and month + 1 not in rule.months:
            self._steps.spend(1)
            return []
        length = monthrange(year, month + 1)[1]
        before = date(year, month + 1, 1).toordinal() - 1
        numbers: Sequence[int] = range(1, length + 1)
        if rule.month_days:
            wanted = {day if day > 0 else length + 1 + day for day in rule.month_days}
            numbers = sorted(day for day in wanted if 1 <= day <= length)
        self._steps.spend(len(numbers) + 1)
        if not (rule.weekdays or rule.year_days or rule.weeks):
            return [before + day for day in numbers]
        return [before + day for day in numbers if self._fits(before + day)]

    def _fits(self, day: int) -> bool:
        rule = self._rule
        if rule.weekdays and not self._is_weekday(day):
            return False
        if not (rule.months or rule.month_days or rule.year_days or rule.weeks):
            return True
        on = date.fromordinal(day)
        if rule.months and on.month not in rule.months:
            return False
        length = monthrange(on.year, on.month)[1]
        if rule.month_days and not {on.day, on.day - length - 1} & set(rule.month_days):
            return False
        of_year, days = day - _new_year(on.year) + 1, _new_year(on.year + 1) - _new_year(on.year)
        if rule.year_days and not {of_year, of_year - days - 1} & set(rule.year_days):
            return False
        return not rule.weeks or self._is_week(day, on.year)

    def _is_weekday(self, day: int) -> bool:
        weekday = (day - 1) % _WEEK
        if weekday in self._every:
            return True
        if not any(weekday == each for _number, each in self._nth):
            return False
        on = date.fromordinal(day)
        if self._in_year:
            number, length = day - _new_year(on.year), _new_year(on.year + 1) - _new_year(on.year)
        else:
            number, length = on.day - 1, monthrange(on.year, on.month)[1]
        from_start, from_end = number // _WEEK + 1, -((length - 1 - number) // _WEEK + 1)
        return (from_start, weekday) in self._nth or (from_end, weekday) in self._nth

    def _is_week(self, day: int, year: int) -> bool:
        first, following = self._first_week(year), self._first_week(year + 1)
        if day < first:
            first, following = self._first_week(year - 1), first
        elif day >= following:
            first, following = following, self._first_week(year + 2)
        week, weeks = (day - first) // _WEEK + 1, (following - first) // _WEEK
        return not {week, week - weeks - 1}.isdisjoint(self._rule.weeks)

    def _first_week(self, year: int) -> int:
        """Return on what day the first week with at least four days in `year` begins."""
        new_year = _new_year(year)
        back = (new_year - 1 - self._rule.week_start) % _WEEK
        return new_year - back if back <= _ENOUGH_OF_A_WEEK else new_year - back + _WEEK


def _new_year(year: int) -> int:
    before = year - 1
    return 365 * before + before // 4 - before // 100 + before // 400 + 1
