"""The rule by which a complaint is answered in time, and the last day of its term."""

from datetime import date
from typing import NamedTuple

from msgspec import Struct


class Regime(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule for complaints, as data.

    A written complaint is answered within `weeks` from the day it came in, and at most
    `extension_weeks` more with written notice and a reason; a spoken one within `spoken_days`
    working days, of which the next working day is day 1. `weeks` 0: the rule sets no term for
    written complaints, and the practice's own `own_days` working days count. `source` is the law.
    """

    id: str
    label: str
    weeks: int = 0
    extension_weeks: int = 0
    spoken_days: int = 3
    own_days: int = 10
    discipline: tuple[str, ...] = ()
    source: str = ""
    where_next: str = ""
    """Where the customer can go when it is not solved, in words to say."""


class Due(NamedTuple):
    """Before when there is to be an answer.

    `legal` is the last day inside the term; `shown` is that day, or the working day before it.
    `statutory` tells whether the law sets it; else the practice does.
    """

    legal: date
    shown: date
    statutory: bool
