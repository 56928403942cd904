"""What still stands between somebody and the practice: promises, complaints, the same question."""

from typing import NamedTuple


class Standing(NamedTuple):
    """What a rule may look at, in words.

    `promise` is what was promised and before when, of all that is open the first; it is `late`
    when that is over. `subject` is what the last `times` calls were about, since `since`.
    `complaint` is the day on which an open complaint came in. `differing` tells of two
    open promises that do not go together. `ask_after` tells that somebody still asks whether a
    complaint that was closed is really solved; that was promised to nobody.
    """

    promise: tuple[str, str] | None = None
    late: bool = False
    subject: str = ""
    times: int = 0
    since: str = ""
    complaint: str = ""
    differing: str = ""
    ask_after: bool = False
