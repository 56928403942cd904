"""What is gathered while the nodes of one file are walked: the lines, and all that is wrong."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from reception_assistant.i18n import _
from reception_assistant.library.finding import Code, Finding, Path, Places, Severity
from reception_assistant.library.reading.capping import MOST_FINDINGS, capped

# Control characters, those that turn the direction of writing around, and those without a width:
# a word with one of them in it is another word for every check. U+200C and U+200D stay, as some
# languages and pictures are written with them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u2069\ufeff\U000e0001\U000e0020-\U000e007f]"
)
_LONGEST_SHOWN = 40
_MOST_GUESSED = 100  # a file of nothing but strange keys would keep us guessing


class Walk:
    """Gathers the line of each part of a file, and what is found in it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[Path, int] = {(): 1}
        self.findings: list[Finding] = []

    def report(self, code: Code, path: Path, message: str, advice: str = "", line: int = 0) -> None:
        """Add something that is wrong at `path`; `line` is for what has no place of its own."""
        if len(self.findings) > MOST_FINDINGS:
            return  # enough to say that there is more
        step = str(path[1]) if len(path) > 1 and path[0] == "steps" else ""
        at = line or Places(self.lines).line(*path)
        self.findings.append(
            Finding(self.file, at, Severity.ERROR, code, message, advice, step=step)
        )

    def wrong(self, path: Path, message: str, advice: str = "") -> None:
        """Add a value that cannot stand at `path`."""
        self.report(Code.WRONG_VALUE, path, message, advice)

    def wrong_word(self, path: Path, word: str, words: Iterable[str]) -> None:
        """Add a word that is none of `words`."""
        self.wrong(
            path,
            _("«{word}» kan hier niet.").format(word=shown(word)),
            _("Kies uit: {words}.").format(words=", ".join(words)),
        )

    def unknown_key(self, path: Path, key: str, keys: Iterable[str]) -> None:
        """Add a key that we do not know, with the one that was perhaps meant."""
        known = list(keys)
        guessed = self._guess(key, known)
        message = _("Er staat een sleutel die Balie niet kent: «{key}».").format(key=shown(key))
        if guessed:
            message += " " + _("Bedoelt u «{key}»?").format(key=guessed)
        advice = _("Hier kan staan: {keys}.").format(keys=", ".join(known))
        self.report(Code.UNKNOWN_KEY, path, message, advice)

    def double_key(self, path: Path, line: int) -> None:
        """Add a key that was there already, on `line`."""
        message = _("«{key}» staat hier twee keer; de eerste staat op regel {line}.")
        self.report(
            Code.DOUBLE_KEY,
            path,
            message.format(key=shown(str(path[-1])), line=self.lines[path]),
            _("Laat er één staan."),
            line,
        )

    def seen(self, text: str, path: Path) -> None:
        """Add a text with characters in it that nobody can see."""
        if not text.isprintable() and _UNSEEN.search(text):
            self.wrong(
                path,
                _("In deze tekst zit een teken dat u niet kunt zien."),
                _("Typ de tekst opnieuw."),
            )

    def by_line(self) -> list[Finding]:
        """Return what was found, from top to bottom; of far too much only a part."""
        return capped(self.findings)

    def _guess(self, key: str, known: list[str]) -> str:
        if len(key) > _LONGEST_SHOWN or len(self.findings) > _MOST_GUESSED:
            return ""
        return next(iter(get_close_matches(key.lower(), known, 1)), "")


class Ids:
    """Knows which ids a list has so far, also those that things had before."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._known: set[str] = set()

    def take(self, name: str, path: Path) -> None:
        """Add an id; report it when it stands for something else already."""
        if name in self._known:
            self._walk.report(
                Code.DOUBLE_ID,
                path,
                _("«{id}» staat al eerder in deze lijst.").format(id=shown(name)),
                _("Gebruik elke id maar één keer, ook onder «aliases»."),
            )
        self._known.add(name)


def shown(text: str) -> str:
    """Return what somebody wrote, fit to be repeated in a message."""
    line = printable(text[:_LONGEST_SHOWN])
    return line + "…" if len(text) > _LONGEST_SHOWN else line


def printable(text: str) -> str:
    """Return `text` with a dot for everything that a screen would not show, or would obey."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else "·" for letter in text)
