"""Tests of reception_assistant/settings."""
