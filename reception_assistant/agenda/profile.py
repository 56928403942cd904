"""A profile: how the agenda files of one system are to be read, chosen once and known again."""

from enum import StrEnum

from msgspec import Struct


class Kind(StrEnum):
    """What a file is, whatever it is called."""

    TABLE = "table"
    CALENDAR = "calendar"
    FHIR = "fhir"
    DATABASE = "database"


class DayOrder(StrEnum):
    """Which comes first in a date of three numbers."""

    UNKNOWN = ""
    DAY_FIRST = "dm"
    MONTH_FIRST = "md"


class NameFrom(StrEnum):
    """Where the name of who comes stands in an event of a calendar."""

    AS_RECEIVED = ""
    """The title as it stands, to be looked at: nobody said that it is a name."""
    TITLE = "title"
    BEFORE = "before"
    """The part of the title before the separator."""
    AFTER = "after"
    ATTENDEE = "attendee"


class TreatmentFrom(StrEnum):
    """Where the treatment stands in an event of a calendar."""

    DESCRIPTION = "description"
    CATEGORIES = "categories"
    REST = "rest"
    """The other part of the title."""
    NOWHERE = ""


class PractitionerFrom(StrEnum):
    """Where the practitioner stands in a calendar."""

    ORGANIZER = "organizer"
    CALENDAR = "calendar"
    """The name of the calendar itself."""
    FIXED = "fixed"
    NOWHERE = ""


class TableChoices(Struct, frozen=True, kw_only=True):
    """How a table is read.

    `columns` says in which column of the file each column of ours stands; two of ours may stand in
    one (a date with its time). `prefix_in_surname` takes "de Vries" apart in the column of the
    surname. `table` is the sheet of a spreadsheet or the table of a database, empty for the first.
    """

    columns: dict[str, str] = {}
    day_order: DayOrder = DayOrder.UNKNOWN
    prefix_in_surname: bool = False
    table: str = ""


class CalendarChoices(Struct, frozen=True, kw_only=True):
    """How the events of a calendar are read; `practitioner` is the fixed one."""

    name_from: NameFrom = NameFrom.AS_RECEIVED
    separator: str = ""
    treatment_from: TreatmentFrom = TreatmentFrom.DESCRIPTION
    practitioner_from: PractitionerFrom = PractitionerFrom.ORGANIZER
    practitioner: str = ""


class Profile(Struct, frozen=True, kw_only=True):
    """How the files of one system are read; `signature` is by what they are known again."""

    id: str
    name: str
    kind: Kind
    signature: str
    table: TableChoices = TableChoices()
    calendar: CalendarChoices = CalendarChoices()
