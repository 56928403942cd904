"""Tests of the look, and of the helper that looks at layouts."""
