"""One conversation: the script that runs, as a machine of events without clock or disk."""
