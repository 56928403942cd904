"""The seven steps: what each asks, when the next one opens, and what an answer sends back.

Need before solution: the solution opens after the customer's own words, the wish and a yes to
"klopt dat?". Going back is always allowed.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reception_assistant.complaints.complaint import Complaint, Field, Phase, Where, Yes
from reception_assistant.errors import KnownError
from reception_assistant.i18n import N_, _

FIELDS: Mapping[Phase, tuple[Field, ...]] = {
    Phase.PREPARE: (Field.GOAL, Field.EXPECTED, Field.EXPERIENCED),
    Phase.ACKNOWLEDGE: (Field.EMOTION, Field.APOLOGY),
    Phase.CLARIFY: (
        Field.WORDS,
        Field.MORE,
        Field.BEHIND,
        Field.HELP,
        Field.WISH,
        Field.ACCEPTABLE,
        Field.CONFIRMED,
    ),
    Phase.SOLVE: (
        Field.SOLUTION,
        Field.ALTERNATIVE,
        Field.GAIN_CUSTOMER,
        Field.GAIN_PRACTICE,
    ),
    Phase.CHECK: (Field.SOUNDS, Field.THINKS, Field.MEETS, Field.SOLVED),
    Phase.DO: (Field.STAY_IN_TOUCH,),
    Phase.LEARN: (Field.CAUSE, Field.CAUSE_TEXT),
}
"""What each step asks, in its order; BETWEEN_LINES belongs to none, it lies beside them all."""

NEEDED: Mapping[Phase, tuple[Field, ...]] = {
    Phase.CLARIFY: (Field.WORDS, Field.WISH, Field.CONFIRMED),
    Phase.SOLVE: (Field.SOLUTION,),
    Phase.CHECK: (Field.SOLVED,),
}
"""What a step must have before the next one opens; step 6 needs a promise."""

YES_FIELDS = frozenset({Field.CONFIRMED, Field.SOLVED})
"""Only the customer's yes counts in these."""

LOOP_TO = (Phase.CLARIFY, Phase.SOLVE)
"""Where a solution that does not solve it can lead back to."""

_AGREED_TO = frozenset({Field.SOLUTION, Field.WISH, Field.CONFIRMED})
"""What the customer said yes to: once it is otherwise, that yes was to something else."""

_QUESTIONS: Mapping[Field, str] = {
    Field.WORDS: N_("Wat zegt de ander zelf? Schrijf het op in die woorden."),
    Field.WISH: N_("Wat wil de ander het liefst?"),
    Field.CONFIRMED: N_("Vat het samen en vraag: «Klopt dat?» Wacht op een ja."),
    Field.SOLUTION: N_("Wat gaat u doen voor de ander?"),
    Field.SOLVED: N_("Vraag: «Is het hiermee voor u opgelost?» Wacht op een ja."),
}
_PROMISE = N_("Wat belooft u, en wanneer is het klaar? Maak er een belofte van.")
_REASON = N_("Komt er geen ja? Schrijf dan op waarom u de klacht toch sluit.")
_NOBODY_ANSWERS = frozenset({Where.LETTER, Where.MAIL, Where.ONLINE, Where.HEARSAY})
_NOT_ASKED_OF_NOBODY = frozenset({Field.WISH, Field.CONFIRMED, Field.SOLVED})


class Lacking(NamedTuple):
    """What is still to be written down, and the question for it; `field` None is a promise."""

    field: Field | None
    question: str


class Move(NamedTuple):
    """Where the record is after an answer.

    `kind` is that of the event: "" (it stays), "back" or "looped" (then `loops` goes up by one).
    `clears` are answers that are to be asked again; `said` tells the receptionist why.
    """

    phase: Phase
    kind: str = ""
    clears: tuple[Field, ...] = ()
    said: str = ""


def phase_of(field: Field) -> Phase | None:
    """Return the step that asks `field`; None for what lies beside the steps."""
    return next((phase for phase, fields in FIELDS.items() if field in fields), None)


def nobody_to_ask(complaint: Complaint) -> bool:
    """Tell whether it came in writing, or from others, and nobody knows from whom.

    Then nobody can say yes: what the customer would answer is not asked for.
    """
    known = complaint.person_id or complaint.whom or complaint.reach
    return not known and complaint.where in _NOBODY_ANSWERS


def has_promise(complaint: Complaint) -> bool:
    """Tell whether something was promised because of this complaint, and was needed after all."""
    return complaint.promised


def lacking(complaint: Complaint, to: Phase) -> tuple[Lacking, ...]:
    """Return what is lacking to go to step `to`, in the order of the steps; back is always free."""
    if to <= complaint.phase:
        return ()
    return _needed_before(complaint, to)


