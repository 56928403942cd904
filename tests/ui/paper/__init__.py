"""Tests of paper in the window."""
