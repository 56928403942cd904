"""Whether a file writes the day before the month, or after it, as far as it tells itself."""

from reception_assistant.agenda.profile import DayOrder
from reception_assistant.agenda.readers.dates import first_numbers

_MONTHS = 12


class DayOrders:
    """What the dates of one file tell about their order."""

    def __init__(self) -> None:
        self._day_first = self._month_first = self._either = False

    def note(self, text: str) -> None:
        """Look at one date."""
        numbers = first_numbers(text)
        if numbers is None:
            return
        first, second = numbers
        if first > _MONTHS >= second:
            self._day_first = True
        elif second > _MONTHS >= first:
            self._month_first = True
        elif first != second and first <= _MONTHS:
            self._either = True

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
