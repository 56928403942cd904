"""What a column of a file can mean, in the words of the assistant."""

from collections.abc import Mapping, Sequence

from reception_assistant.i18n import N_, _

SKIPPED = ""
DAY_AND_TIME = "datum+tijd"

_MEANINGS = (
    (SKIPPED, N_("overslaan")),
    (DAY_AND_TIME, N_("dag en tijd")),
    ("datum", N_("dag")),
    ("tijd", N_("tijd")),
    ("eindtijd", N_("tijd van het einde")),
    ("duur", N_("hoelang, in minuten")),
    ("naam", N_("hele naam in één")),
    ("achternaam", N_("achternaam")),
    ("voorvoegsel", N_("tussenvoegsel")),
    ("voorletters", N_("voorletters")),
    ("voornaam", N_("voornaam")),
    ("roepnaam", N_("roepnaam")),
    ("aanspreekvorm", N_("meneer of mevrouw")),
    ("partner_achternaam", N_("achternaam van de partner")),
    ("partner_voorvoegsel", N_("tussenvoegsel van de partner")),
    ("naamgebruik", N_("welke achternaam iemand gebruikt")),
    ("titel", N_("titel")),
    ("titel_gebruiken", N_("titel hardop, ja of nee")),
    ("aanspreken", N_("u of je")),
    ("geboortedatum", N_("geboortedatum")),
    ("telefoon", N_("telefoon")),
    ("behandeling", N_("waarvoor iemand komt")),
    ("behandelaar", N_("bij wie")),
    ("dier", N_("naam van het dier")),
    ("diersoort", N_("soort dier")),
    ("ouder", N_("met wie een kind komt")),
    ("kenmerken", N_("kenmerken, zoals tolk")),
    ("uitspraak", N_("hoe de naam klinkt")),
    ("status", N_("gaat door of niet")),
    ("opmerking", N_("opmerking")),
    ("land", N_("land, NL of BE")),
    ("patientnummer", N_("nummer van de persoon")),
    ("kenmerk", N_("nummer van de afspraak")),
)


def meanings() -> list[tuple[str, str]]:
    """Return everything that a column can mean, with its words."""
    return [(value, _(words)) for value, words in _MEANINGS]


def by_file_column(columns: Mapping[str, str], names: Sequence[str]) -> dict[str, str]:
    """Return for each column of the file what it means, from where each of ours stands."""
    found = dict.fromkeys(names, SKIPPED)
    for ours, theirs in columns.items():
        if theirs in found:
            together = {ours, found[theirs]} == {"datum", "tijd"}
            found[theirs] = DAY_AND_TIME if together else ours
    return found


def by_our_column(found: Mapping[str, str]) -> dict[str, str]:
    """Return where each column of ours stands, from what each column of the file means."""
    columns: dict[str, str] = {}
    for theirs, meaning in found.items():
        for ours in meaning.split("+") if meaning else ():
            columns.setdefault(ours, theirs)
    return columns
