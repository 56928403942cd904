"""Balie: the right name in the right sentence, for the front desk of Dutch practices."""

__version__ = "0.1.0"
