"""The word by which a practice calls the people it serves: patiënt, cliënt, klant or baasje."""

from enum import StrEnum

from reception_assistant.i18n import N_, _


class ClientTerm(StrEnum):
    """The word that the practice chose, with the forms in which sentences need it."""

    PATIENT = "patiënt"
    CLIENT = "cliënt"
    CUSTOMER = "klant"
    OWNER = "baasje"

    @property
    def singular(self) -> str:
        """The bare word: "patiënt"."""
        return _(_WORDS[self][0])

    @property
    def plural(self) -> str:
        """More of them: "patiënten"."""
        return _(_WORDS[self][1])

    @property
    def with_article(self) -> str:
        """The one that is meant: "de patiënt", "het baasje"."""
        return _(_WORDS[self][2])

    @property
    def indefinite(self) -> str:
        """Anyone of them: "een patiënt"."""
        return _(_WORDS[self][3])

    @property
    def this(self) -> str:
        """The one that is here: "deze patiënt", "dit baasje"."""
        return _(_WORDS[self][4])

    @property
    def which(self) -> str:
        """The one that is asked for: "welke patiënt", "welk baasje"."""
        return _(_WORDS[self][5])


# Whole word groups, as another language needs another article or case in each of them.
_WORDS = {
    ClientTerm.PATIENT: (
        N_("patiënt"),
        N_("patiënten"),
        N_("de patiënt"),
        N_("een patiënt"),
        N_("deze patiënt"),
        N_("welke patiënt"),
    ),
    ClientTerm.CLIENT: (
        N_("cliënt"),
        N_("cliënten"),
        N_("de cliënt"),
        N_("een cliënt"),
        N_("deze cliënt"),
        N_("welke cliënt"),
    ),
    ClientTerm.CUSTOMER: (
        N_("klant"),
        N_("klanten"),
        N_("de klant"),
        N_("een klant"),
        N_("deze klant"),
        N_("welke klant"),
    ),
    ClientTerm.OWNER: (
        N_("baasje"),
        N_("baasjes"),
        N_("het baasje"),
        N_("een baasje"),
        N_("dit baasje"),
        N_("welk baasje"),
    ),
}
