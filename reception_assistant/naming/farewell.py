"""The last sentence: Dag mevrouw De Vries, tot over een half jaar! And the wish after it."""

from datetime import datetime, timedelta

from reception_assistant.i18n import N_, _
from reception_assistant.naming.greeting import PartOfDay, part_of_day
from reception_assistant.naming.person import Pronoun
from reception_assistant.naming.sentence import full_stop_once, tidy
from reception_assistant.naming.spoken_time import (
    clock_words,
    clock_words_in_full,
    date_words,
    half_more_words,
    month_name,
    number_words,
    weekday_name,
)

_SOON = timedelta(minutes=60)
_FRIDAY = 4
_EVENING_WISH_FROM = 17
_DECEMBER = 12
_HALF_A_YEAR = 6  # months
# The last day of every distance of which the phrase needs no more than the number of days.
_BY_DAYS = (
    (17, N_("tot over twee weken")),
    (24, N_("tot over drie weken")),
    (28, N_("tot over vier weken")),
    (33, N_("tot over een maand")),
)
_LAST_IN_DATES, _LAST_IN_WEEKS, _LAST_IN_MONTHS = 12, 58, 350
_LAST_A_YEAR, _LAST_MONTH_NAMED, _LAST_YEAR_AND_A_HALF = 380, 500, 600


def until(now: datetime, following: datetime | None, *, belgian: bool = False) -> str:
    """Return "tot over een half jaar": when we meet again (domain: farewells.md, first row counts).

    Both moments are wall times of the practice without a zone; calendar days count, not hours.
    In Belgium "middag" is 12 to 14 and the rest of the afternoon "namiddag". The parts of the day
    stay the same for that ("tot straks" is right in both countries), but "tot vanmiddag" would be
    heard as around noon, so there it always names the clock time.
    """
    if following is None or following <= now:
        return _("tot ziens")
    days = (following.date() - now.date()).days
    if days == 0:
        return _until_later_today(now, following, belgian=belgian)
    if days <= _LAST_IN_DATES or _in_next_week(now, days):
        return _until_day(now, following, days)
    for last, phrase in _BY_DAYS:
        if days <= last:
            return _(phrase)
    if days <= _LAST_IN_MONTHS:
        return _until_weeks_or_months(days)
    return _until_years(now, following, days)


def wish(now: datetime) -> str:
    """Return the wish after the farewell: the holidays first, then the weekend, then the hour."""
    day = (now.month, now.day)
    if (_DECEMBER, 24) <= day <= (_DECEMBER, 26):
        return _("Fijne kerst!")
    if day >= (_DECEMBER, 29):
        return _("Alvast een goed nieuwjaar!")
    if day <= (1, 6):
        return _("Goed nieuwjaar!")
    if now.weekday() > _FRIDAY or (
        now.weekday() == _FRIDAY and part_of_day(now) >= PartOfDay.AFTERNOON
    ):
        return _("Fijn weekend!")
    return _("Fijne avond!") if now.hour >= _EVENING_WISH_FROM else _("Fijne dag!")


def farewell(spoken: str, until_phrase: str, *, sober: bool = False) -> str:
    """Return the goodbye with the name; after a sober visit only strength is wished."""
    name, phrase = tidy(spoken), tidy(until_phrase)
    if sober:
        return full_stop_once(_("Sterkte, {name}.").format(name=name)) if name else _("Sterkte.")
    if name and phrase:
        return _("Dag {name}, {until}!").format(name=name, until=phrase)
    if phrase:
        return _("Dag, {until}!").format(until=phrase)
    return _("Dag {name}!").format(name=name) if name else _("Dag!")


def appointment_sentence(following: datetime, pronoun: Pronoun, now: datetime | None = None) -> str:
    """Return day and time of the appointment as a sentence of its own, said when asked.

    The year is named where `now` is known and weekday, day and month could mean a nearer day:
    from "tot over een jaar" on.
    """
    far = now is not None and abs((following.date() - now.date()).days) > _LAST_IN_MONTHS
    day, clock = date_words(following, year=far), clock_words_in_full(following)
    if pronoun is Pronoun.JE:
        return _("Je afspraak is op {day} om {time}.").format(day=day, time=clock)
    return _("Uw afspraak is op {day} om {time}.").format(day=day, time=clock)


def _until_later_today(now: datetime, following: datetime, *, belgian: bool) -> str:
    """Return the phrase for a moment later on the same day."""
    if following - now <= _SOON:
        return _("tot zo")
    part = part_of_day(following)
    if part is part_of_day(now):
        return _("tot straks")
    if part is PartOfDay.MORNING:
        return _("tot vanochtend")
    if part is PartOfDay.EVENING:
        return _("tot vanavond")
    if belgian:
        return _("tot vanmiddag om {time}").format(time=clock_words(following))
    return _("tot vanmiddag")


def _in_next_week(now: datetime, days: int) -> bool:
    """Tell whether `days` from now falls in the next calendar week, Monday to Sunday."""
    first = 7 - now.weekday()
    return first <= days < first + 7


def _until_day(now: datetime, following: datetime, days: int) -> str:
    """Return the phrase that names a day: tomorrow, a weekday or a date."""
    if days == 1:
        return _("tot morgen")
    if days == 2:  # noqa: PLR2004  the day after tomorrow
        return _("tot overmorgen")
    weekday = weekday_name(following)
    if days < 7:  # noqa: PLR2004  a week
        return _("tot {weekday}").format(weekday=weekday)
    if _in_next_week(now, days):
        return _("tot volgende week {weekday}").format(weekday=weekday)
    return _("tot {day}").format(day=date_words(following))


def _until_weeks_or_months(days: int) -> str:
    """Return the phrase that counts weeks (34 to 58 days) or months of 30.44 days."""
    if days <= _LAST_IN_WEEKS:
        return _("tot over {count} weken").format(count=number_words((2 * days + 7) // 14))
    months = (200 * days + 3044) // 6088  # days / 30.44, rounded half up
    if months == _HALF_A_YEAR:
        return _("tot over een half jaar")
    return _("tot over {count} maanden").format(count=number_words(months))


def _until_years(now: datetime, following: datetime, days: int) -> str:
    """Return the phrase for about a year and more: a month by its name, or years and halves."""
    if days <= _LAST_A_YEAR:
        return _("tot over een jaar")
    if days <= _LAST_MONTH_NAMED:
        if following.year == now.year + 1:
            return _("tot {month} volgend jaar").format(month=month_name(following))
        return _("tot {month} {year}").format(month=month_name(following), year=following.year)
    if days <= _LAST_YEAR_AND_A_HALF:
        return _("tot over anderhalf jaar")
    years, half = divmod((16 * days + 1461) // 2922, 2)  # days / 365.25, to the nearest half
    words = half_more_words(years) if half else number_words(years)
    return _("tot over {count} jaar").format(count=words)
