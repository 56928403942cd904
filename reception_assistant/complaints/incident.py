"""An incident of aggression: facts only, entered by hand, gone by itself after its term."""

from msgspec import Struct


class Incident(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What happened (facts, no judgement), who was told, and until when it is kept.

    `day` and `expires` are days (ISO); after `expires` it is not shown and is removed. `aftercare`
    is how the employee is doing, asked once and again. Emergency care is always open.
    """

    id: str
    day: str
    facts: str
    employee_id: str
    employee: str
    told: str
    expires: str
    made_utc: str
    person_id: str | None = None
    whom: str = ""
    call_id: str | None = None
    complaint_id: str | None = None
    warned: bool = False
    ended: bool = False
    reported: bool = False
    aftercare: str = ""
    row_version: int = 1
