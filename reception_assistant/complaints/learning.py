"""What a complaint changes: its cause, and an improvement that is looked back at."""

from enum import StrEnum

from msgspec import Struct


class Cause(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why things went wrong, from the list of the practice."""

    id: str
    label: str
    theme: str = ""
    aliases: tuple[str, ...] = ()


class Worked(StrEnum):
    """Whether an improvement did what it was for."""

    YES = "ja"
    PARTLY = "deels"
    NO = "nee"


class Improvement(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is done otherwise from now on, by whom, and when somebody looks whether it helped.

    `script_id` and `rule` are what was changed. `review` is a day (ISO).
    """

    id: str
    cause: str
    what: str
    owner_id: str
    owner: str
    since: str
    review: str
    complaint_id: str | None = None
    script_id: str = ""
    rule: str = ""
    worked: Worked | None = None
    remark: str = ""
    row_version: int = 1


class Repeated(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A cause that came back, how often in this quarter, and what is being done about it."""

    cause: Cause
    times: int
    improvements: tuple[Improvement, ...] = ()
