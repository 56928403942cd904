"""Qt models over the facts of the core."""
