"""Time as the clock on the wall of the practice shows it."""

from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from reception_assistant.clock import Clock

_FALLBACK = "Europe/Amsterdam"


class PracticeTime:
    """Turns the moments of the computer into wall time of the practice, and back."""

    def __init__(self, clock: Clock, zone: str) -> None:
        self._clock = clock
        self._zone = _zone(zone)

    @property
    def zone(self) -> str:
        """The name of the zone."""
        return self._zone.key

    def now(self) -> datetime:
        """Return the wall time at this moment, without a zone."""
        return self._clock.now().astimezone(self._zone).replace(tzinfo=None)

    def to_utc(self, starts: str) -> str:
        """Return local wall time (ISO) in UTC; of an hour that occurs twice, the first."""
        return _to_utc(starts, self._zone)

    def from_utc(self, moment: str) -> datetime:
        """Return the wall time of a moment in UTC (ISO)."""
        aware = datetime.fromisoformat(moment).replace(tzinfo=UTC)
        return aware.astimezone(self._zone).replace(tzinfo=None)


@lru_cache(maxsize=50_000)
def _to_utc(starts: str, zone: ZoneInfo) -> str:
    local = datetime.fromisoformat(starts).replace(tzinfo=zone)
    return local.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="minutes")


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError
        return ZoneInfo(_FALLBACK)
