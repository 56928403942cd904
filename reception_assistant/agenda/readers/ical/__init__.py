"""The reader of calendars in the form of iCalendar: event by event, each on its own."""
