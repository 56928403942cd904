"""The two kinds of trouble: the world's, which the user hears about, and ours.

BalieError
├── KnownError          the world's fault: a sentence for the user, and what to do
│   ├── StoreError      the database cannot be opened, read or written now
│   ├── Cancelled       the user stopped a long job
│   └── UnreadableFileError   (agenda/readers/trouble.py) a file that cannot be read at all
│       └── UnclearColumnsError   somebody must say which column holds what
└── BugError            ours: leads to a crash report
"""


class BalieError(Exception):
    """Anything that Balie itself raises."""


class KnownError(BalieError):
    """Something in the world went wrong: says in Dutch what happened and what to do.

    `message` says what happened and that nothing is lost, `advice` what to do; both are whole
    sentences without names, numbers or notes of anybody.
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()


class StoreError(KnownError):
    """The database cannot be opened, read or written at this moment."""


class Cancelled(KnownError):  # noqa: N818  it is a wish that was granted, not an error
    """The user stopped a long job; everything is as it was before."""


class BugError(BalieError):
    """Something that our own code should never let happen."""
