"""Why a file is not read at all."""

from reception_assistant.errors import KnownError
from reception_assistant.library.finding import Code, Finding, Severity


class RefusedError(KnownError):
    """A file is refused whole: under which code, and on which line that shows."""

    def __init__(self, code: Code, line: int, message: str, advice: str) -> None:
        super().__init__(message, advice)
        self.code = code
        self.line = line

    def finding(self, file: str) -> Finding:
        """Return it as what was found in `file`."""
        return Finding(file, self.line, Severity.ERROR, self.code, self.message, self.advice)
