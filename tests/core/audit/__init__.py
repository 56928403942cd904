"""Tests of reception_assistant/audit."""
