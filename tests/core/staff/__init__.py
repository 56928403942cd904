"""Tests of reception_assistant/staff."""
