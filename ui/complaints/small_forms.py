"""What is asked beside the steps: a promise, a hand-over, more time, and why it is closed."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from reception_assistant.calls.promise import Channel
from reception_assistant.complaints.complaint import Form
from reception_assistant.i18n import N_, _
from reception_assistant.staff.employee import Employee
from ui.complaints.choice_chips import ChoiceChips
from ui.complaints.moment_field import MomentField
from ui.complaints.small_form import SmallForm
from ui.widgets.form import ChoiceField, short_field, text_field

_CHANNELS = (
    (Channel.CALL, N_("Bellen")),
    (Channel.MAIL, N_("Mailen")),
    (Channel.LETTER, N_("Brief")),
    (Channel.AT_DESK, N_("Aan de balie")),
)
_FORMS = ((Form.SPOKEN, N_("Mondeling")), (Form.WRITTEN, N_("Schriftelijk")))
_LONGEST = 500


class Promised(NamedTuple):
    """What is filled in for a promise; `before` is "" as long as the moment is not clear."""

    what: str
    before: str
    after: str
    owner_id: str
    channel: Channel
    reach: str


class PeopleField(ChoiceField):
    """A field to choose somebody who works here."""

    def offer(self, people: Sequence[Employee], me: str) -> None:
        """Offer these, with `me` chosen at first; what was chosen before stays."""
        chosen = self.chosen() or me
        self.clear()
        for each in people:
            self.addItem(each.name, each.id)
        self.setCurrentIndex(max(0, self.findData(chosen)))

    def chosen(self) -> str:
        """Return the id of who is chosen."""
        return str(self.currentData() or "")


class PromiseForm(SmallForm):
    """What is promised because of a complaint, before when, by whom and how they hear of it."""

    def __init__(self) -> None:
        super().__init__(_("Beloven"), _("Belofte maken   Ctrl+Enter"))
        self.what = text_field(longest=_LONGEST)
        self.moment = MomentField()
        self.owner = PeopleField()
        self.channel = ChoiceChips(
            _("Hoe hoort de klant het?"), [(each.value, _(words)) for each, words in _CHANNELS]
        )
        self.reach = short_field(longest=200)
        self.add(_("Wat belooft u?"), self.what)
        self.add(_("Voor wanneer?"), self.moment)
        self.add(_("Wie doet het?"), self.owner)
        self.add(_("Hoe hoort de klant het?"), self.channel)
        self.add(_("Op welk nummer of adres?"), self.reach)
        self.channel.choose(Channel.CALL.value)

    def fill(self, people: Sequence[Employee], me: str, reach: str, now: datetime) -> None:
        """Offer who may do it; what was filled in stays."""
        self.owner.offer(people, me)
        self.moment.begin(now)
        if not self.reach.text():
            self.reach.setText(reach)

    def empty(self) -> None:
        """Forget what was filled in."""
        self.what.setText("")
        self.moment.empty()
        self.reach.setText("")
        self.channel.choose(Channel.CALL.value)

    def promised(self) -> Promised:
        """Return what is filled in."""
        return Promised(
            self.what.text().strip(),
            self.moment.before(),
            self.moment.after(),
            self.owner.chosen(),
            Channel(self.channel.choice or Channel.CALL.value),
            self.reach.text().strip(),
        )


class HandOverForm(SmallForm):
    """To whom a complaint goes, with the note that goes with it."""

    def __init__(self) -> None:
        super().__init__(_("Overdragen"), _("Overdragen   Ctrl+Enter"))
        self.to = PeopleField()
        self.note = text_field(longest=_LONGEST)
        self.add(_("Aan wie?"), self.to)
        self.add(_("Wat moet uw collega weten?"), self.note)


class ExtensionForm(SmallForm):
    """How many weeks more, and why: that is told in the letter."""

    def __init__(self) -> None:
        super().__init__(_("Termijn verlengen"), _("Verlengen   Ctrl+Enter"))
        self.weeks = ChoiceChips(_("Hoeveel weken erbij?"))
        self.reason = text_field(longest=_LONGEST)
        self.add(_("Hoeveel weken erbij?"), self.weeks)
        self.add(_("Waarom duurt het langer? De klant leest dit."), self.reason)

    def offer(self, most: int) -> None:
        """Offer as many weeks as the rule allows."""
        self.weeks.offer([(str(number), str(number)) for number in range(1, most + 1)])
        if most and not self.weeks.choice:
            self.weeks.choose(str(most))


class ReasonForm(SmallForm):
    """One thing to explain: why it is closed without a yes, or opened again."""

    def __init__(self, title: str, done: str, question: str) -> None:
        super().__init__(title, done)
        self.reason = text_field(longest=_LONGEST)
        self.add(question, self.reason)


class RuleForm(SmallForm):
    """How a complaint came in, and by which rule it is answered."""

    def __init__(self) -> None:
        super().__init__(_("Termijn aanpassen"), _("Bewaren   Ctrl+Enter"))
        self.subject = text_field(longest=_LONGEST)
        self.form = ChoiceChips(
            _("Hoe kwam het binnen?"), [(each.value, _(words)) for each, words in _FORMS]
        )
        self.regime = ChoiceField()
        self.add(_("Waar gaat het over?"), self.subject)
        self.add(_("Hoe kwam het binnen?"), self.form)
        self.add(_("Welke regel geldt?"), self.regime)


class ImproveForm(SmallForm):
    """What is done otherwise from now on, who sees to it, and when one looks back."""

    def __init__(self) -> None:
        super().__init__(_("Verbetering"), _("Verbetering bewaren   Ctrl+Enter"))
        self.what = text_field(longest=_LONGEST)
        self.owner = PeopleField()
        self.review = MomentField(days_only=True)
        self.rule = text_field(longest=_LONGEST)
        self.script = ChoiceField()
        self.add(_("Wat gaan we anders doen?"), self.what)
        self.add(_("Wie zorgt ervoor?"), self.owner)
        self.add(_("Wanneer kijkt u of het hielp?"), self.review)
        self.add(_("Welk script verandert?"), self.script)
        self.add(_("Welke afspraak of regel verandert?"), self.rule)

    def offer_scripts(self, scripts: Sequence[tuple[str, str]]) -> None:
        """Offer the scripts that may have changed: ids with their titles."""
        chosen = self.script.currentData()
        self.script.clear()
        self.script.addItem(_("Geen script"), "")
        for each, title in scripts:
            self.script.addItem(title, each)
        self.script.setCurrentIndex(max(0, self.script.findData(chosen)))

    def empty(self) -> None:
        """Forget what was filled in."""
        for field in (self.what, self.rule):
            field.setText("")
        self.review.empty()
        self.script.setCurrentIndex(0)
