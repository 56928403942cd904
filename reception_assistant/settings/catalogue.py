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
    NUMBER = "number"
    LIST = "list"
    ZONE = "zone"


class Setting(NamedTuple):
    """One setting: values are kept as text; of a list, one item a line."""

    name: str
    kind: Kind
    default: str
    label: str
    help: str
    choices: tuple[str, ...] = ()
    lowest: int = 0
    highest: int = 0
    anybody: bool = False

    def checked(self, value: str) -> str:
        """Return `value` as it is kept, or raise `KnownError` when it cannot be."""
        text = value.strip()
        if self.kind is Kind.CHOICE and text not in self.choices:
            raise KnownError(
                _("Bij «{label}» kan dit niet staan.").format(label=_(self.label)),
                _("Kies uit: {choices}.").format(choices=", ".join(self.choices)),
            )
        if self.kind is Kind.NUMBER and not (
            text.isascii()
            and text.isdigit()
            and len(text) <= len(str(self.highest))
            and self.lowest <= int(text) <= self.highest
        ):
            raise KnownError(
                _("Bij «{label}» kan dit niet staan.").format(label=_(self.label)),
                _("Vul een getal in van {lowest} tot {highest}.").format(
                    lowest=self.lowest, highest=self.highest
                ),
            )
        if self.kind is Kind.ZONE and not _is_zone(text):
            raise KnownError(
                _("Bij «{label}» kan dit niet staan.").format(label=_(self.label)),
                _("Vul een tijdzone in zoals Europe/Amsterdam."),
            )
        return text


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError
        return False
    return True


PRACTICE_NAME = Setting(
    "practice.name",
    Kind.TEXT,
    "",
    N_("Naam van de praktijk"),
    N_("Staat bovenin het scherm."),
)
CLIENT_TERM = Setting(
    "practice.client_term",
    Kind.CHOICE,
    "patiënt",
    N_("Zo noemt u de mensen voor wie u werkt"),
    N_("Patiënt, cliënt, klant of baasje."),
    choices=("patiënt", "cliënt", "klant", "baasje"),
)
COUNTRY = Setting(
    "practice.country",
    Kind.CHOICE,
    "NL",
    N_("Land van de praktijk"),
    N_("In België is de middag van 12 tot 14 uur; dan zegt Balie het uur erbij."),
    choices=("NL", "BE"),
)
ZONE = Setting(
    "practice.zone",
    Kind.ZONE,
    "Europe/Amsterdam",
    N_("Tijdzone"),
    N_("De tijd op de klok van de praktijk."),
)
SOBER_TREATMENTS = Setting(
    "practice.sober_treatments",
    Kind.LIST,
    "euthanasie\noverlijden\nslecht nieuws\nspoed",
    N_("Afspraken met een rustige groet"),
    N_("Bij deze afspraken zegt Balie «Sterkte» en geen vrolijke groet."),
)
AT_THE_DESK = Setting(
    "desk.employee",
    Kind.TEXT,
    "",
    N_("Wie er aan de balie zit"),
    N_("Kiest u bovenin het scherm."),
    anybody=True,
)
THEME = Setting(
    "look.theme",
    Kind.CHOICE,
    "system",
    N_("Licht of donker"),
    N_("«system» doet wat de computer doet."),
    choices=("system", "light", "dark", "high_contrast"),
    anybody=True,
)
TEXT_SIZE = Setting(
    "look.text_size",
    Kind.NUMBER,
    "100",
    N_("Grootte van de letters"),
    N_("In procenten, van 100 tot 200."),
    lowest=100,
    highest=200,
    anybody=True,
)

CATALOGUE = (
    PRACTICE_NAME,
    CLIENT_TERM,
    COUNTRY,
    ZONE,
    SOBER_TREATMENTS,
    AT_THE_DESK,
    THEME,
    TEXT_SIZE,
)
BY_NAME = {setting.name: setting for setting in CATALOGUE}


class Settings:
    """The values that the practice chose; what was not chosen has its default."""

    def __init__(self, chosen: dict[str, str]) -> None:
        self._chosen = chosen

    def get(self, setting: Setting) -> str:
        """Return the value of a setting, as text."""
        return self._chosen.get(setting.name, setting.default)

    def number(self, setting: Setting) -> int:
        """Return the value of a setting that is a number."""
        return int(self.get(setting))

    def items(self, setting: Setting) -> tuple[str, ...]:
        """Return the items of a setting that is a list."""
        return tuple(line.strip() for line in self.get(setting).splitlines() if line.strip())
