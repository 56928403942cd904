"""Compliments, ideas and other things that people tell us, written down in under a minute."""

from enum import StrEnum

from msgspec import Struct


class Sort(StrEnum):
    """What somebody told us."""

    COMPLIMENT = "compliment"
    IDEA = "idee"
    FEEDBACK = "feedback"
    MOMENT = "mooi-moment"
    """Something good that happened, written down by the team itself."""


class Feedback(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was told, to whom it was about, and what was done with it.

    `reply_before` is a day (ISO), "" where no answer was promised; `done` is what was done with it.
    """

    id: str
    sort: Sort
    text: str
    at_utc: str
    employee_id: str
    employee: str
    where: str = ""
    person_id: str | None = None
    whom: str = ""
    about: str = ""
    reply_before: str = ""
    done: str = ""
    done_utc: str = ""
    row_version: int = 1


class NewFeedback(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What somebody tells us now; the fields are those of `Feedback`."""

    sort: Sort
    text: str
    where: str = ""
    person_id: str | None = None
    whom: str = ""
    about: str = ""
    reply_before: str = ""
    reach: str = ""
