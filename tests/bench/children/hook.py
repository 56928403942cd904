"""Changes a module of the program right after it is loaded, without loading it any sooner.

It is used for what cannot be chosen from outside: the moment at which the measured program
believes to start, and what happens after the first paint.
"""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType


class Hook:
    """A finder that passes on what the usual one finds, and changes some modules once loaded."""

    def __init__(self, changes: "dict[str, Callable[[ModuleType], None]]") -> None:
        self._changes = changes
        self._usual = sys.meta_path[-1]
        sys.meta_path.insert(0, self)

    def find_spec(
        self, name: str, path: "Sequence[str] | None", _target: "ModuleType | None" = None
    ) -> "ModuleSpec | None":
        """Return the usual answer for the modules that are to be changed, and else nothing."""
        change = self._changes.pop(name, None)
        spec = self._usual.find_spec(name, path) if change else None
        if change is None or spec is None or spec.loader is None:
            return None
        load = spec.loader.exec_module

        def load_and_change(module: "ModuleType") -> None:
            load(module)
            change(module)

        spec.loader.exec_module = load_and_change  # type: ignore[method-assign]
        return spec
