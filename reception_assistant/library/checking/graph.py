"""Ways from name to name: what can be reached, and which names go round in a ring."""

from collections.abc import Iterable, Mapping

Ways = Mapping[str, tuple[str, ...]]
"""From each name to those it leads to; names that are not there themselves lead nowhere."""


def reached(ways: Ways, starts: Iterable[str]) -> set[str]:
    """Return everything that can be reached from `starts`, those included."""
    seen: set[str] = set()
    rest = list(starts)
    while rest:
        name = rest.pop()
        if name not in seen:
            seen.add(name)
            rest += ways.get(name, ())
    return seen


def reversed_ways(ways: Ways) -> dict[str, tuple[str, ...]]:
    """Return the same ways, walked in the other direction."""
    back: dict[str, list[str]] = {name: [] for name in ways}
    for name, targets in ways.items():
        for target in targets:
            back.setdefault(target, []).append(name)
    return {name: tuple(sources) for name, sources in back.items()}


def groups(ways: Ways) -> list[tuple[str, ...]]:
    """Return the names in groups that can all reach one another; what a group leads to is first.

    Within a group they keep their order.
    """
    back = reversed_ways(ways)
    group_of: dict[str, int] = {}
    found: list[list[str]] = []
    for root in reversed(_in_order_of_finishing(ways)):
        rest = [root]
        if root not in group_of:
            found.append([])
        while rest:
            name = rest.pop()
            if name not in group_of:
                group_of[name] = len(found) - 1
                rest += back[name]
    for name in ways:
        found[group_of[name]].append(name)
    return [tuple(group) for group in reversed(found)]


def is_ring(group: tuple[str, ...], ways: Ways) -> bool:
    """Tell whether one can walk round in a group."""
    return len(group) > 1 or group[0] in ways[group[0]]


def shortest(ways: Ways, start: str, goal: str) -> tuple[str, ...]:
    """Return the shortest way from `start` to `goal`, both included; () when there is none."""
    came_from = {start: ""}
    rest = [start]
    for name in rest:
        if name == goal:
            way = [name]
            while came_from[way[-1]]:
                way.append(came_from[way[-1]])
            return tuple(reversed(way))
        for target in ways.get(name, ()):
            if target not in came_from:
                came_from[target] = name
                rest.append(target)
    return ()


def _in_order_of_finishing(ways: Ways) -> list[str]:
    finished: list[str] = []
    seen: set[str] = set()
    for root in ways:
        rest = [(root, False)]
        while rest:
            name, done = rest.pop()
            if done:
                finished.append(name)
            elif name not in seen:
                seen.add(name)
                rest.append((name, True))
                rest += [(target, False) for target in ways[name] if target not in seen]
    return finished
