"""Which scripts suit a moment, the best first, each with the reason why."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reception_assistant.i18n import N_, _
from reception_assistant.library.content import Version
from reception_assistant.library.context import Age, Context, Moment, Mood, Sign, When
from reception_assistant.library.lists import Reason
from reception_assistant.library.offer import Offer
from reception_assistant.library.script import Script
from reception_assistant.text import fold

Helped = Callable[[Sequence[str]], Mapping[str, int]]
"""Tells of scripts, by their ids, how often each of them did some good."""


class Chooser:
    """All scripts, sorted out once, so that choosing among thousands takes no time.

    `reasons` are the labels of the reasons by their ids, and `aliases` tells of any id that a
    reason ever had under which one it is known now (`canonical_reasons`).
    """

    def __init__(
        self,
        scripts: Mapping[str, Version],
        reasons: Mapping[str, str],
        aliases: Mapping[str, str] = {},
    ) -> None:
        self._reasons = reasons
        self._aliases = aliases
        rows = (_row(version.script, aliases) for version in scripts.values())
        self._rows = sorted(rows, key=lambda row: (-row.facets, row.sorted_by, row.script.id))
        self._masks = tuple(map(_mask, zip(*(row.values for row in self._rows), strict=True)))

    def choose(
        self, context: Context, helped: Helped | None = None, limit: int | None = None
    ) -> list[Offer]:
        """Return what to offer; `helped` tells how often each of these scripts did some good."""
        reason = self._aliases.get(context.reason, context.reason)
        context = context._replace(reason=reason)
        rows = self._suited(context)
        if helped is not None:
            times = helped([row.script.id for row in rows])
            rows.sort(key=lambda row: (-row.facets, -times.get(row.script.id, 0)))
        because = _Because(context, self._reasons)
        return [
            Offer(row.script.id, row.script.title, because.of(row.kind), row.script.theme)
            for row in rows[:limit]
        ]

    def _suited(self, context: Context) -> list["_Row"]:
        """Return what fits: the most matching parts first, then by title."""
        fitting = (1 << len(self._rows)) - 1
        for mask, values in zip(self._masks, _seen(context), strict=False):
            suited = mask.anything
            for value in values:
                suited |= mask.by_value.get(value, 0)
            fitting &= suited
        bits = reversed(f"{fitting:b}")
        return [row for row, bit in zip(self._rows, bits, strict=False) if bit == "1"]


def canonical_reasons(reasons: Iterable[Reason]) -> dict[str, str]:
    """Return under which id each reason is known now, by every id that one ever had."""
    listed = tuple(reasons)
    known = {reason.id: reason.id for reason in listed}
    for reason in listed:
        for alias in reason.aliases:
            known.setdefault(alias, reason.id)
    return known


def with_reason(context: Context, reasons: Iterable[Reason]) -> Context:
    """Return the moment with its reason under the id it has now, and all ids that it ever had."""
    known = canonical_reasons(reasons)
    reason = known.get(context.reason)
    if reason is None:
        return context
    names = frozenset(name for name, now in known.items() if now == reason)
    return context._replace(reason=reason, reason_names=names)


class _Kind(NamedTuple):
    """Which parts of the moment a script looks at, and at which signs."""

    moment: bool
    discipline: bool
    reason: bool
    mood: bool
    age: bool
    signs: tuple[Sign, ...]


class _Row(NamedTuple):
    """A script with what is needed for choosing it; `facets` counts the parts that it looks at."""

    script: Script
    sorted_by: str
    facets: int
    values: tuple[tuple[str, ...], ...]
    kind: _Kind


class _Mask(NamedTuple):
    """Which scripts take which value of one part of the moment: a bit for each script."""

    anything: int
    by_value: Mapping[str, int]


def _row(script: Script, aliases: Mapping[str, str]) -> _Row:
    when = script.when
    values = _asked(when, aliases)
    moment, discipline, reason, mood, age, _signs = map(bool, values)
    kind = _Kind(moment, discipline, reason, mood, age, when.signs)
    return _Row(script, fold(script.title), sum(map(bool, values)), values, kind)


def _asked(when: When, aliases: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    reason = tuple(aliases.get(name, name) for name in when.reason)
    return when.moment, when.discipline, reason, when.mood, when.age, when.signs


def _seen(context: Context) -> tuple[Iterable[str], ...]:
    """Return what the moment is, in the order of `_asked`."""
    reason = {context.reason, *context.reason_names} - {""}
    place, kind, mood, age = (
        (value,) if value else ()
        for value in (context.moment, context.discipline, context.mood, context.age)
    )
    return place, kind, reason, mood, age, context.signs


def _mask(column: Iterable[tuple[str, ...]]) -> _Mask:
    anything, by_value = 0, dict[str, int]()
    for at, values in enumerate(column):
        if not values:
            anything |= 1 << at
        for value in values:
            by_value[value] = by_value.get(value, 0) | 1 << at
    return _Mask(anything, by_value)


class _Because:
    """The reasons why, in this moment; scripts that look at the same parts share theirs."""

    def __init__(self, context: Context, reasons: Mapping[str, str]) -> None:
        self._context = context
        self._reasons = reasons
        self._made: dict[_Kind, tuple[str, ...]] = {}

    def of(self, kind: _Kind) -> tuple[str, ...]:
        if kind not in self._made:
            self._made[kind] = tuple(self._phrases(kind)) or (self._for_many(kind),)
        return self._made[kind]

    def _phrases(self, kind: _Kind) -> Iterator[str]:
        """Yield one phrase for each part that says something about this conversation."""
        seen = self._context
        if kind.reason:
            yield self._about(seen.reason)
        if kind.mood and seen.mood:
            yield self._of_the_other(_MOODS[seen.mood])
        if kind.age and seen.age:
            yield _(_AGES[seen.age])
        for sign, phrases in _SIGNS.items():
            if sign in seen.signs and sign in kind.signs:
                yield self._of_the_other(phrases)

    def _about(self, reason: str) -> str:
        label = self._reasons.get(reason)
        if not label:
            return _("omdat het hierover gaat")
        return _("omdat het gaat om «{reason}»").format(reason=label)

    def _of_the_other(self, phrases: tuple[str, str]) -> str:
        on_the_phone, at_the_desk = phrases
        phrase = at_the_desk if self._context.moment is Moment.DESK else on_the_phone
        return _(phrase)

    def _for_many(self, kind: _Kind) -> str:
        if kind.moment:
            return self._of_the_other(_MOMENTS)
        return _("past bij elk gesprek in uw praktijk") if kind.discipline else _("past altijd")


# Each on the telephone and at the desk.
_MOMENTS = (N_("past bij elk gesprek aan de telefoon"), N_("past bij elk gesprek aan de balie"))
_MOODS = {
    Mood.CALM: (N_("omdat de beller rustig klinkt"), N_("omdat wie voor u staat rustig is")),
    Mood.TENSE: (
        N_("omdat de beller gespannen klinkt"),
        N_("omdat wie voor u staat gespannen is"),
    ),
    Mood.ANGRY: (N_("omdat de beller boos klinkt"), N_("omdat wie voor u staat boos is")),
}
_AGES = {
    Age.CHILD: N_("omdat het om een kind gaat"),
    Age.YOUTH: N_("omdat het om een jongere gaat"),
    Age.ADULT: N_("omdat het om een volwassene gaat"),
    Age.OLDER: N_("omdat het om een oudere gaat"),
}
_NOT_ALOUD = N_("omdat u de naam niet hardop zegt")
_FIRST_VISIT = N_("omdat het de eerste keer is")
_SENSITIVE = N_("omdat het gevoelig ligt")
_ANIMAL_DECEASED = N_("omdat het dier is overleden")
_OPEN_COMPLAINT = N_("omdat er nog een klacht openstaat")
_OPEN_PROMISE = N_("omdat er nog een belofte openstaat")
_SIGNS = {
    Sign.TENSE: (
        N_("omdat de beller gespannen kan zijn"),
        N_("omdat wie voor u staat gespannen kan zijn"),
    ),
    Sign.HARD_OF_HEARING: (
        N_("omdat de beller slecht hoort"),
        N_("omdat wie voor u staat slecht hoort"),
    ),
    Sign.INTERPRETER: (
        N_("omdat de beller een tolk heeft"),
        N_("omdat wie voor u staat een tolk heeft"),
    ),
    Sign.NOT_ALOUD: (_NOT_ALOUD, _NOT_ALOUD),
    Sign.FIRST_VISIT: (_FIRST_VISIT, _FIRST_VISIT),
    Sign.SENSITIVE: (_SENSITIVE, _SENSITIVE),
    Sign.ANIMAL_DECEASED: (_ANIMAL_DECEASED, _ANIMAL_DECEASED),
    Sign.OPEN_COMPLAINT: (_OPEN_COMPLAINT, _OPEN_COMPLAINT),
    Sign.OPEN_PROMISE: (_OPEN_PROMISE, _OPEN_PROMISE),
}
