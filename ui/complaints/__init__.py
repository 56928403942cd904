"""The Klachten screen: complaints in seven steps, and what else people tell us."""
