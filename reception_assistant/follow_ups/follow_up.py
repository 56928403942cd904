"""One thing that the practice still does for somebody: a promise, and what became of it."""

from enum import StrEnum

from msgspec import Struct

from reception_assistant.calls.promise import Channel


class Kind(StrEnum):
    """What is to be done."""

    PROMISE = "belofte"
    CALLBACK = "terugbellen"
    THIRD_PARTY = "wij-bellen-zelf"
    """We call somebody else on behalf of the client, and tell the client what came of it."""
    SOLVED = "is-het-opgelost"
    """Asks whether a complaint is really solved."""
    CHECK = "nakijken"
    """Sees whether what an apology went with has really happened."""
    REPLY = "antwoorden"
    """Tells somebody who gave a compliment or an idea what was done with it."""
    REVIEW = "terugkijken"
    """Looks back at an improvement: did it help?"""


class Source(StrEnum):
    """Where it began."""

    CALL = "gesprek"
    COMPLAINT = "klacht"
    FEEDBACK = "feedback"
    DESK = "balie"


class State(StrEnum):
    """Whether it is still to be done; nothing gets another state because time passes."""

    OPEN = "open"
    DONE = "kept"
    GONE = "gone"
    """Not needed any more, with the reason."""


class Helped(StrEnum):
    """Whether the client feels helped, as the client says."""

    YES = "ja"
    PARTLY = "deels"
    NO = "nee"
    NOT_ASKED = "niet-gevraagd"


class Reached(StrEnum):
    """How an attempt went."""

    NOT_REACHED = "niet-bereikt"
    VOICEMAIL = "ingesproken"
    LEFT_WORD = "boodschap-achtergelaten"
    SPOKEN = "gesproken"
    """Spoken with, but it is not done yet."""


class Attempt(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One time that somebody tried: when (UTC), who, and how it went."""

    at_utc: str
    employee_id: str
    employee: str
    reached: Reached
    note: str = ""


class HandOver(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """It went from one owner to another, with the note that goes with it."""

    at_utc: str
    from_name: str
    to_name: str
    note: str


class FollowUp(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be done, for whom, by whom and when; times are local wall time (ISO, minutes).

    `after` is "" where it may be done at once; `before` is the end of what was promised, and stays
    what it was when a later try is planned: `next_try` is from when it makes sense to try again.
    `person_id` is None for somebody who is not in the agenda; `whom` is then how they are called.
    `subject` is the id of a reason. `third_party` and `third_reach` are whom we call ourselves;
    `answer` is what they said, "" as long as we wait. `row_version` is the state that was read.
    """

    id: str
    kind: Kind
    source: Source
    what: str
    before: str
    owner_id: str
    owner: str
    made_utc: str
    after: str = ""
    next_try: str = ""
    by: str = ""
    channel: Channel = Channel.CALL
    reach: str = ""
    person_id: str | None = None
    whom: str = ""
    subject: str = ""
    call_id: str | None = None
    complaint_id: str | None = None
    feedback_id: str | None = None
    improvement_id: str | None = None
    third_party: str = ""
    third_reach: str = ""
    answer: str = ""
    attempts: tuple[Attempt, ...] = ()
    hand_overs: tuple[HandOver, ...] = ()
    state: State = State.OPEN
    result: str = ""
    helped: Helped | None = None
    closed_utc: str = ""
    closed_by: str = ""
    row_version: int = 1

    @property
    def waits_for_other(self) -> bool:
        """Tell whether a third party was asked, and has not answered yet."""
        asked = any(each.reached is not Reached.NOT_REACHED for each in self.attempts)
        return self.kind is Kind.THIRD_PARTY and asked and not self.answer

    @property
    def was_handed_over_often(self) -> bool:
        """Tell whether it went to another owner twice: the next one keeps it until it is done."""
        return len(self.hand_overs) >= _OFTEN


class NewFollowUp(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is promised from now on; the fields are those of `FollowUp`."""

    kind: Kind
    what: str
    before: str
    owner_id: str
    source: Source = Source.DESK
    after: str = ""
    by: str = ""
    channel: Channel = Channel.CALL
    reach: str = ""
    person_id: str | None = None
    whom: str = ""
    subject: str = ""
    call_id: str | None = None
    complaint_id: str | None = None
    feedback_id: str | None = None
    improvement_id: str | None = None
    third_party: str = ""
    third_reach: str = ""


class Done(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What happened, and whether the client feels helped.

    `following` is what is done next where the client does not feel helped (or only in part).
    """

    result: str
    helped: Helped
    following: NewFollowUp | None = None


_OFTEN = 2
