"""Numbers, clock times and days in Dutch words, as they are said aloud."""

from datetime import date, datetime, time

from reception_assistant.i18n import N_, _

_WEEKDAYS = (
    N_("maandag"),
    N_("dinsdag"),
    N_("woensdag"),
    N_("donderdag"),
    N_("vrijdag"),
    N_("zaterdag"),
    N_("zondag"),
)
_MONTHS = (
    N_("januari"),
    N_("februari"),
    N_("maart"),
    N_("april"),
    N_("mei"),
    N_("juni"),
    N_("juli"),
    N_("augustus"),
    N_("september"),
    N_("oktober"),
    N_("november"),
    N_("december"),
)
_NUMBERS = (
    N_("nul"),
    N_("een"),
    N_("twee"),
    N_("drie"),
    N_("vier"),
    N_("vijf"),
    N_("zes"),
    N_("zeven"),
    N_("acht"),
    N_("negen"),
    N_("tien"),
    N_("elf"),
    N_("twaalf"),
    N_("dertien"),
    N_("veertien"),
    N_("vijftien"),
    N_("zestien"),
    N_("zeventien"),
    N_("achttien"),
    N_("negentien"),
)
_TENS = (
    N_("twintig"),
    N_("dertig"),
    N_("veertig"),
    N_("vijftig"),
    N_("zestig"),
    N_("zeventig"),
    N_("tachtig"),
    N_("negentig"),
)
# Each quarter of an hour: on its first minute, and between there and the next.
_CLOCK = (
    (N_("{hour} uur"), N_("{minutes} over {hour}")),
    (N_("kwart over {hour}"), N_("{minutes} voor half {hour}")),
    (N_("half {hour}"), N_("{minutes} over half {hour}")),
    (N_("kwart voor {hour}"), N_("{minutes} voor {hour}")),
)
_COUNTS_DOWN = (1, 3)  # the quarters in which the minutes up to the next mark are said
_QUARTER = 15
_MORNING_FROM, _EVENING_FROM = 6, 18


def weekday_name(day: date) -> str:
    """Return the weekday of `day`, from our own table so that no locale can change it."""
    return _(_WEEKDAYS[day.weekday()])


def month_name(day: date) -> str:
    """Return the month of `day`, from our own table so that no locale can change it."""
    return _(_MONTHS[day.month - 1])


def date_words(day: date, *, year: bool = False) -> str:
    """Return "dinsdag 8 december", with the year where that is asked for."""
    fields = {"weekday": weekday_name(day), "day": day.day, "month": month_name(day)}
    if year:
        return _("{weekday} {day} {month} {year}").format(year=day.year, **fields)
    return _("{weekday} {day} {month}").format(**fields)


def number_words(number: int) -> str:
    """Return a whole number below a million in words: "eenentwintig", "tweeëndertig"."""
    if number < len(_NUMBERS):
        return _(_NUMBERS[number])
    if number < 100:  # noqa: PLR2004  a hundred is a hundred
        tens, units = divmod(number, 10)
        if not units:
            return _(_TENS[tens - 2])
        if _takes_trema(_(_NUMBERS[units])):
            template = _("{units}ën{tens}")
        else:
            template = _("{units}en{tens}")
        return template.format(units=_(_NUMBERS[units]), tens=_(_TENS[tens - 2]))
    if number < 1000:  # noqa: PLR2004  a thousand is a thousand
        count, rest = divmod(number, 100)
        head = _("{count}honderd").format(count=number_words(count)) if count > 1 else _("honderd")
        return head + number_words(rest) if rest else head
    count, rest = divmod(number, 1000)
    head = _("{count}duizend").format(count=number_words(count)) if count > 1 else _("duizend")
    return f"{head} {number_words(rest)}" if rest else head


def half_more_words(whole: int) -> str:
    """Return `whole` and a half in words: "anderhalf", "tweeënhalf", "vierenhalf" (Taaladvies)."""
    if whole == 0:
        return _("half")
    if whole == 1:
        return _("anderhalf")
    number = number_words(whole)
    template = _("{number}ënhalf") if _takes_trema(number) else _("{number}enhalf")
    return template.format(number=number)


def clock_words(moment: time | datetime) -> str:
    """Return the time on a twelve-hour clock: "tien over negen", "vijf voor half tien"."""
    quarter, minutes = divmod(moment.minute, _QUARTER)
    on_the_quarter, beside_it = _CLOCK[quarter]
    hour = _hour_words(moment.hour + (moment.minute > _QUARTER))
    if not minutes:
        return _(on_the_quarter).format(hour=hour)
    if quarter in _COUNTS_DOWN:
        minutes = _QUARTER - minutes
    return _(beside_it).format(minutes=_one_or_more(minutes), hour=hour)


def clock_words_in_full(moment: time | datetime) -> str:
    """Return the time with "'s avonds" or "'s nachts" where the words alone mean the daytime."""
    if moment.hour < _MORNING_FROM:
        return _("{time} 's nachts").format(time=clock_words(moment))
    if moment.hour >= _EVENING_FROM:
        return _("{time} 's avonds").format(time=clock_words(moment))
    return clock_words(moment)


def _hour_words(hour: int) -> str:
    """Return the hour on a twelve-hour clock; at noon and at midnight it is twaalf uur."""
    return _one_or_more((hour - 1) % 12 + 1)


def _one_or_more(number: int) -> str:
    """Return a number of minutes or hours; "één" with accents, as it is no article here."""
    return _("één") if number == 1 else number_words(number)


def _takes_trema(number: str) -> bool:
    """Tell whether "en" after `number` gets a trema: twee, drie (domain: Taaladvies)."""
    return number.endswith("e")
