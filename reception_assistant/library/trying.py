"""What a sample person means while a script is tried: the moment, and what is filled in."""

from datetime import date, datetime, time, timedelta

from reception_assistant.i18n import N_, _
from reception_assistant.library.context import Context, Discipline, Moment, Mood, Sign, age_band
from reception_assistant.library.placeholders import Placeholder
from reception_assistant.library.sample_person import SamplePerson
from reception_assistant.naming.farewell import until
from reception_assistant.naming.greeting import greeting_word
from reception_assistant.naming.person import PersonName, Salutation
from reception_assistant.naming.spoken import spoken_name
from reception_assistant.naming.spoken_time import clock_words_in_full, date_words

_HALF_A_YEAR = timedelta(days=182)  # whole weeks, so the same day of the week
_NEXT_AT = time(10)
_PRACTITIONERS = {
    Discipline.DENTIST: N_("tandarts Bakker"),
    Discipline.VET: N_("dierenarts Bakker"),
    Discipline.GP: N_("dokter Bakker"),
    Discipline.WELFARE: N_("Anja Bakker"),
}
_TREATMENTS = {
    Discipline.DENTIST: N_("gewone controle"),
    Discipline.VET: N_("inenting"),
    Discipline.GP: N_("controle"),
    Discipline.WELFARE: N_("gesprek"),
}


def context_of(
    person: SamplePerson, discipline: str, moment: Moment, mood: Mood | None, today: date
) -> Context:
    """Return the moment in which a script is tried; why they call is for the one who tries."""
    return Context(
        moment=moment,
        discipline=discipline,
        mood=mood,
        age=age_band(age_of(person, today)),
        signs=person.signs,
    )


def age_of(person: SamplePerson, today: date) -> int | None:
    """Return how old somebody is this year; None when that is not known."""
    return today.year - person.birth_year if person.birth_year else None


def values_of(
    person: SamplePerson,
    *,
    practice: str,
    employee: str,
    now: datetime,
    discipline: str = "",
    moment: Moment = Moment.PHONE,
    promised: tuple[str, str] | None = None,
) -> dict[str, str]:
    """Return a value for each placeholder, "" for what is not known of this person.

    Somebody at the desk has a visit now. `promised` is what, and before when, in words; without
    it a promise is made up. A name that is not said aloud is not known here.
    """
    following = datetime.combine(now.date() + _HALF_A_YEAR, _NEXT_AT)
    here = moment is Moment.DESK and person.name != PersonName()
    comes = here or person.has_next_appointment
    next_words = _moment_words(following) if person.has_next_appointment else ""
    what, when = promised or (_("u terugbellen"), _("morgenochtend"))
    values = {
        Placeholder.GREETING: greeting_word(now),
        **_names(person, now.date()),
        Placeholder.EMPLOYEE: employee,
        Placeholder.PRACTICE: practice or _("de praktijk"),
        Placeholder.PRACTITIONER: _of(discipline, _PRACTITIONERS) if comes else "",
        Placeholder.TREATMENT: _of(discipline, _TREATMENTS) if comes else "",
        Placeholder.APPOINTMENT: _today_words(now) if here else next_words,
        Placeholder.NEXT_APPOINTMENT: next_words,
        Placeholder.UNTIL: until(now, following if person.has_next_appointment else None),
        Placeholder.WAITING_TIME: _("tien minuten") if here else "",
        Placeholder.ANIMAL: person.animal,
        Placeholder.PROMISE_WHAT: what,
        Placeholder.PROMISE_WHEN: when,
    }
    return {name.value: text for name, text in values.items()}


def _names(person: SamplePerson, today: date) -> dict[Placeholder, str]:
    aloud = Sign.NOT_ALOUD not in person.signs
    bare = person.name._replace(salutation=Salutation.UNKNOWN, title_spoken=False)
    return {
        Placeholder.SPOKEN_NAME: spoken_name(person.name, age_of(person, today)) if aloud else "",
        Placeholder.FULL_NAME: spoken_name(bare) if aloud else "",
    }


def _of(discipline: str, words: dict[Discipline, str]) -> str:
    """Return the words of this discipline, or of the first one where it is not chosen yet."""
    known = discipline in set(Discipline)
    return _(words[Discipline(discipline) if known else Discipline.DENTIST])


def _moment_words(moment: datetime) -> str:
    fields = {"day": date_words(moment), "time": clock_words_in_full(moment)}
    return _("{day} om {time}").format(**fields)


def _today_words(now: datetime) -> str:
    return _("vandaag om {time}").format(time=clock_words_in_full(now.replace(minute=0)))
