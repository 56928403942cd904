"""The name in a row of a table: from its own columns, or else taken apart when certain."""

from functools import partial

from reception_assistant.agenda.readers.tables.columns import (
    ADDRESS_COLUMNS,
    OWN_NAME_COLUMNS,
    PARTNER_COLUMNS,
    Columns,
)
from reception_assistant.agenda.readers.tables.values import CellValues, Memo
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.i18n import _
from reception_assistant.naming.one_field import take_apart
from reception_assistant.naming.person import Country, PersonName
from reception_assistant.naming.prefixes import prefix_apart
from reception_assistant.text import fold

_ANY_INITIAL = "X."


class RowNames:
    """Reads the name in a row."""

    def __init__(self, columns: Columns, values: CellValues) -> None:
        self._pick_own = columns.picker(OWN_NAME_COLUMNS)
        self._pick_partner = columns.picker(PARTNER_COLUMNS)
        self._pick_address = columns.picker(ADDRESS_COLUMNS)
        self._values = values
        self._split = columns.prefix_in_surname
        self._surnames = Memo(prefix_apart)
        self._apart = {country: Memo(partial(take_apart, country=country)) for country in Country}

    def name(self, cells: list[str]) -> PersonName:
        """Return the name in `cells`; raises `NotUnderstoodError` when there is none."""
        whole, given, call_name, initials, prefix, surname = self._pick_own(cells)
        use, partner_prefix, partner_surname = self._pick_partner(cells)
        salutation_text, pronoun, title, title_spoken, country_text = self._pick_address(cells)
        if not (surname or partner_surname or given or call_name or initials or whole):
            raise NotUnderstoodError(_("Er staat geen naam bij deze afspraak."))
        values = self._values
        country = values.countries[country_text]
        salutation = values.salutations[salutation_text]
        received = ""
        if whole and not (surname or partner_surname):
            # The surname can only be in the one field; what has a column of its own wins.
            apart = self._apart[country][whole]
            if not apart.surname:
                beside = (given, call_name, initials, prefix)
                apart = self._surname_beside(beside, whole, country) or apart
            received = apart.as_received
            salutation = salutation or apart.salutation
            given, call_name = given or apart.given_name, call_name or apart.call_name
            initials, prefix = initials or apart.initials, prefix or apart.prefix
            surname, title = apart.surname, title or apart.title
        elif self._split:
            prefix, surname = (prefix, surname) if prefix else self._surnames[surname]
            if not partner_prefix:
                partner_prefix, partner_surname = self._surnames[partner_surname]
        return PersonName(
            given_name=given,
            call_name=call_name,
            initials=initials,
            prefix=prefix,
            surname=surname,
            name_use=values.name_uses[use],
            partner_prefix=partner_prefix,
            partner_surname=partner_surname,
            salutation=salutation,
            pronoun=values.pronouns[pronoun],
            title=title,
            title_spoken=values.title_spoken[title_spoken],
            country=country,
            as_received=received,
        )

    def _surname_beside(
        self, beside: tuple[str, ...], whole: str, country: Country
    ) -> PersonName | None:
        """Return what is in the field of the whole name when that is only the surname.

        It is, when another part of the name has a column of its own: "Vries" or "de Vries" after
        "Jan" or "J.". The field may repeat that part in front.
        """
        first = next(filter(None, beside), "")
        whole = whole.removeprefix(f"{first} ")
        if not first or "," in whole or fold(first) == fold(whole):
            return None
        apart = self._apart[country][f"{whole}, {_ANY_INITIAL}"]
        if not apart.surname or " " in apart.surname:
            return None
        return apart._replace(initials="")
