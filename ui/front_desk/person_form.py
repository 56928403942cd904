"""Adding somebody, or putting their data right, with the spoken sentence shown while typing."""

from datetime import date, datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from reception_assistant.agenda.day import Person
from reception_assistant.agenda.marks import PERSON_MARKS, Mark
from reception_assistant.agenda.words import mark_word
from reception_assistant.desk.people import PersonForm
from reception_assistant.desk.preview import birth_date_of, greeting_of
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.naming.person import (
    Country,
    NameUse,
    PersonName,
    Pronoun,
    Salutation,
)
from ui.front_desk.editor import Editor
from ui.theme.marks import wrong
from ui.widgets.blocks import GAP, label, say
from ui.widgets.flow import flow
from ui.widgets.form import FieldGrid, choice_field, short_field, text_field

_MARKS = (*sorted(PERSON_MARKS), Mark.SENSITIVE)


class PersonEditor(Editor):
    """The form for one person; what it asks to keep is a `PersonForm`."""

    def __init__(self, person: Person | None, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__("person_editor", parent)
        self._now = now
        self._before = person or Person(id="", name=PersonName())
        self._heard = label("greeting")
        self._build_fields()
        as_received = self._before.name.as_received
        received = label("muted")
        say(
            received,
            _("Zo kwam de naam binnen: {name}").format(name=as_received) if as_received else "",
        )
        self._fill(
            _("Gegevens verbeteren") if person else _("Nieuwe persoon"),
            label("caption", _("Zo klinkt het")),
            self._heard,
            received,
            self._grid(),
            flow(GAP, *self._mark_boxes.values()),
        )
        self._on_edited()
        self._connect()

    def focus_first(self) -> None:
        """Put the cursor in the first field to fill in."""
        self.given_name.setFocus()

    def filled_in(self) -> PersonForm:
        """Return what is filled in now; raises `KnownError` when a date is no date."""
        return PersonForm(
            name=self._name(),
            birth_date=self._born(),
            phone=self.phone.text().strip(),
            pronunciation=self.pronunciation.text().strip(),
            marks=frozenset(mark for mark, box in self._mark_boxes.items() if box.isChecked()),
        )

    def _build_fields(self) -> None:
        name, person = self._before.name, self._before
        self.given_name = text_field(name.given_name)
        self.call_name = text_field(name.call_name)
        self.initials = text_field(name.initials, _("J.P."))
        self.prefix = text_field(name.prefix, _("van den"))
        self.surname = text_field(name.surname)
        self.partner_prefix = text_field(name.partner_prefix)
        self.partner_surname = text_field(name.partner_surname)
        self.title = text_field(name.title)
        self.title_spoken = QCheckBox(_("Titel hardop zeggen"))
        self.title_spoken.setChecked(name.title_spoken)
        self.salutation = choice_field(_salutations(), name.salutation)
        self.pronoun = choice_field(_pronouns(), name.pronoun)
        self.name_use = choice_field(_name_uses(), name.name_use)
        self.country = choice_field(_countries(), name.country)
        born = f"{person.birth_date:%d-%m-%Y}" if person.birth_date else ""
        self.birth_date = short_field(born, _("14-3-1958"), 20)
        self.phone = short_field(person.phone, longest=40)
        self.pronunciation = text_field(person.pronunciation, _("loe-SIE-a"))
        self._mark_boxes = {mark: QCheckBox(mark_word(mark)) for mark in _MARKS}
        for mark, box in self._mark_boxes.items():
            box.setChecked(mark in person.marks)

    def _grid(self) -> FieldGrid:
        grid = FieldGrid()
        for name, field in (
            (_("Aanspreekvorm"), self.salutation),
            (_("U of je"), self.pronoun),
            (_("Voornaam"), self.given_name),
            (_("Roepnaam"), self.call_name),
            (_("Voorletters"), self.initials),
            (_("Voorvoegsel"), self.prefix),
            (_("Achternaam"), self.surname),
            (_("Welke naam gebruikt deze persoon?"), self.name_use),
            (_("Voorvoegsel van de partner"), self.partner_prefix),
            (_("Achternaam van de partner"), self.partner_surname),
            (_("Titel"), self.title),
            (_("Bij de titel"), self.title_spoken),
            (_("Geboortedatum"), self.birth_date),
            (_("Telefoon"), self.phone),
            (_("Uitspraak"), self.pronunciation),
            (_("Land van de naam"), self.country),
        ):
            grid.add(name, field)
        return grid

    def _connect(self) -> None:
        for field in (
            *(self.given_name, self.call_name, self.initials, self.prefix, self.surname),
            *(self.partner_prefix, self.partner_surname, self.title, self.birth_date),
        ):
            field.textEdited.connect(self._on_edited)
        for choice in (self.salutation, self.pronoun, self.name_use, self.country):
            choice.currentIndexChanged.connect(self._on_edited)
        self.title_spoken.toggled.connect(self._on_edited)
        self._mark_boxes[Mark.NOT_ALOUD].toggled.connect(self._on_edited)

    def _name(self) -> PersonName:
        surname = self.surname.text().strip()
        given = self.given_name.text().strip()
        taken_apart = surname or given or self.initials.text().strip()
        return PersonName(
            given_name=given,
            call_name=self.call_name.text().strip(),
            initials=self.initials.text().strip(),
            prefix=self.prefix.text().strip(),
            surname=surname,
            name_use=self.name_use.currentData(),
            partner_prefix=self.partner_prefix.text().strip(),
            partner_surname=self.partner_surname.text().strip(),
            salutation=self.salutation.currentData(),
            pronoun=self.pronoun.currentData(),
            title=self.title.text().strip(),
            title_spoken=self.title_spoken.isChecked(),
            country=self.country.currentData(),
            as_received="" if taken_apart else self._before.name.as_received,
        )

    def _born(self) -> date | None:
        return birth_date_of(self.birth_date.text(), self._now.date())

    @Slot()
    def _on_edited(self) -> None:
        self.hide_trouble()
        born = None
        try:
            born = self._born()
        except KnownError:
            wrong(self.birth_date, is_wrong=True)
        else:
            wrong(self.birth_date, is_wrong=False)
        aloud = not self._mark_boxes[Mark.NOT_ALOUD].isChecked()
        self._heard.setText(greeting_of(self._name(), born, self._now, aloud=aloud))


def _salutations() -> list[tuple[Salutation, str]]:
    return [
        (Salutation.UNKNOWN, _("weet ik niet")),
        (Salutation.MENEER, _("meneer")),
        (Salutation.MEVROUW, _("mevrouw")),
    ]


def _pronouns() -> list[tuple[Pronoun, str]]:
    return [
        (Pronoun.UNKNOWN, _("volgt de leeftijd")),
        (Pronoun.U, _("u")),
        (Pronoun.JE, _("je")),
    ]


def _name_uses() -> list[tuple[NameUse, str]]:
    return [
        (NameUse.OWN, _("eigen naam")),
        (NameUse.PARTNER, _("naam van de partner")),
        (NameUse.PARTNER_OWN, _("partner en dan eigen")),
        (NameUse.OWN_PARTNER, _("eigen en dan partner")),
    ]


def _countries() -> list[tuple[Country, str]]:
    return [(Country.NETHERLANDS, _("Nederland")), (Country.BELGIUM, _("België"))]
