"""The rules for complaints that hold here, and before when each complaint is answered."""

from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from reception_assistant.complaints.complaint import Complaint, Extension, Form
from reception_assistant.complaints.reading import regime_of, shipped_regimes, usual_regime
from reception_assistant.complaints.regime import Due, Regime
from reception_assistant.complaints.terms import IsWorkingDay, due
from reception_assistant.complaints.working_days import FreeDays
from reception_assistant.desk.working_days import free_days, working_days_with
from reception_assistant.settings.catalogue import (
    COMPLAINT_RULE,
    DISCIPLINE,
    GOOD_FRIDAY,
    LIBERATION_DAY,
    OWN_DAYS,
    SPOKEN_DAYS,
    Settings,
)
from reception_assistant.store.database import Store
from reception_assistant.store.staff import read_settings

_COUNTED = (SPOKEN_DAYS, OWN_DAYS, GOOD_FRIDAY, LIBERATION_DAY)
_KEPT = 4_096  # terms; a register of years has fewer days than that


class _Rules(NamedTuple):
    """The rules with the days that the practice chose, and when it is closed."""

    chosen: tuple[str, ...]
    regimes: tuple[Regime, ...]
    by_id: dict[str, Regime]
    free: FreeDays


class ComplaintTerms:
    """Knows the rules as the practice chose them, and counts by them.

    All but `due_after` ask the database, and can for that reason not be asked while reading.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._last: _Rules | None = None

    @property
    def regimes(self) -> tuple[Regime, ...]:
        """The rules, in the order in which they are offered."""
        return self._now().regimes

    @property
    def is_working_day(self) -> IsWorkingDay:
        """What tells whether the practice works on a day."""
        return working_days_with(self._now().free)

    def regime(self, regime_id: str) -> Regime:
        """Return a rule; for one that is not known any more, the practice's own."""
        return regime_of(self._now().regimes, regime_id)

    def usual(self) -> Regime:
        """Return the rule that the practice chose, or else that for this kind of practice."""
        with self._store.reading() as connection:
            chosen = read_settings(connection)
        rules = self._as_chosen(chosen)
        ruled = rules.by_id.get(chosen.get(COMPLAINT_RULE))
        return ruled or usual_regime(rules.regimes, chosen.get(DISCIPLINE))

    def due(self, complaint: Complaint) -> Due:
        """Return before when there is to be an answer."""
        rules = self._now()
        regime = regime_of(rules.regimes, complaint.regime)
        received = date.fromisoformat(complaint.received)
        works = working_days_with(rules.free)
        return due(complaint.form, received, regime, complaint.extensions, works)

    def refresh(self) -> None:
        """Take over what the practice chose by now, for `due_after`."""
        self._now()

    def due_after(self, form: Form, received: str, regime_id: str, weeks: int) -> Due:
        """Return before when, by the rules as they were last taken over.

        `weeks` is how much it was extended in all.
        """
        rules = self._last or self._made(Settings({}))
        regime = rules.by_id.get(regime_id) or regime_of(rules.regimes, regime_id)
        return _due(form, received, regime, weeks, rules.free)

    def _now(self) -> _Rules:
        with self._store.reading() as connection:
            return self._as_chosen(read_settings(connection))

    def _as_chosen(self, chosen: Settings) -> _Rules:
        """Return the rules as the practice chose them, made again only when that changed."""
        values = tuple(chosen.get(each) for each in _COUNTED)
        rules = self._last
        if rules is None or rules.chosen != values:
            rules = self._last = self._made(chosen, values)
        return rules

    def _made(self, chosen: Settings, values: tuple[str, ...] = ()) -> _Rules:
        spoken, own = chosen.number(SPOKEN_DAYS), chosen.number(OWN_DAYS)
        regimes = tuple(replace(each, spoken_days=spoken, own_days=own) for each in self._shipped)
        return _Rules(values, regimes, {each.id: each for each in regimes}, free_days(chosen))

    @cached_property
    def _shipped(self) -> tuple[Regime, ...]:
        return shipped_regimes()


@lru_cache(maxsize=_KEPT)
def _due(form: Form, received: str, regime: Regime, weeks: int, free: FreeDays) -> Due:
    extended = (Extension(at_utc="", weeks=weeks, reason=""),) if weeks else ()
    return due(form, date.fromisoformat(received), regime, extended, working_days_with(free))
