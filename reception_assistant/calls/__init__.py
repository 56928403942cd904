"""A call: who, why, how it ended, what was promised, and what is not kept of it."""
