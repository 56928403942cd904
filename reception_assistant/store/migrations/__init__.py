"""The changes of the database, one numbered module each."""
