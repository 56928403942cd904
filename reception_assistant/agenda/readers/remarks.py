"""What is told beside the rows: remarks of one kind are gathered with the lines they are about."""

from reception_assistant.agenda.incoming import Window
from reception_assistant.i18n import _, ngettext

_NAMED_LINES = 3


class Remarks:
    """Gathers remarks, so that even a very long file gives a list that can be read."""

    def __init__(self) -> None:
        self._general: list[str] = []
        self._by_text: dict[str, list[int]] = {}

    def copy(self) -> "Remarks":
        """Return the same remarks, to go on with apart from these."""
        other = Remarks()
        other._general = list(self._general)
        other._by_text = {text: list(lines) for text, lines in self._by_text.items()}
        return other

    def say(self, text: str) -> None:
        """Add a remark about the file as a whole."""
        self._general.append(text)

    def add(self, line: int, text: str) -> None:
        """Add a remark about a line; `text` goes on after "Regel 3: ", so without a capital."""
        lines = self._by_text.setdefault(text, [])
        if not lines or lines[-1] != line:
            lines.append(line)

    def all(self) -> tuple[str, ...]:
        """Return every remark: those about the file first, the others in order of the file."""
        gathered = sorted(self._by_text.items(), key=lambda entry: entry[1][0])
        told = [
            _("Regel {lines}: {text}").format(lines=numbered(lines), text=text)
            for text, lines in gathered
        ]
        return (*self._general, *told)


def listed(words: list[str]) -> str:
    """Return `words` as they stand in a sentence: "a, b en c"."""
    if len(words) < 2:  # noqa: PLR2004  nothing to join
        return "".join(words)
    return _("{first} en {last}").format(first=", ".join(words[:-1]), last=words[-1])


def outside_window(number: int, window: Window) -> str:
    """Return the remark about `number` appointments that fell outside the wanted days."""
    return ngettext(
        "{number} afspraak buiten {first} tot en met {last} is overgeslagen.",
        "{number} afspraken buiten {first} tot en met {last} zijn overgeslagen.",
        number,
    ).format(
        number=number,
        first=f"{window.first.day}-{window.first.month}-{window.first.year}",
        last=f"{window.last.day}-{window.last.month}-{window.last.year}",
    )


def numbered(lines: list[int]) -> str:
    """Return the numbers of `lines` as they stand in a sentence, of very many the first."""
    text = listed([str(line) for line in lines[:_NAMED_LINES]])
    more = len(lines) - _NAMED_LINES
    if more <= 0:
        return text
    return ngettext("{lines} en nog {count} andere", "{lines} en nog {count} andere", more).format(
        lines=text, count=more
    )
