"""How much work a calendar may cost: counted in steps and not by the clock, so always the same."""

MOST_STEPS = 300_000
_MOST_FOR_ONE = 20_000


class OutOfStepsError(Exception):
    """A repetition takes too much work to be written out."""


class Steps:
    """The steps that are left, of a file or of one repetition in it."""

    def __init__(self, left: int = MOST_STEPS, whole: "Steps | None" = None) -> None:
        self._left, self._whole = left, whole

    def share(self) -> "Steps":
        """Return the steps for one repetition: so that one alone cannot use up all."""
        return Steps(_MOST_FOR_ONE, self)

    def spend(self, count: int) -> None:
        """Take `count` steps; raises `OutOfStepsError` when they are not left."""
        if self._whole is not None:
            self._whole.spend(count)
        self._left -= count
        if self._left < 0:
            raise OutOfStepsError
