"""Tests of reception_assistant/cues."""
