"""Every setting, declared once: its name, what it may be, and how it is called on screen."""

from datetime import time

from reception_assistant.i18n import N_
from reception_assistant.settings.setting import (
    NO,
    TITLES,
    YES,
    Group,
    Kind,
    Setting,
    filled_lines,
    pair_of,
)

__all__ = [
    "NO",
    "TITLES",
    "YES",
    "Group",
    "Kind",
    "Setting",
    "Settings",
    "filled_lines",
    "of_group",
    "pair_of",
]

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
HOURS_BETWEEN = Setting(
    "follow_ups.hours_between",
    Group.TERMS,
    Kind.NUMBER,
    "2",
    N_("Zoveel uur tot de volgende poging"),
    N_("Neemt iemand niet op? Dan stelt Balie voor om het na zoveel uur weer te proberen."),
    lowest=1,
    highest=8,
)
TRIES_A_DAY = Setting(
    "follow_ups.tries_a_day",
    Group.TERMS,
    Kind.NUMBER,
    "3",
    N_("Zo vaak belt u iemand op één dag"),
    N_("Lukt het dan nog niet, dan gaat het verder op de volgende werkdag."),
    lowest=1,
    highest=9,
)
CALLS_FROM = Setting(
    "follow_ups.calls_from",
    Group.TERMS,
    Kind.TIME,
    "09:00",
    N_("Vanaf deze tijd belt u mensen terug"),
    N_("Eerder op de dag stelt Balie geen poging voor."),
    lowest=6,
    highest=13,
)
CALLS_UNTIL = Setting(
    "follow_ups.calls_until",
    Group.TERMS,
    Kind.TIME,
    "17:00",
    N_("Tot deze tijd belt u mensen terug"),
    N_("Wordt het later, dan schuift een poging naar de volgende werkdag."),
    lowest=14,
    highest=23,
)
GOOD_FRIDAY = Setting(
    "practice.free_good_friday",
    Group.TERMS,
    Kind.YES_NO,
    NO,
    N_("Op Goede Vrijdag is de praktijk dicht"),
    N_("Dan telt Goede Vrijdag niet mee als werkdag."),
    choices=(YES, NO),
)
LIBERATION_DAY = Setting(
    "practice.free_liberation_day",
    Group.TERMS,
    Kind.YES_NO,
    NO,
    N_("Op 5 mei is de praktijk elk jaar dicht"),
    N_("Zonder vinkje telt 5 mei mee als werkdag, behalve eens in de vijf jaar."),
    choices=(YES, NO),
)
COMPLAINT_RULE = Setting(
    "complaints.rule",
    Group.TERMS,
    Kind.CHOICE,
    "soort",
    N_("Regel voor klachten"),
    N_("Die geldt voor een nieuwe klacht. Wat al loopt, houdt de regel die het had."),
    choices=("soort", "wkkgz", "dierenarts", "wmo", "eigen"),
    choice_words=(
        N_("Die bij uw soort praktijk hoort"),
        N_("Wkkgz"),
        N_("Eigen regeling dierenarts"),
        N_("Regeling welzijn en Wmo"),
        N_("Eigen regeling"),
    ),
)
SPOKEN_DAYS = Setting(
    "complaints.spoken_days",
    Group.TERMS,
    Kind.NUMBER,
    "3",
    N_("Zoveel werkdagen voor een klacht die iemand vertelt"),
    N_("De eerstvolgende werkdag is dag 1. Dit geldt ook voor klachten die nu lopen."),
    lowest=1,
    highest=20,
)
OWN_DAYS = Setting(
    "complaints.own_days",
    Group.TERMS,
    Kind.NUMBER,
    "10",
    N_("Zoveel werkdagen voor een brief zonder vaste termijn"),
    N_("Als de regel geen weken noemt. Dit geldt ook voor klachten die nu lopen."),
    lowest=1,
    highest=60,
)
FEEDBACK_ADDRESS = Setting(
    "feedback.address",
    Group.TERMS,
    Kind.TEXT,
    "",
    N_("Internetadres waar mensen hun mening geven"),
    N_("Dit adres komt op het kaartje met de QR-code: https://www.praktijk.nl/mening."),
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
    HOURS_BETWEEN,
    TRIES_A_DAY,
    CALLS_FROM,
    CALLS_UNTIL,
    COMPLAINT_RULE,
    SPOKEN_DAYS,
    OWN_DAYS,
    GOOD_FRIDAY,
    LIBERATION_DAY,
    FEEDBACK_ADDRESS,
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

    def time(self, setting: Setting) -> time:
        """Return the value of a setting that is a time of the day."""
        return time.fromisoformat(self.get(setting))

    def items(self, setting: Setting) -> tuple[str, ...]:
        """Return the items of a setting that is a list."""
        return filled_lines(self.get(setting))

    def pairs(self, setting: Setting) -> tuple[tuple[str, str], ...]:
        """Return the pairs of a setting that holds "this = that" on each line."""
        return tuple(filter(None, map(pair_of, self.items(setting))))
