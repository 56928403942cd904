"""Who did what, and when: one entry for each action."""