def lacking_for_solution(complaint: Complaint) -> tuple[Lacking, ...]:
    """Return why the solution is still closed; empty when it is open."""
    return _needed_before(complaint, Phase.SOLVE)


def lacking_for_closing(complaint: Complaint, reason: str = "") -> tuple[Lacking, ...]:
    """Return what is lacking to close: the customer's yes to a solution, or a written reason.

    A yes counts only after the customer was heard and knows the solution.
    """
    if reason.strip():
        return ()
    if nobody_to_ask(complaint):
        return (Lacking(None, _(_REASON)),)
    missing = _needed_before(complaint, Phase.DO)
    return (*missing, Lacking(None, _(_REASON))) if missing else ()


def require_step(complaint: Complaint, to: Phase) -> None:
    """Raise `KnownError` with what is lacking to go to step `to`."""
    if missing := lacking(complaint, to):
        raise KnownError(
            _("Deze stap gaat nog niet open. Wat u opschreef, is bewaard."),
            " ".join(each.question for each in missing),
        )


def require_closing(complaint: Complaint, reason: str = "") -> None:
    """Raise `KnownError` with what is lacking to close."""
    if missing := lacking_for_closing(complaint, reason):
        raise KnownError(
            _("De klacht blijft nog open. Er is niets veranderd."),
            " ".join(each.question for each in (missing[0], missing[-1])[: len(missing)]),
        )


def after_answers(complaint: Complaint, changed: Iterable[Field]) -> Move:
    """Return where `complaint` is, now that it holds new answers in the fields `changed`.

    A yes that is taken back, or words that are gone, close the solution again. A solution that
    does not solve it loops: to another solution for "deels", to listening again for "nee". When
    what the customer said yes to is otherwise now, whether it is solved is asked anew.
    """
    fields = frozenset(changed)
    solved = complaint.answer(Field.SOLVED)
    if Field.SOLVED in fields and solved in (Yes.PARTLY, Yes.NO):
        return _looped(complaint, Yes(solved))
    old_yes = (Field.SOLVED,) if solved and Field.SOLVED not in fields else ()
    heard = fields.intersection(NEEDED[Phase.CLARIFY])
    if heard and complaint.phase > Phase.CLARIFY and lacking_for_solution(complaint):
        return Move(
            Phase.CLARIFY,
            "back",
            old_yes,
            said=_("Luister nog eens. Daarna gaat de oplossing weer open."),
        )
    if old_yes and fields & _AGREED_TO:
        return Move(
            min(complaint.phase, Phase.CHECK),
            "back",
            old_yes,
            said=_("Er is iets veranderd. Vraag nog eens of het zo is opgelost."),
        )
    return Move(complaint.phase)


def starting_phase(answers: Mapping[str, str]) -> Phase:
    """Return the step at which a record goes on that begins with `answers`, as after F8."""
    given = {field for field in Field if answers.get(field, "").strip()}
    given.discard(Field.BETWEEN_LINES)
    if not given:
        return Phase.PREPARE
    if given <= set(FIELDS[Phase.PREPARE]):
        return Phase.ACKNOWLEDGE
    heard = all(_is_answered(field, answers) for field in NEEDED[Phase.CLARIFY])
    if not heard:
        return Phase.CLARIFY
    return Phase.CHECK if Field.SOLUTION in given else Phase.SOLVE


def _needed_before(complaint: Complaint, to: Phase) -> tuple[Lacking, ...]:
    spared = _NOT_ASKED_OF_NOBODY if nobody_to_ask(complaint) else frozenset()
    missing = [
        Lacking(field, _(_QUESTIONS[field]))
        for phase, fields in NEEDED.items()
        if phase < to
        for field in fields
        if field not in spared and not _is_answered(field, complaint.answers)
    ]
    if to > Phase.DO and not spared and not has_promise(complaint):
        missing.append(Lacking(None, _(_PROMISE)))
    return tuple(missing)


def _is_answered(field: Field, answers: Mapping[str, str]) -> bool:
    answer = answers.get(field, "").strip()
    return answer == Yes.YES if field in YES_FIELDS else bool(answer)


def _looped(complaint: Complaint, solved: Yes) -> Move:
    partly = solved is Yes.PARTLY and not lacking_for_solution(complaint)
    if partly:
        said = _("Goed dat u het vroeg. Zoek samen naar iets wat beter past.")
    else:
        said = _("Goed dat u het vroeg. Luister eerst nog eens: wat is er gemist?")
    back_to = min(complaint.phase, Phase.SOLVE if partly else Phase.CLARIFY)
    return Move(back_to, "looped", (Field.SOLVED,), said)
