"""Tests of reception_assistant/run."""
