"""Every setting, declared once: its name, what it may be, and how it is called on screen."""

from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reception_assistant.errors import KnownError
from reception_assistant.i18n import N_, _


class Kind(StrEnum):
    """What the value of a setting looks like."""

    TEXT = "text"
    CHOICE = "choice"
    YES_NO = "yes_no"
    NUMBER = "number"
    LIST = "list"
    PAIRS = "pairs"
    ZONE = "zone"


class Group(StrEnum):
    """What a setting is about: each group is a page of the screen Instellingen."""

    PRACTICE = "practice"
    GREETING = "greeting"
    WORDS = "words"
    LIMITS = "limits"
    LOOK = "look"
    KEPT = "kept"
    """Kept by the program itself, and on no page."""


TITLES = {
    Group.PRACTICE: N_("Praktijk"),
    Group.GREETING: N_("Begroeten"),
    Group.WORDS: N_("Woorden"),
    Group.LIMITS: N_("Aandachtspunten"),
    Group.LOOK: N_("Uiterlijk"),
    Group.KEPT: N_("Houdt Balie zelf bij"),
}
"""What each group is called."""

YES, NO = "ja", "nee"
_LONGEST_TEXT = 120


class Setting(NamedTuple):
    """One setting: values are kept as text; of a list or of pairs, one a line.

    A pair is "this = that". `choice_words` says how each of the `choices` is called on screen.
    """

    name: str
    group: Group
    kind: Kind
    default: str
    label: str
    help: str
    choices: tuple[str, ...] = ()
    choice_words: tuple[str, ...] = ()
    lowest: int = 0
    highest: int = 0
    anybody: bool = False

    def checked(self, value: str) -> str:
        """Return `value` as it is kept, or raise `KnownError` when it cannot be."""
        text = " ".join(value.split()) if self.kind is Kind.TEXT else value.strip()
        advice = self._advice(text)
        if advice:
            raise KnownError(
                _("Bij «{label}» kan dit niet staan.").format(label=_(self.label)), advice
            )
        return text

    def _advice(self, text: str) -> str:
        """Return what could stand there, when `text` could not."""
        if self.kind in (Kind.CHOICE, Kind.YES_NO) and text not in self.choices:
            return _("Kies uit: {choices}.").format(choices=", ".join(self.choices))
        if self.kind is Kind.NUMBER and not self._is_number(text):
            return _("Vul een getal in van {lowest} tot {highest}.").format(
                lowest=self.lowest, highest=self.highest
            )
        if self.kind is Kind.ZONE and not _is_zone(text):
            return _("Vul een tijdzone in zoals Europe/Amsterdam.")
        if self.kind is Kind.TEXT and len(text) > _LONGEST_TEXT:
            return _("Houd het bij hooguit {number} letters.").format(number=_LONGEST_TEXT)
        if self.kind is Kind.PAIRS and not all(map(pair_of, filled_lines(text))):
            return _("Schrijf op elke regel: vakwoord = gewone taal.")
        return ""

    def _is_number(self, text: str) -> bool:
        return (
            text.isascii()
            and text.isdigit()
            and len(text) <= len(str(self.highest))
            and self.lowest <= int(text) <= self.highest
        )


