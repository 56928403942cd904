"""Where detours lead over all scripts: in a circle, or too deep."""

from collections.abc import Mapping

from reception_assistant.library.checking.graph import Ways, groups, is_ring, shortest
from reception_assistant.library.script import MOST_NESTED, Script


class Detours:
    """Knows of each script to which others it leads, and how deep."""

    def __init__(self, scripts: Mapping[str, Script]) -> None:
        self.scripts = scripts
        self._ways: Ways = {name: _targets(script, scripts) for name, script in scripts.items()}
        self._ring: dict[str, int] = {}
        self._depth: dict[str, int] = {}
        for number, group in enumerate(groups(self._ways)):
            depth = max(
                (
                    self._depth[target] + 1
                    for name in group
                    for target in self._ways[name]
                    if target in self._depth  # not those of the group itself
                ),
                default=0,
            )
            self._depth.update(dict.fromkeys(group, depth))
            if is_ring(group, self._ways):
                self._ring.update(dict.fromkeys(group, number))

    def circle(self, script: str, target: str) -> tuple[str, ...]:
        """Return the circle that a detour of `script` to `target` begins, or ()."""
        if script not in self._ring or self._ring[script] != self._ring.get(target):
            return ()
        return (script, *shortest(self._ways, target, script))

    def too_deep(self, script: str, target: str) -> tuple[str, ...]:
        """Return the scripts that come to lie within one another by this detour; () if few do."""
        if self._depth.get(target, 0) < MOST_NESTED:
            return ()
        way = [script, target]
        while len(way) < MOST_NESTED + 2:
            way.append(max(self._ways[way[-1]], key=self._depth.__getitem__))
        return tuple(way)


def _targets(script: Script, scripts: Mapping[str, Script]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            answer.detour
            for step in script.steps.values()
            for answer in step.answers
            if answer.detour in scripts
        )
    )
