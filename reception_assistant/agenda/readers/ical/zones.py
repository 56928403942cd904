"""Time zones by whatever name a calendar gives them."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, available_timezones

from tzlocal.windows_tz import win_tz

from reception_assistant.agenda.incoming import Window
from reception_assistant.agenda.readers.ical.components import Component, Note
from reception_assistant.agenda.readers.ical.content import clean
from reception_assistant.agenda.readers.ical.defined_zone import defined_zone
from reception_assistant.agenda.readers.ical.steps import OutOfStepsError, Steps
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.i18n import _

_BETWEEN = re.compile(r"[\s_/]+")
_PLACE = re.compile(r"[A-Z]\w+(?:/[A-Z][\w-]+){1,2}", re.ASCII)
_DISPLAYED = re.compile(r"\((?:UTC|GMT)\s*([+-]\d\d[:.]?\d\d)?\)\s*(.+)", re.IGNORECASE)
_FIXED = re.compile(r"(?:UTC|GMT)?\s*([+-]\d\d?)[:.]?(\d\d)?", re.IGNORECASE)
_MOST_PARTS = 3
_WINTER, _SUMMER = datetime(2026, 1, 15), datetime(2026, 7, 15)  # noqa: DTZ001  on any wall
_LONGEST_NAME = 200
_MOST_QUOTED = 5
_LONGEST_QUOTED = 40


class Zones:
    """Finds the zone that a name means; one that nobody knows is that of the practice."""

    def __init__(
        self,
        practice: ZoneInfo,
        defined: Mapping[str, Component],
        window: Window,
        steps: Steps,
        note: Note,
    ) -> None:
        self._practice, self._window = practice, window
        self._steps, self._note = steps, note
        self._defined = {_bare(name): component for name, component in defined.items()}
        self._known: dict[str, tzinfo] = {}
        self._unknown: dict[str, str] = {}
        self._names = _Names()

    def zone(self, name: str, line: int) -> tzinfo:
        """Return the zone called `name` on this line."""
        found = self._known.get(name)
        if found is not None:
            return found
        if name not in self._unknown:
            bare = _bare(name[:_LONGEST_NAME])
            named = self._names.zone(bare) or self._as_defined(bare)
            if named is not None:
                self._known[name] = named
                return named
            self._unknown[name] = self._unknown_remark(bare)
        self._note(line, self._unknown[name])
        return self._practice

    def _as_defined(self, name: str) -> tzinfo | None:
        component = self._defined.get(name)
        if component is None:
            return None
        if place := component.text("X-LIC-LOCATION"):
            named = self._names.zone(_bare(place))
            if named:
                return named
        try:
            return defined_zone(component, self._window, self._steps.share())
        except (NotUnderstoodError, OutOfStepsError):
            return None

    def _unknown_remark(self, name: str) -> str:
        quoted = len(self._unknown) < _MOST_QUOTED and len(name) <= _LONGEST_QUOTED
        if quoted and name:
            return _(
                "de tijdzone “{name}” kent Balie niet; de tijd is gelezen als die van de praktijk."
            ).format(name=name)
        return _("deze tijdzone kent Balie niet; de tijd is gelezen als die van de praktijk.")


class _Names:
    """The names of zones: in the list of IANA, of Windows, and as Outlook shows them."""

    def __init__(self) -> None:
        self._by_key: dict[str, str] = {}
        self._by_city: dict[str, str] = {}

    def zone(self, name: str) -> tzinfo | None:
        """Return the zone called `name`, None when nobody knows it."""
        if not self._by_key:
            if quick := _usual(name):
                return quick
            self._learn()  # takes longer than most calendars need
        parts = name.split("/")
        # Some programs put where they got it in front: /mozilla.org/20050126_1/Europe/Amsterdam
        for count in range(min(len(parts), _MOST_PARTS), 0, -1):
            found = self._by_key.get(_key("/".join(parts[-count:])))
            if found and (count == len(parts) or name.startswith("/")):
                return ZoneInfo(found)
        return _fixed(name) or self._displayed(name)

    def _learn(self) -> None:
        names = sorted(available_timezones())
        windows = {name: place for name, place in win_tz.items() if place in names}
        self._by_key = {_key(name): place for name, place in windows.items()}
        self._by_key |= {_key(name): name for name in names}
        self._by_city = {_key(name.rpartition("/")[2]): name for name in names if "/" in name}

    def _displayed(self, name: str) -> tzinfo | None:
        """Return the zone of "(UTC+01:00) Amsterdam, Berlin, Bern": the first city that is one."""
        shown = _DISPLAYED.fullmatch(name)
        if not shown:
            return None
        offset = _length(shown[1][:3], shown[1][-2:]) if shown[1] else timedelta()
        for city in shown[2].split(","):
            place = self._by_city.get(_key(city))
            zone = ZoneInfo(place) if place else None
            # There are more places with the same name.
            if zone and offset in (zone.utcoffset(_WINTER), zone.utcoffset(_SUMMER)):
                return zone
        return None


def _usual(name: str) -> tzinfo | None:
    """Return the zone when it has its name of IANA or of Windows, letter for letter."""
    place = win_tz.get(name, name)
    if not _PLACE.fullmatch(place):
        return None
    try:
        return ZoneInfo(place)
    except (KeyError, ValueError, OSError):
        return None


def _bare(name: str) -> str:
    return clean(name).strip("\"' ")


def _key(name: str) -> str:
    return _BETWEEN.sub("", name).casefold()


def _fixed(name: str) -> tzinfo | None:
    found = _FIXED.fullmatch(name)
    if not found:
        return UTC if name in {"Z", "z"} else None
    try:
        return timezone(_length(found[1], found[2] or "0"))
    except ValueError:
        return None


def _length(hours: str, minutes: str) -> timedelta:
    length = timedelta(hours=abs(int(hours)), minutes=int(minutes))
    return -length if hours.startswith("-") else length