def filled_lines(text: str) -> tuple[str, ...]:
    """Return the lines of `text` that are not empty, without the spaces around them."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def pair_of(line: str) -> tuple[str, str] | None:
    """Return the two sides of "this = that"; None when one of them is missing."""
    first, _equals, second = (part.strip() for part in line.partition("="))
    return (first, second) if first and second else None


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError
        return False
    return True


PRACTICE_NAME = Setting(
    "practice.name",
    Group.PRACTICE,
    Kind.TEXT,
    "",
    N_("Naam van de praktijk"),
    N_("Staat bovenin het scherm."),
)
DISCIPLINE = Setting(
    "practice.discipline",
    Group.PRACTICE,
    Kind.CHOICE,
    "anders",
    N_("Soort praktijk"),
    N_("Daarmee kiest Balie de woorden die bij uw werk horen."),
    choices=("tandarts", "dierenarts", "huisarts", "welzijn", "anders"),
    choice_words=(
        N_("Tandarts of mondzorg"),
        N_("Dierenarts"),
        N_("Huisarts"),
        N_("Zorg en welzijn"),
        N_("Iets anders"),
    ),
)
CLIENT_TERM = Setting(
    "practice.client_term",
    Group.PRACTICE,
    Kind.CHOICE,
    "patiënt",
    N_("Zo noemt u de mensen voor wie u werkt"),
    N_("Dit woord staat in het zoekveld."),
    choices=("patiënt", "cliënt", "klant", "baasje"),
    choice_words=(N_("Patiënt"), N_("Cliënt"), N_("Klant"), N_("Baasje")),
)
COUNTRY = Setting(
    "practice.country",
    Group.PRACTICE,
    Kind.CHOICE,
    "NL",
    N_("Land van de praktijk"),
    N_("In België is de middag van 12 tot 14 uur; dan zegt Balie het uur erbij."),
    choices=("NL", "BE"),
    choice_words=(N_("Nederland"), N_("België")),
)
ZONE = Setting(
    "practice.zone",
    Group.PRACTICE,
    Kind.ZONE,
    "Europe/Amsterdam",
    N_("Tijdzone"),
    N_("De tijd op de klok van de praktijk. Geldt vanaf de volgende keer dat Balie start."),
)
SOBER_TREATMENTS = Setting(
    "practice.sober_treatments",
    Group.GREETING,
    Kind.LIST,
    "euthanasie\ninslapen\noverlijden\noverleden\nslecht nieuws\nslechtnieuws\npalliatief\n"
    "crematie\nspoed",
    N_("Afspraken met een rustige groet"),
    N_("Bij deze afspraken zegt Balie «Sterkte» en geen vrolijke groet. Eén per regel."),
)
BIRTHDAY = Setting(
    "greeting.birthday",
    Group.GREETING,
    Kind.YES_NO,
    NO,
    N_("Feliciteren op een verjaardag"),
    N_("Dan ziet u op de kaart dat iemand vandaag jarig is."),
    choices=(YES, NO),
)
PLAIN_TREATMENTS = Setting(
    "words.plain_treatments",
    Group.WORDS,
    Kind.YES_NO,
    YES,
    N_("Behandelingen in gewone taal"),
    N_("«Extractie» wordt «tand of kies trekken». Wat er in de agenda staat, blijft te zien."),
    choices=(YES, NO),
)
OWN_WORDS = Setting(
    "words.own",
    Group.WORDS,
    Kind.PAIRS,
    "",
    N_("Eigen woorden"),
    N_("Op elke regel een vakwoord en wat u ervoor zegt: C-afspraak = controle."),
)
WAITING_MINUTES = Setting(
    "limits.waiting_minutes",
    Group.LIMITS,
    Kind.NUMBER,
    "15",
    N_("Zoveel minuten wachten is lang"),
    N_("Wie zo lang wacht, krijgt een aandachtspunt."),
    lowest=5,
    highest=120,
)
LATE_MINUTES = Setting(
    "limits.late_minutes",
    Group.LIMITS,
    Kind.NUMBER,
    "10",
    N_("Vanaf zoveel minuten loopt een behandelaar uit"),
    N_("Balie ziet dat aan wie er naar binnen is gegaan, of u meldt het zelf."),
    lowest=5,
    highest=60,
)
AHEAD_WEEKS = Setting(
    "limits.ahead_weeks",
    Group.LIMITS,
    Kind.NUMBER,
    "8",
    N_("Zoveel weken vooruit moet de agenda gaan"),
    N_("Alleen dan weet Balie zeker dat iemand geen nieuwe afspraak heeft."),
    lowest=1,
    highest=52,
)
AT_THE_DESK = Setting(
    "desk.employee",
    Group.KEPT,
    Kind.TEXT,
    "",
    N_("Wie er aan de balie zit"),
    N_("Kiest u bovenin het scherm."),
    anybody=True,
)
WELCOMED = Setting(
    "desk.welcomed",
    Group.KEPT,
    Kind.YES_NO,
    NO,
    N_("De eerste vragen zijn gesteld"),
    N_("Zet op «nee» om ze bij de volgende start nog eens te zien."),
    choices=(YES, NO),
    anybody=True,
)
KEY_POINT = Setting(
    "desk.key_point",
    Group.KEPT,
    Kind.LIST,
    "",
    N_("Wie het kernpunt groot wil zien"),
    N_("Kiest iedereen zelf op het scherm Telefoon, met Ctrl+Shift+K."),
    anybody=True,
)
THEME = Setting(
    "look.theme",
    Group.LOOK,
    Kind.CHOICE,
    "system",
    N_("Licht of donker"),
    N_("Geldt voor deze computer en gaat meteen in."),
    choices=("system", "light", "dark", "high_contrast"),
    choice_words=(
        N_("Zoals de computer"),
        N_("Licht"),
        N_("Donker"),
        N_("Hoog contrast"),
    ),
    anybody=True,
)
TEXT_SIZE = Setting(
    "look.text_size",
    Group.LOOK,
    Kind.NUMBER,
    "100",
    N_("Grootte van de letters"),
    N_("In procenten, van 100 tot 200. Ook met Ctrl en + of -."),
    lowest=100,
    highest=200,
    anybody=True,
)

CATALOGUE = (
    PRACTICE_NAME,
    DISCIPLINE,
    CLIENT_TERM,
    COUNTRY,
    ZONE,
    SOBER_TREATMENTS,
    BIRTHDAY,
    PLAIN_TREATMENTS,
    OWN_WORDS,
    WAITING_MINUTES,
    LATE_MINUTES,
    AHEAD_WEEKS,
    THEME,
    TEXT_SIZE,
    AT_THE_DESK,
    WELCOMED,
    KEY_POINT,
)
BY_NAME = {setting.name: setting for setting in CATALOGUE}


def of_group(group: Group) -> tuple[Setting, ...]:
    """Return the settings of one group, in the order of their page."""
    return tuple(setting for setting in CATALOGUE if setting.group is group)


class Settings:
    """The values that the practice chose; what was not chosen has its default."""

    def __init__(self, chosen: dict[str, str]) -> None:
        self._chosen = chosen

    def get(self, setting: Setting) -> str:
        """Return the value of a setting, as text."""
        return self._chosen.get(setting.name, setting.default)

    def yes(self, setting: Setting) -> bool:
        """Return the value of a setting that is yes or no."""
        return self.get(setting) == YES

    def number(self, setting: Setting) -> int:
        """Return the value of a setting that is a number."""
        return int(self.get(setting))

    def items(self, setting: Setting) -> tuple[str, ...]:
        """Return the items of a setting that is a list."""
        return filled_lines(self.get(setting))

    def pairs(self, setting: Setting) -> tuple[tuple[str, str], ...]:
        """Return the pairs of a setting that holds "this = that" on each line."""
        return tuple(filter(None, map(pair_of, self.items(setting))))
