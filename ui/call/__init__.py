"""The Telefoon screen: who calls, what to say, what was noted, and how it ended."""
