"""Whether a file writes the day before the month, or after it, as far as it tells itself."""

from reception_assistant.agenda.profile import DayOrder
from reception_assistant.agenda.readers.dates import first_numbers

_MONTHS, _DAYS = range(1, 13), range(1, 32)


class DayOrders:
    """What the dates of one file tell about their order."""

    def __init__(self) -> None:
        self._day_first = self._month_first = self._either = False

    def note(self, text: str) -> None:
        """Look at one date; one that is impossible both ways tells nothing."""
        numbers = first_numbers(text)
        if numbers is None:
            return
        first, second = numbers
        day_first = first in _DAYS and second in _MONTHS
        month_first = first in _MONTHS and second in _DAYS
        self._day_first |= day_first and not month_first
        self._month_first |= month_first and not day_first
        self._either |= day_first and month_first and first != second

    @property
    def order(self) -> DayOrder:
        """The order that the file proves; unknown when it does not, or contradicts itself."""
        if self._month_first and not self._day_first:
            return DayOrder.MONTH_FIRST
        if self._day_first and not self._month_first:
            return DayOrder.DAY_FIRST
        return DayOrder.UNKNOWN

    @property
    def contradicts(self) -> bool:
        """Tell whether some dates can only be read one way, and some only the other."""
        return self._day_first and self._month_first

    @property
    def leaves_open(self) -> bool:
        """Tell whether dates could be read both ways, and nothing says which."""
        return self._either and not self._day_first and not self._month_first
