"""Typed words made plain enough to read a moment in, and taken out of them one by one."""

import re
import unicodedata

WEEKDAYS = (
    r"ma(?:andag|a)?|di(?:nsdag|n)?|wo(?:ensdag|e)?|do(?:nderdag|n)?|vr(?:ijdag|ij)?"
    r"|za(?:terdag|t)?|zo(?:ndag|n)?"
)

_LONGEST = 80
_NUMBERS = (
    *("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf"),
    *("twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"),
    "twintig",
)
_BY_WORD = {word: str(number) for number, word in enumerate(_NUMBERS, 1)}
_BY_WORD |= {"vijfentwintig": "25", "dertig": "30", "veertig": "40", "vijfenveertig": "45"}
_NUMBER = re.compile(rf"\b(?:{'|'.join(_BY_WORD)})\b")
_PARTS_OF_DAY = r"ochtend|morgen|middag|avond|nacht"
_OF_DAY = r"ochtend|morgen|middag|avond"

# In this order; a part of the day becomes one word of its own ("deel-ochtend"), so that the
# morning is not taken for tomorrow.
_REWRITTEN = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"\ba\.s\.?(?!\w)", "komende"),
        (r"(?<=[a-z])\.(?!\w)|(?<=[a-z])\.(?=\d)", " "),
        (r"\b(?:aan|eerst)?(?:staande|volgende|komende)(?= werkdag)", "volgende"),
        (r"\b(?:aanstaande|aankomende|eerstkomende|eerstvolgende)\b", "komende"),
        (r"\bhalf(?=[a-z])", "half "),
        (r"\bmorgen ?vroeg\b", "morgen deel-begin-ochtend"),
        (r"\bvan(ochtend|morgen|middag|avond)\b", r"vandaag deel-\1"),
        (rf"\b(over ?morgen|morgen|{WEEKDAYS}) ?({_PARTS_OF_DAY})\b", r"\1 deel-\2"),
        (rf"(?<!\w)'?s ({_PARTS_OF_DAY})s\b", r"deel-\1"),
        (r"\btussen de middag\b", "deel-lunch"),
        (r"\b(?:voor|tegen) de (?:middag|lunch)\b", "voor 12:00"),
        (r"\bna de middag\b", "deel-middag"),
        (r"\bna de lunch\b", "na 13:00"),
        (
            r"\b(?:aan het |voor het |tegen het )?einde?(?: van)?(?: de)? (?:werk)?dag\b",
            "voor 17:00",
        ),
        (
            rf"\b(?:(?:aan|tegen) het )?(?:einde?(?: van)?|laat in)(?: de)? ({_OF_DAY})\b",
            r"deel-eind-\1",
        ),
        (
            rf"\b(?:(?:aan|in) het )?(?:begin(?: van)?|vroeg in)(?: de)? ({_OF_DAY})\b",
            r"deel-begin-\1",
        ),
        (r"(?<!-)\b(ochtend|middag|avond)\b", r"deel-\1"),
        (r"(deel-(?:eind-|begin-)?)morgen\b", r"\1ochtend"),
    )
)
_FILLING = re.compile(
    r"\b(?:om|op|de|het|in|uiterlijk|ergens|graag|nog|komende|loop|van|dan|liefst|wel)\b|\|"
)


def plain(text: str) -> str:
    """Return `text` in small letters without accents, numbers in digits; "" if too long."""
    if len(text) > _LONGEST:
        return ""
    letters = unicodedata.normalize("NFKD", text.replace("’", "'").replace("–", "-"))
    text = "".join(each for each in letters if not unicodedata.combining(each)).lower()
    text = " ".join(re.sub(r"[,;()|]", " ", text).split()).rstrip("!?. ")
    for pattern, instead in _REWRITTEN:
        text = pattern.sub(instead, text)
    return " ".join(_NUMBER.sub(lambda found: _BY_WORD[found.group()], text).split())


class Reading:
    """What is still to be read of a text; what was understood is taken out of it."""

    def __init__(self, text: str) -> None:
        self._text = text

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Take the first place where `pattern` fits, if there is one."""
        found = pattern.search(self._text)
        if found:
            self._text = f"{self._text[: found.start()]} | {self._text[found.end() :]}"
        return found

    def find(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the first place where `pattern` fits, and leave it there."""
        return pattern.search(self._text)

    @property
    def is_understood(self) -> bool:
        """Tell whether nothing is left but small words."""
        return not _FILLING.sub(" ", self._text).strip()


def words(pattern: str) -> re.Pattern[str]:
    """Return `pattern` where it stands as words of their own, not in the middle of a number."""
    return re.compile(rf"(?<![\w:.,/'-])(?:{pattern})(?![\w/'-]|[:.]\d)", re.ASCII)
