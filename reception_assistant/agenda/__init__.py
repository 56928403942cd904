"""Appointments, the day, the state of a visit, and the readers of agenda files."""
