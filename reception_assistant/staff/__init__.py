"""The people who work at the desk, and what they may do."""
