"""The rules: each looks at a situation and gives a cue, or nothing."""

from collections.abc import Callable, Sequence

from reception_assistant.cues.cue import Cue, Situation
from reception_assistant.cues.of_past import first_visit, moved_twice, no_next, no_show_last
from reception_assistant.cues.of_person import (
    birthday,
    child_with_parent,
    hard_of_hearing,
    interpreter,
    not_aloud,
    pronunciation,
    tense,
)
from reception_assistant.cues.of_standing import cues_of_standing
from reception_assistant.cues.of_visit import (
    animal_deceased,
    practitioner_late,
    sensitive,
    waiting_long,
)

Rule = Callable[[Situation], Cue | None]

RULES: tuple[Rule, ...] = (
    not_aloud,
    animal_deceased,
    sensitive,
    practitioner_late,
    waiting_long,
    pronunciation,
    child_with_parent,
    first_visit,
    hard_of_hearing,
    interpreter,
    tense,
    no_show_last,
    moved_twice,
    birthday,
    no_next,
)
"""All rules; a new one is added here and nowhere else."""


def cues_for(seen: Situation, rules: Sequence[Rule] = RULES) -> list[Cue]:
    """Return all cues of a situation, the weightiest first."""
    cues = [cue for rule in rules if (cue := rule(seen)) is not None]
    cues += cues_of_standing(seen.standing)
    return sorted(cues, key=lambda cue: cue.priority)
