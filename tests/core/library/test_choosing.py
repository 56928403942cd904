"""What suits the moment is offered first, and says why."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.library.choosing import Chooser, canonical_reasons, with_reason
from reception_assistant.library.content import Version
from reception_assistant.library.context import (
    Age,
    Context,
    Discipline,
    Moment,
    Mood,
    Sign,
    When,
    fits,
)
from reception_assistant.library.lists import Reason
from reception_assistant.library.offer import Offer
from reception_assistant.library.script import Script

REASONS = {"rekening": "Rekening of vergoeding", "pijn": "Kiespijn"}
ANGRY_BILL = Context(discipline="tandarts", reason="rekening", mood=Mood.ANGRY, age=Age.OLDER)


NOW = (
    Reason(id="nota", label="Nota", aliases=("rekening", "factuur")),
    Reason(id="pijn", label="Kiespijn", aliases=("nota",)),
)


def chooser(*scripts: tuple[str, When], now: tuple[Reason, ...] | None = None) -> Chooser:
    return Chooser(
        {
            title: Version(
                f"v-{title}",
                Script(id=title, title=title, theme="Thema", start="a", steps={}, when=when),
            )
            for title, when in scripts
        },
        REASONS if now is None else {reason.id: reason.label for reason in now},
        canonical_reasons(now or ()),
    )


def titles(offers: list[Offer]) -> list[str]:
    return [offer.title for offer in offers]


def because(when: When, context: Context) -> tuple[str, ...]:
    (offer,) = chooser(("Script", when)).choose(context)
    return offer.because


def test_nothing_is_offered_where_nothing_is_published() -> None:
    assert chooser().choose(ANGRY_BILL) == []


def test_a_script_is_offered_when_each_part_that_it_names_fits() -> None:
    offers = chooser(
        ("Rekening", When(reason=("pijn", "rekening"))),
        ("Boos aan de balie", When(moment=(Moment.DESK,), mood=(Mood.ANGRY,))),
        ("Kind", When(age=(Age.CHILD,))),
        ("Dier", When(discipline=(Discipline.VET,))),
        ("Klacht", When(signs=(Sign.OPEN_COMPLAINT,))),
        ("Boos", When(mood=(Mood.TENSE, Mood.ANGRY), discipline=(Discipline.DENTIST,))),
    ).choose(ANGRY_BILL)
    assert titles(offers) == ["Boos", "Rekening"]


def test_what_is_not_known_fits_no_part_that_asks_for_it() -> None:
    offers = chooser(
        ("Reden", When(reason=("rekening",))),
        ("Boos", When(mood=tuple(Mood))),
        ("Leeftijd", When(age=tuple(Age))),
        ("Praktijk", When(discipline=tuple(Discipline))),
        ("Altijd", When()),
    ).choose(Context())
    assert titles(offers) == ["Altijd"]


def test_what_fits_in_more_parts_comes_first_and_what_always_fits_last() -> None:
    made = chooser(
        ("Altijd", When()),
        ("Rekening", When(reason=("rekening",))),
        ("Boos over de rekening", When(reason=("rekening",), mood=(Mood.ANGRY,))),
    )
    assert titles(made.choose(ANGRY_BILL)) == ["Boos over de rekening", "Rekening", "Altijd"]
    assert titles(made.choose(ANGRY_BILL, limit=1)) == ["Boos over de rekening"]


def test_of_equals_the_one_that_helped_most_comes_first_then_by_title() -> None:
    equals = ("Zorg", "Echo", "École", "Aap")
    made = chooser(
        *((title, When(reason=("rekening",))) for title in equals),
        ("Boos", When(reason=("rekening",), mood=(Mood.ANGRY,))),
    )
    assert titles(made.choose(ANGRY_BILL)) == ["Boos", "Aap", "Echo", "École", "Zorg"]
    helped = {"Zorg": 9, "École": 2, "een-ander": 50}
    found = made.choose(ANGRY_BILL, lambda _ids: helped)
    assert titles(found) == ["Boos", "Zorg", "École", "Aap", "Echo"]


@pytest.mark.parametrize(
    ("when", "context", "expected"),
    [
        (
            When(reason=("rekening",), mood=(Mood.ANGRY,), moment=(Moment.PHONE,)),
            ANGRY_BILL,
            ("omdat het gaat om «Rekening of vergoeding»", "omdat de beller boos klinkt"),
        ),
        (
            When(mood=(Mood.ANGRY,)),
            ANGRY_BILL._replace(moment=Moment.DESK),
            ("omdat wie voor u staat boos is",),
        ),
        (
            When(signs=(Sign.OPEN_PROMISE, Sign.HARD_OF_HEARING, Sign.INTERPRETER)),
            Context(signs=frozenset({Sign.HARD_OF_HEARING, Sign.OPEN_PROMISE, Sign.TENSE})),
            ("omdat de beller slecht hoort", "omdat er nog een belofte openstaat"),
        ),
        (When(age=(Age.CHILD,)), Context(age=Age.CHILD), ("omdat het om een kind gaat",)),
        (When(reason=("weg",)), Context(reason="weg"), ("omdat het hierover gaat",)),
        (
            When(moment=(Moment.DESK,), discipline=(Discipline.VET,)),
            Context(Moment.DESK, "dierenarts"),
            ("past bij elk gesprek aan de balie",),
        ),
        (When(moment=(Moment.PHONE,)), Context(), ("past bij elk gesprek aan de telefoon",)),
        (
            When(discipline=(Discipline.VET,)),
            Context(discipline="dierenarts"),
            ("past bij elk gesprek in uw praktijk",),
        ),
        (When(), Context(), ("past altijd",)),
    ],
)
def test_each_offer_says_why(when: When, context: Context, expected: tuple[str, ...]) -> None:
    assert because(when, context) == expected


def test_a_reason_is_known_by_each_id_it_ever_had_and_its_own_goes_first() -> None:
    assert canonical_reasons(NOW) == {
        "nota": "nota",
        "rekening": "nota",
        "factuur": "nota",
        "pijn": "pijn",
    }


@pytest.mark.parametrize("chosen", ["nota", "rekening", "factuur"])
def test_a_script_that_knows_the_reason_by_another_id_is_offered_with_its_name(chosen: str) -> None:
    made = chooser(
        ("Oud", When(reason=("rekening",))),
        ("Nieuw", When(reason=("nota", "factuur"))),
        ("Pijn", When(reason=("pijn",))),
        now=NOW,
    )
    offers = made.choose(Context(reason=chosen))
    assert titles(offers) == ["Nieuw", "Oud"]
    assert {offer.because for offer in offers} == {("omdat het gaat om «Nota»",)}


@pytest.mark.parametrize("chosen", ["nota", "rekening"])
def test_words_for_a_reason_are_said_by_whichever_id_they_know_it(chosen: str) -> None:
    seen = with_reason(Context(reason=chosen, mood=Mood.ANGRY), NOW)
    assert (seen.reason, seen.mood) == ("nota", Mood.ANGRY)
    assert all(fits(When(reason=(name,)), seen) for name in ("nota", "rekening", "factuur"))
    assert not fits(When(reason=("pijn",)), seen)
    offered = Chooser(
        {
            "a": Version(
                "v", Script(id="a", title="A", start="", steps={}, when=When(reason=(chosen,)))
            )
        },
        {},
    ).choose(seen)
    assert titles(offered) == ["A"]


@pytest.mark.parametrize("chosen", ["", "weg"])
def test_a_reason_that_is_in_no_list_stays_what_it_is(chosen: str) -> None:
    assert with_reason(Context(reason=chosen), NOW) == Context(reason=chosen)


@pytest.mark.parametrize("sign", Sign)
@pytest.mark.parametrize("mood", Mood)
@pytest.mark.parametrize("age", Age)
def test_nobody_at_the_desk_is_called_a_caller(sign: Sign, mood: Mood, age: Age) -> None:
    when = When(signs=(sign,), mood=(mood,), age=(age,))
    said = because(when, Context(Moment.DESK, mood=mood, age=age, signs=frozenset({sign})))
    assert len(said) == 3
    assert not any("beller" in phrase for phrase in said)


def _some(values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


WHENS = st.builds(
    When,
    moment=_some(list(Moment)),
    discipline=_some(list(Discipline)),
    reason=_some(["rekening", "pijn"]),
    mood=_some(list(Mood)),
    age=_some(list(Age)),
    signs=_some(list(Sign)),
)
CONTEXTS = st.builds(
    Context,
    moment=st.sampled_from(Moment),
    discipline=st.sampled_from(["", *Discipline]),
    reason=st.sampled_from(["", "rekening", "pijn"]),
    mood=st.sampled_from([None, *Mood]),
    age=st.sampled_from([None, *Age]),
    signs=st.frozensets(st.sampled_from(Sign), max_size=2),
)


@given(st.lists(WHENS, max_size=6), CONTEXTS)
@settings(max_examples=60, deadline=None)
def test_exactly_what_fits_is_offered_each_with_a_reason(
    whens: list[When], context: Context
) -> None:
    named = {f"script {at}": when for at, when in enumerate(whens)}
    offers = chooser(*named.items()).choose(context)
    fitting = {title for title, when in named.items() if fits(when, context)}
    assert set(titles(offers)) == fitting
    assert len(offers) == len(fitting)
    assert all(offer.because and all(offer.because) for offer in offers)
