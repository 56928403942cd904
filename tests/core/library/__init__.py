"""Tests of reception_assistant/library."""
