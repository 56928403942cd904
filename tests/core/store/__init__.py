"""Tests of reception_assistant/store."""
